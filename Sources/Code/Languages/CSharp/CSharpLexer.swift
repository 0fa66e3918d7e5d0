/// The tokens of C# ("Lexical structure" of its specification).
struct CSharpLexer {
    /// A string with holes.
    private struct Quote {
        /// How many quotes end it; those of a verbatim string are doubled inside.
        let quotes: Int
        /// How many braces begin a hole; 0: none do.
        let braces: Int
        let isVerbatim: Bool
        var isRaw: Bool { quotes > 2 }
    }

    private var scanner: Scanner
    private let words: Words
    private var out: Tokens
    /// The open brackets; with a string for those of its holes.
    private var brackets: [(byte: UInt8, text: Quote?)] = []
    /// How many branches of `#if` are open.
    private var conditions = 0
    private let name, number, char, string, quote, hole, format, dots, greater, nullIndex: UInt8

    init(_ scanner: Scanner, _ words: Words) {
        self.scanner = scanner
        self.words = words
        out = Tokens(codeCount: scanner.count)
        name = words["NAME"]
        number = words["NUMBER"]
        char = words["CHAR"]
        string = words["STRING"]
        quote = words["QUOTE"]
        hole = words["\"${\""]
        format = words["FORMAT"]
        dots = words["\"...\""]
        greater = words["\">\""]
        nullIndex = words["NULLINDEX"]
    }

    mutating func tokens() -> Tokens {
        if scanner.starts(with: "#!") { scanner.skipLine() }
        while !scanner.isAtEnd { next() }
        out.append(TokenKind.end, scanner.count, scanner.count)
        return out
    }

    private mutating func add(_ kind: UInt8, from start: Int) {
        scanner.index = min(scanner.index, scanner.count)
        out.append(kind, start, scanner.index)
    }

    private mutating func complain(_ message: String, _ start: Int, _ end: Int) {
        scanner.index = min(scanner.index, scanner.count)
        out.complain(message, start, min(end, scanner.count))
    }

