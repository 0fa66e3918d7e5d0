import Text

/// Invisible text at the start of a file or at the ends of a line: white space, byte order marks
/// and other invisible characters, and, before front matter, HTML comments.
enum LeadIn {
    /// The position of the first visible character from `start` on, or the end. O(bytes before it);
    /// an unclosed comment is visible.
    static func end(in bytes: [UInt8], from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            let width = invisibleWidth(in: bytes, at: index)
            if width > 0 {
                index += width
            } else if bytes[index] == UInt8(ascii: "<"),
                let end = endOfComment(in: bytes, at: index)
            {
                index = end
            } else {
                return index
            }
        }
        return bytes.count
    }

    /// Trims invisible characters at both ends.
    static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        while lower < range.upperBound {
            let width = invisibleWidth(in: bytes, at: lower)
            if width == 0 { break }
            lower = min(lower + width, range.upperBound)
        }
        var upper = range.upperBound
        while upper > lower {
            var start = upper - 1
            while start > lower, bytes[start] & 0xC0 == 0x80 { start -= 1 }
            guard invisibleWidth(in: bytes, at: start) == upper - start else { break }
            upper = start
        }
        return lower..<upper
    }

    /// Trims invisible characters at a text's ends; without any, returns the same text after a look
    /// at two bytes.
    static func trimmed(_ text: String) -> String {
        func mayBeInvisible(_ byte: UInt8?) -> Bool {
            byte.map { $0 <= 0x20 || $0 >= 0x7F } ?? false
        }
        guard mayBeInvisible(text.utf8.first) || mayBeInvisible(text.utf8.last) else { return text }
        let bytes = Array(text.utf8)
        let range = trimmed(bytes, 0..<bytes.count)
        return range.count == bytes.count ? text : String(decoding: bytes[range], as: UTF8.self)
    }

    /// The width in bytes of an invisible character at `index`; 0 for a visible one.
    ///
    /// Controls, the spaces of Unicode (general category Zs), line separators, and format
    /// characters (Cf) that come with pasted text.
    static func invisibleWidth(in bytes: [UInt8], at index: Int) -> Int {
        let first = bytes[index]
        if first < 0x80 { return first <= 0x20 || first == 0x7F ? 1 : 0 }
        guard index + 1 < bytes.count else { return 0 }
        let second = bytes[index + 1]
        switch first {
        // U+0080 to U+00A0 (controls, NEL, no-break space), U+00AD, U+034F, U+061C.
        case 0xC2: return second <= 0xA0 || second == 0xAD ? 2 : 0
        case 0xCD: return second == 0x8F ? 2 : 0
        case 0xD8: return second == 0x9C ? 2 : 0
        default: break
        }
        guard index + 2 < bytes.count else { return 0 }
        switch (first, second, bytes[index + 2]) {
        case (0xE1, 0x9A, 0x80),  // U+1680
            (0xE1, 0xA0, 0x8B...0x8F),  // U+180B to U+180F
            (0xE2, 0x80, 0x80...0x8F),  // U+2000 to U+200F
            (0xE2, 0x80, 0xA8...0xAF),  // U+2028 to U+202F
            (0xE2, 0x81, 0x9F...0xAF),  // U+205F to U+206F
            (0xE3, 0x80, 0x80), (0xE3, 0x85, 0xA4),  // U+3000, U+3164
            (0xEF, 0xB8, 0x80...0x8F),  // U+FE00 to U+FE0F
            (0xEF, 0xBB, 0xBF), (0xEF, 0xBF, 0xB9...0xBB):  // U+FEFF, U+FFF9 to U+FFFB
            return 3
        default: return 0
        }
    }

    /// The position after the `-->` of a comment; nil for anything else.
    private static func endOfComment(in bytes: [UInt8], at start: Int) -> Int? {
        guard bytes[start...].starts(with: "<!--".utf8) else { return nil }
        var index = start + 4
        while index + 2 < bytes.count {
            guard let dash = bytes.firstIndex(of: UInt8(ascii: "-"), from: index) else {
                return nil
            }
            if bytes[dash...].starts(with: "-->".utf8) { return dash + 3 }
            index = dash + 1
        }
        return nil
    }
}
