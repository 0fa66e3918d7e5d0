import Addresses
import Content
import Text

/// JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/. Without the characters that XML forbids, as
/// readers turn feeds of one kind into those of another.
struct JSONFeed {
    let feed: Feed

    func bytes() -> [UInt8] {
        var out: [UInt8] = []
        out.append(utf8: "{\n  \"version\": \"https://jsonfeed.org/version/1.1\",\n  ")
        var fields: [(StaticString, String)] = [
            ("title", feed.title), ("home_page_url", feed.home.string),
            ("feed_url", feed.address.string), ("language", feed.language),
        ]
        if !feed.description.isEmpty { fields.append(("description", feed.description)) }
        append(fields, to: &out)
        if !feed.author.isEmpty {
            out.append(utf8: ",\n  \"authors\": [{\"name\": ")
            out.append(json: feed.author)
            out.append(utf8: "}]")
        }
        out.append(utf8: ",\n  \"items\": [")
        for (index, entry) in feed.entries.enumerated() {
            out.append(utf8: index == 0 ? "\n  {\n  " : ",\n  {\n  ")
            append(entry, to: &out)
            out.append(utf8: "\n  }")
        }
        out.append(utf8: "\n  ]\n}\n")
        return out
    }

    private func append(_ entry: FeedEntry, to out: inout [UInt8]) {
        var fields: [(StaticString, String)] = [
            ("id", entry.permalink.string), ("url", entry.permalink.string),
            ("title", entry.title), ("date_published", entry.published.rfc3339),
        ]
        if let updated = entry.updated { fields.append(("date_modified", updated.rfc3339)) }
        if let language = entry.language { fields.append(("language", language)) }
        if !entry.summary.isEmpty { fields.append(("summary", entry.summary)) }
        fields.append(("content_html", String(decoding: entry.content, as: UTF8.self)))
        append(fields, to: &out)
        if !entry.authors.isEmpty {
            out.append(utf8: ",\n  \"authors\": [")
            for (index, author) in entry.authors.enumerated() {
                out.append(utf8: index == 0 ? "{\"name\": " : ", {\"name\": ")
                out.append(json: author.name)
                out.append(utf8: "}")
            }
            out.append(utf8: "]")
        }
        out.append(utf8: ",\n  \"tags\": [")
        for (index, tag) in entry.tags.enumerated() {
            if index > 0 { out.append(utf8: ", ") }
            out.append(json: tag)
        }
        out.append(utf8: "]")
    }

    private func append(_ fields: [(StaticString, String)], to out: inout [UInt8]) {
        for (index, (name, value)) in fields.enumerated() {
            if index > 0 { out.append(utf8: ",\n  ") }
            out.append(utf8: "\"")
            out.append(utf8: name)
            out.append(utf8: "\": ")
            out.append(json: String(decoding: xmlCharacters(Array(value.utf8)), as: UTF8.self))
        }
    }
}
