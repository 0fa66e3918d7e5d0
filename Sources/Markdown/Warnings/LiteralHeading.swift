import Text

/// Tells a heading that lacks its space from a tag, a number and a directive of C.
///
///     ##安装, ##【安装】, ##**安装**, #前言   meant
///     #1, #fixme, #Go #Rust, #include <stdio.h>   not meant
struct LiteralHeading {
    private let bytes: [UInt8]
    /// The text after the marks, up to the end of the line or other markup.
    private let text: Range<Int>
    private let level: Int
    /// Whether nothing else is in its paragraph, which is in no list.
    private let isAlone: Bool
    /// Whether other markup follows on the line.
    private let hasMore: Bool
    /// Whether emphasis follows the text.
    private let hasEmphasis: Bool

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
        hasEmphasis = hasMore && [.emphasis, .strong].contains(tree[node.next].kind)
    }

    /// O(line).
    var isMeant: Bool {
        guard let first = bytes[text].first else { return level > 1 && hasEmphasis }
        guard !first.isSpace, !hasOtherMark else { return false }
        let scalar = bytes.scalar(at: text.lowerBound)
        if scalar.isASCII {
            guard first.isLetter || first.isDigit else { return false }
        } else if scalar.isUnicodePunctuation {
            return level > 1 && scalar.isOpening
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
        return !word.contains(.colon) && !isDirective
            && bytes[text].contains { $0.isBlank || $0 >= 0x80 }
    }

    /// `#include <stdio.h>`, `#available(iOS 15, *)`.
    private var isDirective: Bool {
        let word = bytes[text].prefix { $0.isLetter || $0 == .underscore }
        if word.isEmpty { return false }
        if word.endIndex < text.upperBound {
            let next = bytes[word.endIndex]
            if next == .openParenthesis { return true }
            if next >= 0x80 { return false }
        }
        return Self.directives.contains(String(decoding: word, as: UTF8.self))
    }

    /// Of C, C#, Swift and of their like.
    private static let directives: Set<String> = [
        "include", "include_next", "import", "define", "undef", "pragma", "if", "ifdef", "ifndef",
        "elif", "elifdef", "elifndef", "elseif", "else", "endif", "error", "warning", "line",
        "region", "endregion", "nullable", "ident", "embed", "using",
    ]
}

extension Unicode.Scalar {
    /// An opening bracket or quotation mark.
    fileprivate var isOpening: Bool {
        [.openPunctuation, .initialPunctuation].contains(properties.generalCategory)
    }
}
