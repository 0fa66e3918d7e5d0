/// What is wrong with directives, and what is left out.
extension NginxParser {
    // MARK: Elisions

    /// Moves past `...` where a directive is due, with the words after it on its line.
    mutating func elided() throws(CodeFault) -> Bool {
        let start = scanner.index
        var end = start
        let limit = min(scanner.count, start + Self.longestElision)
        while end < limit, scanner[end] > 0x20, scanner[end] != UInt8(ascii: ";"),
            scanner[end] != UInt8(ascii: "}")
        { end += 1 }
        let text = scanner.code[start..<end]
        let isTemplate = text.starts(with: "<%".utf8) || text.starts(with: "{{".utf8)
        guard
            Code.isElision(in: text) || text.starts(with: "...".utf8)
                || text.starts(with: "…".utf8) || isTemplate && isAlone(start)
        else { return false }
        scanner.index = max(end, start + 1)
        while !scanner.isAtEnd, scanner.byte != 0x0A, scanner.byte != UInt8(ascii: ";"),
            isTemplate || scanner.byte != UInt8(ascii: "}")
        { scanner.index += 1 }
        return true
    }

    /// Longer words are not looked at; a line may be one word.
    private static let longestElision = 60

    /// Whether a line holds no end of a directive.
    private func isAlone(_ start: Int) -> Bool {
        let line = scanner.code[start..<scanner.lineEnd(start)]
        return !line.contains(UInt8(ascii: ";"))
    }

    // MARK: Directives

    /// Refuses what cannot begin here: a directive whose predecessor has no `;`, a comment of another
    /// language.
    mutating func checkStart(_ start: Int) throws(CodeFault) {
        guard scanner.isFirstOfLine(start) else { return }
        guard let first = words.first, let last = words.last else {
            if !(isFragment && isElidedLine(start)) { noteColumn(start) }
            if scanner.starts(with: "//") || scanner.starts(with: "/*") {
                let range = start..<start + 2
                throw CodeFault(
                    range: range, message: "'\(scanner.text(range))' begins no comment: '#' does",
                    edit: scanner.starts(with: "//")
                        ? .init(range: range, replacement: "#") : nil)
            }
            return
        }
        if isFragment, isElidedLine(start) { throw missingEnd() }
        let isPair =
            blocks.last.map { NginxDirectives.tables.contains($0.name) } ?? false
            && words.count == 2 && scanner.text(first) != "if"
        let isType =
            blocks.last?.name == "types" && words.count > 1 && isMediaType(start)
        guard isPair || isType || startsDirective(start, after: first) else { return }
        let name = scanner.text(first)
        if NginxDirectives.blocks.contains(name) || name == "server" && words.count == 1 {
            let end = last.upperBound
            throw CodeFault(
                range: end..<end, message: "expected '{' after '\(name)'",
                edit: .init(range: end..<end, replacement: " {"))
        }
        throw missingEnd()
    }

    /// Whether a line is `...` and nothing else.
    private func isElidedLine(_ start: Int) -> Bool {
        var end = start
        while end < scanner.count, scanner[end] != 0x0A { end += 1 }
        while end > start, scanner[end - 1].isBlank { end -= 1 }
        return Code.isElision(in: scanner.code[start..<end])
    }

    private mutating func noteColumn(_ start: Int) {
        guard !blocks.isEmpty else { return }
        let column = scanner.column(ofLineAt: start)
        let last = blocks.count - 1
        if blocks[last].isIndented == nil { blocks[last].isIndented = column > blocks[last].column }
        if unclosed == nil, blocks[last].isIndented == true, column <= blocks[last].column {
            unclosed = (blocks[last], start)
        }
    }

    private func isMediaType(_ start: Int) -> Bool {
        var end = start
        while scanner[end].isWordPart || scanner[end] == UInt8(ascii: "-") { end += 1 }
        return scanner[end] == UInt8(ascii: "/")
    }

    private func startsDirective(_ start: Int, after first: Range<Int>) -> Bool {
        var end = start
        while scanner[end].isWordPart { end += 1 }
        let next = scanner[end]
        guard next.isBlank || next == UInt8(ascii: ";") || next == UInt8(ascii: "{") else {
            return false
        }
        let name = scanner.text(start..<end)
        guard NginxDirectives.isKnown(name) else { return false }
        if NginxDirectives.blocks.contains(scanner.text(first)) { return true }
        let column = scanner.column(ofLineAt: start)
        return column <= scanner.column(ofLineAt: first.lowerBound)
            || !NginxDirectives.mayBeValue(name)
    }

