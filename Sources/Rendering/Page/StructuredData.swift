import Addresses
import Content
import Planning
import Text

/// JSON-LD for search engines (https://schema.org/BlogPosting), safe inside a `<script>`: `<` is
/// escaped.
struct StructuredData: Sendable {
    let site: Site

    /// What ends all of a site's postings: the author, and the brace.
    private let end: [UInt8]

    init(site: Site) {
        self.site = site
        var end: [UInt8] = []
        let author = site.configuration.site.author
        if !author.isEmpty {
            end.append(utf8: ",\"author\":[{\"@type\":\"Person\",\"name\":")
            end.append(json: author)
            end.append(utf8: ",\"url\":")
            end.append(json: site.address.permalinkBytes(.root))
            end.append(utf8: "}]")
        }
        end.append(utf8: "}")
        self.end = end
    }

    func posting(_ post: Post, at path: URLPath, _ summary: Summary) -> [UInt8] {
        let permalink = site.address.permalinkBytes(path)
        var out: [UInt8] = []
        out.reserveCapacity(1024)
        out.append(utf8: "{\"@context\":\"https://schema.org\",\"@type\":\"BlogPosting\"")
        out.append(utf8: ",\"headline\":")
        out.append(json: post.title)
        out.append(utf8: ",\"url\":")
        out.append(json: permalink)
        out.append(utf8: ",\"datePublished\":\"")
        out.append(rfc3339: post.date)
        out.append(utf8: "\"")
        if let updated = post.head.updated {
            out.append(utf8: ",\"dateModified\":\"")
            out.append(rfc3339: updated)
            out.append(utf8: "\"")
        }
        if !summary.description.isEmpty {
            out.append(utf8: ",\"description\":")
            out.append(json: summary.description)
        }
        let links = LinkWriter(site: site, source: post.source, path: path)
        if let cover = post.head.cover, !cover.isEmpty, links.isShareable(cover),
            let picture = links.picture(cover)
        {
            out.append(utf8: ",\"image\":")
            out.append(json: links.address(picture, absolute: true))
        }
        out.append(utf8: ",\"inLanguage\":")
        out.append(json: post.head.language ?? site.configuration.site.language)
        if let original = post.head.original, !original.url.isEmpty {
            out.append(utf8: ",\"isBasedOn\":")
            out.append(json: links.address(original.url, absolute: true))
        }
        out.append(utf8: ",\"mainEntityOfPage\":{\"@type\":\"WebPage\",\"@id\":")
        out.append(json: permalink)
        out.append(utf8: "}")
        appendKeywords(post, to: &out)
        if post.head.authors.isEmpty {
            out.append(contentsOf: end)
        } else {
            append(post.head.authors, links, to: &out)
        }
        return out
    }

    /// Those whom the post names in place of the site's author, and the brace.
    private func append(_ authors: [FrontMatter.Author], _ links: LinkWriter, to out: inout [UInt8])
    {
        out.append(utf8: ",\"author\":[")
        for (index, author) in authors.enumerated() {
            out.append(
                utf8: index == 0
                    ? "{\"@type\":\"Person\",\"name\":" : ",{\"@type\":\"Person\",\"name\":")
            out.append(json: author.name)
            if let url = author.url {
                out.append(utf8: ",\"url\":")
                out.append(json: links.address(url, absolute: true))
            }
            out.append(utf8: "}")
        }
        out.append(utf8: "]}")
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
