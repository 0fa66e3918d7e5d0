import Text

/// Looks for the cause of a fault, often far before the place where parsing stops: a missing quote
/// swaps text and code from there on.
///
/// Reports a cause only if the code without it is accepted; each try reads the code again, within
/// ``mostBytes``.
struct ShellCause {
    private let unread: ShellParser
    /// After reading, with notes.
    private let parser: ShellParser
    private let notes: ShellNotes
    private let fault: CodeFault
    private var budget: Int

    private static let mostBytes = 6_000_000
    /// Code larger than this is not searched.
    private static let largest = 256_000

    init(_ unread: ShellParser, _ fault: CodeFault) {
        self.unread = unread
        self.fault = fault
        var parser = unread
        parser.notes = ShellNotes()
        _ = parser.run()
        parser.scanner.count = parser.scanner.code.count
        self.parser = parser
        notes = parser.notes ?? ShellNotes()
        budget = Self.mostBytes
    }

    mutating func cause() -> CodeFault {
        if fault.edit != nil || scanner.code.count > Self.largest { return fault }
        return misspeltWord() ?? missingSeparator() ?? missingPart() ?? missingTerminator()
            ?? openSpan() ?? missingCloser() ?? otherSpan() ?? suspiciousSpan()
            ?? needlessSign() ?? fault
    }

    private var scanner: Scanner { parser.scanner }

    private mutating func accepts(_ range: Range<Int>, _ replacement: String) -> Bool {
        budget -= scanner.code.count + 200
        guard budget > 0 else { return false }
        var code = scanner.code
        code.replaceSubrange(range, with: replacement.utf8)
        var parser = ShellParser(code, isZsh: unread.isZsh, isFragment: unread.isFragment)
        if case .accepted = parser.run() { return true }
        return false
    }

    private func fault(
        _ range: Range<Int>, _ message: String, opened: Range<Int>? = nil,
        _ edit: (range: Range<Int>, replacement: String)?
    ) -> CodeFault {
        CodeFault(
            range: range, message: message, opened: opened,
            edit: edit.map { CodeFault.Edit(range: $0.range, replacement: $0.replacement) })
    }

    // MARK: Words

    /// `doen` for `done`, `if[` for `if [`.
    private mutating func misspeltWord() -> CodeFault? {
        let words = ReservedWord.allCases.filter { unread.isZsh || !$0.isOfZsh }.map(\.rawValue)
        var tries = 0
        for range in notes.commands.reversed() where tries < 40 {
            let text = scanner.text(range)
            if let bracket = text.firstIndex(of: "["),
                ["if", "while", "until", "elif", "!"].contains(text[..<bracket])
            {
                let word = text[..<bracket]
                let place = range.lowerBound + word.utf8.count
                tries += 1
                if accepts(place..<place, " ") {
                    return fault(
                        range.lowerBound..<place + 1,
                        "a blank is missing between '\(word)' and '['", (place..<place, " "))
                }
            }
            for word in words where isNear(text, word) {
                tries += 1
                if accepts(range, word) {
                    return fault(range, "'\(text)' should be '\(word)'", (range, word))
                }
            }
        }
        return nil
    }

    /// Whether a word is a reserved one with a letter more, less or other, or with two swapped.
    private func isNear(_ text: String, _ word: String) -> Bool {
        guard word.utf8.count > 1, text != word, abs(text.utf8.count - word.utf8.count) < 2 else {
            return false
        }
        return nearestName(to: text, in: [word], within: 1) != nil
    }

    /// `if a then`: a `;` is missing before `then`.
    private mutating func missingSeparator() -> CodeFault? {
        for range in notes.arguments.reversed().prefix(30) {
            let end = endOfText(before: range.lowerBound)
            if accepts(end..<end, ";") {
                let text = scanner.text(range)
                return fault(
                    range, "expected ';' or a line end before '\(text)', which is an argument here",
                    (end..<end, ";"))
            }
        }
        return nil
    }

    /// `then` or `do` that is missing before the second command of a condition.
    private mutating func missingPart() -> CodeFault? {
        guard let opened = parser.opens.last else { return nil }
        let word = "\(opened.closer)"
        guard word == "then" || word == "do" else { return nil }
        let depth = parser.opens.count
        guard
            let start = notes.starts.first(where: {
                $0.depth == depth && $0.index > opened.part.lowerBound
            })
        else { return nil }
        var wordEnd = start.index
        while !scanner.isShellWordEnd(at: wordEnd) { wordEnd += 1 }
        let end = endOfText(before: start.index)
        let insertion = scanner[end - 1] == UInt8(ascii: ";") ? " \(word)" : "; \(word)"
        let range = start.index..<max(wordEnd, start.index + 1)
        return fault(
            range, "expected '\(word)' \(parser.purpose(opened)), found '\(scanner.text(range))'",
            opened: opened.part, accepts(end..<end, insertion) ? (end..<end, insertion) : nil)
    }

