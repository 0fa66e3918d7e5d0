/// How the characters beside a run of delimiters decide whether it may open or close.
///
/// CommonMark 0.30, section 6.2, with the amendment of "markdown-cjk-friendly" (specification.md):
/// a run of two or more without white space on either side and with a CJK character on at least
/// one may do both.
struct Flanking: Sendable {
    let canOpen: Bool
    let canClose: Bool

    /// `before` and `after` are nil at the ends of the block.
    init(
        before: Unicode.Scalar?, after: Unicode.Scalar?, isBesideCJK: Bool
    ) {
        let spaceBefore = before?.isUnicodeWhitespace ?? true
        let spaceAfter = after?.isUnicodeWhitespace ?? true
        if isBesideCJK, !spaceBefore, !spaceAfter {
            canOpen = true
            canClose = true
            return
        }
        let markBefore = before?.isUnicodePunctuation ?? false
        let markAfter = after?.isUnicodePunctuation ?? false
        canOpen = !spaceAfter && (!markAfter || spaceBefore || markBefore)
        canClose = !spaceBefore && (!markBefore || spaceAfter || markAfter)
    }

    /// Whether the text that ends before `end` ends with a CJK character, looking through a
    /// variation selector; an ideographic one (U+E0100–E01EF) counts as CJK itself.
    static func endsWithCJK(_ bytes: [UInt8], from lower: Int, to end: Int) -> Bool {
        guard let last = bytes.scalar(before: end, from: lower) else { return false }
        switch last.scalar.value {
        case 0xE0100...0xE01EF: return true
        case 0xFE00...0xFE0E:
            guard let base = bytes.scalar(before: last.start, from: lower)?.scalar else {
                return false
            }
            // Curly quotes with U+FE01 are the full-width ones of Chinese.
            return base.isCJK || (last.scalar.value == 0xFE01 && Self.isCurlyQuote(base))
        default: return last.scalar.isCJK
        }
    }

    /// Whether the text that begins at `start` begins with a CJK character.
    static func startsWithCJK(_ bytes: [UInt8], from start: Int, to end: Int) -> Bool {
        guard start < end else { return false }
        let first = bytes.scalar(at: start)
        if first.isCJK { return true }
        let next = start + UTF8.width(first)
        return isCurlyQuote(first) && next < end && bytes.scalar(at: next).value == 0xFE01
    }

    private static func isCurlyQuote(_ scalar: Unicode.Scalar) -> Bool {
        [0x2018, 0x2019, 0x201C, 0x201D].contains(scalar.value)
    }
}
