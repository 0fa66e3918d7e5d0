/// Strings, regular expressions and here-documents.
extension RubyReader {
    mutating func openQuote(_ length: Int, _ terminator: UInt8, mayBeLabel: Bool) {
        openQuote(
            length, terminator, interpolates: terminator != UInt8(ascii: "'"),
            isExpression: false, mayBeLabel: mayBeLabel)
    }

    mutating func openQuote(
        _ length: Int, _ terminator: UInt8, opener: UInt8 = 0, interpolates: Bool,
        isExpression: Bool, mayBeLabel: Bool
    ) {
        let start = scanner.index
        scanner.index += length
        let quote = Quote(
            terminator: terminator, opener: opener, interpolates: interpolates,
            isExpression: isExpression, mayBeLabel: mayBeLabel)
        open(.quote(quote), start..<start + length)
    }

    /// Reads the innermost literal up to its end, or to code in it.
    mutating func readQuote(_ quote: Quote) throws(CodeFault) {
        var quote = quote
        let last = stack.count - 1
        while true {
            guard !scanner.isAtEnd else { throw fault(ofUnclosed: stack[last]) }
            let byte = scanner.byte
            if byte == UInt8(ascii: "\\") {
                scanner.index = min(scanner.count, scanner.index + 2)
            } else if byte == UInt8(ascii: "#"), quote.interpolates,
                scanner.ahead(1) == UInt8(ascii: "{")
            {
                stack[last].kind = .quote(quote)
                return openInterpolation()
            } else if byte == 0x0A {
                scanner.index += 1
                if !documents.isEmpty {
                    stack[last].kind = .quote(quote)
                    return readDocuments()
                }
            } else if byte == quote.terminator {
                scanner.index += 1
                guard quote.depth > 0 else { return closeQuote(quote) }
                quote.depth -= 1
            } else {
                if byte == quote.opener, byte != 0 { quote.depth += 1 }
                scanner.index += 1
            }
        }
    }

    private mutating func openInterpolation() {
        let start = scanner.index
        scanner.index += 2
        open(.interpolation, start..<start + 2)
    }

    private mutating func closeQuote(_ quote: Quote) {
        if let opener = stack.last { notes.quote(opener, end: scanner.index, in: scanner) }
        pop()
        if quote.isExpression {
            while scanner.byte.isLetter { scanner.index += 1 }
        }
        if quote.mayBeLabel, scanner.byte == UInt8(ascii: ":"),
            scanner.ahead(1) != UInt8(ascii: ":")
        {
            scanner.index += 1
            state = .begin
        }
    }

    // MARK: Here-documents

    /// Reads `<<~WORD`, if that is next.
    mutating func openDocument() -> Bool {
        let start = scanner.index
        var index = start + 2
        let sign = scanner[index]
        let stripsBlanks = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "~")
        if stripsBlanks { index += 1 }
        let quote = scanner[index]
        let delimiter: Range<Int>
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") || quote == UInt8(ascii: "`") {
            var end = index + 1
            while scanner[end] != quote {
                guard end < scanner.count, scanner[end] != 0x0A else { return false }
                end += 1
            }
            delimiter = index + 1..<end
            index = end + 1
        } else {
            let wordStart = index
            while scanner[index].isWordPart || scanner[index] >= 0x80 { index += 1 }
            guard index > wordStart, !scanner[wordStart].isDigit else { return false }
            delimiter = wordStart..<index
        }
        let document = HereDocument(
            range: start..<index, delimiter: Array(scanner.code[delimiter]),
            stripsBlanks: stripsBlanks, interpolates: quote != UInt8(ascii: "'"))
        let isSmall = document.delimiter.contains { $0.isLetter && !$0.isUpper }
        if state == .argument, !stripsBlanks, isSmall, !hasEnd(document) { return false }
        documents.append(document)
        scanner.index = index
        state = .end
        return true
    }

    /// Whether a line ends a here-document; `a <<b` may be a shift.
    private mutating func hasEnd(_ document: HereDocument) -> Bool {
        guard searches > 0 else { return true }
        searches -= 1
        var lineStart = scanner.lineEnd(scanner.index) + 1
        while lineStart < scanner.count {
            let end = scanner.lineEnd(lineStart)
            if isEnd(lineStart..<end, of: document) { return true }
            lineStart = end + 1
        }
        return false
    }

    private func isEnd(_ line: Range<Int>, of document: HereDocument) -> Bool {
        var text = scanner.code[line]
        if text.last == 0x0D { text.removeLast() }
        if document.stripsBlanks { text = text.drop { $0.isBlank } }
        return text.elementsEqual(document.delimiter)
    }

    /// Reads a here-document up to its end, or to code in it.
    mutating func readDocument(_ document: HereDocument) throws(CodeFault) {
        while !scanner.isAtEnd {
            let end = scanner.lineEnd(scanner.index)
            if isLineStart, isEnd(scanner.index..<end, of: document) {
                scanner.index = min(scanner.count, end + 1)
                let before = stack.last?.stateBefore ?? .begin
                pop()
                state = before
                return
            }
            if document.interpolates {
                while scanner.index < end {
                    if scanner.byte == UInt8(ascii: "\\"), scanner.ahead(1) != 0x0A {
                        scanner.index += 2
                    } else if scanner.byte == UInt8(ascii: "#"),
                        scanner.ahead(1) == UInt8(ascii: "{")
                    {
                        return openInterpolation()
                    } else {
                        scanner.index += 1
                    }
                }
            }
            scanner.index = min(scanner.count, end + 1)
        }
        throw fault(ofUnclosed: document)
    }
}
