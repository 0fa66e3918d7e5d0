/// The tokens of a language in which line ends mean no more than blanks, by a table of its comments,
/// quotes and numbers; words and signs are those of its grammar.
///
/// Its classes of tokens are `NAME`, `NUMBER`, `STRING` and `CHAR`, and `SIGN` for signs that the grammar
/// does not name.
struct FreeFormLexer {
    struct Rules: Sendable {
        var language: String
        var lineComments: [StaticString] = ["//"]
        var blockComments: [(open: StaticString, close: StaticString)] = [("/*", "*/")]
        var nestsComments = false
        /// The longest first.
        var quotes: [Quote] = [.string("\""), .char("'")]
        /// A byte, other than letters, digits and `_`, that words may hold, such as `$`; 0: none.
        var wordByte: UInt8 = 0
        /// Signs that are always lexed singly, so that `>>` can close two lists of types.
        var singly: [UInt8] = []
        /// Whether `...` in a row of any length is one elision.
        var elision: StaticString = "..."
        /// Whether a `#!` line may come first.
        var hasScriptLine = false
        /// The bytes that begin what is lexed by a function of the language; empty: any.
        var specialBytes: [UInt8] = []
    }

    struct Quote: Sendable {
        let open: StaticString
        let close: StaticString
        let token: String
        var isMultiline = false
        var hasEscapes = true
        /// Whether the closing quote twice is one in the text, as in SQL.
        var doubles = false
        /// Whether `\z` takes the blanks and line ends after it, as in Lua.
        var skipsBlanks = false

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

    /// Makes tokens of what the rules cannot say; true if it took anything.
    typealias Special = @Sendable (inout Scanner, inout Tokens, Words) -> Bool

    /// What is the same for all blocks of a language.
    final class Table: Sendable {
        let words: Words
        let rules: Rules
        let special: Special?
        let name, number, dots, equals: UInt8
        /// Of signs that the grammar does not have, where it has a class `SIGN` for them.
        let otherSign: UInt8
        let quoteKinds: [UInt8]
        /// By byte, of ``Role``.
        let roles: [UInt8]

        init(_ words: Words, _ rules: Rules, special: Special? = nil) {
            self.words = words
            self.rules = rules
            self.special = special
            name = words["NAME"]
            number = words["NUMBER"]
            dots = words["\"...\""]
            let isSign = words["\"=\""] != TokenKind.bad && dots != TokenKind.bad
            equals = isSign ? words["\"=\""] : TokenKind.end
            otherSign = words["SIGN"]
            quoteKinds = rules.quotes.map { words[$0.token] }
            var roles = (0...255).map { (byte: UInt8) -> UInt8 in
                if byte.isBlank || byte == 0x0A || byte == 0x0B { return Role.blank }
                if byte.isWordStart || byte != 0 && byte == rules.wordByte { return Role.word }
                return byte.isDigit ? Role.digit : 0
            }
            let openings =
                rules.lineComments + rules.blockComments.map(\.open) + rules.quotes.map(\.open)
            for opening in openings {
                opening.withUTF8Buffer { bytes in
                    if let first = bytes.first { roles[Int(first)] |= Role.opening }
                }
            }
            for byte in rules.specialBytes { roles[Int(byte)] |= Role.special }
            if special != nil, rules.specialBytes.isEmpty {
                for byte in roles.indices where roles[byte] != Role.blank {
                    roles[byte] |= Role.special
                }
            }
            self.roles = roles
        }
    }

    private enum Role {
        static let blank: UInt8 = 1
        static let word: UInt8 = 2
        static let digit: UInt8 = 4
        /// A comment or a text in quotes may begin with it.
        static let opening: UInt8 = 8
        static let special: UInt8 = 16
    }

    private var scanner: Scanner
    private let table: Table
    private let roles: [UInt8]
    private var out: Tokens
    private var words: Words { table.words }
    private var rules: Rules { table.rules }
    private var dots: UInt8 { table.dots }
    private var equals: UInt8 { table.equals }

    init(_ scanner: Scanner, _ table: Table) {
        self.scanner = scanner
        self.table = table
        roles = table.roles
        out = Tokens(codeCount: scanner.count)
    }

    init(
        _ scanner: Scanner, _ words: Words, _ rules: Rules,
        special: Special? = nil
    ) {
        self.init(scanner, Table(words, rules, special: special))
    }

    /// Makes the lexer of a language, which asks `special` where a byte of
    /// ``Rules/specialBytes`` begins a token.
    static func lexer(
        _ rules: Rules, special: Special? = nil
    ) -> (Words) -> @Sendable (Scanner) -> Tokens {
        return { words in
            let table = Table(words, rules, special: special)
            return { scanner in
                var lexer = FreeFormLexer(scanner, table)
                return lexer.tokens()
            }
        }
    }

