/// Literals of scripting languages whose quotes the author chooses, and here-documents.
extension CodeScanner {
    // MARK: Chosen quotes

    /// `%w[a b]`, `%q(…)`, `%r{…}`.
    mutating func percentLiteral() -> Bool {
        guard !isAfterOperand else { return false }
        let start = sink.index
        var i = start + 1
        if sink[i].isLetter { i += 1 }
        guard let close = Self.closer(of: sink[i]) else { return false }
        return chosenQuotes(from: start, open: i, close, .sx)
    }

    /// `~w[a b]`, `~r/…/i`, `~S'''…'''`: a sigil of Elixir.
    mutating func tildeLiteral() -> Bool {
        let start = sink.index
        guard sink[start + 1].isLetter else { return false }
        let open = start + 2
        let quote = sink[open]
        let kind: TokenClass = sink[start + 1] | 0x20 == UInt8(ascii: "r") ? .sr : .sx
        let isQuote = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
        let tripled = [quote, quote, quote]
        if isQuote, sink.starts(with: tripled, at: open) {
            let end = sink.find(tripled, from: open + 3, before: sink.end)
            sink.put(kind, to: end.map { $0 + 3 } ?? sink.end)
            isAfterOperand = true
            return true
        }
        guard let close = isQuote ? quote : Self.closer(of: quote) else { return false }
        return chosenQuotes(from: start, open: open, close, kind, parts: 1)
    }

    /// `$a`, `$\n`, `$"` of Erlang.
    mutating func dollarCharacter() -> Bool {
        let start = sink.index
        let isEscape = sink[start + 1] == .backslash
        var end = start + (isEscape ? 3 : 2)
        guard sink[end - 1] > 0x20 else { return false }
        while end < sink.end, sink.code[end] & 0xC0 == 0x80 { end += 1 }
        sink.put(.sc, to: end)
        isAfterOperand = true
        return true
    }

    /// `qw(…)`, `s/…/…/`, `m{…}` after the word in `range`.
    mutating func quoted(_ range: Range<Int>) -> Bool {
        guard range.count <= 2,
            let kind = grammar.quoteWords[String(decoding: sink.code[range], as: UTF8.self)]
        else { return false }
        var open = range.upperBound
        if sink[open] == .space, sink[open + 1] == UInt8(ascii: "{") { open += 1 }
        guard let close = Self.closer(of: sink[open]), sink[open + 1] != UInt8(ascii: ">"),
            sink[open] != UInt8(ascii: "=")
        else { return false }
        return chosenQuotes(from: range.lowerBound, open: open, close, kind)
    }

    private static func closer(of byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "("): UInt8(ascii: ")")
        case UInt8(ascii: "["): UInt8(ascii: "]")
        case UInt8(ascii: "{"): UInt8(ascii: "}")
        case UInt8(ascii: "<"): UInt8(ascii: ">")
        case UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: "#"): byte
        default: nil
        }
    }

    private mutating func chosenQuotes(
        from start: Int, open: Int, _ close: UInt8, _ kind: TokenClass, parts: Int? = nil
    ) -> Bool {
        let opening = sink[open]
        let isSubstitution =
            opening == close && kind == .sr && sink[start] != UInt8(ascii: "m")
            && sink[start] != UInt8(ascii: "q")
        var remaining = parts ?? (isSubstitution ? 2 : 1)
        var depth = 0
        var i = open + 1
        while i < sink.end {
            let byte = sink.code[i]
            if byte == .backslash {
                i += 2
                continue
            }
            i += 1
            if byte == opening, opening != close { depth += 1 }
            if byte == close {
                if depth == 0 { remaining -= 1 } else { depth -= 1 }
                if remaining == 0 { break }
            }
        }
        while kind == .sr, sink[i].isLetter { i += 1 }
        sink.index = start
        sink.put(kind, to: i)
        isAfterOperand = true
        return true
    }

    // MARK: Here-documents

    /// `<<~EOS`, `<<"EOS"`, `<<<EOT`: their text begins with the next line.
    mutating func hereDocumentMark() -> Bool {
        let start = sink.index
        guard sink[start + 1] == UInt8(ascii: "<") else { return false }
        var i = start + 2
        var isIndented = false
        while sink[i] == UInt8(ascii: "-") || sink[i] == UInt8(ascii: "~")
            || sink[i] == UInt8(ascii: "<")
        {
            isIndented = true
            i += 1
            if i > start + 4 { return false }
        }
        let quote = sink[i] == UInt8(ascii: "'") || sink[i] == UInt8(ascii: "\"") ? sink[i] : 0
        if quote != 0 { i += 1 }
        let end = sink.afterName(i)
        guard sink[i].isUpper, hereDocuments.count < 8 else { return false }
        hereDocuments.append(HereDocument(delimiter: i..<end, isIndented: isIndented))
        sink.put(.sh, to: quote != 0 && sink[end] == quote ? end + 1 : end)
        isAfterOperand = true
        return true
    }

    /// The texts of the here-documents that the line before opened.
    mutating func readHereDocuments() {
        let documents = hereDocuments
        hereDocuments = []
        for document in documents {
            let start = sink.index
            let delimiter = Array(sink.code[document.delimiter])
            while sink.index < sink.end {
                let line = document.isIndented ? sink.afterBlanks(sink.index) : sink.index
                let end = sink.lineEnd(from: sink.index)
                let isEnd =
                    sink.starts(with: delimiter, at: line)
                    && !sink[line + delimiter.count].isNamePart
                sink.index = isEnd ? line + delimiter.count : min(end + 1, sink.end)
                if isEnd { break }
            }
            sink.put(.sh, from: start)
        }
    }
}
