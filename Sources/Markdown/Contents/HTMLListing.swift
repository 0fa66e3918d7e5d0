import Addresses
import Diagnostics
import Text

/// A listing in raw HTML that names its language: `<pre><code class="language-go">`.
///
/// The page's HTML stays as it is; this is the code it shows, for the checker.
package struct HTMLListing: Sendable {
    /// As the tags name it: `go`. Never empty.
    package let label: String
    /// What a browser shows: character references decoded, tags left out, each line ended by LF.
    package let code: [UInt8]
    /// Maps ``code`` back to the file.
    package let places: CodePlaces
    /// The tag that names the language.
    package let place: Place
    /// 1-based line of ``place``.
    package let line: Int
}

extension Document {
    /// The listings of the raw HTML, in order. O(bytes of raw HTML that holds a `<pre>`).
    package var htmlListings: [HTMLListing] {
        if tree.isSource {
            guard !rawHTML.isEmpty else { return [] }
            let source = tree[rawHTML[0]].text.lowerBound..<tree.bytes.count
            guard HTMLListingReader.mayHold(tree.bytes, source) else { return [] }
            let spans = [HTMLListingReader.Span(text: source.lowerBound, source: source.lowerBound)]
            var reader = HTMLListingReader(tree.bytes, source, spans, in: self)
            return reader.listings()
        }
        return rawHTML.flatMap { id -> [HTMLListing] in
            let node = tree[id]
            guard node.kind == .htmlBlock, HTMLListingReader.mayHold(tree.bytes, node.text) else {
                return []
            }
            var reader = HTMLListingReader(tree.bytes, node.text, spans(of: node), in: self)
            return reader.listings()
        }
    }

    /// The spans of a block of HTML's lines: each is the end of its line in the file.
    private func spans(of node: Node) -> [HTMLListingReader.Span] {
        var spans: [HTMLListingReader.Span] = []
        var start = node.text.lowerBound
        var number = Int(node.firstLine)
        while start < node.text.upperBound {
            let end =
                tree.bytes[start..<node.text.upperBound].firstIndex(of: .lineFeed)
                ?? node.text.upperBound
            let line = lines.range(of: number)
            spans.append(
                .init(text: start, source: max(line.lowerBound, line.upperBound - (end - start))))
            start = end + 1
            number += 1
        }
        return spans
    }
}
