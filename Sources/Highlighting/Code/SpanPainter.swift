import Code

/// Goes once over the spans of a block and records a token for each.
struct SpanPainter {
    private let grammar: SpanGrammar
    private let words: WordTable
    private let sigils: [TokenClass]
    private let hasCalls, hasSoftWords: Bool
    private(set) var sink: TokenSink
    /// The class of the next name, set by the word before it.
    private var awaited = TokenClass.none
    /// Whether the current text is documentation.
    private var documents = false
    /// Where the span before ends.
    private var last = 0

    init(_ grammar: SpanGrammar, _ sink: inout TokenSink) {
        self.grammar = grammar
        words = grammar.words
        sigils = grammar.sigils
        hasCalls = !grammar.calls.isEmpty
        hasSoftWords = !grammar.softWords.isEmpty
        self.sink = TokenSink([])
        swap(&self.sink, &sink)
    }

    mutating func giveBack(_ sink: inout TokenSink) {
        swap(&self.sink, &sink)
    }

    /// - Parameter offset: where the code of the spans begins in the token stream.
    mutating func paint(_ spans: [CodeSpan], from offset: Int) {
        last = offset
        var index = 0
        while index < spans.count {
            let span = spans[index]
            index += 1
            let start = offset + Int(span.start)
            var end = offset + Int(span.end)
            switch span.kind {
            case .word: word(start, end)
            case .number:
                put(numberClass(start, end), start, end)
                awaited = .none
            case .sign: end = sign(spans, &index, start, end, offset)
            case .string, .singleQuoted, .doubleQuoted, .backquoted:
                while index < spans.count, spans[index].kind == span.kind,
                    offset + Int(spans[index].start) == end
                {
                    end = offset + Int(spans[index].end)
                    index += 1
                }
                documents = isDocumentation(start, end)
                put(documents ? .sd : TokenClass(span.kind), start, end)
            case .plainQuoted: put(sink.code[start] == UInt8(ascii: "\"") ? .s2 : .s1, start, end)
            case .quotedName: put(sink.code[start] == UInt8(ascii: "\"") ? .ss : .nn, start, end)
            case .markup:
                sink.index = start
                sink.embed(MarkupGrammar(isHTML: true), to: end)
            default: put(TokenClass(span.kind), start, end)
            }
            last = end
        }
        sink.index = sink.end
    }

    @inline(__always)
    private mutating func put(_ kind: TokenClass, _ start: Int, _ end: Int) {
        sink.index = end
        sink.put(kind, from: start)
    }

    // MARK: Signs and texts

    /// A sign, a run of operators, or a sign with the name that it classifies.
    ///
    /// - Returns: the end of the token.
    private mutating func sign(
        _ spans: [CodeSpan], _ index: inout Int, _ start: Int, _ end: Int, _ offset: Int
    ) -> Int {
        var end = end
        let byte = sink.code[start]
        let kind = sigils[Int(byte)]
        if kind != .none, index < spans.count, spans[index].kind == .word,
            offset + Int(spans[index].start) == end
        {
            end = offset + Int(spans[index].end)
            index += 1
            while kind == .nd, sink[end] == UInt8(ascii: "."), index + 1 < spans.count,
                spans[index + 1].kind == .word, offset + Int(spans[index + 1].start) == end + 1
            {
                end = offset + Int(spans[index + 1].end)
                index += 2
            }
            put(kind, start, end)
        } else if Self.isOperator(byte) || Self.isOperator(sink.code[end - 1]) {
            while index < spans.count, spans[index].kind == .sign,
                offset + Int(spans[index].start) == end, Self.isOperator(sink.code[end]),
                sigils[Int(sink.code[end])] == .none
            {
                end = offset + Int(spans[index].end)
                index += 1
            }
            put(.o, start, end)
            if awaited != .nf { awaited = .none }
        } else {
            put(.p, start, end)
            let keeps = byte == UInt8(ascii: ".") || awaited == .nn && byte == UInt8(ascii: ",")
            if !keeps { awaited = .none }
        }
        return end
    }

