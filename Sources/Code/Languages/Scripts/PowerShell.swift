extension CodeLanguage {
    /// PowerShell as far as quotes, comments and brackets tell, from the language specification,
    /// chapter 2: https://learn.microsoft.com/powershell/scripting/lang-spec/chapter-02
    ///
    /// Of a session at its prompt the commands are read.
    package static let powershell = CodeLanguage(
        shapeOf: "powershell", powershellRules, vocabulary: powershellVocabulary,
        prepare: CommandPrompt.commands, special: powershellSpecial)

    private static let powershellRules = FreeFormLexer.Rules(
        language: "PowerShell", lineComments: [], blockComments: [("<#", "#>")], quotes: [],
        specialBytes: Array("#\"'@`$".utf8) + [0xE2])

    @Sendable private static func powershellSpecial(
        _ scanner: inout Scanner, _ tokens: inout Tokens, _ words: Words
    ) -> Bool {
        let start = scanner.index
        switch scanner.byte {
        case UInt8(ascii: "#"):
            let before = scanner[start - 1]
            guard start == 0 || before.isBlank || "\n;({},|)".utf8.contains(before) else {
                return false
            }
            scanner.skipLine()
            tokens.note(.lineComment, start, scanner.index)
            if scanner.isElision(start + 1..<scanner.index) {
                tokens.elisions += 1
                tokens.appendOptional(TokenKind.elision, start, scanner.index)
            }
        case UInt8(ascii: "`"):
            scanner.index += scanner.ahead(1) == 0x0D ? 3 : 2
            scanner.index = min(scanner.index, scanner.count)
        case UInt8(ascii: "@"):
            guard scanner.ahead(1) == UInt8(ascii: "\"") || scanner.ahead(1) == UInt8(ascii: "'")
            else { return false }
            hereString(&scanner, &tokens, words)
        case UInt8(ascii: "$"):
            scanner.index += 1
            if scanner.byte == UInt8(ascii: "{") {
                guard scanner.skip(past: "}") else {
                    scanner.index = start
                    return false
                }
            } else if "$?^".utf8.contains(scanner.byte) {
                scanner.index += 1
            } else {
                while scanner.byte.isWordPart
                    || scanner.byte == UInt8(ascii: ":") && scanner.ahead(1).isWordStart
                {
                    scanner.index += 1
                }
            }
            tokens.append(words["VARIABLE"], start, scanner.index)
        // Dashes of typesetting are dashes too.
        case 0xE2 where scanner.ahead(1) == 0x80 && (0x93...0x95).contains(scanner.ahead(2)):
            scanner.index += 3
            tokens.append(words["SIGN"], start, scanner.index)
        default: return powershellTexts(&scanner, &tokens, words)
        }
        return true
    }

    private static let powershellTexts = FreeFormLexer.texts(
        [
            .init(
                open: "\"", close: "\"", isMultiline: true, escape: UInt8(ascii: "`"),
                doubles: true, codes: ["$("]),
            .init(open: "'", close: "'", isMultiline: true, escape: 0, doubles: true),
            .init(
                open: "“", close: "”", isMultiline: true, escape: UInt8(ascii: "`"), codes: ["$("]),
            .init(open: "‘", close: "’", isMultiline: true, escape: 0),
        ])

    /// `@"…"@`, whose end begins a line.
    private static func hereString(
        _ scanner: inout Scanner, _ tokens: inout Tokens, _ words: Words
    ) {
        let start = scanner.index
        let isPlain = scanner.ahead(1) == UInt8(ascii: "'")
        scanner.index += 2
        if scanner.skip(past: isPlain ? "\n'@" : "\n\"@") {
            tokens.append(words[isPlain ? "CHAR" : "STRING"], start, scanner.index)
        } else {
            let end = isPlain ? "'@" : "\"@"
            tokens.complain(
                "the here-string is never closed: no line begins with \(end)", start, start + 2)
        }
    }

    private static let powershellVocabulary = Vocabulary(
        words: [
            .keyword: """
            begin break catch continue data do dynamicparam else elseif end exit finally for foreach
            from hidden if in inlinescript parallel param process return sequence static switch throw
            trap try until using var while workflow
            """,
            .declaration: "function filter class enum define configuration",
        ],
        introducing: [.function: "function filter", .className: "class enum"],
        ignoresCase: true, marksCalls: false)
}

/// The prompts of Windows: `C:\>`, `PS C:\>`, `>`.
enum CommandPrompt {
    /// Where the command begins after a prompt; nil for a line without one.
    static func commandStart(_ scanner: Scanner, _ lineStart: Int) -> Int? {
        var index = lineStart
        if scanner.starts(with: "PS", at: index) {
            index += 2
            if scanner[index] == UInt8(ascii: ">") { return index + 1 }
            guard scanner[index].isBlank else { return nil }
            index += 1
            if scanner[index] == UInt8(ascii: ">") { return index + 1 }
        } else if scanner[index] == UInt8(ascii: ">") || scanner[index] == UInt8(ascii: "$") {
            return scanner[index + 1].isBlank ? index + 1 : nil
        }
        guard scanner[index].isLetter,
            scanner[index + 1] == UInt8(ascii: ":")
                || scanner[index] == UInt8(ascii: "/") || scanner[index] == UInt8(ascii: "~")
        else {
            guard index > lineStart, "/~".utf8.contains(scanner[index]) else { return nil }
            return end(scanner, index)
        }
        guard "\\/>".utf8.contains(scanner[index + 2]) else { return nil }
        return end(scanner, index)
    }

    private static func end(_ scanner: Scanner, _ start: Int) -> Int? {
        var index = start
        while index < start + 200, scanner[index] != 0x0A, index < scanner.count {
            if scanner[index] == UInt8(ascii: ">") { return index + 1 }
            if "<\"|&".utf8.contains(scanner[index]) { return nil }
            index += 1
        }
        return nil
    }

    /// The code with blanks in place of prompts and output, if its first line has a prompt.
    static func commands(of scanner: Scanner) -> Scanner {
        var first = 0
        while scanner[first].isBlank || scanner[first] == 0x0A, first < scanner.count { first += 1 }
        guard
            commandStart(scanner, scanner.lineStart(first)) != nil
                || commandStart(scanner, first) != nil
        else { return scanner }
        var code = scanner.code
        var start = 0
        while start < code.count {
            let end = scanner.lineEnd(start)
            var blank = start
            while blank < end, code[blank].isBlank { blank += 1 }
            let command = commandStart(scanner, blank) ?? end
            for index in start..<min(command, end) { code[index] = 0x20 }
            start = end + 1
        }
        return Scanner(code)
    }
}
