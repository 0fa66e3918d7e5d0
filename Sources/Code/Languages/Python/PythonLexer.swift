/// The tokens of Python ("Lexical analysis" of its reference): line ends outside of brackets are
/// `NEWLINE`, and the indentation of logical lines makes `INDENT` and `DEDENT`, which have no length.
///
/// A remark on a line of its own is an optional token, since a block may hold nothing else. Magic
/// commands of IPython are `MAGIC` up to the line's end, `?` at a line's end is `HELP`, and a colon
/// that ends the code is followed by `CUT`.
struct PythonLexer {
    var scanner: Scanner
    var out: Tokens
    private var levels: [Level] = []
    var brackets: [UInt8] = []
    private var isLineStart = true
    /// Whether the code is what a magic command has.
    private var isInner = false
    /// The f-strings that are open, each with the replacement in it that is read.
    var formats: [Format] = []
    let kinds: Kinds
    var words: Words { kinds.words }

    /// What is the same for all blocks.
    final class Kinds: Sendable {
        let words: Words
        let newline, indent, dedent, magic, help, cut, ellipsis: UInt8
        let name, number, oldNumber, string, oldString, formatStart, formatEnd: UInt8
        let dots, assign, brace, closeBrace, colon, bang: UInt8

        init(_ words: Words) {
            self.words = words
            newline = words["NEWLINE"]
            indent = words["INDENT"]
            dedent = words["DEDENT"]
            magic = words["MAGIC"]
            help = words["HELP"]
            cut = words["CUT"]
            ellipsis = words["\"…\""]
            name = words["NAME"]
            number = words["NUMBER"]
            oldNumber = words["OLDNUMBER"]
            string = words["STRING"]
            oldString = words["OLDSTRING"]
            formatStart = words["FSTART"]
            formatEnd = words["FEND"]
            dots = words["\"...\""]
            assign = words["\"=\""]
            brace = words["\"{\""]
            closeBrace = words["\"}\""]
            colon = words["\":\""]
            bang = words["\"!\""]
        }
    }

    private struct Level {
        /// Columns with tabs of eight, and with tabs of one: both must agree.
        var wide = 0
        var narrow = 0
    }

    struct Format {
        enum Place { case text, code, specifier }
        var place: Place
        let quote: UInt8
        let isTriple: Bool
        /// How many brackets are open in the replacement, outside of its own.
        let depth: Int
        let start: Int
    }

    init(_ scanner: Scanner, _ kinds: Kinds) {
        self.scanner = scanner
        self.kinds = kinds
        out = Tokens(codeCount: scanner.count)
    }

    mutating func tokens() -> Tokens {
        while !scanner.isAtEnd {
            if isLineStart, brackets.isEmpty, formats.isEmpty {
                startLine()
            } else if let format = formats.last, format.place != .code {
                text(of: format)
            } else {
                next()
            }
        }
        end()
        return out
    }

    /// Open brackets at the end: the code is cut off, and no line ends there.
    private mutating func end() {
        let count = scanner.count
        if let format = formats.first {
            out.complain("the f-string is not closed", format.start, format.start + 1)
        } else if brackets.isEmpty {
            if !isLineStart { out.append(kinds.newline, count, count) }
            if out.kinds.suffix(2) == [kinds.colon, kinds.newline] {
                out.append(kinds.cut, count, count)
            }
            for _ in levels.dropFirst() { out.append(kinds.dedent, count, count) }
        }
        out.append(TokenKind.end, count, count)
    }

    // MARK: Logical lines

    private mutating func startLine() {
        var level = Level()
        while scanner.byte == 0x20 || scanner.byte == 0x09 || scanner.byte == 0x0C {
            switch scanner.byte {
            case 0x20: level.wide += 1
            case 0x09: level.wide = (level.wide / 8 + 1) * 8
            default: level = Level()
            }
            level.narrow += scanner.byte == 0x0C ? 0 : 1
            scanner.index += 1
        }
        let start = scanner.index
        switch scanner.byte {
        case _ where scanner.isAtEnd: break
        case 0x0A, 0x0D: scanner.index += 1
        case UInt8(ascii: "#"): comment(isOnItsOwn: true)
        case UInt8(ascii: "%"), UInt8(ascii: "!"), UInt8(ascii: "?"):
            skipMagic()
            out.append(kinds.magic, start, scanner.index)
        case _ where isElidedLine(level):
            scanner.skipLine()
            if scanner[start] == UInt8(ascii: ".") {
                out.note(.punctuation, start, scanner.index)
            }
            elide(from: start)
        default:
            indent(to: level)
            isLineStart = false
        }
    }

