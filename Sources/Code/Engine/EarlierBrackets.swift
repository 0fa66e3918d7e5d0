/// Brackets that were opened in code before a fragment, which begins in the middle of something.
extension LexedGrammar {
    /// More of them than this are not looked for: after each, the code is read again.
    private static let mostClosers = 6

    /// Reads a refused fragment without the brackets that close what was opened before it: each begins a
    /// line, left of all lines before, where no bracket is open.
    ///
    /// - Returns: nil where there is no such bracket, or the rest is refused.
    func readAfterCut(_ code: [UInt8], _ tokens: Tokens, refusedAt token: Int) -> CodeReading? {
        var code = code
        var tokens = tokens
        var token = token
        for _ in 0..<Self.mostClosers {
            guard let closer = earlierCloser(code, tokens, token) else { return nil }
            for index in closer { code[index] = 0x20 }
            tokens = lex(Scanner(code))
            var machine = GrammarMachine(program, tokens.kinds)
            var furthest = 0
            for start in fragments {
                switch machine.run(start) {
                case .accepted:
                    let elisions = tokens.elisions + machine.elided.count
                    return .accepted(.init(start: start, elisions: elisions, isCutOff: true))
                case .gaveUp: return nil
                case .refused(let at): furthest = max(furthest, at)
                }
            }
            token = furthest
        }
        return nil
    }

    /// The bytes of the brackets at a token, with the sign after them, that close earlier ones.
    private func earlierCloser(_ code: [UInt8], _ tokens: Tokens, _ token: Int) -> Range<Int>? {
        let brackets = Brackets(words)
        guard !blamesOpenBracket, brackets.isCloser(tokens.kinds[token]),
            brackets.open(in: tokens, before: token).isEmpty
        else { return nil }
        let start = Int(tokens.starts[token])
        guard let column = Self.column(ofFirst: start, in: code) else { return nil }
        var lineEnd = 0
        var hasCode = false
        for index in 0..<token {
            let other = Int(tokens.starts[index])
            guard other >= lineEnd, !TokenKind.isOptional(tokens.kinds[index]) else { continue }
            lineEnd = code[other...].firstIndex(of: 0x0A) ?? code.count
            let isDots = tokens.kinds[index] == words["\"...\""]
            guard !isDots, let first = Self.column(ofFirst: other, in: code) else { continue }
            if first <= column { return nil }
            hasCode = true
        }
        guard hasCode else { return nil }
        var end = start
        while end < code.count, code[end].isBlank || ")]};,".utf8.contains(code[end]) { end += 1 }
        return start..<end
    }

    /// The column of the first visible byte of a line; nil for another byte.
    private static func column(ofFirst start: Int, in code: [UInt8]) -> Int? {
        var lineStart = start
        while lineStart > 0, code[lineStart - 1] != 0x0A {
            lineStart -= 1
            guard code[lineStart].isBlank else { return nil }
        }
        var column = 0
        for byte in code[lineStart..<start] {
            column = byte == 0x09 ? (column | 7) + 1 : column + 1
        }
        return column
    }
}
