/// `&amp;`, `&#38;` or `&#x26;` in a source (CommonMark 0.30, section 6.2), by its form alone:
/// names are not looked up.
enum CharacterReference {
    /// The longest name in HTML has 31 letters.
    private static let longestName = 32

    /// The end of the reference whose `&` is at `start`; nil without one.
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
