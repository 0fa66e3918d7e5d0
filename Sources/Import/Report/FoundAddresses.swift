import Addresses
import Text

/// Addresses of the old site that its output or its sitemap has.
package enum FoundAddresses {
    /// Those of a folder that the old generator wrote: the pages, and feeds by their names.
    ///
    /// - Parameter paths: of its files, below it.
    package static func ofOutput(_ paths: [SourcePath]) -> [OldAddress] {
        paths.compactMap { path in
            let isPage = path.fileExtension == "html"
            let isFeed = ["atom.xml", "rss.xml", "rss2.xml", "feed.xml", "index.xml", "feed.json"]
                .contains(path.name)
            guard isPage || isFeed else { return nil }
            return OldAddress(.found, URLPath(path.string).withoutIndexName)
        }
    }

    /// The `<loc>` of a sitemap that are addresses of the site; others are left out.
    package static func ofSitemap(_ bytes: [UInt8], _ site: SiteAddress) -> [OldAddress] {
        let text = String(decoding: bytes, as: UTF8.self)
        return text.matches(of: /<loc>\s*(.*?)\s*<\/loc>/).compactMap { match in
            let url = match.output.1.replacing("&amp;", with: "&")
            // The old site may have been at another host.
            guard let scheme = url.firstRange(of: "://") else { return nil }
            let path = url[scheme.upperBound...].drop { $0 != "/" }
            guard let decoded = PercentCoding.decode(path.isEmpty ? "/" : String(path)) else {
                return nil
            }
            var inside = decoded
            if site.basePath != "/", inside.hasPrefix(site.basePath) {
                inside = String(inside.dropFirst(site.basePath.count - 1))
            }
            return OldAddress(.found, URLPath(inside).withoutIndexName)
        }
    }
}
