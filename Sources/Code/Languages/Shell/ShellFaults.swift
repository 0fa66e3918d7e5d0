/// What is wrong, in words.
extension ShellParser {
    mutating func fail(
        _ range: Range<Int>, _ message: String, opened: Range<Int>? = nil,
        edit: (range: Range<Int>, replacement: String)? = nil
    ) -> Stop {
        fault = CodeFault(
            range: range, message: message, opened: opened,
            edit: edit.map { CodeFault.Edit(range: $0.range, replacement: $0.replacement) })
        return .fault
    }

    /// Takes a reserved word that must come next: the closer of the innermost open thing, unless it
    /// needs another one `then`.
    mutating func expect(_ word: ReservedWord, then next: StaticString? = nil) throws(Stop) {
        skipBlanks()
        guard ReservedWord.next(in: scanner) == word else { throw unexpected(nil) }
        let length = word.rawValue.utf8.count
        if let next {
            mark(ShellToken.reservedWord, length)
            need(next)
        } else {
            close(ShellToken.reservedWord, length)
        }
    }

    /// Takes the bracket that closes the innermost open thing.
    mutating func expect(_ bracket: StaticString) throws(Stop) {
        skipBlanks()
        guard scanner.starts(with: bracket) else { throw unexpected(nil) }
        close(ShellToken.sign, bracket.utf8CodeUnitCount)
    }

    /// The fault of what is here.
    ///
    /// - Parameter wanted: what is expected; nil: what the innermost open thing needs.
    mutating func unexpected(_ wanted: String?) -> Stop {
        skipBlanks()
        if scanner.isAtEnd {
            if !opens.isEmpty { return unclosed() }
            if isFragment { return .cutOff }
        }
        let range = foundRange
        let found = found(range)
        let opened = opens.last
        if let wanted {
            return fail(range, "expected \(wanted), found \(found)", opened: opened?.range)
        }
        if let opened {
            return fail(
                range,
                "expected '\(opened.closer)' \(purpose(opened)), found \(found)",
                opened: opened.range)
        }
        if let message = stray(text(range)) { return fail(range, message) }
        return fail(range, "expected a command, found \(found)")
    }

    /// What the closer of an open thing is for.
    func purpose(_ opened: Opened) -> String {
        let isPart = ["then", "do", "in"].contains("\(opened.closer)")
        let opener = isPart ? opened.part : opened.range
        return (isPart ? "for" : "to close")
            + " '\(text(opener))' of line \(line(of: opener.lowerBound))"
    }

    /// What is said of a closer that closes nothing.
    private func stray(_ text: String) -> String? {
        switch text {
        case "fi", "then", "else", "elif": "'\(text)' has no 'if'"
        case "done", "do": "'\(text)' has no 'for' or 'while'"
        case "esac": "'esac' has no 'case'"
        case "in": "'in' stands only in 'for' and 'case'"
        case ";;", ";&", ";;&": "'\(text)' stands only in 'case'"
        case ")", "}": "'\(text)' closes nothing"
        default: nil
        }
    }

    mutating func unexpectedParenthesis(after word: Range<Int>) -> Stop {
        let range = scanner.index..<scanner.index + 1
        if !word.isEmpty, scanner[word.upperBound - 1] == UInt8(ascii: "="),
            word.upperBound < scanner.index
        {
            return fail(
                range, "an array begins right after '=', without a blank",
                edit: (word.upperBound..<scanner.index, ""))
        }
        return fail(range, "unexpected '(': in a word it is quoted or follows a backslash")
    }

    /// The fault of the innermost open thing at the end of the code.
    mutating func unclosed() -> Stop {
        guard let opened = opens.last else { return fail(foundRange, "unexpected end") }
        return fail(opened.range, message(ofUnclosed: opened))
    }

    func message(ofUnclosed opened: Opened) -> String {
        let opener = text(opened.range)
        let part = text(opened.part)
        switch "\(opened.closer)" {
        case "\"": return "the double quote is never closed"
        case "'": return "the single quote is never closed"
        case "`": return "the backquote is never closed"
        case "then", "do", "in": return "'\(part)' has no '\(opened.closer)'"
        case "fi", "done", "esac", "end": return "'\(opener)' is never closed by '\(opened.closer)'"
        default: return "'\(opener)' is never closed"
        }
    }

    /// The fault of a here-document without its last line; a line that differs from it only by blanks
    /// is the edit.
    func fault(of document: HereDocument, from start: Int) -> CodeFault {
        let delimiter = String(decoding: document.delimiter, as: UTF8.self)
        var fault = CodeFault(
            range: document.range,
            message: "the here-document is never closed: no line is just '\(delimiter)'")
        var lineStart = start
        while lineStart < scanner.count {
            let end = scanner.code[lineStart...].firstIndex(of: 0x0A) ?? scanner.count
            let text = scanner.code[lineStart..<end]
            if let first = text.firstIndex(where: { !$0.isBlank }),
                let last = text.lastIndex(where: { !$0.isBlank }),
                text[first...last].elementsEqual(document.delimiter)
            {
                fault.opened = document.range
                fault.edit = CodeFault.Edit(range: lineStart..<end, replacement: delimiter)
                fault = CodeFault(
                    range: lineStart..<end,
                    message: "the line that ends a here-document has no blanks around "
                        + "'\(delimiter)'", opened: document.range, edit: fault.edit)
                return fault
            }
            lineStart = end + 1
        }
        return fault
    }

    // MARK: Texts

    func text(_ range: Range<Int>) -> String { scanner.text(range) }

    func line(of index: Int) -> Int { scanner.code[..<index].count { $0 == 0x0A } + 1 }

    /// The token that is here; empty at the end of the code, after the last text.
    private var foundRange: Range<Int> {
        let start = scanner.index
        if scanner.isAtEnd || scanner.byte == 0x0A { return start..<start }
        var end = start
        let first = scanner.byte
        if scanner.isShellWordEnd(at: start) {
            while scanner[end] == first, end < scanner.count, end - start < 3 { end += 1 }
            if first == UInt8(ascii: "("), end > start { end = start + 1 }
            if first == UInt8(ascii: ")"), end > start { end = start + 1 }
            if first == UInt8(ascii: ";"), scanner[end] == UInt8(ascii: "&") { end += 1 }
        } else {
            while !scanner.isShellWordEnd(at: end) { end += 1 }
        }
        return start..<end
    }

    private func found(_ range: Range<Int>) -> String {
        if range.lowerBound >= scanner.count { return "the end of the code" }
        if range.isEmpty { return "the end of the line" }
        var end = min(range.upperBound, range.lowerBound + 30)
        while end < range.upperBound, scanner[end] & 0xC0 == 0x80 { end += 1 }
        return "'" + text(range.lowerBound..<end) + "'"
    }
}
