/// Finds bytes that are not UTF-8.
package enum UTF8Check {
    /// The offset of the first byte that does not begin a valid scalar (RFC 3629: no overlong form,
    /// no surrogate, nothing beyond U+10FFFF); nil for valid UTF-8. O(bytes).
    package static func firstInvalid(in bytes: ArraySlice<UInt8>) -> Int? {
        bytes.withUnsafeBytes { firstInvalid(in: $0).map { bytes.startIndex + $0 } }
    }

    private static func firstInvalid(in bytes: UnsafeRawBufferPointer) -> Int? {
        var i = 0
        while i < bytes.count {
            let byte = bytes[i]
            if byte < 0x80 {
                i += 1
                // Eight at a time if all are ASCII.
                while i + 8 <= bytes.count,
                    bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self) & highBits == 0
                {
                    i += 8
                }
                continue
            }
            // Three bytes whose second may have any value: most of Chinese.
            if byte >= 0xE1, byte <= 0xEF, byte != 0xED, i + 3 <= bytes.count,
                bytes.loadUnaligned(fromByteOffset: i + 1, as: UInt16.self) & 0xC0C0 == 0x8080
            {
                i += 3
                continue
            }
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
            guard byte >= 0xC2, byte < 0xF5, i + length <= bytes.count else { return i }
            let second = bytes[i + 1]
            let lowest: UInt8 = byte == 0xE0 ? 0xA0 : byte == 0xF0 ? 0x90 : 0x80
            let highest: UInt8 = byte == 0xED ? 0x9F : byte == 0xF4 ? 0x8F : 0xBF
            guard second >= lowest, second <= highest,
                length < 3 || bytes[i + 2] & 0xC0 == 0x80,
                length < 4 || bytes[i + 3] & 0xC0 == 0x80
            else { return i }
            i += length
        }
        return nil
    }

    private static let highBits: UInt64 = 0x8080_8080_8080_8080
}