    mutating func tokens() -> Tokens {
        if rules.hasScriptLine { scanner.skipScriptLine(into: &out) }
        while !scanner.isAtEnd { next() }
        out.append(TokenKind.end, scanner.count, scanner.count)
        return out
    }

    private mutating func next() {
        let byte = scanner.byte
        let role = roles[Int(byte)]
        if role == Role.blank {
            repeat {
                scanner.index += 1
            } while scanner.index < scanner.count
                && roles[Int(scanner.code[scanner.index])] == Role.blank
        } else if role & Role.special != 0, let special = table.special,
            special(&scanner, &out, words)
        {
            return
        } else if role & Role.word != 0 {
            word()
        } else if role & Role.digit != 0
            || byte == UInt8(ascii: ".") && scanner.ahead(1).isDigit
        {
            let start = scanner.index
            scanner.skipNumber()
            out.append(table.number, start, scanner.index)
        } else if role & Role.opening != 0, comment() || quoted() {
            return
        } else if byte >= 0x80 {
            beyondASCII()
        } else {
            sign()
        }
    }

    private mutating func word() {
        let start = scanner.index
        let kind = scanner.word(words, name: table.name, also: rules.wordByte)
        out.append(kind, start, scanner.index)
    }

    private mutating func beyondASCII() {
        let start = scanner.index
        if scanner.letterLength() != nil {
            word()
        } else if scanner.isEllipsis, dots != TokenKind.bad {
            while scanner.isEllipsis { scanner.index += 3 }
            out.append(dots, start, scanner.index)
        } else if table.otherSign != TokenKind.bad,
            OddSigns.plain(scanner.scalar(at: start).value) == nil
        {
            scanner.skipCharacter()
            out.append(table.otherSign, start, scanner.index)
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
        } else if table.otherSign != TokenKind.bad, scanner.byte > 0x20, scanner.byte < 0x7F {
            scanner.index += 1
            out.append(table.otherSign, start, scanner.index)
        } else {
            scanner.skipUnknown(into: &out, language: rules.language)
        }
    }

    // MARK: Comments and quotes

    private mutating func comment() -> Bool {
        let start = scanner.index
        for opener in rules.blockComments where scanner.starts(with: opener.open) {
            scanner.index += opener.open.utf8CodeUnitCount
            let isClosed = skipComment(opener.open, opener.close)
            out.note(.blockComment, start, scanner.index)
            guard isClosed else {
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
            out.note(.lineComment, start, scanner.index)
            if scanner.isElision(start + opener.utf8CodeUnitCount..<scanner.index)
                || standsForValue(start)
            {
                elide(from: start)
            }
            return true
        }
        return false
    }

    /// Whether a comment is where a value is due, and the code below it is no value: `x = // a name`.
    private func standsForValue(_ start: Int) -> Bool {
        guard let last = out.kinds.last, last == equals else { return false }
        var next = scanner.index + 1
        while next < scanner.count, scanner[next].isBlank || scanner[next] == 0x0A { next += 1 }
        return next >= scanner.count
            || scanner.column(ofLineAt: next) <= scanner.column(ofLineAt: start)
    }

    private mutating func skipComment(_ open: StaticString, _ close: StaticString) -> Bool {
        var depth = 1
        let (first, again) = (close.firstByte, rules.nestsComments ? open.firstByte : 0)
        while !scanner.isAtEnd {
            let byte = scanner.byte
            if byte != first, byte != again {
                scanner.index += 1
            } else if scanner.starts(with: close) {
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
        for (quote, kind) in zip(rules.quotes, table.quoteKinds)
        where scanner.starts(with: quote.open) {
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

extension StaticString {
    /// 0 for an empty one.
    @inline(__always)
    fileprivate var firstByte: UInt8 { utf8CodeUnitCount > 0 ? utf8Start.pointee : 0 }
}

extension Scanner {
    /// Moves past a `#!` line.
    mutating func skipScriptLine(into tokens: inout Tokens) {
        guard starts(with: "#!") else { return }
        let start = index
        skipLine()
        tokens.note(.scriptLine, start, index)
    }

    /// Moves past the rest of a quoted text; to its end and false where it is not closed.
    mutating func skip(_ quote: FreeFormLexer.Quote) -> Bool {
        let length = quote.close.utf8CodeUnitCount
        let first = quote.close.firstByte
        while !isAtEnd {
            let byte = self.byte
            if byte == first, starts(with: quote.close) {
                index += length
                guard quote.doubles, starts(with: quote.close) else { return true }
                index += length
            } else if byte == 0x0A, !quote.isMultiline {
                return false
            } else if byte == UInt8(ascii: "\\"), quote.hasEscapes {
                // A backslash before CR LF takes both.
                let takesBlanks = quote.skipsBlanks && ahead(1) == UInt8(ascii: "z")
                index += ahead(1) == 0x0D && ahead(2) == 0x0A ? 3 : 2
                while takesBlanks, self.byte.isBlank || self.byte == 0x0A { index += 1 }
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
