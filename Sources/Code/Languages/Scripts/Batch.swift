extension CodeLanguage {
    /// Batch files of Windows as far as quotes and the brackets of `if` and `for` tell.
    /// https://learn.microsoft.com/windows-server/administration/windows-commands/
    ///
    /// Of a session at its prompt the commands are read.
    package static let batch = CodeLanguage(
        shapeOf: "batch", vocabulary: batchVocabulary, ignoresCase: true
    ) { scanner, words in
        var lexer = BatchLexer(CommandPrompt.commands(of: scanner), words)
        return lexer.tokens()
    }

    private static let batchVocabulary = Vocabulary(
        words: [
            .keyword:
                "if else for in do goto call exit not exist defined errorlevel set setlocal endlocal",
            .builtin: """
            echo cd chdir cls copy date del dir erase md mkdir move path pause popd pushd rd ren rename
            rmdir shift start time title type ver verify vol
            """,
            .operation: "equ neq lss leq gtr geq",
        ],
        ignoresCase: true, marksCalls: false)
}

private struct BatchLexer {
    private var scanner: Scanner
    private let words: Words
    private var out: Tokens
    private var depth = 0

    init(_ scanner: Scanner, _ words: Words) {
        self.scanner = scanner
        self.words = words
        out = Tokens(codeCount: scanner.count)
    }

    mutating func tokens() -> Tokens {
        while !scanner.isAtEnd { command() }
        out.append(TokenKind.end, scanner.count, scanner.count)
        return out
    }

    /// Reads a line, with those that it goes on in by `^`.
    private mutating func command() {
        while scanner.byte.isBlank || "@(".utf8.contains(scanner.byte) {
            if scanner.byte == UInt8(ascii: "(") { open() } else { scanner.index += 1 }
        }
        let start = scanner.index
        let first = firstWord()
        if first == "rem" || scanner.byte == UInt8(ascii: ":") {
            let isComment = first == "rem" || scanner.ahead(1) == UInt8(ascii: ":")
            scanner.skipLine()
            out.note(isComment ? .lineComment : .none, start, scanner.index)
        }
        var isBlockLine = ["if", "for", "else", ""].contains(first)
        let isText = ["echo", "title", "prompt", "set"].contains(first) || first.hasPrefix("echo")
        var quote: Int?
        var hasEscapedQuote = false
        while !scanner.isAtEnd, scanner.byte != 0x0A {
            let start = scanner.index
            let byte = scanner.byte
            switch byte {
            case UInt8(ascii: "^"):
                if scanner.ahead(1) == UInt8(ascii: "\"") { hasEscapedQuote = true }
                scanner.index += scanner.ahead(1) == 0x0D ? 3 : 2
            case UInt8(ascii: "\""):
                if scanner[start - 1] == UInt8(ascii: "\\") || scanner[start - 1] == byte {
                    hasEscapedQuote = true
                }
                scanner.index += 1
                while scanner.byte != byte, scanner.byte != 0x0A, !scanner.isAtEnd {
                    scanner.index += 1
                }
                if scanner.byte == byte {
                    scanner.index += 1
                    out.append(words["STRING"], start, scanner.index)
                } else {
                    quote = start
                }
            case UInt8(ascii: "(") where isBlockLine && isCommandPlace(start): open()
            case UInt8(ascii: ")") where depth > 0:
                depth -= 1
                scanner.index += 1
                out.append(words["\")\""], start, scanner.index)
                isBlockLine = true
            case UInt8(ascii: "%"), UInt8(ascii: "!"): variable()
            case UInt8(ascii: "&"), UInt8(ascii: "|"):
                scanner.index += 1
                out.append(words["SIGN"], start, scanner.index)
                isBlockLine = true
            case _ where byte.isWordStart:
                while scanner.byte.isWordPart || scanner.byte == UInt8(ascii: "-") {
                    scanner.index += 1
                }
                out.append(words["NAME"], start, scanner.index)
            default: scanner.skipCharacter()
            }
        }
        scanner.index = min(scanner.index, scanner.count)
        if let quote, !isText, !hasEscapedQuote {
            out.complain("the string is not closed", quote, scanner.index)
        }
        if !scanner.isAtEnd { scanner.index += 1 }
    }

    /// The word that the command begins with, in small letters.
    private func firstWord() -> String {
        var end = scanner.index
        while scanner[end].isLetter { end += 1 }
        let isWord = end > scanner.index && !scanner[end].isWordPart
        return isWord ? scanner.text(scanner.index..<end).lowercased() : ""
    }

    private mutating func open() {
        depth += 1
        out.append(words["\"(\""], scanner.index, scanner.index + 1)
        scanner.index += 1
    }

    /// Whether a bracket groups commands there.
    private func isCommandPlace(_ index: Int) -> Bool {
        let before = scanner[index - 1]
        return before.isBlank || before == 0x0A || index == 0 || "&|(\")".utf8.contains(before)
            || scanner.text(max(0, index - 4)..<index).lowercased().hasSuffix("else")
    }

    /// `%x%`, `%%i`, `%1`, `!x!`; the sign alone where it is something else.
    private mutating func variable() {
        let start = scanner.index
        let sign = scanner.byte
        var index = start + 1
        if sign == UInt8(ascii: "%"), scanner[index].isDigit || "*~%".utf8.contains(scanner[index])
        {
            while "%~".utf8.contains(scanner[index]) { index += 1 }
            while scanner[index].isWordPart, index < start + 12 { index += 1 }
            scanner.index = max(index, start + 2)
            return out.append(words["VARIABLE"], start, scanner.index)
        }
        while scanner[index] != sign, scanner[index] != 0x0A, !"\" ".utf8.contains(scanner[index]),
            index < scanner.count
        {
            index += 1
        }
        scanner.index = scanner[index] == sign ? index + 1 : start + 1
        if scanner.index > start + 1 { out.append(words["VARIABLE"], start, scanner.index) }
    }
}
