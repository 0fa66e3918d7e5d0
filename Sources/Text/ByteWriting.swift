/// Appending text to a byte buffer, raw or escaped for its destination.
///
/// Escaping works on bytes, never on `Character`: a combining mark after `<` cannot hide it.
extension [UInt8] {
    /// Appends a literal of the program unchanged.
    package mutating func append(utf8 text: StaticString) {
        text.withUTF8Buffer { append(contentsOf: $0) }
    }

    /// Appends text unchanged.
    package mutating func append(_ text: String) {
        append(contentsOf: text.utf8)
    }

    /// Appends `n` in decimal digits. O(digits), without an intermediate string.
    package mutating func append(decimal n: Int) {
        if n < 0 { append(UInt8(ascii: "-")) }
        let magnitude = n.magnitude
        var unit: UInt = 1
        while magnitude / unit >= 10 { unit *= 10 }
        while unit > 0 {
            append(UInt8(ascii: "0") + UInt8(magnitude / unit % 10))
            unit /= 10
        }
    }

    /// Appends text for HTML content or a quoted attribute.
    ///
    /// `a<b & "c"` gives `a&lt;b &amp; &quot;c&quot;`; `'` becomes `&#39;`.
    package mutating func append(html text: String) {
        var text = text
        text.withUTF8 { append(html: $0) }
    }

    /// Appends UTF-8 bytes for HTML content or a quoted attribute.
    package mutating func append(html bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { append(html: $0) }
    }

    /// Appends UTF-8 bytes for HTML content or a quoted attribute.
    package mutating func append(html bytes: some Sequence<UInt8>) {
        let direct: Void? = bytes.withContiguousStorageIfAvailable { append(html: $0) }
        if direct == nil { Array(bytes).withUnsafeBufferPointer { append(html: $0) } }
    }

    private mutating func append(html bytes: UnsafeBufferPointer<UInt8>) {
        var from = 0
        var i = 0
        while i < bytes.count {
            if bytes.hasNoMarkup(inEightFrom: i) {
                i += 8
                continue
            }
            let entity: StaticString?
            switch bytes[i] {
            case UInt8(ascii: "<"): entity = "&lt;"
            case UInt8(ascii: ">"): entity = "&gt;"
            case UInt8(ascii: "&"): entity = "&amp;"
            case UInt8(ascii: "\""): entity = "&quot;"
            case UInt8(ascii: "'"): entity = "&#39;"
            default: entity = nil
            }
            if let entity {
                append(contentsOf: UnsafeBufferPointer(rebasing: bytes[from..<i]))
                append(utf8: entity)
                from = i + 1
            }
            i += 1
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[from...]))
    }

    /// Appends text for XML content or a quoted attribute, without the characters that XML 1.0
    /// forbids (section 2.2): U+0000–0008, 000B, 000C, 000E–001F, FFFE and FFFF.
    ///
    /// A lone backspace in a post would otherwise make the whole feed unreadable.
    package mutating func append(xml text: String) {
        var text = text
        text.withUTF8 { append(xml: $0) }
    }

    /// Appends UTF-8 bytes for XML content; see ``append(xml:)-(String)``.
    package mutating func append(xml bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { append(xml: $0) }
    }

    private mutating func append(xml bytes: UnsafeBufferPointer<UInt8>) {
        if bytes.allSatisfy({ $0 >= 0x20 && $0 != 0xEF }) {
            append(html: bytes)
        } else {
            append(html: withoutForbiddenXML(bytes))
        }
    }

    /// Appends `text` as a quoted JSON string that is also safe inside an HTML `<script>` and on a
    /// terminal.
    ///
    /// `a"b</c` gives `"a\"b\u003c/c"`; also escapes characters that a terminal would obey,
    /// including C1 controls and bidirectional overrides.
    package mutating func append(json text: String) {
        append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { append(json: $0) }
        append(UInt8(ascii: "\""))
    }

    /// Appends UTF-8 bytes as ``append(json:)-(String)`` does text.
    package mutating func append(json bytes: [UInt8]) {
        append(UInt8(ascii: "\""))
        bytes.withUnsafeBufferPointer { append(json: $0) }
        append(UInt8(ascii: "\""))
    }

    private mutating func append(json bytes: UnsafeBufferPointer<UInt8>) {
        var from = 0
        var i = 0
        while i < bytes.count {
            guard mayBeEscapedInJSON(bytes[i]) else {
                i += 1
                continue
            }
            let (scalar, length) = bytes.scalarUpToThreeBytes(at: i)
            if scalar.isASCII && !isPlainInJSON(bytes[i]) || scalar.isObeyed {
                append(contentsOf: UnsafeBufferPointer(rebasing: bytes[from..<i]))
                append(jsonScalar: scalar)
                from = i + length
            }
            i += length
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[from...]))
    }

    private mutating func append(jsonScalar scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": append(utf8: "\\\"")
        case "\\": append(utf8: "\\\\")
        case "\n": append(utf8: "\\n")
        case "\r": append(utf8: "\\r")
        case "\t": append(utf8: "\\t")
        default:
            append(utf8: "\\u")
            for shift in [12, 8, 4, 0] as [UInt32] {
                let digit = UInt8(truncatingIfNeeded: scalar.value >> shift & 15)
                append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
            }
        }
    }
}

