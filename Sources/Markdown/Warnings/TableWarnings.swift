import Addresses
import Diagnostics

extension Diagnostic.ID {
    package static let markdownLostCells = Diagnostic.ID("markdown/lost-cells")
    package static let markdownLiteralTable = Diagnostic.ID("markdown/literal-table")
}

/// Text that a reader of the source would take for a table, or a cell of one, and GFM does not.
enum TableWarnings {
    // MARK: Rows

    /// A row whose last cells are hidden; the fix escapes pipes in code if those make it too long.
    /// O(line).
    static func warning(
        of row: TableRewriting.LongRow, in lines: SourceLines, file: SourcePath
    ) -> Diagnostic {
        let line = lines.range(of: row.line)
        let lost = TableRow.cells(of: line, in: lines.bytes).suffix(row.lost)
        let range = (lost.first?.lowerBound ?? line.lowerBound)..<(lost.last ?? line).upperBound
        let pipes = pipesInCode(of: line, in: lines.bytes)
        let edits =
            pipes.count == row.lost
            ? pipes.map {
                Diagnostic.Fix.Edit(Place(file: file, range: $0..<$0), "\\")
            } : []
        return .warning(
            .markdownLostCells,
            "the row has \(row.columns + row.lost) cells and its table \(row.columns) columns, so its end is not shown",
            at: Place(file: file, range: range),
            explanation: "A pipe begins a cell also in code, unless a backslash is before it.",
            fixes: [
                .init(
                    pipes.isEmpty
                        ? "give the table's head another cell, or write '\\|' where a pipe is text"
                        : "write '\\|' for a pipe in code", edits: edits)
            ])
    }

    /// Unescaped pipes between backticks of one line.
    private static func pipesInCode(of line: Range<Int>, in bytes: [UInt8]) -> [Int] {
        var pipes: [Int] = []
        /// The open run of backticks, and the pipes after it.
        var open = 0
        var inside: [Int] = []
        var i = line.lowerBound
        while i < line.upperBound {
            if bytes[i] == .backtick {
                let run = bytes[i..<line.upperBound].prefix { $0 == .backtick }.count
                i += run
                if open == 0 {
                    open = run
                } else if open == run {
                    pipes += inside
                    inside = []
                    open = 0
                }
                continue
            }
            if open > 0, bytes[i] == .pipe, bytes[i - 1] != .backslash { inside.append(i) }
            i += 1
        }
        return pipes
    }

    // MARK: Delimiter rows

    /// A delimiter row whose number of cells differs from the head before it; the fix rewrites it.
    /// O(line).
    static func warning(
        of mismatch: TableRewriting.Mismatch, in lines: SourceLines, file: SourcePath
    ) -> Diagnostic {
        let place = Place(file: file, range: rule(on: mismatch.line, in: lines))
        let head = rule(on: mismatch.line - 1, in: lines)
        if cells(ofFullWidth: head, in: lines.bytes).count == mismatch.columns.count {
            return warning(
                ofFullWidthPipesIn: mismatch.line - 1...mismatch.line - 1, in: lines, file: file)
        }
        let columns = (0..<mismatch.head).map {
            word(for: $0 < mismatch.columns.count ? mismatch.columns[$0] : .none)
        }
        let row = "| " + columns.joined(separator: " | ") + " |"
        return .warning(
            .markdownLiteralTable,
            "this is no table: the line before has \(mismatch.head) cells, and this one \(mismatch.columns.count)",
            at: place, fixes: [.init("give both as many: \(row)", edits: [.init(place, row)])])
    }

    /// The delimiter row on a line, without the quotes and blanks around it.
    private static func rule(on line: Int, in lines: SourceLines) -> Range<Int> {
        let range = lines.bytes.trimmed(lines.range(of: line))
        let quotes = lines.bytes[range].prefix { $0 == .greater || $0.isBlank }
        return quotes.endIndex..<range.upperBound
    }

    private static func word(for alignment: Alignment) -> String {
        switch alignment {
        case .none: "---"
        case .left: ":---"
        case .center: ":---:"
        case .right: "---:"
        }
    }

    // MARK: Full-width pipes

    /// Lines that begin and end with `｜`, in a paragraph; the fix writes `|` for each. nil unless
    /// the first two lines are such lines and the second is a delimiter row. O(bytes of the
    /// paragraph).
    static func warning(
        ofFullWidthPipesIn node: Node, in lines: SourceLines, file: SourcePath
    ) -> Diagnostic? {
        let first = Int(node.firstLine)
        guard Int(node.lastLine) > first,
            hasFullWidthPipes(rule(on: first, in: lines), in: lines.bytes),
            case let second = rule(on: first + 1, in: lines),
            hasFullWidthPipes(second, in: lines.bytes)
                || DelimiterRow.alignments(of: second, in: lines.bytes) != nil
        else { return nil }
        return warning(ofFullWidthPipesIn: first...Int(node.lastLine), in: lines, file: file)
    }

