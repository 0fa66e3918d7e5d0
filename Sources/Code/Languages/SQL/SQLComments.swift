/// The comments of SQL: `-- `, `/* … */` that may hold others, and `#` of MySQL.
extension SQLLexer {
    mutating func comment() -> Bool {
        let start = scanner.index
        switch (scanner.byte, scanner.ahead(1)) {
        case (UInt8(ascii: "-"), UInt8(ascii: "-")):
            scanner.skipLine()
            out.note(.lineComment, start, scanner.index)
            if isRule(start) {
                out.complain("a table of results is no SQL", start, scanner.index)
                return true
            }
            elide(start, start + 2..<scanner.index)
        case (UInt8(ascii: "/"), UInt8(ascii: "*")):
            let isClosed = skipComment()
            if !isClosed { scanner.index = scanner.count }
            out.note(.blockComment, start, scanner.index)
            guard isClosed else {
                out.complain("the comment is not closed", start, start + 2)
                return true
            }
            elide(start, start + 2..<scanner.index - 2)
        case (UInt8(ascii: "#"), _) where isHashComment:
            scanner.skipLine()
            out.note(.lineComment, start, scanner.index)
            elide(start, start + 1..<scanner.index)
        case (UInt8(ascii: "{"), UInt8(ascii: "%")):
            scanner.index += 2
            if !scanner.skip(past: "%}") {
                out.complain("the tag is not closed", start, start + 2)
            }
        default: return false
        }
        return true
    }

    /// Whether a line is the rule below the head of a table: `----+-----`.
    private func isRule(_ start: Int) -> Bool {
        let line = scanner.code[start..<scanner.index]
        return line.contains(UInt8(ascii: "+"))
            && line.allSatisfy { $0 == 0x2D || $0 == 0x2B || $0.isBlank }
    }

    mutating func elide(_ start: Int, _ inside: Range<Int>) {
        guard scanner.isElision(inside) else { return }
        out.elisions += 1
        out.appendOptional(TokenKind.elision, start, scanner.index)
    }

    /// Moves past a comment, with comments inside where all of them are closed.
    private mutating func skipComment() -> Bool {
        let start = scanner.index + 2
        scanner.index = start
        var level = 1
        var firstEnd = -1
        while !scanner.isAtEnd {
            if scanner.starts(with: "*/") {
                scanner.index += 2
                level -= 1
                if firstEnd < 0 { firstEnd = scanner.index }
                if level == 0 || isNestingOff { return true }
            } else if scanner.starts(with: "/*") {
                scanner.index += 2
                level += 1
            } else {
                scanner.index += 1
            }
        }
        isNestingOff = true
        guard firstEnd >= 0 else { return false }
        scanner.index = firstEnd
        return true
    }

    /// Whether `#` begins a comment, as in MySQL: not a name of a temporary table, not an operator.
    private var isHashComment: Bool {
        let after = scanner.ahead(1)
        if after == UInt8(ascii: "{") { return false }
        if after == UInt8(ascii: ">") || after == UInt8(ascii: "<")
            || after == UInt8(ascii: "-") && followsOperand
        {
            return false
        }
        if previous == kinds.operatorWord { return false }
        if after.isDigit { return true }
        if after.isWordPart || after == UInt8(ascii: "#") {
            return !kinds.beforeTable.contains(previous)
        }
        return true
    }
}
