import Text

/// What the search for the cause of a fault looks at.
struct RubyNotes {
    /// The first thing that lines after it show to be never closed, as they are indented.
    var unclosed: RubyReader.Opener?
    /// The first `end` that is indented further than what it closes.
    var misplacedEnd: Range<Int>?
    /// The first quote that goes over a line end, and ends before a letter.
    var openQuote: RubyReader.Opener?

    mutating func quote(_ opener: RubyReader.Opener, end: Int, in scanner: Scanner) {
        guard openQuote == nil, scanner[end].isWordPart,
            scanner.code[opener.range.upperBound..<end].contains(0x0A)
        else { return }
        openQuote = opener
    }

    mutating func end(
        _ range: Range<Int>, of opener: RubyReader.Opener,
        outer: ArraySlice<RubyReader.Opener>, in scanner: Scanner
    ) {
        guard scanner.isFirstOfLine(range.lowerBound) else { return }
        let column = scanner.column(ofLineAt: range.lowerBound)
        let own = opener.range.lowerBound - scanner.lineStart(opener.range.lowerBound)
        guard column != opener.column, column != own, opener.isIndented != false else { return }
        if column < opener.column {
            if unclosed == nil, outer.contains(where: { $0.column == column }) { unclosed = opener }
        } else if misplacedEnd == nil {
            misplacedEnd = range
        }
    }

    mutating func part(
        _ range: Range<Int>, of opener: RubyReader.Opener, in scanner: Scanner
    ) {
        guard unclosed == nil, opener.isIndented == true, scanner.isFirstOfLine(range.lowerBound),
            scanner.column(ofLineAt: range.lowerBound) < opener.column
        else { return }
        unclosed = opener
    }
}

extension RubyReader {
    /// The reading, with the quote as the cause of a fault that one at a line's end mends.
    func readingWithCause() -> CodeReading {
        var reader = self
        let reading = reader.reading()
        guard case .refused(let fault) = reading else { return reading }
        var opener = reader.notes.openQuote
        if opener == nil, let last = reader.stack.last, case .quote = last.kind { opener = last }
        guard let opener, let edit = quoteEdit(opener) else { return reading }
        return .refused(
            CodeFault(
                range: opener.range, message: message(ofUnclosed: opener), opened: opener.range,
                edit: edit, kind: fault.kind))
    }

    /// What a reading of edited code finds; nil: it is refused.
    private func acceptance(of code: [UInt8]) -> CodeReading.Acceptance? {
        var reader = RubyReader(code, isFragment: isFragment)
        reader.triesEdits = false
        guard case .accepted(let acceptance) = reader.reading() else { return nil }
        return acceptance
    }

    /// A quote in the line of an opener after which the code is accepted.
    private func quoteEdit(_ opener: Opener) -> CodeFault.Edit? {
        guard case .quote(let quote) = opener.kind else { return nil }
        let start = opener.range.upperBound
        var end = scanner.lineEnd(start)
        while end > start, scanner[end - 1].isBlank { end -= 1 }
        var places = [end]
        for index in stride(from: end - 1, to: start, by: -1) where places.count < 7 {
            if " ),]}:".utf8.contains(scanner[index]), !scanner[index - 1].isBlank {
                places.append(index)
            }
        }
        let sign = String(UnicodeScalar(quote.terminator))
        for place in places.dropFirst() + places.prefix(1) {
            var code = scanner.code
            code.insert(quote.terminator, at: place)
            if let acceptance = acceptance(of: code), !acceptance.isCutOff {
                return .init(range: place..<place, replacement: sign)
            }
        }
        return nil
    }

    /// Looks at how the line is indented that a token begins.
    mutating func noteLine() {
        let index = scanner.index
        guard let last = stack.indices.last, scanner.isFirstOfLine(index) else { return }
        let column = column(at: index)
        if stack[last].isIndented == nil {
            if index > scanner.lineEnd(stack[last].range.lowerBound) {
                stack[last].isIndented = column > stack[last].column
                stack[last].firstLine = index
            }
            // What follows a bracket on lines of its own is indented, or the bracket lacks its closer.
            guard case .bracket = stack[last].kind, stack[last].isIndented == false else { return }
            stack[last].isIndented = true
        }
        guard notes.unclosed == nil, stack[last].isIndented == true, column <= stack[last].column,
            state == .begin, !isClosing(index)
        else { return }
        notes.unclosed = stack[last]
    }

