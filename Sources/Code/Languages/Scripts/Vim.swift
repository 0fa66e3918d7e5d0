extension CodeLanguage {
    /// Vim script, legacy and of Vim 9, as far as blocks, here-documents and the quotes and brackets
    /// of expressions tell, from Vim's help: https://vimhelp.org/eval.txt.html,
    /// https://vimhelp.org/vim9.txt.html
    package static let vim = CodeLanguage(shapeOf: "vim", vocabulary: vimVocabulary) {
        scanner, words in
        var lexer = VimLexer(scanner, words)
        return lexer.tokens()
    }

    private static let vimVocabulary = Vocabulary(
        words: [
            .keyword: """
            if else elseif endif while endwhile for in endfor try catch finally endtry throw function
            endfunction def enddef return call execute exe let unlet const var final set setlocal
            autocmd au augroup command com echo echom echomsg echoerr silent normal normal! source
            runtime syntax highlight hi break continue finish lua python python3 is isnot abort range
            dict map nmap vmap imap noremap nnoremap vnoremap inoremap xnoremap cnoremap tnoremap
            colorscheme filetype plugin nnoremap unmap export import vim9script
            """
        ],
        introducing: [.function: "function def"])
}

/// Reads commands; it knows those that open and close blocks and those with expressions.
struct VimLexer {
    var scanner: Scanner
    let words: Words
    var out: Tokens
    private var blocks: BlockStack
    var isVim9 = false
    private var isFinished = false
    /// Whether no line of the rest is only a dot.
    private var lacksDot = false

    init(_ scanner: Scanner, _ words: Words) {
        self.scanner = scanner
        self.words = words
        out = Tokens(codeCount: scanner.count)
        blocks = BlockStack(scanner)
    }

    mutating func tokens() -> Tokens {
        while !scanner.isAtEnd, !isFinished { command() }
        blocks.finish(scanner, &out)
        out.append(TokenKind.end, scanner.count, scanner.count)
        return out
    }

    // MARK: Commands

