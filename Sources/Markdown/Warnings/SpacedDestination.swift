/// Text that was meant as the address of a link or an image, but contains a blank: `![](图 1.png)`,
/// `[a](https://e.example/x y "title")`.
struct SpacedDestination {
    /// Without its title.
    let address: Range<Int>

    /// Longer text or addresses are ignored.
    private static let longest = 512

    /// Reads the text after a `]` in a file; nil where there is no such address. O(1).
    init?(at bracket: Int, in bytes: [UInt8]) {
        guard bracket + 1 < bytes.count, bytes[bracket + 1] == .openParenthesis,
            bytes[max(0, bracket - Self.longest)..<bracket].contains(.openBracket),
            let end = Self.end(of: bracket + 2, in: bytes)
        else { return nil }
        let address = Self.withoutTitle(bytes.trimmed(bracket + 2..<end), in: bytes)
        guard bytes[address].contains(where: { $0.isBlank }),
            !bytes[address].contains(where: { $0 == .quote || $0 == .less || $0 == .greater }),
            Self.looksLikeAddress(bytes[address])
        else { return nil }
        self.address = address
    }

    /// The parenthesis on the same line that closes the one before `start`.
    private static func end(of start: Int, in bytes: [UInt8]) -> Int? {
        var depth = 0
        for i in start..<min(bytes.count, start + longest) {
            switch bytes[i] {
            case .openParenthesis: depth += 1
            case .closeParenthesis where depth == 0: return i
            case .closeParenthesis: depth -= 1
            case let byte where byte.isLineEnd: return nil
            default: break
            }
        }
        return nil
    }

    private static func withoutTitle(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
        guard let quote = bytes[range].last, quote == .quote || quote == .apostrophe,
            let open = bytes[range].dropLast().lastIndex(of: quote), open > range.lowerBound,
            bytes[open - 1].isBlank
        else { return range }
        return bytes.trimmed(range.lowerBound..<open)
    }

    /// A path or a URL rather than an aside, a template's tag or another link, `[a]([b c](/d/))`:
    /// it has a slash, or a period near its end.
    private static func looksLikeAddress(_ text: ArraySlice<UInt8>) -> Bool {
        text.count < 300 && text.first != .openBracket && !text.contains(.openBrace)
            && (text.contains(.slash) || text.suffix(6).dropLast().contains(.period))
    }
}
