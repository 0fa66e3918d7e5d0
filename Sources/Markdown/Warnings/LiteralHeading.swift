import Text

/// Distinguishes a heading that lacks its space from a tag, a number and a directive of C.
///
///     ##安装, ##【安装】, ##**安装**, ##安装##, ##1, #前言   meant
///     #Overview, #总结#, #1.安装, each before other text  meant
///     #1, #fixme, #Go #Rust, #include <stdio.h>         not meant
struct LiteralHeading {
    private let tree: Tree
    private let bytes: [UInt8]
    private let node: NodeID
    /// The text after the marks and before the closing marks, up to the end of the line or other
    /// markup.
    private let title: Range<Int>
    private let level: Int
    private let isClosed: Bool

    /// - Parameters:
    ///   - id: a text that begins with marks and a line.
    ///   - marks: how many `#` it begins with.
    init(_ tree: Tree, _ id: NodeID, marks: Int) {
        self.tree = tree
        bytes = tree.bytes
        node = id
        level = marks
        let text = tree[id].text.lowerBound + marks..<tree[id].text.upperBound
        var end = text.upperBound
        while end > text.lowerBound, tree.bytes[end - 1] == .hash { end -= 1 }
        isClosed = end < text.upperBound && end > text.lowerBound
        title = text.lowerBound..<(isClosed ? end : text.upperBound)
    }

    /// O(line).
    var isMeant: Bool {
        guard let first = bytes[title].first else { return level > 1 && hasEmphasis }
        guard !first.isSpace, !hasOtherMark else { return false }
        let scalar = bytes.scalar(at: title.lowerBound)
        if scalar.isASCII {
            guard first.isLetter || first.isDigit else { return false }
        } else if scalar.isUnicodePunctuation {
            return level > 1 && scalar.isOpening
        }
        return level > 1 ? !isPattern : !hasMore && isTitle
    }

    // MARK: Context

    /// Whether other markup follows on the line.
    private var hasMore: Bool {
        let next = tree[node].next
        return next != Tree.none && tree[next].kind != .softBreak && tree[next].kind != .hardBreak
    }

    private var hasEmphasis: Bool {
        hasMore && [.emphasis, .strong].contains(tree[tree[node].next].kind)
    }

    private var block: Node { tree[tree[node].parent] }

    /// Whether it begins a paragraph that is in no list or quote.
    private var beginsBlock: Bool {
        block.firstChild == node && tree[block.parent].kind == .document
    }

    /// Whether nothing else is in its paragraph.
    private var isAlone: Bool { beginsBlock && tree[node].next == Tree.none }

    /// Whether text follows that could be its section's: further lines or another block, but not
    /// just another tag.
    private var beginsSection: Bool {
        guard beginsBlock else { return false }
        if !isAlone { return !hasMarkBelow }
        guard block.next != Tree.none else { return false }
        switch tree[block.next].kind {
        case .paragraph:
            let text = tree[block.next].firstChild
            return text == Tree.none || !beginsTag(text)
        case .list, .blockQuote, .callout, .codeBlock, .table, .heading, .htmlBlock: return true
        default: return false
        }
    }

    /// Whether a further line of the paragraph begins with one mark: then they are tags, or
    /// comments of a script. O(nodes of the paragraph).
    private var hasMarkBelow: Bool {
        var child = tree[node].next
        while child != Tree.none {
            if beginsTag(child) { return true }
            child = tree[child].next
        }
        return false
    }

    private func beginsTag(_ text: NodeID) -> Bool {
        guard tree[text].kind == .text else { return false }
        let word = bytes[tree[text].text].prefix(2)
        return word.first == .hash && word.count == 2 && word.last.map(\.isLetter) ?? false
    }

    // MARK: Content

    /// `#Go #Rust`, `#话题#二`; after several marks, only a single mark before a word counts.
    private var hasOtherMark: Bool {
        if level == 1 { return bytes[title].contains(.hash) }
        return title.contains {
            bytes[$0] == .hash && bytes[$0 - 1].isBlank && $0 + 1 < title.upperBound
                && !bytes[$0 + 1].isBlank
        }
    }

    /// `##0.00`, `##vso[task]`; `##1` alone is not one.
    private var isPattern: Bool {
        let word = bytes[title].prefix { !$0.isSpace }
        if bytes[title].contains(.openBracket) { return true }
        guard word.count == title.count else { return false }
        if isAlone, word.count <= 3, word.allSatisfy(\.isDigit) { return false }
        return word.allSatisfy { $0.isDigit || $0 == .period }
    }

    /// One `#` and one word is more often a tag, a directive or a color than a heading, and
    /// `#room:host` is a chat room.
    private var isTitle: Bool {
        let word = bytes[title].prefix { !$0.isSpace }
        if isClosed { return beginsSection && bytes[title].contains { !$0.isDigit } }
        if word.first.map(\.isDigit) ?? true { return isNumbered && isAlone && beginsSection }
        guard !word.contains(.colon), !isDirective else { return false }
        if bytes[title].contains(where: { $0.isBlank || $0 >= 0x80 }) {
            return isAlone || beginsSection && !isSentence
        }
        return isCapitalized && beginsSection
    }

    /// `#1.安装`, `#2、配置`.
    private var isNumbered: Bool {
        let digits = bytes[title].prefix(while: \.isDigit)
        guard digits.count <= 2, case let rest = bytes[digits.endIndex..<title.upperBound] else {
            return false
        }
        let mark = ["、", "．", "."].first { rest.starts(with: $0.utf8) }
        guard let mark, let next = rest.dropFirst(mark.utf8.count).first else { return false }
        return !next.isDigit && next != .period
    }

    /// `Overview`: a capital letter and lower-case ones, and not a color.
    private var isCapitalized: Bool {
        let word = bytes[title]
        guard word.count > 2, word.allSatisfy(\.isLetter), let first = word.first else {
            return false
        }
        let isColor =
            [3, 4, 6, 8].contains(word.count) && word.allSatisfy { $0.lowercased <= 0x66 }
        return !isColor && first != first.lowercased && word.contains { $0 == $0.lowercased }
    }

    /// Whether it ends like a sentence, or is as long as one.
    private var isSentence: Bool {
        title.count > 90
            || ["。", "，", "；", "！", "？", "：", ".", ",", ";", "!", ":"].contains {
                bytes[title].suffix($0.utf8.count).elementsEqual($0.utf8)
            }
    }

    /// `#include <stdio.h>`, `#available(iOS 15, *)`.
    private var isDirective: Bool {
        let word = bytes[title].prefix { $0.isLetter || $0 == .underscore }
        if word.isEmpty { return false }
        if word.endIndex < title.upperBound {
            let next = bytes[word.endIndex]
            if next == .openParenthesis { return true }
            if next >= 0x80 { return false }
        }
        return Self.directives.contains(String(decoding: word, as: UTF8.self))
    }

    /// Of C, C#, Swift and similar languages.
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
