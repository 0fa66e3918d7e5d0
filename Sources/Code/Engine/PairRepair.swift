import Text

/// Looks for the one bracket or quote that is missing in a refused block, or too many: the edit of a single
/// byte after which all of the block is accepted.
///
/// It edits bytes, not tokens, for a bracket that is missing may have made one word of two, and a quote of
/// the whole line something else.
struct PairRepair {
    private let code: [UInt8]
    /// The lines of the fault, and the one above.
    private let lines: [Range<Int>]
    /// Whether statements are left out, among which a brace may be.
    private let leavesOut: Bool
    private let looksForQuotes: Bool
    private let isAccepted: ([UInt8]) -> Bool
    /// How often the block may be read again.
    private var tries: Int

    /// The bytes that may be read in all of the tries.
    private static let mostBytesRead = 800_000
    /// The bytes of a line at which an insertion is tried.
    private static let mostPlaces = 160

    struct Repair {
        let edit: CodeFault.Edit
        /// Whether another place of the same line would do as well.
        let isAmbiguous: Bool
    }

    /// - Parameters:
    ///   - faults: the places where the fault may be, the likeliest first.
    ///   - leavesOut: whether some of the code is left out, as far as its tokens say.
    ///   - isAccepted: whether a text is right.
    init(
        _ code: [UInt8], faults: [Int], leavesOut: Bool, looksForQuotes: Bool,
        isAccepted: @escaping ([UInt8]) -> Bool
    ) {
        self.code = code
        self.looksForQuotes = looksForQuotes
        self.isAccepted = isAccepted
        self.leavesOut =
            leavesOut || !code.ranges(of: Array("..".utf8)).isEmpty
            || !code.ranges(of: Array("…".utf8)).isEmpty
        tries = Self.mostBytesRead / max(code.count, 1)
        var lines: [Range<Int>] = []
        for fault in faults {
            let line = Self.line(of: min(fault, code.count), in: code)
            if !lines.contains(line) { lines.append(line) }
        }
        if let above = lines.first.flatMap({ Self.lineAbove($0, in: code) }),
            !lines.contains(above)
        {
            lines.append(above)
        }
        self.lines = lines
    }

    /// nil where no bracket and no quote is enough. Reads the block again for each place that it tries.
    mutating func repair() -> Repair? {
        for pair in Self.pairs where pair.open != UInt8(ascii: "{") || !leavesOut {
            let balance = code.count { $0 == pair.open } - code.count { $0 == pair.close }
            guard abs(balance) == 1 else { continue }
            if let found = balance > 0 ? missingCloser(pair) : missingOpener(pair) { return found }
        }
        guard looksForQuotes else { return nil }
        for line in lines {
            for quote in "\"'".utf8 where isOdd(quote, in: line) {
                if let found = insertion(of: quote, in: line) { return found }
            }
        }
        return nil
    }

    private static let pairs: [(open: UInt8, close: UInt8)] = [
        (UInt8(ascii: "("), UInt8(ascii: ")")), (UInt8(ascii: "["), UInt8(ascii: "]")),
        (UInt8(ascii: "{"), UInt8(ascii: "}")),
    ]

    // MARK: Brackets

    /// At the end of a line, within it, or the opener is too many.
    private mutating func missingCloser(_ pair: (open: UInt8, close: UInt8)) -> Repair? {
        for line in lines.reversed() {
            let end = contentEnd(of: line)
            if let found = single(CodeFault.Edit(range: end..<end, replacement: text(pair.close))) {
                return found
            }
        }
        for line in lines {
            if let found = insertion(of: pair.close, in: line) ?? removal(of: pair.open, in: line) {
                return found
            }
        }
        return nil
    }

    /// At the end of the line that the closer closes the block of, within the line, or the closer is too
    /// many.
    private mutating func missingOpener(_ pair: (open: UInt8, close: UInt8)) -> Repair? {
        let head = lines.first.flatMap { self.head(of: $0) }
        if let head, code[contentEnd(of: head) - 1] != pair.open {
            let end = contentEnd(of: head)
            let sign = (pair.open == UInt8(ascii: "{") ? " " : "") + text(pair.open)
            if let found = single(CodeFault.Edit(range: end..<end, replacement: sign)) {
                return found
            }
        }
        for line in lines {
            if let found = removal(of: pair.close, in: line) ?? insertion(of: pair.open, in: line) {
                return found
            }
        }
        return head.flatMap { insertion(of: pair.open, in: $0) }
    }

    // MARK: Tries

    /// A byte put in at each place of a line.
    private mutating func insertion(of byte: UInt8, in line: Range<Int>) -> Repair? {
        first(
            of: places(in: line).map {
                CodeFault.Edit(range: $0..<$0, replacement: text(byte))
            })
    }

