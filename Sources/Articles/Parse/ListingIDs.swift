import Foundation
import Markdown
import Snippets

/// The ids of the listings that ask for one, `id=map` after the fence; unique on their page.
///
/// A second `map` becomes `map-1`, as with headings. No id is one that a heading or the page around
/// has or that a line of another listing gets, `map-L3`.
package struct ListingIDs: Sendable {
    private var ids: [NodeID: String] = [:]
    /// The number of the first line of each listing with an id.
    private var starts: [NodeID: Int] = [:]

    /// No ids.
    package init() {}

    /// O(code blocks), and O(headings + listings with an id) for each that has one.
    package init(of document: Document, _ comments: SnippetComments) {
        var taken: Set<String> = []
        var suffixes: [String: Int] = [:]
        for block in document.codeBlocks {
            let info = comments.info(of: block)
            guard let wanted = Self.id(in: info) else { continue }
            if taken.isEmpty {
                taken = document.options.pageIDs.union(document.headings.map(\.id))
            }
            var id = wanted
            while Self.clashes(id, with: taken) {
                let suffix = suffixes[wanted, default: 0] + 1
                suffixes[wanted] = suffix
                id = "\(wanted)-\(suffix)"
            }
            taken.insert(id)
            ids[block.node] = id
            starts[block.node] = info.start
        }
    }

    package subscript(_ node: NodeID) -> String? { ids[node] }

    /// The numbers of the lines of a listing with an id, as a reader sees them. O(bytes).
    func lines(of block: CodeBlock, in document: Document) -> Range<Int> {
        let code = document.shownCode(of: block)
        let breaks = code.count { $0 == 0x0A }
        let start = starts[block.node] ?? 1
        let (end, isTooLarge) = start.addingReportingOverflow(
            code.isEmpty || code.last == 0x0A ? breaks : breaks + 1)
        return isTooLarge ? start..<start : start..<end
    }

    /// galley's `id=…`, or Chroma's `lineanchors=…`; blanks are `-`, for an id has none.
    static func id(in info: InfoString) -> String? {
        guard let text = info.attributes["id"] ?? info.attributes["lineanchors"] else { return nil }
        let words = text.split(whereSeparator: \.isWhitespace)
        return words.isEmpty ? nil : words.joined(separator: "-")
    }

    private static func clashes(_ id: String, with taken: Set<String>) -> Bool {
        if taken.contains(id) { return true }
        if let listing = listing(ofLine: id), taken.contains(listing) { return true }
        return taken.contains { listing(ofLine: $0) == id }
    }

    /// `map` for `map-L3`.
    private static func listing(ofLine id: String) -> String? {
        guard let mark = id.range(of: "-L", options: .backwards) else { return nil }
        let number = id[mark.upperBound...]
        guard !number.isEmpty, number.allSatisfy(\.isNumber) else { return nil }
        return String(id[..<mark.lowerBound])
    }
}
