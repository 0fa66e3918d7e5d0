/// Quoted texts, parameters and signs of SQL.
extension SQLLexer {
    // MARK: Quotes

    /// - Parameter start: where the token begins, if before the quote.
    mutating func quoted(_ quote: UInt8, _ kind: UInt8, from start: Int? = nil) {
        let start = start ?? scanner.index
        scanner.index += 1
        let lineEnd = skipQuoted(quote)
        if lineEnd < 0 {
            out.append(kind, start, scanner.index)
        } else {
            scanner.index = lineEnd
            out.complain(Self.openString, start, lineEnd)
        }
    }

    /// Moves past the rest of a quoted text.
    ///
    /// - Returns: -1, or where its first line ends if it is not closed: it reaches the end of the
    ///   code, or spans lines and is followed by a letter, so that the next quote opens a text.
    private mutating func skipQuoted(_ quote: UInt8) -> Int {
        let start = scanner.index - 1
        var lineEnd = -1
        while !scanner.isAtEnd {
            let byte = scanner.byte
            if byte == quote {
                if scanner.ahead(1) == quote {
                    scanner.index += 2
                    continue
                }
                scanner.index += 1
                if lineEnd < 0 { return -1 }
                let isOpener =
                    scanner.byte.isWordPart || scanner.byte >= 0x80 && scanner.letterLength() != nil
                if isOpener || start == culprit { return lineEnd }
                if spanning < 0 { spanning = start }
                return -1
            }
            if byte == UInt8(ascii: "\\"), quote != UInt8(ascii: "`") {
                scanner.index += scanner.ahead(1) == quote && !escapesQuote(quote) ? 1 : 2
                continue
            }
            if byte == 0x0A, lineEnd < 0 {
                lineEnd = scanner.index
                if quote == UInt8(ascii: "`") { return lineEnd }
            }
            scanner.index += 1
        }
        scanner.index = scanner.count
        return lineEnd < 0 ? scanner.count : lineEnd
    }

    /// Whether a backslash before a quote escapes it, as in MySQL; in standard SQL it is a plain
    /// sign. What leaves the quotes of the line in pairs is right.
    private func escapesQuote(_ quote: UInt8) -> Bool {
        var index = scanner.index + 2
        let limit = min(scanner.count, index + 2_000)
        var count = 0
        while index < limit, scanner[index] != 0x0A {
            if scanner[index] == quote {
                count += 1
            } else if scanner[index] == UInt8(ascii: "\\") {
                index += 1
            }
            index += 1
        }
        if count == 0 { return scanner.ahead(2).isWordPart || scanner.ahead(2) == quote }
        return count % 2 == 1
    }

    /// `N'…'`, `E'…'`, `X'…'`, and Oracle's `q'[…]'`.
    mutating func prefixedString(_ start: Int) -> Bool {
        let last = scanner[scanner.index - 1] | 0x20
        guard "nexbrqu&".utf8.contains(scanner.code[start] | 0x20),
            last.isLetter || last == UInt8(ascii: "&")
        else { return false }
        if last == UInt8(ascii: "q") {
            let open = scanner.ahead(1)
            let pairs: [UInt8: UInt8] = [0x5B: 0x5D, 0x28: 0x29, 0x7B: 0x7D, 0x3C: 0x3E]
            let close = pairs[open] ?? open
            var index = scanner.index + 2
            while index < scanner.count {
                if scanner[index] == close, scanner[index + 1] == UInt8(ascii: "'") {
                    scanner.index = index + 2
                    out.append(kinds.string, start, scanner.index)
                    return true
                }
                index += 1
            }
            out.complain(Self.openString, start, scanner.index + 1)
            scanner.index = scanner.count
            return true
        }
        quoted(UInt8(ascii: "'"), kinds.string)
        return true
    }

    /// `$$ … $$` or `$tag$ … $tag$`.
    private mutating func dollarQuoted() -> Bool {
        let start = scanner.index
        var end = start + 1
        while scanner[end].isWordPart { end += 1 }
        guard scanner[end] == UInt8(ascii: "$"), !scanner[start + 1].isDigit else { return false }
        let tag = scanner.code[start...end]
        var index = end + 1
        while index + tag.count <= scanner.count {
            if scanner[index] == UInt8(ascii: "$"),
                scanner.code[index..<index + tag.count].elementsEqual(tag)
            {
                scanner.index = index + tag.count
                out.append(kinds.string, start, scanner.index)
                return true
            }
            index += 1
        }
        out.complain(Self.openString, start, end + 1)
        scanner.index = scanner.count
        return true
    }

