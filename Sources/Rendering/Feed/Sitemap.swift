import Addresses
import Content
import Text

/// sitemap.xml (https://www.sitemaps.org/protocol.html): every page that may be found.
///
/// `lastmod` is there only where it is true: the date of a post, or its `updated`.
struct Sitemap {
    struct Entry {
        let permalink: Permalink
        let modified: Moment?
    }

    let entries: [Entry]

    func bytes() -> [UInt8] {
        var out: [UInt8] = []
        out.append(utf8: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        out.append(utf8: "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
        for entry in entries {
            out.append(utf8: "<url><loc>")
            out.append(xml: entry.permalink.string)
            out.append(utf8: "</loc>")
            if let modified = entry.modified {
                out.append(utf8: "<lastmod>")
                out.append(rfc3339: modified)
                out.append(utf8: "</lastmod>")
            }
            out.append(utf8: "</url>\n")
        }
        out.append(utf8: "</urlset>\n")
        return out
    }
}
