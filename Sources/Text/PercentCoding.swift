/// Percent-coding of URL paths (RFC 3986, sections 2.1 and 3.3), exactly once.
package enum PercentCoding {
    /// Encodes a decoded path: `/标签/a b/` gives `/%E6%A0%87%E7%AD%BE/a%20b/`.
    ///
    /// Unchanged are `/`, the unreserved characters and what RFC 3986 allows in a segment
    /// (`!$&'()*+,;=:@`). A `%` of the text becomes `%25`: the input is decoded by definition.
    package static func encode(path: String) -> String {
        if path.utf8.allSatisfy({ isPlain($0) }) { return path }
        return String(decoding: bytes(ofPath: path), as: UTF8.self)
    }

    /// The bytes of ``encode(path:)`` after those of `prefix`, in an array of exactly that size.
    package static func bytes(ofPath path: String, after prefix: String = "") -> [UInt8] {
        var path = path
        return path.withUTF8 { bytes in
            var coded = 0
            for byte in bytes where !isPlain(byte) { coded += 1 }
            var out: [UInt8] = []
            out.reserveCapacity(prefix.utf8.count + bytes.count + 2 * coded)
            out.append(contentsOf: prefix.utf8)
            if coded == 0 {
                out.append(contentsOf: bytes)
                return out
            }
            for byte in bytes {
                if isPlain(byte) {
                    out.append(byte)
                } else {
                    out.append(UInt8(ascii: "%"))
                    out.append(digit(byte >> 4))
                    out.append(digit(byte & 15))
                }
            }
            return out
        }
    }

    /// Decodes `%XX` sequences: `/%E6%A0%87/` gives `/标/`; a `%` without two digits stays.
    ///
    /// - Returns: nil if the decoded bytes are not UTF-8.
    package static func decode(_ text: String) -> String? {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        let bytes = Array(text.utf8)
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var i = 0
        while i < bytes.count {
            if bytes[i] == UInt8(ascii: "%"), i + 2 < bytes.count,
                let high = value(ofDigit: bytes[i + 1]), let low = value(ofDigit: bytes[i + 2])
            {
                out.append(high << 4 | low)
                i += 3
            } else {
                out.append(bytes[i])
                i += 1
            }
        }
        return String(validating: out, as: UTF8.self)
    }

    /// Whether a byte of a path stays unencoded.
    @inline(__always)
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&")...UInt8(ascii: ";"), UInt8(ascii: "@")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "="), UInt8(ascii: "!"),
            UInt8(ascii: "$"), UInt8(ascii: "_"), UInt8(ascii: "~"):
            true
        default: false
        }
    }

    /// The hexadecimal digit of a value below 16.
    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }

    private static func value(ofDigit byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
