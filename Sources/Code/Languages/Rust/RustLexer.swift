/// The tokens of Rust ("Lexical structure" of its reference).
struct RustLexer {
    private var scanner: Scanner
    private let kinds: Kinds
    private var out: Tokens
    /// Where the last attribute ends.
    private var attributeEnd = 0
    private var unclosedCount = 0

    /// After more strings that are not closed nothing is read: each was read up to the end.
    private static let mostUnclosed = 50
    private static let suffixes: Set<String> = [
        "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128", "isize",
        "f16", "f32", "f64", "f128",
    ]

    private static let byteFault = "bytes are written in ASCII only"

    /// What a quoted literal may hold: `"…"` or `'…'`, `b"…"`, `c"…"`.
    private enum Content {
        case text, bytes, cText
    }

    /// What is the same for all blocks.
    final class Kinds: Sendable {
        let words: Words
        let name, number, suffixed, string, char, lifetime, dots, ellipsis, dot: UInt8

        init(_ words: Words) {
            self.words = words
            name = words["NAME"]
            number = words["NUMBER"]
            suffixed = words["SUFFIXED"]
            string = words["STRING"]
            char = words["CHAR"]
            lifetime = words["LIFETIME"]
            dots = words["\"...\""]
            ellipsis = words["\"…\""]
            dot = words["\".\""]
        }
    }

    init(_ scanner: Scanner, _ kinds: Kinds) {
        self.scanner = scanner
        self.kinds = kinds
        out = Tokens(codeCount: scanner.count)
    }

    mutating func tokens() -> Tokens {
        skipScriptHead()
        while !scanner.isAtEnd { next() }
        out.append(TokenKind.end, scanner.count, scanner.count)
        return out
    }

    /// `#!/usr/bin/env …`, and a manifest of Cargo between lines of `---`.
    private mutating func skipScriptHead() {
        if scanner.starts(with: "#!") {
            var index = scanner.index + 2
            while scanner[index].isBlank { index += 1 }
            if scanner[index] != UInt8(ascii: "[") { scanner.skipScriptLine(into: &out) }
        }
        let start = scanner.index
        while scanner.byte.isBlank || scanner.byte == 0x0A { scanner.index += 1 }
        let isManifest = scanner.starts(with: "---") && scanner.skip(past: "\n---")
        if isManifest { scanner.skipLine() } else { scanner.index = start }
    }

    private mutating func next() {
        let start = scanner.index
        let byte = scanner.byte
        switch byte {
        case 0x20, 0x0A, 0x09, 0x0D, 0x0B, 0x0C: scanner.index += 1
        case UInt8(ascii: "/") where scanner.ahead(1) == UInt8(ascii: "/"):
            scanner.skipLine()
            out.note(.lineComment, start, scanner.index)
            if scanner.isElision(start + 2..<scanner.index) { elide(from: start) }
        case UInt8(ascii: "/") where scanner.ahead(1) == UInt8(ascii: "*"): comment()
        case UInt8(ascii: "\""): text(.text, from: start)
        case UInt8(ascii: "'"): quote()
        case UInt8(ascii: "r"), UInt8(ascii: "b"), UInt8(ascii: "c"): prefixed()
        case _ where byte.isWordStart: word()
        case _ where byte.isDigit: numeral()
        case _ where byte >= 0x80: beyondASCII()
        default: sign()
        }
    }

    private mutating func word() {
        let start = scanner.index
        let kind = scanner.word(kinds.words, name: kinds.name)
        if scanner.byte == UInt8(ascii: "!") {
            switch scanner.ahead(1) {
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
                out.note(.macro, start, scanner.index + 1)
            default: break
            }
        }
        out.append(kind, start, scanner.index)
    }

    private mutating func beyondASCII() {
        let start = scanner.index
        if scanner.letterLength() != nil {
            word()
        } else if scanner.isEllipsis {
            while scanner.isEllipsis { scanner.index += 3 }
            out.append(kinds.ellipsis, start, scanner.index)
        } else if [0x85, 0x200E, 0x200F, 0x2028, 0x2029].contains(scanner.scalar(at: start).value) {
            scanner.skipCharacter()
        } else {
            scanner.skipUnknown(into: &out, language: "Rust")
        }
    }

