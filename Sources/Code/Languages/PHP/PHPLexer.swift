/// The tokens of PHP ("Basic syntax" and "Types" of its language reference).
struct PHPLexer {
    var scanner: Scanner
    var out: Tokens
    private let kinds: Kinds
    private var words: Words { kinds.words }

    /// What is the same for all blocks.
    final class Kinds: Sendable {
        let words: Words
        let name, qualified, variable, number, string, cast, html, echo, halt: UInt8
        let semicolon, dots, ellipsis, equals, parenthesis, brace, bracket, arrow, offset: UInt8
        /// The words before a condition.
        let conditions: Set<UInt8>

        init(_ words: Words) {
            self.words = words
            name = words["NAME"]
            qualified = words["QNAME"]
            variable = words["VARIABLE"]
            number = words["NUMBER"]
            string = words["STRING"]
            cast = words["CAST"]
            html = words["HTML"]
            echo = words["ECHO"]
            halt = words["\"__halt_compiler\""]
            semicolon = words["\";\""]
            dots = words["\"...\""]
            ellipsis = words["\"…\""]
            equals = words["\"=\""]
            parenthesis = words["\"(\""]
            brace = words["\"{\""]
            bracket = words["\"]\""]
            arrow = words["\"->\""]
            offset = words["OFFSET"]
            conditions = Set(["if", "elseif", "while", "switch"].map { words["\"\($0)\""] })
        }
    }

    private var unclosedCount = 0

    /// After more strings that are not closed nothing is read: each was read up to the end.
    private static let mostUnclosed = 50
    private static let casts: Set<String> = [
        "int", "integer", "bool", "boolean", "float", "double", "real", "string", "array", "object",
        "unset", "binary", "void",
    ]
    static let backslash = UInt8(ascii: "\\")
    static let dollar = UInt8(ascii: "$")

    init(_ scanner: Scanner, _ kinds: Kinds) {
        self.scanner = scanner
        self.kinds = kinds
        out = Tokens(codeCount: scanner.count)
    }

    mutating func tokens() -> Tokens {
        if beginsOutside() { outside() }
        while !scanner.isAtEnd { next() }
        out.append(TokenKind.end, scanner.count, scanner.count)
        return out
    }

    // MARK: Inside and outside

    /// Whether the code begins outside of `<?php … ?>`: not where no `<?php` or `<?=` occurs, or `?>`
    /// before it does.
    private func beginsOutside() -> Bool {
        if scanner.starts(with: "#!") { return true }
        var index = scanner.index
        while index < scanner.count {
            if scanner[index] == UInt8(ascii: "<"), tagLength(at: index) > 0 { return true }
            if scanner.starts(with: "?>", at: index) { return false }
            index += 1
        }
        return false
    }

    /// The length of `<?php`, `<?=` or `<?` with a blank; 0 for what opens nothing.
    private func tagLength(at index: Int) -> Int {
        guard scanner.starts(with: "<?", at: index) else { return 0 }
        let next = scanner[index + 2]
        if next == UInt8(ascii: "=") { return 3 }
        if next.isBlank || next == 0x0A { return 2 }
        let isPHP =
            next | 0x20 == UInt8(ascii: "p") && scanner[index + 3] | 0x20 == UInt8(ascii: "h")
            && scanner[index + 4] | 0x20 == UInt8(ascii: "p")
        return isPHP && !scanner[index + 5].isWordPart ? 5 : 0
    }

    /// Moves to the inside of the next `<?php` or `<?=`.
    private mutating func outside() {
        let start = scanner.index
        var length = 0
        while !scanner.isAtEnd {
            if scanner.byte == UInt8(ascii: "<") {
                length = tagLength(at: scanner.index)
                if length > 0 { break }
            }
            scanner.index += 1
        }
        if scanner.index > start { out.append(kinds.html, start, scanner.index) }
        if length > 0 { out.note(.directive, scanner.index, scanner.index + length) }
        if length == 3 { out.append(kinds.echo, scanner.index, scanner.index + 3) }
        scanner.index += length
    }

