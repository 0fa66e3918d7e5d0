/// Simple commands, with their assignments and redirections: POSIX XCU 2.7 and 2.9.1.
extension ShellParser {
    /// Reads a simple command, or the definition of a function that begins like one.
    mutating func simpleCommand() throws(Stop) {
        let start = scanner.index
        var words = 0
        var role = WordRole.first
        var last = start..<start
        var hasPrefix = false
        while true {
            skipBlanks()
            switch scanner.byte {
            case 0x0A, UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: ")"): break
            case 0 where scanner.isAtEnd: break
            case UInt8(ascii: "&"):
                if try !redirection() { break }
                hasPrefix = hasPrefix || words == 0
                continue
            case UInt8(ascii: "(") where words > 0 && synopsisEnd(scanner.index) != nil:
                let end = synopsisEnd(scanner.index) ?? scanner.count
                elisions += 1
                mark(ShellToken.expansion, end - scanner.index)
                continue
            case UInt8(ascii: "(") where words == 1 && !hasPrefix:
                if try functionDefinition() { return }
                throw unexpectedParenthesis(after: last)
            case UInt8(ascii: "("):
                guard isZsh, words > 0 || hasPrefix else {
                    throw unexpectedParenthesis(after: last)
                }
                try patternGroup()
                continue
            default:
                if words > 0 || hasPrefix, endsElided(start..<last.upperBound, words) { break }
                if try redirection() {
                    hasPrefix = hasPrefix || words == 0
                    continue
                }
                let word = try self.word(role)
                guard !word.range.isEmpty else { throw unexpected(nil) }
                countElision(word)
                last = word.range
                if role == .first, word.isAssignment {
                    hasPrefix = true
                    continue
                }
                words += 1
                if words > 1, notes != nil, isCloser(word.range) {
                    notes?.argument(word.range)
                }
                if words == 1 {
                    notes?.command(word.range)
                    role = takesAssignments(word) ? .assignment : .argument
                }
                continue
            }
            break
        }
        if isFragment, words == 1, last.lowerBound == start,
            opens.last?.closer.utf8CodeUnitCount == 2
        {
            try checkElse(last)
        }
        if isFragment, words > 1, scanner[start] == UInt8(ascii: "["), opensTest(start) {
            try checkTest(start, last)
        }
    }

    /// `...` alone is a command that was left out; what closes a list may follow it on its line.
    private func endsElided(_ range: Range<Int>, _ words: Int) -> Bool {
        guard isFragment || isZsh, let word = ReservedWord.next(in: scanner), word.isCloser else {
            return false
        }
        if isZsh, word == .braceClose, let closer = opens.last?.closer, "\(closer)" == "}" {
            return true
        }
        return isFragment && words == 1 && isEllipsis(range)
    }

    private func isCloser(_ range: Range<Int>) -> Bool {
        ReservedWord(rawValue: text(range))?.isCloser ?? false
    }

    private func isEllipsis(_ range: Range<Int>) -> Bool {
        range.count == 3
            && (scanner.starts(with: "...", at: range.lowerBound)
                || scanner.starts(with: "…", at: range.lowerBound))
    }

    mutating func countElision(_ word: Word) {
        if isFragment, isEllipsis(word.range) { elisions += 1 }
    }

    /// Whether a command takes `name=(…)` as an argument.
    private func takesAssignments(_ word: Word) -> Bool {
        guard word.range.count < 9 else { return false }
        switch scanner.text(word.range) {
        case "declare", "typeset", "local", "export", "readonly", "alias", "eval", "let":
            return true
        case "float", "integer", "private": return isZsh
        default: return false
        }
    }

    /// Reads `()` and the body of a function whose name was read.
    private mutating func functionDefinition() throws(Stop) -> Bool {
        let mark = here
        sign(1)
        skipBlanks()
        guard scanner.byte == UInt8(ascii: ")") else {
            goBack(to: mark)
            guard isZsh else { return false }
            try patternGroup()
            return false
        }
        sign(1)
        try functionBody()
        return true
    }

    /// Refuses `esle` alone in a command: it is legal, and surely meant otherwise.
    private mutating func checkElse(_ range: Range<Int>) throws(Stop) {
        guard range.count == 4, let opened = opens.last, "\(opened.closer)" == "fi" else { return }
        let word = text(range)
        guard word != "else", word.sorted() == ["e", "e", "l", "s"] else { return }
        throw fail(range, "'\(word)' should be 'else'", edit: (range, "else"))
    }

    // MARK: Tests

    /// Whether `[` begins a test, and not the line of a log: `[ -f x`, `[ "$x"`.
    private func opensTest(_ start: Int) -> Bool {
        guard scanner.isShellWordEnd(at: start + 1) else { return false }
        var index = start + 1
        while scanner[index] == 0x20 || scanner[index] == 0x09 { index += 1 }
        switch scanner[index] {
        case UInt8(ascii: "$"), UInt8(ascii: "\""), UInt8(ascii: "!"): return true
        case UInt8(ascii: "-"):
            return scanner[index + 1].isLetter && scanner.isShellWordEnd(at: index + 2)
        default: return false
        }
    }

    /// The last argument of `[` is `]`.
    private mutating func checkTest(_ start: Int, _ last: Range<Int>) throws(Stop) {
        guard scanner.text(last) != "]" else { return }
        let end = last.upperBound
        let isJoined = scanner[end - 1] == UInt8(ascii: "]") && last.count > 1
        throw fail(
            start..<start + 1, "'[' is never closed: its last argument is ']'",
            edit: isJoined ? (end - 1..<end - 1, " ") : (end..<end, " ]"))
    }

    // MARK: Redirections

    /// Reads a redirection, if one begins here.
    mutating func redirection() throws(Stop) -> Bool {
        let start = scanner.index
        var index = start
        while scanner[index].isDigit { index += 1 }
        let isBoth = index == start && scanner[index] == UInt8(ascii: "&")
        if isBoth { index += 1 }
        let first = scanner[index]
        guard first == UInt8(ascii: ">") || first == UInt8(ascii: "<") && !isBoth else {
            return false
        }
        let second = scanner[index + 1]
        if second == UInt8(ascii: "("), index == start { return false }
        if first == UInt8(ascii: "<"), isFragment || isZsh, isPlaceholder(at: index) {
            return false
        }
        if first == UInt8(ascii: "<"), second == UInt8(ascii: "<") {
            let third = scanner[index + 2]
            if third != UInt8(ascii: "<") {
                sign(index + (third == UInt8(ascii: "-") ? 3 : 2) - start)
                try hereDocument(start..<scanner.index, stripsTabs: third == UInt8(ascii: "-"))
                return true
            }
            index += 3
        } else {
            index += 1
            let isTwo =
                second == first || second == UInt8(ascii: "&")
                || second == (first == UInt8(ascii: "<") ? UInt8(ascii: ">") : UInt8(ascii: "|"))
            if isTwo { index += 1 }
        }
        if isZsh, scanner[index] == UInt8(ascii: "!") || scanner[index] == UInt8(ascii: "|") {
            index += 1
        }
        sign(index - start)
        skipBlanks()
        guard try isWord(.argument) else {
            throw unexpected("a file after '\(text(start..<index))'")
        }
        return true
    }

    // MARK: Here-documents

    /// Reads the delimiter of a here-document; its text comes after the line.
    private mutating func hereDocument(_ range: Range<Int>, stripsTabs: Bool) throws(Stop) {
        skipBlanks()
        let start = scanner.index
        var delimiter: [UInt8] = []
        var isQuoted = false
        while !scanner.isShellWordEnd(at: scanner.index) {
            let byte = scanner.byte
            scanner.index += 1
            switch byte {
            case UInt8(ascii: "\\"):
                isQuoted = true
                if !scanner.isAtEnd {
                    delimiter.append(scanner.byte)
                    scanner.index += 1
                }
            case UInt8(ascii: "'"), UInt8(ascii: "\""):
                isQuoted = true
                let quote = scanner.index - 1
                while scanner.byte != byte {
                    guard !scanner.isAtEnd else {
                        throw fail(quote..<quote + 1, "the quote is never closed")
                    }
                    delimiter.append(scanner.byte)
                    scanner.index += 1
                }
                scanner.index += 1
            default: delimiter.append(byte)
            }
        }
        guard start < scanner.index else {
            throw unexpected("a delimiter after '\(text(range))'")
        }
        mark(ShellToken.word, from: start)
        documents.append(
            HereDocument(
                range: range.lowerBound..<scanner.index, delimiter: delimiter,
                stripsTabs: stripsTabs, isQuoted: isQuoted))
    }

    /// Moves past the texts of the here-documents of the line that has ended.
    mutating func skipDocuments() throws(Stop) {
        let documents = documents
        self.documents = []
        for document in documents {
            let start = scanner.index
            if !skip(document), unclosedDocument == nil {
                unclosedDocument = fault(of: document, from: start)
            }
            notes?.document(start..<scanner.index)
            mark(ShellToken.string, from: start)
        }
    }

    private mutating func skip(_ document: HereDocument) -> Bool {
        var isContinued = false
        while !scanner.isAtEnd {
            var start = scanner.index
            scanner.skipLine()
            var end = scanner.index
            if !scanner.isAtEnd { scanner.index += 1 }
            if document.stripsTabs {
                while scanner[start] == 0x09, start < end { start += 1 }
            }
            if end > start, scanner[end - 1] == 0x0D { end -= 1 }
            if !isContinued, end - start == document.delimiter.count,
                scanner.code[start..<end].elementsEqual(document.delimiter)
            {
                return true
            }
            if !isContinued, endsSubstitution(start..<end, document) { return true }
            isContinued =
                !document.isQuoted && !isContinued && end > start
                && scanner[end - 1] == UInt8(ascii: "\\") && scanner[end - 2] != UInt8(ascii: "\\")
        }
        return false
    }

    /// Whether a line is the delimiter with the `)` of a `$(…)` around the here-document after it.
    private mutating func endsSubstitution(_ line: Range<Int>, _ document: HereDocument) -> Bool {
        let end = line.lowerBound + document.delimiter.count
        guard scanner[end] == UInt8(ascii: ")"), end < line.upperBound,
            scanner.code[line.lowerBound..<end].elementsEqual(document.delimiter),
            opens.contains(where: { scanner[$0.range.upperBound - 1] == UInt8(ascii: "(") })
        else { return false }
        scanner.index = end
        return true
    }
}
