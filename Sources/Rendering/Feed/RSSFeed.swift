import Addresses
import Content
import Text

/// RSS 2.0 with `content:encoded`: https://www.rssboard.org/rss-specification.
///
/// Dates are RFC 822 in English whatever the site's language; the identifier of an item is its
/// address; characters that XML forbids are left out.
struct RSSFeed {
    let feed: Feed

    func bytes() -> [UInt8] {
        var out: [UInt8] = []
        out.append(utf8: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"")
        out.append(utf8: " xmlns:atom=\"http://www.w3.org/2005/Atom\"")
        out.append(utf8: " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"")
        out.append(utf8: " xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<channel>\n")
        out.append(element: "title", feed.title)
        out.append(element: "link", feed.home.string)
        out.append(element: "description", feed.description)
        out.append(element: "language", feed.language)
        if !feed.entries.isEmpty { out.append(element: "lastBuildDate", feed.updated.rfc822) }
        out.append(utf8: "<generator>galley</generator>\n<atom:link href=\"")
        out.append(xml: feed.address.string)
        out.append(utf8: "\" rel=\"self\" type=\"application/rss+xml\"/>\n")
        for entry in feed.entries { append(entry, to: &out) }
        out.append(utf8: "</channel>\n</rss>\n")
        return out
    }

    private func append(_ entry: FeedEntry, to out: inout [UInt8]) {
        out.append(utf8: "<item>\n")
        out.append(element: "title", entry.title)
        out.append(element: "link", entry.permalink.string)
        out.append(utf8: "<guid isPermaLink=\"true\">")
        out.append(xml: entry.permalink.string)
        out.append(utf8: "</guid>\n")
        out.append(element: "pubDate", entry.published.rfc822)
        for author in entry.authors { out.append(element: "dc:creator", author.name) }
        if entry.authors.isEmpty, !feed.author.isEmpty {
            out.append(element: "dc:creator", feed.author)
        }
        for tag in entry.tags { out.append(element: "category", tag) }
        out.append(element: "description", Self.html(entry.summary))
        out.append(utf8: "<content:encoded>")
        out.append(cdata: entry.content)
        out.append(utf8: "</content:encoded>\n</item>\n")
    }

    /// Plain text as an item's description has it, which readers take for HTML: `a < b` is `a &lt; b`
    /// before it is escaped for XML.
    private static func html(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") })
        else { return text }
        return text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }
}

extension [UInt8] {
    /// Appends `<name>text</name>` and a line break.
    mutating func append(element name: StaticString, _ text: String) {
        append(utf8: "<")
        append(utf8: name)
        append(utf8: ">")
        append(xml: text)
        append(utf8: "</")
        append(utf8: name)
        append(utf8: ">\n")
    }

    /// Appends HTML as a CDATA section, without what XML forbids; `]]>` is split over two.
    mutating func append(cdata html: [UInt8]) {
        append(utf8: "<![CDATA[")
        let text = xmlCharacters(html)
        var from = 0
        var i = 0
        while i + 2 < text.count {
            if text[i] == UInt8(ascii: "]"), text[i + 1] == UInt8(ascii: "]"),
                text[i + 2] == UInt8(ascii: ">")
            {
                append(contentsOf: text[from..<i + 2])
                append(utf8: "]]><![CDATA[")
                from = i + 2
                i += 2
            } else {
                i += 1
            }
        }
        append(contentsOf: text[from...])
        append(utf8: "]]>")
    }
}
