import Addresses
import Planning
import Templates
import Text

/// The navigation as layouts see it: the same on all pages, but for the mark on the entry of the page
/// that is shown.
struct SiteMenu: Sendable {
    private struct Entry: Sendable {
        /// nil: it leads to no page of the site.
        let target: URLPath?
        let name: String
        let href: String
    }

    private let entries: [Entry]
    /// What the pages see that no entry leads to, which are nearly all.
    private let elsewhere: TemplateValue

    init(_ site: Site) {
        entries = site.plan.menu.map { $0.map { Self.entry($0, site) } } ?? Self.standard(site)
        elsewhere = .list(entries.map { Self.value($0, isCurrent: false) })
    }

    /// The menu of the page at `path`. O(entries).
    func value(at path: URLPath) -> TemplateValue {
        guard entries.contains(where: { $0.target == path }) else { return elsewhere }
        return .list(entries.map { Self.value($0, isCurrent: $0.target == path) })
    }

    private static func entry(_ entry: MenuEntry, _ site: Site) -> Entry {
        switch entry.target {
        case .route(let target, let query, let fragment):
            var href = site.href(target)
            if let query { href += "?" + query }
            if let fragment { href += "#" + PercentCoding.encode(path: fragment) }
            return Entry(target: target, name: entry.name, href: href)
        case .external(let url), .special(let url):
            return Entry(target: nil, name: entry.name, href: url)
        case .samePage(let fragment):
            return Entry(target: nil, name: entry.name, href: "#" + fragment)
        case .missing(let missing, _):
            return Entry(target: nil, name: entry.name, href: site.href(URLPath(missing)))
        }
    }

    /// Home, the list of posts where the home page is the site's own, archives, and the taxonomies
    /// that have terms.
    private static func standard(_ site: Site) -> [Entry] {
        let strings = site.theme.strings
        var entries = [(strings["home"], URLPath.root)]
        if let base = site.plan.baseOfPosts, base != .root {
            entries.append((strings["posts"], base))
        }
        entries.append((strings["archives"], Archive.base))
        for kind in [Taxonomy.Kind.tags, .categories]
        where !site.plan.taxonomy(kind).terms.isEmpty {
            entries.append((strings[kind.rawValue], kind.path))
        }
        return entries.map { Entry(target: $1, name: $0, href: site.href($1)) }
    }

    private static func value(_ entry: Entry, isCurrent: Bool) -> TemplateValue {
        var record = TemplateRecord<MenuField>(through: .isCurrent)
        record[.name] = TemplateValue(entry.name)
        record[.href] = TemplateValue(entry.href)
        record[.isCurrent] = .flag(isCurrent)
        return record.value
    }
}