    /// `;;` that is missing before the next pattern of `case`.
    private mutating func missingTerminator() -> CodeFault? {
        guard let opened = parser.opens.last, "\(opened.closer)" == "esac",
            scanner[fault.range.lowerBound] == UInt8(ascii: ")")
        else { return nil }
        let end = endOfText(before: scanner.lineStart(fault.range.lowerBound))
        guard accepts(end..<end, " ;;") else { return nil }
        return fault(
            end..<end, "expected ';;' before the next pattern", opened: opened.range,
            (end..<end, " ;;"))
    }

    /// Where the text before an index ends, without blanks and line ends.
    private func endOfText(before index: Int) -> Int {
        var end = index
        while end > 0, scanner[end - 1].isBlank || scanner[end - 1] == 0x0A { end -= 1 }
        return end
    }

    /// The refused token, if the code is accepted without it.
    private mutating func needlessSign() -> CodeFault? {
        guard !fault.range.isEmpty, fault.range.count < 5, accepts(fault.range, "") else {
            return nil
        }
        return fault(fault.range, fault.message, opened: fault.opened, (fault.range, ""))
    }

    // MARK: Quotes and brackets in words

    /// A quote or a bracket that should be closed in its line: one that looks so, or is open still.
    private mutating func openSpan() -> CodeFault? {
        let unclosed = parser.opens.reversed().map {
            ShellNotes.Span(opener: $0.range, closer: $0.closer, end: scanner.code.count)
        }
        return fault(ofFirst: spans.filter(isSuspicious) + unclosed)
    }

    /// A quote or a bracket that should be closed in its line, though it looks as if not.
    private mutating func otherSpan() -> CodeFault? {
        fault(ofFirst: spans.filter { !isSuspicious($0) })
    }

    private var spans: [ShellNotes.Span] {
        notes.spans.sorted { $0.opener.lowerBound < $1.opener.lowerBound }
    }

    private mutating func fault(ofFirst spans: [ShellNotes.Span]) -> CodeFault? {
        for span in spans.prefix(24) where isInWord(span) {
            if let edit = editInLine(of: span) {
                return fault(span.opener, message(of: span), opened: span.opener, edit)
            }
        }
        return nil
    }

    /// The quote at which text and code most likely are turned around, where no single edit mends it.
    private func suspiciousSpan() -> CodeFault? {
        spans.first { isSuspicious($0) && isInWord($0) }.map {
            fault($0.opener, message(of: $0), opened: $0.opener, nil)
        }
    }

    private func message(of span: ShellNotes.Span) -> String {
        if isApostrophe(span) {
            return "the apostrophe begins a quoted text, which is not closed in its line"
        }
        return parser.message(ofUnclosed: .init(span.opener, closer: span.closer))
    }

    /// Whether a single quote is between two letters.
    private func isApostrophe(_ span: ShellNotes.Span) -> Bool {
        let start = span.opener.lowerBound
        return scanner[start] == UInt8(ascii: "'") && scanner[start - 1].isLetter
            && scanner[start + 1].isLetter
    }

    /// Whether it is a quote or a bracket of a word, and not a compound command.
    private func isInWord(_ span: ShellNotes.Span) -> Bool {
        switch "\(span.closer)" {
        case "\"", "'", "`", "))", "]": true
        case ")", "}": scanner[span.opener.lowerBound] == UInt8(ascii: "$")
        default: false
        }
    }

    /// Whether what closes a quote looks like an opener: `echo "` and then a word.
    private func isSuspicious(_ span: ShellNotes.Span) -> Bool {
        switch "\(span.closer)" {
        case "\"", "'", "`": break
        default: return false
        }
        let before = scanner[span.end - 1]
        let after = scanner[span.end + 1]
        let opens =
            (before.isBlank || before == 0x0A || before == UInt8(ascii: "=")
                || before == UInt8(ascii: "("))
            && !scanner.isShellWordEnd(at: span.end + 1)
        let start = span.opener.lowerBound
        let closes =
            scanner.isShellWordEnd(at: span.opener.upperBound) && start > 0
            && (scanner[start - 1].isWordPart || scanner[start - 1] == UInt8(ascii: "}"))
        return opens && after != scanner[span.end] || closes || isApostrophe(span)
    }

    /// An edit in the line of an opener that closes it there, or takes it away.
    private mutating func editInLine(
        of span: ShellNotes.Span
    ) -> (range: Range<Int>, replacement: String)? {
        let closer = "\(span.closer)"
        let before = span.opener.lowerBound
        if isApostrophe(span), accepts(before..<before, "\\") { return (before..<before, "\\") }
        let start = span.opener.upperBound
        var end = scanner.lineEnd(start)
        while end > start, scanner[end - 1].isBlank { end -= 1 }
        var places: [Int] = []
        for index in stride(from: end, through: start, by: -1) where places.count < 8 {
            if index == end || index > start && isPlaceOfCloser(index) { places.append(index) }
        }
        for place in places where accepts(place..<place, closer) {
            return (place..<place, closer)
        }
        guard "\"'`".contains(closer) else { return nil }
        if accepts(span.opener, "") { return (span.opener, "") }
        for bracket in [")", "}"] where accepts(before..<before, bracket) {
            return (before..<before, bracket)
        }
        return nil
    }

