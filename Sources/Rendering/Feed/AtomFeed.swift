import Addresses
import Content
import Text

/// Atom: RFC 4287. The id of an entry is its address, `updated` comes from front matter.
struct AtomFeed {
    let feed: Feed

    func bytes() -> [UInt8] {
        var out: [UInt8] = []
        out.append(utf8: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        out.append(utf8: "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
        out.append(xml: feed.language)
        out.append(utf8: "\">\n")
        out.append(element: "title", feed.title)
        if !feed.description.isEmpty { out.append(element: "subtitle", feed.description) }
        out.append(element: "id", feed.home.string)
        link("alternate", "text/html", feed.home, &out)
        link("self", "application/atom+xml", feed.address, &out)
        out.append(element: "updated", feed.updated.rfc3339)
        // RFC 4287, 4.1.1: a feed has an author unless each entry has one.
        out.append(utf8: "<author>\n")
        out.append(element: "name", feed.author.isEmpty ? feed.title : feed.author)
        out.append(utf8: "</author>\n<generator>galley</generator>\n")
        for entry in feed.entries { append(entry, to: &out) }
        out.append(utf8: "</feed>\n")
        return out
    }

    private func append(_ entry: FeedEntry, to out: inout [UInt8]) {
        out.append(utf8: "<entry")
        if let language = entry.language {
            out.append(utf8: " xml:lang=\"")
            out.append(xml: language)
            out.append(utf8: "\"")
        }
        out.append(utf8: ">\n")
        out.append(element: "title", entry.title)
        out.append(element: "id", entry.permalink.string)
        link("alternate", "text/html", entry.permalink, &out)
        out.append(element: "published", entry.published.rfc3339)
        out.append(element: "updated", (entry.updated ?? entry.published).rfc3339)
        for author in entry.authors {
            out.append(utf8: "<author>\n")
            out.append(element: "name", author.name)
            out.append(utf8: "</author>\n")
        }
        for tag in entry.tags {
            out.append(utf8: "<category term=\"")
            out.append(xml: tag)
            out.append(utf8: "\"/>\n")
        }
        if !entry.summary.isEmpty { out.append(element: "summary", entry.summary) }
        out.append(utf8: "<content type=\"html\">")
        out.append(xml: entry.content)
        out.append(utf8: "</content>\n</entry>\n")
    }

    private func link(
        _ relation: StaticString, _ type: StaticString, _ target: Permalink, _ out: inout [UInt8]
    ) {
        out.append(utf8: "<link rel=\"")
        out.append(utf8: relation)
        out.append(utf8: "\" type=\"")
        out.append(utf8: type)
        out.append(utf8: "\" href=\"")
        out.append(xml: target.string)
        out.append(utf8: "\"/>\n")
    }
}
