import Languages

/// Scans a text once and records where code, comments and strings begin and end.
struct LexicalScanner {
    private let code: [UInt8]
    private let traits: LexicalTraits
    private(set) var stretches: [CodeScan.Stretch] = []

    private var index = 0
    /// Where the current part of code began.
    private var start = 0
    private var inDirective = false
    /// Whether only blanks precede `index` on its line.
    private var isAtLineStart = true
    /// The last non-blank byte of code, to distinguish a division from a regular expression.
    private var last: Int?
    /// Strings that embed the current code, innermost last.
    private var embeddings: [Embedding] = []
    /// Up to here no `/` begins a regular expression: an earlier one found no end on its line.
    private var regexBarrier = 0

    private struct Embedding {
        let quote: LexicalTraits.Quote
        /// Where the string began.
        let start: Int
        /// Open brackets of the embedding's kind inside.
        var depth = 0
    }

    init(_ code: [UInt8], _ traits: LexicalTraits) {
        self.code = code
        self.traits = traits
        stretches.reserveCapacity(code.count / 24 + 4)
    }

    mutating func run() {
        while index < code.count {
            let byte = code[index]
            if byte == .lineFeed {
                endLine()
            } else if byte.isBlank {
                index += 1
            } else if embeddings.isEmpty, !traits.isSpecial[Int(byte)] {
                passPlain()
            } else {
                token(byte)
                isAtLineStart = false
            }
        }
        flush()
    }

    /// Where a string with embedded code began that never ends.
    var openEmbedding: Int? { embeddings.first?.start }

    /// Skips bytes that are neither blank nor the beginning of anything.
    private mutating func passPlain() {
        var next = index + 1
        while next < code.count {
            let byte = code[next]
            if byte <= .space && (byte.isBlank || byte == .lineFeed) { break }
            if traits.isSpecial[Int(byte)] { break }
            next += 1
        }
        last = next - 1
        index = next
        isAtLineStart = false
    }

    private mutating func endLine() {
        let isContinued = index > 0 && code[index - 1] == .backslash
        if inDirective, !isContinued {
            flush()
            inDirective = false
        }
        isAtLineStart = true
        index += 1
    }

    private mutating func token(_ byte: UInt8) {
        if !embeddings.isEmpty, endsEmbedding(byte) { return }
        guard traits.isSpecial[Int(byte)] else {
            last = index
            index += 1
            return
        }
        if byte == 0x23, traits.hasDirectives, isAtLineStart, isDirective() {
            flush()
            inDirective = true
            index += 1
        } else if comment() || string() || regex(byte) {
            // Recorded and skipped.
        } else {
            last = index
            index += 1
        }
    }

    // MARK: Comments

    private mutating func comment() -> Bool {
        for form in traits.blockComments where starts(with: form.open) {
            let begin = index
            flush()
            index += form.open.count
            let isEnded = skipBlockComment(form)
            close(.blockComment, from: begin, isEnded: isEnded)
            return true
        }
        for open in traits.lineComments where starts(with: open) {
            guard isLineComment(open) else { continue }
            let begin = index
            flush()
            index = lineEnd()
            close(.lineComment, from: begin, isEnded: true)
            return true
        }
        return false
    }

    private mutating func skipBlockComment(_ form: LexicalTraits.Comment) -> Bool {
        var depth = 1
        while index < code.count {
            if starts(with: form.close) {
                index += form.close.count
                depth -= 1
                if depth == 0 { return true }
            } else if form.nests, starts(with: form.open) {
                index += form.open.count
                depth += 1
            } else {
                index += 1
            }
        }
        return false
    }

    /// `http://` in code is an address; `x#` and `#[` are not comments.
    private func isLineComment(_ open: [UInt8]) -> Bool {
        if open.elementsEqual("//".utf8) {
            return !(endsBefore(index, with: "http:") || endsBefore(index, with: "https:"))
        }
        guard open == [0x23] else { return true }
        if index + 1 < code.count, code[index + 1] == UInt8(ascii: "[") { return false }
        guard index > 0 else { return true }
        let before = code[index - 1]
        return !(before.isWord || before == UInt8(ascii: "{") || before == UInt8(ascii: "&"))
    }

    // MARK: Strings