    /// A line that only says `...` and is no block's first belongs to no level.
    private func isElidedLine(_ level: Level) -> Bool {
        guard scanner.starts(with: "...") || scanner.isEllipsis else { return false }
        if let last = levels.last, level.wide > last.wide { return false }
        var index = scanner.index
        while scanner[index] == UInt8(ascii: ".") || scanner.starts(with: "…", at: index) {
            index += scanner[index] == UInt8(ascii: ".") ? 1 : 3
        }
        while scanner[index].isBlank { index += 1 }
        return index >= scanner.count || scanner[index] == 0x0A
    }

    /// A block may be indented as a whole, and its first line more than those after it.
    private mutating func indent(to level: Level) {
        let start = scanner.index
        guard let last = levels.last else { return levels.append(level) }
        if level.wide > last.wide {
            if level.narrow <= last.narrow {
                out.complain("tabs and spaces are mixed", start, start + 1)
            }
            levels.append(level)
            return out.append(kinds.indent, start, start)
        }
        while let last = levels.last, level.wide < last.wide, levels.count > 1 {
            levels.removeLast()
            out.append(kinds.dedent, start, start)
        }
        if levels.count == 1, level.wide < levels[0].wide { levels[0] = level }
        if level.wide != levels.last?.wide {
            out.complain("this indentation matches no line above", start, start + 1)
        } else if level.narrow != levels.last?.narrow {
            out.complain("tabs and spaces are mixed", start, start + 1)
        }
    }

    private mutating func comment(isOnItsOwn: Bool) {
        let start = scanner.index
        scanner.skipLine()
        let isScript = start == 0 && scanner.starts(with: "#!", at: 0)
        out.note(isScript ? .scriptLine : .lineComment, start, scanner.index)
        if scanner.isElision(start + 1..<scanner.index) {
            elide(from: start)
        } else if isOnItsOwn {
            out.appendOptional(TokenKind.softEnd, start, scanner.index)
        }
    }

    private mutating func elide(from start: Int) {
        out.elisions += 1
        out.appendOptional(TokenKind.elision, start, scanner.index)
    }

    /// A magic command takes its line; one of a whole cell in another language, all that follows.
    private mutating func skipMagic() {
        let start = scanner.index
        scanner.skipLine()
        noteCommand(start..<scanner.index)
        guard scanner.starts(with: "%%", at: start) else { return }
        let line = scanner.text(start + 2..<scanner.index)
        let word = line.prefix { $0.isLetter || $0 == "_" }
        let ofPython = ["time", "timeit", "capture", "prun", "memit", "mprun", "python", "python3"]
        if !ofPython.contains(String(word)) { scanner.index = scanner.count }
    }

    /// Notes what follows the word of a magic command, which is code for many: `%timeit f(x)`.
    private mutating func noteCommand(_ line: Range<Int>) {
        guard !isInner, scanner[line.lowerBound] == UInt8(ascii: "%") else { return }
        var inner = scanner
        inner.index = line.lowerBound + 1
        while inner.byte.isWordPart || inner.byte == UInt8(ascii: "%") { inner.index += 1 }
        inner.count = line.upperBound
        var lexer = PythonLexer(inner, kinds)
        lexer.isInner = true
        out.drop(lexer.tokens())
    }

    // MARK: Tokens

