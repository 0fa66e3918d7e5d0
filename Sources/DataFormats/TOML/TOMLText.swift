/// The text of a string that the parser has found valid.
enum TOMLText {
    /// The text of a string node. O(bytes).
    static func text(of node: TOMLNode, in bytes: [UInt8]) -> String {
        let content = content(of: node.range, node.form, in: bytes)
        guard node.form.contains(.escaped) else {
            return String(decoding: bytes[content], as: UTF8.self)
        }
        return String(
            decoding: unescaped(bytes[content], isLiteral: node.form.contains(.literal)),
            as: UTF8.self)
    }

    /// The bytes between the quotes, without a line break directly after opening `"""`.
    private static func content(
        of string: Range<Int>, _ form: TOMLNode.StringForm, in bytes: [UInt8]
    ) -> Range<Int> {
        guard form.contains(.multiline) else {
            return (string.lowerBound + 1)..<(string.upperBound - 1)
        }
        let content = (string.lowerBound + 3)..<(string.upperBound - 3)
        let lineBreak =
            bytes[content].first == 0x0A ? 1 : bytes[content].starts(with: [0x0D, 0x0A]) ? 2 : 0
        return (content.lowerBound + lineBreak)..<content.upperBound
    }

    /// The text with escapes decoded, and every line break as LF.
    static func unescaped(_ content: ArraySlice<UInt8>, isLiteral: Bool) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(content.count)
        var rest = content
        while let byte = rest.popFirst() {
            if byte == 0x0D {
                continue
            } else if byte == UInt8(ascii: "\\"), !isLiteral {
                unescape(&rest, into: &out)
            } else {
                out.append(byte)
            }
        }
        return out
    }

    /// Decodes the text after a backslash.
    private static func unescape(_ rest: inout ArraySlice<UInt8>, into out: inout [UInt8]) {
        guard let mark = rest.popFirst() else { return }
        switch mark {
        case UInt8(ascii: "b"): out.append(0x08)
        case UInt8(ascii: "t"): out.append(0x09)
        case UInt8(ascii: "n"): out.append(0x0A)
        case UInt8(ascii: "f"): out.append(0x0C)
        case UInt8(ascii: "r"): out.append(0x0D)
        case UInt8(ascii: "u"), UInt8(ascii: "U"):
            let digits = rest.prefix(mark == UInt8(ascii: "u") ? 4 : 8)
            rest = rest.dropFirst(digits.count)
            if let scalar = scalar(digits) { out.append(contentsOf: Array(String(scalar).utf8)) }
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): out.append(mark)
        // A backslash at the end of a line removes all white space up to the next character.
        default: rest = rest.drop { $0 <= 0x20 }
        }
    }

    /// The character with these hexadecimal digits; nil for a surrogate or beyond Unicode.
    static func scalar(_ digits: ArraySlice<UInt8>) -> Unicode.Scalar? {
        UInt32(String(decoding: digits, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
    }
}
