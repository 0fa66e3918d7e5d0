/// A part of a source that reaches the tree verbatim, without any Markdown in it.
struct VerbatimSpan: Sendable {
    enum Kind: Sendable, Hashable {
        case formula(isDisplay: Bool)
        case tag
        /// The tag before a listing, `{% highlight go %}`, with the language that it names.
        case openingTag(language: [UInt8])
        /// The tag after one.
        case closingTag
    }
    let kind: Kind
    /// In the file.
    let range: Range<Int>
    /// The text written for it: its lines without the prefixes of containers, ended by LF.
    let text: [UInt8]
    /// For each line but the first: the line break before it and the prefixes of containers, which
    /// libcmark still has to see.
    let breaks: [Range<Int>]

    /// A span whose further lines have the prefixes of those of `block`. O(bytes).
    init(_ kind: Kind, _ range: Range<Int>, in block: LeafBlock, of lines: SourceLines) {
        self.kind = kind
        self.range = range
        let bytes = lines.bytes
        var text: [UInt8] = []
        var breaks: [Range<Int>] = []
        var from = range.lowerBound
        var line = lines.line(of: from)
        while true {
            let whole = lines.range(of: line)
            if range.upperBound <= whole.upperBound || line >= lines.lastLine { break }
            text += bytes[from..<max(from, whole.upperBound)]
            text.append(.lineFeed)
            line += 1
            let start = block.prefix(of: lines.range(of: line), lines)
            breaks.append(whole.upperBound..<start)
            from = min(start, range.upperBound)
        }
        text += bytes[from..<range.upperBound]
        self.text = Self.repaired(text)
        self.breaks = breaks
    }

    /// libcmark writes U+FFFD for NUL and for invalid UTF-8.
    private static func repaired(_ text: [UInt8]) -> [UInt8] {
        if !text.contains(0), String(validating: text, as: UTF8.self) != nil { return text }
        let bytes = text.flatMap { $0 == 0 ? Array("\u{FFFD}".utf8) : [$0] }
        return Array(String(decoding: bytes, as: UTF8.self).utf8)
    }

    /// The placeholder that libcmark gets instead: a word that it takes for text, with as many
    /// lines as the span, and a blank if the span has one. The blank keeps text that is not an
    /// address from becoming one.
    func placeholder(_ index: Int, _ placeholders: PlaceholderCodePoints, in source: [UInt8])
        -> [UInt8]
    {
        let mark = placeholders.utf8(.verbatim)
        var number = mark + Array(String(index).utf8)
        switch kind {
        case .openingTag(let language): return Self.fence + language + number + mark
        case .closingTag: return Self.fence
        case .formula, .tag: break
        }
        if text.contains(where: \.isSpace) { number.append(.space) }
        var out = [.percent] + number + mark
        for lineBreak in breaks {
            out += source[lineBreak]
            out += placeholders.utf8(.continuation)
        }
        out.append(.percent)
        return out
    }

    /// A listing between tags has shorter runs of tildes.
    static let fence = [UInt8](repeating: .tilde, count: 24)
}
