/// Comments, preprocessor lines and other code whose first byte needs special handling.
extension CodeScanner {
    /// Reads a part that begins with `byte`, if it is more than a sign.
    mutating func special(_ byte: UInt8) -> Bool {
        if comment() { return true }
        if byte == UInt8(ascii: "\""), isAtLineStart, grammar.traits.contains(.quoteComments) {
            tape.put(.c1, to: tape.lineEnd(from: tape.index))
            return true
        }
        if byte == .hash, directive() { return true }
        if string() { return true }
        let traits = grammar.traits
        if byte == UInt8(ascii: "/"), traits.contains(.regexLiterals), regex() { return true }
        if byte == UInt8(ascii: "%"), traits.contains(.percentLiterals), percentLiteral() {
            return true
        }
        if byte == UInt8(ascii: "~"), traits.contains(.tildeLiterals), tildeLiteral() {
            return true
        }
        if byte == .dollar, traits.contains(.dollarCharacters), dollarCharacter() { return true }
        if byte == UInt8(ascii: ":"), traits.contains(.symbols), symbol() { return true }
        if byte == UInt8(ascii: "<") {
            if traits.contains(.hereDocuments), hereDocumentMark() { return true }
        }
        return sigil(byte)
    }

    private mutating func comment() -> Bool {
        for form in grammar.blockComments where tape.starts(with: form.open, at: tape.index) {
            blockComment(form.open, form.close, nests: form.nests)
            return true
        }
        if grammar.traits.contains(.beginComments), beginComment() { return true }
        for open in grammar.lineComments where tape.starts(with: open, at: tape.index) {
            tape.put(.c1, to: tape.lineEnd(from: tape.index))
            return true
        }
        return false
    }

    /// `=begin` up to the line that begins with `=end`.
    private mutating func beginComment() -> Bool {
        let start = tape.index
        guard tape.starts(with: "=begin", at: start), !tape[start + 6].isNamePart,
            start == 0 || tape.code[start - 1] == .lineFeed
        else { return false }
        let last = tape.find(Array("\n=end".utf8), from: start, before: tape.end)
        tape.put(.cm, to: last.map { tape.lineEnd(from: $0 + 1) } ?? tape.end)
        return true
    }

    private mutating func blockComment(_ open: [UInt8], _ close: [UInt8], nests: Bool) {
        let start = tape.index
        tape.index += open.count
        var depth = 1
        let first = close[0]
        while tape.index < tape.end {
            let byte = tape.code[tape.index]
            if byte == first, tape.starts(with: close, at: tape.index) {
                tape.index += close.count
                depth -= 1
                if depth == 0 { break }
            } else if nests, byte == open[0], tape.starts(with: open, at: tape.index) {
                tape.index += open.count
                depth += 1
            } else {
                tape.index += 1
            }
        }
        tape.put(.cm, from: start)
    }

    // MARK: Directives

    private mutating func directive() -> Bool {
        switch grammar.directives {
        case .none: return false
        case .lines:
            guard isAtLineStart else { return false }
            directiveLine()
        case .words:
            let end = tape.afterName(tape.index + 1)
            guard end > tape.index + 1 else { return false }
            let kind = grammar.words.kind(of: tape.index..<end, in: tape.code)
            // Any other word after `#` is a custom macro.
            tape.put(kind == .none ? .nf : kind, to: end)
            isAfterOperand = true
        }
        return true
    }

    /// A preprocessor line, with those that a backslash joins to it.
    private mutating func directiveLine() {
        if isDisabled() { return disabledLines() }
        var start = tape.index
        var isInclude = false
        let word = tape.afterBlanks(tape.index + 1)
        for name: StaticString in ["include", "import"] where tape.starts(with: name, at: word) {
            isInclude = true
            tape.put(.cp, to: word + name.utf8CodeUnitCount)
            start = tape.index
        }
        while tape.index < tape.end, tape.code[tape.index] != .lineFeed {
            let byte = tape.code[tape.index]
            if byte == .backslash {
                tape.index = min(tape.index + 2, tape.end)
            } else if byte == UInt8(ascii: "/"),
                tape[tape.index + 1] == UInt8(ascii: "/")
                    || tape[tape.index + 1] == UInt8(ascii: "*")
            {
                tape.put(isInclude ? .cpf : .cp, from: start)
                guard comment() else {
                    tape.index += 1
                    continue
                }
                start = tape.index
            } else {
                tape.index += 1
            }
        }
        tape.put(isInclude ? .cpf : .cp, from: start)
        isAfterOperand = false
    }

    /// `#if 0`.
    private func isDisabled() -> Bool {
        let word = tape.afterBlanks(tape.index + 1)
        guard tape.starts(with: "if", at: word), tape[word + 2].isBlank else { return false }
        let value = tape.afterBlanks(word + 2)
        return tape[value] == UInt8(ascii: "0") && !tape[value + 1].isNamePart
    }

    /// Skips to the `#else` or `#endif` of the current `#if 0`.
    private mutating func disabledLines() {
        tape.put(.cp, to: tape.lineEnd(from: tape.index))
        let start = tape.index
        var depth = 1
        while tape.index < tape.end {
            let mark = tape.afterBlanks(tape.index + 1)
            if tape[mark] == .hash {
                let word = tape.afterBlanks(mark + 1)
                if tape.starts(with: "if", at: word) { depth += 1 }
                let isElse = depth == 1 && tape.starts(with: "el", at: word)
                if isElse || tape.starts(with: "endif", at: word) { depth -= 1 }
                if depth == 0 { break }
            }
            tape.index = tape.lineEnd(from: tape.index + 1)
        }
        tape.index = min(tape.index, tape.end)
        tape.put(.c, from: start)
    }

    // MARK: Sigils and symbols

    /// `$name`, `@name`.
    private mutating func sigil(_ byte: UInt8) -> Bool {
        let kind = grammar.sigils[Int(byte)]
        guard kind != .none else { return false }
        let start = tape.index
        var name = start + 1
        if tape[name] == byte { name += 1 }
        var end = tape.afterName(name)
        if kind == .nd {
            while tape[end] == UInt8(ascii: "."), tape[end + 1].isNameStart {
                end = tape.afterName(end + 1)
            }
        }
        guard end > name, kind == .nv || tape[name].isNameStart else { return false }
        tape.index = end
        tape.put(kind, from: start)
        isAfterOperand = true
        return true
    }

    /// `:name`.
    private mutating func symbol() -> Bool {
        let start = tape.index
        guard tape[start + 1].isNameStart, start == 0 || tape.code[start - 1] != UInt8(ascii: ":"),
            !isAfterOperand || (start > 0 && tape.code[start - 1].isSpace)
        else { return false }
        tape.index = tape.afterName(start + 1)
        tape.put(.ss, from: start)
        isAfterOperand = true
        return true
    }
}
