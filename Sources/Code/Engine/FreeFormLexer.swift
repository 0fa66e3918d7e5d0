/// The tokens of a language in which line ends mean no more than blanks, by a table of its comments,
/// quotes and numbers; words and signs are those of its grammar.
///
/// Its classes of tokens are `NAME`, `NUMBER`, `STRING` and `CHAR`.
struct FreeFormLexer {
    struct Rules: Sendable {
        var language: String
        var lineComments: [StaticString] = ["//"]
        var blockComments: [(open: StaticString, close: StaticString)] = [("/*", "*/")]
        var nestsComments = false
        /// The longest first.
        var quotes: [Quote] = [.string("\""), .char("'")]
        /// A byte besides letters, digits and `_` that words may hold, such as `$`; 0: none.
        var wordByte: UInt8 = 0
        /// Signs that are always lexed singly, so that `>>` can close two lists of types.
        var singly: [UInt8] = []
        /// Whether `...` in a row of any length is one elision.
        var elision: StaticString = "..."
    }

    struct Quote: Sendable {
        let open: StaticString
        let close: StaticString
        let token: String
        var isMultiline = false
        var hasEscapes = true
        /// Whether the closing quote twice is one in the text, as in SQL.
        var doubles = false

        static func string(_ quote: StaticString) -> Quote {
            Quote(open: quote, close: quote, token: "STRING")
        }
        static func char(_ quote: StaticString) -> Quote {
            Quote(open: quote, close: quote, token: "CHAR")
        }
        static func text(_ quote: StaticString, hasEscapes: Bool = true) -> Quote {
            Quote(
                open: quote, close: quote, token: "STRING", isMultiline: true,
                hasEscapes: hasEscapes)
        }
    }

    private var scanner: Scanner
    private let words: Words
    private let rules: Rules
    private var out: Tokens
    private let name, number, dots: UInt8
    private let quoteKinds: [UInt8]
    /// Lexes what the rules cannot say; true if it took anything.
    private let special: @Sendable (inout Scanner, inout Tokens, Words) -> Bool

    init(
        _ scanner: Scanner, _ words: Words, _ rules: Rules,
        special: @escaping @Sendable (inout Scanner, inout Tokens, Words) -> Bool = { _, _, _ in
            false
        }
    ) {
        self.scanner = scanner
        self.words = words
        self.rules = rules
        self.special = special
        out = Tokens(codeCount: scanner.count)
        name = words["NAME"]
        number = words["NUMBER"]
        dots = words["\"...\""]
        quoteKinds = rules.quotes.map { words[$0.token] }
    }

    mutating func tokens() -> Tokens {
        while !scanner.isAtEnd { next() }
        out.append(TokenKind.end, scanner.count, scanner.count)
        return out
    }

    private mutating func next() {
        let byte = scanner.byte
        if byte.isBlank || byte == 0x0A || byte == 0x0B {
            scanner.index += 1
        } else if special(&scanner, &out, words) {
            return
        } else if byte.isWordStart || byte != 0 && byte == rules.wordByte {
            word()
        } else if byte.isDigit || byte == UInt8(ascii: ".") && scanner.ahead(1).isDigit {
            let start = scanner.index
            scanner.skipNumber()
            out.append(number, start, scanner.index)
        } else if comment() || quoted() {
            return
        } else if byte >= 0x80 {
            beyondASCII()
        } else {
            sign()
        }
    }

    private mutating func word() {
        let start = scanner.index
        let kind = scanner.word(words, name: name, also: rules.wordByte)
        out.append(kind, start, scanner.index)
    }

    private mutating func beyondASCII() {
        let start = scanner.index
        if scanner.letterLength() != nil {
            word()
        } else if scanner.isEllipsis, dots != TokenKind.bad {
            while scanner.isEllipsis { scanner.index += 3 }
            out.append(dots, start, scanner.index)
        } else {
            scanner.skipUnknown(into: &out, language: rules.language)
        }
    }