    /// Whether a line begins with what closes or parts something.
    private func isClosing(_ index: Int) -> Bool {
        switch scanner[index] {
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "."),
            UInt8(ascii: "|"), UInt8(ascii: "&"):
            return true
        default: break
        }
        var end = index
        while scanner[end].isLetter { end += 1 }
        guard end - index < 7 else { return false }
        switch RubyWord.byName[scanner.text(index..<end)] {
        case .end, .else, .elsif, .when, .in, .rescue, .ensure, .then, .and, .or, .do: return true
        default: return false
        }
    }

    // MARK: What is not closed

    func line(of index: Int) -> Int { scanner.code[..<index].count { $0 == 0x0A } + 1 }

    private func message(ofUnclosed opener: Opener) -> String {
        let text = scanner.text(opener.range)
        return switch opener.kind {
        case .word: "'\(text)' is never closed by 'end'"
        case .quote(let quote):
            switch quote.isExpression {
            case true: "the regular expression is never closed"
            case false where text == "\"": "the double quote is never closed"
            case false where text == "'": "the single quote is never closed"
            default: "'\(text)' is never closed"
            }
        default: "'\(text)' is never closed"
        }
    }

    func fault(ofUnclosed opener: Opener) -> CodeFault {
        let kind: CodeFault.Kind = if case .quote = opener.kind { .token } else { .unclosed }
        return CodeFault(
            range: opener.range, message: message(ofUnclosed: opener), opened: opener.range,
            kind: kind)
    }

    func fault(ofUnclosed document: HereDocument) -> CodeFault {
        let delimiter = String(decoding: document.delimiter, as: UTF8.self)
        var lineStart = scanner.lineEnd(document.range.upperBound) + 1
        while lineStart < scanner.count {
            let end = scanner.lineEnd(lineStart)
            let text = scanner.code[lineStart..<end]
            if let first = text.firstIndex(where: { !$0.isBlank }),
                let last = text.lastIndex(where: { !$0.isBlank }),
                text[first...last].elementsEqual(document.delimiter)
            {
                return CodeFault(
                    range: lineStart..<end,
                    message: "the line that ends a here-document has no blanks around "
                        + "'\(delimiter)'", opened: document.range,
                    edit: .init(range: lineStart..<end, replacement: delimiter))
            }
            lineStart = end + 1
        }
        return CodeFault(
            range: document.range,
            message: "the here-document is never closed: no line is just '\(delimiter)'",
            opened: document.range, kind: .token)
    }

    /// The fault of code that ends in what is open; nil where it may be cut off.
    func unclosed() -> CodeFault? {
        guard let opener = notes.unclosed else { return nil }
        return fault(ofUnclosed: opener)
    }

    // MARK: What closes the wrong thing

    /// The fault of a closer that does not fit the innermost opener.
    func mismatch(_ range: Range<Int>, _ fits: (Opener.Kind) -> Bool) -> CodeFault {
        guard let last = stack.last else { return stray(range) }
        var index = stack.count - 2
        while index >= 0 {
            if fits(stack[index].kind) { break }
            switch stack[index].kind {
            case .quote, .document, .interpolation: index = -1
            default: index -= 1
            }
        }
        guard index >= 0 else { return stray(range) }
        let inside = stack[(index + 1)...]
        let culprit =
            inside.first { $0.range == notes.unclosed?.range } ?? last
        var fault = fault(ofUnclosed: culprit)
        if case .bracket(let closer) = culprit.kind,
            line(of: culprit.range.lowerBound)
                == line(of: range.lowerBound)
        {
            fault.edit = .init(
                range: range.lowerBound..<range.lowerBound,
                replacement: String(UnicodeScalar(closer)))
        }
        return fault
    }

    /// The fault of a closer that closes nothing.
    func stray(_ range: Range<Int>) -> CodeFault {
        let text = scanner.text(range)
        if let word = RubyWord(rawValue: text) {
            return word == .end ? superfluousEnd(range) : strayPart(word, range)
        }
        return CodeFault(
            range: range, message: "'\(text)' closes nothing",
            edit: .init(range: range, replacement: ""))
    }

    func superfluousEnd(_ range: Range<Int>) -> CodeFault {
        let end = notes.misplacedEnd ?? range
        if let fault = missingOpener(of: end, in: RubyWord.openers) { return fault }
        return CodeFault(range: end, message: "'end' closes nothing")
    }

    func strayPart(_ word: RubyWord, _ range: Range<Int>) -> CodeFault {
        let openers = RubyWord.openers.filter { $0.parts.contains(word) }
        if let fault = missingOpener(of: range, in: openers) { return fault }
        return CodeFault(
            range: range, message: "'\(word.rawValue)' has no \(word.wanted)")
    }

    /// The line above that is indented as a closer is, if its first word is nearly an opener, or it
    /// ends in the parameters of a block.
    private func missingOpener(of closer: Range<Int>, in openers: [RubyWord]) -> CodeFault? {
        guard scanner.isFirstOfLine(closer.lowerBound) else { return nil }
        let column = scanner.column(ofLineAt: closer.lowerBound)
        var line = scanner.lineStart(closer.lowerBound)
        for _ in 0..<2000 where line > 0 {
            line = scanner.lineStart(line - 1)
            var start = line
            while scanner[start].isBlank { start += 1 }
            let end = scanner.lineEnd(line)
            guard start < end, scanner.column(ofLineAt: line) <= column,
                scanner[start] != UInt8(ascii: "#")
            else { continue }
            guard scanner.column(ofLineAt: line) == column else { return nil }
            return fault(ofOpener: start..<end, of: closer, in: openers)
        }
        return nil
    }

    private func fault(
        ofOpener text: Range<Int>, of closer: Range<Int>, in openers: [RubyWord]
    ) -> CodeFault? {
        var end = text.lowerBound
        while scanner[end].isWordPart { end += 1 }
        let word = scanner.text(text.lowerBound..<end)
        let number = line(of: closer.lowerBound)
        let limit = word.utf8.count < 5 ? 1 : 2
        if word.utf8.count > 1, RubyWord(rawValue: word) == nil,
            scanner[end].isBlank
                || end
                    == text.upperBound,
            let near = nearestName(to: word, in: openers.map(\.rawValue), within: limit)
        {
            let range = text.lowerBound..<end
            return CodeFault(
                range: range,
                message: "expected '\(near)', found '\(word)': '\(scanner.text(closer))' of line "
                    + "\(number) has no opener", edit: .init(range: range, replacement: near))
        }
        var last = text.upperBound
        while last > end, scanner[last - 1].isBlank { last -= 1 }
        if scanner[last - 1] != UInt8(ascii: "|") {
            return missingDo(last, of: closer)
        }
        guard last - 1 > text.lowerBound,
            let first = scanner.code[text.lowerBound..<last - 1].lastIndex(of: UInt8(ascii: "|")),
            !scanner.code[text.lowerBound..<first].suffix(3).elementsEqual("do ".utf8)
        else { return nil }
        return CodeFault(
            range: first..<last,
            message: "expected 'do' before the parameters of the block that 'end' of line "
                + "\(number) closes", edit: .init(range: first..<first, replacement: "do "))
    }

    /// The fault of a line that lacks `do` at its end, if the code is accepted with it.
    private func missingDo(_ end: Int, of closer: Range<Int>) -> CodeFault? {
        guard triesEdits, scanner.code.count < Self.largestTried, isBefore(end, deeperThan: closer)
        else {
            return nil
        }
        var code = scanner.code
        code.insert(contentsOf: " do".utf8, at: end)
        guard acceptance(of: code) != nil else { return nil }
        return CodeFault(
            range: end..<end,
            message: "expected 'do', which the '\(scanner.text(closer))' of line "
                + "\(line(of: closer.lowerBound)) closes",
            edit: .init(range: end..<end, replacement: " do"))
    }

    /// Whether the line after an index is indented further than a closer.
    private func isBefore(_ end: Int, deeperThan closer: Range<Int>) -> Bool {
        var next = end
        while scanner[next].isBlank || scanner[next] == 0x0A { next += 1 }
        return scanner.column(ofLineAt: next) > scanner.column(ofLineAt: closer.lowerBound)
    }

    /// Larger code is not read again to find the cause of its fault.
    private static let largestTried = 200_000

    // MARK: Words that are nearly right

    /// Refuses `elseif` and `edn`: names at the column of an opener that are nearly words that part or
    /// close it.
    func checkPart(_ range: Range<Int>) throws(CodeFault) {
        guard let opener = stack.last, range.count > 1, range.count < 9,
            opener.isIndented == true || opener.firstLine == range.lowerBound,
            case .word(let word) = opener.kind,
            scanner.isFirstOfLine(range.lowerBound),
            scanner.column(ofLineAt: range.lowerBound) == opener.column
        else { return }
        let name = scanner.text(range)
        let isAlone = range.upperBound >= scanner.lineEnd(range.lowerBound)
        var words = word.parts.map(\.rawValue).filter { $0.utf8.count > 3 }.sorted()
        if isAlone { words.append("end") }
        guard name != "send",
            let near = word == .if && (name == "elseif" || name == "elif")
                ? "elsif" : nearestName(to: name, in: words, within: 1)
        else { return }
        throw CodeFault(
            range: range, message: "expected '\(near)', found '\(name)'", opened: opener.range,
            edit: .init(range: range, replacement: near))
    }
}
