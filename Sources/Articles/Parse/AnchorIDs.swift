import Markdown
import Text

/// The ids that a link to a text's page can lead to.
///
/// They lie side by side in one array, because every text has some and few links ask for any.
package struct AnchorIDs: Sendable {
    private var bytes: [UInt8] = []
    /// Where each ends in `bytes`.
    private var ends: [Int] = []

    /// Those that the page of a document has: of its headings, footnotes, listings and raw HTML, and
    /// of the mark where the excerpt ends. O(headings + footnotes + bytes of raw HTML).
    ///
    /// - Parameters:
    ///   - listings: the ids of the document's listings.
    ///   - titleID: the id of the heading that became the page's title.
    package init(of document: Document, _ listings: ListingIDs, titleID: String?) {
        if let titleID { add(titleID.utf8) }
        for heading in document.headings where !heading.id.isEmpty { add(heading.id.utf8) }
        for note in document.footnotes {
            add("fn-\(note.number)".utf8)
            for index in note.references.indices {
                let suffix = index > 0 ? "-\(index + 1)" : ""
                add("fnref-\(note.number)\(suffix)".utf8)
            }
        }
        if !document.moreMarkers.isEmpty { add("more".utf8) }
        for block in document.codeBlocks {
            guard let id = listings[block.node] else { continue }
            add(id.utf8)
            for line in listings.lines(of: block, in: document) { add("\(id)-L\(line)".utf8) }
        }
        guard document.options.unsafeHTML else { return }
        let tree = document.tree
        tree.bytes.withUnsafeBytes { bytes in
            for node in document.rawHTML {
                add(idsOf: UnsafeRawBufferPointer(rebasing: bytes[tree[node].text]))
            }
        }
    }

    /// The values of all `id` and `name` attributes in HTML. O(bytes).
    package init(in html: [UInt8]) {
        html.withUnsafeBytes { add(idsOf: $0) }
    }

    /// Each once. O(bytes).
    package var all: Set<String> {
        var all: Set<String> = []
        var start = 0
        for end in ends {
            all.insert(String(decoding: bytes[start..<end], as: UTF8.self))
            start = end
        }
        return all
    }

    private mutating func add(_ id: some Sequence<UInt8>) {
        bytes.append(contentsOf: id)
        ends.append(bytes.count)
    }

    /// Takes the values of all `id` and `name` attributes, in either kind of quotes.
    ///
    /// Looks for the attributes alone, not for their elements: an id too many hides a warning, one
    /// too few would be a false alarm. At the speed of `memchr`.
    private mutating func add(idsOf html: UnsafeRawBufferPointer) {
        var i = 0
        while let equals = html.index(of: UInt8(ascii: "="), from: i) {
            i = equals + 1
            guard i < html.count, Self.endsKey(html, at: equals),
                html[i] == UInt8(ascii: "\"") || html[i] == UInt8(ascii: "'")
            else { continue }
            let end = html.index(of: html[i], from: i + 1) ?? html.count
            add(html[(i + 1)..<end])
            i = end
        }
    }

    /// Whether ` id` or ` name` comes right before `end`.
    private static func endsKey(_ bytes: UnsafeRawBufferPointer, at end: Int) -> Bool {
        func precedes(_ key: StaticString) -> Bool {
            let start = end - key.utf8CodeUnitCount
            guard start > 0 else { return false }
            switch bytes[start - 1] {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"): break
            default: return false
            }
            return key.withUTF8Buffer { key in
                key.indices.allSatisfy { bytes[start + $0] == key[$0] }
            }
        }
        return precedes("id") || precedes("name")
    }
}
