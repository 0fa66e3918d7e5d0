/// The tokens of Go ("Lexical elements" of its specification): semicolons are put in at line ends.
struct GoLexer {
    private var scanner: Scanner
    private let kinds: Kinds
    private var out: Tokens
    /// The kind of the last token that is no elision.
    private var last = TokenKind.end

    /// What is the same for all blocks.
    final class Kinds: Sendable {
        let words: Words
        let name, number, string, char, semicolon, dots: UInt8
        /// Tokens after which a line end is a semicolon.
        let enders: TokenSet

        init(_ words: Words) {
            self.words = words
            name = words["NAME"]
            number = words["NUMBER"]
            string = words["STRING"]
            char = words["CHAR"]
            semicolon = words["\";\""]
            dots = words["\"...\""]
            var enders = TokenSet()
            for kind in [name, number, string, char] { enders.insert(kind) }
            for literal in ["break", "continue", "fallthrough", "return", "++", "--"]
                + [")", "]", "}"]
            {
                enders.insert(words["\"\(literal)\""])
            }
            self.enders = enders
        }
    }

    init(_ scanner: Scanner, _ kinds: Kinds) {
        self.scanner = scanner
        self.kinds = kinds
        out = Tokens(codeCount: scanner.count)
    }

    mutating func tokens() -> Tokens {
        while !scanner.isAtEnd { next() }
        endLine(at: scanner.count)
        if out.kinds.last != kinds.semicolon {
            out.appendOptional(TokenKind.softEnd, scanner.count, scanner.count)
        }
        out.append(TokenKind.end, scanner.count, scanner.count)
        return out
    }

    private mutating func next() {
        let start = scanner.index
        let byte = scanner.byte
        switch byte {
        case 0x20, 0x09, 0x0D:
            repeat { scanner.index += 1 } while scanner.byte == 0x20 || scanner.byte == 0x09
        case 0x0A:
            endLine(at: start)
            scanner.index += 1
        case UInt8(ascii: "/") where scanner.ahead(1) == UInt8(ascii: "/"):
            scanner.skipLine()
            out.note(.lineComment, start, scanner.index)
            if scanner.isElision(start + 2..<scanner.index) { elide(from: start) }
        case UInt8(ascii: "/") where scanner.ahead(1) == UInt8(ascii: "*"): comment()
        case UInt8(ascii: "\""), UInt8(ascii: "'"): quoted(byte)
        case UInt8(ascii: "`"):
            scanner.index += 1
            let isClosed = scanner.skip(past: "`")
            finish(
                kinds.string, from: start,
                fault: isClosed ? nil : ("the raw string is not closed", start)
            )
        case UInt8(ascii: ".") where scanner.ahead(1).isDigit: numeral()
        case _ where byte.isDigit: numeral()
        case _ where byte.isWordStart:
            finish(scanner.word(kinds.words, name: kinds.name), from: start)
        case _ where scanner.isEllipsis:
            while scanner.isEllipsis { scanner.index += 3 }
            finish(kinds.dots, from: start)
        default: sign()
        }
    }

    // MARK: Lines and elisions

    private mutating func endLine(at offset: Int) {
        if kinds.enders.contains(last) {
            out.append(kinds.semicolon, offset, min(offset + 1, scanner.count))
            last = kinds.semicolon
        } else if last == kinds.dots || out.kinds.last == TokenKind.elision {
            out.appendOptional(TokenKind.softEnd, offset, min(offset + 1, scanner.count))
        }
    }

    private mutating func elide(from start: Int) {
        out.elisions += 1
        out.appendOptional(TokenKind.elision, start, scanner.index)
    }

    private mutating func comment() {
        let start = scanner.index
        scanner.index += 2
        let isClosed = scanner.skip(past: "*/")
        out.note(.blockComment, start, scanner.index)
        guard isClosed else {
            return out.complain("the comment is not closed", start, start + 2)
        }
        if scanner.isElision(start + 2..<scanner.index - 2) { elide(from: start) }
        if scanner.code[start..<scanner.index].contains(0x0A) { endLine(at: start) }
    }

    // MARK: Words, signs and literals

    private mutating func finish(
        _ kind: UInt8, from start: Int, fault: (message: String, start: Int)? = nil
    ) {
        if let fault {
            if kind != kinds.number {
                out.note(kind == kinds.char ? .character : .string, start, scanner.index)
            } else {
                out.note(.number, start, scanner.index)
            }
            out.complain(fault.message, fault.start, max(fault.start, scanner.index))
        } else {
            out.append(kind, start, scanner.index)
        }
        last = kind
    }

    private mutating func sign() {
        let start = scanner.index
        if scanner.byte >= 0x80, scanner.letterLength() != nil {
            finish(scanner.word(kinds.words, name: kinds.name), from: start)
        } else if let end = scanner.placeholderEnd {
            scanner.index = end
            finish(kinds.dots, from: start)
        } else if let sign = kinds.words.sign(in: scanner, at: start) {
            scanner.index += sign.count
            if sign.kind == kinds.dots {
                while scanner.byte == UInt8(ascii: ".") { scanner.index += 1 }
            }
            finish(sign.kind, from: start)
        } else {
            scanner.skipUnknown(into: &out, language: "Go")
            last = TokenKind.bad
        }
    }

