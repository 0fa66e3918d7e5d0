/// Whether `$…$`, `$$…$$`, `\(…\)` and `\[…\]` are formulas.
package enum Mathematics: Sendable, Hashable {
    case off
    /// In a text with a pair of `$$`, or a `\(…\)` or `\[…\]` that can be nothing else.
    case auto
    case on
}

/// Pairs the marks of formulas in the order of the text.
///
/// A `$` opens before a non-blank character, and closes after one unless a digit follows. Only the
/// next `$` may close it, so `$5 and $10` is text (pandoc's rule). `\(` and `\[` are closed within
/// their block. So is `$$`; at the beginning of its line it may also be closed by a `$$` that ends
/// a later line. Everything between them is then TeX, whatever Markdown makes of it.
struct FormulaPairing {
    private let marks: [InlineScanner.Mark]
    private let blocks: [LeafBlock]
    private let lines: SourceLines
    private let bytes: [UInt8]
    /// Lines at which a block begins that cannot be in a formula: a fence, raw HTML, a heading; in
    /// order.
    private let barriers: [Int]
    /// For each mark, the index of the next mark of each kind; the number of marks where there is
    /// no such mark.
    private let upcoming: [Upcoming]
    /// Whether everything between `\(` and `\)`, `\[` and `\]` is a formula, except for references.
    private var isSure: Bool

    private struct Upcoming {
        var dollar: Int
        var twoDollars: Int
        var openParenthesis: Int
        var closeParenthesis: Int
        var openBracket: Int
        var closeBracket: Int
    }

    struct Formula {
        /// The index of its last mark.
        let close: Int
        let isDisplay: Bool
    }

    /// nil if the text needs a certain formula to enable formulas, and lacks one; `$…$` is not
    /// evidence. O(marks + bytes).
    init?(
        _ marks: [InlineScanner.Mark], of blocks: [LeafBlock], lines: SourceLines,
        barriers: [Int], _ mathematics: Mathematics
    ) {
        guard mathematics != .off else { return nil }
        self.marks = marks
        self.blocks = blocks
        self.lines = lines
        self.barriers = barriers
        bytes = lines.bytes
        isSure = mathematics == .on
        let end = marks.count
        var next = Upcoming(
            dollar: end, twoDollars: end, openParenthesis: end, closeParenthesis: end,
            openBracket: end, closeBracket: end)
        var upcoming = [Upcoming](repeating: next, count: end)
        for index in marks.indices.reversed() {
            upcoming[index] = next
            switch marks[index].kind {
            case .dollar: next.dollar = index
            case .twoDollars: next.twoDollars = index
            case .openParenthesis: next.openParenthesis = index
            case .closeParenthesis: next.closeParenthesis = index
            case .openBracket: next.openBracket = index
            case .closeBracket: next.closeBracket = index
            case .tag: break
            }
        }
        self.upcoming = upcoming
        if isSure { return }
        isSure = marks.indices.contains {
            let kind = marks[$0].kind
            return (kind == .openParenthesis || kind == .openBracket) && formula(at: $0) != nil
        }
        guard
            isSure
                || marks.indices.contains(where: {
                    marks[$0].kind == .twoDollars && formula(at: $0) != nil
                })
        else { return nil }
    }

    /// The formula that the mark at an index opens; nil where it opens no formula. O(formula).
    func formula(at index: Int) -> Formula? {
        let next = upcoming[index]
        switch marks[index].kind {
        case .dollar:
            guard marks[index].mayOpen, next.dollar < next.twoDollars, marks[next.dollar].mayClose,
                isOneBlock(index, next.dollar)
            else { return nil }
            return Formula(close: next.dollar, isDisplay: false)
        case .twoDollars:
            let close = next.twoDollars
            guard close < marks.count, isOneBlock(index, close) || isOneFormula(index, close),
                isWritten(index, close)
            else { return nil }
            return Formula(close: close, isDisplay: true)
        case .openParenthesis:
            let close = next.closeParenthesis
            guard close < next.openParenthesis, isOneBlock(index, close), isWritten(index, close),
                isSure || isParenthesized(index, close)
            else { return nil }
            return Formula(close: close, isDisplay: false)
        case .openBracket:
            let close = next.closeBracket
            guard close < next.openBracket,
                isOneBlock(index, close) || isOneFormula(index, close),
                isWritten(index, close), !isReference(index, close),
                isSure || isBracketed(index, close)
            else { return nil }
            return Formula(close: close, isDisplay: true)
        case .closeParenthesis, .closeBracket, .tag: return nil
        }
    }

    // MARK: Blocks

    private func isOneBlock(_ open: Int, _ close: Int) -> Bool {
        marks[open].block == marks[close].block
    }

