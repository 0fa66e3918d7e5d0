/// Spellings of an elision.
enum ElisionMark {
    /// The beginnings of elisions and placeholders that a text contains.
    struct Signs: OptionSet {
        let rawValue: UInt8
        /// Consecutive dots, ASCII's or others.
        static let dots = Signs(rawValue: 1)
        /// `<` before a name.
        static let angle = Signs(rawValue: 2)
        /// `snip`, `omit`, `略`.
        static let words = Signs(rawValue: 4)
    }

    /// Which of them a text contains; most listings contain none and need no scan. O(bytes).
    static func signs(in code: [UInt8]) -> Signs {
        func has(_ word: (UInt8, UInt8, UInt8, UInt8), at index: Int) -> Bool {
            index >= 0 && index + 4 <= code.count
                && (code[index], code[index + 1], code[index + 2], code[index + 3]) == word
        }
        var signs: Signs = []
        let isLast = isLastOfSign
        for index in code.indices where isLast[Int(code[index])] {
            switch code[index] {
            case UInt8(ascii: "."):
                guard index > 0 else { continue }
                let before = code[index - 1]
                if before == UInt8(ascii: ".") || before == .space { signs.insert(.dots) }
            case 0xE2: signs.insert(.dots)
            case 0x82: if index >= 2, code[index - 2] == 0xE3 { signs.insert(.dots) }
            case 0xA5: if index >= 2, code[index - 2] == 0xE7 { signs.insert(.words) }
            case UInt8(ascii: "p"):
                if has((0x73, 0x6E, 0x69, 0x70), at: index - 3) { signs.insert(.words) }
            case UInt8(ascii: "t"):
                if has((0x6F, 0x6D, 0x69, 0x74), at: index - 3) { signs.insert(.words) }
            default:
                if index + 1 < code.count, code[index + 1].isNameStart { signs.insert(.angle) }
            }
        }
        return signs
    }

    /// By byte: whether it may complete a sign. `…` and `⋯` begin with E2, `。` has 82 after E3 and
    /// ends in it, `略` ends in A5; then `.`, `<`, and the ends of `snip` and `omit`.
    private static let isLastOfSign: [Bool] = {
        var table = [Bool](repeating: false, count: 256)
        for byte: UInt8 in [0x2E, 0xE2, 0x82, 0xA5, 0x70, 0x74, 0x3C] { table[Int(byte)] = true }
        return table
    }()

    /// Whether an ellipsis may begin with a byte.
    static func mayBegin(with byte: UInt8) -> Bool { byte == 0x2E || byte == 0xE2 || byte == 0xE3 }

    /// The end of an ellipsis that begins at `start`: `...`, `......`, `. . .`, `…`, `……`, `。。。`;
    /// nil without one.
    static func ellipsis(in code: [UInt8], at start: Int, limit: Int) -> Int? {
        var i = start
        var dots = 0
        while i < limit {
            if code[i] == UInt8(ascii: ".") {
                dots += 1
                i += 1
            } else if let end = wideEllipsis(in: code, at: i, limit: limit) {
                dots += code[i] == 0xE3 ? 1 : 3
                i = end
            } else if code[i] == .space, i > start, i + 1 < limit, code[i + 1] == 0x2E,
                code[i - 1] == 0x2E, dots == (i - start + 1) / 2
            {
                i += 1
            } else {
                break
            }
        }
        return dots >= 3 ? i : nil
    }

    /// `…`, `⋯` or `。`, three bytes each.
    private static func wideEllipsis(in code: [UInt8], at i: Int, limit: Int) -> Int? {
        guard i + 3 <= limit else { return nil }
        switch (code[i], code[i + 1], code[i + 2]) {
        case (0xE2, 0x80, 0xA6), (0xE2, 0x8B, 0xAF), (0xE3, 0x80, 0x82): return i + 3
        default: return nil
        }
    }

    /// Whether a comment says that something is left out: `// ...`, `/* … */`, `# 省略部分代码`.
    static func isElision(comment: ArraySlice<UInt8>) -> Bool {
        let text = trimmed(comment)
        guard let first = text.indices.first else { return false }
        if let end = ellipsis(in: Array(text), at: 0, limit: text.count) {
            return end == text.count || text[first + end] == .space || text[first + end] >= 0x80
        }
        return saysOmitted(text)
    }

    /// Whether the text of a line, or of a word in angle brackets, says that code is left out.
    static func saysOmitted(_ text: ArraySlice<UInt8>) -> Bool {
        // Only short texts: a sentence with the word is about something else.
        guard text.count <= 60 else { return false }
        let words = trimmed(text)
        return ["snip", "omitted", "略"].contains { words.elementsEqual($0.utf8) }
            || contains(words, "省略")
    }

    private static func contains(_ text: ArraySlice<UInt8>, _ word: String) -> Bool {
        let word = Array(word.utf8)
        guard text.count >= word.count else { return false }
        return text.indices.dropLast(word.count - 1).contains {
            text[$0..<$0 + word.count].elementsEqual(word)
        }
    }

    /// Removes the marks of a comment and the rules around its words.
    private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        func isFrame(_ byte: UInt8) -> Bool {
            switch byte {
            case 0x2F, 0x2A, 0x23, 0x2D, 0x3D, 0x3C, 0x3E, 0x21, 0x3B, 0x25, 0x7E: true
            default: byte.isBlank || byte == .lineFeed || byte.opensBracket || byte.closesBracket
            }
        }
        var text = text.drop(while: isFrame)
        while let last = text.last, isFrame(last) { text.removeLast() }
        return text
    }
}