    private func isPlaceOfCloser(_ index: Int) -> Bool {
        switch scanner[index] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "]"),
            UInt8(ascii: "}"):
            true
        default: scanner.isShellWordEnd(at: index) && !scanner[index - 1].isBlank
        }
    }

    // MARK: Compound commands

    /// `fi` or `}` that is missing before a line that is indented no further than the opener's.
    private mutating func missingCloser() -> CodeFault? {
        var candidates = parser.opens.reversed().map {
            ShellNotes.Span(opener: $0.range, closer: $0.closer, end: scanner.code.count)
        }
        if let misaligned = notes.misaligned { candidates.insert(misaligned, at: 0) }
        for span in candidates.prefix(12) {
            let closer = "\(span.closer)"
            guard !"\"'`".contains(closer), !["then", "do", "in"].contains(closer) else { continue }
            let lines = closer == "esac" ? linesAfterItems(of: span) : []
            for line in lines + dedents(after: span.opener.lowerBound) {
                if let fault = fault(of: span, before: line) { return fault }
            }
            if let fault = fault(ofUnclosed: span) { return fault }
        }
        return nil
    }

    /// The fault of a closer that is missing before a line.
    private mutating func fault(of span: ShellNotes.Span, before line: Int) -> CodeFault? {
        let insertion = indentation(of: span) + "\(span.closer)\n"
        guard accepts(line..<line, insertion) else { return nil }
        let end = endOfText(before: line)
        let opened = ShellParser.Opened(span.opener, closer: span.closer)
        return fault(
            end..<end, "expected '\(span.closer)' \(parser.purpose(opened)) after this line",
            opened: span.opener, (line..<line, insertion))
    }

    /// The fault of a closer that is missing at the end of the code.
    private mutating func fault(ofUnclosed span: ShellNotes.Span) -> CodeFault? {
        let end = endOfText(before: scanner.code.count)
        let insertion = "\n" + indentation(of: span) + "\(span.closer)"
        guard accepts(end..<end, insertion) else { return nil }
        return fault(span.opener, message(of: span), opened: span.opener, (end..<end, insertion))
    }

    private func indentation(of span: ShellNotes.Span) -> String {
        let first = scanner.lineStart(span.opener.lowerBound)
        let blanks = scanner.code[first...].prefix { $0 == 0x20 || $0 == 0x09 }
        return String(decoding: blanks, as: UTF8.self)
    }

    /// The first line after an opener's that is indented no further than it, and does not go on with
    /// the same command; comments before it belong to it.
    private func dedents(after opener: Int) -> [Int] {
        let column = scanner.column(ofLineAt: opener)
        var line = scanner.lineEnd(opener) + 1
        var comment: Int?
        while line < scanner.code.count {
            let end = scanner.lineEnd(line)
            var scanner = scanner
            scanner.index = line
            while scanner.byte.isBlank { scanner.index += 1 }
            if scanner.index < end, !isText(line) {
                if scanner.column(ofLineAt: line) > column || continues(scanner) {
                    comment = nil
                } else if scanner.byte == UInt8(ascii: "#") {
                    comment = comment ?? line
                } else {
                    return [comment ?? line]
                }
            }
            line = end + 1
        }
        return comment.map { [$0] } ?? []
    }

    /// The lines after the last items of `case`, before the fault, that `;;` ends.
    private func linesAfterItems(of span: ShellNotes.Span) -> [Int] {
        var lines: [Int] = []
        var line = scanner.lineStart(fault.range.lowerBound)
        while line > span.opener.lowerBound, lines.count < 5 {
            let end = endOfText(before: line)
            if end > 1, scanner[end - 1] == UInt8(ascii: ";"), scanner[end - 2] == scanner[end - 1]
            {
                lines.append(scanner.lineEnd(end) + 1)
            }
            line = scanner.lineStart(max(0, end - 1))
        }
        return lines.filter { $0 <= scanner.code.count }
    }

    private func continues(_ scanner: Scanner) -> Bool {
        switch ReservedWord.next(in: scanner) {
        case .then, .else, .elif, .do, .braceOpen: true
        default: false
        }
    }

    /// Whether a line begins in a quote or a here-document.
    private func isText(_ line: Int) -> Bool {
        notes.documents.contains { $0.contains(line) }
            || notes.spans.contains {
                isInWord($0) && $0.opener.lowerBound < line && line <= $0.end
            }
    }
}