    private mutating func close() {
        out.note(.directive, scanner.index, scanner.index + 2)
        out.append(kinds.semicolon, scanner.index, scanner.index + 2)
        scanner.index += 2
        // The line end after `?>` belongs to it.
        if scanner.byte == 0x0D, scanner.ahead(1) == 0x0A { scanner.index += 1 }
        if scanner.byte == 0x0A { scanner.index += 1 }
        outside()
    }

    private mutating func next() {
        let start = scanner.index
        let byte = scanner.byte
        switch byte {
        case 0x20, 0x0A, 0x09, 0x0D, 0x0B, 0x0C: scanner.index += 1
        case UInt8(ascii: "/") where scanner.ahead(1) == UInt8(ascii: "/"): lineComment(2)
        case UInt8(ascii: "/") where scanner.ahead(1) == UInt8(ascii: "*"): comment()
        case UInt8(ascii: "#") where scanner.ahead(1) != UInt8(ascii: "["): lineComment(1)
        case UInt8(ascii: "?") where scanner.ahead(1) == UInt8(ascii: ">"): close()
        case PHPLexer.dollar where isNameStart(1):
            scanner.index += 1
            _ = skipName()
            out.append(kinds.variable, start, scanner.index)
        case UInt8(ascii: "'"): text(from: start)
        case UInt8(ascii: "\""), UInt8(ascii: "`"): interpolated(from: start)
        case UInt8(ascii: "<") where scanner.ahead(1) == byte && scanner.ahead(2) == byte:
            if !heredoc(from: start) { sign() }
        case UInt8(ascii: "(") where castLength() > 0:
            scanner.index += castLength()
            out.append(kinds.cast, start, scanner.index)
        case _ where byte.isWordStart || byte == PHPLexer.backslash || byte >= 0x80: word()
        case _ where byte.isDigit, UInt8(ascii: ".") where scanner.ahead(1).isDigit: numeral()
        default: sign()
        }
    }

    private mutating func sign() {
        let start = scanner.index
        guard let sign = words.sign(in: scanner, at: start) else {
            return scanner.skipUnknown(into: &out, language: "PHP")
        }
        scanner.index += sign.count
        if sign.kind == kinds.brace, endsText, out.ends.last.map(Int.init) == start {
            return out.append(kinds.offset, start, scanner.index)
        }
        if sign.kind == kinds.dots {
            while scanner.byte == UInt8(ascii: ".") { scanner.index += 1 }
        }
        out.append(sign.kind, start, scanner.index)
    }

    /// Whether the last token may end a text that `{0}` takes a part of.
    private var endsText: Bool {
        let last = out.kinds.last
        return last == kinds.variable || last == kinds.bracket
            || last == kinds.name && out.kinds.dropLast().last == kinds.arrow
    }

    /// The length of `( int )`; 0 if a bracket begins here.
    private func castLength() -> Int {
        var index = scanner.index + 1
        while scanner[index] == 0x20 || scanner[index] == 0x09 { index += 1 }
        let start = index
        while scanner[index].isLetter { index += 1 }
        let end = index
        guard end - start > 2, end - start < 8 else { return 0 }
        while scanner[index] == 0x20 || scanner[index] == 0x09 { index += 1 }
        guard scanner[index] == UInt8(ascii: ")"),
            Self.casts.contains(scanner.text(start..<end).lowercased())
        else { return 0 }
        return index + 1 - scanner.index
    }

    // MARK: Names

    /// Whether the byte some places ahead begins a name; of the characters beyond ASCII all may but
    /// signs that are taken for one of ASCII.
    private func isNameStart(_ distance: Int) -> Bool {
        let byte = scanner.ahead(distance)
        if byte < 0x80 { return byte.isWordStart }
        let value = scanner.scalar(at: scanner.index + distance).value
        return OddSigns.plain(value) == nil && value != 0x2026
    }

    /// Moves past a name without `\`, and returns its hash in lower case.
    private mutating func skipName() -> UInt64 {
        var hash = Words.seed
        while true {
            let byte = scanner.byte
            if byte.isWordPart {
                hash = words.step(hash, byte)
                scanner.index += 1
            } else if byte >= 0x80, isNameStart(0) {
                hash = words.step(hash, byte)
                scanner.skipCharacter()
            } else {
                return hash
            }
        }
    }

