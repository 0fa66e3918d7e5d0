import Content
import Markdown
import Templates

/// The theme's words in one language, from `strings/LANG.toml`.
struct ThemeStrings: Sendable {
    static let recordName = "strings"

    /// Sorted by key.
    private let entries: [(key: String, text: String)]
    private let byKey: [String: String]

    init(_ table: [String: String]) {
        byKey = table
        entries = table.sorted { $0.key < $1.key }.map { (key: $0.key, text: $0.value) }
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
        var text = self[key]
        for (name, value) in values { text = text.replacing("{\(name)}", with: value) }
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
        let names = self["month_names"].split(separator: " ")
        let name = names.indices.contains(month - 1) ? String(names[month - 1]) : String(month)
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
