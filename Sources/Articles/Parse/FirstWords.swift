import Markdown
import Text

/// The beginning of a text as one line, for machines: a description where its author gave none.
///
/// A text that is too long ends after a sentence, where one ends in the second half of what there is
/// room for, else before a word in its last two fifths, with `…`; never inside a grapheme, and inside
/// a word only where one takes up all of these.
enum FirstWords {
    /// At most so many graphemes.
    private static let most = 120

    /// Of the first paragraph that has text other than pictures, template tags and a marker for the
    /// contents; none that is collapsed, hidden or a caption, but for a caption where there is no other.
    /// Empty without one. O(characters that are taken) for ASCII and Chinese, else O(paragraph).
    static func of(_ document: Document) -> String {
        var asides = AsideElements()
        if let words = words(of: document.tree, outside: &asides) { return words }
        guard asides.found.contains(.caption) else { return "" }
        asides = AsideElements(readsCaptions: false)
        return words(of: document.tree, outside: &asides) ?? ""
    }

    private static func words(of tree: Tree, outside asides: inout AsideElements) -> String? {
        for block in tree.children(of: Tree.root) {
            switch tree[block].kind {
            case .htmlBlock, .htmlInline: asides.read(block, in: tree)
            // A custom block is one of a text in HTML.
            case .paragraph, .customBlock:
                guard asides.kind == nil, tree.hasProse(in: block) else { break }
                let text = tree.plainBytes(of: block)
                let words = plain(text) ?? any(text)
                if !words.isEmpty { return words }
            default: break
            }
        }
        return nil
    }

    /// nil where a character of the beginning may be of several scalars, or is not known to be one.
    static func plain(_ text: [UInt8]) -> String? {
        var line = Line()
        var i = 0
        while i < text.count, line.ends.count <= most {
            let byte = text[i]
            var width = 1
            switch byte {
            case 0x09, 0x0A, 0x0C, 0x0D, 0x20:
                line.isApart = true
                i += 1
                continue
            case 0x21...0x7E: break
            case 0xE2 where i + 2 < text.count && text[i + 1] == 0x80 && isMark(text[i + 2]),
                0xE3 where i + 2 < text.count && text[i + 1] == 0x80 && isBracket(text[i + 2]),
                0xE4...0xE9 where i + 2 < text.count,
                0xEF where i + 2 < text.count && text[i + 1] == 0xBC:
                // Dashes, quotes and dots; `、。「」`; Han from U+4000; `，：（）`.
                width = 3
            default: return nil
            }
            line.append(text[i..<i + width])
            i += width
        }
        return line.beginning
    }

    /// The last byte of U+2010 to U+2027.
    private static func isMark(_ byte: UInt8) -> Bool { (0x90...0xA7).contains(byte) }

    /// The last byte of U+3001 to U+3003 and U+3008 to U+3011.
    private static func isBracket(_ byte: UInt8) -> Bool {
        (0x81...0x83).contains(byte) || (0x88...0x91).contains(byte)
    }

    static func any(_ text: [UInt8]) -> String {
        var line = Line()
        for character in String(decoding: text, as: UTF8.self) {
            if line.ends.count > most { break }
            if character.unicodeScalars.allSatisfy(\.isUnicodeWhitespace) {
                line.isApart = true
            } else {
                line.append(character.utf8)
            }
        }
        return line.beginning
    }

    /// A text without breaks, as far as it is read, and where its graphemes end.
    private struct Line {
        private var bytes: [UInt8] = []
        private(set) var ends: [Int] = []
        /// Whether white space came before what comes next.
        var isApart = false

        mutating func append(_ grapheme: some Sequence<UInt8>) {
            if isApart, !bytes.isEmpty {
                bytes.append(0x20)
                ends.append(bytes.count)
            }
            isApart = false
            bytes.append(contentsOf: grapheme)
            ends.append(bytes.count)
        }