    /// Whether a text is documentation, or continues one after an escape.
    private func isDocumentation(_ start: Int, _ end: Int) -> Bool {
        guard grammar.hasDocumentationStrings else { return false }
        return documents && start == last || isTripled(start, end) && beginsLine(start)
    }

    // MARK: Words

    private mutating func word(_ start: Int, _ end: Int) {
        if awaited == .nn, hasLineEnd(last..<start) { awaited = .none }
        if sink.code[start] >= 0x80 || awaited == .none && isMember(start) {
            return name(start, end, isMember: true)
        }
        var kind = words.kind(of: start..<end, in: sink.code)
        if kind == .none, hasCalls, sink[end] == UInt8(ascii: "(") {
            kind = grammar.calls.kind(of: start..<end, in: sink.code)
        }
        if kind == .none, hasSoftWords, sink[end].isBlank,
            sink[sink.afterBlanks(end)].isNameStart
        {
            kind = grammar.softWords.kind(of: start..<end, in: sink.code)
        }
        if kind == .none { return name(start, end, isMember: false) }
        put(kind, start, end)
        awaited =
            grammar.introduces[Int(kind.rawValue)]
            ? grammar.introducing.kind(of: start..<end, in: sink.code) : .none
    }

    /// After a single dot, where a keyword is a name.
    private func isMember(_ start: Int) -> Bool {
        start > 0 && sink.code[start - 1] == UInt8(ascii: ".")
            && !(start > 1 && sink.code[start - 2] == UInt8(ascii: "."))
            && !grammar.hasWordsAfterDots
    }

    /// A name that is not a word of the language.
    private mutating func name(_ start: Int, _ end: Int, isMember: Bool) {
        if awaited != .none, !isMember {
            put(awaited, start, end)
            if awaited != .nn { awaited = .none }
            return
        }
        let next = sink[end]
        if next == UInt8(ascii: "("), grammar.marksCalls {
            put(.nf, start, end)
        } else if next == UInt8(ascii: ":"), grammar.hasLineLabels,
            sink[end + 1] != UInt8(ascii: ":"), beginsLine(start)
        {
            put(.nl, start, end)
        }
    }

    private func hasLineEnd(_ range: Range<Int>) -> Bool {
        for index in range where sink.code[index] == .lineFeed { return true }
        return false
    }

    /// Whether only blanks precede it on the line.
    private func beginsLine(_ start: Int) -> Bool {
        var index = start - 1
        while index >= 0, sink.code[index].isBlank { index -= 1 }
        return index < 0 || sink.code[index] == .lineFeed
    }

    private func isTripled(_ start: Int, _ end: Int) -> Bool {
        end - start >= 3 && sink.code[start] == sink.code[start + 1]
            && sink.code[start] == sink.code[start + 2]
    }

    // MARK: Numbers and signs

    private func numberClass(_ start: Int, _ end: Int) -> TokenClass {
        let first = sink.code[start]
        if first == UInt8(ascii: "0"), end - start > 1 {
            switch sink.code[start + 1] | 0x20 {
            case UInt8(ascii: "x"): return .mh
            case UInt8(ascii: "b"): return .mb
            case UInt8(ascii: "o"): return .mo
            default: break
            }
        }
        var hasLetter = false
        for index in start..<end {
            switch sink.code[index] {
            case UInt8(ascii: "."): return .mf
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                if !hasLetter, index > start { return .mf }
            case let byte where byte.isLetter: hasLetter = true
            default: break
            }
        }
        return first == UInt8(ascii: "0") && end - start > 1 && sink.code[start + 1].isDigit
            ? .mo : .mi
    }

    private static func isOperator(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "/"),
            UInt8(ascii: "%"), UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"),
            UInt8(ascii: "!"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "^"),
            UInt8(ascii: "~"), UInt8(ascii: "?"), UInt8(ascii: "@"):
            true
        default: false
        }
    }
}