    private mutating func string() -> Bool {
        for quote in traits.quotes where starts(with: quote.open) {
            let begin = index
            if quote.form.isCharacter {
                guard let end = characterEnd() else { continue }
                flush()
                index = end
                close(.string, from: begin, isEnded: true)
                return true
            }
            guard isQuote(quote) else { continue }
            flush()
            if let delimiter = rawDelimiter() {
                index += 1 + delimiter.count
                body(of: delimiter, from: begin)
            } else {
                index += quote.open.count
                body(of: quote, from: begin, stringStart: begin)
            }
            return true
        }
        return false
    }

    /// Whether the current quote can open a string: it is not an apostrophe inside a word,
    /// unmatched on its line, nor the end of a word for a quote that begins with a letter (`r"`).
    private func isQuote(_ quote: LexicalTraits.Quote) -> Bool {
        guard index > 0, code[index - 1].isWord else { return true }
        if quote.open[0].isNameStart {
            return [UInt8(ascii: "b"), UInt8(ascii: "c")].contains(code[index - 1])
        }
        guard quote.open == [0x27], !quote.form.isMultiline else { return true }
        var i = index + 1
        while i < code.count, code[i] != .lineFeed {
            if code[i] == 0x27 { return true }
            i += code[i] == .backslash ? 2 : 1
        }
        return false
    }

    /// The end of `'x'`, `'\n'`, `'\u{1F600}'` or `'ABCD'`; nil for a lone apostrophe.
    private func characterEnd() -> Int? {
        var i = index + 1
        guard i < code.count else { return nil }
        let isEscape = code[i] == .backslash
        if isEscape {
            i += 2
        } else if code[i] == .lineFeed || code[i] == 0x27 {
            return nil
        } else {
            i += 1
            while i < code.count, code[i] & 0xC0 == 0x80 { i += 1 }
        }
        let limit = min(i + 12, code.count)
        while i < limit {
            if code[i] == 0x27 { return i + 1 }
            let isPart = code[i].isWord || isEscape && (code[i] == 0x7B || code[i] == 0x7D)
            guard isPart, code[i] < 0x80 else { return nil }
            i += 1
        }
        return nil
    }

    /// Skips the rest of a string, up to its end or to embedded code.
    private mutating func body(of quote: LexicalTraits.Quote, from begin: Int, stringStart: Int) {
        while index < code.count {
            let byte = code[index]
            if byte == .lineFeed, !quote.form.isMultiline {
                return close(.string, from: begin, isEnded: false)
            }
            if byte == quote.embedding.first, isEmbedding(quote) {
                index += quote.embedding.count
                close(.string, from: begin, isEnded: true)
                embeddings.append(Embedding(quote: quote, start: stringStart))
                return
            }
            if byte == .backslash, quote.form.escape == .backslash {
                index = min(index + 2, code.count)
            } else if byte == quote.close.first, starts(with: quote.close) {
                index += quote.close.count
                let isDoubled = quote.form.escape == .doubled && starts(with: quote.close)
                if !isDoubled { return close(.string, from: begin, isEnded: true) }
                index += quote.close.count
            } else {
                index += 1
            }
        }
        close(.string, from: begin, isEnded: false)
    }

    /// `${`, but not `$${`.
    private func isEmbedding(_ quote: LexicalTraits.Quote) -> Bool {
        starts(with: quote.embedding)
            && !(quote.embedding[0] == 0x24 && code[index - 1] == 0x24)
    }

    /// Whether the byte ends the code embedded in a string; then the string continues.
    private mutating func endsEmbedding(_ byte: UInt8) -> Bool {
        let innermost = embeddings.count - 1
        let isParenthesis = embeddings[innermost].quote.embedding.last == UInt8(ascii: "(")
        if byte == UInt8(ascii: isParenthesis ? "(" : "{") {
            embeddings[innermost].depth += 1
        } else if byte == UInt8(ascii: isParenthesis ? ")" : "}") {
            if embeddings[innermost].depth == 0 {
                let embedding = embeddings.removeLast()
                let begin = index
                flush()
                index += 1
                body(of: embedding.quote, from: begin, stringStart: embedding.start)
                return true
            }
            embeddings[innermost].depth -= 1
        }
        return false
    }

