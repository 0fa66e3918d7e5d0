/// The places of one block's inline nodes in the source.
///
/// libcmark 0.30.2 gives wrong columns for them, so they are found again: in document order, each
/// text from the end of the last one. Only markup is between two texts, so the next occurrence is
/// the right one. O(bytes of the block).
struct InlinePlaces {
    private(set) var ranges: [NodeID: Range<Int>] = [:]

    private let source: [UInt8]
    private let lines: SourceLines
    private let end: Int
    private var at: Int
    private var line: Int

    /// The longest distance between two texts: more than any markup between them. It bounds the
    /// cost of a text that is not found.
    private static let longestGap = 2_048

    /// `block` is a leaf block, or a table's row for all its cells.
    init(of block: NodeID, in tree: Tree, lines: SourceLines) {
        self.lines = lines
        source = lines.bytes
        let node = tree[block]
        line = Int(node.firstLine)
        let first = lines.range(of: line)
        at = min(first.lowerBound + max(Int(node.column) - 1, 0), first.upperBound)
        end = lines.range(of: max(line, Int(node.lastLine))).upperBound
        var id = tree[block].firstChild
        walk: while id != Tree.none {
            enter(id, tree)
            if tree[id].firstChild != Tree.none {
                id = tree[id].firstChild
                continue
            }
            while true {
                leave(id, tree)
                if tree[id].next != Tree.none {
                    id = tree[id].next
                    break
                }
                id = tree[id].parent
                if id == block { break walk }
            }
        }
    }

    private mutating func enter(_ id: NodeID, _ tree: Tree) {
        let node = tree[id]
        switch node.kind {
        case .text: ranges[id] = find(node.text, tree)
        case .softBreak, .hardBreak:
            let start = max(at, lines.range(of: line).upperBound)
            line += 1
            at = max(at, min(lines.start(of: line), end))
            ranges[id] = min(start, at)..<at
        case .code: ranges[id] = findCode()
        case .htmlInline: ranges[id] = findHTML(node.text, tree)
        case .formula, .templateTag: ranges[id] = findVerbatim(node.text, tree)
        case .footnoteReference: ranges[id] = findReference()
        case .emphasis, .strong, .strikethrough:
            let start = index { $0 == .asterisk || $0 == .underscore || $0 == .tilde } ?? at
            ranges[id] = start..<start
        case .link, .image: ranges[id] = findLinkStart(id, tree)
        default: ranges[id] = at..<at
        }
    }

    private mutating func leave(_ id: NodeID, _ tree: Tree) {
        guard let start = ranges[id]?.lowerBound else { return }
        switch tree[id].kind {
        case .emphasis: at = delimitersEnd(1)
        case .strong, .strikethrough: at = delimitersEnd(2)
        case .link, .image: leaveLink(from: start)
        case .tableCell:
            let first = tree.children(of: id).compactMap { ranges[$0] }.first { !$0.isEmpty }
            ranges[id] = (first?.lowerBound ?? at)..<at
            return
        default: return
        }
        ranges[id] = start..<max(start, at)
    }

    // MARK: Finding

    private func index(where test: (UInt8) -> Bool) -> Int? {
        let limit = min(end, at + Self.longestGap)
        var i = at
        while i < limit {
            if test(source[i]) { return i }
            i += 1
        }
        return nil
    }

    private func index(of text: ArraySlice<UInt8>) -> Int? {
        guard let first = text.first else { return nil }
        let limit = min(end - text.count, at + Self.longestGap)
        var i = at
        while i <= limit {
            if source[i] == first, source[i..<i + text.count].elementsEqual(text) { return i }
            i += 1
        }
        return nil
    }

    private mutating func find(_ text: Range<Int>, _ tree: Tree) -> Range<Int> {
        let alignment = TextAlignment(source, before: end)
        let lead = tree.bytes[text.prefix(64)]
        guard !lead.isEmpty else { return at..<at }
        let limit = min(end, at + Self.longestGap)
        var start = at
        while start < limit, !alignment.stands(lead, at: start) { start += 1 }
        guard start < limit else { return at..<at }
        at = alignment.end(of: tree.bytes[text], from: start)
        return start..<at
    }

