/// A line of a GFM table, cut at its pipes.
enum TableRow {
    /// The cells of a line, blanks trimmed: `| a | b\|c |` gives `a` and `b\|c`.
    ///
    /// A pipe behind a backslash belongs to the cell, also in code (GFM 0.29, section 4.10). What
    /// stands before the first and behind the last pipe is a cell only where it is not blank.
    static func cells(of line: Range<Int>, in bytes: [UInt8]) -> [Range<Int>] {
        let line = bytes.trimmed(line)
        var cells: [Range<Int>] = []
        var i = line.lowerBound
        if i < line.upperBound, bytes[i] == .pipe { i += 1 }
        var start = i
        while i < line.upperBound {
            if bytes[i] == .backslash {
                i += 2
            } else if bytes[i] == .pipe {
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
}

/// The line under a table's head: `| :-- | :-: | --: |`.
enum DelimiterRow {
    /// Whether a whole line has only what a delimiter row and the quotes around it are made of.
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

    /// How each column is set; nil where the line is no delimiter row.
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