    private mutating func sign() {
        let start = scanner.index
        if rules.singly.contains(scanner.byte) {
            let literal = "\"" + scanner.text(start..<start + 1) + "\""
            scanner.index += 1
            out.append(words[literal], start, scanner.index)
        } else if dots != TokenKind.bad, let end = scanner.placeholderEnd {
            scanner.index = end
            out.append(dots, start, end)
        } else if let sign = words.sign(in: scanner, at: start) {
            scanner.index += sign.count
            if sign.kind == dots {
                while scanner.byte == UInt8(ascii: ".") { scanner.index += 1 }
            }
            out.append(sign.kind, start, scanner.index)
        } else {
            scanner.skipUnknown(into: &out, language: rules.language)
        }
    }

    // MARK: Comments and quotes

    private mutating func comment() -> Bool {
        let start = scanner.index
        for opener in rules.blockComments where scanner.starts(with: opener.open) {
            scanner.index += opener.open.utf8CodeUnitCount
            guard skipComment(opener.open, opener.close) else {
                out.complain(
                    "the comment is not closed", start, start + opener.open.utf8CodeUnitCount)
                return true
            }
            let inside =
                start + opener.open.utf8CodeUnitCount..<scanner.index
                - opener.close.utf8CodeUnitCount
            if scanner.isElision(inside) { elide(from: start) }
            return true
        }
        for opener in rules.lineComments where scanner.starts(with: opener) {
            scanner.skipLine()
            if scanner.isElision(start + opener.utf8CodeUnitCount..<scanner.index) {
                elide(from: start)
            }
            return true
        }
        return false
    }

    private mutating func skipComment(_ open: StaticString, _ close: StaticString) -> Bool {
        var depth = 1
        while !scanner.isAtEnd {
            if scanner.starts(with: close) {
                scanner.index += close.utf8CodeUnitCount
                depth -= 1
                if depth == 0 { return true }
            } else if rules.nestsComments, scanner.starts(with: open) {
                scanner.index += open.utf8CodeUnitCount
                depth += 1
            } else {
                scanner.index += 1
            }
        }
        return false
    }

    private mutating func elide(from start: Int) {
        out.elisions += 1
        out.appendOptional(TokenKind.elision, start, scanner.index)
    }

    private mutating func quoted() -> Bool {
        for (quote, kind) in zip(rules.quotes, quoteKinds) where scanner.starts(with: quote.open) {
            let start = scanner.index
            scanner.index += quote.open.utf8CodeUnitCount
            if scanner.skip(quote) {
                out.append(kind, start, scanner.index)
            } else {
                let what = quote.token == "CHAR" ? "character" : "string"
                let end = quote.isMultiline ? start + quote.open.utf8CodeUnitCount : scanner.index
                out.complain("the \(what) is not closed", start, end)
            }
            return true
        }
        return false
    }
}

extension Scanner {
    /// Moves past the rest of a quoted text; to its end and false where it is not closed.
    mutating func skip(_ quote: FreeFormLexer.Quote) -> Bool {
        let length = quote.close.utf8CodeUnitCount
        while !isAtEnd {
            if starts(with: quote.close) {
                index += length
                guard quote.doubles, starts(with: quote.close) else { return true }
                index += length
            } else if byte == 0x0A, !quote.isMultiline {
                return false
            } else if byte == UInt8(ascii: "\\"), quote.hasEscapes {
                // A backslash before CR LF takes both.
                index += ahead(1) == 0x0D && ahead(2) == 0x0A ? 3 : 2
            } else {
                index += 1
            }
        }
        index = count
        return false
    }

    /// Moves past a number in the forms that most languages share: `0x1F`, `1_000`, `1.5e-3f`, `1'000`
    /// not. A dot belongs to it unless another dot or a letter of a method follows.
    mutating func skipNumber() {
        let isHexadecimal = byte == UInt8(ascii: "0") && ahead(1) | 0x20 == UInt8(ascii: "x")
        while true {
            let byte = self.byte
            if byte.isWordPart {
                index += 1
                let exponent = isHexadecimal ? UInt8(ascii: "p") : UInt8(ascii: "e")
                if byte | 0x20 == exponent,
                    self.byte == UInt8(ascii: "+") || self.byte == UInt8(ascii: "-"),
                    ahead(1).isDigit
                {
                    index += 1
                }
            } else if byte == UInt8(ascii: "."), ahead(1) != UInt8(ascii: ".") {
                index += 1
            } else {
                return
            }
        }
    }
}