    /// An interpreted string or a rune.
    private mutating func quoted(_ quote: UInt8) {
        let start = scanner.index
        let isRune = quote == UInt8(ascii: "'")
        var fault: (message: String, start: Int)?
        var characters = 0
        scanner.index += 1
        while !scanner.isAtEnd, scanner.byte != quote, scanner.byte != 0x0A {
            characters += 1
            if scanner.byte == UInt8(ascii: "\\") {
                let escape = scanner.index
                if let message = self.escape(quote) { fault = fault ?? (message, escape) }
            } else {
                scanner.skipCharacter()
            }
        }
        if scanner.byte == quote, !scanner.isAtEnd {
            scanner.index += 1
            if isRune, characters != 1 { fault = fault ?? ("a rune is one character", start) }
        } else {
            fault = (isRune ? "the rune is not closed" : "the string is not closed", start)
        }
        finish(isRune ? kinds.char : kinds.string, from: start, fault: fault)
    }

    private mutating func escape(_ quote: UInt8) -> String? {
        let letter = scanner.ahead(1)
        scanner.index += 2
        var digits = 0
        switch letter {
        case UInt8(ascii: "x"): digits = 2
        case UInt8(ascii: "u"): digits = 4
        case UInt8(ascii: "U"): digits = 8
        case UInt8(ascii: "0")...UInt8(ascii: "7"):
            for _ in 0..<2 {
                guard scanner.byte &- UInt8(ascii: "0") < 8 else {
                    return "the escape is too short"
                }
                scanner.index += 1
            }
        case UInt8(ascii: "\\"), quote, UInt8(ascii: "a"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "v"):
            break
        default:
            if letter == 0x0A || letter >= 0x80 { scanner.index -= 1 }
            return "Go has no such escape"
        }
        for _ in 0..<digits {
            guard scanner.byte.isHexDigit else { return "the escape is too short" }
            scanner.index += 1
        }
        return nil
    }

    private mutating func numeral() {
        let start = scanner.index
        let fault = number(from: start)
        finish(kinds.number, from: start, fault: fault.map { ($0, start) })
    }

    private mutating func number(from start: Int) -> String? {
        var base = 10
        if scanner.byte == UInt8(ascii: "0") {
            switch scanner.ahead(1) | 0x20 {
            case UInt8(ascii: "x"): base = 16
            case UInt8(ascii: "o"): base = 8
            case UInt8(ascii: "b"): base = 2
            default: break
            }
        }
        if base != 10 { scanner.index += 2 }
        var fault: String?
        var digits = digits(base, &fault)
        var isFraction = false
        var hasExponent = false
        if scanner.byte == UInt8(ascii: ".") {
            isFraction = true
            scanner.index += 1
            if base == 8 || base == 2 { fault = "no such number" }
            let more = self.digits(base, &fault)
            digits = (digits.count + more.count, max(digits.highest, more.highest))
        }
        if digits.count == 0 { fault = "the number has no digits" }
        let letter = scanner.byte | 0x20
        if base == 10 && letter == UInt8(ascii: "e") || base == 16 && letter == UInt8(ascii: "p") {
            hasExponent = true
            scanner.index += 1
            if scanner.byte == UInt8(ascii: "+") || scanner.byte == UInt8(ascii: "-") {
                scanner.index += 1
            }
            let exponent = scanner.index
            scanner.skipDigits()
            if scanner.index == exponent { fault = "the exponent has no digits" }
        }
        if base == 16, isFraction, !hasExponent {
            fault = "a hexadecimal fraction needs a 'p' exponent"
        }
        let isImaginary = scanner.byte == UInt8(ascii: "i")
        if isImaginary { scanner.index += 1 }
        if base == 2 && digits.highest > 1 || base == 8 && digits.highest > 7 {
            fault = "no such digit in this number"
        }
        let isOctal = base == 10 && scanner[start] == UInt8(ascii: "0") && digits.count > 1
        if isOctal, !isFraction, !hasExponent, !isImaginary, digits.highest > 7 {
            fault = "no such digit in an octal number"
        }
        return fault
    }

    private mutating func digits(
        _ base: Int, _ fault: inout String?
    ) -> (count: Int, highest: UInt8) {
        var count = 0
        var highest: UInt8 = 0
        while true {
            let byte = scanner.byte
            if byte == UInt8(ascii: "_") {
                if !scanner.ahead(1).isHexDigit || scanner.ahead(-1) == byte {
                    fault = "'_' must separate digits"
                }
            } else if base == 16 ? byte.isHexDigit : byte.isDigit {
                count += 1
                if byte.isDigit { highest = max(highest, byte - UInt8(ascii: "0")) }
            } else {
                return (count, highest)
            }
            scanner.index += 1
        }
    }
}
