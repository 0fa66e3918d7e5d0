import Addresses
import Diagnostics

extension Diagnostic.ID {
    package static let markdownUnclosedHTML = Diagnostic.ID("markdown/unclosed-html")
}

/// The raw HTML that takes in the rest of the text: a comment, or an element such as `<style>`, that
/// is opened and never closed.
///
/// `a <title> b` gives one warning at `<title`. There is at most one, for what follows is no markup.
struct UnclosedHTML {
    private let tree: Tree
    private var open: Opening?
    /// How many `<svg>` and `<math>` are open.
    private var foreignDepth = 0

    private struct Opening {
        /// In lower case; `!--` for a comment.
        let name: String
        let node: NodeID
        /// Of the `<`, in ``Tree/bytes``.
        let offset: Int
        let isSelfClosed: Bool

        var isComment: Bool { name == "!--" }
    }

    /// O(bytes of raw HTML).
    static func diagnostics(
        _ tree: Tree, _ rawHTML: [NodeID], lines: SourceLines, file: SourcePath
    ) -> [Diagnostic] {
        var html = UnclosedHTML(tree: tree)
        for id in rawHTML { html.read(id) }
        guard let open = html.open else { return [] }
        return [warning(of: open, at: place(of: open, in: tree, lines, file))]
    }

    private init(tree: Tree) { self.tree = tree }

    private mutating func read(_ node: NodeID) {
        let bytes = tree.bytes
        let range = tree[node].text
        var i = range.lowerBound
        while i < range.upperBound {
            if let opening = open {
                let rest = i..<range.upperBound
                let end =
                    opening.isComment
                    ? RawTextElements.endOfComment(in: bytes, rest)
                    : RawTextElements.endTag(opening.name, in: bytes, rest).map { $0 + 2 }
                guard let end else { return }
                i = end
                open = nil
            }
            guard let less = bytes[i..<range.upperBound].firstIndex(of: .less) else { return }
            i = less + 1
            if bytes.has("<!--", at: less, before: range.upperBound) {
                open = Opening(
                    name: "!--", node: node, offset: less, isSelfClosed: false)
                // `<!-->` is a whole comment to a browser.
                i = less + 2
            } else {
                i = readTag(at: less, in: node) ?? i
            }
        }
    }

    /// Behind a tag; nil where none begins.
    private mutating func readTag(at less: Int, in node: NodeID) -> Int? {
        let bytes = tree.bytes
        let limit = tree[node].text.upperBound
        guard let name = RawHTML.elementName(at: less..<limit, in: bytes) else { return nil }
        let isEnd = bytes[less + 1] == .slash
        var tag = TagReader(bytes, from: less + (isEnd ? 2 : 1) + name.utf8.count, before: limit)
        while tag.next() != nil {}
        let isSelfClosed = bytes.has("/>", at: tag.position - 2, before: limit)
        if RawTextElements.foreign.contains(name) {
            if isEnd { foreignDepth = max(foreignDepth - 1, 0) }
            if !isEnd, !isSelfClosed { foreignDepth += 1 }
        } else if !isEnd, foreignDepth == 0, RawTextElements.names.contains(name) {
            open = Opening(
                name: name, node: node, offset: less, isSelfClosed: isSelfClosed)
        }
        return tag.position
    }

    // MARK: Telling

    private static func place(
        of open: Opening, in tree: Tree, _ lines: SourceLines, _ file: SourcePath
    ) -> Place {
        var places = PlaceFinder(tree, lines: lines, file: file)
        let end = open.offset + 1 + open.name.utf8.count
        return places.place(of: open.offset..<end, ofHTML: open.node)
    }

    private static func warning(of open: Opening, at place: Place) -> Diagnostic {
        if open.isComment {
            return .warning(
                .markdownUnclosedHTML, "the comment is not closed, and hides the rest of the text",
                at: place, fixes: [.init("end it with '-->'")])
        }
        return .warning(
            .markdownUnclosedHTML,
            "'<\(open.name)>' is not closed, and takes in the rest of the text", at: place,
            explanation: open.isSelfClosed
                ? "HTML passes over the '/' of '/>', but in SVG and MathML." : nil,
            fixes: [.init("end it with '</\(open.name)>', or write the tag as code")])
    }
}
