import Markdown

/// Finds the end of an excerpt without a marker: from the first block of text to the length, before
/// the first code, table, heading or footnote after it.
///
/// Anything before the first text (a heading, code, an aside) is left out, by ``start``; in a text
/// in HTML it is kept, because its tags may continue.
struct AutomaticCut {
    private let tree: Tree
    /// The block of the document that holds the first text; nil if none was found yet.
    private(set) var start: NodeID?
    /// In words.
    private let length: Int
    private var count = WordCount()
    /// Whether hidden text precedes ``start``, so that an excerpt leaves something out even if
    /// nothing is cut.
    var leavesOutHidden: Bool {
        start != tree[Tree.root].firstChild && start != nil && asides.found.contains(.hidden)
    }
    /// The elements so far whose content cannot begin an excerpt.
    private var asides = AsideElements()

    init(_ tree: Tree, length: Int) {
        self.tree = tree
        // The search multiplies it, which must not overflow.
        self.length = min(max(length, 1), 1 << 30)
    }

    /// The cut; nil: the excerpt is the whole text. O(nodes before the cut).
    mutating func find() -> Cut? {
        if let cut = search() { return cut }
        // A text that is centered as a whole is not a caption.
        guard start == nil, asides.found.contains(.caption) else { return nil }
        asides = AsideElements(readsCaptions: false)
        count = WordCount()
        return search()
    }

    private mutating func search() -> Cut? {
        var id = tree.successor(Tree.root)
        while id != Tree.none {
            let hasText = count.words > 0
            switch tree[id].kind {
            case .codeBlock, .table, .heading, .footnotes, .footnote:
                if hasText { return cut(before: id) }
                id = tree.following(id)
            case .htmlBlock:
                // An element opened here may be closed beyond the cut.
                if hasText, !isComment(id) { return cut(before: id) }
                asides.read(id, in: tree)
                id = tree.following(id)
            // In a text in HTML: a heading, a table, a listing.
            case .htmlInline where hasText && tree[id].level > 0: return cut(before: id)
            case .htmlInline:
                asides.read(id, in: tree)
                if hasText, asides.kind == .hidden { return cut(before: id) }
                id = tree.successor(id)
            case .paragraph, .calloutTitle, .customBlock:
                if asides.kind != nil {
                    readTags(in: id)
                    id = tree.following(id)
                    continue
                }
                if count.words >= length { return cut(before: id) }
                if start == nil {
                    // Blocks of HTML need the tags before them.
                    let isHTML = tree[id].kind == .customBlock
                    start = isHTML ? tree[Tree.root].firstChild : block(around: id)
                }
                let paragraph = ParagraphCut(tree, id, after: count, length: length)
                if let cut = paragraph.find() { return cut }
                count = paragraph.count
                count.endRun()
                if count.words == 0 { start = nil }
                if paragraph.holdsHTML, let tag = readTags(in: id), count.words > 0 {
                    return cut(before: tag)
                }
                id = tree.following(id)
            default: id = tree.successor(id)
            }
        }
        return nil
    }

    /// Reads the inline tags of a paragraph; returns the one that opens a hidden element extending
    /// past it.
    @discardableResult
    private mutating func readTags(in paragraph: NodeID) -> NodeID? {
        var opening: NodeID?
        var id = tree.successor(paragraph, in: paragraph)
        while id != Tree.none {
            if tree[id].kind == .htmlInline {
                asides.read(id, in: tree)
                if asides.kind != .hidden {
                    opening = nil
                } else if opening == nil {
                    opening = id
                }
            }
            id = tree.successor(id, in: paragraph)
        }
        return opening
    }

    /// A cut before a block; nil if only footnotes, which no excerpt shows, would follow.
    private func cut(before id: NodeID) -> Cut? {
        if tree[id].kind == .footnotes, tree.following(id) == Tree.none { return nil }
        return Cut(before: tree.outermostBeginning(at: id), textEnd: nil)
    }

    /// The block of the document itself that contains a node.
    private func block(around id: NodeID) -> NodeID {
        var id = id
        while tree[id].parent != Tree.root, tree[id].parent != Tree.none { id = tree[id].parent }
        return id
    }

    private func isComment(_ id: NodeID) -> Bool {
        tree.bytes[tree[id].text].starts(with: "<!--".utf8)
    }
}
