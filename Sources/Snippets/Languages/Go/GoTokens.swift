/// The tokens of Go text, as much of them as it takes to tell declarations from statements
/// (The Go Programming Language Specification, "Tokens" and "Semicolons").
struct GoTokens: Sendable {
    struct Token: Sendable, Hashable {
        enum Kind: Sendable, Hashable {
            /// A name, a keyword or a number.
            case word
            /// A string, or a rune.
            case string
            /// One byte of an operator or a bracket.
            case mark
        }
        let kind: Kind
        let range: Range<Int>
        /// Whether a line ends between the token before and this one.
        let isOnNewLine: Bool
    }

    let code: [UInt8]
    let all: [Token]

    /// O(bytes).
    init(_ scan: CodeScan) {
        code = scan.code
        var tokens: [Token] = []
        tokens.reserveCapacity(code.count / 4)
        var isOnNewLine = true
        for stretch in scan.stretches {
            switch stretch.kind {
            case .string:
                tokens.append(Token(kind: .string, range: stretch.range, isOnNewLine: isOnNewLine))
                isOnNewLine = false
            case .lineComment, .directive: break
            case .blockComment:
                // A comment of several lines acts like a line feed.
                if scan.code[stretch.range].contains(.lineFeed) { isOnNewLine = true }
            case .code:
                GoTokens.append(stretch.range, of: scan.code, to: &tokens, &isOnNewLine)
            }
        }
        all = tokens
    }

    private static func append(
        _ range: Range<Int>, of code: [UInt8], to tokens: inout [Token], _ isOnNewLine: inout Bool
    ) {
        var i = range.lowerBound
        while i < range.upperBound {
            let start = i
            let byte = code[i]
            i += 1
            if byte == .lineFeed { isOnNewLine = true }
            if byte == .lineFeed || byte.isBlank { continue }
            if byte.isWord { while i < range.upperBound, code[i].isWord { i += 1 } }
            tokens.append(
                Token(
                    kind: byte.isWord ? .word : .mark, range: start..<i, isOnNewLine: isOnNewLine))
            isOnNewLine = false
        }
    }

    /// Whether the token at an index is the given word or mark; false beyond the ends.
    func has(_ text: StaticString, at index: Int) -> Bool {
        guard all.indices.contains(index), all[index].kind != .string else { return false }
        return text.withUTF8Buffer { code[all[index].range].elementsEqual($0) }
    }

    func isWord(_ index: Int) -> Bool {
        all.indices.contains(index) && all[index].kind == .word && !isKeyword(index)
    }

    func isKeyword(_ index: Int) -> Bool {
        guard all.indices.contains(index), all[index].kind == .word else { return false }
        return GoTokens.keywords.contains(code[all[index].range])
    }

    /// Whether a line that ends behind the token ends a statement.
    func endsStatement(_ index: Int) -> Bool {
        let token = all[index]
        switch token.kind {
        case .string: return true
        case .word: return !isKeyword(index) || GoTokens.ending.contains(code[token.range])
        case .mark:
            let byte = code[token.range.lowerBound]
            if byte.closesBracket { return true }
            // `i++`
            guard byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-"), index > 0 else {
                return false
            }
            let before = all[index - 1].range
            return before.upperBound == token.range.lowerBound && code[before.lowerBound] == byte
        }
    }

    /// The index behind the bracket that closes the one at `index`; nil where none does. O(tokens).
    func indexAfterBrackets(at index: Int) -> Int? {
        var depth = 0
        for i in index..<all.count where all[i].kind == .mark {
            let byte = code[all[i].range.lowerBound]
            if byte.opensBracket { depth += 1 }
            if byte.closesBracket {
                depth -= 1
                if depth == 0 { return i + 1 }
            }
        }
        return nil
    }

    private static let ending = WordSet(["break", "continue", "fallthrough", "return"])
    private static let keywords = WordSet(
        [
            "break", "case", "chan", "const", "continue", "default", "defer", "else", "fallthrough",
            "for", "func", "go", "goto", "if", "import", "interface", "map", "package", "range",
            "return", "select", "struct", "switch", "type", "var",
        ])
}