    private mutating func findCode() -> Range<Int> {
        guard let start = index(where: { $0 == .backtick }) else { return at..<at }
        var width = 0
        while start + width < end, source[start + width] == .backtick { width += 1 }
        var i = start + width
        while i < end {
            guard source[i] == .backtick else {
                i += 1
                continue
            }
            var run = 0
            while i + run < end, source[i + run] == .backtick { run += 1 }
            i += run
            if run == width { break }
        }
        move(to: i)
        return start..<i
    }

    private mutating func findHTML(_ text: Range<Int>, _ tree: Tree) -> Range<Int> {
        // Raw HTML over several lines has prefixes of containers in between.
        let first = tree.bytes[text].prefix { !$0.isLineEnd }
        guard let start = index(of: first) else { return at..<at }
        var stop = start + first.count
        if first.count < text.count {
            stop = source[stop..<end].firstIndex(of: .greater).map { $0 + 1 } ?? stop
        }
        move(to: stop)
        return start..<stop
    }

    /// Text that the source has verbatim, except for the prefixes of containers before its lines.
    private mutating func findVerbatim(_ text: Range<Int>, _ tree: Tree) -> Range<Int> {
        var start: Int?
        for line in tree.bytes[text].split(separator: .lineFeed) {
            guard let found = index(of: line) else { break }
            start = start ?? found
            move(to: found + line.count)
        }
        return (start ?? at)..<at
    }

    private mutating func findReference() -> Range<Int> {
        guard let start = index(of: [.openBracket, .caret]),
            let close = source[start..<end].firstIndex(of: .closeBracket)
        else { return at..<at }
        at = close + 1
        return start..<at
    }

    /// Where the brackets of a link begin; a bare one begins with its text.
    private func findLinkStart(_ id: NodeID, _ tree: Tree) -> Range<Int> {
        var limit = end
        let child = tree[id].firstChild
        if child != Tree.none, tree[child].kind == .text, !tree[child].text.isEmpty {
            let alignment = TextAlignment(source, before: end)
            let lead = tree.bytes[tree[child].text.prefix(64)]
            let range = at..<min(end, at + Self.longestGap)
            limit = range.first { alignment.stands(lead, at: $0) } ?? end
        }
        let isImage = tree[id].kind == .image
        var i = at
        while i < limit {
            if source[i] == .openBracket || source[i] == .less {
                let start = isImage && i > at && source[i - 1] == .exclamation ? i - 1 : i
                return start..<start
            }
            i += 1
        }
        return min(limit, end)..<min(limit, end)
    }

    /// Moves past `](…)`, `][…]`, `]` or `>`.
    private mutating func leaveLink(from start: Int) {
        guard start < end,
            source[start] == .openBracket || source[start] == .less
                || source[start] == .exclamation
        else { return }
        guard let close = index(where: { $0 == .closeBracket || $0 == .greater }) else { return }
        var i = close + 1
        if source[close] == .closeBracket, i < end {
            if source[i] == .openParenthesis {
                i = parenthesesEnd(i)
            } else if source[i] == .openBracket {
                i = source[i..<end].firstIndex(of: .closeBracket).map { $0 + 1 } ?? i
            }
        }
        move(to: i)
    }

    /// The position after the parenthesis that closes the one at `open`; quotes and `<>` may hold
    /// others.
    private func parenthesesEnd(_ open: Int) -> Int {
        var depth = 0
        var quote: UInt8 = 0
        var i = open
        while i < end {
            let byte = source[i]
            if byte == .backslash {
                i += 1
            } else if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == .less {
                quote = .greater
            } else if byte == .quote || byte == .apostrophe, source[i - 1].isSpace {
                quote = byte
            } else if byte == .openParenthesis {
                depth += 1
            } else if byte == .closeParenthesis {
                depth -= 1
                if depth == 0 { return i + 1 }
            }
            i += 1
        }
        return open
    }

    private func delimitersEnd(_ count: Int) -> Int {
        guard let start = index(where: { $0 == .asterisk || $0 == .underscore || $0 == .tilde })
        else { return at }
        return min(start + count, end)
    }

    /// Moves on, also over line breaks.
    private mutating func move(to offset: Int) {
        at = max(at, min(offset, end))
        while line < lines.lastLine, lines.start(of: line + 1) <= at { line += 1 }
    }
}
