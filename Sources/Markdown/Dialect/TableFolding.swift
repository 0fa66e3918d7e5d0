extension Tree {
    /// Makes tables, rows and cells of the headings that ``TableRewriting`` wrote.
    ///
    /// Short rows are filled up. O(nodes).
    mutating func foldTables(_ alignments: [[Alignment]], placeholders: PlaceholderCodePoints) {
        // Nodes are in document order, like the alignments. Containers are folded one by one, which
        // is a different order if one table is nested and the next is not.
        var ordinals: [NodeID: Int] = [:]
        for id in 0..<NodeID(nodes.count)
        where placeholder(ofHeading: id, placeholders) == .table {
            ordinals[id] = ordinals.count
        }
        for id in 0..<NodeID(nodes.count) {
            switch self[id].kind {
            case .document, .blockQuote, .item:
                foldTables(in: id, alignments, ordinals, placeholders)
            default: break
            }
        }
    }

    /// How many tables ``foldTables(_:placeholders:)`` will find. O(nodes).
    func tableCount(_ placeholders: PlaceholderCodePoints) -> Int {
        var count = 0
        for id in 0..<NodeID(nodes.count)
        where placeholder(ofHeading: id, placeholders) == .table { count += 1 }
        return count
    }

    private mutating func foldTables(
        in parent: NodeID, _ alignments: [[Alignment]], _ ordinals: [NodeID: Int],
        _ placeholders: PlaceholderCodePoints
    ) {
        var fold = TableFold()
        var previous = Tree.none
        var child = self[parent].firstChild
        while child != Tree.none {
            let next = self[child].next
            guard let role = placeholder(ofHeading: child, placeholders) else {
                fold.endTable(in: &self)
                link(child, after: previous, in: parent)
                previous = child
                child = next
                continue
            }
            if role == .table, let index = ordinals[child], index < alignments.count {
                fold.endTable(in: &self)
                fold.beginTable(alignments[index], at: self[child], in: &self)
                link(fold.table, after: previous, in: parent)
                self[fold.table].next = Tree.none
                previous = fold.table
            } else if role == .row {
                fold.beginRow(at: self[child], in: &self)
            }
            fold.addCell(child, in: &self)
            removePlaceholders(ofCell: child)
            child = next
        }
        fold.endTable(in: &self)
        if previous != Tree.none { self[previous].next = Tree.none }
    }

    /// The placeholder that a heading's text begins with.
    private func placeholder(ofHeading id: NodeID, _ placeholders: PlaceholderCodePoints)
        -> PlaceholderCodePoints.Role?
    {
        let node = self[id]
        guard node.kind == .heading, node.level == 6, node.firstChild != Tree.none,
            self[node.firstChild].kind == .text,
            case let text = self[node.firstChild].text,
            let role = placeholders.role(in: bytes, at: text.lowerBound, before: text.upperBound)
        else { return nil }
        return role == .cell || role == .table || role == .row ? role : nil
    }

    /// Cuts the placeholder and the space at both ends of a cell's texts.
    private mutating func removePlaceholders(ofCell cell: NodeID) {
        let first = self[cell].firstChild
        let last = lastChild(of: cell)
        var text = self[first].text
        var lower = min(text.lowerBound + 3, text.upperBound)
        if lower < text.upperBound, bytes[lower] == .space { lower += 1 }
        self[first].text = lower..<text.upperBound
        text = self[last].text
        var upper = max(text.upperBound - 3, text.lowerBound)
        if upper > text.lowerBound, bytes[upper - 1] == .space { upper -= 1 }
        self[last].text = text.lowerBound..<upper
    }
}

/// The table under construction.
private struct TableFold {
    private(set) var table = Tree.none
    private var row = Tree.none
    private var lastCell = Tree.none
    private var column = 0
    private var alignments: [Alignment] = []

    mutating func beginTable(_ alignments: [Alignment], at cell: Node, in tree: inout Tree) {
        var node = Node(.table)
        node.firstLine = cell.firstLine
        node.lastLine = cell.firstLine + 1
        node.column = cell.column
        table = tree.add(node)
        self.alignments = alignments
        beginRow(at: cell, in: &tree)
    }

    mutating func beginRow(at cell: Node, in tree: inout Tree) {
        let previous = row
        fillRow(in: &tree)
        guard table != Tree.none else { return }
        var node = Node(.tableRow)
        node.firstLine = cell.firstLine
        node.lastLine = cell.firstLine
        node.column = 1
        node.number = previous == Tree.none ? 0 : tree[previous].number + 1
        row = tree.add(node)
        tree.link(row, after: previous, in: table)
        tree[table].lastLine = max(tree[table].lastLine, cell.firstLine)
        lastCell = Tree.none
        column = 0
    }

    mutating func addCell(_ id: NodeID, in tree: inout Tree) {
        guard row != Tree.none, column < alignments.count else { return }
        tree[id].kind = .tableCell
        tree[id].level = alignments[column].rawValue
        tree[id].column = 1
        tree[id].next = Tree.none
        tree.link(id, after: lastCell, in: row)
        lastCell = id
        column += 1
    }

    mutating func endTable(in tree: inout Tree) {
        fillRow(in: &tree)
        table = Tree.none
        row = Tree.none
    }

    private mutating func fillRow(in tree: inout Tree) {
        while row != Tree.none, column < alignments.count {
            var cell = Node(.tableCell)
            cell.firstLine = tree[row].firstLine
            cell.lastLine = cell.firstLine
            addCell(tree.add(cell), in: &tree)
        }
    }
}
