import Foundation
import Markdown
import Snippets

/// The ids of the listings that ask for one, `id=map` behind the fence; unique on their page.
///
/// A second `map` becomes `map-1`, as with headings. No id is one that a heading or the page around
/// has or that a line of another listing gets, `map-L3`.
struct ListingIDs: Sendable {
    private var ids: [NodeID: String] = [:]

    /// No ids.
    init() {}

    /// O(code blocks), and O(headings + listings with an id) for each that has one.
    init(of document: Document, _ comments: SnippetComments) {
        var taken: Set<String> = []
        var suffixes: [String: Int] = [:]
        for block in document.codeBlocks {
            guard let wanted = Self.id(in: comments.info(of: block)) else { continue }
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
        }
    }

    subscript(_ node: NodeID) -> String? { ids[node] }

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
