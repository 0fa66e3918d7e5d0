/// Hides the aliases of a YAML text, so that composing it is cheap.
///
/// An alias used as a key is hashed with its whole value: 340 bytes can cost seconds. And an
/// excerpt may well use an anchor that was set before its start.
enum YAMLAliases {
    /// The text with `*name` written `xname`, and whether it may still have aliases. O(bytes).
    static func hidden(in code: [UInt8]) -> (bytes: [UInt8], hasOthers: Bool) {
        let star = UInt8(ascii: "*")
        guard var index = code.firstIndex(of: star) else { return (code, false) }
        var bytes = code
        var hasOthers = false
        while index < code.count {
            defer { index += 1 }
            guard code[index] == star, isNodeStart(code, index) else { continue }
            var end = index + 1
            while end < code.count, DataElision.isNameByte(code[end]), code[end] != dot { end += 1 }
            if end == index + 1 { continue }
            if isNodeEnd(code, end) {
                bytes[index] = UInt8(ascii: "x")
            } else {
                hasOthers = true
            }
        }
        return (bytes, hasOthers && hasAnchor(code))
    }

    private static func hasAnchor(_ code: [UInt8]) -> Bool {
        code.indices.contains { index in
            code[index] == UInt8(ascii: "&") && isNodeStart(code, index)
                && index + 1 < code.count && DataElision.isNameByte(code[index + 1])
        }
    }

    private static let dot = UInt8(ascii: ".")

    private static func isNodeStart(_ bytes: [UInt8], _ index: Int) -> Bool {
        guard index > 0 else { return true }
        let before = bytes[index - 1]
        // From 0x80 on it may be one of the Unicode line breaks that libyaml knows, or a BOM.
        return before <= 0x20 || before >= 0x80 || "[{,:-?".utf8.contains(before)
    }

    /// Whether an alias is followed by nothing, or by the end of a key or an item.
    private static func isNodeEnd(_ bytes: [UInt8], _ end: Int) -> Bool {
        var index = end
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        guard index < bytes.count else { return true }
        return bytes[index] == 0x0A || ",]}:#".utf8.contains(bytes[index])
    }
}