/// Whether a byte is ASCII that needs no escape in a JSON string.
private func isPlainInJSON(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"): false
    default: (0x20..<0x7F).contains(byte)
    }
}

/// Whether a scalar that begins with this byte may need an escape: ASCII that is not plain, and the
/// first bytes of all scalars with ``Swift/Unicode/Scalar/isObeyed``.
private func mayBeEscapedInJSON(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"), 0x7F: true
    case 0xC2, 0xD8, 0xE2, 0xEF: true
    default: false
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether there are eight bytes at an offset and none of them is `"`, `&`, `'`, `<` or `>`.
    /// Compares them all at once.
    @inline(__always)
    fileprivate func hasNoMarkup(inEightFrom i: Int) -> Bool {
        guard i + 8 <= count else { return false }
        let word = UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: i, as: UInt64.self)
        let ones: UInt64 = 0x0101_0101_0101_0101
        // Each has a zero byte where the word has a quote, `&` or `'`, and `<` or `>`: the two of a
        // pair differ in one bit, which is masked.
        let quote = word ^ 0x2222_2222_2222_2222
        let ampersand = (word & 0xFEFE_FEFE_FEFE_FEFE) ^ 0x2626_2626_2626_2626
        let angle = (word & 0xFDFD_FDFD_FDFD_FDFD) ^ 0x3C3C_3C3C_3C3C_3C3C
        // "Determine if a word has a zero byte",
        // https://graphics.stanford.edu/~seander/bithacks.html
        let zeros =
            ((quote &- ones) & ~quote) | ((ampersand &- ones) & ~ampersand)
            | ((angle &- ones) & ~angle)
        return zeros & 0x8080_8080_8080_8080 == 0
    }

    /// The scalar of valid UTF-8 at an offset, which is no more than three bytes long.
    fileprivate func scalarUpToThreeBytes(at i: Int) -> (Unicode.Scalar, length: Int) {
        let first = UInt32(self[i])
        if first < 0x80 { return (Unicode.Scalar(self[i]), 1) }
        let second = UInt32(self[i + 1] & 0x3F)
        if first < 0xE0 { return (Unicode.Scalar((first & 0x1F) << 6 | second) ?? "\u{FFFD}", 2) }
        let value = (first & 0x0F) << 12 | second << 6 | UInt32(self[i + 2] & 0x3F)
        return (Unicode.Scalar(value) ?? "\u{FFFD}", 3)
    }
}

/// The bytes without the characters that XML 1.0 forbids.
private func withoutForbiddenXML(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var from = 0
    var i = 0
    while i < bytes.count {
        let byte = bytes[i]
        var length = 0
        if byte < 0x20 {
            if byte != 0x09, byte != 0x0A, byte != 0x0D { length = 1 }
        } else if byte == 0xEF, i + 2 < bytes.count, bytes[i + 1] == 0xBF, bytes[i + 2] >= 0xBE {
            length = 3  // U+FFFE, U+FFFF
        }
        if length > 0 {
            out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[from..<i]))
            from = i + length
        }
        i += max(length, 1)
    }
    out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[from...]))
    return out
}

/// The part of `bytes` that is valid in XML content: all except characters that XML 1.0 forbids.
package func xmlCharacters(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBufferPointer { withoutForbiddenXML($0) }
}
