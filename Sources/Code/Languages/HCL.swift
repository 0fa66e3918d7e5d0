extension CodeLanguage {
    /// HCL, the language of Terraform's files, from the HCL Native Syntax Specification:
    /// https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
    package static let hcl = CodeLanguage(
        "hcl", grammar: hclGrammar, whole: ["file+strict"],
        fragments: ["file", "entries", "value"],
        vocabulary: hclVocabulary,
        lexer: { words in
            let lex = FreeFormLexer.lexer(
                .init(
                    language: "HCL", lineComments: ["#", "//"], quotes: [],
                    specialBytes: Array("\n\"<.-".utf8)),
                special: hclSpecial)(words)
            return { scanner in lex(scanner).withoutInnerLineEnds(words) }
        })

    private static let hclVocabulary = Vocabulary(
        words: [
            .keyword: "for in if",
            .declaration: """
            resource data variable output module provider terraform locals moved import removed check
            backend dynamic lifecycle provisioner connection job group task
            """,
            .constant: "true false null", .type: "string number bool list map set object tuple any",
            .own: "var local each self count path",
        ])

    private static let hclTexts = FreeFormLexer.texts([
        .init(open: "\"", close: "\"", codes: ["${", "%{"])
    ])

    /// Line ends, texts, here-documents, indices after dots and names with `-`.
    @Sendable private static func hclSpecial(
        _ scanner: inout Scanner, _ tokens: inout Tokens, _ words: Words
    ) -> Bool {
        let start = scanner.index
        switch scanner.byte {
        case 0x0A:
            scanner.index += 1
            if tokens.kinds.last != words["NEWLINE"] {
                tokens.append(words["NEWLINE"], start, scanner.index)
            }
        case UInt8(ascii: "\""): return hclTexts(&scanner, &tokens, words)
        case UInt8(ascii: "<"): return hereDocument(&scanner, &tokens, words)
        case UInt8(ascii: "."):
            let before = scanner[start - 1]
            guard scanner.ahead(1).isDigit, before.isWordPart || "])".utf8.contains(before) else {
                return false
            }
            scanner.index += 1
            tokens.append(words["\".\""], start, scanner.index)
            while scanner.byte.isDigit { scanner.index += 1 }
            tokens.append(words["NUMBER"], start + 1, scanner.index)
        default:
            // `a-b` is one name; `a - b` and `a -b` subtract.
            guard scanner[start - 1].isWordPart, tokens.kinds.last == words["NAME"],
                scanner.ahead(1).isWordPart || "-<".utf8.contains(scanner.ahead(1))
            else { return false }
            scanner.index += 1
            while scanner.byte.isWordPart || "-<>".utf8.contains(scanner.byte) {
                scanner.index += 1
            }
            let name = tokens.range(of: tokens.count - 1).lowerBound
            tokens.removeAll(from: tokens.count - 1)
            tokens.append(words["NAME"], name, scanner.index)
        }
        return true
    }

    /// `<<END`, `<<-END` and the lines up to that word.
    private static func hereDocument(
        _ scanner: inout Scanner, _ tokens: inout Tokens, _ words: Words
    ) -> Bool {
        let start = scanner.index
        guard scanner.starts(with: "<<") else { return false }
        var index = start + 2
        if scanner[index] == UInt8(ascii: "-") { index += 1 }
        let nameStart = index
        while scanner[index].isWordPart || scanner[index] == UInt8(ascii: "-") { index += 1 }
        guard index > nameStart else { return false }
        let name = Array(scanner.code[nameStart..<index])
        var line = scanner.lineEnd(index) + 1
        while line < scanner.count {
            let end = scanner.lineEnd(line)
            let text = scanner.code[line..<end].drop(while: \.isBlank)
            if text.elementsEqual(name) || text.dropLast().elementsEqual(name) && text.last == 0x0D
            {
                scanner.index = end
                tokens.note(.hereDocument, start, end)
                tokens.append(words["STRING"], start, end)
                return true
            }
            line = end + 1
        }
        scanner.index = scanner.count
        tokens.complain(
            "the here-document is never closed: no line is just "
                + "'\(String(decoding: name, as: UTF8.self))'", start, index)
        return true
    }

    /// Line ends between `(` or `[` and its closer do not count.
    private static let hclGrammar = #"""
        # What a block may hold
        file       = body END
        entries    = { NEWLINE } entry { separator entry } [ separator ] END
        value      = { NEWLINE } expr { NEWLINE } END
        elision    = <-strict> ( "..." | ELISION )

        # Bodies
        body       = { NEWLINE | item }
        item 'an argument or a block' = NAME ( "=" expr | { STRING | NAME } "{" body "}" )
                     ( NEWLINE | &"}" | &END ) | elision

        # Expressions
        expr@ 'a value' = operation [ { NEWLINE } "?" { NEWLINE } expr { NEWLINE } ":"
                     { NEWLINE } expr ]
        operation  = operand { binary operand }
        binary     = "==" | "!=" | "<=" | ">=" | "<" | ">" | "&&" | "||" | "+" | "-" | "*" | "/" | "%"
        operand    = { "!" | "-" } primary { suffix }
        primary    = NUMBER | STRING | NAME { "::" NAME } [ "(" [ arguments ] ")" ] | "(" expr ")"
                   | "[" ( loop expr [ condition ] | [ listed { "," listed } [ "," ] ] ) "]"
                   | "{" { NEWLINE } ( loop expr "=>" expr [ "..." ] [ condition ]
                     | [ entry { separator entry } [ separator ] ] ) { NEWLINE } "}"
                   | elision
        suffix     = "." ( NAME | NUMBER | "*" ) | "[" ( "*" ( "]" ) | expr "]" )
        arguments  = expr { "," expr } [ "..." ] [ "," ]
        listed     = expr
        loop       = "for" NAME [ "," NAME ] "in" expr ":"
        condition  = "if" expr
        entry 'an entry' = key ( "=" | ":" ) expr | elision
        key        = "(" expr ")" | STRING | NUMBER | NAME { "." NAME }
        separator  = "," { NEWLINE } | NEWLINE { NEWLINE }
        """#
}

extension Tokens {
    /// The same without line ends whose innermost bracket is `(`, `[`, or the `{` of a loop.
    fileprivate func withoutInnerLineEnds(_ words: Words) -> Tokens {
        let newline = words["NEWLINE"]
        let openers = [words["\"(\""], words["\"[\""], words["\"{\""]]
        let closers = [words["\")\""], words["\"]\""], words["\"}\""]]
        let loop = words["\"for\""]
        var isInner = [false]
        var dropped: Set<Int> = []
        for (index, kind) in kinds.enumerated() {
            if kind == newline {
                if isInner.last == true { dropped.insert(index) }
            } else if openers.contains(kind) {
                let next = kinds[(index + 1)...].first {
                    $0 != newline && !TokenKind.isOptional($0)
                }
                isInner.append(kind != openers[2] || next == loop)
            } else if closers.contains(kind), isInner.count > 1 {
                isInner.removeLast()
            }
        }
        return dropped.isEmpty ? self : without(dropped)
    }
}
