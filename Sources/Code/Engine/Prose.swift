import Text

/// Lines of a refused block that are no code of its language: sentences between the statements.
extension CodeLanguage {
    /// Words in a row that make a line a sentence; with a small word among them one of them may be a
    /// word of the language.
    private static let fewestWords = 4
    private static let smallWords = ["a", "and", "in", "is", "not", "of", "out", "the", "to"]

    /// The number of lines with code, comments left out. O(bytes).
    package func codeLines(of code: [UInt8]) -> Int {
        guard let grammar else {
            return code.split(separator: 0x0A).count { !$0.allSatisfy(\.isBlank) }
        }
        return firstKinds(of: code, grammar).count
    }

    /// Whether a third of the lines begin with keywords, as those of programs do and output does not.
    /// O(bytes).
    package func beginsLinesWithKeywords(in code: [UInt8]) -> Bool {
        let (found, lines) = linesWithKeywords(in: code)
        return found > 1 && found * 3 >= lines
    }

    /// How many lines with code begin with a keyword, and how many there are. O(bytes).
    package func linesWithKeywords(in code: [UInt8]) -> (found: Int, all: Int) {
        guard let grammar else { return (0, 0) }
        let literals = grammar.program.grammar.kinds.filter { literal, _ in
            literal.hasPrefix("\"") && literal.utf8.dropFirst().first?.isWordStart == true
        }
        let keywords = Set(literals.values)
        let kinds = firstKinds(of: code, grammar)
        return (kinds.count(where: keywords.contains), kinds.count)
    }

    /// The kind of the first token of each line with code.
    private func firstKinds(of code: [UInt8], _ grammar: LexedGrammar) -> [UInt8] {
        let tokens = grammar.lex(Scanner(code))
        var kinds: [UInt8] = []
        var lineEnd = -1
        for index in tokens.kinds.indices where tokens.kinds[index] > TokenKind.softEnd {
            let start = Int(tokens.starts[index])
            guard start > lineEnd, start < code.count, code[start] != 0x0A else { continue }
            kinds.append(tokens.kinds[index])
            lineEnd = code[start...].firstIndex(of: 0x0A) ?? code.count
        }
        return kinds
    }

    /// Whether a block is refused at a sentence, or holds more than one. O(bytes).
    ///
    /// SQL is not looked at: its statements are words in a row.
    package func isRefusedAtProse(_ fault: CodeFault, in code: [UInt8]) -> Bool {
        guard let grammar, name != "sql" else { return false }
        if Self.isWideProse(fault, in: code) { return true }
        // What is in typographic quotes is a string.
        if ["“", "”", "‘"].contains(where: { code[fault.range].elementsEqual($0.utf8) }) {
            return false
        }
        let tokens = grammar.lex(Scanner(code))
        let nameKinds = ["NAME", "MACRO", "TYPO"].map { grammar.words[$0] }
            .filter { $0 != TokenKind.bad }
        if isWord(of: fault, in: code, grammar) { return true }
        var sentences = 0
        var run = (all: 0, own: 0, hasSmall: false)
        var lineEnd = -1
        var countedLineEnd = -1
        var last = -1
        for index in tokens.kinds.indices where !TokenKind.isOptional(tokens.kinds[index]) {
            let range = tokens.range(of: index)
            guard let first = code[range].first else { continue }
            if range.lowerBound > lineEnd {
                lineEnd = code[range.lowerBound...].firstIndex(of: 0x0A) ?? code.count
                run = (0, 0, false)
            }
            let isNext = run.all == 0 || range.lowerBound == last + 1
            guard first.isWordStart, isNext else {
                run = (0, 0, false)
                last = range.upperBound
                continue
            }
            last = range.upperBound
            run.all += 1
            if nameKinds.contains(tokens.kinds[index]) { run.own += 1 }
            if Self.smallWords.contains(where: { code[range].elementsEqual($0.utf8) }) {
                run.hasSmall = true
            }
            guard lineEnd != countedLineEnd, run.all >= Self.fewestWords,
                run.own >= Self.fewestWords - (run.hasSmall ? 1 : 0)
            else { continue }
            sentences += 1
            let lineStart = Scanner(code).lineStart(range.lowerBound)
            if sentences > 1 || (lineStart...lineEnd).contains(fault.range.lowerBound) {
                return true
            }
            countedLineEnd = lineEnd
        }
        return false
    }

    /// Whether the fault is a word of English that the language does not have, between two operands:
    /// `x is empty`, `a or b`.
    private func isWord(of fault: CodeFault, in code: [UInt8], _ grammar: LexedGrammar) -> Bool {
        ["and", "is", "of", "or", "the", "then"].contains {
            code[fault.range].elementsEqual($0.utf8)
                && grammar.words["\"\($0)\""] == TokenKind.bad
        }
    }

    /// Whether the line of the fault is written in Chinese, Japanese or Korean, and has no signs of code.
    private static func isWideProse(_ fault: CodeFault, in code: [UInt8]) -> Bool {
        let scanner = Scanner(code)
        var start = min(fault.range.lowerBound, code.count)
        // At the end of a line, the line is meant that ends there.
        if start == code.count || code[start] == 0x0A, start > 0 { start -= 1 }
        let line = code[scanner.lineStart(start)..<max(start, scanner.lineEnd(start))]
        guard !line.contains(where: { "(){}[]=;\"'<>/#".utf8.contains($0) }) else { return false }
        return line.count { (0xE3...0xED).contains($0) } >= 4
    }
}