    private mutating func removal(of byte: UInt8, in line: Range<Int>) -> Repair? {
        first(
            of: places(in: line).filter { $0 < code.count && code[$0] == byte }.map {
                CodeFault.Edit(range: $0..<$0 + 1, replacement: "")
            })
    }

    /// The characters of a line's text, and its end.
    private func places(in line: Range<Int>) -> [Int] {
        let first = code[line].firstIndex { !$0.isBlank } ?? line.upperBound
        return (first...max(first, contentEnd(of: line))).prefix(Self.mostPlaces).filter {
            $0 == code.count || code[$0] & 0xC0 != 0x80
        }
    }

    private mutating func first(of edits: [CodeFault.Edit]) -> Repair? {
        var found: CodeFault.Edit?
        for edit in edits where accepts(edit) {
            if let found { return Repair(edit: found, isAmbiguous: true) }
            found = edit
        }
        return found.map { Repair(edit: $0, isAmbiguous: false) }
    }

    private mutating func single(_ edit: CodeFault.Edit) -> Repair? {
        accepts(edit) ? Repair(edit: edit, isAmbiguous: false) : nil
    }

    private mutating func accepts(_ edit: CodeFault.Edit) -> Bool {
        guard tries > 0 else { return false }
        tries -= 1
        var edited = code
        edited.replaceSubrange(edit.range, with: Array(edit.replacement.utf8))
        return isAccepted(edited)
    }

    // MARK: Lines

    private static func line(of offset: Int, in code: [UInt8]) -> Range<Int> {
        let scanner = Scanner(code)
        // The end of the code is in its last line with text.
        let last = offset >= code.count ? code.lastIndex { !$0.isBlank && $0 != 0x0A } : nil
        let start = scanner.lineStart(last ?? offset)
        return start..<max(start, scanner.lineEnd(start))
    }

    /// The nearest line above with text.
    private static func lineAbove(_ line: Range<Int>, in code: [UInt8]) -> Range<Int>? {
        code[..<line.lowerBound].lastIndex { !$0.isBlank && $0 != 0x0A }
            .map { Self.line(of: $0, in: code) }
    }

    /// The nearest line above that is indented no deeper, with deeper lines between: the head of the block
    /// that ends in the line.
    private func head(of line: Range<Int>) -> Range<Int>? {
        let depth = indentation(of: line)
        var hasBlock = false
        var above = Self.lineAbove(line, in: code)
        while let one = above {
            if indentation(of: one) <= depth { return hasBlock ? one : nil }
            hasBlock = true
            above = Self.lineAbove(one, in: code)
        }
        return nil
    }

    private func indentation(of line: Range<Int>) -> Int {
        code[line].prefix(while: \.isBlank).count
    }

    /// Where the text of a line ends, without blanks and without a comment after `//`.
    private func contentEnd(of line: Range<Int>) -> Int {
        var end = line.upperBound
        let comment = code[line].indices.dropLast().first {
            code[$0] == UInt8(ascii: "/") && code[$0 + 1] == UInt8(ascii: "/")
                && ($0 == line.lowerBound || code[$0 - 1].isBlank)
        }
        if let comment { end = comment }
        while end > line.lowerBound, code[end - 1].isBlank { end -= 1 }
        return end > line.lowerBound ? end : line.upperBound
    }

    private func isOdd(_ quote: UInt8, in line: Range<Int>) -> Bool {
        var count = 0
        var index = line.lowerBound
        while index < line.upperBound {
            if code[index] == UInt8(ascii: "\\") {
                index += 1
            } else if code[index] == quote {
                count += 1
            }
            index += 1
        }
        return count % 2 == 1
    }

    private func text(_ byte: UInt8) -> String { String(UnicodeScalar(byte)) }
}

extension CodeFault {
    /// The fault as one of a bracket or quote, on the line of what is missing there.
    func unpaired(_ repair: PairRepair.Repair, in code: [UInt8]) -> CodeFault {
        let edit = repair.edit
        var found = self
        let end = min(range.lowerBound, code.count)
        let sign = edit.replacement.drop { $0 == " " }
        let isOpener = ["(", "[", "{"].contains { sign == $0 }
        let lines = code[min(edit.range.upperBound, end)..<end].count { $0 == 0x0A }
        // What closes a bracket may as well be missing where the code goes on.
        if lines > (isOpener ? 0 : 1) {
            let line = code[..<end].count { $0 == 0x0A } + 1
            found = CodeFault(
                range: edit.range,
                message: isOpener
                    ? "expected '\(sign)', which a bracket of line \(line) closes" : message,
                opened: opened, kind: kind)
        }
        found.edit = repair.isAmbiguous ? nil : edit
        found.isDebatable = false
        found.isUnpaired = true
        return found
    }
}
