/// A key that one mapping of a YAML text has twice (YAML 1.2, section 3.2.1.3: keys are unique).
struct YAMLKeyPair {
    let first: Range<Int>
    let second: Range<Int>

    /// nil if there is no second key of the same spelling; O(bytes).
    ///
    /// - Parameter start: where the first one begins.
    init?(firstAt start: Int, in bytes: [UInt8]) {
        guard start < bytes.count else { return nil }
        let quote = "\"'".utf8.contains(bytes[start]) ? bytes[start] : nil
        guard
            let end = bytes[start...].dropFirst().firstIndex(where: { byte in
                quote.map { byte == $0 } ?? (byte == UInt8(ascii: ":")) || byte == 0x0A
            }), bytes[end] != 0x0A
        else { return nil }
        let key = start..<(quote == nil ? end : end + 1)
        guard let second = Self.lineKey(key, in: bytes) ?? Self.flowKey(key, in: bytes) else {
            return nil
        }
        first = key
        self.second = second
    }

    /// The fault, at the second key; nil where the two are alternatives or not the author's.
    ///
    /// Articles write alternatives one after the other: with a comment between them, or, where the
    /// mapping is the whole document, a blank line.
    ///
    /// - Parameter code: the block, in the coordinates of the keys.
    func finding(in code: [UInt8]) -> Finding? {
        guard second.upperBound <= code.count, code[first] == code[second],
            !code[first].elementsEqual("<<".utf8)
        else { return nil }
        let lines = code[first.upperBound..<second.lowerBound]
            .split(separator: 0x0A, omittingEmptySubsequences: false).dropFirst().dropLast()
        let isWhole = first.lowerBound == 0 || code[first.lowerBound - 1] == 0x0A
        let hasBreak = lines.contains { line in
            let start = line.firstIndex { $0 != 0x20 } ?? line.endIndex
            guard start < line.endIndex else { return isWhole }
            return code[start] == UInt8(ascii: "#") || code[start...].starts(with: "//".utf8)
                || DataElision.elisionEnd(in: code, at: start) != nil
        }
        if hasBreak { return nil }
        let key = String(decoding: code[second], as: UTF8.self)
        return Finding(
            "the key \(key.hasPrefix("\"") || key.hasPrefix("'") ? key : "'\(key)'") is given twice",
            at: second, related: .init("first given here", at: first))
    }

    /// The same key of a block mapping: at the same column of a later line, with nothing further
    /// left between the two.
    private static func lineKey(_ key: Range<Int>, in bytes: [UInt8]) -> Range<Int>? {
        let lineStart = bytes[..<key.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        guard bytes[lineStart..<key.lowerBound].allSatisfy({ " -?".utf8.contains($0) }) else {
            return nil
        }
        let column = key.lowerBound - lineStart
        var start = bytes[key.upperBound...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            let text = bytes[start..<end].firstIndex { $0 != 0x20 } ?? end
            if text < end, bytes[text] != UInt8(ascii: "#") {
                if text - start < column { return nil }
                if text - start == column, isKey(bytes[key], at: text, in: bytes) {
                    return text..<text + key.count
                }
            }
            start = end + 1
        }
        return nil
    }

    /// The same key of a flow mapping, in the same brackets.
    private static func flowKey(_ key: Range<Int>, in bytes: [UInt8]) -> Range<Int>? {
        var depth = 0
        var index = key.upperBound
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth < 0 { return nil }
            case UInt8(ascii: ",") where depth == 0:
                let next = bytes[(index + 1)...].firstIndex { $0 > 0x20 } ?? bytes.count
                if isKey(bytes[key], at: next, in: bytes) { return next..<next + key.count }
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                let close = bytes[(index + 1)...].firstIndex(of: bytes[index])
                index = close ?? bytes.count
            default: break
            }
            index += 1
        }
        return nil
    }

    private static func isKey(_ key: ArraySlice<UInt8>, at start: Int, in bytes: [UInt8]) -> Bool {
        let end = start + key.count
        guard end < bytes.count, bytes[start..<end] == key else { return false }
        return bytes[end...].first { $0 != 0x20 } == UInt8(ascii: ":")
    }
}
