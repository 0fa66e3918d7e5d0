import Addresses
import Diagnostics

/// Finds the places of a tree's nodes in its file. Consecutive lookups in one block scan the block
/// once.
package struct PlaceFinder {
    private let tree: Tree
    private let lines: SourceLines
    private let file: SourcePath
    private var block = Tree.none
    private var inlines: InlinePlaces?
    /// How far a text was followed: a byte of the tree, and its offset in the source.
    private var reached: (text: NodeID, byte: Int, offset: Int)?

    /// How far a block of HTML was followed: a byte of the tree, and its line.
    private var followed: (block: NodeID, byte: Int, line: Int)?

    init(_ tree: Tree, lines: SourceLines, file: SourcePath) {
        self.tree = tree
        self.lines = lines
        self.file = file
    }

    /// The place of a node, as ``Document/place(of:)``.
    package mutating func place(of id: NodeID) -> Place {
        Place(file: file, range: range(of: id))
    }

    /// The place of an address: in a block of HTML its own line; otherwise the place of its node.
    /// O(bytes of the block) for all the addresses of one block in order.
    package mutating func place(of link: Link) -> Place {
        let node = tree[link.node]
        guard let part = link.part, node.kind == .htmlBlock, !tree.isSource else {
            return place(of: link.node)
        }
        if followed?.block != link.node || (followed?.byte ?? 0) > part.lowerBound {
            followed = (link.node, node.text.lowerBound, Int(node.firstLine))
        }
        let (byte, first) = (followed?.byte ?? 0, followed?.line ?? 0)
        let breaks = tree.bytes[byte..<part.lowerBound].count { $0 == .lineFeed }
        let number = min(first + breaks, max(Int(node.firstLine), Int(node.lastLine)))
        followed = (link.node, part.lowerBound, number)
        let line = lines.range(of: number)
        let address = Array(tree.bytes[part].prefix { !$0.isLineEnd })
        guard let start = lines.bytes.firstIndex(of: address, in: line) else {
            return Place(file: file, range: lines.bytes.trimmed(line))
        }
        return Place(file: file, range: start..<start + address.count)
    }

    mutating func range(of id: NodeID) -> Range<Int> {
        if tree.isSource {
            let node = tree[id]
            return node.destination.isEmpty ? node.text : node.destination
        }
        if let known = inlines?.ranges[id] { return known }
        let node = tree[id]
        guard node.kind.isInline || node.kind == .tableCell else { return range(ofBlock: node) }
        var leaf = id
        while leaf != Tree.none, tree[leaf].kind.isInline || tree[leaf].kind == .tableCell {
            leaf = tree[leaf].parent
        }
        guard leaf != Tree.none else { return 0..<0 }
        if leaf != block {
            block = leaf
            inlines = InlinePlaces(of: leaf, in: tree, lines: lines)
        }
        return inlines?.ranges[id] ?? range(ofBlock: tree[leaf])
    }

    /// The place of a part of a text node, in ``Tree/bytes``. O(text) for all its parts in order.
    mutating func place(of part: Range<Int>, in text: NodeID) -> Place {
        let whole = range(of: text)
        if reached?.text != text || (reached?.byte ?? 0) > part.lowerBound {
            reached = (text, tree[text].text.lowerBound, whole.lowerBound)
        }
        let (byte, offset) = (reached?.byte ?? 0, reached?.offset ?? 0)
        let alignment = TextAlignment(lines.bytes, before: whole.upperBound)
        let start = alignment.end(of: tree.bytes[byte..<part.lowerBound], from: offset)
        let end = alignment.end(of: tree.bytes[part], from: start)
        reached = (text, part.upperBound, end)
        return Place(file: file, range: start..<max(start, end))
    }

    /// The place of a part of a raw-HTML node, in ``Tree/bytes``: its first line, because prefixes
    /// of containers may be between the lines in the file. It is found by counting equal parts
    /// before it. O(bytes of the node).
    mutating func place(of part: Range<Int>, ofHTML node: NodeID) -> Place {
        let whole = range(of: node)
        if part == tree[node].text { return Place(file: file, range: whole) }
        let pattern = Array(tree.bytes[part].prefix { !$0.isLineEnd })
        let end = part.lowerBound + pattern.count
        var before = tree[node].text.lowerBound
        var reached = whole.lowerBound
        while let found = lines.bytes.firstIndex(of: pattern, in: reached..<whole.upperBound) {
            let next = tree.bytes.firstIndex(of: pattern, in: before..<end)
            guard let next, next < part.lowerBound else {
                return Place(file: file, range: found..<found + pattern.count)
            }
            before = next + 1
            reached = found + 1
        }
        return Place(file: file, range: whole)
    }

    private func range(ofBlock node: Node) -> Range<Int> {
        let first = lines.range(of: Int(node.firstLine))
        let start = min(first.lowerBound + max(Int(node.column) - 1, 0), first.upperBound)
        // libcmark counts the blank line after a list or a heading to it.
        let end = lines.range(of: max(Int(node.firstLine), Int(node.lastLine))).upperBound
        return start..<lines.bytes.trimmed(start..<max(start, end)).upperBound
    }
}
