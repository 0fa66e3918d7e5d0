/// Text that was meant as a link, but has a full-width parenthesis: `[a](/b/）`, `[a]（/b/）`.
struct FullWidthLink {
    /// A full-width parenthesis, and its replacement.
    struct Mark {
        let range: Range<Int>
        let ascii: String
    }

    /// From the opening parenthesis to the closing one.
    let range: Range<Int>
    let marks: [Mark]

    /// Links with more bytes of text or address are ignored.
    private static let longest = 512
    private static let opening = Array("（".utf8)
    private static let closing = Array("）".utf8)

    /// Reads the text after a `]` in a file; nil where there is no such link. O(1).
    init?(at bracket: Int, in bytes: [UInt8]) {
        guard bytes[max(0, bracket - Self.longest)..<bracket].contains(.openBracket) else {
            return nil
        }
        var i = bracket + 1
        var marks: [Mark] = []
        if bytes.has("（", at: i, before: bytes.count) {
            marks.append(Mark(range: i..<i + Self.opening.count, ascii: "("))
            i += Self.opening.count
        } else if i < bytes.count, bytes[i] == .openParenthesis {
            i += 1
        } else {
            return nil
        }
        let start = i
        let limit = min(bytes.count, start + Self.longest)
        guard Self.beginsAddress(bytes[start..<limit]) else { return nil }
        while i < limit, !bytes[i].isSpace, bytes[i] != .openParenthesis {
            if bytes[i] == .closeParenthesis {
                if marks.isEmpty { return nil }
                i += 1
                break
            }
            if bytes.has("（", at: i, before: limit) { return nil }
            if bytes.has("）", at: i, before: limit) {
                marks.append(Mark(range: i..<i + Self.closing.count, ascii: ")"))
                i += Self.closing.count
                break
            }
            i += 1
        }
        let isClosed =
            marks.last?.range.upperBound == i && marks.last?.ascii == ")"
            || i > start && bytes[i - 1] == .closeParenthesis
        guard isClosed else { return nil }
        range = bracket + 1..<i
        self.marks = marks
    }

    /// `https://…`, `/a`, `./a`, `../a`; anything else may be an aside.
    private static func beginsAddress(_ text: ArraySlice<UInt8>) -> Bool {
        ["http://", "https://", "/", "./", "../", "mailto:"].contains {
            text.starts(with: $0.utf8)
        }
    }
}