    private mutating func sign() {
        let start = scanner.index
        if scanner.byte == UInt8(ascii: "#"), start >= attributeEnd { noteAttribute() }
        if let end = scanner.describedEnd {
            scanner.index = end
            return out.append(kinds.ellipsis, start, end)
        }
        guard let sign = kinds.words.sign(in: scanner, at: start) else {
            return scanner.skipUnknown(into: &out, language: "Rust")
        }
        scanner.index += sign.count
        if sign.kind == kinds.dots {
            while scanner.byte == UInt8(ascii: ".") { scanner.index += 1 }
        }
        out.append(sign.kind, start, scanner.index)
    }

    /// Notes `#[…]` or `#![…]` up to its bracket.
    private mutating func noteAttribute() {
        let start = scanner.index
        var index = start + (scanner.ahead(1) == UInt8(ascii: "!") ? 2 : 1)
        guard scanner[index] == UInt8(ascii: "[") else { return }
        var depth = 0
        repeat {
            if scanner[index] == UInt8(ascii: "[") { depth += 1 }
            if scanner[index] == UInt8(ascii: "]") { depth -= 1 }
            index += 1
        } while depth > 0 && index < scanner.count
        attributeEnd = index
        out.note(.directive, start, index)
    }

    private mutating func finish(_ kind: UInt8, from start: Int, fault: String?) {
        scanner.index = min(scanner.index, scanner.count)
        if let fault {
            out.complain(fault, start, scanner.index)
        } else {
            out.append(kind, start, scanner.index)
        }
    }

    // MARK: Comments

    private mutating func elide(from start: Int) {
        out.elisions += 1
        out.appendOptional(TokenKind.elision, start, scanner.index)
    }

    /// Comments are nested.
    private mutating func comment() {
        let start = scanner.index
        var depth = 0
        repeat {
            if scanner.starts(with: "/*") {
                depth += 1
                scanner.index += 2
            } else if scanner.starts(with: "*/") {
                depth -= 1
                scanner.index += 2
            } else {
                scanner.index += 1
            }
        } while depth > 0 && !scanner.isAtEnd
        out.note(.blockComment, start, min(scanner.index, scanner.count))
        guard depth == 0 else {
            return out.complain("the comment is not closed", start, start + 2)
        }
        if scanner.isElision(start + 2..<scanner.index - 2) { elide(from: start) }
    }

    // MARK: Strings and characters

    /// A word, or a literal whose prefix it begins with: `r"…"`, `br#"…"#`, `b'…'`, `r#type`.
    private mutating func prefixed() {
        let start = scanner.index
        let isRaw = scanner.byte == UInt8(ascii: "r")
        let isRawToo = !isRaw && scanner.ahead(1) == UInt8(ascii: "r")
        let content: Content =
            isRaw ? .text : scanner.byte == UInt8(ascii: "b") ? .bytes : .cText
        if isRaw || isRawToo {
            var index = start + (isRaw ? 1 : 2)
            let first = index
            while scanner[index] == UInt8(ascii: "#") { index += 1 }
            if scanner[index] == UInt8(ascii: "\"") {
                return rawText(content, from: start, quote: index, hashes: index - first)
            }
            if isRaw, index == start + 2, scanner[index].isWordStart {
                scanner.index = index
                _ = scanner.word(kinds.words, name: kinds.name)
                return out.append(kinds.name, start, scanner.index)
            }
        } else if scanner.ahead(1) == UInt8(ascii: "\"") {
            scanner.index += 1
            return text(content, from: start)
        } else if content == .bytes, scanner.ahead(1) == UInt8(ascii: "'") {
            scanner.index += 1
            return character(.bytes, from: start)
        }
        word()
    }