    private mutating func next() {
        let start = scanner.index
        let byte = scanner.byte
        if let format = formats.last, brackets.count == format.depth, endReplacement(format) {
            return
        }
        switch byte {
        case 0x20, 0x09, 0x0D, 0x0C: scanner.index += 1
        case 0x0A:
            scanner.index += 1
            if brackets.isEmpty {
                out.append(kinds.newline, start, start + 1)
                isLineStart = true
            }
        case UInt8(ascii: "\\"):
            let length = scanner.ahead(1) == 0x0A ? 2 : 3
            if length == 2 || scanner.ahead(1) == 0x0D && scanner.ahead(2) == 0x0A {
                scanner.index += length
            } else {
                scanner.index += 1
                out.complain("only a line's end may follow this backslash", start, start + 1)
            }
        case UInt8(ascii: "#"): comment(isOnItsOwn: false)
        case UInt8(ascii: "\""), UInt8(ascii: "'"): quoted(kinds.string, from: start)
        case UInt8(ascii: "!"), UInt8(ascii: "%"):
            if brackets.isEmpty, out.kinds.last == kinds.assign {
                skipMagic()
                out.append(kinds.magic, start, scanner.index)
            } else {
                sign()
            }
        case UInt8(ascii: "?") where isHelp:
            while scanner.byte == byte { scanner.index += 1 }
            out.append(kinds.help, start, scanner.index)
        case _ where byte.isDigit || byte == UInt8(ascii: ".") && scanner.ahead(1).isDigit:
            numeral()
        case _ where byte.isWordStart || byte >= 0x80 && scanner.letterLength() != nil: word()
        case _ where scanner.isEllipsis:
            while scanner.isEllipsis { scanner.index += 3 }
            out.append(kinds.ellipsis, start, scanner.index)
        default: sign()
        }
    }

    private var isHelp: Bool {
        var index = scanner.index
        while scanner[index] == UInt8(ascii: "?") || scanner[index].isBlank { index += 1 }
        return brackets.isEmpty && (index >= scanner.count || scanner[index] == 0x0A)
    }

    /// Where `...` ends that is alone on its line, inside of brackets, in the place of items.
    private var endOfElidedItems: Int? {
        guard !brackets.isEmpty, scanner.starts(with: "..."), scanner.ahead(3) != UInt8(ascii: ".")
        else { return nil }
        var before = scanner.index - 1
        while before >= 0, scanner[before].isBlank { before -= 1 }
        guard before >= 0, scanner[before] == 0x0A else { return nil }
        while before >= 0, scanner[before].isBlank || scanner[before] == 0x0A { before -= 1 }
        guard before >= 0, ",([{".utf8.contains(scanner[before]) else { return nil }
        var after = scanner.index + 3
        while scanner[after].isBlank { after += 1 }
        return scanner[after] == 0x0A ? scanner.index + 3 : nil
    }

