import Languages

/// Strings, what they embed, and regular expressions.
extension CodeScanner {
    /// Strings nested deeper are read as plain text of the innermost.
    private static let deepestEmbedding = 32
    /// The longest character in quotes: `'\U0001F600'`.
    private static let longestCharacter = 12

    mutating func string() -> Bool {
        for quote in grammar.quotes where sink.starts(with: quote.open, at: sink.index) {
            if quote.isCharacter { return character(quote) }
            return string(quote, CodeGrammar.Prefix(), from: sink.index)
        }
        return false
    }

    /// A string after a prefix, `f"…"`; false if the word in `range` is not a prefix.
    mutating func prefixed(_ range: Range<Int>) -> Bool {
        let word = String(decoding: sink.code[range], as: UTF8.self)
        guard let prefix = grammar.prefixes[word] else { return false }
        let end = range.upperBound
        for quote in grammar.quotes where sink.starts(with: quote.open, at: end) {
            sink.index = end
            if quote.isCharacter {
                let start = range.lowerBound
                guard character(quote, affix: start) else {
                    sink.index = start
                    return false
                }
                return true
            }
            sink.put(.sa, from: range.lowerBound)
            return string(quote, prefix, from: end)
        }
        return false
    }

    /// `'a'`, `'\n'`, `'\u{1F600}'`; false for a lone quote.
    private mutating func character(_ quote: CodeGrammar.Quote, affix: Int? = nil) -> Bool {
        let start = sink.index
        var i = start + 1
        let limit = min(sink.end, start + Self.longestCharacter)
        if sink[i] == .backslash {
            i += 2
            while i < limit, sink.code[i] != quote.close[0], sink.code[i] != .lineFeed { i += 1 }
        } else {
            guard sink[i] != quote.close[0], sink[i] != .lineFeed else { return false }
            i += 1
            while i < limit, sink.code[i] & 0xC0 == 0x80 { i += 1 }
        }
        if i < limit, sink.code[i] == quote.close[0] {
            if let affix { sink.put(.sa, from: affix) }
            sink.index = i + 1
            sink.put(quote.kind, from: start)
        } else {
            return false
        }
        isAfterOperand = true
        return true
    }

    /// A string from its opening quote on.
    private mutating func string(
        _ quote: CodeGrammar.Quote, _ prefix: CodeGrammar.Prefix, from start: Int
    ) -> Bool {
        var kind = quote.kind
        if !quote.isMultiline {
            if start < quoteBarrier { return false }
            if !endsOnLine(quote, from: start + quote.open.count), quote.open == [0x27] {
                quoteBarrier = sink.lineEnd(from: start)
                return false
            }
            if grammar.traits.contains(.keys), isKey(quote, from: start) { kind = .nt }
        }
        sink.index = start + quote.open.count
        let isRaw = quote.escape != .backslash
        readString(
            quote, kind, isRaw: isRaw, prefix.interpolation ?? quote.interpolation, from: start)
        return true
    }

    /// The end of the string that opened before `i`, on its line; nil if it does not end there.
    private func lineStringEnd(_ quote: CodeGrammar.Quote, from i: Int) -> Int? {
        var i = i
        while i < sink.end {
            let byte = sink.code[i]
            if byte == quote.close[0], sink.starts(with: quote.close, at: i) {
                return i + quote.close.count
            }
            if byte == .lineFeed { return nil }
            i += byte == grammar.escape && quote.escape == .backslash ? 2 : 1
        }
        return nil
    }

    private func endsOnLine(_ quote: CodeGrammar.Quote, from i: Int) -> Bool {
        quote.open != [0x27] || lineStringEnd(quote, from: i) != nil
    }

    /// `"key":`.
    private func isKey(_ quote: CodeGrammar.Quote, from start: Int) -> Bool {
        guard var i = lineStringEnd(quote, from: start + quote.open.count) else { return false }
        while sink[i].isSpace { i += 1 }
        return sink[i] == UInt8(ascii: ":")
    }