    /// The end of a C++ raw string at its opening quote, `)x"` for `R"x(`; nil for any other.
    private func rawDelimiter() -> [UInt8]? {
        guard traits.hasDelimitedRawStrings, index > 0, code[index - 1] == UInt8(ascii: "R"),
            code[index] == 0x22
        else { return nil }
        // The delimiter has at most 16 characters.
        let end = min(index + 18, code.count)
        guard let parenthesis = code[index + 1..<end].firstIndex(of: UInt8(ascii: "(")) else {
            return nil
        }
        return [UInt8(ascii: ")")] + code[index + 1..<parenthesis] + [0x22]
    }

    private mutating func body(of closing: [UInt8], from begin: Int) {
        while index < code.count {
            if starts(with: closing) {
                index += closing.count
                return close(.string, from: begin, isEnded: true)
            }
            index += 1
        }
        close(.string, from: begin, isEnded: false)
    }

    // MARK: Regular expressions

    private mutating func regex(_ byte: UInt8) -> Bool {
        guard byte == 0x2F, traits.hasRegexLiterals, index >= regexBarrier, expectsOperand() else {
            return false
        }
        let begin = index
        var i = index + 1
        var inClass = false
        while i < code.count, code[i] != .lineFeed {
            switch code[i] {
            case .backslash: i += 1
            case UInt8(ascii: "["): inClass = true
            case UInt8(ascii: "]"): inClass = false
            case 0x2F where !inClass:
                flush()
                index = i + 1
                close(.string, from: begin, isEnded: true)
                return true
            default: break
            }
            i += 1
        }
        regexBarrier = i
        return false
    }

    /// Whether an operand may come here, by the code before.
    private func expectsOperand() -> Bool {
        guard let last else { return true }
        let byte = code[last]
        if byte.isWord {
            var begin = last
            while begin > 0, last - begin < 10, code[begin - 1].isWord { begin -= 1 }
            return LexicalScanner.operandKeywords.contains(code[begin...last])
        }
        if byte == UInt8(ascii: "}") { return isAtLineStart }
        return ![UInt8(ascii: ")"), UInt8(ascii: "]"), 0x22, 0x27, 0x60].contains(byte)
            // `</b>` in JSX.
            && !(byte == UInt8(ascii: "<") && last == index - 1)
    }

    private static let operandKeywords = WordSet(
        ["return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "else", "do"])

    // MARK: Directives

    private func isDirective() -> Bool {
        var i = index + 1
        while i < code.count, code[i].isBlank { i += 1 }
        var end = i
        while end < code.count, end - i < 20, code[end].isWord { end += 1 }
        return LexicalScanner.directives.contains(code[i..<end])
    }

    private static let directives = WordSet(
        [
            "if", "ifdef", "ifndef", "elif", "elifdef", "elifndef", "elseif", "else", "endif",
            "define", "undef", "include", "include_next", "import", "embed", "pragma", "error",
            "warning", "line", "region", "endregion", "nullable", "sourceLocation",
        ])

    // MARK: Parts

    private func lineEnd() -> Int {
        code[index...].firstIndex(of: .lineFeed) ?? code.count
    }

    private func starts(with text: [UInt8]) -> Bool {
        guard index + text.count <= code.count else { return false }
        for i in 0..<text.count where code[index + i] != text[i] { return false }
        return true
    }

    private func endsBefore(_ end: Int, with text: StaticString) -> Bool {
        let length = text.utf8CodeUnitCount
        guard end >= length else { return false }
        return text.withUTF8Buffer { code[end - length..<end].elementsEqual($0) }
    }

    /// Ends the part of code before `index`.
    private mutating func flush() {
        note(inDirective ? .directive : .code, start..<index, isEnded: true)
        start = index
    }

    private mutating func close(_ kind: CodeScan.Stretch.Kind, from begin: Int, isEnded: Bool) {
        note(kind, begin..<index, isEnded: isEnded)
        start = index
        if kind == .string { last = index - 1 }
    }

    private mutating func note(_ kind: CodeScan.Stretch.Kind, _ range: Range<Int>, isEnded: Bool) {
        guard !range.isEmpty else { return }
        stretches.append(CodeScan.Stretch(kind: kind, range: range, isEnded: isEnded))
    }
}
