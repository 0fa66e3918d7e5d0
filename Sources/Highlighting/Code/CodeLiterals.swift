/// Literals of scripting languages whose quotes the author chooses, and here-documents.
extension CodeScanner {
    // MARK: Chosen quotes

    /// `%w[a b]`, `%q(…)`, `%r{…}`.
    mutating func percentLiteral() -> Bool {
        guard !isAfterOperand else { return false }
        let start = tape.index
        var i = start + 1
        if tape[i].isLetter { i += 1 }
        guard let close = Self.closer(of: tape[i]) else { return false }
        return chosenQuotes(from: start, open: i, close, .sx)
    }

    /// `~w[a b]`, `~r/…/i`, `~S'''…'''`: a sigil of Elixir.
    mutating func tildeLiteral() -> Bool {
        let start = tape.index
        guard tape[start + 1].isLetter else { return false }
        let open = start + 2
        let quote = tape[open]
        let kind: TokenClass = tape[start + 1] | 0x20 == UInt8(ascii: "r") ? .sr : .sx
        let isQuote = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
        let tripled = [quote, quote, quote]
        if isQuote, tape.starts(with: tripled, at: open) {
            let end = tape.find(tripled, from: open + 3, before: tape.end)
            tape.put(kind, to: end.map { $0 + 3 } ?? tape.end)
            isAfterOperand = true
            return true
        }
        guard let close = isQuote ? quote : Self.closer(of: quote) else { return false }
        return chosenQuotes(from: start, open: open, close, kind, parts: 1)
    }

    /// `$a`, `$\n`, `$"` of Erlang.
    mutating func dollarCharacter() -> Bool {
        let start = tape.index
        let isEscape = tape[start + 1] == .backslash
        var end = start + (isEscape ? 3 : 2)
        guard tape[end - 1] > 0x20 else { return false }
        while end < tape.end, tape.code[end] & 0xC0 == 0x80 { end += 1 }
        tape.put(.sc, to: end)
        isAfterOperand = true
        return true
    }

    /// `qw(…)`, `s/…/…/`, `m{…}` after the word in `range`.
    mutating func quoted(_ range: Range<Int>) -> Bool {
        guard range.count <= 2,
            let kind = grammar.quoteWords[String(decoding: tape.code[range], as: UTF8.self)]
        else { return false }
        var open = range.upperBound
        if tape[open] == .space, tape[open + 1] == UInt8(ascii: "{") { open += 1 }
        guard let close = Self.closer(of: tape[open]), tape[open + 1] != UInt8(ascii: ">"),
            tape[open] != UInt8(ascii: "=")
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
        let opening = tape[open]
        let isSubstitution =
            opening == close && kind == .sr && tape[start] != UInt8(ascii: "m")
            && tape[start] != UInt8(ascii: "q")
        var remaining = parts ?? (isSubstitution ? 2 : 1)
        var depth = 0
        var i = open + 1
        while i < tape.end {
            let byte = tape.code[i]
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
        while kind == .sr, tape[i].isLetter { i += 1 }
        tape.index = start
        tape.put(kind, to: i)
        isAfterOperand = true
        return true
    }

    // MARK: Here-documents

    /// `<<~EOS`, `<<"EOS"`, `<<<EOT`: their text begins with the next line.
    mutating func hereDocumentMark() -> Bool {
        let start = tape.index
        guard tape[start + 1] == UInt8(ascii: "<") else { return false }
        var i = start + 2
        var isIndented = false
        while tape[i] == UInt8(ascii: "-") || tape[i] == UInt8(ascii: "~")
            || tape[i] == UInt8(ascii: "<")
        {
            isIndented = true
            i += 1
            if i > start + 4 { return false }
        }
        let quote = tape[i] == UInt8(ascii: "'") || tape[i] == UInt8(ascii: "\"") ? tape[i] : 0
        if quote != 0 { i += 1 }
        let end = tape.afterName(i)
        guard tape[i].isUpper, hereDocuments.count < 8 else { return false }
        hereDocuments.append(HereDocument(delimiter: i..<end, isIndented: isIndented))
        tape.put(.sh, to: quote != 0 && tape[end] == quote ? end + 1 : end)
        isAfterOperand = true
        return true
    }

    /// The texts of the here-documents that the line before opened.
    mutating func readHereDocuments() {
        let documents = hereDocuments
        hereDocuments = []
        for document in documents {
            let start = tape.index
            let delimiter = Array(tape.code[document.delimiter])
            while tape.index < tape.end {
                let line = document.isIndented ? tape.afterBlanks(tape.index) : tape.index
                let end = tape.lineEnd(from: tape.index)
                let isEnd =
                    tape.starts(with: delimiter, at: line)
                    && !tape[line + delimiter.count].isNamePart
                tape.index = isEnd ? line + delimiter.count : min(end + 1, tape.end)
                if isEnd { break }
            }
            tape.put(.sh, from: start)
        }
    }
}
