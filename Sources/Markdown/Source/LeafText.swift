/// The text of a paragraph, a heading or a table's row, without the prefixes of containers, with a
/// mapping back to the file.
struct LeafText {
    /// The lines, each but the last ended by one LF.
    let bytes: [UInt8]
    /// Where each line begins, in ``bytes`` and in the file.
    private let starts: [(text: Int, file: Int)]

    /// O(bytes of the lines).
    init(_ block: LeafBlock, of lines: SourceLines) {
        var bytes: [UInt8] = []
        var starts: [(text: Int, file: Int)] = []
        for line in block.lines {
            let whole = lines.range(of: line)
            let start =
                line == block.lines.lowerBound ? block.start : block.prefix(of: whole, lines)
            if !starts.isEmpty { bytes.append(.lineFeed) }
            starts.append((bytes.count, start))
            let end = min(whole.upperBound, block.end)
            bytes += lines.bytes[min(start, end)..<end]
        }
        self.bytes = bytes
        self.starts = starts
    }

    /// The place in the file of a byte of ``bytes``. O(log lines).
    func offset(of position: Int) -> Int {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle].text <= position { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return position }
        return starts[low - 1].file + position - starts[low - 1].text
    }
}

/// The place in the file of a block with inline content, or of a table's cell.
struct LeafBlock {
    let lines: ClosedRange<Int>
    /// Where its text begins and ends, in bytes of the file.
    let start: Int
    let end: Int
    /// Whether it is in an item of a list.
    let isInList: Bool
    /// Whether it is a table's row, or a cell of one.
    let isInTable: Bool
    /// How many `>` precede each of its lines.
    let quotes: Int
    /// How many bytes, mostly blanks, precede its text on its first line.
    let indent: Int

    /// nil for a block without lines.
    init?(_ id: NodeID, in tree: Tree, lines: SourceLines) {
        let node = tree[id]
        let first = Int(node.firstLine)
        guard first >= lines.firstLine, first <= lines.lastLine else { return nil }
        self.lines = first...min(max(first, Int(node.lastLine)), lines.lastLine)
        let line = lines.range(of: first)
        isInTable = node.kind == .tableRow
        indent = min(max(Int(node.column) - 1, 0), line.count)
        start = line.lowerBound + indent
        end = lines.range(of: self.lines.upperBound).upperBound
        var quotes = 0
        var isInList = false
        var above = node.parent
        while above != Tree.none {
            if tree[above].kind == .blockQuote { quotes += 1 }
            if tree[above].kind == .item { isInList = true }
            above = tree[above].parent
        }
        self.quotes = quotes
        self.isInList = isInList
    }

    /// A cell of a table's row; nil for an empty one.
    init?(cell: Range<Int>, of row: LeafBlock) {
        guard !cell.isEmpty else { return nil }
        lines = row.lines
        start = cell.lowerBound
        end = cell.upperBound
        isInList = row.isInList
        isInTable = true
        quotes = row.quotes
        indent = row.indent
    }

    /// The start of a further line's text, after its quotes and the blanks of its lists; a line may
    /// omit them.
    func prefix(of line: Range<Int>, _ lines: SourceLines) -> Int {
        let bytes = lines.bytes
        let limit = min(line.upperBound, line.lowerBound + max(indent, quotes * 5))
        var end = line.lowerBound
        var open = quotes
        var i = end
        while i < limit {
            if bytes[i] == .greater, open > 0 {
                open -= 1
                i += 1
                if i < limit, bytes[i] == .space { i += 1 }
                end = i
            } else if bytes[i].isBlank {
                i += 1
                if i - line.lowerBound <= indent { end = max(end, i) }
            } else {
                break
            }
        }
        return end
    }

    /// Whether a line is blank or indented like the block's first line.
    func holds(_ line: Range<Int>, _ lines: SourceLines) -> Bool {
        let start = prefix(of: line, lines)
        return start - line.lowerBound >= indent
            || lines.bytes.trimmed(start..<line.upperBound).isEmpty
    }
}
