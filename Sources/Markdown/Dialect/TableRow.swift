import Text

/// A line of a GFM table, cut at its pipes.
enum TableRow {
    /// The cells of a line, blanks trimmed: `| a | b\|c |` gives `a` and `b\|c`.
    ///
    /// A pipe directly after a backslash belongs to the cell, also in code and after another
    /// backslash, as in cmark-gfm (GFM 0.29, section 4.10). Text before the first pipe or after the
    /// last one is a cell only if it is not blank.
    static func cells(of line: Range<Int>, in bytes: [UInt8]) -> [Range<Int>] {
        let line = bytes.trimmed(line)
        var cells: [Range<Int>] = []
        var i = line.lowerBound
        if i < line.upperBound, bytes[i] == .pipe { i += 1 }
        var start = i
        while i < line.upperBound {
            if bytes[i] == .pipe, i == line.lowerBound || bytes[i - 1] != .backslash {
                cells.append(bytes.trimmed(start..<i))
                i += 1
                start = i
            } else {
                i += 1
            }
        }
        let rest = bytes.trimmed(min(start, line.upperBound)..<line.upperBound)
        if !rest.isEmpty { cells.append(rest) }
        return cells
    }

    /// Whether a line begins a block of its own after a table although it cannot interrupt a
    /// paragraph: an item that is empty or whose number is not 1, or a line that is one HTML tag
    /// (CommonMark 0.30, sections 5.2 and 4.6).
    static func beginsBlock(_ line: Range<Int>, in bytes: [UInt8]) -> Bool {
        let line = bytes.trimmed(line)
        guard let first = bytes[line].first else { return false }
        if first == .less { return isLoneTag(line, in: bytes) }
        let digits = bytes[line].prefix { $0.isDigit }.count
        let marker = line.lowerBound + digits
        guard digits <= 9, marker < line.upperBound else { return false }
        switch bytes[marker] {
        case .period, .closeParenthesis: guard digits > 0 else { return false }
        case .hyphen, .asterisk, UInt8(ascii: "+"): guard digits == 0 else { return false }
        default: return false
        }
        return marker + 1 == line.upperBound || bytes[marker + 1].isBlank
    }

    private static func isLoneTag(_ line: Range<Int>, in bytes: [UInt8]) -> Bool {
        guard let name = RawHTML.elementName(at: line, in: bytes) else { return false }
        let isEnd = bytes[line.lowerBound + 1] == .slash
        let start = line.lowerBound + (isEnd ? 2 : 1) + name.utf8.count
        var tag = TagReader(bytes, from: start, before: line.upperBound)
        while tag.next() != nil {}
        return tag.position == line.upperBound && bytes[line.upperBound - 1] == .greater
    }
}

/// The line under a table's head: `| :-- | :-: | --: |`.
enum DelimiterRow {
    /// Whether a line contains only the characters of a delimiter row and of the quotes around it.
    static func mayStand(in bytes: borrowing Span<UInt8>, _ line: Range<Int>) -> Bool {
        var hasHyphen = false
        var hasMark = false
        for i in line {
            switch bytes[i] {
            case .hyphen: hasHyphen = true
            case .pipe, .colon: hasMark = true
            case .space, .tab, .greater: break
            default: return false
            }
        }
        return hasHyphen && hasMark
    }

    /// The alignment of each column; nil where the line is not a delimiter row.
    static func alignments(of line: Range<Int>, in bytes: [UInt8]) -> [Alignment]? {
        var alignments: [Alignment] = []
        for cell in TableRow.cells(of: line, in: bytes) {
            let left = bytes[cell.lowerBound] == .colon
            let right = cell.count > 1 && bytes[cell.upperBound - 1] == .colon
            let hyphens = cell.dropFirst(left ? 1 : 0).dropLast(right ? 1 : 0)
            guard !hyphens.isEmpty, hyphens.allSatisfy({ bytes[$0] == .hyphen }) else { return nil }
            alignments.append(left ? (right ? .center : .left) : (right ? .right : .none))
        }
        return alignments.isEmpty ? nil : alignments
    }
}
