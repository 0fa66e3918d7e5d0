import Text

extension LanguageCheck {
    /// SQL has too many dialects for one parser: what is balanced passes, and SQLite tells more
    /// where it can.
    package static let sql = LanguageCheck("sql") { text in
        guard let typed = SessionReader.commands(of: text.code) else {
            return SQLCheck.examine(text)
        }
        // A session of psql or mysql: what was typed stands where it was, the rest is blank.
        return SQLCheck.examine(
            SnippetText(
                code: typed.spread(over: text.code), info: text.info, language: text.language,
                level: text.level))
    }
}

enum SQLCheck {
    static func examine(_ text: SnippetText) -> Examination {
        if let mistake = MistakenLabel(text.code) { return mistake.examination }
        if holdsResult(text.code) { return Examination(.undecided("it holds a result")) }
        if BracketDepth.exceeds(BracketDepth.most, in: text.code) {
            return Examination(.undecided("nested too deeply"))
        }
        let fragment = Fragment(text, style: .plain)
        let findings = isPlain(text.code) ? fragment.findings : []
        let versions = [fragment.filled, Placeholders.fill(fragment.filled)].compactMap { $0 }
        let texts = versions.map { Wrapping.none.text($0) }
        return Examination(
            findings.isEmpty ? .accepted(.shape) : .rejected(findings, .shape),
            elisions: fragment.elisions,
            request: ToolRequest("sqlite", texts, fileExtension: "sql"))
    }

    /// Whether quotes and comments are those of the standard: MySQL has `\'` and `#`, PostgreSQL
    /// `$$`.
    private static func isPlain(_ code: [UInt8]) -> Bool {
        var last: UInt8 = 0
        for byte in code {
            if byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "#") { return false }
            if byte == UInt8(ascii: "$"), last == byte { return false }
            last = byte
        }
        return true
    }

    /// `+----+` and `| name |`, or psql's `----+----`.
    private static func holdsResult(_ code: [UInt8]) -> Bool {
        var start = 0
        while start < code.count {
            let end = code.firstIndex(of: .lineFeed, from: start) ?? code.count
            while start < end, code[start] == .space { start += 1 }
            let text = code[start..<end]
            start = end + 1
            switch text.first {
            case UInt8(ascii: "+"): if text.starts(with: "+--".utf8) { return true }
            case UInt8(ascii: "|"): if text.starts(with: "| ".utf8) { return true }
            case UInt8(ascii: "-"):
                if text.starts(with: "---".utf8), text.contains(UInt8(ascii: "+")) { return true }
            default: break
            }
        }
        return false
    }
}
