/// A tag in the text.
struct ScannedTag {
    enum Sigil {
        case variable
        case unescaped
        case section
        case inverted
        case close
        case partial
        case parent
        case block
        case comment
        case delimiters
    }

    let sigil: Sigil
    /// With its delimiters.
    let range: Range<Int>
    /// Without delimiters, sigil and surrounding white space.
    let content: Range<Int>
}

/// Finds the tags of a template's text between its current delimiters.
struct TagScanner {
    enum Found {
        case tag(ScannedTag)
        /// Text that looks like a tag and is not one; `resume`: where to continue, nil for not at
        /// all.
        case malformed(Range<Int>, message: String, resume: Int?)
    }

    let bytes: [UInt8]
    private var open = Array("{{".utf8)
    private var close = Array("}}".utf8)

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The next tag at or after `start`; nil without one.
    func next(from start: Int) -> Found? {
        guard let tagStart = find(open, from: start) else { return nil }
        var position = tagStart + open.count
        if position < bytes.count, bytes[position] == UInt8(ascii: "{") {
            return scan(
                .unescaped, from: tagStart, content: position + 1, until: [UInt8(ascii: "}")])
        }
        while position < bytes.count, bytes[position].isTemplateSpace { position += 1 }
        switch position < bytes.count ? bytes[position] : 0 {
        case UInt8(ascii: "&"): return scan(.unescaped, from: tagStart, content: position + 1)
        case UInt8(ascii: "#"): return scan(.section, from: tagStart, content: position + 1)
        case UInt8(ascii: "^"): return scan(.inverted, from: tagStart, content: position + 1)
        case UInt8(ascii: "/"): return scan(.close, from: tagStart, content: position + 1)
        case UInt8(ascii: ">"): return scan(.partial, from: tagStart, content: position + 1)
        case UInt8(ascii: "<"): return scan(.parent, from: tagStart, content: position + 1)
        case UInt8(ascii: "$"): return scan(.block, from: tagStart, content: position + 1)
        case UInt8(ascii: "!"): return scan(.comment, from: tagStart, content: position + 1)
        case UInt8(ascii: "="):
            let equals = [UInt8(ascii: "=")]
            return scan(.delimiters, from: tagStart, content: position + 1, until: equals)
        default: return scan(.variable, from: tagStart, content: position)
        }
    }

    /// Reads new delimiters from the content of `{{=<% %>=}}`; false if they are not two words
    /// without `=`.
    mutating func setDelimiters(_ content: Range<Int>) -> Bool {
        let words = bytes[content].split(whereSeparator: \.isTemplateSpace)
        guard words.count == 2, !bytes[content].contains(UInt8(ascii: "=")) else { return false }
        open = Array(words[0])
        close = Array(words[1])
        return true
    }

    /// Finds the end of a tag: `ending` and the closing delimiter. A second opening delimiter
    /// before it shows that this tag is not closed. This keeps the reported place close to the
    /// mistake, and the search short in a text full of such mistakes.
    private func scan(
        _ sigil: ScannedTag.Sigil, from start: Int, content: Int, until ending: [UInt8] = []
    ) -> Found {
        let mayNest = sigil == .comment || sigil == .delimiters
        let end = ending + close
        let opening = start..<(start + open.count)
        var position = content
        while position < bytes.count {
            if matches(end, at: position) {
                let tag = ScannedTag(
                    sigil: sigil, range: start..<(position + end.count),
                    content: trimmed(content..<position))
                return .tag(tag)
            }
            if !mayNest, matches(open, at: position) {
                return .malformed(opening, message: unclosed(sigil, end), resume: position)
            }
            position += 1
        }
        return .malformed(opening, message: unclosed(sigil, end), resume: nil)
    }

    private func unclosed(_ sigil: ScannedTag.Sigil, _ end: [UInt8]) -> String {
        let name = sigil == .comment ? "comment" : "tag"
        return "a \(name) is not closed by '\(String(decoding: end, as: UTF8.self))'"
    }

    private func find(_ word: [UInt8], from start: Int) -> Int? {
        var position = start
        while position + word.count <= bytes.count {
            if matches(word, at: position) { return position }
            position += 1
        }
        return nil
    }

    private func matches(_ word: [UInt8], at position: Int) -> Bool {
        guard bytes[position] == word[0], position + word.count <= bytes.count else { return false }
        for offset in 1..<max(word.count, 1) where bytes[position + offset] != word[offset] {
            return false
        }
        return true
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high, bytes[low].isTemplateSpace { low += 1 }
        while low < high, bytes[high - 1].isTemplateSpace { high -= 1 }
        return low..<high
    }
}

extension UInt8 {
    /// White space within a tag, line ends included.
    var isTemplateSpace: Bool {
        isTemplateIndent || self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r")
    }

    /// White space within a line.
    var isTemplateIndent: Bool {
        self == UInt8(ascii: " ") || self == UInt8(ascii: "\t")
    }
}
