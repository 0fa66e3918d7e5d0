import Text

/// The link reference definitions of a text, `[label]: address "title"`, and the labels used
/// elsewhere.
///
/// libcmark resolves references and drops the definitions. They are read again from the lines that
/// the tree assigns to no code block, raw HTML or heading (CommonMark 0.30, section 4.7). Labels
/// over several lines are skipped.
struct LinkDefinitions {
    struct Definition: Hashable {
        /// The normalized label, see ``LinkDefinitions/normalized(_:)``.
        let label: String
        /// As its author wrote it.
        let written: String
        /// `[label]: address`, in the file.
        let range: Range<Int>
        /// Whether it holds a comment rather than an address: `[//]: # (…)`.
        let isComment: Bool
    }
    private(set) var all: [Definition] = []
    /// The labels in brackets anywhere in the text, except in definitions.
    private(set) var named: Set<String> = []

    private let bytes: [UInt8]
    private let lines: SourceLines
    /// For each line from the first one of the body, whether it holds anything but prose.
    private var isTaken: [Bool]
    private let firstLine: Int

    /// A longer text is not a label (section 6.3).
    private static let longestLabel = 999

    /// O(bytes + nodes).
    init(_ tree: Tree, lines: SourceLines, from firstLine: Int) {
        self.lines = lines
        self.firstLine = firstLine
        bytes = lines.bytes
        isTaken = []
        guard mayHoldDefinitions else { return }
        isTaken = [Bool](repeating: false, count: max(0, lines.lastLine - firstLine + 1))
        for node in tree.nodes {
            switch node.kind {
            case .codeBlock, .htmlBlock, .heading, .thematicBreak: take(node)
            default: break
            }
        }
        readLines(tree)
    }

    /// Whether a line begins with `[` and has `]:`, even in code.
    private var mayHoldDefinitions: Bool {
        bytes.withUnsafeBytes { bytes in
            var next = lines.start(of: firstLine)
            while let close = bytes.index(of: .closeBracket, from: next) {
                next = close + 1
                guard next < bytes.count, bytes[next] == .colon else { continue }
                let line = lines.range(of: lines.line(of: close))
                if bytes[content(of: line).start] == .openBracket { return true }
                // The same holds for whatever else is on the line.
                next = max(next, line.upperBound)
            }
            return false
        }
    }

    private mutating func take(_ node: Node) {
        let first = max(0, Int(node.firstLine) - firstLine)
        let last = min(isTaken.count - 1, Int(node.lastLine) - firstLine)
        guard first <= last else { return }
        for index in first...last { isTaken[index] = true }
    }

    // MARK: Lines

    private mutating func readLines(_ tree: Tree) {
        // Headings hold no definitions, but they name labels.
        for node in tree.nodes where node.kind == .heading {
            let first = lines.start(of: Int(node.firstLine))
            readLabels(in: first..<lines.range(of: Int(node.lastLine)).upperBound)
        }
        var start: Int?
        var mayBegin = true
        var line = firstLine
        while line <= lines.lastLine {
            let range = lines.range(of: line)
            let isBlank = bytes[range].allSatisfy { $0.isBlank || $0 == .greater }
            if isTaken[line - firstLine] || isBlank {
                finish(&start, at: range.lowerBound)
                mayBegin = true
            } else {
                let (content, hasMarker) = content(of: range)
                if mayBegin || hasMarker, let (definition, last) = definition(at: content, on: line)
                {
                    finish(&start, at: range.lowerBound)
                    all.append(definition)
                    line = last
                    mayBegin = true
                } else {
                    start = start ?? range.lowerBound
                    mayBegin = false
                }
            }
            line += 1
        }
        finish(&start, at: bytes.count)
    }

    private mutating func finish(_ start: inout Int?, at end: Int) {
        if let begin = start { readLabels(in: begin..<end) }
        start = nil
    }

    /// The start of a line's text after blanks, `>` and list markers, and whether one of those can
    /// begin a paragraph.
    private func content(of line: Range<Int>) -> (start: Int, hasMarker: Bool) {
        var i = line.lowerBound
        var hasMarker = false
        while i < line.upperBound {
            if bytes[i].isBlank || bytes[i] == .greater {
                i += 1
                continue
            }
            var end = i
            while end < line.upperBound, bytes[end].isDigit, end - i < 9 { end += 1 }
            guard end + 1 < line.upperBound, bytes[end + 1].isBlank,
                end > i
                    ? bytes[end] == .period || bytes[end] == .closeParenthesis
                    : "-*+".utf8.contains(bytes[end])
            else { break }
            hasMarker = true
            i = end + 1
        }
        return (i, hasMarker)
    }

