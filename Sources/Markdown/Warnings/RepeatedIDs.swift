import Addresses
import Diagnostics

extension Diagnostic.ID {
    package static let markdownRepeatedIdentifier = Diagnostic.ID("markdown/repeated-id")
}

/// Ids of raw HTML that another element, a heading or the page around the text also has.
struct RepeatedIDs {
    private(set) var diagnostics: [Diagnostic] = []
    private let tree: Tree
    private let bytes: [UInt8]
    private let file: SourcePath
    private let pageIDs: Set<String>
    private var places: PlaceFinder
    /// The first place of each id.
    private var first: [String: Place] = [:]

    /// Ids of headings are already unique. O(bytes of raw HTML + headings).
    init(
        _ tree: Tree, _ rawHTML: [NodeID], _ headings: [Heading], pageIDs: Set<String>,
        lines: SourceLines, file: SourcePath
    ) {
        self.tree = tree
        self.pageIDs = pageIDs
        self.file = file
        bytes = lines.bytes
        places = PlaceFinder(tree, lines: lines, file: file)
        for id in rawHTML {
            let ids = RawHTML.ids(in: tree[id].text, of: tree.bytes)
            if !ids.isEmpty, first.isEmpty { add(headings) }
            if !ids.isEmpty { read(ids, of: id) }
        }
    }

    private mutating func add(_ headings: [Heading]) {
        for heading in headings where !heading.id.isEmpty {
            first[heading.id] = places.place(of: heading.node)
        }
    }

    private mutating func read(_ ids: [Range<Int>], of node: NodeID) {
        let html = places.range(of: node)
        var reached = html.lowerBound
        for value in ids {
            let id = String(decoding: RawHTML.decoded(tree.bytes[value]), as: UTF8.self)
            // The file has the text as the tree does, except for the prefixes of containers.
            let start = bytes.firstIndex(
                of: Array(tree.bytes[value]), in: reached..<html.upperBound)
            let range = start.map { $0..<$0 + value.count } ?? html
            reached = start.map { $0 + value.count } ?? reached
            warn(of: id, at: Place(file: file, range: range))
        }
    }

    private mutating func warn(of id: String, at place: Place) {
        guard let earlier = first[id] else {
            first[id] = place
            if pageIDs.contains(id) { diagnostics.append(Self.warning(ofPageID: id, at: place)) }
            return
        }
        diagnostics.append(
            .warning(
                .markdownRepeatedIdentifier, "the id '\(id)' is given twice on this page",
                at: place,
                explanation: "A link to it leads to the one that comes first.",
                notes: [.init("also here", at: earlier)]))
    }

    /// An id from an author that the page around the text also has; it is kept.
    static func warning(ofPageID id: String, at place: Place) -> Diagnostic {
        .warning(
            .markdownRepeatedIdentifier,
            "the id '\(id)' is given twice on this page: the page itself has it", at: place,
            explanation: "A link to it leads to the one that comes first.",
            fixes: [.init("give it another id")])
    }
}