        /// The whole, or its beginning up to a place to end.
        var beginning: String {
            if ends.count <= most { return text(most) }
            for count in stride(from: most, to: most / 2, by: -1) where endsSentence(at: count) {
                return text(count)
            }
            let last = stride(from: most - 1, to: most * 3 / 5, by: -1)
            for count in last where endsWord(at: count) { return text(count) + "…" }
            for count in last where scalar(count - 1) == "/" { return text(count) + "…" }
            return text(most - 1) + "…"
        }

        private func text(_ count: Int) -> String {
            let end = count < ends.count ? ends[count - 1] : bytes.count
            return String(decoding: bytes[..<end], as: UTF8.self)
        }

        /// The first scalar of a grapheme.
        private func scalar(_ index: Int) -> Unicode.Scalar {
            let start = index > 0 ? ends[index - 1] : 0
            if bytes[start] < 0x80 { return Unicode.Scalar(bytes[start]) }
            var decoder = UTF8()
            var rest = bytes[start..<ends[index]].makeIterator()
            guard case .scalarValue(let scalar) = decoder.decode(&rest) else { return "\u{FFFD}" }
            return scalar
        }

        private func endsSentence(at count: Int) -> Bool {
            let next = scalar(count)
            if next.isClosingMark { return false }
            var last = count - 1
            while last > 0, scalar(last).isClosingMark, !scalar(last).endsSentence { last -= 1 }
            switch scalar(last) {
            case "。", "！", "？": return true
            case ".", "!", "?":
                // `e.g. this` goes on, and so does `a.b`.
                let isLower = count + 1 < ends.count && scalar(count + 1).properties.isLowercase
                return next == " " && !isLower
            default: return false
            }
        }

        private func endsWord(at count: Int) -> Bool {
            let (last, next) = (scalar(count - 1), scalar(count))
            if next == " " { return true }
            if last == " " || next.isClosingMark || last.isOpeningMark { return false }
            return last.standsAlone || next.standsAlone
        }
    }
}

extension Tree {
    /// Whether a paragraph has words of its author: not only pictures, template tags and breaks, and
    /// not `[TOC]`. O(nodes up to the first words).
    fileprivate func hasProse(in block: NodeID) -> Bool {
        var id = successor(block, in: block)
        while id != Tree.none {
            switch self[id].kind {
            case .text:
                let text = bytes[self[id].text]
                if text.contains(where: { !$0.isSpace }) { return !isContentsMarker(block) }
            case .code, .formula: return true
            case .image:
                id = following(id, in: block)
                continue
            default: break
            }
            id = successor(id, in: block)
        }
        return false
    }

    /// `[TOC]` and its like, alone in a paragraph. O(1) but for what begins like one.
    private func isContentsMarker(_ block: NodeID) -> Bool {
        let first = self[block].firstChild
        guard self[first].kind == .text, case let text = bytes[self[first].text],
            let mark = text.first,
            [UInt8(ascii: "["), UInt8(ascii: "@"), UInt8(ascii: "$")].contains(mark)
        else { return false }
        let markers = ["[toc]", "[[toc]]", "${toc}", "@[toc]"]
        return markers.contains(plainText(of: block).lowercased())
    }
}

extension Unicode.Scalar {
    fileprivate var endsSentence: Bool {
        switch self {
        case "。", "！", "？", ".", "!", "?": true
        default: false
        }
    }

    /// A mark that belongs to what is before it.
    fileprivate var isClosingMark: Bool {
        switch self {
        case "。", "，", "、", "；", "：", "！", "？", "…", "—", "·", "%", "％",
            ",", ".", ";", ":", "!", "?", "\"", "'":
            true
        default: [.closePunctuation, .finalPunctuation].contains(properties.generalCategory)
        }
    }

    /// A mark that belongs to what follows it.
    fileprivate var isOpeningMark: Bool {
        [.openPunctuation, .initialPunctuation].contains(properties.generalCategory)
    }

    /// A character of a script that puts no spaces between its words, or a mark of full width.
    fileprivate var standsAlone: Bool {
        isHan || isKana || isCJKPunctuation
    }
}
