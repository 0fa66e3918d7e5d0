import Addresses
import Planning
import Templates

/// A picture that browsers show beside the site's title: a file of the site at `favicon.*`, which
/// replaces the theme's own icon.
struct SiteIcon: Sendable, Hashable {
    let path: URLPath
    /// Its media type.
    let type: String
    /// `32x32`, or `any`; nil where the file does not tell.
    let sizes: String?

    /// By extension; of several icons that suit equally browsers take the last
    /// (https://html.spec.whatwg.org/#rel-icon).
    private static let types = [
        ("ico", "image/x-icon"), ("gif", "image/gif"), ("jpg", "image/jpeg"),
        ("jpeg", "image/jpeg"), ("webp", "image/webp"), ("avif", "image/avif"),
        ("png", "image/png"), ("svg", "image/svg+xml"),
    ]

    /// Those at the root of the site, the most general format last; whether they come from `static/`
    /// or lie among the content.
    static func all(of site: Site) -> [SiteIcon] {
        types.compactMap { name, type in
            let path = URLPath("/favicon." + name)
            guard case .asset(let index)? = site.plan.route(at: path)?.content else { return nil }
            let size = site.library.assets[index].imageSize
            let pixels = size.map { "\($0.width)x\($0.height)" }
            return SiteIcon(path: path, type: type, sizes: name == "svg" ? "any" : pixels)
        }
    }

    /// The icon as layouts see it.
    func value(of site: Site) -> TemplateValue {
        var record = TemplateRecord<IconField>()
        record[.href] = site.hrefValue(path)
        record[.type] = TemplateValue(type)
        record[.sizes] = TemplateValue(sizes)
        return record.value
    }
}