    /// `[a name]` of SQL Server; not `a[1]`, not `[1, 2]`.
    private mutating func bracketName() -> Bool {
        guard
            !isAdjacent || previous == kinds.dot || previous == kinds.opener
                || previous == kinds.comma
        else { return false }
        var index = scanner.index + 1
        let digits = scanner.code[index...].prefix { $0.isDigit }.count
        let first = scanner[index + digits]
        guard first.isWordStart || first >= 0x80 else { return false }
        while index < scanner.count, index - scanner.index < 130, scanner[index] != 0x0A {
            let byte = scanner[index]
            if byte == UInt8(ascii: "]") {
                append(kinds.quoted, index + 1 - scanner.index)
                return true
            }
            if byte == UInt8(ascii: "[") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "'") {
                return false
            }
            index += 1
        }
        return false
    }

    // MARK: Parameters

    /// What stands for a value or a name: `?`, `:name`, `$1`, `@v`, `%s`, `#{x}`, `${x}`, `{{ x }}`,
    /// `<name>`, `&name`.
    mutating func parameter(_ byte: UInt8) -> Bool {
        let start = scanner.index
        let after = scanner.ahead(1)
        var end = start + 1
        switch byte {
        case UInt8(ascii: "["): return bracketName()
        case UInt8(ascii: "$"):
            if after == UInt8(ascii: "{") { return placeholder() }
            if dollarQuoted() { return true }
            guard after.isWordPart else { return false }
        case UInt8(ascii: "#"), UInt8(ascii: "{"):
            if placeholder() { return true }
            guard byte == UInt8(ascii: "#"), after.isWordPart || after == byte else { return false }
            if after == byte { end += 1 }
        case UInt8(ascii: "@"):
            if after == byte { end += 1 }
            let quote = scanner[end]
            if quote == 0x27 || quote == 0x22 || quote == 0x60,
                followsOperand || quote == 0x60 || end == start + 2
            {
                scanner.index = end
                quoted(quote, kinds.variable, from: start)
                return true
            }
            guard
                scanner[end].isWordPart || scanner[end] >= 0x80
                    || scanner[end] == UInt8(ascii: "%") && followsOperand
            else { return false }
            if scanner[end] == UInt8(ascii: "%") { end += 1 }
        case UInt8(ascii: "?"):
            if followsOperand { return false }
        case UInt8(ascii: "%"):
            if followsOperand || isAdjacent { return false }
            if after == UInt8(ascii: "(") {
                while scanner[end].isWordPart || scanner[end] == 0x28 { end += 1 }
                guard scanner[end] == UInt8(ascii: ")") else { return false }
                end += 1
            }
            guard scanner[end].isLetter else { return false }
        case UInt8(ascii: ":"):
            if after == 0x27 || after == 0x22 {
                scanner.index += 1
                quoted(after, kinds.parameter)
                return true
            }
            guard after.isWordPart || after >= 0x80, !(followsOperand && isAdjacent) else {
                return false
            }
        case UInt8(ascii: "&"):
            if after == byte { end += 1 }
            guard scanner[end].isWordPart, !followsOperand else { return false }
        case UInt8(ascii: "<"):
            guard !followsOperand, after.isLetter || after >= 0x80 else { return false }
            while scanner[end].isWordPart || scanner[end] >= 0x80 || scanner[end] == 0x20
                || scanner[end] == 0x2D
            {
                end += 1
            }
            guard scanner[end] == UInt8(ascii: ">") else { return false }
            append(kinds.parameter, end + 1 - start)
            return true
        default: return false
        }
        while scanner[end].isWordPart || scanner[end] == UInt8(ascii: "$")
            || scanner[end] == UInt8(ascii: "#") && scanner[end + 1] != UInt8(ascii: "{")
            || scanner[end] >= 0x80 && isLetter(end)
        { end += 1 }
        append(byte == UInt8(ascii: "@") ? kinds.variable : kinds.parameter, end - start)
        return true
    }

    private func isLetter(_ index: Int) -> Bool {
        if scanner[index] & 0xC0 == 0x80 { return true }
        var copy = scanner
        copy.index = index
        return copy.letterLength() != nil
    }

    /// `${x}`, `#{x}`, `{{ x }}`, `{x}`, with the letters that follow it.
    private mutating func placeholder() -> Bool {
        let start = scanner.index
        guard let end = placeholderEnd() else { return false }
        scanner.index = end
        while scanner.byte.isWordPart { scanner.index += 1 }
        while joinsPlaceholder() {}
        out.append(kinds.parameter, start, scanner.index)
        return true
    }

    /// Takes a placeholder right after a word, and the letters that follow it: `t_${x}_y`.
    mutating func joinsPlaceholder() -> Bool {
        let byte = scanner.byte
        guard byte == UInt8(ascii: "$") || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "#"),
            let end = placeholderEnd()
        else { return false }
        scanner.index = end
        while scanner.byte.isWordPart { scanner.index += 1 }
        return true
    }

    private func placeholderEnd() -> Int? {
        var index = scanner.index
        var isShort = false
        if scanner.starts(with: "{{") {
            index += 2
            while index < min(scanner.count, scanner.index + 500) {
                if scanner.starts(with: "}}", at: index) { return index + 2 }
                index += 1
            }
            return nil
        }
        if scanner.byte == UInt8(ascii: "{") {
            isShort = true
        } else {
            index += 1
            guard scanner[index] == UInt8(ascii: "{") else { return nil }
        }
        index += 1
        let inside = index
        while index - inside < 200, scanner[index] != 0x0A, index < scanner.count {
            let byte = scanner[index]
            if byte == UInt8(ascii: "}") {
                return index > inside || !isShort ? index + 1 : nil
            }
            if isShort, !byte.isWordPart, byte != UInt8(ascii: ".") { return nil }
            index += 1
        }
        return nil
    }

    // MARK: Numbers and signs

    mutating func number() {
        let start = scanner.index
        scanner.skipNumber()
        // `1st_table` is a name in MySQL.
        let digits = scanner.code[start..<scanner.index].prefix { $0.isDigit }
        let rest = scanner.code[digits.endIndex..<scanner.index]
        let isName =
            rest.count > 1 && rest.allSatisfy { $0.isWordPart }
            && rest.dropFirst().contains { $0.isLetter } && rest.first != UInt8(ascii: "x")
        out.append(isName ? kinds.quoted : kinds.number, start, scanner.index)
    }

    mutating func sign() {
        let start = scanner.index
        if scanner.byte == UInt8(ascii: ".") {
            if scanner.starts(with: "...") {
                while scanner.byte == UInt8(ascii: ".") { scanner.index += 1 }
                out.append(kinds.dots, start, scanner.index)
            } else {
                append(kinds.dot, 1)
            }
            return
        }
        let length = operatorLength()
        if length == 2, scanner.starts(with: ">>") { return append(kinds.greater, 1) }
        if let sign = words.sign(in: scanner, at: start), sign.count >= length {
            append(sign.kind, sign.count)
        } else if length > 0 {
            let text = scanner.text(start..<start + length)
            append(Self.prefixes.contains(text) ? kinds.sign : kinds.operation, length)
        } else {
            scanner.skipUnknown(into: &out, language: "SQL", lineComment: "--")
        }
    }

    /// The length of the longest operator at the next byte; 0 for none.
    private func operatorLength() -> Int {
        var run = 0
        while run < 4, Self.isOperator(scanner.ahead(run)) { run += 1 }
        if run > 1, scanner.ahead(run).isBlank, scanner[scanner.index - 1].isBlank,
            ![0x3F, 0x2A, 0x25].contains(scanner.ahead(run - 1)), scanner.byte != 0x2A
        {
            return run
        }
        while run > 1 {
            if Self.operators.contains(scanner.text(scanner.index..<scanner.index + run)) {
                return run
            }
            run -= 1
        }
        return run
    }

    private static func isOperator(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21, 0x23, 0x25, 0x26, 0x2A, 0x2B, 0x2D, 0x2F, 0x3A, 0x3C, 0x3D, 0x3E, 0x3F, 0x40,
            0x5E, 0x7C,
            0x7E:
            true
        default: false
        }
    }

    private static let prefixes: Set<String> = [
        "+", "-", "~", "!", "@", "!!", "|/", "||/", "@-@", "@@", "?-", "?|", "#", "!~",
    ]

    private static let operators: Set<String> = [
        "<>", "!=", "<=", ">=", "<=>", "==", "||", "&&", "<<", "->", "->>", "#>", "#>>", "#-", "@>",
        "<@", "@@", "@@@", "@?", "?|", "?&", "?-", "?-|", "?||", "!~", "!~*", "~*", "~~", "~~*",
        "!~~", "!~~*",
        "<->", "<#>", "<+>", "<~>", "<%>", "|/", "||/", "!!", "##", "?#", "^@", "&<", "&>", "<<|",
        "|>>", "&<|", "|&>",
        "-|-", "*=", "+=", "-=", "/=", "%=", "|=", "&=", "^=", "@-@", "~=", "<^", ">^", "<<=",
        ">>=", "~<~",
        "~>~", "~<=~", "~>=~", "*<>", "!<", "!>", "<%", "%>", "<<%", "%>>", "**", "//", "=*",
        "<->>", "|&|", "*<=", "*>=", "*>", "*<", "=~", "|||", "||=", "@=",
    ]
}