    private mutating func rawText(_ content: Content, from start: Int, quote: Int, hashes: Int) {
        scanner.index = quote + 1
        while scanner.skip(past: "\"") {
            var count = 0
            while count < hashes, scanner.ahead(count) == UInt8(ascii: "#") { count += 1 }
            if count == hashes {
                scanner.index += hashes
                if content == .bytes,
                    let odd = scanner.code[start..<scanner.index].firstIndex(where: { $0 >= 0x80 })
                {
                    out.note(.string, start, scanner.index)
                    return out.complain(Self.byteFault, odd, scanner.index)
                }
                return out.append(kinds.string, start, scanner.index)
            }
        }
        out.note(.string, start, scanner.index)
        out.complain("the raw string is not closed", start, quote + 1)
    }

    /// The text from its opening quote on; it may go over lines.
    private mutating func text(_ content: Content, from start: Int) {
        let quote = scanner.index
        var fault: (message: String, start: Int)?
        var lineEnd: Int?
        scanner.index += 1
        while !scanner.isAtEnd {
            let byte = scanner.byte
            if byte == UInt8(ascii: "\"") {
                scanner.index += 1
                if let lineEnd, isInsideOfText { return unclosed(start, lineEnd) }
                guard let fault else { return out.append(kinds.string, start, scanner.index) }
                out.note(.string, start, scanner.index)
                return out.complain(fault.message, fault.start, scanner.index)
            }
            if byte == UInt8(ascii: "\\") {
                let escape = scanner.index
                if let message = self.escape(content, isText: true), fault == nil {
                    fault = (message, escape)
                }
            } else {
                if byte == 0x0A, lineEnd == nil { lineEnd = scanner.index }
                if byte >= 0x80, content == .bytes, fault == nil {
                    fault = (Self.byteFault, scanner.index)
                }
                scanner.index += 1
            }
        }
        unclosed(start, max(lineEnd ?? scanner.count, quote + 1))
    }

    /// Whether what follows a closing quote shows that it opens the next string: a string was not
    /// closed some lines above.
    private var isInsideOfText: Bool {
        scanner.byte.isWordPart || scanner.byte == UInt8(ascii: "{")
            || scanner.byte == UInt8(ascii: "\\")
    }

    private mutating func unclosed(_ start: Int, _ lineEnd: Int) {
        out.note(.string, start, lineEnd)
        out.complain("the string is not closed", start, lineEnd)
        scanner.index = lineEnd
        unclosedCount += 1
        if unclosedCount > Self.mostUnclosed { scanner.index = scanner.count }
    }

    /// A character or a lifetime.
    private mutating func quote() {
        let start = scanner.index
        let next = scanner.ahead(1)
        let length = scanner.scalar(at: start + 1).length
        if next == UInt8(ascii: "\\")
            || next != UInt8(ascii: "'") && next != 0x0A
                && scanner.ahead(1 + length) == UInt8(ascii: "'")
        {
            return character(.text, from: start)
        }
        scanner.index += 1
        guard !scanner.isAtEnd, next.isWordStart || next >= 0x80 && scanner.letterLength() != nil
        else { return out.complain("the character is not closed", start, start + 1) }
        if scanner.starts(with: "r#"), scanner.ahead(2).isWordStart { scanner.index += 2 }
        _ = scanner.word(kinds.words, name: kinds.name)
        guard scanner.byte == UInt8(ascii: "'"), !scanner.isAtEnd else {
            return out.append(kinds.lifetime, start, scanner.index)
        }
        let text = "\"" + scanner.text(start + 1..<scanner.index) + "\""
        scanner.index += 1
        out.complain("a string is quoted with '\"'", start, scanner.index, replacement: text)
    }

    /// `'…'` from its opening quote on.
    private mutating func character(_ content: Content, from start: Int) {
        var fault: String?
        scanner.index += 1
        if scanner.byte == UInt8(ascii: "\\") {
            fault = escape(content, isText: false)
        } else {
            if content == .bytes, scanner.byte >= 0x80 { fault = Self.byteFault }
            scanner.index += scanner.scalar(at: scanner.index).length
        }
        if scanner.byte == UInt8(ascii: "'"), scanner.index < scanner.count {
            scanner.index += 1
        } else {
            fault = fault ?? "the character is not closed"
        }
        finish(kinds.char, from: start, fault: fault)
    }

