import Text

/// Tells a heading that lacks its space from a tag, a number and a directive of C.
///
///     ##安装, #前言                meant
///     #1, #fixme, #Go #Rust      not meant
struct LiteralHeading {
    private let bytes: [UInt8]
    /// The text after the marks, up to the end of the line or other markup.
    private let text: Range<Int>
    private let level: Int
    /// Whether nothing else is in its paragraph, which is in no list.
    private let isAlone: Bool
    /// Whether other markup follows on the line.
    private let hasMore: Bool

    /// - Parameters:
    ///   - id: a text that begins with marks and a line.
    ///   - marks: how many `#` it begins with.
    init(_ tree: Tree, _ id: NodeID, marks: Int) {
        bytes = tree.bytes
        level = marks
        let node = tree[id]
        text = node.text.lowerBound + marks..<node.text.upperBound
        let block = tree[node.parent]
        isAlone =
            block.firstChild == id && node.next == Tree.none
            && tree[block.parent].kind == .document
        hasMore =
            node.next != Tree.none && tree[node.next].kind != .softBreak
            && tree[node.next].kind != .hardBreak
    }

    /// O(line).
    var isMeant: Bool {
        guard let first = bytes[text].first, !first.isSpace, !hasOtherMark else { return false }
        let scalar = bytes.scalar(at: text.lowerBound)
        guard scalar.isASCII ? first.isLetter || first.isDigit : !scalar.isUnicodePunctuation else {
            return false
        }
        return level > 1 ? !isPattern : isAlone && !first.isDigit && !hasMore && isTitle
    }

    /// `#Go #Rust`, `#话题#`.
    private var hasOtherMark: Bool { bytes[text].contains(.hash) }

    /// `##0.00`, `##vso[task]`.
    private var isPattern: Bool {
        let word = bytes[text].prefix { !$0.isSpace }
        return bytes[text].contains(.openBracket)
            || word.count == text.count && word.allSatisfy { $0.isDigit || $0 == .period }
    }

    /// One `#` and one word is a tag, a directive or a color more often than a heading, and
    /// `#room:host` is a chat room.
    private var isTitle: Bool {
        let word = bytes[text].prefix { !$0.isSpace }
        return !word.contains(.colon)
            && bytes[text].contains { $0.isBlank || $0 >= 0x80 }
    }
}
