/// The tokens of CSS, SCSS and Less (CSS Syntax Module Level 3, section 4), without what depends on
/// the place: the grammar distinguishes selectors from declarations.
struct CSSLexer {
    private var scanner: Scanner
    let kinds: Kinds
    var out: Tokens
    /// The open round and square brackets.
    private var depth = 0
    /// Whether the statement that is being read began with a name and a colon.
    private var isDeclaration = false
    /// The index of the first token of the statement.
    private var first = 0
    /// Where the next `;`, `{` or `}` outside of brackets is, and which; found once a statement.
    private var ending: (offset: Int, byte: UInt8) = (-1, 0)

    /// What is the same for all blocks.
    final class Kinds: Sendable {
        let words: Words
        let name, custom, number, string, colon, comma, hash, variable, at, filter, url: UInt8
        let dots, dot, opener, bang: UInt8

        init(_ words: Words) {
            self.words = words
            name = words["NAME"]
            custom = words["CUSTOM"]
            number = words["NUMBER"]
            string = words["STRING"]
            hash = words["HASH"]
            variable = words["VARIABLE"]
            at = words["AT"]
            filter = words["FILTER"]
            url = words["URL"]
            colon = words["\":\""]
            comma = words["\",\""]
            dots = words["\"...\""]
            dot = words["\".\""]
            opener = words["\"(\""]
            bang = words["\"!\""]
        }
    }

    init(_ scanner: Scanner, _ kinds: Kinds) {
        self.scanner = scanner
        self.kinds = kinds
        out = Tokens(codeCount: scanner.count)
    }

    mutating func tokens() -> Tokens {
        while !scanner.isAtEnd { next() }
        noteStatement(scanner.code, first..<out.count, isSelector: false)
        out.append(TokenKind.end, scanner.count, scanner.count)
        return out
    }

    private mutating func next() {
        let start = scanner.index
        let byte = scanner.byte
        let after = scanner.ahead(1)
        if byte == 0x0A {
            scanner.index += 1
            startLine()
        } else if byte.isBlank {
            scanner.index += 1
        } else if scanner.starts(with: "/*") {
            scanner.index += 2
            let isClosed = scanner.skip(past: "*/")
            out.note(.blockComment, start, scanner.index)
            guard isClosed else {
                return out.complain("the comment is not closed", start, start + 2)
            }
            if scanner.isElision(start + 2..<scanner.index - 2) { elide(from: start) }
        } else if scanner.starts(with: "//") {
            scanner.skipLine()
            out.note(.lineComment, start, scanner.index)
            if scanner.isElision(start + 2..<scanner.index) { elide(from: start) }
        } else if scanner.starts(with: "<!--") {
            scanner.index += 4
        } else if scanner.starts(with: "-->") {
            scanner.index += 3
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
            quoted(byte)
        } else if byte.isDigit || byte == UInt8(ascii: ".") && after.isDigit {
            numeral()
        } else if startsName(at: start) {
            word()
        } else if byte == UInt8(ascii: "#"), isNamePart(at: start + 1) {
            scanner.index += 1
            skipName()
            out.append(kinds.hash, start, scanner.index)
        } else if byte == UInt8(ascii: "$"), isNamePart(at: start + 1) {
            scanner.index += 1
            skipName()
            out.append(kinds.variable, start, scanner.index)
        } else if byte == UInt8(ascii: "@"), after == byte || isNamePart(at: start + 1) {
            while scanner.byte == byte { scanner.index += 1 }
            skipName()
            out.append(kinds.at, start, scanner.index)
        } else {
            sign()
        }
    }

    private mutating func elide(from start: Int) {
        out.elisions += 1
        out.appendOptional(TokenKind.elision, start, scanner.index)
    }

    // MARK: Names and numbers