    private mutating func escape(_ content: Content, isText: Bool) -> String? {
        let letter = scanner.ahead(1)
        scanner.index += 2
        switch letter {
        case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "\\"),
            UInt8(ascii: "0"), UInt8(ascii: "'"), UInt8(ascii: "\""):
            return nil
        case 0x0A, 0x0D:
            return isText ? nil : "the character is not closed"
        case UInt8(ascii: "x"):
            let high = scanner.byte
            guard high.isHexDigit, scanner.ahead(1).isHexDigit else {
                return "the escape needs two hexadecimal digits"
            }
            scanner.index += 2
            return content == .text && high > UInt8(ascii: "7")
                ? "the escape goes up to \\x7F" : nil
        case UInt8(ascii: "u") where content != .bytes:
            guard scanner.byte == UInt8(ascii: "{") else { return "the escape needs '{'" }
            scanner.index += 1
            let first = scanner.index
            while scanner.byte.isHexDigit || scanner.byte == UInt8(ascii: "_") {
                scanner.index += 1
            }
            guard scanner.byte == UInt8(ascii: "}"), scanner.index > first else {
                return "the escape is not closed"
            }
            scanner.index += 1
            return nil
        default:
            // The byte may begin a longer character or be the closing quote's.
            if letter >= 0x80 { scanner.index -= 1 }
            return "Rust has no such escape"
        }
    }

    // MARK: Numbers

    private mutating func numeral() {
        let start = scanner.index
        var fault: String?
        switch (scanner.byte, scanner.ahead(1)) {
        case (UInt8(ascii: "0"), UInt8(ascii: "x")): fault = digits(16)
        case (UInt8(ascii: "0"), UInt8(ascii: "o")): fault = digits(8)
        case (UInt8(ascii: "0"), UInt8(ascii: "b")): fault = digits(2)
        default: decimal()
        }
        let suffix = scanner.index
        if scanner.byte.isWordStart { _ = scanner.word(kinds.words, name: kinds.name) }
        let isKnown =
            suffix == scanner.index || Self.suffixes.contains(scanner.text(suffix..<scanner.index))
        finish(isKnown ? kinds.number : kinds.suffixed, from: start, fault: fault)
    }

    private mutating func decimal() {
        let isIndex = out.kinds.last == kinds.dot
        scanner.skipDigits()
        if isIndex { return }
        let next = scanner.ahead(1)
        if scanner.byte == UInt8(ascii: "."), next != UInt8(ascii: "."), !next.isWordStart,
            next < 0x80
        {
            scanner.index += 1
            scanner.skipDigits()
        }
        if scanner.byte | 0x20 == UInt8(ascii: "e") {
            let isSigned =
                scanner.ahead(1) == UInt8(ascii: "+") || scanner.ahead(1) == UInt8(ascii: "-")
            var index = scanner.index + (isSigned ? 2 : 1)
            while scanner[index] == UInt8(ascii: "_") { index += 1 }
            if scanner[index].isDigit {
                scanner.index = index
                scanner.skipDigits()
            }
        }
    }

    /// The digits after `0x`, `0o` or `0b`.
    private mutating func digits(_ base: UInt8) -> String? {
        scanner.index += 2
        var count = 0
        var fault: String?
        while base == 16 && scanner.byte.isHexDigit || scanner.byte.isDigit
            || scanner.byte == UInt8(ascii: "_")
        {
            if scanner.byte != UInt8(ascii: "_") { count += 1 }
            if base < 16, scanner.byte.isDigit, scanner.byte - UInt8(ascii: "0") >= base {
                fault = "no such digit in this number"
            }
            scanner.index += 1
        }
        return count == 0 ? "the number has no digits" : fault
    }
}
