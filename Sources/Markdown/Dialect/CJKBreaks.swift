import Text

extension Tree {
    /// Marks the soft breaks that leave no space: between two East Asian wide characters that are
    /// neither Hangul nor emoji, beside CJK punctuation, or beside U+200B.
    ///
    ///     这是一⏎行        这是一行
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
                // Another block, or code, an image, raw HTML: nothing to close up with.
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

/// What stands on one side of a line break.
private enum BreakSide {
    case wide
    case punctuation
    case hangul
    case zeroWidthSpace
    case other

    init(startOf range: Range<Int>, in bytes: [UInt8]) {
        self.init(bytes.scalar(at: range.lowerBound))
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
    }

    private init(_ scalar: Unicode.Scalar) {
        if scalar.value < 0x1100 {
            self = .other
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
        default: false
        }
    }
}
