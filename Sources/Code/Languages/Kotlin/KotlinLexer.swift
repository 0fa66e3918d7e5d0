/// The tokens of Kotlin ("Lexical grammar" of its grammar): the open brackets tell whether a line's end
/// means anything, and where a string goes on.
struct KotlinLexer {
    private enum Bracket {
        case round, square, brace
        /// `${` of a string.
        case hole(Quote)
    }

    /// A string with holes.
    private struct Quote {
        /// How many `$` begin a hole.
        let dollars: Int
        let isRaw: Bool
    }

    private var scanner: Scanner
    private let words: Words
    private var out: Tokens
    private var brackets: [Bracket] = []
    /// Words before the `@` of a reference to a label.
    private let jumps: TokenSet
    private let name, number, char, string, quote, hole, dots, label, reference, safeCast: UInt8

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
        dots = words["\"...\""]
        label = words["LABEL"]
        reference = words["REFERENCE"]
        safeCast = words["SAFECAST"]
        var jumps = TokenSet()
        for word in ["return", "break", "continue", "this", "super"] {
            jumps.insert(words["\"\(word)\""])
        }
        self.jumps = jumps
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
        case 0x20, 0x09, 0x0C, 0x0D: scanner.index += 1
        case 0x0A:
            scanner.index += 1
            endLine(at: start)
        case UInt8(ascii: "/") where comment(): return
        case UInt8(ascii: "\""): beginString(dollars: 0)
        case UInt8(ascii: "'"): character()
        case UInt8(ascii: "`"): quotedName()
        case UInt8(ascii: "$"): dollar()
        case UInt8(ascii: "@"): at()
        case UInt8(ascii: ".") where scanner.ahead(1).isDigit: numeral()
        case _ where byte.isDigit: numeral()
        case _ where byte.isWordStart: word()
        case _ where scanner.isEllipsis:
            while scanner.isEllipsis { scanner.index += 3 }
            add(dots, from: start)
        case _ where byte >= 0x80 && scanner.letterLength() != nil: word()
        default: sign()
        }
    }

    private mutating func endLine(at offset: Int) {
        switch brackets.last {
        case .round, .square, .hole: return
        case .brace, nil: break
        }
        guard out.count > 0 else { return }
        out.appendOptional(TokenKind.softEnd, offset, offset + 1)
    }

    // MARK: Signs

    private mutating func sign() {
        let start = scanner.index
        let byte = scanner.byte
        if let end = scanner.placeholderEnd {
            scanner.index = end
            return add(dots, from: start)
        }
        if byte == UInt8(ascii: "!"), scanner.ahead(1) == UInt8(ascii: "i"),
            scanner.ahead(2) == UInt8(ascii: "n") || scanner.ahead(2) == UInt8(ascii: "s")
        {
            scanner.index += scanner.ahead(3).isWordPart ? 1 : 3
            return add(words["\"\(scanner.text(start..<scanner.index))\""], from: start)
        }
        let isReference =
            byte == UInt8(ascii: "?") && scanner.ahead(1) == UInt8(ascii: ":")
            && scanner.ahead(2) == UInt8(ascii: ":")
        guard let found = isReference ? (1, words["\"?\""]) : words.sign(in: scanner, at: start)
        else { return scanner.skipUnknown(into: &out, language: "Kotlin") }
        scanner.index += found.0
        if found.1 == dots {
            while scanner.byte == UInt8(ascii: ".") { scanner.index += 1 }
        }
        add(found.1, from: start)
        switch byte {
        case UInt8(ascii: "("): brackets.append(.round)
        case UInt8(ascii: "["): brackets.append(.square)
        case UInt8(ascii: "{"): brackets.append(.brace)
        case UInt8(ascii: ")"): if case .round = brackets.last { brackets.removeLast() }
        case UInt8(ascii: "]"): if case .square = brackets.last { brackets.removeLast() }
        case UInt8(ascii: "}"): closeBrace()
        default: break
        }
    }

    private mutating func closeBrace() {
        while let last = brackets.popLast() {
            switch last {
            case .round, .square: continue
            case .brace: return
            case .hole(let text): return goOn(text, from: scanner.index, isFirst: false)
            }
        }
    }

    /// The `@` of an annotation; of another kind where its arguments follow its name at once.
    private mutating func at() {
        let start = scanner.index
        if start > 0, scanner[start - 1].isWordPart, scanner.ahead(1).isWordStart {
            scanner.index += 1
            _ = scanner.word(words, name: name)
            return add(reference, from: start)
        }
        var index = start + 1
        while scanner[index].isWordPart || scanner[index] == UInt8(ascii: ".")
            || scanner[index] == UInt8(ascii: ":") || scanner[index] == UInt8(ascii: "`")
        {
            index += 1
        }
        if scanner[index] == UInt8(ascii: "<") {
            var depth = 0
            let most = min(index + 200, scanner.count)
            while index < most {
                if scanner[index] == UInt8(ascii: "<") { depth += 1 }
                if scanner[index] == UInt8(ascii: ">") { depth -= 1 }
                index += 1
                if depth == 0 { break }
            }
        }
        scanner.index += 1
        add(scanner[index] == UInt8(ascii: "(") ? words["AT"] : words["\"@\""], from: start)
    }

    // MARK: Words and numbers

    private mutating func word() {
        let start = scanner.index
        let kind = scanner.word(words, name: name, also: UInt8(ascii: "$"))
        if scanner.byte == UInt8(ascii: "@"), !jumps.contains(kind) {
            scanner.index += 1
            return add(label, from: start)
        }
        let isCast =
            kind == words["\"as\""] && scanner.byte == UInt8(ascii: "?")
            && scanner.ahead(1) != UInt8(ascii: ".") && scanner.ahead(1) != UInt8(ascii: ":")
        if isCast {
            scanner.index += 1
            return add(safeCast, from: start)
        }
        add(kind, from: start)
    }

    private mutating func quotedName() {
        let start = scanner.index
        scanner.index += 1
        while !scanner.isAtEnd, scanner.byte != UInt8(ascii: "`"), scanner.byte != 0x0A {
            scanner.index += 1
        }
        guard scanner.byte == UInt8(ascii: "`"), scanner.index > start + 1 else {
            return complain("the name is not closed by '`'", start, start + 1)
        }
        scanner.index += 1
        add(name, from: start)
    }

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
        if "uU".utf8.contains(scanner.byte) { scanner.index += 1 }
        if "lLfF".utf8.contains(scanner.byte) { scanner.index += 1 }
        guard !scanner.byte.isWordPart else {
            while scanner.byte.isWordPart { scanner.index += 1 }
            return complain("Kotlin has no such number", start, scanner.index)
        }
        add(number, from: start)
    }

    // MARK: Comments

    private mutating func comment() -> Bool {
        let start = scanner.index
        if scanner.ahead(1) == UInt8(ascii: "/") {
            scanner.skipLine()
            elide(start..<scanner.index, inside: start + 2..<scanner.index)
            return true
        }
        guard scanner.ahead(1) == UInt8(ascii: "*") else { return false }
        scanner.index += 2
        var depth = 1
        while depth > 0, !scanner.isAtEnd {
            if scanner.starts(with: "*/") {
                depth -= 1
                scanner.index += 2
            } else if scanner.starts(with: "/*") {
                depth += 1
                scanner.index += 2
            } else {
                scanner.index += 1
            }
        }
        guard depth == 0 else {
            complain("the comment is not closed", start, start + 2)
            return true
        }
        let inside = start + 2..<max(start + 2, scanner.index - 2)
        elide(start..<scanner.index, inside: inside)
        if scanner.code[inside].contains(0x0A) { endLine(at: start) }
        return true
    }

    private mutating func elide(_ range: Range<Int>, inside: Range<Int>) {
        guard scanner.isElision(inside) else { return }
        out.elisions += 1
        out.appendOptional(TokenKind.elision, range.lowerBound, range.upperBound)
    }

    // MARK: Strings and characters

    private mutating func dollar() {
        var dollars = 0
        while scanner.ahead(dollars) == UInt8(ascii: "$") { dollars += 1 }
        if scanner.ahead(dollars) == UInt8(ascii: "\"") {
            beginString(dollars: dollars)
        } else if scanner.ahead(1).isWordStart {
            word()
        } else {
            scanner.skipUnknown(into: &out, language: "Kotlin")
        }
    }

    private mutating func beginString(dollars: Int) {
        let start = scanner.index
        scanner.index += dollars
        let isRaw = scanner.starts(with: "\"\"\"")
        scanner.index += isRaw ? 3 : 1
        goOn(Quote(dollars: max(1, dollars), isRaw: isRaw), from: start, isFirst: true)
    }

    private mutating func goOn(_ text: Quote, from start: Int, isFirst: Bool) {
        while !scanner.isAtEnd {
            let byte = scanner.byte
            if byte == UInt8(ascii: "\""), !text.isRaw || scanner.starts(with: "\"\"\"") {
                scanner.index += text.isRaw ? 3 : 1
                // Quotes before the closing ones belong to the text.
                while text.isRaw, scanner.byte == UInt8(ascii: "\"") { scanner.index += 1 }
                return add(isFirst ? string : quote, from: start)
            }
            if byte == 0x0A, !text.isRaw { break }
            if byte == UInt8(ascii: "\\"), !text.isRaw {
                let escape = scanner.index
                scanner.index += 1
                if !skipEscape() {
                    let end = min(scanner.index + 1, scanner.count)
                    let sign = scanner.text(escape..<end)
                    skipToClose()
                    return complain("'\(sign)' is no escape of Kotlin", escape, end)
                }
            } else if byte == UInt8(ascii: "$"), beginsHole(text) {
                out.append(quote, start, scanner.index)
                let from = scanner.index
                scanner.index += text.dollars + 1
                brackets.append(.hole(text))
                return add(hole, from: from)
            } else {
                scanner.index += 1
            }
        }
        let from = isFirst ? start : max(0, start - 1)
        complain(
            "the string is not closed", from,
            isFirst && !text.isRaw ? scanner.index : from + (isFirst ? 3 : 1))
    }

    private func beginsHole(_ text: Quote) -> Bool {
        for offset in 0..<text.dollars where scanner.ahead(offset) != UInt8(ascii: "$") {
            return false
        }
        return scanner.ahead(text.dollars) == UInt8(ascii: "{")
    }

    /// Moves past what follows the backslash of an escape; false if there is no such escape.
    private mutating func skipEscape() -> Bool {
        guard "tbnr'\"\\$u".utf8.contains(scanner.byte) else { return scanner.isAtEnd }
        scanner.index += 1
        return true
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

    private mutating func character() {
        let start = scanner.index
        scanner.index += 1
        var count = 0
        while !scanner.isAtEnd, scanner.byte != UInt8(ascii: "'"), scanner.byte != 0x0A {
            if scanner.starts(with: "\\u") {
                scanner.index += 6
            } else if scanner.byte == UInt8(ascii: "\\") {
                scanner.index += 2
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
