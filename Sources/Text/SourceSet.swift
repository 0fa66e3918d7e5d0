/// The attribute `srcset` of pictures.
package enum SourceSet {
    /// The addresses in it (HTML Living Standard, section 4.8.4.2.2): `a.png 1x, b.png 2x` has two.
    /// A comma within an address, as in `data:`, belongs to it. O(value).
    package static func addresses(_ value: Range<Int>, in bytes: [UInt8]) -> [Range<Int>] {
        var addresses: [Range<Int>] = []
        let comma = UInt8(ascii: ",")
        var i = value.lowerBound
        while true {
            while i < value.upperBound, isSpace(bytes[i]) || bytes[i] == comma { i += 1 }
            let start = i
            while i < value.upperBound, !isSpace(bytes[i]) { i += 1 }
            var end = i
            while end > start, bytes[end - 1] == comma { end -= 1 }
            guard end > start else { return addresses }
            addresses.append(start..<end)
            if end < i { continue }
            // Its width or density.
            var depth = 0
            while i < value.upperBound, depth > 0 || bytes[i] != comma {
                if bytes[i] == UInt8(ascii: "(") { depth += 1 }
                if bytes[i] == UInt8(ascii: ")") { depth -= 1 }
                i += 1
            }
        }
    }

    /// The same for a value whose character references are decoded.
    package static func addresses(_ value: String) -> [String] {
        let bytes = Array(value.utf8)
        return addresses(0..<bytes.count, in: bytes).map {
            String(decoding: bytes[$0], as: UTF8.self)
        }
    }

    /// White space of HTML (HTML Living Standard, section 4.4).
    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
    }
}
