extension CodeLanguage {
    /// LaTeX as far as environments, braces and comments tell.
    /// https://www.latex-project.org/help/documentation/usrguide.pdf
    package static let latex = CodeLanguage(
        shapeOf: "latex", vocabulary: Vocabulary(marksCalls: false)
    ) { scanner, words in
        var lexer = LaTeXLexer(scanner, words)
        return lexer.tokens()
    }
}

/// Reads commands, `{`, `}` and environments; all else is text.
private struct LaTeXLexer {
    private var scanner: Scanner
    private let words: Words
    private var out: Tokens
    private var blocks: BlockStack
    private var depth = 0
    /// Environments without an end in the rest of the code.
    private var lacking: Set<String> = []

    init(_ scanner: Scanner, _ words: Words) {
        self.scanner = scanner
        self.words = words
        out = Tokens(codeCount: scanner.count)
        blocks = BlockStack(scanner)
    }

    mutating func tokens() -> Tokens {
        while !scanner.isAtEnd {
            let start = scanner.index
            switch scanner.byte {
            case UInt8(ascii: "%"):
                scanner.skipLine()
                out.note(.lineComment, start, scanner.index)
            case UInt8(ascii: "{"), UInt8(ascii: "}"):
                scanner.index += 1
                let isOpen = scanner[start] == UInt8(ascii: "{")
                depth = max(0, depth + (isOpen ? 1 : -1))
                out.append(words[isOpen ? "\"{\"" : "\"}\""], start, scanner.index)
            case UInt8(ascii: "\\"): command()
            default: scanner.index += 1
            }
        }
        blocks.finish(scanner, &out)
        out.append(TokenKind.end, scanner.count, scanner.count)
        return out
    }

    private mutating func command() {
        let start = scanner.index
        scanner.index += 1
        guard scanner.byte.isLetter || scanner.byte == UInt8(ascii: "@") else {
            if !scanner.isAtEnd { scanner.skipCharacter() }
            scanner.index = min(scanner.index, scanner.count)
            return
        }
        while scanner.byte.isLetter || scanner.byte == UInt8(ascii: "@") { scanner.index += 1 }
        let name = scanner.text(start + 1..<scanner.index)
        out.append(words["NAME"], start, scanner.index)
        out.note(.macro, start, scanner.index)
        switch name {
        // In the braces of a definition an environment may only begin or end.
        case "begin", "end":
            let isQuoted =
                start > 0 && scanner[start - 1].isLetter || scanner[start - 1] == UInt8(ascii: "|")
            if depth == 0, !isQuoted { environment(start, isBegin: name == "begin") }
        // Where signs change their meaning, nothing is sure.
        case "catcode":
            out.removeAll(from: 0)
            blocks = BlockStack(scanner)
            scanner.index = scanner.count
        case "verb", "lstinline", "mintinline": verbatim()
        default: break
        }
    }

    /// `\verb|…|`
    private mutating func verbatim() {
        if scanner.byte == UInt8(ascii: "*") { scanner.index += 1 }
        let quote = scanner.byte
        guard quote > 0x20, quote < 0x80, !"{[".utf8.contains(quote) else { return }
        var index = scanner.index + 1
        while scanner[index] != 0x0A, index < scanner.count {
            if scanner[index] == quote {
                scanner.index = index + 1
                return
            }
            index += 1
        }
    }

    /// `\begin{x}` and `\end{x}`; in a definition the two may be in arguments of their own.
    private mutating func environment(_ start: Int, isBegin: Bool) {
        var index = scanner.index
        while scanner[index].isBlank { index += 1 }
        guard scanner[index] == UInt8(ascii: "{") else { return }
        let nameStart = index + 1
        index = nameStart
        while scanner[index].isLetter || scanner[index].isDigit
            || scanner[index] == UInt8(ascii: "*")
        {
            index += 1
        }
        guard scanner[index] == UInt8(ascii: "}"), index > nameStart else { return }
        let name = scanner.text(nameStart..<index)
        scanner.index = index + 1
        let range = start..<index + 1
        out.append(words["NAME"], nameStart, index)
        guard isBegin else { return blocks.close([name], range, in: scanner, &out) }
        let isVerbatim = ["verb", "Verb", "code", "listing", "minted", "comment", "alltt"]
            .contains { name.contains($0) }
        if isVerbatim, lacking.insert(name).inserted {
            var search = scanner
            let end = Array("\\end{\(name)}".utf8)
            while search.skip(past: "\\end{") {
                let place = search.index - 5
                guard search.starts(with: end, at: place) else { continue }
                scanner.index = place + end.count
                lacking.remove(name)
                return
            }
        }
        blocks.open(name, range, in: scanner)
    }
}
