extension CodeLanguage {
    /// Visual Basic, of .NET and of applications, as far as quotes, brackets and blocks tell.
    /// https://learn.microsoft.com/dotnet/visual-basic/reference/language-specification/
    package static let visualBasic = CodeLanguage(
        shapeOf: "vbnet", vocabulary: visualBasicVocabulary, ignoresCase: true
    ) { scanner, words in
        var lexer = VisualBasicLexer(scanner, words)
        return lexer.tokens()
    }

    private static let visualBasicVocabulary = Vocabulary(
        words: [
            .keyword: """
            addhandler and andalso as await byref byval call case catch continue do each else elseif
            end endif erase exit finally for from get goto handles if implements in inherits is isnot
            let like loop me mod mybase next not of on option or orelse raiseevent redim return
            resume select set step stop then throw to try until using wend when where while with
            withevents xor yield error
            """,
            .declaration: """
            class const declare delegate dim enum event friend function interface module mustinherit
            mustoverride namespace notinheritable operator optional overridable overrides paramarray
            partial private property protected public readonly shadows shared static structure sub
            """,
            .importing: "imports", .constant: "true false nothing empty null",
            .type: """
            boolean byte char date decimal double integer long object sbyte short single string
            variant
            """,
        ],
        introducing: [
            .function: "sub function", .className: "class structure module enum interface",
        ],
        ignoresCase: true)
}

private struct VisualBasicLexer {
    private var scanner: Scanner
    private let words: Words
    private var out: Tokens
    private var blocks: BlockStack

    init(_ scanner: Scanner, _ words: Words) {
        self.scanner = scanner
        self.words = words
        out = Tokens(codeCount: scanner.count)
        blocks = BlockStack(scanner)
    }

    mutating func tokens() -> Tokens {
        while !scanner.isAtEnd { line() }
        blocks.finish(scanner, &out)
        out.append(TokenKind.end, scanner.count, scanner.count)
        return out
    }

    /// Reads a line and those that it goes on in.
    private mutating func line() {
        var names: [(word: String, range: Range<Int>)] = []
        var lastName = 0
        var isContinued = false
        while !scanner.isAtEnd {
            let start = scanner.index
            let byte = scanner.byte
            switch byte {
            case 0x0A:
                scanner.index += 1
                if isContinued {
                    isContinued = false
                    continue
                }
                return block(
                    names, endsWithThen: names.last?.word == "then" && lastName == out.count)
            case _ where byte.isBlank: scanner.index += 1
            case UInt8(ascii: "'"): comment()
            case UInt8(ascii: "\""): string()
            case UInt8(ascii: "_") where isLineEnd(start + 1):
                scanner.index += 1
                isContinued = true
            case UInt8(ascii: ":")
            where !scanner.ahead(1).isWordPart && scanner.ahead(1) != UInt8(ascii: "="):
                scanner.index += 1
                block(names, endsWithThen: names.last?.word == "then" && lastName == out.count)
                names = []
            case _ where byte.isWordStart || byte >= 0x80 && scanner.letterLength() != nil:
                _ = scanner.word(words, name: words["NAME"])
                let word = scanner.text(start..<scanner.index).lowercased()
                if word == "rem", names.isEmpty {
                    scanner.index = start
                    comment()
                    continue
                }
                out.append(words["NAME"], start, scanner.index)
                let isMember = start > 0 && scanner[start - 1] == UInt8(ascii: ".")
                if names.count < 12 || word == "then" {
                    names.append((isMember ? "." + word : word, start..<scanner.index))
                }
                lastName = out.count
            case _ where byte.isDigit:
                while scanner.byte.isWordPart || scanner.byte == UInt8(ascii: ".") {
                    scanner.index += 1
                }
                out.append(words["NUMBER"], start, scanner.index)
            default: sign()
            }
        }
        block(names, endsWithThen: names.last?.word == "then" && lastName == out.count)
    }

    private func isLineEnd(_ index: Int) -> Bool {
        var index = index
        while scanner[index].isBlank { index += 1 }
        return scanner[index] == 0x0A || scanner[index] == UInt8(ascii: "'")
    }

