import Highlighting
import Markdown
import Text

/// The listings of the posts by language: code to classified pieces and to HTML.
struct HighlightKernels {
    private var code: [String: [[UInt8]]] = [:]

    init(_ sample: SampleSite) {
        for (post, bytes) in zip(sample.site.library.posts, sample.posts) {
            let document = Document(
                parsing: bytes, from: post.head.bodyOffset, file: post.source,
                options: sample.site.configuration.markdown)
            for block in document.codeBlocks {
                code[block.info, default: []].append(Array(document.tree.bytes[block.text]))
            }
        }
    }

    var all: [Kernel] {
        ["go", "c", "yaml", "python", "bash", "json", "sql"].map { label in
            let highlighter = Highlighter(label: label)
            let listings = code[label] ?? []
            return Kernel(name: "highlight-\(label)", bytes: listings.reduce(0) { $0 + $1.count }) {
                var out: [UInt8] = []
                for listing in listings {
                    highlighter.highlight(listing[...]).append(to: &out) { _, out in
                        out.append(utf8: "<span class=\"line\">")
                    } close: { out in
                        out.append(utf8: "\n</span>")
                    }
                    out.removeAll(keepingCapacity: true)
                }
            }
        }
    }
}
