/// Percent-coding of URL paths (RFC 3986, sections 2.1 and 3.3), exactly once.
package enum PercentCoding {
    /// Encodes a decoded path: `/标签/a b/` gives `/%E6%A0%87%E7%AD%BE/a%20b/`.
    ///
    /// Kept as they are: `/`, the unreserved characters and what RFC 3986 allows in a segment
    /// (`!$&'()*+,;=:@`). A `%` of the text becomes `%25`: the input is decoded by definition.
    package static func encode(path: String) -> String {
        if path.utf8.allSatisfy({ plain[Int($0)] }) { return path }
        var out: [UInt8] = []
        out.reserveCapacity(path.utf8.count * 2)
        for byte in path.utf8 {
            if plain[Int(byte)] {
                out.append(byte)
            } else {
                out.append(UInt8(ascii: "%"))
                out.append(hex[Int(byte >> 4)])
                out.append(hex[Int(byte & 15)])
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// Decodes `%XX` sequences: `/%E6%A0%87/` gives `/标/`; a `%` without two digits stays.
    ///
    /// - Returns: nil where the decoded bytes are not UTF-8.
    package static func decode(_ text: String) -> String? {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        let bytes = Array(text.utf8)
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var i = 0
        while i < bytes.count {
            if bytes[i] == UInt8(ascii: "%"), i + 2 < bytes.count,
                let high = digit(bytes[i + 1]), let low = digit(bytes[i + 2])
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

    private static let hex = Array("0123456789ABCDEF".utf8)

    private static let plain: [Bool] = {
        var table = [Bool](repeating: false, count: 256)
        let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
        for byte in (letters + "-._~/!$&'()*+,;=:@").utf8 { table[Int(byte)] = true }
        return table
    }()

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
