/// Scans the text of one block for template tags and for the marks of formulas; skips escapes, code
/// spans, raw HTML and addresses.
struct InlineScanner {
    /// A mark in the text.
    struct Mark {
        enum Kind: Hashable {
            case dollar, twoDollars
            case openParenthesis, closeParenthesis, openBracket, closeBracket
            case tag
        }
        let kind: Kind
        /// In the file.
        let range: Range<Int>
        /// The index of its block among all blocks that are read.
        let block: Int
        /// For a `$`: whether a formula may begin after it, or end before it.
        var mayOpen = true
        var mayClose = true
        /// Whether nothing precedes it on its line, or nothing but a full stop follows it.
        var beginsLine = false
        var endsLine = false
        /// Of a tag, with ranges in the file.
        var tag: TemplateSyntax?
    }
    private(set) var marks: [Mark] = []

    private let text: LeafText
    private let bytes: [UInt8]
    private let block: Int
    private let formulas: Bool
    private let tags: Bool
    private var closings: ClosingMarks
    private var html: InlineHTML
    private var codeEnds: CodeSpanEnds

    /// Whether a text must be read at all: it contains a byte that a mark begins with.
    static func mayHoldMarks(_ range: Range<Int>, of bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            signs.withUnsafeBufferPointer { signs in
                for i in range where signs[Int(bytes[i])] == 2 { return true }
                return false
            }
        }
    }

    /// O(bytes of the block).
    init(_ block: LeafBlock, index: Int, of lines: SourceLines, formulas: Bool, tags: Bool) {
        text = LeafText(block, of: lines)
        self.block = index
        self.formulas = formulas
        self.tags = tags
        bytes = text.bytes
        closings = ClosingMarks(before: text.bytes.count)
        html = InlineHTML(text.bytes, before: text.bytes.count)
        codeEnds = CodeSpanEnds(text.bytes)
        var i = 0
        while i < bytes.count {
            i = next(from: i)
            if i < bytes.count { i = read(at: i) }
        }
    }

    /// 1: constructs that marks may not begin in; 2: bytes that marks begin with.
    private static let signs: [UInt8] = {
        var table = [UInt8](repeating: 0, count: 256)
        for byte in "`<]".utf8 { table[Int(byte)] = 1 }
        for byte in "$\\{:".utf8 { table[Int(byte)] = 2 }
        return table
    }()

    private func next(from start: Int) -> Int {
        bytes.withUnsafeBufferPointer { bytes in
            Self.signs.withUnsafeBufferPointer { signs in
                var i = start
                while i < bytes.count, signs[Int(bytes[i])] == 0 { i += 1 }
                return i
            }
        }
    }

    /// Reads what begins at `i`; returns where to continue.
    private mutating func read(at i: Int) -> Int {
        switch bytes[i] {
        case .backslash: return readEscape(at: i)
        case .backtick:
            let end = runEnd(of: .backtick, from: i)
            return codeEnds.end(ofRun: i..<end) ?? end
        case .less: return html.end(at: i) ?? i + 1
        case .closeBracket: return destinationEnd(behind: i) ?? i + 1
        case .dollar: return readDollars(at: i)
        case .openBrace: return readTag(at: i)
        default: return readColon(at: i)
        }
    }

    private func runEnd(of byte: UInt8, from start: Int) -> Int {
        var i = start
        while i < bytes.count, bytes[i] == byte { i += 1 }
        return i
    }

    private mutating func add(_ kind: Mark.Kind, _ range: Range<Int>) -> Int {
        var mark = Mark(
            kind: kind, range: text.offset(of: range.lowerBound)..<offset(behind: range),
            block: block)
        mark.beginsLine = beginsLine(range.lowerBound)
        let rest = bytes[range.upperBound...].prefix(4).prefix { $0 != .lineFeed }
        mark.endsLine = rest.count < 4 && rest.allSatisfy { $0.isBlank || ".,;".utf8.contains($0) }
        marks.append(mark)
        return range.upperBound
    }

    /// Whether only blanks precede `i` on its line.
    private func beginsLine(_ i: Int) -> Bool {
        let before = bytes[..<i].last { !$0.isBlank }
        return before == nil || before == .lineFeed
    }

    /// The offset in the file after the last byte of a range.
    private func offset(behind range: Range<Int>) -> Int {
        text.offset(of: range.upperBound - 1) + 1
    }

    // MARK: Formulas

    private mutating func readEscape(at i: Int) -> Int {
        guard formulas, i + 1 < bytes.count else { return i + 2 }
        let kind: Mark.Kind
        switch bytes[i + 1] {
        case .openParenthesis: kind = .openParenthesis
        case .closeParenthesis: kind = .closeParenthesis
        case .openBracket: kind = .openBracket
        case .closeBracket: kind = .closeBracket
        default: return i + 2
        }
        return add(kind, i..<i + 2)
    }

    private mutating func readDollars(at i: Int) -> Int {
        let end = runEnd(of: .dollar, from: i)
        guard formulas, end - i <= 2 else { return end }
        _ = add(end - i == 1 ? .dollar : .twoDollars, i..<end)
        marks[marks.count - 1].mayOpen = end < bytes.count && !bytes[end].isSpace
        marks[marks.count - 1].mayClose =
            i > 0 && !bytes[i - 1].isSpace && (end == bytes.count || !bytes[end].isDigit)
        return end
    }

    // MARK: Tags

    private mutating func readTag(at i: Int) -> Int {
        guard tags, let tag = TemplateSyntax(at: i, in: bytes, 0..<bytes.count, &closings) else {
            return i + 1
        }
        return add(tag)
    }

    /// Reads a container, or skips an address.
    private mutating func readColon(at i: Int) -> Int {
        if tags, bytes.has(":::", at: i, before: bytes.count), beginsLine(i),
            let tag = TemplateSyntax(containerAt: i, in: bytes, 0..<bytes.count)
        {
            return add(tag)
        }
        guard bytes.has("://", at: i, before: bytes.count), i > 0, bytes[i - 1].isLetter else {
            return i + 1
        }
        var end = i + 3
        while end < bytes.count, bytes[end] > .space, !"<>\"`|\\{}()[]".utf8.contains(bytes[end]) {
            end += 1
        }
        return end
    }

    private mutating func add(_ tag: TemplateSyntax) -> Int {
        _ = add(.tag, tag.range)
        let arguments = text.offset(of: tag.arguments.lowerBound)
        marks[marks.count - 1].tag = TemplateSyntax(
            form: tag.form, name: tag.name, isEnd: tag.isEnd,
            range: marks[marks.count - 1].range,
            arguments:
                arguments..<max(
                    arguments,
                    tag.arguments.isEmpty ? arguments : offset(behind: tag.arguments)))
        return tag.range.upperBound
    }

    // MARK: Addresses

    /// The end of `](address "title")` for the bracket at `i` (CommonMark 0.30, section 6.3); nil
    /// where it closes no inline link.
    private func destinationEnd(behind i: Int) -> Int? {
        guard i + 1 < bytes.count, bytes[i + 1] == .openParenthesis else { return nil }
        let start = skippingSpace(i + 2)
        guard let address = addressEnd(from: start) else { return nil }
        let next = skippingSpace(address)
        guard next < bytes.count else { return nil }
        if bytes[next] == .closeParenthesis { return next + 1 }
        guard next > address, let title = titleEnd(from: next) else { return nil }
        let end = skippingSpace(title)
        return end < bytes.count && bytes[end] == .closeParenthesis ? end + 1 : nil
    }

    private func skippingSpace(_ start: Int) -> Int {
        var i = start
        while i < bytes.count, bytes[i].isSpace { i += 1 }
        return i
    }

    private func addressEnd(from start: Int) -> Int? {
        var i = start
        if i < bytes.count, bytes[i] == .less {
            while i < bytes.count, bytes[i] != .greater, bytes[i] != .lineFeed {
                i += bytes[i] == .backslash ? 2 : 1
            }
            return i < bytes.count && bytes[i] == .greater ? i + 1 : nil
        }
        var depth = 0
        while i < bytes.count, bytes[i] > .space {
            switch bytes[i] {
            case .backslash: i += 1
            case .openParenthesis:
                depth += 1
                // libcmark's limit.
                if depth > 32 { return nil }
            case .closeParenthesis:
                if depth == 0 { return i }
                depth -= 1
            default: break
            }
            i += 1
        }
        return depth == 0 ? min(i, bytes.count) : nil
    }

    private func titleEnd(from start: Int) -> Int? {
        let open = bytes[start]
        guard open == .quote || open == .apostrophe || open == .openParenthesis else { return nil }
        let close = open == .openParenthesis ? UInt8.closeParenthesis : open
        var i = start + 1
        while i < bytes.count {
            if bytes[i] == close { return i + 1 }
            if bytes[i] == .openParenthesis, open == .openParenthesis { return nil }
            i += bytes[i] == .backslash ? 2 : 1
        }
        return nil
    }
}

/// The ends of a text's code spans: each run of backticks with the next of its length.
private struct CodeSpanEnds {
    private struct Runs {
        /// The ends of the runs of one length, in order.
        var ends: [Int] = []
        /// How many of them were passed.
        var passed = 0
    }

    private let bytes: [UInt8]
    private var runs: [Int: Runs] = [:]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The end of the code span that a run opens; nil where no run closes it. Call it for runs in
    /// order; O(bytes) for all together.
    mutating func end(ofRun run: Range<Int>) -> Int? {
        if runs.isEmpty { collect() }
        guard let all = runs[run.count] else { return nil }
        var passed = all.passed
        while passed < all.ends.count, all.ends[passed] <= run.upperBound { passed += 1 }
        runs[run.count]?.passed = passed
        return passed < all.ends.count ? all.ends[passed] : nil
    }

    private mutating func collect() {
        var i = 0
        while let start = bytes[i...].firstIndex(of: .backtick) {
            i = start
            while i < bytes.count, bytes[i] == .backtick { i += 1 }
            runs[i - start, default: Runs()].ends.append(i)
        }
    }
}
