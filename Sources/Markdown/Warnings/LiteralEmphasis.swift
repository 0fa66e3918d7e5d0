import Text

/// Distinguishes asterisks that an author meant as emphasis from literal ones.
///
/// It reads a run of `*` that CommonMark left in a text, and the characters next to it:
///
///     这是 ** 重要 ** 的      meant: a space on the inner side
///     ** not bold ** at all  meant
///     **open only            meant: nothing closes it
///     2 ** 3, char** argv    not meant: an operator, a type of C
///     **kwargs, src/**/*.go  not meant: Python, a pattern of paths
struct LiteralEmphasis {
    /// The character class next to a run.
    private enum Neighbour { case edge, blank, letter, digit, sentenceEnd, mark }

    private let bytes: [UInt8]
    private let text: Range<Int>

    /// - Parameter text: the bytes of a text node.
    init(_ bytes: [UInt8], text: Range<Int>) {
        self.bytes = bytes
        self.text = text
    }

    /// Whether `run`, two asterisks or more, was meant to open or to close emphasis.
    ///
    /// - Parameter next: the run that follows in the same text. O(text).
    func isMeant(_ run: Range<Int>, next: Range<Int>?) -> Bool {
        if isBesideCJK(run) { return true }
        // Four or more are a rule, or mask a password.
        guard run.count <= 3 else { return false }
        if opens(run) { return !isPythonOrPattern(run) }
        if isDetached(run) {
            if let next, isDetached(next) || closes(next) {
                return !isOperand(run.upperBound..<next.lowerBound)
            }
            return before(run) == .edge && run.lowerBound == text.lowerBound
                && startsWithWord(run.upperBound)
        }
        return before(run) == .sentenceEnd && closes(run)
    }

    /// In Chinese and Japanese, a character next to it is enough, with or without a space between.
    private func isBesideCJK(_ run: Range<Int>) -> Bool {
        var start = run.upperBound
        if start < text.upperBound, bytes[start] == .space { start += 1 }
        var end = run.lowerBound
        if end > text.lowerBound, bytes[end - 1] == .space { end -= 1 }
        return Flanking.startsWithCJK(bytes, from: start, to: text.upperBound)
            || Flanking.endsWithCJK(bytes, from: text.lowerBound, to: end)
    }

    // MARK: Neighbors of a run

    private func before(_ run: Range<Int>) -> Neighbour {
        run.lowerBound == text.lowerBound ? .edge : neighbour(bytes[run.lowerBound - 1])
    }

    private func after(_ run: Range<Int>) -> Neighbour {
        run.upperBound == text.upperBound ? .edge : neighbour(bytes[run.upperBound])
    }

    private func neighbour(_ byte: UInt8) -> Neighbour {
        if byte.isSpace { return .blank }
        if byte.isLetter || byte >= 0x80 { return .letter }
        if byte.isDigit { return .digit }
        return [.period, .exclamation, UInt8(ascii: "?"), .colon].contains(byte)
            ? .sentenceEnd : .mark
    }

    private func opens(_ run: Range<Int>) -> Bool {
        let isFree =
            switch before(run) {
            case .edge, .blank: true
            case .mark: [.openParenthesis, .quote].contains(bytes[run.lowerBound - 1])
            case .letter, .digit, .sentenceEnd: false
            }
        return isFree && after(run) == .letter
    }

    private func closes(_ run: Range<Int>) -> Bool {
        switch (before(run), after(run)) {
        case (.letter, .edge), (.letter, .blank), (.letter, .sentenceEnd), (.letter, .mark): true
        case (.sentenceEnd, .edge), (.sentenceEnd, .blank): true
        default: false
        }
    }

    /// Whether a blank or the text's end is on both sides.
    private func isDetached(_ run: Range<Int>) -> Bool {
        [.edge, .blank].contains(before(run)) && [.edge, .blank].contains(after(run))
    }

    // MARK: Literal asterisks

    /// `**kwargs`, `f(**options)` and `**name/*.go`: one word, without prose after it.
    private func isPythonOrPattern(_ run: Range<Int>) -> Bool {
        let rest = bytes[run.upperBound..<text.upperBound]
        let word = rest.prefix { $0.isLetter || $0.isDigit || $0 == .underscore }
        guard let next = rest.dropFirst(word.count).first else {
            return Self.argumentNames.contains(String(decoding: word, as: UTF8.self))
        }
        return [.slash, .asterisk, .closeParenthesis, .closeBrace, .closeBracket].contains(next)
            || Self.argumentNames.contains(String(decoding: word, as: UTF8.self))
    }

    /// Common names of the values that Python's `**` unpacks.
    private static let argumentNames: Set<String> = [
        "args", "config", "context", "data", "defaults", "dict", "env", "extra", "fields", "kw",
        "kwarg", "kwargs", "kwds", "keywords", "locals", "options", "opts", "params", "payload",
        "props", "self", "settings", "values",
    ]

    /// `2 ** 3 ** 4` and `a ** b ** c`: a number or one character is between two runs.
    private func isOperand(_ between: Range<Int>) -> Bool {
        let inner = bytes[bytes.trimmed(between)]
        return inner.count < 2 || !inner.contains { $0.isLetter || $0 >= 0x80 }
            || inner.first.map(\.isDigit) ?? true
    }

    private func startsWithWord(_ start: Int) -> Bool {
        let rest = bytes[start..<text.upperBound].drop { $0.isSpace }
        return rest.count > 1 && rest.prefix(2).allSatisfy { $0.isLetter || $0 >= 0x80 }
    }
}