    private mutating func sign() {
        let start = scanner.index
        if let end = endOfElidedItems {
            scanner.index = end
            out.elisions += 1
            return out.appendOptional(TokenKind.elision, start, end)
        }
        if let end = scanner.placeholderEnd {
            scanner.index = end
            return out.append(kinds.ellipsis, start, end)
        }
        guard let sign = words.sign(in: scanner, at: start) else {
            return scanner.skipUnknown(into: &out, language: "Python")
        }
        scanner.index += sign.count
        if sign.kind == kinds.dots {
            while scanner.byte == UInt8(ascii: ".") { scanner.index += 1 }
        }
        switch scanner[start] {
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
            brackets.append(scanner[start])
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): _ = brackets.popLast()
        default: break
        }
        out.append(sign.kind, start, scanner.index)
    }

    // MARK: Formatted strings

    mutating func startFormat(at start: Int) {
        let quote = scanner.byte
        let isTriple = scanner.ahead(1) == quote && scanner.ahead(2) == quote
        scanner.index += isTriple ? 3 : 1
        out.append(kinds.formatStart, start, scanner.index)
        formats.append(
            Format(
                place: .text, quote: quote, isTriple: isTriple, depth: brackets.count, start: start)
        )
    }

    /// What ends the code of a replacement or goes on to its format; false for any other token.
    private mutating func endReplacement(_ format: Format) -> Bool {
        let start = scanner.index
        switch scanner.byte {
        case UInt8(ascii: ":"):
            scanner.index += 1
            out.note(.interpolation, start, start + 1)
            out.append(kinds.colon, start, start + 1)
            formats.append(
                Format(
                    place: .specifier, quote: format.quote, isTriple: format.isTriple,
                    depth: format.depth, start: format.start))
        case UInt8(ascii: "!") where scanner.ahead(1) != UInt8(ascii: "="):
            scanner.index += 1
            out.note(.interpolation, start, start + 1)
            out.append(kinds.bang, start, start + 1)
        case UInt8(ascii: "}"):
            scanner.index += 1
            out.note(.interpolation, start, start + 1)
            out.append(kinds.closeBrace, start, start + 1)
            _ = brackets.popLast()
            formats.removeLast()
        case UInt8(ascii: ")"), UInt8(ascii: "]"):
            scanner.index += 1
            abandon("'{' is never closed in the f-string", start, start + 1)
        default: return false
        }
        return true
    }

    /// The text up to the next token of an f-string or of a format, and that token.
    private mutating func text(of format: Format) {
        var from = scanner.index
        let kind: LexicalClass = format.quote == UInt8(ascii: "'") ? .singleQuoted : .doubleQuoted
        /// Notes the text up to here.
        func note(_ out: inout Tokens, _ end: Int) {
            if from < end { out.note(kind, from, end) }
            from = end
        }
        while true {
            let start = scanner.index
            let byte = scanner.byte
            let isDoubled = scanner.ahead(1) == byte && format.place == .text
            if scanner.isAtEnd || byte == 0x0A && !format.isTriple {
                note(&out, start)
                return abandon("the f-string is not closed", format.start, start)
            } else if byte == UInt8(ascii: "\\") {
                skipEscape(format)
            } else if byte == format.quote, !format.isTriple || isTripleQuote(byte) {
                note(&out, start)
                scanner.index += format.isTriple ? 3 : 1
                guard format.place == .text else {
                    return abandon("'{' is never closed in the f-string", start, scanner.index)
                }
                formats.removeLast()
                return out.append(kinds.formatEnd, start, scanner.index)
            } else if byte == UInt8(ascii: "{"), !isDoubled {
                note(&out, start)
                out.note(.interpolation, start, start + 1)
                scanner.index += 1
                brackets.append(byte)
                formats.append(
                    Format(
                        place: .code, quote: format.quote, isTriple: format.isTriple,
                        depth: brackets.count, start: format.start))
                return out.append(kinds.brace, start, start + 1)
            } else if byte == UInt8(ascii: "}"), !isDoubled {
                note(&out, start)
                out.note(.interpolation, start, start + 1)
                scanner.index += 1
                guard format.place == .specifier, formats.count > 1 else {
                    return out.complain("a single '}' in an f-string", start, start + 1)
                }
                _ = brackets.popLast()
                formats.removeLast(2)
                return out.append(kinds.closeBrace, start, start + 1)
            } else {
                let isBrace = isDoubled && (byte == 0x7B || byte == 0x7D)
                scanner.index += isBrace ? 2 : 1
                if isBrace {
                    note(&out, start)
                    out.note(.escape, start, start + 2)
                    from = start + 2
                }
            }
        }
    }

    private func isTripleQuote(_ quote: UInt8) -> Bool {
        scanner.ahead(1) == quote && scanner.ahead(2) == quote
    }

    /// `\N{NAME}`, or a backslash and the character after it unless that is a brace.
    private mutating func skipEscape(_ format: Format) {
        let letter = scanner.ahead(1)
        if letter == UInt8(ascii: "N"), scanner.ahead(2) == 0x7B, scanner.ahead(3).isUpper {
            while !scanner.isAtEnd, scanner.byte != 0x7D, scanner.byte != format.quote,
                scanner.byte != 0x0A
            { scanner.index += 1 }
            if scanner.byte == 0x7D { scanner.index += 1 }
        } else if letter == 0x0D, scanner.ahead(2) == 0x0A {
            scanner.index += 3
        } else {
            scanner.index += letter == 0x7B || letter == 0x7D ? 1 : 2
        }
    }

    /// Complains, and leaves the innermost f-string with all that is open in it.
    private mutating func abandon(_ message: String, _ start: Int, _ end: Int) {
        out.complain(message, start, end)
        while let format = formats.popLast() {
            if format.place == .text {
                brackets.removeLast(max(0, brackets.count - format.depth))
                break
            }
        }
    }
}
