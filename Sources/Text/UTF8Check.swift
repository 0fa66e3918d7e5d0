/// Finds bytes that are not UTF-8.
package enum UTF8Check {
    /// The offset of the first byte that begins no valid scalar (RFC 3629: no overlong form, no
    /// surrogate, nothing beyond U+10FFFF); nil where there is none. O(bytes).
    package static func firstInvalid(in bytes: ArraySlice<UInt8>) -> Int? {
        let span = bytes.span
        var i = 0
        while i < span.count {
            let byte = span[i]
            if byte < 0x80 {
                i += 1
                continue
            }
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
            guard byte >= 0xC2, byte < 0xF5, i + length <= span.count else {
                return bytes.startIndex + i
            }
            let second = span[i + 1]
            let lowest: UInt8 = byte == 0xE0 ? 0xA0 : byte == 0xF0 ? 0x90 : 0x80
            let highest: UInt8 = byte == 0xED ? 0x9F : byte == 0xF4 ? 0x8F : 0xBF
            guard second >= lowest, second <= highest,
                length < 3 || span[i + 2] & 0xC0 == 0x80,
                length < 4 || span[i + 3] & 0xC0 == 0x80
            else { return bytes.startIndex + i }
            i += length
        }
        return nil
    }
}