    /// Refuses a word that ends in a quote which it does not hold twice: nginx takes it for a letter, and
    /// no article means that.
    func checkLoneQuote(_ word: Range<Int>) throws(CodeFault) {
        guard let last = scanner.code[word].last,
            last == UInt8(ascii: "\"") || last == UInt8(ascii: "'"),
            scanner.code[word].count(where: { $0 == last }) == 1,
            scanner[word.upperBound - 2] != UInt8(ascii: "\\")
        else { return }
        let quote = scanner.text(word.upperBound - 1..<word.upperBound)
        throw CodeFault(
            range: word.upperBound - 1..<word.upperBound,
            message:
                "the \(quote == "'" ? "single" : "double") quote opens nothing: the word before "
                + "it has begun without one",
            edit: .init(range: word.lowerBound..<word.lowerBound, replacement: quote),
            kind: .token)
    }

    func missingEnd() -> CodeFault {
        let end = words[words.count - 1].upperBound
        let name = scanner.text(words[0].prefix(40))
        return CodeFault(
            range: end..<end, message: "expected ';' after the directive '\(name)'",
            edit: .init(range: end..<end, replacement: ";"))
    }

    /// The condition of `if` is in brackets.
    func checkCondition(_ brace: Int) throws(CodeFault) {
        guard words.count > 1 else {
            throw CodeFault(
                range: words[0], message: "expected a condition in '(' and ')' after 'if'")
        }
        let start = words[1].lowerBound
        let end = words[words.count - 1].upperBound
        if words.contains(where: { Code.isElision(in: scanner.code[$0]) }) { return }
        if scanner[start] != UInt8(ascii: "(") {
            throw CodeFault(
                range: words[1], message: "expected '(' before the condition of 'if'",
                edit: .init(range: start..<start, replacement: "("))
        }
        if scanner[end - 1] != UInt8(ascii: ")") {
            throw CodeFault(
                range: end..<end, message: "expected ')' after the condition of 'if'",
                opened: start..<start + 1, edit: .init(range: end..<end, replacement: ")"))
        }
    }

    // MARK: Lua

    /// Reads the program of `…_by_lua_block {`.
    ///
    /// - Returns: false where the code ends in it.
    mutating func readLua(from brace: Int) throws(CodeFault) -> Bool {
        let start = scanner.index
        guard skipLua() else {
            guard isFragment else {
                throw CodeFault(
                    range: brace..<brace + 1, message: "'{' is never closed",
                    opened: brace..<brace + 1, kind: .unclosed)
            }
            blocks = []
            scanner.index = scanner.count
            return false
        }
        switch CodeLanguage.lua.read(Array(scanner.code[start..<scanner.index - 1])) {
        case .gaveUp: break
        case .accepted(let acceptance): elisions += acceptance.elisions
        case .refused(let fault):
            func moved(_ range: Range<Int>) -> Range<Int> {
                range.lowerBound + start..<range.upperBound + start
            }
            throw CodeFault(
                range: moved(fault.range), message: fault.message,
                opened: fault.opened.map(moved),
                edit: fault.edit.map {
                    .init(range: moved($0.range), replacement: $0.replacement)
                }, kind: fault.kind)
        }
        return true
    }

    /// Moves past the `}` of a program of Lua; false if it is missing.
    private mutating func skipLua() -> Bool {
        var depth = 1
        while !scanner.isAtEnd {
            switch scanner.byte {
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"):
                depth -= 1
                if depth == 0 {
                    scanner.index += 1
                    return true
                }
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                let quote = scanner.byte
                scanner.index += 1
                while !scanner.isAtEnd, scanner.byte != quote, scanner.byte != 0x0A {
                    scanner.index += scanner.byte == UInt8(ascii: "\\") ? 2 : 1
                }
            case UInt8(ascii: "-") where scanner.ahead(1) == UInt8(ascii: "-"):
                scanner.index += 2
                if !skipLongBracket() { scanner.skipLine() }
                continue
            case UInt8(ascii: "["):
                if skipLongBracket() { continue }
            default: break
            }
            scanner.index += 1
        }
        return false
    }

    /// Moves past `[[…]]` or `[=[…]=]`, if that is next.
    private mutating func skipLongBracket() -> Bool {
        var level = 0
        while scanner.ahead(1 + level) == UInt8(ascii: "=") { level += 1 }
        guard scanner.byte == UInt8(ascii: "["), scanner.ahead(1 + level) == UInt8(ascii: "[")
        else { return false }
        var index = scanner.index + level + 2
        while index < scanner.count {
            if scanner[index] == UInt8(ascii: "]"), scanner[index + level + 1] == UInt8(ascii: "]"),
                (0..<level).allSatisfy({ scanner[index + 1 + $0] == UInt8(ascii: "=") })
            {
                scanner.index = index + level + 2
                return true
            }
            index += 1
        }
        return false
    }
}
