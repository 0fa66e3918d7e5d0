import Diagnostics
import Markdown
import Text

/// The snippet comments of a document, each with the code block below it.
package struct SnippetComments: Sendable {
    /// A comment with its place in the file.
    package struct Placed: Sendable, Hashable {
        package let comment: SnippetComment
        /// The comment's HTML.
        package let place: Place
        /// Where ``SnippetComment/text`` begins in the file; nil for several lines, which have
        /// prefixes of containers in between.
        let textStart: Int?

        /// The place of a part of the comment's text, in UTF-8 bytes of it; for a comment of
        /// several lines, the place of the whole.
        package func place(of range: Range<Int>) -> Place {
            guard let textStart else { return place }
            return Place(
                file: place.file,
                range: textStart + range.lowerBound..<textStart + range.upperBound)
        }
    }

    /// A comment without effect.
    package struct Stray: Sendable, Hashable {
        package let place: Place
        /// One line, without a full stop.
        package let message: String
        package let fix: String
    }

    /// Comments that are not above a code block, and misspelled ones, by position.
    package private(set) var strays: [Stray] = []
    private var above: [NodeID: [Placed]] = [:]

    /// More strays are noise, and each place costs a scan of its paragraph.
    private static let mostStrays = 20

    /// Reads a document. A comment is above a block if only other snippet comments are between them
    /// in the same container. O(bytes of raw HTML).
    package init(in document: Document) {
        for id in document.rawHTML {
            read(id, in: document, isBlock: document.tree[id].kind == .htmlBlock)
        }
    }

    /// The comments above a block, nearest last.
    package func above(_ block: CodeBlock) -> [Placed] {
        above[block.node] ?? []
    }

    /// The combined attributes of a block's fence and the comments above it; the fence overrides
    /// the comments, and the nearest comment the others.
    package func info(of block: CodeBlock) -> InfoString {
        let own = InfoString(block.info)
        guard let comments = above[block.node] else { return own }
        return comments.reversed().reduce(own) { $0.merging($1.comment.info) }
    }

    private mutating func read(_ id: NodeID, in document: Document, isBlock: Bool) {
        let html = Array(document.tree.bytes[document.tree[id].text])
        switch SnippetComment.read(html) {
        case .other: return
        case .nearMiss(let word):
            guard strays.count < Self.mostStrays else { return }
            strays.append(
                Stray(
                    place: document.place(of: id),
                    message: "'\(word)' begins no comment that galley reads",
                    fix: "write <!-- snippet: … -->"))
        case .comment(let comment):
            if isBlock, let block = Self.block(below: id, in: document.tree) {
                let place = document.place(of: id)
                above[block, default: []].append(
                    Self.placed(comment, html, at: place, document.source))
            } else if strays.count < Self.mostStrays {
                strays.append(
                    Stray(
                        place: document.place(of: id),
                        message: "this comment is above no code block",
                        fix: "put it on a line of its own right above the block"))
            }
        }
    }

    private static func placed(
        _ comment: SnippetComment, _ html: [UInt8], at place: Place, _ source: [UInt8]
    ) -> Placed {
        // A text of one line is in the file as it is in the tree, except for its indentation.
        let indent = html.prefix { $0 == 0x20 || $0 == 0x09 }.count
        let start = place.range.lowerBound + comment.range.lowerBound - indent
        let end = start + comment.range.count
        let isSame = end <= source.count && source[start..<end].elementsEqual(comment.text.utf8)
        return Placed(comment: comment, place: place, textStart: isSame ? start : nil)
    }

    /// The code block after a comment's node, other snippet comments skipped.
    private static func block(below id: NodeID, in tree: Tree) -> NodeID? {
        var next = tree[id].next
        // So few comments are stacked that reading each twice costs nothing.
        for _ in 0..<8 where next != Tree.none && tree[next].kind == .htmlBlock {
            guard case .comment = SnippetComment.read(Array(tree.bytes[tree[next].text])) else {
                return nil
            }
            next = tree[next].next
        }
        return next != Tree.none && tree[next].kind == .codeBlock ? next : nil
    }
}
