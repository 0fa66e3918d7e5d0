/// The tokens of Swift ("Lexical Structure" of its book).
struct SwiftLexer {
    /// A literal of text, whose holes hold code.
    struct Quote {
        /// How many `#` are before it and after it.
        let hashes: Int
        let isMultiline: Bool
    }

    var scanner: Scanner
    let words: Words
    var out: Tokens
    /// The open round brackets: nil, or the text that goes on after the bracket.
    var brackets: [Quote?] = []
    /// The kind of the last token that is not optional.
    var last = TokenKind.end
    let name, number, string, quote, regex, hole, dots, dot, ternary: UInt8
    let binary, prefix, postfix, declared: UInt8
    private let functionWord, operatorWord, backslash: UInt8

    init(_ scanner: Scanner, _ words: Words) {
        self.scanner = scanner
        self.words = words
        out = Tokens(codeCount: scanner.count)
        name = words["NAME"]
        number = words["NUMBER"]
        string = words["STRING"]
        quote = words["QUOTE"]
        regex = words["REGEX"]
        hole = words["\"\\(\""]
        dots = words["\"...\""]
        dot = words["\".\""]
        ternary = words["TERNARY"]
        binary = words["BINARY"]
        prefix = words["PREFIX"]
        postfix = words["POSTFIX"]
        declared = words["OPERATOR"]
        functionWord = words["\"func\""]
        operatorWord = words["\"operator\""]
        backslash = words["\"\\\""]
    }

    mutating func tokens() -> Tokens {
        if scanner.starts(with: "#!") { scanner.skipLine() }
        while !scanner.isAtEnd { next() }
        out.append(TokenKind.end, scanner.count, scanner.count)
        return out
    }

    mutating func add(_ kind: UInt8, from start: Int) {
        scanner.index = min(scanner.index, scanner.count)
        out.append(kind, start, scanner.index)
        last = kind
    }

    mutating func complain(
        _ message: String, _ start: Int, _ end: Int, replacement: String? = nil
    ) {
        scanner.index = min(scanner.index, scanner.count)
        out.complain(message, start, min(end, scanner.count), replacement: replacement)
        last = TokenKind.bad
    }

