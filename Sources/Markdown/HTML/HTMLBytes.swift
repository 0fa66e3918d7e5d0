/// Appends to the HTML of a document as libcmark does, byte for byte.
///
/// `append(html:)` of Text also escapes `'`; libcmark does not, and tests compare its examples.
extension [UInt8] {
    /// Appends the program's own markup.
    @inline(__always)
    mutating func put(_ text: StaticString) {
        text.withUTF8Buffer { append(contentsOf: $0) }
    }

    /// Appends a number in digits.
    mutating func append(number: Int32) {
        append(contentsOf: String(number).utf8)
    }

    /// Appends text with `<`, `>`, `&` and `"` escaped.
    mutating func append(escaping text: String) {
        append(escaping: 0..<text.utf8.count, of: Array(text.utf8))
    }

    /// Appends a range of `bytes` with `<`, `>`, `&`, `"`, and `'` if asked, escaped.
    mutating func append(
        escaping range: Range<Int>, of bytes: [UInt8], alsoApostrophes: Bool = false
    ) {
        var from = range.lowerBound
        var i = from
        while true {
            i = bytes.withUnsafeBufferPointer { bytes in
                escapes.withUnsafeBufferPointer { escapes in
                    var i = i
                    while i < range.upperBound, escapes[Int(bytes[i])] == 0 { i += 1 }
                    return i
                }
            }
            if i >= range.upperBound { break }
            let kind = escapes[Int(bytes[i])]
            if kind == 5, !alsoApostrophes {
                i += 1
                continue
            }
            append(contentsOf: bytes[from..<i])
            switch kind {
            case 1: put("&lt;")
            case 2: put("&gt;")
            case 3: put("&amp;")
            case 4: put("&quot;")
            default: put("&#x27;")
            }
            i += 1
            from = i
        }
        append(contentsOf: bytes[from..<range.upperBound])
    }

    /// Appends an address for a quoted attribute: `/图?a=1&b` gives `/%E5%9B%BE?a=1&amp;b`.
    ///
    /// A `%` stays: the address may already be percent-coded.
    mutating func append(address: [UInt8]) {
        append(address: 0..<address.count, of: address)
    }

    /// Appends a range of `bytes` as an address.
    mutating func append(address range: Range<Int>, of bytes: [UInt8]) {
        let span = bytes.span
        var from = range.lowerBound
        var i = from
        while i < range.upperBound {
            let byte = span[i]
            if addressBytes[Int(byte)] {
                i += 1
                continue
            }
            append(contentsOf: bytes[from..<i])
            switch byte {
            case .ampersand: put("&amp;")
            case .apostrophe: put("&#x27;")
            default:
                append(UInt8(ascii: "%"))
                append(hexDigits[Int(byte >> 4)])
                append(hexDigits[Int(byte & 15)])
            }
            i += 1
            from = i
        }
        append(contentsOf: bytes[from..<range.upperBound])
    }
}

private let hexDigits = Array("0123456789ABCDEF".utf8)

/// The entity for each byte of text; 0 for bytes without an entity.
private let escapes: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 256)
    for (index, byte) in "<>&\"'".utf8.enumerated() { table[Int(byte)] = UInt8(index + 1) }
    return table
}()

/// The bytes of an address that libcmark does not encode.
private let addressBytes: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    for byte in (letters + "-_.+!*(),%#@?=;:/$~").utf8 { table[Int(byte)] = true }
    return table
}()