    /// Reads one command, up to the end of its line or the bar after it.
    private mutating func command() {
        skipBlanks()
        while scanner.byte == UInt8(ascii: ":") || scanner.byte.isBlank { scanner.index += 1 }
        let byte = scanner.byte
        if byte == 0x0A {
            scanner.index = continuation() ?? scanner.index + 1
            return
        }
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "#") { return comment() }
        let start = scanner.index
        while scanner.byte.isLetter
            || scanner.index > start && (scanner.byte == 0x33 || scanner.byte == 0x39)
        {
            scanner.index += 1
        }
        let isKeyword = ["if", "elseif", "while", "return", "for"]
            .contains(scanner.text(start..<min(scanner.index, start + 6)))
        let isName =
            "#=".utf8.contains(scanner.byte) || scanner.byte == UInt8(ascii: "(") && !isKeyword
            || scanner.byte == UInt8(ascii: ":")
                && (scanner.ahead(1).isBlank || scanner.index == start + 1)
        guard scanner.index > start, !isName else { return skipCommand(splits: false) }
        let range = start..<scanner.index
        let word = scanner.text(range)
        if scanner.byte == UInt8(ascii: "!") { scanner.index += 1 }
        out.append(words["NAME"], range.lowerBound, range.upperBound)
        read(word, range)
    }

    private mutating func read(_ word: String, _ range: Range<Int>) {
        if let name = Self.closers.first(where: { Self.isShort(word, $0.word, $0.least) }) {
            // `end` may be a word of a command of the user.
            if word != "end" || !blocks.isEmpty {
                blocks.close([name.opener], range, in: scanner, &out)
            }
            return endCommand()
        }
        switch word {
        case "if", "for", "while", "wh":
            blocks.open(word == "wh" ? "while" : word, range, in: scanner)
            expression(of: word)
        case "try":
            blocks.open(word, range, in: scanner)
            endCommand()
        case "else", "elseif", "el", "elsei", "catch", "cat", "finally", "fina":
            blocks.part(range, of: ["if", "try"], in: scanner)
            if word.hasPrefix("elsei") {
                expression(of: word)
            } else if word.hasPrefix("c") {
                skipCommand(splits: true)
            } else {
                endCommand()
            }
        case "def", "class", "interface", "enum":
            let rest = restOfLine
            let isOpener = word == "def" ? rest.contains("(") : rest.first == " "
            if isOpener { blocks.open(word, range, in: scanner) }
            if isOpener { isVim9 = true }
            skipCommand(splits: false)
        case "augroup", "aug": augroup(range)
        case "vim9script", "vim9s":
            isVim9 = true
            skipCommand(splits: false)
        case _ where Self.modifiers.contains(word):
            while scanner.byte.isDigit { scanner.index += 1 }
        case "finish", "fini", "loadkeymap", "loadk":
            isFinished = blocks.isEmpty || word.hasPrefix("l")
            skipCommand(splits: true)
        case "let", "const", "var", "final", "call", "cal", "return", "echo", "ec", "echom",
            "echomsg", "echon", "echoerr", "execute", "exe", "eval", "throw":
            if !hereDocument() { expression(of: word) }
        case "append", "a", "insert", "i", "change", "c": text()
        case _ where Self.isShort(word, "function", 2):
            let rest = restOfLine
            if rest.contains("("), !rest.contains("/") {
                blocks.open("function", range, in: scanner)
            }
            skipCommand(splits: false)
        default:
            if !hereDocument() { skipCommand(splits: !Self.takesBar(word)) }
        }
    }

    /// What may precede a command.
    private static let modifiers: Set<String> = [
        "export", "abstract", "static", "public", "silent", "sil", "unsilent", "uns", "legacy",
        "leg",
        "noautocmd", "noa", "keepjumps", "keepj", "keepalt", "keepa", "keeppatterns", "keepp",
        "keepmarks", "kee", "lockmarks", "loc", "noswapfile", "nos", "verbose", "verb", "confirm",
        "sandbox", "vertical", "vert", "tab", "botright", "bo", "topleft", "to",
    ]

    private static let closers: [(word: String, least: Int, opener: String)] = [
        ("endif", 2, "if"), ("endfor", 5, "for"), ("endwhile", 4, "while"), ("endtry", 4, "try"),
        ("endfunction", 4, "function"), ("enddef", 6, "def"), ("endclass", 8, "class"),
        ("endinterface", 12, "interface"), ("endenum", 7, "enum"),
    ]

    /// Whether a word is a command that may be shortened to some letters.
    private static func isShort(_ word: String, _ command: String, _ least: Int) -> Bool {
        word.utf8.count >= least && command.hasPrefix(word)
    }

    /// Commands to which a bar is a part of their argument.
    private static func takesBar(_ word: String) -> Bool {
        word.hasSuffix("map") || word.hasSuffix("abbrev") || word.hasSuffix("ab")
            || word.first?.isUppercase == true || barTakers.contains(word)
    }

    private static let barTakers: Set<String> = [
        "au", "autocmd", "com", "command", "g", "global", "v", "vglobal", "norm", "normal", "perl",
        "py", "python", "python3", "py3", "pyx", "lua", "ruby", "tcl", "h", "help", "helpgrep",
        "argdo", "bufdo", "windo", "tabdo", "cdo", "ldo", "no", "nn", "ino", "vn", "xn", "menu",
        "amenu", "an", "nmenu", "imenu", "nore", "noremenu",
    ]

    private mutating func augroup(_ range: Range<Int>) {
        skipBlanks()
        let start = scanner.index
        while scanner.byte > 0x20, scanner.byte != UInt8(ascii: "|") { scanner.index += 1 }
        let name = scanner.text(start..<scanner.index)
        if name.lowercased() == "end" {
            // It may end what another script began.
            if blocks.last == "augroup" {
                blocks.close(["augroup"], range, in: scanner, &out)
            }
        } else if !name.isEmpty {
            blocks.open("augroup", range, isSure: false, in: scanner)
        }
        skipCommand(splits: true)
    }

    /// The line after the word of a command, as far as it is looked at.
    private var restOfLine: String {
        let end = scanner.lineEnd(scanner.index)
        return scanner.text(scanner.index..<min(end, scanner.index + 300))
    }

    // MARK: Lines

    private mutating func skipBlanks() {
        while scanner.byte.isBlank { scanner.index += 1 }
    }

    private mutating func comment() {
        let start = scanner.index
        scanner.skipLine()
        out.note(.lineComment, start, scanner.index)
        while let next = continuation() {
            scanner.index = next
            scanner.skipLine()
        }
    }

    /// Where a line goes on that ends here: after the `\` that begins the next one.
    func continuation() -> Int? {
        guard scanner.byte == 0x0A else { return nil }
        var index = scanner.index + 1
        while true {
            while scanner[index].isBlank { index += 1 }
            if scanner[index] == UInt8(ascii: "\\") { return index + 1 }
            guard
                scanner.starts(with: "\"\\ ", at: index) || scanner.starts(with: "#\\ ", at: index)
            else { return nil }
            index = scanner.lineEnd(index) + 1
        }
    }

    /// Moves past the rest of a command.
    private mutating func skipCommand(splits: Bool) {
        while !scanner.isAtEnd {
            let byte = scanner.byte
            if byte == 0x0A {
                guard let next = continuation() else { break }
                scanner.index = next
            } else if byte == UInt8(ascii: "\\") {
                scanner.index += scanner.ahead(1) == 0x0A ? 1 : 2
            } else if splits, byte == UInt8(ascii: "|"), isBar() {
                break
            } else {
                scanner.index += 1
            }
        }
        if !scanner.isAtEnd { scanner.index += 1 }
    }

    private func isBar() -> Bool {
        let (before, after) = (scanner[scanner.index - 1], scanner.ahead(1))
        if before == UInt8(ascii: "|") || after == UInt8(ascii: "|") || before == 0x16 {
            return false
        }
        let isEnd =
            scanner.starts(with: "end", at: scanner.index + 1)
            || scanner.starts(with: "else", at: scanner.index + 1)
            || scanner.starts(with: "en", at: scanner.index + 1) && !scanner.ahead(3).isLetter
        return before.isBlank || after.isBlank || isEnd
    }

    /// Moves past a command that has no argument: a comment may follow it.
    private mutating func endCommand() {
        skipBlanks()
        if scanner.byte == UInt8(ascii: "\"") || isVim9 && scanner.byte == UInt8(ascii: "#") {
            comment()
        } else {
            skipCommand(splits: true)
        }
    }

    /// Moves past the lines up to one that is a dot, if there is one.
    private mutating func text() {
        let start = scanner.index
        scanner.skipLine()
        guard scanner.text(start..<scanner.index).allSatisfy({ $0 == "!" || $0 == " " }) else {
            scanner.index = start
            return skipCommand(splits: true)
        }
        guard !lacksDot else { return }
        var search = scanner
        if search.skip(past: "\n.\n") {
            scanner.index = search.index
        } else {
            lacksDot = true
        }
    }

    /// Moves past `<< END` and the lines up to that word; false where it is missing.
    private mutating func hereDocument() -> Bool {
        let end = scanner.lineEnd(scanner.index)
        guard end - scanner.index < 300 else { return false }
        let parts = restOfLine.split(separator: "<<", maxSplits: 1)
        guard parts.count == 2, isDocument(String(parts[0])) else { return false }
        var names = parts[1].split(whereSeparator: \.isWhitespace).map(String.init)
        let trims = names.contains("trim")
        names.removeAll { $0 == "trim" || $0 == "eval" }
        guard names.count <= 1 || names[1].hasPrefix("\"") else { return false }
        let name = names.first ?? "."
        var start = end + 1
        while start < scanner.count {
            let lineEnd = scanner.lineEnd(start)
            var first = start
            while trims, first < lineEnd, scanner.code[first].isBlank { first += 1 }
            if scanner.code[first..<lineEnd].elementsEqual(name.utf8) {
                scanner.index = min(lineEnd + 1, scanner.count)
                return true
            }
            start = lineEnd + 1
        }
        out.complain(
            "the here-document is never closed: no line is just '\(name)'", scanner.index, end)
        scanner.index = scanner.count
        return true
    }

    /// Whether what is before `<<` begins a here-document: nothing, or a variable and `=`.
    private func isDocument(_ head: String) -> Bool {
        let head = head.trimmingBlanks
        guard let last = out.kinds.indices.last else { return false }
        let command = scanner.text(out.range(of: last))
        if head.hasSuffix("=") {
            return ["let", "const", "var", "final"].contains(command)
                && !head.dropLast().contains { "=<>('\"".contains($0) }
        }
        return head.isEmpty
            && [
                "lua", "python", "python3", "py", "py3", "pythonx", "pyx", "perl", "ruby", "rub",
                "tcl", "mzscheme", "mz",
            ].contains(command)
    }
}

extension String {
    fileprivate var trimmingBlanks: String {
        let start = drop { $0 == " " || $0 == "\t" }
        return String(start.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }
}