    private mutating func next() {
        let start = scanner.index
        let byte = scanner.byte
        switch byte {
        case 0x20, 0x09, 0x0B, 0x0C, 0x0D, 0: scanner.index += 1
        case 0x0A:
            scanner.index += 1
            endLine(at: start)
        case UInt8(ascii: "/"):
            if comment() || bareRegex() { return }
            operatorSign()
        case UInt8(ascii: "\""): text(hashes: 0)
        case UInt8(ascii: "#"): numberSign()
        case UInt8(ascii: "`"): quotedName()
        case UInt8(ascii: "$"): word()
        case UInt8(ascii: "("):
            brackets.append(nil)
            sign(length: 1)
        case UInt8(ascii: ")"):
            sign(length: 1)
            if let text = brackets.popLast() ?? nil { goOn(text) }
        case UInt8(ascii: ":") where scanner.ahead(1) == byte && !isLabelEnd: sign(length: 2)
        case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
            UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "\\"):
            sign(length: 1)
        case UInt8(ascii: "@"): at()
        case _ where byte.isDigit: numeral()
        case _ where byte.isWordStart: word()
        case _ where byte < 0x80:
            if isOperatorStart(start) != nil {
                operatorSign()
            } else {
                scanner.skipUnknown(into: &out, language: "Swift")
                last = TokenKind.bad
            }
        default: beyondASCII()
        }
    }

    private mutating func endLine(at offset: Int) {
        guard out.count > 0 else { return }
        out.appendOptional(TokenKind.softEnd, offset, offset + 1)
    }

    private mutating func beyondASCII() {
        let start = scanner.index
        let (length, value) = scanner.scalar(at: start)
        if scanner.isEllipsis {
            while scanner.isEllipsis { scanner.index += 3 }
            add(dots, from: start)
        } else if value == 0xA0 {
            scanner.index += length
        } else if value < 0x1F000, value > 0x2E7F || value == 0x2014,
            OddSigns.plain(value) != nil
        {
            scanner.skipUnknown(into: &out, language: "Swift")
            last = TokenKind.bad
        } else if isOperatorStart(start) != nil {
            operatorSign()
        } else if isLetter {
            word()
        } else {
            scanner.skipUnknown(into: &out, language: "Swift")
            last = TokenKind.bad
        }
    }

    private mutating func sign(length: Int) {
        let start = scanner.index
        scanner.index += length
        add(words["\"\(scanner.text(start..<scanner.index))\""], from: start)
    }

    /// Whether the colon here ends an argument's label and another follows, as in `f(_::)`.
    private var isLabelEnd: Bool { scanner.ahead(2) == UInt8(ascii: ")") }

    // MARK: Words and numbers

    /// Whether a letter begins here, one of those that other languages have no names of, such as 🐶.
    private var isLetter: Bool {
        guard scanner.letterLength() == nil else { return true }
        let value = scanner.scalar(at: scanner.index).value
        return 0x1F000...0x1FFFD ~= value || value == 0x200D || value == 0xFE0F
    }

    mutating func word() {
        let start = scanner.index
        let dollar = UInt8(ascii: "$")
        var kind = scanner.word(words, name: name, also: dollar)
        while scanner.byte >= 0x80, !scanner.isAtEnd, isLetter {
            scanner.skipCharacter()
            _ = scanner.word(words, name: name, also: dollar)
            kind = name
        }
        add(kind, from: start)
    }

    /// A name between backticks, which may hold any text.
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
        if last == dot {
            // The index of a tuple's element.
            scanner.skipDigits()
            return add(number, from: start)
        }
        let letter = scanner.byte == UInt8(ascii: "0") ? scanner.ahead(1) : 0
        if letter == UInt8(ascii: "x") {
            scanner.index += 2
            skipHexDigits()
            if scanner.byte == UInt8(ascii: "."), hasHexExponent {
                scanner.index += 1
                skipHexDigits()
            }
            exponent(UInt8(ascii: "p"))
        } else if letter == UInt8(ascii: "b") || letter == UInt8(ascii: "o") {
            scanner.index += 2
            scanner.skipDigits()
        } else {
            scanner.skipDigits()
            if scanner.byte == UInt8(ascii: "."), scanner.ahead(1).isDigit {
                scanner.index += 1
                scanner.skipDigits()
            }
            exponent(UInt8(ascii: "e"))
        }
        guard !scanner.byte.isWordPart else {
            while scanner.byte.isWordPart { scanner.index += 1 }
            return complain("Swift has no such number", start, scanner.index)
        }
        add(number, from: start)
    }

    private mutating func skipHexDigits() {
        while scanner.byte.isHexDigit || scanner.byte == UInt8(ascii: "_") { scanner.index += 1 }
    }

    /// Whether hexadecimal digits and an exponent follow the dot here.
    private var hasHexExponent: Bool {
        var index = scanner.index + 1
        while scanner[index].isHexDigit || scanner[index] == UInt8(ascii: "_") { index += 1 }
        return index > scanner.index + 1 && scanner[index] | 0x20 == UInt8(ascii: "p")
    }

    private mutating func exponent(_ letter: UInt8) {
        guard scanner.byte | 0x20 == letter else { return }
        let isSigned =
            scanner.ahead(1) == UInt8(ascii: "+") || scanner.ahead(1) == UInt8(ascii: "-")
        guard scanner.ahead(isSigned ? 2 : 1).isDigit else { return }
        scanner.index += isSigned ? 2 : 1
        scanner.skipDigits()
    }

    // MARK: Comments, attributes and directives

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

    /// The `@` of an attribute; of another kind where its arguments follow its name at once.
    private mutating func at() {
        let start = scanner.index
        var index = start + 1
        func skipName() {
            while scanner[index].isWordPart || scanner[index] == UInt8(ascii: ".")
                || scanner[index] == UInt8(ascii: ":") && scanner[index + 1] == UInt8(ascii: ":")
                || scanner[index - 1] == UInt8(ascii: ":") && scanner[index] == UInt8(ascii: ":")
            {
                index += 1
            }
        }
        skipName()
        if scanner[index] == UInt8(ascii: "<") {
            var depth = 0
            let most = min(index + 200, scanner.count)
            while index < most {
                let byte = scanner[index]
                if byte == UInt8(ascii: "<") { depth += 1 }
                if byte == UInt8(ascii: ">") { depth -= 1 }
                index += 1
                if depth == 0 { break }
            }
        }
        scanner.index += 1
        add(
            scanner[index] == UInt8(ascii: "(") ? words["AT"] : words["\"@\""], from: start)
    }

    /// `#if`, a macro, a text or a regular expression.
    private mutating func numberSign() {
        let start = scanner.index
        var hashes = 0
        while scanner.ahead(hashes) == UInt8(ascii: "#") { hashes += 1 }
        let next = scanner.ahead(hashes)
        if next == UInt8(ascii: "\"") { return text(hashes: hashes) }
        if next == UInt8(ascii: "/") { return extendedRegex(hashes: hashes) }
        if next.isWordStart, hashes == 1 {
            for directive in ["#if", "#elseif", "#else", "#endif"] {
                let length = directive.utf8.count
                guard !scanner[start + length].isWordPart,
                    scanner.code[start..<min(start + length, scanner.count)]
                        .elementsEqual(directive.utf8)
                else { continue }
                scanner.index += length
                return add(words["\"\(directive)\""], from: start)
            }
            scanner.index += 1
            return add(words["\"#\""], from: start)
        }
        scanner.skipUnknown(into: &out, language: "Swift")
        last = TokenKind.bad
    }

    /// Whether an operator is declared here.
    var isDeclaringOperator: Bool { last == functionWord || last == operatorWord }
    /// Whether a path to a property begins here.
    var isInKeyPath: Bool { last == backslash }
}
