import Text

extension Tree {
    /// Marks the soft breaks that leave no space: between two East Asian wide characters that are
    /// neither Hangul nor emoji, beside CJK punctuation, or beside U+200B. A quotation mark, an
    /// ellipsis or a dash counts as wide between such characters.
    ///
    ///     这是一⏎行        这是一行
    ///     他说⏎“你好”⏎他   他说“你好”他
    ///     调用⏎`foo()`     keeps its space, and so do `in⏎code` and `hello.⏎world`
    ///
    /// The characters are those of the nearest text, also inside emphasis and links; code, images
    /// and raw HTML count as something else. O(nodes).
    mutating func joinCJKBreaks() {
        // The text before; empty where something else is.
        var before = 0..<0
        var waiting = Tree.none
        var id = Tree.root
        while id != Tree.none {
            let node = self[id]
            switch node.kind {
            case .softBreak: waiting = id
            case .text where !node.text.isEmpty:
                if waiting != Tree.none {
                    let left = BreakSide(endOf: before, in: bytes)
                    let right = BreakSide(startOf: node.text, in: bytes)
                    if BreakSide.joins(left, right) { self[waiting].flags.insert(.joined) }
                    waiting = Tree.none
                }
                before = node.text
            case .text, .emphasis, .strong, .strikethrough, .link, .footnoteReference: break
            default:
                // Another block, or code, an image, raw HTML: it does not join.
                if waiting != Tree.none {
                    let left = BreakSide(endOf: before, in: bytes)
                    if node.kind.isInline, BreakSide.joins(left, .other) {
                        self[waiting].flags.insert(.joined)
                    }
                    waiting = Tree.none
                }
                before = 0..<0
            }
            id = node.kind == .image ? following(id) : successor(id)
        }
    }
}

/// The character class on one side of a line break.
private enum BreakSide {
    case wide
    case punctuation
    case hangul
    case zeroWidthSpace
    /// `“ ” ‘ ’ … —`, which Chinese and English share, on the side of a wide character or not.
    case sharedMark(isWide: Bool)
    case other

    init(startOf range: Range<Int>, in bytes: [UInt8]) {
        self.init(bytes.scalar(at: range.lowerBound))
        guard case .sharedMark = self else { return }
        var i = range.lowerBound
        var inner = bytes.scalar(at: i)
        while Self.isShared(inner), i + UTF8.width(inner) < range.upperBound {
            i += UTF8.width(inner)
            inner = bytes.scalar(at: i)
        }
        self = .sharedMark(isWide: BreakSide(inner).isWide)
    }

    init(endOf range: Range<Int>, in bytes: [UInt8]) {
        guard var last = bytes.scalar(before: range.upperBound, from: range.lowerBound) else {
            self = .other
            return
        }
        // A text variation selector leaves its character what it is.
        if (0xFE00...0xFE0E).contains(last.scalar.value),
            let base = bytes.scalar(before: last.start, from: range.lowerBound)
        {
            last = base
        }
        self.init(last.scalar)
        guard case .sharedMark = self else { return }
        var inner = last
        while Self.isShared(inner.scalar),
            let next = bytes.scalar(before: inner.start, from: range.lowerBound)
        {
            inner = next
        }
        self = .sharedMark(isWide: BreakSide(inner.scalar).isWide)
    }

    private static func isShared(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "‘", "’", "“", "”", "…", "—": true
        default: false
        }
    }

    private var isWide: Bool {
        switch self {
        case .wide, .punctuation, .sharedMark(isWide: true): true
        default: false
        }
    }

    private init(_ scalar: Unicode.Scalar) {
        if scalar.value < 0x1100 {
            self = .other
        } else if Self.isShared(scalar) {
            self = .sharedMark(isWide: false)
        } else if scalar.value == 0x200B {
            self = .zeroWidthSpace
        } else if scalar.isHangul {
            self = .hangul
        } else if scalar.isCJKPunctuation {
            self = .punctuation
        } else if scalar.isEastAsianWide, !scalar.isEmojiPresentation {
            self = .wide
        } else {
            self = .other
        }
    }

    static func joins(_ left: BreakSide, _ right: BreakSide) -> Bool {
        switch (left, right) {
        case (.zeroWidthSpace, _), (_, .zeroWidthSpace): true
        case (.hangul, _), (_, .hangul): false
        case (.punctuation, _), (_, .punctuation), (.wide, .wide): true
        case (.wide, .sharedMark), (.sharedMark, .wide): true
        case (.sharedMark(let isLeftWide), .sharedMark(let isRightWide)):
            isLeftWide || isRightWide
        default: false
        }
    }
}
