import Languages

/// How a manual writes the syntax of a statement: `[IF NOT EXISTS] name`, `{ASC | DESC}`.
struct Synopsis {
    private let code: [UInt8]

    init(_ code: [UInt8]) {
        self.code = code
    }

    /// Whether square brackets or braces are around keywords that may be left out. Names in square
    /// brackets, as SQL Server has them, are single words. O(bytes).
    var isSQL: Bool {
        code.indices.contains { index in
            switch code[index] {
            case UInt8(ascii: "["): isOptional(index + 1)
            case UInt8(ascii: "{"): isChoice(index + 1)
            default: false
            }
        }
    }

    /// `[AND name LIKE 'x']`, `[SESSION.]`, `[[DEFAULT] …]`, `[, …]`
    private func isOptional(_ start: Int) -> Bool {
        var index = start
        while index < code.count, code[index].isBlank { index += 1 }
        guard index < code.count else { return false }
        if code[index] == UInt8(ascii: "[") { return isKeyword(index + 1) != nil }
        guard let end = isKeyword(index), end < code.count else { return false }
        if code[end] == UInt8(ascii: ".") {
            return end + 1 < code.count && code[end + 1] == UInt8(ascii: "]")
        }
        return code[end] == 0x20 || Self.words.contains { code[index..<end].elementsEqual($0.utf8) }
    }

    /// `{ASC | DESC}`
    private func isChoice(_ start: Int) -> Bool {
        let inside = code[start...].prefix(Self.longest).prefix {
            $0 != UInt8(ascii: "}") && $0 != .lineFeed
        }
        return inside.contains(UInt8(ascii: "|"))
            && isKeyword(start + inside.prefix(while: \.isBlank).count) != nil
    }

    /// The end of a word of two capital letters or more.
    private func isKeyword(_ start: Int) -> Int? {
        let end = code[start...].firstIndex {
            !(0x41...0x5A).contains($0) && $0 != UInt8(ascii: "_")
        }
        let count = (end ?? code.count) - start
        return count > 1 ? start + count : nil
    }

    /// In bytes, of what is between braces.
    private static let longest = 200

    private static let words = [
        "AS", "ASC", "COLUMN", "CONCURRENTLY", "DEFAULT", "DESC", "DISTINCT", "GLOBAL", "INTO",
        "LOCAL", "OUTER", "RECURSIVE", "SESSION", "TEMPORARY", "UNIQUE", "WORK",
    ]
}
