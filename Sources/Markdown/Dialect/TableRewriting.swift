import Text

/// A source in which every cell of a GFM table is a heading, for libcmark to parse again.
///
///     | a | b |          ###### ⟨table⟩ a ⟨cell⟩
///     |---|---|    →     ###### ⟨cell⟩ b ⟨cell⟩
///     | 1 | 2 |          ###### ⟨row⟩ 1 ⟨cell⟩
///                        ###### ⟨cell⟩ 2 ⟨cell⟩
///
/// Headings need no blank lines (lists stay tight), interrupt a paragraph and are one line. So
/// libcmark handles the cells' inline content, the document's link definitions and its containers.
/// ``Tree/foldTables(_:placeholders:)`` makes tables of them again.
struct TableRewriting {
    /// The text for libcmark to parse instead.
    private(set) var source: [UInt8] = []
    /// For each line of ``source``, the line of the text that it was written from.
    private(set) var origins: [Int32] = []
    /// The columns of each table, in document order.
    private(set) var alignments: [[Alignment]] = []
    /// Lines of the file at which a table is cut off because it would grow without bound.
    private(set) var cutLines: [Int] = []
    /// Rows with text beyond the last column, which is hidden.
    private(set) var longRows: [LongRow] = []
    /// Delimiter rows that make no table, because the line before has more cells or fewer.
    private(set) var mismatches: [Mismatch] = []

    struct LongRow: Sendable {
        let line: Int
        let columns: Int
        /// How many cells are left out.
        let lost: Int
    }

    struct Mismatch: Sendable {
        /// The delimiter row's.
        let line: Int
        let head: Int
        let columns: [Alignment]
    }

    var hasTables: Bool { !alignments.isEmpty }

    /// As in cmark-gfm: how many cells are added to short rows.
    static let mostFilledCells = 0x80000
    private static let mostBytes = 128 << 20

    private let lines: SourceLines
    private let placeholders: PlaceholderCodePoints
    private var filledCells = 0
    /// The first line that is not in `source` yet.
    private var nextLine: Int

    /// `lines` is the text that `tree` was parsed from. ``source`` is empty if the text has no
    /// table.
    init(_ tree: Tree, lines: SourceLines, placeholders: PlaceholderCodePoints) {
        self.lines = lines
        self.placeholders = placeholders
        nextLine = lines.firstLine
        var measures = ContainerStack.Measures()
        for id in tree.nodes.indices {
            let node = tree.nodes[id]
            guard let block = Self.block(of: node, lines), block.lowerBound >= nextLine else {
                continue
            }
            rewrite(
                block, column: Int(node.column), isHeading: node.kind == .heading,
                in: ContainerStack(
                    around: NodeID(id), in: tree, lines: lines, measures: &measures))
        }
        if hasTables { copyLines(before: lines.lastLine + 1) }
    }

    /// The lines of a node that may hold a table.
    private static func block(of node: Node, _ lines: SourceLines) -> ClosedRange<Int>? {
        // A table directly before `---` or `===` is a heading of several lines at this stage.
        guard node.kind == .paragraph || node.kind == .heading, node.lastLine > node.firstLine
        else { return nil }
        let first = Int(node.firstLine)
        let last = min(Int(node.lastLine), lines.lastLine)
        guard first < last,
            (first + 1...last).contains(where: {
                DelimiterRow.mayStand(in: lines.bytes.span, lines.range(of: $0))
            })
        else { return nil }
        return first...last
    }

    private mutating func rewrite(
        _ block: ClosedRange<Int>, column: Int, isHeading: Bool, in containers: ContainerStack
    ) {
        let bytes = lines.bytes
        /// The block's text on a line; nil on a lazy line and on one indented like code, which only
        /// the head of a table may be.
        func content(of line: Int, mayBeIndented: Bool = false) -> Range<Int>? {
            let range = lines.range(of: line)
            if line == block.lowerBound {
                let start = min(range.lowerBound + column - 1, range.upperBound)
                return noteStart(start..<range.upperBound)..<range.upperBound
            }
            guard var cursor = containers.cursor(onLine: line),
                mayBeIndented || cursor.indent.columns <= 3
            else { return nil }
            cursor.skipBlanks()
            return cursor.rest
        }
        var line = block.lowerBound
        let prefix = containers.prefix
        while line < block.upperBound {
            guard DelimiterRow.mayStand(in: bytes.span, lines.range(of: line + 1)),
                let rule = content(of: line + 1),
                let head = content(of: line, mayBeIndented: true),
                let columns = DelimiterRow.alignments(of: rule, in: bytes)
            else {
                line += 1
                continue
            }
            let cells = TableRow.cells(of: head, in: bytes)
            guard cells.count == columns.count else {
                if bytes[rule].contains(.pipe), bytes[head].contains(.pipe) {
                    mismatches.append(
                        Mismatch(line: line + 1, head: cells.count, columns: columns))
                }
                line += 1
                continue
            }
            copyLines(before: line)
            var lead = prefix
            if line == block.lowerBound {
                lead = Array(bytes[lines.start(of: line)..<head.lowerBound])
                if head.lowerBound > lines.start(of: line) + column - 1 {
                    // The footnote's mark is a paragraph of its own, which is removed later.
                    source += lead + [.lineFeed]
                    origins.append(Int32(line - lines.firstLine + 1))
                    lead = prefix
                }
            }
            append(cells, line: line, role: .table, lead: lead, prefix: prefix)
            alignments.append(columns)
            line += 2
            while line <= block.upperBound, let row = content(of: line) {
                let endsTable =
                    isHeading && line == block.upperBound && Self.isBlockStart(bytes[row])
                if endsTable { break }
                let cells = TableRow.cells(of: row, in: bytes)
                if cells.isEmpty || TableRow.beginsBlock(row, in: bytes) { break }
                filledCells += max(0, columns.count - cells.count)
                if filledCells > Self.mostFilledCells || source.count > Self.mostBytes {
                    cutLines.append(line)
                    break
                }
                if cells[min(columns.count, cells.count)...].contains(where: { !$0.isEmpty }) {
                    longRows.append(
                        LongRow(
                            line: line, columns: columns.count, lost: cells.count - columns.count))
                }
                append(
                    Array(cells.prefix(columns.count)), line: line, role: .row, lead: prefix,
                    prefix: prefix)
                line += 1
            }
            nextLine = line
        }
    }