    /// Whether several blocks of Markdown are nevertheless one formula. The marks are at the ends
    /// of their lines, or all blank lines between them are within a group or an environment of TeX.
    /// No item of a list begins between them, no quote ends, and every block is of a kind that TeX
    /// may look like.
    private func isOneFormula(_ open: Int, _ close: Int) -> Bool {
        let isApart =
            (marks[open].beginsLine || marks[open].endsLine)
            && (marks[close].beginsLine || marks[close].endsLine)
        let block = blocks[marks[open].block]
        guard isApart || isParagraph(between(open, close)), !block.isInTable,
            !blocks[marks[close].block].isInTable
        else { return false }
        let first = lines.line(of: marks[open].range.lowerBound)
        let last = lines.line(of: marks[close].range.lowerBound)
        var low = 0
        var high = barriers.count
        while low < high {
            let middle = (low + high) / 2
            if barriers[middle] <= first { low = middle + 1 } else { high = middle }
        }
        guard low == barriers.count || barriers[low] > last else { return false }
        // A line that is wholly blank ends a quote.
        if block.quotes > 0,
            (first..<last).contains(where: { bytes.trimmed(lines.range(of: $0)).isEmpty })
        {
            return false
        }
        return !block.isInList
            || (first + 1..<last + 1).allSatisfy { block.holds(lines.range(of: $0), lines) }
    }

    /// Whether every blank line, ignoring the `>` of quotes, is inside an open group.
    private func isParagraph(_ range: Range<Int>) -> Bool {
        var isBlank = false
        for i in range {
            if bytes[i] == .lineFeed {
                if isBlank { return opensGroup(range.lowerBound..<i) }
                isBlank = true
            } else if bytes[i] > .space, bytes[i] != .greater {
                isBlank = false
            }
        }
        return true
    }

    /// Whether TeX opens more `{` and `\begin{…}` than it closes.
    private func opensGroup(_ range: Range<Int>) -> Bool {
        var depth = 0
        var i = range.lowerBound
        while i < range.upperBound {
            switch bytes[i] {
            case .backslash:
                if bytes.has("begin{", at: i + 1, before: range.upperBound) { depth += 1 }
                if bytes.has("end{", at: i + 1, before: range.upperBound) { depth -= 1 }
                i += 1
            case .openBrace: depth += 1
            case .closeBrace: depth -= 1
            default: break
            }
            i += 1
        }
        return depth > 0
    }

    // MARK: What lies between

    private func between(_ open: Int, _ close: Int) -> Range<Int> {
        marks[open].range.upperBound..<marks[close].range.lowerBound
    }

    private func isWritten(_ open: Int, _ close: Int) -> Bool {
        !bytes.trimmed(between(open, close)).isEmpty
    }

    /// Not `file\(s\)`, `\(see below\)` or `\(1\)`.
    private func isParenthesized(_ open: Int, _ close: Int) -> Bool {
        let start = marks[open].range.lowerBound
        if start > 0, bytes[start - 1].isLetter || bytes[start - 1].isDigit { return false }
        switch evidence(between(open, close)) {
        case .signs, .operators, .letters: return true
        case .words, .digits: return false
        }
    }

    /// Not `\[sic\]` or `a\[i\]`; a display formula has blanks inside of its brackets, or signs.
    private func isBracketed(_ open: Int, _ close: Int) -> Bool {
        let range = between(open, close)
        switch evidence(range) {
        case .signs, .operators: return true
        case .letters, .words, .digits:
            return bytes[range.lowerBound].isSpace && bytes[range.upperBound - 1].isSpace
        }
    }

    private enum FormulaEvidence: Comparable { case digits, letters, operators, words, signs }

    /// Classifies the content of a formula, or of escaped brackets: `\alpha`, `x^2` and `a = b`
    /// have signs of TeX, `a * b` operators and no words, `a, b` letters alone.
    private func evidence(_ range: Range<Int>) -> FormulaEvidence {
        var evidence = FormulaEvidence.digits
        var letters = 0
        var i = range.lowerBound
        while i < range.upperBound {
            let byte = bytes[i]
            let isCommand = byte == .backslash && i + 1 < range.upperBound && bytes[i + 1].isLetter
            if isCommand || "^_=<>+{".utf8.contains(byte) { return .signs }
            letters = byte.isLetter || byte >= 0x80 ? letters + 1 : 0
            if letters > 2 {
                evidence = .words
            } else if letters > 0 {
                evidence = max(evidence, .letters)
            } else if "*/|-'!".utf8.contains(byte) {
                evidence = max(evidence, .operators)
            }
            i += byte == .backslash ? 2 : 1
        }
        return evidence
    }

    /// Brackets that their author escaped: `\[1, 2\]`, `\[x\]`, `\[^1\]`, `\[!NOTE\]`, `\[a\](b)`.
    private func isReference(_ open: Int, _ close: Int) -> Bool {
        let end = marks[close].range.upperBound
        if end < bytes.count, "([".utf8.contains(bytes[end]) { return true }
        if marks[open].endsLine, marks[close].beginsLine { return false }
        let text = bytes[bytes.trimmed(between(open, close))]
        if let first = text.first, first == .exclamation || first == .caret { return true }
        if text.count == 1, text.first.map({ $0 | 0x20 == UInt8(ascii: "x") }) ?? false {
            return true
        }
        return text.allSatisfy { $0.isDigit || $0.isSpace || ",;.-".utf8.contains($0) }
    }
}