    // MARK: Definitions

    /// The definition that begins at `start`, and its last line.
    private func definition(at start: Int, on line: Int) -> (Definition, last: Int)? {
        let first = lines.range(of: line)
        guard start < first.upperBound, bytes[start] == .openBracket,
            let close = labelEnd(from: start + 1, before: first.upperBound),
            close + 1 < first.upperBound, bytes[close + 1] == .colon,
            // `[^note]:` is a footnote; with a blank in its label it is not.
            bytes[start + 1] != .caret || bytes[start + 2..<close].contains(where: { $0.isBlank })
        else { return nil }
        let label = Self.normalized(bytes[start + 1..<close])
        guard !label.isEmpty else { return nil }
        var at = close + 2
        var last = line
        if skippingBlanks(at, before: first.upperBound) == first.upperBound {
            // The address may be on the next line.
            last += 1
            guard last <= lines.lastLine, !isTaken[last - firstLine] else { return nil }
            at = content(of: lines.range(of: last)).start
        }
        let end = lines.range(of: last).upperBound
        at = skippingBlanks(at, before: end)
        guard let addressEnd = addressEnd(from: at, before: end) else { return nil }
        let address = bytes[at..<addressEnd]
        let rest = bytes.trimmed(addressEnd..<end)
        guard rest.isEmpty || isTitle(rest), rest.isEmpty || bytes[addressEnd].isBlank else {
            return nil
        }
        if rest.isEmpty, last < lines.lastLine, !isTaken[last + 1 - firstLine] {
            let next = lines.range(of: last + 1)
            if isTitle(bytes.trimmed(content(of: next).start..<next.upperBound)) { last += 1 }
        }
        let isComment =
            label == "//" || address.elementsEqual("#".utf8)
            || address.elementsEqual("<>".utf8)
        let definition = Definition(
            label: label, written: String(decoding: bytes[start + 1..<close], as: UTF8.self),
            range: start..<addressEnd, isComment: isComment)
        return (definition, last)
    }

    private func skippingBlanks(_ start: Int, before end: Int) -> Int {
        var i = start
        while i < end, bytes[i].isBlank { i += 1 }
        return i
    }

    /// The closing bracket of a label; nil where another bracket opens before it.
    private func labelEnd(from start: Int, before end: Int) -> Int? {
        var i = start
        while i < end, i - start <= Self.longestLabel {
            switch bytes[i] {
            case .backslash: i += 2
            case .openBracket: return nil
            case .closeBracket: return i
            default: i += 1
            }
        }
        return nil
    }

    /// The end of an address: `<…>` or text without a blank.
    private func addressEnd(from start: Int, before end: Int) -> Int? {
        guard start < end else { return nil }
        if bytes[start] == .less {
            return bytes[start..<end].firstIndex(of: .greater).map { $0 + 1 }
        }
        return bytes[start..<end].firstIndex { $0 <= .space } ?? end
    }

    private func isTitle(_ range: Range<Int>) -> Bool {
        guard range.count >= 2, let first = bytes[range].first, let last = bytes[range].last else {
            return false
        }
        switch first {
        case .quote, .apostrophe: return first == last
        case .openParenthesis: return last == .closeParenthesis
        default: return false
        }
    }

    // MARK: Labels

    /// Records the labels in the innermost brackets of a piece of prose.
    private mutating func readLabels(in range: Range<Int>) {
        var open: Int?
        var i = range.lowerBound
        while i < range.upperBound {
            switch bytes[i] {
            case .backslash: i += 1
            case .openBracket: open = i + 1
            case .closeBracket:
                if let start = open, i - start <= Self.longestLabel {
                    named.insert(Self.normalized(bytes[start..<i]))
                }
                open = nil
            default: break
            }
            i += 1
        }
    }

    /// A label without the blanks at its ends, other blanks as one space, and without case (section
    /// 6.3); the `>` of a quote after a line break counts as a blank.
    static func normalized(_ label: ArraySlice<UInt8>) -> String {
        var text: [UInt8] = []
        var hasBlank = false
        var isAtLineStart = false
        for byte in label {
            if byte.isSpace || isAtLineStart && byte == .greater {
                hasBlank = true
                isAtLineStart = isAtLineStart || byte.isLineEnd
                continue
            }
            if hasBlank, !text.isEmpty { text.append(.space) }
            hasBlank = false
            isAtLineStart = false
            text.append(byte)
        }
        return String(decoding: text, as: UTF8.self).lowercased().uppercased()
    }
}
