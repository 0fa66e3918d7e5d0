/// Makes spans of the tokens of a block and of what else the lexer noted.
struct SpanReader {
    private let code: [UInt8]
    private let classes: [LexicalClass]
    private var spans: [CodeSpan] = []
    /// Up to here the code is in spans.
    private var covered = 0

    /// - Parameter classes: by kind of token; nil for what its first byte decides.
    static func spans(
        of code: [UInt8], _ tokens: Tokens, _ classes: [LexicalClass]
    ) -> [CodeSpan] {
        var reader = SpanReader(code: code, classes: classes)
        reader.read(tokens)
        return reader.spans
    }

    private init(code: [UInt8], classes: [LexicalClass]) {
        self.code = code
        self.classes = classes
    }

    /// Where a note and a token overlap, the one that begins first counts; a token that begins together
    /// with a note is left out.
    private mutating func read(_ tokens: Tokens) {
        let notes = allNotes(of: tokens)
        spans.reserveCapacity(tokens.count + notes.count)
        var note = 0
        let kinds = tokens.kinds
        for token in 0..<kinds.count {
            let kind = kinds[token]
            if kind < TokenKind.bad { continue }
            let place = tokens.place(of: token)
            if note < notes.count, notes[note].start <= place.start {
                var isNoted = false
                repeat {
                    isNoted = notes[note].start == place.start
                    append(notes[note])
                    note += 1
                } while note < notes.count && notes[note].start <= place.start
                if isNoted { continue }
            }
            let start = max(Int(place.start), covered)
            let end = Int(place.end)
            let classified = classes[Int(kind)]
            if classified == .word, start < end {
                spans.append(CodeSpan(.word, start, end))
                covered = end
            } else {
                append(kind, start, end)
            }
        }
        while note < notes.count {
            append(notes[note])
            note += 1
        }
    }

    private func allNotes(of tokens: Tokens) -> [CodeSpan] {
        if tokens.dropped.isEmpty, tokens.areNotesInOrder { return tokens.notes }
        let dropped = tokens.dropped.filter { $0.kind >= TokenKind.bad }.map {
            CodeSpan(classes[Int($0.kind)], Int($0.start), Int($0.end))
        }
        return (tokens.notes + dropped).enumerated().sorted {
            ($0.element.start, $0.offset) < ($1.element.start, $1.offset)
        }.map(\.element)
    }

    /// A text that is noted has neither a prefix nor, in most cases, quotes.
    private mutating func append(_ note: CodeSpan) {
        let (start, end) = (max(Int(note.start), covered), Int(note.end))
        switch note.kind {
        case .singleQuoted, .doubleQuoted, .backquoted:
            guard start < end else { return }
            texts(note.kind, start, end)
            covered = end
        default: append(note.kind, start, end)
        }
    }

    @inline(__always)
    private mutating func append(_ kind: UInt8, _ start: Int, _ end: Int) {
        guard start < end else { return }
        if kind != TokenKind.bad { return append(classes[Int(kind)], start, end) }
        let kind = guess(code[start])
        var last = end
        if kind == .number {
            last = start
            while last < end, code[last].isDigit || code[last] == UInt8(ascii: ".") { last += 1 }
        }
        append(kind, start, last)
    }

    private mutating func append(_ kind: LexicalClass, _ start: Int, _ end: Int) {
        guard start < end else { return }
        switch kind {
        case .none: return
        case .sign where code[start] <= 0x20 || code[start] >= 0x80: return
        case .string, .singleQuoted, .doubleQuoted, .backquoted, .character:
            string(kind, start, end)
        default: spans.append(CodeSpan(kind, start, end))
        }
        covered = end
    }

    /// What bytes that are no token look like.
    private func guess(_ byte: UInt8) -> LexicalClass {
        if byte.isWordStart { return .word }
        if byte.isDigit { return .number }
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "`") { return .string }
        return .none
    }

    // MARK: Strings

    /// A string as its prefix, its texts and its escapes.
    private mutating func string(_ kind: LexicalClass, _ start: Int, _ end: Int) {
        var open = start
        var isRaw = false
        while open < end, code[open].isLetter, open - start < 4 {
            if code[open] | 0x20 == UInt8(ascii: "r") { isRaw = true }
            open += 1
        }
        let quote = open < end ? code[open] : 0
        let isQuote = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
        var from = start
        if open > start, isQuote || isRaw && quote == UInt8(ascii: "#") {
            spans.append(CodeSpan(.stringPrefix, start, open))
            from = open
        }
        var kind = kind
        if kind == .doubleQuoted, quote == UInt8(ascii: "'") { kind = .singleQuoted }
        if kind == .doubleQuoted, !isQuote { kind = .string }
        if !isQuote || isRaw || kind == .character {
            return spans.append(CodeSpan(kind, from, end))
        }
        texts(kind, from, end)
    }

    /// A text with its escapes.
    private mutating func texts(_ kind: LexicalClass, _ start: Int, _ end: Int) {
        var from = start
        var index = start
        while index < end {
            guard code[index] == UInt8(ascii: "\\") else {
                index += 1
                continue
            }
            if index > from { spans.append(CodeSpan(kind, from, index)) }
            from = min(index + escapeLength(at: index), end)
            spans.append(CodeSpan(.escape, index, from))
            index = from
        }
        if end > from { spans.append(CodeSpan(kind, from, end)) }
    }

    /// How long the escape at a backslash is: `\n`, `\x41`, `\u{1F600}`.
    private func escapeLength(at index: Int) -> Int {
        func byte(_ offset: Int) -> UInt8 {
            index + offset < code.count ? code[index + offset] : 0
        }
        let most: Int
        switch byte(1) {
        case UInt8(ascii: "x"): most = 2
        case UInt8(ascii: "u"): most = 4
        case UInt8(ascii: "U"): most = 8
        case UInt8(ascii: "0")...UInt8(ascii: "7"):
            var length = 2
            while length < 4, byte(length) &- 0x30 < 8 { length += 1 }
            return length
        case 0x80...0xFF:
            var length = 2
            while byte(length) & 0xC0 == 0x80 { length += 1 }
            return length
        default: return 2
        }
        var length = 2
        if byte(2) == UInt8(ascii: "{") {
            length = 3
            while length < 12, byte(length).isHexDigit { length += 1 }
            return byte(length) == UInt8(ascii: "}") ? length + 1 : 2
        }
        while length < 2 + most, byte(length).isHexDigit { length += 1 }
        return length
    }
}