    private func isNamePart(at index: Int) -> Bool {
        let byte = scanner[index]
        if byte.isWordPart || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "\\") {
            return true
        }
        if startsInterpolation(at: index) { return true }
        guard byte >= 0x80 else { return false }
        var ahead = scanner
        ahead.index = index
        return ahead.letterLength() != nil
    }

    private func startsName(at index: Int) -> Bool {
        let byte = scanner[index]
        if byte == UInt8(ascii: "-") {
            return isNamePart(at: index + 1) && !scanner[index + 1].isDigit
        }
        return !byte.isDigit && isNamePart(at: index)
    }

    /// `#{…}` of SCSS and `@{…}` of Less.
    private func startsInterpolation(at index: Int) -> Bool {
        let byte = scanner[index]
        return (byte == UInt8(ascii: "#") || byte == UInt8(ascii: "@"))
            && scanner[index + 1] == UInt8(ascii: "{")
    }

    private mutating func skipName() {
        while !scanner.isAtEnd, isNamePart(at: scanner.index) {
            if scanner.byte == UInt8(ascii: "\\") {
                scanner.index += 1
                if !scanner.isAtEnd { scanner.skipCharacter() }
            } else if startsInterpolation(at: scanner.index) {
                var open = 0
                while !scanner.isAtEnd {
                    if scanner.byte == UInt8(ascii: "{") { open += 1 }
                    if scanner.byte == UInt8(ascii: "}") { open -= 1 }
                    scanner.index += 1
                    if open == 0, scanner[scanner.index - 1] == UInt8(ascii: "}") { break }
                }
            } else {
                scanner.skipCharacter()
            }
        }
    }

    private mutating func word() {
        let start = scanner.index
        skipName()
        let text = scanner.text(start..<min(scanner.index, start + 8)).lowercased()
        if text.hasPrefix("--") {
            out.append(kinds.custom, start, scanner.index)
        } else if text == "progid" {
            out.append(kinds.filter, start, scanner.index)
        } else if text == "url", scanner.byte == UInt8(ascii: "("), address(from: start) {
            return
        } else {
            out.append(kinds.name, start, scanner.index)
        }
    }

    /// An address without quotes, in which signs mean nothing.
    private mutating func address(from start: Int) -> Bool {
        var index = scanner.index + 1
        while scanner[index].isBlank || scanner[index] == 0x0A { index += 1 }
        let byte = scanner[index]
        guard byte != UInt8(ascii: "\""), byte != UInt8(ascii: "'"), byte != UInt8(ascii: "$"),
            byte != UInt8(ascii: "@")
        else { return false }
        while index < scanner.count, scanner[index] != 0x0A {
            if scanner[index] == UInt8(ascii: ")") {
                scanner.index = index + 1
                out.append(kinds.url, start, scanner.index)
                return true
            }
            index += scanner[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return false
    }

    private mutating func numeral() {
        let start = scanner.index
        while scanner.byte.isDigit { scanner.index += 1 }
        if scanner.byte == UInt8(ascii: "."), scanner.ahead(1).isDigit {
            scanner.index += 1
            while scanner.byte.isDigit { scanner.index += 1 }
        }
        if scanner.byte == UInt8(ascii: "%") {
            scanner.index += 1
        } else {
            skipName()
        }
        out.append(kinds.number, start, scanner.index)
    }

    private mutating func quoted(_ quote: UInt8) {
        let start = scanner.index
        scanner.index += 1
        while !scanner.isAtEnd, scanner.byte != quote, scanner.byte != 0x0A {
            scanner.index += scanner.byte == UInt8(ascii: "\\") ? 2 : 1
        }
        if scanner.byte == quote, !scanner.isAtEnd {
            scanner.index += 1
            out.append(kinds.string, start, scanner.index)
        } else {
            scanner.index = min(scanner.index, scanner.count)
            out.note(.plainQuoted, start, scanner.index)
            out.complain("the string is not closed", start, scanner.index)
        }
    }

    // MARK: Signs and statements

    private mutating func sign() {
        let start = scanner.index
        if scanner.isEllipsis {
            while scanner.isEllipsis { scanner.index += 3 }
            return out.append(kinds.dots, start, scanner.index)
        }
        guard let sign = kinds.words.sign(in: scanner, at: start) else {
            return scanner.skipUnknown(into: &out, language: "CSS", lineComment: nil)
        }
        scanner.index += sign.count
        if sign.count == 3 {
            while scanner.byte == UInt8(ascii: ".") { scanner.index += 1 }
        }
        switch scanner[start] {
        case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: ")"), UInt8(ascii: "]"): depth = max(0, depth - 1)
        case UInt8(ascii: ";"), UInt8(ascii: "{"), UInt8(ascii: "}"):
            depth = 0
            isDeclaration = false
            noteStatement(
                scanner.code, first..<out.count, isSelector: scanner[start] == UInt8(ascii: "{"))
            first = out.count + 1
        case UInt8(ascii: ":") where out.count == first + 1:
            isDeclaration = out.kinds[first] == kinds.name || out.kinds[first] == kinds.custom
        default: break
        }
        out.append(sign.kind, start, scanner.index)
    }

    /// Complains of a `;` that is missing at the end of the last line, where a declaration began before
    /// this line and another begins with it.
    private mutating func startLine() {
        guard isDeclaration, depth == 0, let last = out.kinds.last, last != kinds.colon,
            last != kinds.comma, last != TokenKind.bad, out.kinds.count > first + 2
        else { return }
        var index = scanner.index
        while scanner[index].isBlank { index += 1 }
        let start = index
        while scanner[index].isWordPart || scanner[index] == UInt8(ascii: "-") { index += 1 }
        guard index > start, scanner[index] == UInt8(ascii: ":"), endsAsDeclaration(index) else {
            return
        }
        let end = out.ends.last.map(Int.init) ?? 0
        noteStatement(scanner.code, first..<out.count, isSelector: false)
        out.complain("a ';' is missing after the declaration", end, end, replacement: ";")
        isDeclaration = false
        first = out.count
    }

    /// Whether a statement goes on to a `;`, a `}` or the end, and is no selector.
    private mutating func endsAsDeclaration(_ start: Int) -> Bool {
        if ending.offset < start {
            var index = start
            while index < scanner.count {
                let byte = scanner[index]
                if byte == UInt8(ascii: ";") || byte == UInt8(ascii: "}") { break }
                if byte == UInt8(ascii: "{"), !startsInterpolation(at: index - 1) { break }
                index += 1
            }
            ending = (index, scanner[index])
        }
        return ending.byte != UInt8(ascii: "{")
    }
}
