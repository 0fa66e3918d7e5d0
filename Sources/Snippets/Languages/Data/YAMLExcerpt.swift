/// Repairs what excerpts from YAML files lack or have in excess.
enum YAMLExcerpt {
    /// The text below keys for the parents that an excerpt has lost; nil if no line is further left
    /// than the first.
    ///
    ///     a: 1            becomes      x:
    ///     b: 2                           a: 1       (where `a` was indented)
    ///                                  b: 2
    static func withParents(_ code: [UInt8]) -> [UInt8]? {
        var parents: [(indent: Int, isItem: Bool)] = []
        var first: Int?
        var lowest = Int.max
        for line in code.split(separator: 0x0A) {
            let indent = line.prefix { $0 == 0x20 }.count
            let text = line.dropFirst(indent)
            guard let byte = text.first, byte != UInt8(ascii: "#") else { continue }
            if first == nil {
                first = indent
            } else if indent < lowest {
                parents.append((indent, text.starts(with: "- ".utf8)))
            }
            lowest = min(lowest, indent)
            if lowest == 0 { break }
        }
        // A limit, because each costs its indentation once more.
        guard !parents.isEmpty, parents.count <= 64 else { return nil }
        var bytes: [UInt8] = []
        for parent in parents.reversed() {
            bytes += [UInt8](repeating: 0x20, count: parent.indent)
            bytes += parent.isItem ? Array("- x:\n".utf8) : Array("x:\n".utf8)
        }
        return bytes + code
    }

    /// Whether `offset` is in the prose of an article after its front matter: neither a key nor an
    /// item follows `---`.
    static func isProse(_ code: [UInt8], from offset: Int) -> Bool {
        var hasText = false
        var isBehindFence = false
        var start = 0
        while start < code.count {
            let end = code[start...].firstIndex(of: 0x0A) ?? code.count
            let line = code[start..<end]
            if isBehindFence {
                if line.contains(where: { $0 != 0x20 }) { return isProse(line) }
            } else if isFence(line) {
                // The second of two fences separates the front matter from the prose.
                isBehindFence = hasText
                if isBehindFence, offset < end { return false }
            }
            if !line.isEmpty, !isBehindFence, !isFence(line) { hasText = true }
            start = end + 1
        }
        return false
    }

    private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
        line.starts(with: "---".utf8) && line.dropFirst(3).allSatisfy { $0 == 0x20 }
    }

    /// Whether a line is neither `key: value` nor `- item` nor a comment before one.
    private static func isProse(_ line: ArraySlice<UInt8>) -> Bool {
        let text = line.drop { $0 == 0x20 }
        if text.starts(with: "- ".utf8) || text.starts(with: "{".utf8) { return false }
        if text.first == UInt8(ascii: "#") {
            return text.dropFirst().first != 0x20 || line.count > 2
        }
        let key = text.prefix { DataElision.isNameByte($0) || $0 == UInt8(ascii: "\"") }
        return key.isEmpty || text.dropFirst(key.count).first != UInt8(ascii: ":")
    }
}