    /// A line of a paragraph that would be a delimiter row with `|` for each `｜` in it, after a
    /// line with as many cells. nil for any other line. O(bytes of the paragraph).
    static func warning(
        ofFullWidthRule line: Int, in node: Node, lines: SourceLines, file: SourcePath
    ) -> Diagnostic? {
        guard line > Int(node.firstLine), line <= Int(node.lastLine) else { return nil }
        let (text, row) = ascii(rule(on: line, in: lines), in: lines.bytes)
        guard row.count > 0, text.count < rule(on: line, in: lines).count,
            let columns = DelimiterRow.alignments(of: row, in: text),
            cells(ofFullWidth: rule(on: line - 1, in: lines), in: lines.bytes).count
                == columns.count
        else { return nil }
        return warning(ofFullWidthPipesIn: line - 1...Int(node.lastLine), in: lines, file: file)
    }

    /// At the first of these lines; the fix writes `|` for each `｜` in them.
    private static func warning(
        ofFullWidthPipesIn table: ClosedRange<Int>, in lines: SourceLines, file: SourcePath
    ) -> Diagnostic {
        let rows = table.map { rule(on: $0, in: lines) }
        let pipes = rows.flatMap { self.pipes(of: $0, in: lines.bytes) }
        return .warning(
            .markdownLiteralTable, "this is no table: its pipes are of full width",
            at: Place(file: file, range: rows[0]),
            fixes: [
                .init(
                    "write '|' for '｜', and a line '|---|---|' after the first",
                    edits: pipes.map { .init(Place(file: file, range: $0), "|") })
            ])
    }

    private static let fullWidthPipe = Array("｜".utf8)

    private static func pipes(of row: Range<Int>, in bytes: [UInt8]) -> [Range<Int>] {
        var pipes: [Range<Int>] = []
        var i = row.lowerBound
        while let pipe = bytes.firstIndex(of: fullWidthPipe, in: i..<row.upperBound) {
            pipes.append(pipe..<pipe + fullWidthPipe.count)
            i = pipe + fullWidthPipe.count
        }
        return pipes
    }

    /// A row with `|` for each `｜`.
    private static func ascii(
        _ row: Range<Int>, in bytes: [UInt8]
    ) -> (text: [UInt8], row: Range<Int>) {
        var text: [UInt8] = []
        var from = row.lowerBound
        for pipe in pipes(of: row, in: bytes) {
            text += bytes[from..<pipe.lowerBound]
            text.append(.pipe)
            from = pipe.upperBound
        }
        text += bytes[from..<row.upperBound]
        return (text, text.indices)
    }

    /// The cells of a row, with full-width pipes read as plain ones.
    private static func cells(ofFullWidth row: Range<Int>, in bytes: [UInt8]) -> [Range<Int>] {
        let (text, row) = ascii(row, in: bytes)
        return TableRow.cells(of: row, in: text)
    }

    private static func hasFullWidthPipes(_ row: Range<Int>, in bytes: [UInt8]) -> Bool {
        row.count > 2 * fullWidthPipe.count && bytes[row].starts(with: fullWidthPipe)
            && bytes[row].suffix(fullWidthPipe.count).elementsEqual(fullWidthPipe)
    }

    // MARK: Rows without a delimiter row

    /// Lines that all begin and end with a pipe, in a paragraph: at the second, where a delimiter
    /// row is required. nil for fewer than two. O(lines of the paragraph).
    static func warning(
        ofParagraph node: Node, in lines: SourceLines, file: SourcePath
    ) -> Diagnostic? {
        let first = Int(node.firstLine)
        guard Int(node.lastLine) > first else { return nil }
        let bytes = lines.bytes
        let start = lines.start(of: first) + max(Int(node.column) - 1, 0)
        let head = start..<max(start, lines.range(of: first).upperBound)
        let second = rule(on: first + 1, in: lines)
        let isRule = isOrgRule(second, in: bytes)
        for row in [head, second] {
            let text = bytes.trimmed(row)
            guard text.count > 4, bytes[text.lowerBound] == .pipe,
                bytes[text.upperBound - 1] == .pipe,
                TableRow.cells(of: text, in: bytes).count > 1 || isRule && row == second
            else { return nil }
        }
        if DelimiterRow.alignments(of: head, in: bytes) != nil {
            return .warning(
                .markdownLiteralTable,
                "this is no table: no row of headings is directly before its delimiter row",
                at: Place(file: file, range: head),
                fixes: [.init("write the headings on the line before, without a blank line")])
        }
        // The wrong number of cells is reported already.
        if DelimiterRow.alignments(of: second, in: bytes) != nil { return nil }
        let cells = TableRow.cells(of: head, in: bytes).count
        let row = "|" + String(repeating: " --- |", count: min(cells, 99))
        return .warning(
            .markdownLiteralTable, "this is no table: its second line is no delimiter row",
            at: Place(file: file, range: second),
            fixes: [
                isRule
                    ? .init(
                        "write it as: \(row)",
                        edits: [.init(Place(file: file, range: bytes.trimmed(second)), row)])
                    : .init("write '\(row)' after the first line")
            ])
    }

    /// `|---+---|`, which separates heads from rows in Org.
    private static func isOrgRule(_ row: Range<Int>, in bytes: [UInt8]) -> Bool {
        bytes[row].contains(UInt8(ascii: "+"))
            && bytes[row].allSatisfy { "|+-: ".utf8.contains($0) }
    }
}
