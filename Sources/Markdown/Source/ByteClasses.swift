import Text

/// Classes of bytes that Markdown's grammar names, in addition to those of ASCII.
extension UInt8 {
    /// Space or tab.
    var isBlank: Bool { self == .space || self == .tab }
}

/// Scalars in UTF-8 bytes, also if the bytes are not valid: each invalid byte reads as U+FFFD.
extension [UInt8] {
    /// The scalar that begins at `i`, which must be a valid index.
    func scalar(at i: Int) -> Unicode.Scalar {
        let first = self[i]
        if first < 0x80 { return Unicode.Scalar(first) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
        guard length > 1, first < 0xF5, i + length <= count else { return "\u{FFFD}" }
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for k in 1..<length {
            guard self[i + k] & 0xC0 == 0x80 else { return "\u{FFFD}" }
            value = value << 6 | UInt32(self[i + k] & 0x3F)
        }
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    /// The scalar that ends before `i` and where it begins; nil at or before `lower`.
    func scalar(before i: Int, from lower: Int) -> (scalar: Unicode.Scalar, start: Int)? {
        guard i > lower else { return nil }
        var start = i - 1
        while start > lower, i - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
        return (scalar(at: start), start)
    }

    /// `range` without the blanks and line ends at both sides.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper, self[lower].isSpace { lower += 1 }
        while upper > lower, self[upper - 1].isSpace { upper -= 1 }
        return lower..<upper
    }
}