    private mutating func comment() {
        let start = scanner.index
        scanner.skipLine()
        out.note(.lineComment, start, scanner.index)
        if scanner.isElision(start + 1..<scanner.index) {
            out.elisions += 1
            out.appendOptional(TokenKind.elision, start, scanner.index)
        }
    }

    /// In new versions a text goes over lines; where it does, its end is near.
    private mutating func string() {
        let start = scanner.index
        scanner.index += 1
        while !scanner.isAtEnd, scanner.byte != 0x0A {
            if scanner.byte == UInt8(ascii: "\"") {
                scanner.index += 1
                guard scanner.byte == UInt8(ascii: "\"") else {
                    return out.append(words["STRING"], start, scanner.index)
                }
            }
            scanner.index += 1
        }
        out.complain("the string is not closed", start, scanner.index)
    }

    private mutating func sign() {
        let start = scanner.index
        if let sign = words.sign(in: scanner, at: start) {
            scanner.index += sign.count
            out.append(sign.kind, start, scanner.index)
        } else if scanner.byte < 0x80 {
            scanner.index += 1
            out.append(words["SIGN"], start, scanner.index)
        } else if scanner.isEllipsis {
            scanner.index += 3
            out.append(words["\"...\""], start, scanner.index)
        } else {
            scanner.skipUnknown(into: &out, language: "Visual Basic")
        }
    }

    // MARK: Blocks

    /// Reads what the words of a statement open or close.
    private mutating func block(
        _ names: [(word: String, range: Range<Int>)], endsWithThen: Bool
    ) {
        guard let first = names.first else { return }
        let words = names.map(\.word)
        let second = words.count > 1 ? words[1] : ""
        let pair =
            names.count > 1 ? first.range.lowerBound..<names[1].range.upperBound : first.range
        switch first.word {
        case "if":
            if endsWithThen || !words.contains("then") {
                blocks.open("If", first.range, in: scanner)
            }
        case "else", "elseif", "case", "catch", "finally":
            blocks.part(first.range, of: ["If", "Select", "Try"], in: scanner)
        case "endif": close("If", first.range)
        case "for": blocks.open("For", first.range, in: scanner)
        case "next": blocks.close(["For"], first.range, in: scanner, &out)
        case "while": blocks.open("While", first.range, in: scanner)
        case "wend": close("While", first.range)
        case "do": blocks.open("Do", first.range, in: scanner)
        case "loop": close("Do", first.range)
        case "select": blocks.open("Select", first.range, in: scanner)
        case "with": blocks.open("With", first.range, in: scanner)
        case "try": if words.count == 1 { blocks.open("Try", first.range, in: scanner) }
        case "end":
            guard let name = Self.ended[second] else { return }
            // A get or set may be an accessor, which opened no block here.
            if !name.isEmpty { close(name, pair) }
        default: declaration(names)
        }
    }

    private mutating func close(_ word: String, _ range: Range<Int>) {
        blocks.close([word], range, in: scanner, &out)
    }

    /// `Private Sub a()`: the word after the modifiers decides.
    private mutating func declaration(_ names: [(word: String, range: Range<Int>)]) {
        guard let name = names.first(where: { !Self.modifiers.contains($0.word) }),
            let opened = Self.opened[name.word],
            !names.contains(where: { ["declare", "delegate", "mustoverride"].contains($0.word) }),
            blocks.last != "Interface"
        else { return }
        // A property may have no body.
        blocks.open(
            opened, name.range, isSure: opened == "Sub" || opened == "Function", in: scanner)
    }

    private static let modifiers: Set<String> = [
        "private", "public", "protected", "friend", "shared", "static", "overrides", "overridable",
        "shadows", "partial", "async", "iterator", "notinheritable", "mustinherit", "default",
    ]
    private static let opened = [
        "sub": "Sub", "function": "Function", "class": "Class", "module": "Module",
        "structure": "Structure", "namespace": "Namespace", "enum": "Enum", "type": "Type",
        "property": "Property", "interface": "Interface",
    ]
    private static let ended = [
        "if": "If", "while": "While", "select": "Select", "with": "With", "try": "Try",
        "sub": "Sub", "function": "Function", "class": "Class", "module": "Module",
        "structure": "Structure", "namespace": "Namespace", "enum": "Enum", "type": "Type",
        "interface": "Interface", "property": "Property",
    ]
}