    /// Continues in a string, up to its end or to embedded code.
    ///
    /// - Parameter start: where the current token begins.
    mutating func readString(
        _ quote: CodeGrammar.Quote, _ kind: TokenClass, isRaw: Bool,
        _ interpolation: CodeGrammar.Interpolation?, from start: Int
    ) {
        var start = start
        let close = quote.close[0]
        while sink.index < sink.end {
            let byte = sink.code[sink.index]
            if byte == close, sink.starts(with: quote.close, at: sink.index) {
                let isDoubled = quote.escape == .doubled && sink[sink.index + 1] == close
                sink.index += isDoubled ? 2 : quote.close.count
                if isDoubled { continue }
                sink.put(kind, from: start)
                isAfterOperand = true
                return
            }
            if byte == .lineFeed, !quote.isMultiline { break }
            if let interpolation, byte == interpolation.open[0],
                sink.starts(with: interpolation.open, at: sink.index),
                embed(quote, kind, isRaw: isRaw, interpolation, from: &start)
            {
                return
            }
            if let sigil = interpolation?.sigil, byte == sigil, sink[sink.index + 1].isNameStart {
                sink.put(kind, from: start)
                sink.put(.nv, to: sink.afterName(sink.index + 1))
                start = sink.index
                continue
            }
            if byte == grammar.escape, !isRaw {
                sink.put(kind, from: start)
                sink.put(.se, to: sink.index + escapeLength())
                start = sink.index
                continue
            }
            sink.index += 1
        }
        sink.put(kind, from: start)
        isAfterOperand = true
    }

    /// The length of the current escape: `\n`, `\x41`, `\u{1F600}`.
    private func escapeLength() -> Int {
        let i = sink.index
        let most: Int
        switch sink[i + 1] {
        case UInt8(ascii: "x"): most = 2
        case UInt8(ascii: "u"): most = 4
        case UInt8(ascii: "U"): most = 8
        case UInt8(ascii: "0")...UInt8(ascii: "7"):
            var n = 2
            while n < 4, sink[i + n] &- 0x30 < 8 { n += 1 }
            return n
        case 0x80...0xFF: return 1
        default: return 2
        }
        var n = 2
        if sink[i + 2] == UInt8(ascii: "{") {
            n = 3
            while n < 12, sink[i + n].isHexDigit { n += 1 }
            return sink[i + n] == UInt8(ascii: "}") ? n + 1 : 2
        }
        while n < 2 + most, sink[i + n].isHexDigit { n += 1 }
        return n
    }

    /// Leaves the string for its embedded code; false for `{{`, or if too many are open.
    private mutating func embed(
        _ quote: CodeGrammar.Quote, _ kind: TokenClass, isRaw: Bool,
        _ interpolation: CodeGrammar.Interpolation, from start: inout Int
    ) -> Bool {
        let open = interpolation.open
        if open.count == 1, sink[sink.index + 1] == open[0] {
            sink.put(kind, from: start)
            sink.put(.se, to: sink.index + 2)
            start = sink.index
            return false
        }
        guard embeddings.count < Self.deepestEmbedding else { return false }
        sink.put(kind, from: start)
        sink.put(.si, to: sink.index + open.count)
        let inner = CodeGrammar.Quote(
            open: quote.open, close: quote.close, escape: quote.escape,
            isMultiline: quote.isMultiline, isCharacter: false, kind: kind,
            interpolation: interpolation)
        embeddings.append(Embedding(quote: inner, isRaw: isRaw, interpolation: interpolation))
        isAfterOperand = false
        return true
    }

    /// Counts brackets of embedded code; at its last one the string continues.
    mutating func endsEmbedding(_ byte: UInt8) -> Bool {
        guard let innermost = embeddings.last else { return false }
        let interpolation = innermost.interpolation
        if byte == interpolation.openBracket {
            embeddings[embeddings.count - 1].depth += 1
            return false
        }
        guard byte == interpolation.closeBracket else { return false }
        if innermost.depth > 0 {
            embeddings[embeddings.count - 1].depth -= 1
            return false
        }
        embeddings.removeLast()
        sink.put(.si, to: sink.index + 1)
        readString(
            innermost.quote, innermost.quote.kind, isRaw: innermost.isRaw, interpolation,
            from: sink.index)
        return true
    }

    // MARK: Regular expressions

    /// `/…/gi` where an operand may come, on one line.
    mutating func regex() -> Bool {
        guard !isAfterOperand, sink.index >= regexBarrier else { return false }
        var i = sink.index + 1
        var isInClass = false
        while true {
            let byte = sink[i]
            if i >= sink.end || byte == .lineFeed {
                regexBarrier = i
                return false
            }
            if byte == .backslash { i += 1 }
            if byte == UInt8(ascii: "[") { isInClass = true }
            if byte == UInt8(ascii: "]") { isInClass = false }
            if byte == UInt8(ascii: "/"), !isInClass { break }
            i += 1
        }
        i += 1
        while sink[i].isLetter { i += 1 }
        sink.put(.sr, to: i)
        isAfterOperand = true
        return true
    }
}
