import Markdown
import Text

/// The length of a text, in a unit for Chinese and English: a Han, Kana or Hangul character is 1, a
/// run of letters or digits is 1, punctuation 0. Code is not counted.
///
/// `用 Swift 6 写博客` is 6: 用, Swift, 6, 写, 博, 客.
package struct WordCount: Sendable, Hashable {
    /// Han, Kana and Hangul characters.
    package private(set) var characters = 0
    /// Runs of letters or digits of other scripts.
    package private(set) var runs = 0
    private var isInRun = false

    package init() {}

    /// Counts a text without markup. O(bytes).
    package init(of text: String) {
        for scalar in text.unicodeScalars { add(scalar) }
    }

    /// Counts all texts of a document except code, raw HTML, images and footnote marks. O(bytes).
    package init(of document: Document) {
        let tree = document.tree
        var node = tree.successor(Tree.root)
        while node != Tree.none {
            switch tree[node].kind {
            case .text: add(tree.bytes, tree[node].text)
            case .emphasis, .strong, .strikethrough, .link: break
            case .htmlInline: if tree.partsWords(node) { endRun() }
            case .image:
                endRun()
                node = tree.following(node)
                continue
            default: endRun()
            }
            node = tree.successor(node)
        }
    }

    /// The length of the text.
    package var words: Int { characters + runs }

    /// The reading time: 400 characters or 230 words a minute, rounded up, at least 1.
    package var minutes: Int {
        // In minutes of 9,200 parts, without rounding errors: 400 · 23 = 230 · 40 = 9,200.
        max(1, (characters * 23 + runs * 40 + 9199) / 9200)
    }

    /// Adds one scalar. Combining marks do not end their run.
    package mutating func add(_ scalar: Unicode.Scalar) {
        switch scalar.wordPart {
        case .character:
            characters += 1
            isInRun = false
        case .run:
            if !isInRun { runs += 1 }
            isInRun = true
        case .extending: break
        case .separator: isInRun = false
        }
    }

    /// Ends a run of letters, because the next text is elsewhere.
    package mutating func endRun() {
        isInRun = false
    }

    /// Adds UTF-8; ASCII and Han, the bulk of most texts, without a lookup.
    mutating func add(_ bytes: [UInt8], _ range: Range<Int>) {
        var i = range.lowerBound
        while true {
            i = addPlain(bytes, i..<range.upperBound)
            if i >= range.upperBound { return }
            let (scalar, length) = bytes.scalar(at: i, before: range.upperBound)
            add(scalar)
            i += length
        }
    }

    /// Whether three bytes are a mark of Chinese text: `—“…`, `、。「`, `，：（` and similar.
    private static func isMark(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        switch (first, second) {
        case (0xE2, 0x80): (0x90...0xA7).contains(third)
        case (0xE3, 0x80): (0x81...0x83).contains(third) || (0x88...0x91).contains(third)
        case (0xEF, 0xBC): (0x81...0x8F).contains(third) || (0x9A...0xA0).contains(third)
        default: false
        }
    }

    /// Adds ASCII, Han and their marks from the start of `range`; returns the position of the first
    /// other character.
    private mutating func addPlain(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
        let span = bytes.span
        var (characters, runs, isInRun) = (0, 0, isInRun)
        var i = range.lowerBound
        while i < range.upperBound {
            let byte = span[i]
            if byte < 0x80 {
                let isWord = (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
                if isWord, !isInRun { runs += 1 }
                isInRun = isWord
                i += 1
            } else if byte >= 0xE5, byte <= 0xE8 {
                // U+5000 to U+8FFF.
                characters += 1
                isInRun = false
                i += 3
            } else if i + 2 < range.upperBound, Self.isMark(byte, span[i + 1], span[i + 2]) {
                isInRun = false
                i += 3
            } else {
                break
            }
        }
        self.characters += characters
        self.runs += runs
        self.isInRun = isInRun
        return i
    }
}

extension Unicode.Scalar {
    /// The role of a scalar in a ``WordCount``.
    enum WordPart {
        case character
        case run
        case extending
        case separator
    }

    var wordPart: WordPart {
        if value < 0x80 {
            switch value {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return .run
            default: return .separator
            }
        }
        switch value {
        case 0x4E00...0x9FFF: return .character
        // The marks of Chinese text: dashes and quotes, full stops, brackets, full-width marks.
        case 0x2010...0x2027, 0x3001...0x3003, 0x3008...0x3011, 0xFF01...0xFF0F, 0xFF1A...0xFF20:
            return .separator
        default: break
        }
        // Checked before the scripts: the marks of kana (U+3099) and the variants of Han (U+FE00)
        // extend.
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .format: return .extending
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber:
            return isHan || isKana || isHangul ? .character : .run
        default: return .separator
        }
    }
}

extension [UInt8] {
    /// The scalar at an offset of valid UTF-8 and its length in bytes; U+FFFD for a part of one.
    func scalar(at i: Int, before end: Int) -> (Unicode.Scalar, Int) {
        let first = self[i]
        if first < 0x80 { return (Unicode.Scalar(first), 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard i + length <= end else { return ("\u{FFFD}", end - i) }
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for k in 1..<length { value = value << 6 | UInt32(self[i + k] & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }
}
