import Foundation
import Highlighting
import Markdown
import Text

/// Code to classified pieces: long texts of three languages, and the listings of the posts with their
/// HTML.
struct HighlightKernels {
    private let samples: URL
    private var listings: [(highlighter: Highlighter, code: [UInt8])] = []

    /// - Parameter samples: the folder with a text of each language.
    init(_ site: SampleSite, samples: URL) {
        self.samples = samples
        for (post, bytes) in zip(site.site.library.posts, site.posts) {
            let document = Document(
                parsing: bytes, from: post.head.bodyOffset, file: post.source,
                options: site.site.configuration.markdown)
            for block in document.codeBlocks {
                let code = Array(document.tree.bytes[block.text])
                listings.append((Highlighter(label: block.info), code))
            }
        }
    }

    var all: [Kernel] {
        get throws { try ["go", "c", "yaml"].map(pieces) + [html] }
    }

    private func pieces(_ label: String) throws -> Kernel {
        let text = Array(try Data(contentsOf: samples.appending(path: label + ".txt")))
        let highlighter = Highlighter(label: label)
        return Kernel(name: "highlight-\(label)", bytes: text.count) {
            _ = highlighter.highlight(text[...]).count
        }
    }

    private var html: Kernel {
        Kernel(name: "listings", bytes: listings.reduce(0) { $0 + $1.code.count }) {
            var out: [UInt8] = []
            for listing in listings {
                out.removeAll(keepingCapacity: true)
                listing.highlighter.highlight(listing.code[...]).append(to: &out) { _, out in
                    out.append(utf8: "<span class=\"line\">")
                } close: { out in
                    out.append(utf8: "\n</span>")
                }
            }
        }
    }
}
