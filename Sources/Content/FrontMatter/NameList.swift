/// One name of a series or an author that was clearly meant as several.
///
/// Names contain commas, too (`Lee, Bob`, `Robert Downey, Jr.`), and titles of series contain `、`
/// (`内存、缓存与磁盘`), so only text that is hardly one name counts.
struct NameList {
    /// nil if the name is one.
    let parts: [String]?

    /// Names of series: short ones between Chinese commas and semicolons, without a joining word.
    init(series name: String) {
        guard Self.mayBeSeveral(name) else {
            parts = nil
            return
        }
        let parts = Self.parts(of: name, "，、；|｜")
        let isOne = parts.contains { part in
            part.unicodeScalars.count > 12 || part.contains { "与和及的之等中".contains($0) }
        }
        self.parts = parts.count > 1 && !isOne ? parts : nil
    }

    /// Names of people: between Chinese commas and semicolons, or between commas if all are Chinese
    /// or the last follows `and`. `Bo Lee, Acme Cloud` is ambiguous and stays one name.
    init(author name: String) {
        guard Self.mayBeSeveral(name) else {
            parts = nil
            return
        }
        var parts = Self.parts(of: name, "，、；;｜|")
        if parts.count < 2 {
            parts = Self.parts(of: name, ",")
            if parts.count > 1, let last = parts.last,
                let mark = [" and ", " & "].compactMap({ last.firstRange(of: $0) }).first
            {
                parts.removeLast()
                parts += [String(last[..<mark.lowerBound]), String(last[mark.upperBound...])]
            } else if !parts.allSatisfy(Self.isChinese) {
                parts = []
            }
        }
        let isOne = parts.contains { $0.contains { "<>()（）".contains($0) } }
        self.parts = parts.count > 1 && !isOne ? parts : nil
    }

    /// Whether a name has a byte that is, or begins, one of the signs.
    private static func mayBeSeveral(_ name: String) -> Bool {
        name.utf8.contains { $0 == 0xE3 || $0 == 0xEF || $0 < 0x7D && ",;|".utf8.contains($0) }
    }

    private static func parts(of name: String, _ signs: String) -> [String] {
        name.split(whereSeparator: signs.contains).map { LeadIn.trimmed(String($0)) }
            .filter { !$0.isEmpty }
    }

    /// Two to four Chinese characters.
    private static func isChinese(_ part: String) -> Bool {
        (2...4).contains(part.unicodeScalars.count)
            && part.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) }
    }
}