    /// The start of a line's text after the mark of a footnote, `⟨0⟩`, if it begins with one.
    private func noteStart(_ line: Range<Int>) -> Int {
        let bytes = lines.bytes
        guard line.count > 6,
            placeholders.role(in: bytes, at: line.lowerBound, before: line.upperBound) == .footnote
        else { return line.lowerBound }
        let digits = bytes[line.lowerBound + 3..<line.upperBound].prefix(while: \.isDigit)
        guard
            placeholders.role(in: bytes, at: digits.endIndex, before: line.upperBound) == .footnote
        else { return line.lowerBound }
        return bytes[digits.endIndex + 3..<line.upperBound].firstIndex { !$0.isBlank }
            ?? line.upperBound
    }

    /// Whether an underline is a thematic break or an empty item once it underlines nothing.
    private static func isBlockStart(_ underline: ArraySlice<UInt8>) -> Bool {
        let count = underline.prefix { $0 == .hyphen }.count
        return count >= 3 || count == 1
    }

    private mutating func append(
        _ cells: [Range<Int>], line: Int, role: PlaceholderCodePoints.Role, lead: [UInt8],
        prefix: [UInt8]
    ) {
        let bytes = lines.bytes
        let (mark, end) = (placeholders.utf8(role), placeholders.utf8(.cell))
        for (index, cell) in cells.enumerated() {
            source += index == 0 ? lead : prefix
            source.append(utf8: "###### ")
            source += index == 0 ? mark : end
            source.append(.space)
            // A backslash before a pipe belongs to the table.
            var from = cell.lowerBound
            for i in cell
            where bytes[i] == .pipe && i > from && bytes[i - 1] == .backslash {
                source += bytes[from..<i - 1]
                from = i
            }
            source += bytes[from..<cell.upperBound]
            source.append(.space)
            source += end
            source.append(.lineFeed)
            origins.append(Int32(line - lines.firstLine + 1))
        }
    }

    private mutating func copyLines(before line: Int) {
        guard nextLine < line else { return }
        source += lines.bytes[lines.start(of: nextLine)..<lines.start(of: line)]
        origins += Int32(nextLine - lines.firstLine + 1)...Int32(line - lines.firstLine)
        nextLine = line
    }
}

// MARK: Without a tree

extension TableRewriting {
    /// A guess from the lines alone: blocks between blank lines whose every line begins with `|`.
    ///
    /// Such a line is a paragraph at the top level of the document unless it is code or raw HTML;
    /// there its cells become no headings, see ``isBorneOut(by:lines:)``. nil without such a table.
    /// O(bytes).
    init?(standingAloneIn lines: SourceLines, placeholders: PlaceholderCodePoints) {
        self.lines = lines
        self.placeholders = placeholders
        nextLine = lines.firstLine
        source.reserveCapacity(lines.bytes.count + lines.bytes.count / 4)
        origins.reserveCapacity(lines.lastLine - lines.firstLine + 64)
        let containers = ContainerStack(lines)
        var isBehindBlank = true
        var line = lines.firstLine
        while line <= lines.lastLine {
            guard isBehindBlank, beginsWithPipe(line) else {
                isBehindBlank = isBlank(line)
                line += 1
                continue
            }
            var last = line
            while last < lines.lastLine, beginsWithPipe(last + 1) { last += 1 }
            if last > line, last == lines.lastLine || isBlank(last + 1) {
                rewrite(line...last, column: 1, isHeading: false, in: containers)
            }
            isBehindBlank = false
            line = last + 1
        }
        guard !alignments.isEmpty else { return nil }
        copyLines(before: lines.lastLine + 1)
    }

    /// Whether `tree`, parsed from this guess, confirms it: every guessed table is there, and no
    /// remaining paragraph may hold another. `lines` are those of the text.
    func isBorneOut(by tree: Tree, lines: SourceLines) -> Bool {
        tree.tableCount(placeholders) == alignments.count
            && !tree.nodes.contains { Self.block(of: $0, lines) != nil }
    }

    private func beginsWithPipe(_ line: Int) -> Bool {
        let start = lines.start(of: line)
        return start < lines.bytes.count && lines.bytes[start] == .pipe
    }

    private func isBlank(_ line: Int) -> Bool {
        for i in lines.range(of: line) where !lines.bytes[i].isBlank { return false }
        return true
    }
}
