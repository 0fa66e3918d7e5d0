/// Comments, preprocessor lines and other code whose first byte needs special handling.
extension CodeScanner {
    /// Reads a part that begins with `byte`, if it is more than a sign.
    mutating func special(_ byte: UInt8) -> Bool {
        if comment() { return true }
        if byte == UInt8(ascii: "\""), isAtLineStart, grammar.traits.contains(.quoteComments) {
            sink.put(.c1, to: sink.lineEnd(from: sink.index))
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
        for form in grammar.blockComments where sink.starts(with: form.open, at: sink.index) {
            blockComment(form.open, form.close, nests: form.nests)
            return true
        }
        if grammar.traits.contains(.beginComments), beginComment() { return true }
        for open in grammar.lineComments where sink.starts(with: open, at: sink.index) {
            sink.put(.c1, to: sink.lineEnd(from: sink.index))
            return true
        }
        return false
    }

    /// `=begin` up to the line that begins with `=end`.
    private mutating func beginComment() -> Bool {
        let start = sink.index
        guard sink.starts(with: "=begin", at: start), !sink[start + 6].isNamePart,
            start == 0 || sink.code[start - 1] == .lineFeed
        else { return false }
        let last = sink.find(Array("\n=end".utf8), from: start, before: sink.end)
        sink.put(.cm, to: last.map { sink.lineEnd(from: $0 + 1) } ?? sink.end)
        return true
    }

    private mutating func blockComment(_ open: [UInt8], _ close: [UInt8], nests: Bool) {
        let start = sink.index
        sink.index += open.count
        var depth = 1
        let first = close[0]
        while sink.index < sink.end {
            let byte = sink.code[sink.index]
            if byte == first, sink.starts(with: close, at: sink.index) {
                sink.index += close.count
                depth -= 1
                if depth == 0 { break }
            } else if nests, byte == open[0], sink.starts(with: open, at: sink.index) {
                sink.index += open.count
                depth += 1
            } else {
                sink.index += 1
            }
        }
        sink.put(.cm, from: start)
    }

    // MARK: Directives

    private mutating func directive() -> Bool {
        switch grammar.directives {
        case .none: return false
        case .lines:
            guard isAtLineStart else { return false }
            directiveLine()
        case .words:
            let end = sink.afterName(sink.index + 1)
            guard end > sink.index + 1 else { return false }
            let kind = grammar.words.kind(of: sink.index..<end, in: sink.code)
            // Any other word after `#` is a custom macro.
            sink.put(kind == .none ? .nf : kind, to: end)
            isAfterOperand = true
        }
        return true
    }

    /// A preprocessor line, with those that a backslash joins to it.
    private mutating func directiveLine() {
        if isDisabled() { return disabledLines() }
        var start = sink.index
        var isInclude = false
        let word = sink.afterBlanks(sink.index + 1)
        for name: StaticString in ["include", "import"] where sink.starts(with: name, at: word) {
            isInclude = true
            sink.put(.cp, to: word + name.utf8CodeUnitCount)
            start = sink.index
        }
        while sink.index < sink.end, sink.code[sink.index] != .lineFeed {
            let byte = sink.code[sink.index]
            if byte == .backslash {
                sink.index = min(sink.index + 2, sink.end)
            } else if byte == UInt8(ascii: "/"),
                sink[sink.index + 1] == UInt8(ascii: "/")
                    || sink[sink.index + 1] == UInt8(ascii: "*")
            {
                sink.put(isInclude ? .cpf : .cp, from: start)
                guard comment() else {
                    sink.index += 1
                    continue
                }
                start = sink.index
            } else {
                sink.index += 1
            }
        }
        sink.put(isInclude ? .cpf : .cp, from: start)
        isAfterOperand = false
    }

    /// `#if 0`.
    private func isDisabled() -> Bool {
        let word = sink.afterBlanks(sink.index + 1)
        guard sink.starts(with: "if", at: word), sink[word + 2].isBlank else { return false }
        let value = sink.afterBlanks(word + 2)
        return sink[value] == UInt8(ascii: "0") && !sink[value + 1].isNamePart
    }

    /// Skips to the `#else` or `#endif` of the current `#if 0`.
    private mutating func disabledLines() {
        sink.put(.cp, to: sink.lineEnd(from: sink.index))
        let start = sink.index
        var depth = 1
        while sink.index < sink.end {
            let mark = sink.afterBlanks(sink.index + 1)
            if sink[mark] == .hash {
                let word = sink.afterBlanks(mark + 1)
                if sink.starts(with: "if", at: word) { depth += 1 }
                let isElse = depth == 1 && sink.starts(with: "el", at: word)
                if isElse || sink.starts(with: "endif", at: word) { depth -= 1 }
                if depth == 0 { break }
            }
            sink.index = sink.lineEnd(from: sink.index + 1)
        }
        sink.index = min(sink.index, sink.end)
        sink.put(.c, from: start)
    }

    // MARK: Sigils and symbols

    /// `$name`, `@name`.
    private mutating func sigil(_ byte: UInt8) -> Bool {
        let kind = grammar.sigils[Int(byte)]
        guard kind != .none else { return false }
        let start = sink.index
        var name = start + 1
        if sink[name] == byte { name += 1 }
        var end = sink.afterName(name)
        if kind == .nd {
            while sink[end] == UInt8(ascii: "."), sink[end + 1].isNameStart {
                end = sink.afterName(end + 1)
            }
        }
        guard end > name, kind == .nv || sink[name].isNameStart else { return false }
        sink.index = end
        sink.put(kind, from: start)
        isAfterOperand = true
        return true
    }

    /// `:name`.
    private mutating func symbol() -> Bool {
        let start = sink.index
        guard sink[start + 1].isNameStart, start == 0 || sink.code[start - 1] != UInt8(ascii: ":"),
            !isAfterOperand || (start > 0 && sink.code[start - 1].isSpace)
        else { return false }
        sink.index = sink.afterName(start + 1)
        sink.put(.ss, from: start)
        isAfterOperand = true
        return true
    }
}
