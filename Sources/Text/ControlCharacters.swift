/// Characters that are invalid in both HTML and XML: U+0000–U+0008, U+000B, U+000E–U+001F and
/// U+007F–U+009F (HTML Living Standard, section 13.1.4; XML 1.0, section 2.2).
package enum ControlCharacters {
    /// Whether a byte is one of them.
    package static func has(_ byte: UInt8) -> Bool {
        byte < 0x20 ? byte < 0x09 || byte == 0x0B || byte > 0x0D : byte == 0x7F
    }

    /// Whether a byte is U+0000–U+001F or U+007F, which is invalid in names and in lines of lists;
    /// includes line breaks and tabs.
    package static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x7F }

    /// The width in UTF-8 bytes of the control character at an offset: 1 or 2; 0 without one.
    package static func width(at i: Int, in bytes: ArraySlice<UInt8>) -> Int {
        if has(bytes[i]) { return 1 }
        guard bytes[i] == 0xC2, i + 1 < bytes.endIndex else { return 0 }
        return (0x80...0x9F).contains(bytes[i + 1]) ? 2 : 0
    }

    /// The places of all of them. O(bytes).
    package static func ranges(in bytes: ArraySlice<UInt8>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var i = bytes.startIndex
        while let next = bytes[i...].firstIndex(where: { $0 == 0xC2 || has($0) }) {
            let width = width(at: next, in: bytes)
            if width > 0 { found.append(next..<next + width) }
            i = next + max(width, 1)
        }
        return found
    }

    /// The bytes with a visible sign for each: `␈` for U+0008, from Unicode's block of control
    /// pictures; U+FFFD for NUL, as in CommonMark (section 2.3), and for U+0080–U+009F, which have
    /// no pictures. nil without any. O(bytes).
    package static func shown(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
        guard bytes.contains(where: { $0 == 0xC2 || has($0) }) else { return nil }
        let ranges = ranges(in: bytes)
        guard !ranges.isEmpty else { return nil }
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count + 2 * ranges.count)
        var from = bytes.startIndex
        for range in ranges {
            out += bytes[from..<range.lowerBound]
            out += sign(for: bytes[range.lowerBound])
            from = range.upperBound
        }
        return out + bytes[from...]
    }

    /// The sign for the one that begins with a byte.
    private static func sign(for byte: UInt8) -> [UInt8] {
        switch byte {
        case 0, 0xC2: [0xEF, 0xBF, 0xBD]
        case 0x7F: [0xE2, 0x90, 0xA1]
        default: [0xE2, 0x90, 0x80 + byte]
        }
    }
}

extension String {
    /// Whether it holds U+0000–U+001F or U+007F.
    package var hasControlCharacter: Bool { utf8.contains(where: ControlCharacters.isControl) }
}
