extension CodeLanguage {
    /// Templates of Go's `text/template` and `html/template`, as Hugo and Helm use them, from the
    /// documentation of the package: https://pkg.go.dev/text/template
    ///
    /// What is outside of `{{ … }}` may be anything.
    package static let goTemplate = CodeLanguage(
        "gotemplate", grammar: goTemplateGrammar, whole: ["file+strict"], fragments: ["file"],
        vocabulary: goTemplateVocabulary,
        classes: ["FIELD": .word, "CHAIN": .word, "VARIABLE": .variable],
        lex: { scanner, words in
            var lexer = GoTemplateLexer(scanner, words)
            return lexer.tokens()
        })

    private static let goTemplateVocabulary = Vocabulary(
        words: [
            .keyword: "if else end range with define block template break continue return",
            .constant: "true false nil",
            .builtin: """
            and or not eq ne lt le gt ge len index slice print printf println call html js urlquery
            """,
        ],
        marksCalls: false)

    /// The lexer pairs what opens a block with its `end`.
    private static let goTemplateGrammar = #"""
        %keywords if else end range with define block template ;

        # What a block may hold
        file       = { "{{" action "}}" } END
        elision    = <-strict> "..."

        action 'an action' = ( "if" | "with" ) pipeline | "range" ( variables | pipeline )
                   | "else" [ ( "if" | "with" ) pipeline ] | "end" | "break" | "continue"
                   | "define" STRING | "block" STRING pipeline | "template" STRING [ pipeline ]
                   | "return" [ pipeline ] | COMMENT | pipeline
        variables  = VARIABLE "," VARIABLE ( ":=" | "=" ) pipeline
        pipeline 'a value' = [ VARIABLE ( ":=" | "=" ) ] command % "|"
        command    = operand { operand }
        operand@   = "." | FIELD | VARIABLE | NAME | NUMBER | STRING | CHAR
                   | "(" pipeline ")" { CHAIN } | elision
        """#
}

/// Tokens of templates: what is outside of actions is not one.
private struct GoTemplateLexer {
    private var scanner: Scanner
    private let words: Words
    private var out: Tokens
    private var blocks: BlockStack
    /// The first token of the action that is read.
    private var first = 0

    init(_ scanner: Scanner, _ words: Words) {
        self.scanner = scanner
        self.words = words
        out = Tokens(codeCount: scanner.count)
        blocks = BlockStack(scanner)
    }

    mutating func tokens() -> Tokens {
        while scanner.skip(past: "{{") {
            switch scanner.byte {
            // Shortcodes of Hugo are no actions.
            case UInt8(ascii: "<"): _ = scanner.skip(past: ">}}")
            case UInt8(ascii: "%"): _ = scanner.skip(past: "%}}")
            default: action()
            }
        }
        blocks.finish(scanner, &out)
        out.append(TokenKind.end, scanner.count, scanner.count)
        return out
    }

    // MARK: Actions

    private mutating func action() {
        let start = scanner.index - 2
        let isTrimmed = scanner.byte == UInt8(ascii: "-")
        if isTrimmed, scanner.ahead(1).isBlank || scanner.ahead(1) == 0x0A {
            scanner.index += 1
        } else if isTrimmed, scanner.ahead(1).isLetter || ".$(\"`/".utf8.contains(scanner.ahead(1))
        {
            out.complain(
                "a blank is missing after '{{-'", start, start + 3, replacement: "{{- ")
            scanner.index += 1
        }
        guard isClosed(from: scanner.index) else {
            return out.complain("'{{' is never closed", start, start + 2)
        }
        out.append(words["\"{{\""], start, scanner.index)
        first = out.count
        while !scanner.isAtEnd {
            if scanner.byte.isBlank || scanner.byte == 0x0A {
                scanner.index += 1
            } else if let end = closer() {
                out.append(words["\"}}\""], scanner.index, end)
                scanner.index = end
                return
            } else if scanner.starts(with: "{{") {
                break
            } else if !token() {
                return
            }
        }
        out.complain("'{{' is never closed", start, start + 2)
    }

    /// Whether a `}` follows before another action begins, not counting those in texts.
    private func isClosed(from start: Int) -> Bool {
        var index = start
        while index < scanner.count {
            switch scanner[index] {
            case UInt8(ascii: "}"): return true
            case UInt8(ascii: "{") where scanner[index + 1] == UInt8(ascii: "{"): return false
            case UInt8(ascii: "\""), UInt8(ascii: "`"):
                let isRaw = scanner[index] == UInt8(ascii: "`")
                let quote = scanner[index]
                index += 1
                while index < scanner.count, scanner[index] != quote {
                    // The message of the text is the better one.
                    if !isRaw, scanner[index] == 0x0A { return true }
                    index += !isRaw && scanner[index] == UInt8(ascii: "\\") ? 2 : 1
                }
                if index >= scanner.count { return true }
            default: break
            }
            index += 1
        }
        return false
    }

    /// Where `}}` ends that is next.
    private func closer() -> Int? {
        if scanner.starts(with: "}}") { return scanner.index + 2 }
        let before = scanner[scanner.index - 1]
        guard scanner.starts(with: "-}}"), before.isBlank || before == 0x0A else { return nil }
        return scanner.index + 3
    }

    /// - Returns: whether the action goes on.
    private mutating func token() -> Bool {
        let start = scanner.index
        let byte = scanner.byte
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "'"): quoted(byte)
        case UInt8(ascii: "$"):
            scanner.index += 1
            skipWord()
            skipFields()
            out.append(words["VARIABLE"], start, scanner.index)
        case UInt8(ascii: "/") where scanner.starts(with: "/*"):
            if scanner.skip(past: "*/") {
                out.append(words["COMMENT"], start, scanner.index)
                out.note(.blockComment, start, scanner.index)
            } else {
                out.complain("the comment is not closed", start, start + 2)
            }
        case UInt8(ascii: "}"):
            scanner.index += 1
            out.complain("expected '}}', found '}'", start, start + 1, replacement: "}}")
            return false
        case UInt8(ascii: "-") where scanner.starts(with: "-}}"):
            scanner.index += 3
            out.complain("a blank is missing before '-}}'", start, start + 3, replacement: " -}}")
            return false
        case UInt8(ascii: "(") where start > 0 && isOperandEnd(scanner[start - 1]):
            scanner.index += 1
            out.complain(
                "arguments follow after a blank, and not in brackets: 'f x y'", start, start + 1)
        case _ where byte == UInt8(ascii: ".") || scanner.isEllipsis: dot()
        case _ where byte.isDigit || "+-".utf8.contains(byte) && scanner.ahead(1).isDigit:
            scanner.index += 1
            scanner.skipNumber()
            out.append(words["NUMBER"], start, scanner.index)
        case _ where byte.isWordStart || byte >= 0x80 && scanner.letterLength() != nil: word()
        default:
            if let sign = words.sign(in: scanner, at: start), byte != UInt8(ascii: "{") {
                scanner.index += sign.count
                out.append(sign.kind, start, scanner.index)
            } else {
                scanner.skipUnknown(
                    into: &out, language: "an action of a template", lineComment: nil)
            }
        }
        return true
    }

    private func isOperandEnd(_ byte: UInt8) -> Bool {
        byte.isWordPart || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "\"")
    }

    private mutating func skipWord() {
        while true {
            if scanner.byte.isWordPart {
                scanner.index += 1
            } else if scanner.byte >= 0x80, let length = scanner.letterLength() {
                scanner.index += length
            } else {
                return
            }
        }
    }

    /// Moves past `.A.b`.
    private mutating func skipFields() {
        while scanner.byte == UInt8(ascii: "."),
            scanner.ahead(1).isWordStart || scanner.ahead(1) >= 0x80
        {
            scanner.index += 1
            skipWord()
        }
    }

    private mutating func dot() {
        let start = scanner.index
        if scanner.starts(with: "...") || scanner.isEllipsis {
            while scanner.byte == UInt8(ascii: ".") || scanner.isEllipsis {
                scanner.index += scanner.isEllipsis ? 3 : 1
            }
            out.append(words["\"...\""], start, scanner.index)
        } else if scanner.ahead(1).isWordStart || scanner.ahead(1) >= 0x80 {
            let isChain = start > 0 && scanner[start - 1] == UInt8(ascii: ")")
            skipFields()
            // What is no letter follows the dot.
            if scanner.index == start { scanner.index += 1 }
            out.append(words[isChain ? "CHAIN" : "FIELD"], start, scanner.index)
        } else if scanner.ahead(1).isDigit {
            scanner.skipNumber()
            out.append(words["NUMBER"], start, scanner.index)
        } else {
            scanner.index += 1
            out.append(words["\".\""], start, scanner.index)
        }
    }

    private mutating func word() {
        let start = scanner.index
        let kind = scanner.word(words, name: words["NAME"])
        let range = start..<scanner.index
        let isFirst = out.count == first
        let isAfterElse = out.count == first + 1 && out.kinds.last == words["\"else\""]
        guard isFirst || isAfterElse, kind != words["NAME"] else {
            skipFields()
            return out.append(words["NAME"], start, scanner.index)
        }
        out.append(kind, start, scanner.index)
        guard isFirst else { return }
        switch scanner.text(range) {
        case "if", "range", "with", "define", "block":
            blocks.open(scanner.text(range), range, in: scanner)
        case "else": blocks.part(range, of: ["if", "range", "with"], in: scanner)
        case "end": blocks.close([], range, in: scanner, &out)
        default: break
        }
    }

    private mutating func quoted(_ quote: UInt8) {
        let start = scanner.index
        let isRaw = quote == UInt8(ascii: "`")
        scanner.index += 1
        while !scanner.isAtEnd {
            let byte = scanner.byte
            if byte == quote {
                scanner.index += 1
                let kind = words[quote == UInt8(ascii: "'") ? "CHAR" : "STRING"]
                return out.append(kind, start, scanner.index)
            }
            if byte == 0x0A, !isRaw { break }
            scanner.index += byte == UInt8(ascii: "\\") && !isRaw ? 2 : 1
        }
        scanner.index = min(scanner.index, scanner.count)
        out.complain("the string is not closed", start, isRaw ? start + 1 : scanner.index)
    }
}