    private mutating func word() {
        let start = scanner.index
        if scanner.byte | 0x20 == UInt8(ascii: "b") {
            let quote = scanner.ahead(1)
            if quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") {
                scanner.index += 1
                return quote == UInt8(ascii: "'") ? text(from: start) : interpolated(from: start)
            }
            if scanner.starts(with: "<<<", at: start + 1), heredoc(from: start + 1) { return }
        }
        var kind = kinds.name
        if isNameStart(0) {
            let hash = skipName()
            kind = words.kind(of: hash) ?? kinds.name
        } else if scanner.byte != PHPLexer.backslash || !isNameStart(1) {
            return odd()
        }
        while scanner.byte == PHPLexer.backslash, isNameStart(1) {
            scanner.index += 1
            _ = skipName()
            kind = kinds.qualified
        }
        if kind == kinds.halt { scanner.index = scanner.count }
        out.append(kind, start, scanner.index)
    }

    private mutating func odd() {
        let start = scanner.index
        if scanner.isEllipsis {
            while scanner.isEllipsis { scanner.index += 3 }
            out.append(kinds.ellipsis, start, scanner.index)
        } else {
            sign()
        }
    }

    // MARK: Comments

    private mutating func elide(from start: Int) {
        out.elisions += 1
        out.appendOptional(TokenKind.elision, start, scanner.index)
    }

    /// A comment up to the end of the line or `?>`.
    private mutating func lineComment(_ length: Int) {
        let start = scanner.index
        while !scanner.isAtEnd, scanner.byte != 0x0A, !scanner.starts(with: "?>") {
            scanner.index += 1
        }
        out.note(.lineComment, start, scanner.index)
        if scanner.isElision(start + length..<scanner.index) { elide(from: start) }
    }

    private mutating func comment() {
        let start = scanner.index
        scanner.index += 2
        let isClosed = scanner.skip(past: "*/")
        out.note(.blockComment, start, scanner.index)
        guard isClosed else {
            return out.complain("the comment is not closed", start, start + 2)
        }
        if scanner.isElision(start + 2..<scanner.index - 2) || standsForCode { elide(from: start) }
    }

    /// Whether the comment that ends here is all that a condition or a value has: `if (/* done */)`.
    private var standsForCode: Bool {
        var index = scanner.index
        while scanner[index].isBlank { index += 1 }
        let next = scanner[index]
        if out.kinds.last == kinds.equals { return next == UInt8(ascii: ";") }
        let head = out.kinds.dropLast().last
        return next == UInt8(ascii: ")") && out.kinds.last == kinds.parenthesis
            && head.map(kinds.conditions.contains) == true
    }

    // MARK: Strings

    /// `'…'`, over lines.
    private mutating func text(from start: Int) {
        scanner.index += 1
        while !scanner.isAtEnd {
            switch scanner.byte {
            case UInt8(ascii: "\\"): scanner.index += 2
            case UInt8(ascii: "'"):
                scanner.index += 1
                return finish(from: start)
            default: scanner.index += 1
            }
        }
        unclosed(from: start)
    }

    /// `"…"` or `` `…` ``, with the code in `{$…}` and `${…}`, which may hold strings.
    private mutating func interpolated(from start: Int) {
        /// The quotes and brackets that are open: `"`, `` ` `` or `{`.
        var open = [scanner.byte]
        scanner.index += 1
        while let last = open.last, !scanner.isAtEnd {
            let byte = scanner.byte
            let isCode = last == UInt8(ascii: "{")
            if byte == PHPLexer.backslash, !isCode {
                scanner.index += 2
            } else if isCode ? byte == UInt8(ascii: "}") : byte == last {
                scanner.index += 1
                open.removeLast()
            } else if isCode {
                codeInText(byte, &open)
            } else if byte == UInt8(ascii: "{") && scanner.ahead(1) == PHPLexer.dollar
                || byte == PHPLexer.dollar && scanner.ahead(1) == UInt8(ascii: "{")
            {
                scanner.index += 2
                open.append(UInt8(ascii: "{"))
            } else {
                scanner.index += 1
            }
        }
        guard open.isEmpty else { return unclosed(from: start) }
        let end = min(scanner.index, scanner.count)
        finish(from: start)
        if scanner.index == end { noteParts(start..<end) }
    }

    private mutating func codeInText(_ byte: UInt8, _ open: inout [UInt8]) {
        scanner.index += 1
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "\""), UInt8(ascii: "`"): open.append(byte)
        case UInt8(ascii: "'"):
            while !scanner.isAtEnd, scanner.byte != byte {
                scanner.index += scanner.byte == PHPLexer.backslash ? 2 : 1
            }
            scanner.index += 1
        default: break
        }
    }

    /// A string that goes over lines, with a word right after its quote, was not closed in its
    /// first line: the quote opens the next string.
    private mutating func finish(from start: Int) {
        scanner.index = min(scanner.index, scanner.count)
        let isInside = scanner.byte.isWordPart || scanner.byte == PHPLexer.backslash
        if isInside, scanner.code[start..<scanner.index].contains(0x0A) {
            unclosed(from: start)
        } else {
            out.append(kinds.string, start, scanner.index)
        }
    }

    private mutating func unclosed(from start: Int) {
        scanner.index = start
        scanner.skipLine()
        out.complain("the string is not closed", start, scanner.index)
        unclosedCount += 1
        if unclosedCount > Self.mostUnclosed { scanner.index = scanner.count }
    }

    /// `<<<NAME`, `<<<"NAME"` or `<<<'NAME'`, up to a line that begins with the name.
    private mutating func heredoc(from start: Int) -> Bool {
        var index = start + 3
        while scanner[index] == 0x20 || scanner[index] == 0x09 { index += 1 }
        let quote = scanner[index]
        let isQuoted = quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"")
        if isQuoted { index += 1 }
        let first = index
        while scanner[index].isWordPart || scanner[index] >= 0x80 { index += 1 }
        let label = scanner.code[first..<index]
        if isQuoted, scanner[index] == quote { index += 1 }
        if scanner[index] == 0x0D { index += 1 }
        guard !label.isEmpty, !(scanner[first].isDigit), scanner[index] == 0x0A else {
            return false
        }
        while index < scanner.count {
            index += 1
            while scanner[index] == 0x20 || scanner[index] == 0x09 { index += 1 }
            let end = index + label.count
            if end <= scanner.count, scanner.code[index..<end].elementsEqual(label),
                !scanner[end].isWordPart, scanner[end] < 0x80
            {
                scanner.index = end
                out.note(.hereDocument, start, end)
                out.append(kinds.string, start, end)
                return true
            }
            while index < scanner.count, scanner.code[index] != 0x0A { index += 1 }
        }
        scanner.index = start
        scanner.skipLine()
        let name = String(decoding: label, as: UTF8.self)
        out.note(.hereDocument, start, scanner.count)
        out.complain("no line '\(name)' closes the string", start, scanner.index)
        scanner.index = scanner.count
        return true
    }

    // MARK: Numbers

    private mutating func numeral() {
        let start = scanner.index
        let letter = scanner.ahead(1) | 0x20
        let isPrefixed =
            scanner.byte == UInt8(ascii: "0")
            && (letter == UInt8(ascii: "x") || letter == UInt8(ascii: "o")
                || letter == UInt8(ascii: "b"))
        if isPrefixed {
            scanner.index += 2
            while scanner.byte.isHexDigit || scanner.byte == UInt8(ascii: "_") {
                scanner.index += 1
            }
        } else {
            scanner.skipDigits()
            if scanner.byte == UInt8(ascii: "."), !scanner.starts(with: "...") {
                scanner.index += 1
                scanner.skipDigits()
            }
            if scanner.byte | 0x20 == UInt8(ascii: "e") {
                let isSigned =
                    scanner.ahead(1) == UInt8(ascii: "+") || scanner.ahead(1) == UInt8(ascii: "-")
                if scanner.ahead(isSigned ? 2 : 1).isDigit {
                    scanner.index += isSigned ? 2 : 1
                    scanner.skipDigits()
                }
            }
        }
        let text = scanner.code[start..<scanner.index]
        if text.first == UInt8(ascii: "0"), text.contains(where: { $0 == 0x38 || $0 == 0x39 }),
            text.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: "_") })
        {
            return out.complain("no such digit in an octal number", start, scanner.index)
        }
        out.append(kinds.number, start, scanner.index)
    }
}
