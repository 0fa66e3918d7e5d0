import Text

/// The bytes of a block as characters with their neighbors; U+FFFD replaces a byte that is not
/// UTF-8.
struct CharacterText {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The scalar that begins at a valid index.
    func scalar(at i: Int) -> Unicode.Scalar {
        let first = bytes[i]
        if first < 0x80 { return Unicode.Scalar(first) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
        guard length > 1, first < 0xF5, i + length <= bytes.count else { return "\u{FFFD}" }
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for k in 1..<length {
            guard bytes[i + k] & 0xC0 == 0x80 else { return "\u{FFFD}" }
            value = value << 6 | UInt32(bytes[i + k] & 0x3F)
        }
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    /// How many bytes a scalar from ``scalar(at:)`` takes up there.
    func width(of scalar: Unicode.Scalar, at i: Int) -> Int {
        scalar == "\u{FFFD}" && bytes[i] != 0xEF ? 1 : UTF8.width(scalar)
    }

    /// The scalar that ends before `i`; nil at the start.
    func scalar(before i: Int) -> Unicode.Scalar? {
        guard i > 0 else { return nil }
        var start = i - 1
        while start > 0, i - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return scalar(at: start)
    }

    /// The scalar that begins at `i`; nil at the end.
    func scalar(from i: Int) -> Unicode.Scalar? {
        i < bytes.count ? scalar(at: i) : nil
    }

    /// The visible character before a position on its line, blanks skipped; nil at the beginning of
    /// the line.
    func visible(before i: Int) -> Unicode.Scalar? {
        var i = i
        while i > 0, let byte = bytes[..<i].last, byte == 0x20 || byte == 0x09 { i -= 1 }
        guard let scalar = scalar(before: i), scalar != "\n" else { return nil }
        return scalar
    }

    /// The visible character after a position on its line, blanks skipped; nil at the end of the
    /// line.
    func visible(from i: Int) -> Unicode.Scalar? {
        var i = i
        while i < bytes.count, bytes[i] == 0x20 || bytes[i] == 0x09 { i += 1 }
        guard let scalar = scalar(from: i), scalar != "\n" else { return nil }
        return scalar
    }

    /// Whether the neighbors of a character are not a script or picture that needs joiners and
    /// direction marks: Persian, Hindi, Hebrew, emoji.
    func isBesidePlainText(_ range: Range<Int>) -> Bool {
        [scalar(before: range.lowerBound), scalar(from: range.upperBound)].allSatisfy {
            guard let scalar = $0 else { return true }
            return scalar.value < 0x0590 || scalar.isCJK || scalar.isUnicodeWhitespace
                || OddCharacter(scalar) != nil
        }
    }
}