    private mutating func next() {
        let start = scanner.index
        let byte = scanner.byte
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D: scanner.index += 1
        case 0xEF where scanner.starts(with: "\u{FEFF}"): scanner.index += 3
        case UInt8(ascii: "/") where comment(): return
        case UInt8(ascii: "#") where beginsLine: directive()
        case UInt8(ascii: "\""), UInt8(ascii: "$"), UInt8(ascii: "@"): quoted()
        case UInt8(ascii: "'"): character()
        case UInt8(ascii: ".") where scanner.ahead(1).isDigit: numeral()
        case _ where byte.isDigit: numeral()
        case _ where byte.isWordStart: word()
        case UInt8(ascii: "\\") where scanner.ahead(1) | 0x20 == UInt8(ascii: "u"): word()
        case _ where scanner.isEllipsis:
            while scanner.isEllipsis { scanner.index += 3 }
            add(dots, from: start)
        case _ where byte >= 0x80 && scanner.letterLength() != nil: word()
        case 0xC2 where scanner.ahead(1) == 0xA0: scanner.index += 2
        case _ where scanner.isSpaceSeparator: scanner.index += 3
        default: sign()
        }
    }

    private mutating func word() {
        let start = scanner.index
        var kind = scanner.word(words, name: name)
        while scanner.byte == UInt8(ascii: "\\"), scanner.ahead(1) | 0x20 == UInt8(ascii: "u") {
            scanner.index += 2
            _ = scanner.word(words, name: name)
            kind = name
        }
        add(kind, from: start)
    }

    // MARK: Signs

    private mutating func sign() {
        let start = scanner.index
        let byte = scanner.byte
        if let end = scanner.placeholderEnd,
            byte != UInt8(ascii: "<") || !hasTypes(start..<end)
        {
            scanner.index = end
            return add(dots, from: start)
        }
        if byte == UInt8(ascii: ":"), let text = brackets.last?.text,
            scanner.ahead(1) != UInt8(ascii: ":")
        {
            return skipFormat(text)
        }
        var found = words.sign(in: scanner, at: start)
        if byte == UInt8(ascii: ">"), scanner.ahead(1) != UInt8(ascii: "=") {
            found = (1, greater)
        } else if byte == UInt8(ascii: "?"), isNullIndex {
            found = (1, nullIndex)
        } else if byte == UInt8(ascii: "?"), scanner.ahead(1) == UInt8(ascii: "."),
            scanner.ahead(2).isDigit || scanner.ahead(2) == UInt8(ascii: ".")
        {
            found = (1, words["\"?\""])
        } else if byte == UInt8(ascii: "$") {
            found = nil
        }
        guard let found else { return scanner.skipUnknown(into: &out, language: "C#") }
        scanner.index += found.0
        if found.1 == dots {
            while scanner.byte == UInt8(ascii: ".") { scanner.index += 1 }
        }
        add(found.1, from: start)
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): brackets.append((byte, nil))
        case UInt8(ascii: ")"), UInt8(ascii: "]"):
            if let last = brackets.last, last.text == nil, last.byte != UInt8(ascii: "{") {
                brackets.removeLast()
            }
        case UInt8(ascii: "}"): closeBrace()
        default: break
        }
    }

    private mutating func closeBrace() {
        while let last = brackets.popLast() {
            guard last.byte == UInt8(ascii: "{") else { continue }
            if let text = last.text { goOn(text, from: scanner.index, isFirst: false) }
            return
        }
    }

    /// Whether `?` here belongs to `a?[0]`, and is no operator of `a ? [1] : [2]`.
    private var isNullIndex: Bool {
        scanner.ahead(1) == UInt8(ascii: "[") && scanner.index > 0
            && !scanner[scanner.index - 1].isBlank
    }

    /// Whether what looks like a placeholder is the list of types of a declaration.
    private func hasTypes(_ range: Range<Int>) -> Bool {
        scanner[range.upperBound] == UInt8(ascii: "(")
    }

    // MARK: Numbers

    private mutating func numeral() {
        let start = scanner.index
        let letter = scanner.byte == UInt8(ascii: "0") ? scanner.ahead(1) | 0x20 : 0
        if letter == UInt8(ascii: "x") || letter == UInt8(ascii: "b") {
            scanner.index += 2
            while scanner.byte.isHexDigit || scanner.byte == UInt8(ascii: "_") {
                scanner.index += 1
            }
        } else {
            scanner.skipDigits()
            if scanner.byte == UInt8(ascii: "."), scanner.ahead(1).isDigit {
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
        for _ in 0..<2 where "uUlLfFdDmM".utf8.contains(scanner.byte) { scanner.index += 1 }
        guard !scanner.byte.isWordPart else {
            while scanner.byte.isWordPart { scanner.index += 1 }
            return complain("C# has no such number", start, scanner.index)
        }
        add(number, from: start)
    }

    // MARK: Comments and directives

    private mutating func comment() -> Bool {
        let start = scanner.index
        if scanner.ahead(1) == UInt8(ascii: "/") {
            scanner.skipLine()
        } else if scanner.ahead(1) == UInt8(ascii: "*") {
            scanner.index += 2
            guard scanner.skip(past: "*/") else {
                complain("the comment is not closed", start, start + 2)
                return true
            }
        } else {
            return false
        }
        let isLine = scanner[start + 1] == UInt8(ascii: "/")
        let inside = start + 2..<max(start + 2, scanner.index - (isLine ? 0 : 2))
        if scanner.isElision(inside) {
            out.elisions += 1
            out.appendOptional(TokenKind.elision, start, scanner.index)
        }
        return true
    }

    private var beginsLine: Bool {
        var index = scanner.index - 1
        while index >= 0, scanner[index].isBlank { index -= 1 }
        return index < 0 || scanner[index] == 0x0A || index < 3 && scanner[index] >= 0x80
    }

    private mutating func directive() {
        let word = directiveWord
        scanner.skipLine()
        switch word {
        case "if": conditions += 1
        case "elif", "else": if conditions > 0 { skipBranches() }
        case "endif": conditions = max(0, conditions - 1)
        default: break
        }
    }

    private var directiveWord: String {
        var start = scanner.index + 1
        while scanner[start].isBlank { start += 1 }
        var end = start
        while scanner[end].isLetter { end += 1 }
        return scanner.text(start..<end)
    }

    /// Moves past the branches of an `#if` that are not read, and its `#endif`.
    private mutating func skipBranches() {
        var depth = 1
        while !scanner.isAtEnd {
            while scanner.byte.isBlank || scanner.byte == 0x0A { scanner.index += 1 }
            if scanner.byte == UInt8(ascii: "#") {
                let word = directiveWord
                if word == "if" { depth += 1 }
                if word == "endif" { depth -= 1 }
            }
            scanner.skipLine()
            if depth == 0 {
                conditions -= 1
                return
            }
        }
    }

    // MARK: Strings and characters

    /// A string of any form, or a name with `@`.
    private mutating func quoted() {
        let start = scanner.index
        var dollars = 0
        var isVerbatim = false
        var index = start
        while scanner[index] == UInt8(ascii: "$") || scanner[index] == UInt8(ascii: "@") {
            if scanner[index] == UInt8(ascii: "$") { dollars += 1 } else { isVerbatim = true }
            index += 1
        }
        guard scanner[index] == UInt8(ascii: "\"") else {
            if scanner.byte == UInt8(ascii: "@"), scanner.ahead(1).isWordStart {
                scanner.index += 1
                _ = scanner.word(words, name: name)
                return add(name, from: start)
            }
            return sign()
        }
        var quotes = 0
        while scanner[index + quotes] == UInt8(ascii: "\"") { quotes += 1 }
        if isVerbatim || quotes == 2 && dollars < 2 { quotes = 1 }
        scanner.index = index + quotes
        goOn(
            Quote(quotes: quotes, braces: dollars, isVerbatim: isVerbatim), from: start,
            isFirst: true)
    }

    private mutating func goOn(_ text: Quote, from start: Int, isFirst: Bool) {
        let isOneLine = !text.isVerbatim && !text.isRaw
        while !scanner.isAtEnd, scanner.byte != 0x0A || !isOneLine {
            switch scanner.byte {
            case UInt8(ascii: "\""):
                guard skipQuotes(text) else { continue }
                if scanner.starts(with: "u8") { scanner.index += 2 }
                return add(isFirst ? string : quote, from: start)
            case UInt8(ascii: "{") where text.braces > 0:
                guard skipBraces(text) else { continue }
                out.append(quote, start, scanner.index)
                brackets.append((UInt8(ascii: "{"), text))
                let from = scanner.index
                scanner.index += text.braces
                return add(hole, from: from)
            case UInt8(ascii: "\\") where isOneLine:
                let escape = scanner.index
                scanner.index += 1
                guard "'\"\\0abfnrtvuUxe".utf8.contains(scanner.byte) || scanner.isAtEnd else {
                    let end = min(scanner.index + 1, scanner.count)
                    let sign = scanner.text(escape..<end)
                    skipToClose()
                    return complain("'\(sign)' is no escape of C#", escape, end)
                }
                scanner.index += 1
            default: scanner.index += 1
            }
        }
        let from = isFirst ? start : max(0, start - 1)
        complain(
            "the string is not closed", from,
            isFirst && isOneLine ? scanner.index : from + (isFirst ? text.quotes : 1))
    }

    /// Moves past the quotes here.
    ///
    /// - Returns: whether they end the string.
    private mutating func skipQuotes(_ text: Quote) -> Bool {
        guard text.isVerbatim || text.isRaw else {
            scanner.index += 1
            return true
        }
        var count = 0
        while scanner.byte == UInt8(ascii: "\"") {
            scanner.index += 1
            count += 1
        }
        // In a verbatim string each pair is one quote of the text.
        return text.isVerbatim ? count % 2 == 1 : count >= text.quotes
    }

    /// Moves past the braces here that are text.
    ///
    /// - Returns: whether those that begin a hole follow.
    private mutating func skipBraces(_ text: Quote) -> Bool {
        var count = 0
        while scanner.ahead(count) == UInt8(ascii: "{") { count += 1 }
        let isHole = text.isRaw ? count >= text.braces : count % 2 == 1
        scanner.index += isHole ? count - text.braces : count
        return isHole
    }

    /// Moves past the rest of a string that is wrong.
    private mutating func skipToClose() {
        while !scanner.isAtEnd, scanner.byte != 0x0A {
            if scanner.byte == UInt8(ascii: "\"") {
                scanner.index += 1
                return
            }
            scanner.index += scanner.byte == UInt8(ascii: "\\") ? 2 : 1
        }
    }

    /// The `:000` of a hole.
    private mutating func skipFormat(_ text: Quote) {
        let start = scanner.index
        while !scanner.isAtEnd, scanner.byte != UInt8(ascii: "}"), scanner.byte != 0x0A,
            scanner.byte != UInt8(ascii: "\"") || text.isRaw
        {
            scanner.index += 1
        }
        add(format, from: start)
    }

    private mutating func character() {
        let start = scanner.index
        scanner.index += 1
        var count = 0
        while !scanner.isAtEnd, scanner.byte != UInt8(ascii: "'"), scanner.byte != 0x0A {
            if scanner.byte == UInt8(ascii: "\\") {
                let letter = scanner.ahead(1)
                scanner.index += 2
                if letter | 0x20 == UInt8(ascii: "u") || letter == UInt8(ascii: "x") {
                    while scanner.byte.isHexDigit { scanner.index += 1 }
                }
            } else {
                scanner.skipCharacter()
            }
            count += 1
        }
        guard scanner.byte == UInt8(ascii: "'"), !scanner.isAtEnd else {
            return complain("the character is not closed", start, scanner.index)
        }
        scanner.index += 1
        guard count == 1 else {
            return complain(
                "single quotes hold one character, and a string has double ones", start,
                scanner.index)
        }
        add(char, from: start)
    }
}
