import Markdown
import Text

/// Finds where the last paragraph of an excerpt is cut: after `。！？；` or `，、：`, before a space or
/// between two Chinese characters, never inside a Latin word, a code span, raw HTML or a grapheme,
/// never before a closing mark.
///
/// The cut is in the last two fifths of the length, at the last place of the best kind: a
/// sentence's end; else a comma or a space; else the first of these beyond the length, unless it is
/// as far again; else a place between two characters, or after a slash of an address. Without any
/// of these it is an earlier place, or one far beyond.
struct ParagraphCut {
    /// The words up to the end of the search: all of the paragraph's if nothing is cut.
    let count: WordCount
    /// Whether inline tags were read.
    let holdsHTML: Bool
    private let length: Int
    private let units: [Unit]

    /// One scalar of the paragraph's text, or something that is not text.
    private struct Unit {
        let scalar: Unicode.Scalar
        /// A cut after it; nil: not possible.
        let cut: Cut?
        /// The excerpt's words up to and including it.
        let words: Int
    }

    private enum Position {
        case sentence
        /// After a comma or before a space.
        case pause
        case character
        /// After a slash between letters.
        case part
    }

    /// Reads the paragraph, up to about three times the length. O(length).
    ///
    /// - Parameters:
    ///   - count: the words of the excerpt before this paragraph.
    ///   - length: of the whole excerpt, in words.
    init(_ tree: Tree, _ paragraph: NodeID, after count: WordCount, length: Int) {
        self.length = length
        var count = count
        var units: [Unit] = []
        var openElements = 0
        var holdsHTML = false
        var id = tree.successor(paragraph, in: paragraph)
        while id != Tree.none, count.words <= 3 * length {
            let node = tree[id]
            var isOpaque = false
            switch node.kind {
            case .text:
                var i = node.text.lowerBound
                while i < node.text.upperBound, count.words <= 3 * length {
                    let (scalar, width) = tree.bytes.scalar(at: i, before: node.text.upperBound)
                    i += width
                    count.add(scalar)
                    let cut = openElements > 0 ? nil : Cut(before: id, textEnd: i)
                    units.append(Unit(scalar: scalar, cut: cut, words: count.words))
                }
            case .softBreak where node.isJoined: break
            case .softBreak, .hardBreak:
                count.endRun()
                units.append(Unit(scalar: " ", cut: nil, words: count.words))
            case .image, .code, .footnoteReference, .formula, .templateTag:
                isOpaque = true
                count.endRun()
                units.append(Unit(scalar: "\u{FFFC}", cut: nil, words: count.words))
            case .htmlInline:
                holdsHTML = true
                openElements += Self.opened(by: tree.bytes[node.text])
                if tree.partsWords(id) {
                    count.endRun()
                    units.append(Unit(scalar: " ", cut: nil, words: count.words))
                }
            default: break
            }
            id = isOpaque ? tree.following(id, in: paragraph) : tree.successor(id, in: paragraph)
        }
        self.count = count
        self.holdsHTML = holdsHTML
        self.units = units
    }

    /// The cut; nil: the paragraph fits, or has no place for a cut. O(length).
    func find() -> Cut? {
        guard count.words > length else { return nil }
        var sentence: Unit?
        var pause: Unit?
        var character: Unit?
        var part: Unit?
        /// The last place before the two fifths.
        var early: Unit?
        for index in units.indices.dropLast() {
            let unit = units[index]
            guard let position = position(after: index) else { continue }
            if unit.words > length {
                if sentence != nil || pause != nil { break }
                let last = character ?? part ?? early
                if last != nil, unit.words > 2 * length { break }
                if position == .sentence || position == .pause { return unit.cut }
            } else if unit.words < length * 3 / 5 {
                if position != .part { early = unit }
            } else {
                switch position {
                case .sentence: sentence = unit
                case .pause: pause = unit
                case .character: character = unit
                case .part: part = unit
                }
            }
        }
        return (sentence ?? pause ?? character ?? part ?? early)?.cut
    }

    /// The kind of place for a cut after a unit; nil: none.
    private func position(after index: Int) -> Position? {
        let unit = units[index]
        let next = units[index + 1].scalar
        guard unit.cut != nil, next.wordPart != .extending, !next.isClosingMark else { return nil }
        var base = index
        while base > 0, units[base].scalar.isClosing { base -= 1 }
        if units[base].scalar.endsSentence { return .sentence }
        if next.isUnicodeWhitespace, !unit.scalar.isUnicodeWhitespace {
            let visible = units[(index + 1)...].first { !$0.scalar.isUnicodeWhitespace }
            return visible.map { $0.scalar.isClosingMark } ?? true ? nil : .pause
        }
        if units[base].scalar.isPause { return .pause }
        if unit.scalar == "/", next.wordPart == .run { return .part }
        let isBetween =
            (unit.scalar.standsAlone || unit.scalar.isWideMark)
            && (next.standsAlone || next.isWideOpening)
        return isBetween ? .character : nil
    }

    /// How many more elements a piece of inline HTML opens than it closes: `<b>` 1, `</b>` -1,
    /// `<br>`, `<i/>` and comments 0.
    private static func opened(by html: ArraySlice<UInt8>) -> Int {
        // A character reference of a text in HTML opens nothing.
        guard html.first == UInt8(ascii: "<") else { return 0 }
        if html.starts(with: "</".utf8) { return -1 }
        if html.dropFirst().first == UInt8(ascii: "!")
            || html.dropFirst().first == UInt8(ascii: "?")
            || html.dropLast().last == UInt8(ascii: "/")
        {
            return 0
        }
        let name = html.dropFirst().prefix { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
        let void = [
            "area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr",
        ]
        return void.contains(String(decoding: name, as: UTF8.self).lowercased()) ? 0 : 1
    }
}

extension Unicode.Scalar {
    /// The four marks that end a sentence, or a part that could be a sentence.
    fileprivate var endsSentence: Bool {
        self == "。" || self == "！" || self == "？" || self == "；"
    }

    /// A mark inside a sentence that may end an excerpt.
    fileprivate var isPause: Bool { self == "，" || self == "、" || self == "：" }

    /// A closing mark of Chinese text.
    fileprivate var isWideMark: Bool { value >= 0x80 && isClosingMark && wordPart == .separator }

    /// An opening bracket or quotation mark of Chinese text.
    fileprivate var isWideOpening: Bool {
        guard value >= 0x80 else { return false }
        return [.openPunctuation, .initialPunctuation].contains(properties.generalCategory)
    }

    /// A closing bracket or quotation mark, or a character that extends the one before it.
    fileprivate var isClosing: Bool {
        if self == "\"" || self == "'" { return true }
        switch properties.generalCategory {
        case .closePunctuation, .finalPunctuation: return true
        default: return value >= 0x80 && wordPart == .extending
        }
    }

    /// A mark that may not begin a line either: closing brackets and quotes, and marks that belong
    /// to the text before them.
    fileprivate var isClosingMark: Bool {
        switch self {
        case "。", "，", "、", "；", "：", "！", "？", "…", "—", ",", ".", ";", ":", "!", "?": true
        default: isClosing
        }
    }

    /// A character that is a grapheme by itself whatever follows, except extending characters: not
    /// one of the letters that may compose Hangul syllables.
    fileprivate var standsAlone: Bool {
        guard wordPart == .character else { return false }
        switch value {
        case 0x1100...0x11FF, 0xA960...0xA97F, 0xAC00...0xD7FF: return false
        default: return true
        }
    }
}
