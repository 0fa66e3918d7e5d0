import Addresses
import Content
import Planning
import Text

/// JSON-LD for search engines (https://schema.org/BlogPosting), safe inside a `<script>`: `<` is
/// escaped.
struct StructuredData {
    let site: Site

    func posting(_ post: Post, at path: URLPath, _ summary: Summary) -> [UInt8] {
        var fields: [(StaticString, String)] = [
            ("@context", "https://schema.org"), ("@type", "BlogPosting"),
            ("headline", post.title), ("url", site.address.permalink(path).string),
            ("datePublished", post.date.rfc3339),
        ]
        if let updated = post.head.updated { fields.append(("dateModified", updated.rfc3339)) }
        if !summary.description.isEmpty { fields.append(("description", summary.description)) }
        let links = LinkCollector(site: site, source: post.source, path: path)
        if let cover = post.head.cover, !cover.isEmpty {
            fields.append(("image", links.address(cover, absolute: true)))
        }
        fields.append(("inLanguage", post.head.language ?? site.configuration.site.language))
        if let original = post.head.original, !original.url.isEmpty {
            fields.append(("isBasedOn", links.address(original.url, absolute: true)))
        }
        var out: [UInt8] = []
        for (index, (name, value)) in fields.enumerated() {
            out.append(utf8: index == 0 ? "{\"" : ",\"")
            out.append(utf8: name)
            out.append(utf8: "\":")
            out.append(json: value)
        }
        out.append(utf8: ",\"mainEntityOfPage\":{\"@type\":\"WebPage\",\"@id\":")
        out.append(json: site.address.permalink(path).string)
        out.append(utf8: "}")
        appendKeywords(post, to: &out)
        let author = site.configuration.site.author
        if !author.isEmpty {
            out.append(utf8: ",\"author\":[{\"@type\":\"Person\",\"name\":")
            out.append(json: author)
            out.append(utf8: ",\"url\":")
            out.append(json: site.address.permalink(.root).string)
            out.append(utf8: "}]")
        }
        out.append(utf8: "}")
        return out
    }

    private func appendKeywords(_ post: Post, to out: inout [UInt8]) {
        if post.head.tags.isEmpty { return }
        out.append(utf8: ",\"keywords\":[")
        for (index, tag) in post.head.tags.enumerated() {
            if index > 0 { out.append(utf8: ",") }
            out.append(json: tag)
        }
        out.append(utf8: "]")
    }
}
