/// `&amp;`, `&#38;` or `&#x26;` in a source (CommonMark 0.30, section 6.2), by its form alone: which
/// names there are is not looked up.
enum CharacterReference {
    /// The longest name that HTML knows has 31 letters.
    private static let longestName = 32

    /// Where the reference whose `&` is at `start` ends; nil where there is none.
    static func end(in source: [UInt8], at start: Int, before limit: Int? = nil) -> Int? {
        let limit = min(limit ?? source.count, source.count)
        var i = start + 1
        if i < limit, source[i] == .hash { i += 1 }
        let name = i
        while i < limit, i - name < longestName, source[i].isLetter || source[i].isDigit { i += 1 }
        guard i > name, i < limit, source[i] == .semicolon else { return nil }
        return i + 1
    }
}
