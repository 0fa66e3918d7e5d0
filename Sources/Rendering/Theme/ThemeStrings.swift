import Content
import Markdown
import Templates

/// The theme's words in one language, from `strings/LANG.toml`.
struct ThemeStrings: Sendable {
    static let recordName = "strings"

    /// Sorted by key.
    private let entries: [(key: String, text: String)]
    private let byKey: [String: String]
    private let patterns: [String: [Piece]]
    private let monthNames: [String]

    /// What a text with `{name}` consists of: cut once, for a list fills hundreds of them.
    private enum Piece {
        case text(String)
        case name(String)
    }

    init(_ table: [String: String]) {
        byKey = table
        entries = table.sorted { $0.key < $1.key }.map { (key: $0.key, text: $0.value) }
        patterns = table.mapValues(Self.pieces)
        monthNames = table["month_names"]?.split(separator: " ").map(String.init) ?? []
    }

    /// `约 {count} 分钟` gives `约 `, the name `count` and ` 分钟`.
    private static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            pieces.append(.text(String(rest[..<open])))
            pieces.append(.name(String(rest[rest.index(after: open)..<close])))
            rest = rest[rest.index(after: close)...]
        }
        return pieces + [.text(String(rest))]
    }

    var recordType: TemplateRecordType {
        TemplateRecordType(
            name: ThemeStrings.recordName,
            fields: entries.map { TemplateRecordType.Field($0.key, .text) })
    }

    var value: TemplateValue {
        .record(entries.map { TemplateValue($0.text) })
    }

    /// The words under a key; the key itself where the theme has none.
    subscript(key: String) -> String { byKey[key] ?? key }

    /// The words with `{name}` replaced: `约 {count} 分钟` and 3 give `约 3 分钟`.
    func filled(_ key: String, _ values: [(String, String)]) -> String {
        guard let pieces = patterns[key] else { return key }
        var text = ""
        for piece in pieces {
            switch piece {
            case .text(let words): text += words
            case .name(let name):
                text += values.first { $0.0 == name }?.1 ?? "{\(name)}"
            }
        }
        return text
    }

    /// `1 post`, `3 posts`: `KEY_one` for 1, else `KEY_other`.
    func counted(_ key: String, _ count: Int) -> String {
        filled(key + (count == 1 ? "_one" : "_other"), [("count", String(count))])
    }

    /// A date in this language's form: `2024 年 3 月 8 日`, `March 8, 2024`.
    func date(_ moment: Moment) -> String { dated("date", moment.year, moment.month, moment.day) }

    func month(_ year: Int, _ month: Int) -> String { dated("month", year, month, 1) }

    func year(_ year: Int) -> String { dated("year", year, 1, 1) }

    private func dated(_ key: String, _ year: Int, _ month: Int, _ day: Int) -> String {
        let isNamed = monthNames.indices.contains(month - 1)
        let name = isNamed ? monthNames[month - 1] : String(month)
        return filled(
            key,
            [
                ("year", String(year)), ("month", String(month)), ("day", String(day)),
                ("month_name", name),
            ])
    }

    /// What the Markdown writer needs of them: callouts, footnotes and tasks.
    var markdownWords: MarkdownWords {
        var words = MarkdownWords()
        words.note = self["note"]
        words.tip = self["tip"]
        words.important = self["important"]
        words.warning = self["warning"]
        words.caution = self["caution"]
        words.footnotes = self["footnotes"]
        words.backToText = self["back_to_text"]
        words.taskDone = self["task_done"]
        words.taskOpen = self["task_open"]
        return words
    }
}
