/// Decodes UTF-16 with a byte order mark (RFC 2781), as some editors on Windows save text.
package enum UTF16Text: Equatable {
    /// The text as UTF-8, without the mark.
    case text([UInt8])
    /// A surrogate without its pair, or half a unit, at this offset of the file.
    case broken(at: Int)

    /// Decodes a whole file; nil unless it begins with such a mark, or if it begins with that of
    /// UTF-32. O(bytes).
    package init?(_ bytes: [UInt8]) {
        let isLittle = bytes.starts(with: [0xFF, 0xFE])
        guard isLittle || bytes.starts(with: [0xFE, 0xFF]), !Self.isUTF32(bytes) else { return nil }
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count * 3 / 2)
        var index = 2
        func unit(at index: Int) -> UInt32? {
            guard index + 1 < bytes.count else { return nil }
            let (low, high) =
                isLittle ? (bytes[index], bytes[index + 1]) : (bytes[index + 1], bytes[index])
            return UInt32(high) << 8 | UInt32(low)
        }
        while index < bytes.count {
            guard let first = unit(at: index) else {
                self = .broken(at: index)
                return
            }
            var value = first
            var width = 2
            if (0xD800..<0xDC00).contains(first), let second = unit(at: index + 2),
                (0xDC00..<0xE000).contains(second)
            {
                value = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00)
                width = 4
            }
            guard let scalar = UnicodeScalar(value) else {
                self = .broken(at: index)
                return
            }
            out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            index += width
        }
        self = .text(out)
    }

    /// Whether a file begins with the mark of UTF-32, whose first half may be that of UTF-16.
    static func isUTF32(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF])
    }
}
