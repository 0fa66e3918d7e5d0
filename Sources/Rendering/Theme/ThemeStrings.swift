import Content
import Markdown
import Templates
import Text

/// The theme's words in one language, from `strings/LANG.toml`.
struct ThemeStrings: Sendable {
    static let recordName = "strings"

    /// Sorted by key.
    private let entries: [(key: String, text: String)]
    private let byKey: [String: String]
    private let patterns: [String: ThemePattern]
    private let monthNames: [String]

    init(_ table: [String: String]) {
        byKey = table
        entries = table.sorted { $0.key < $1.key }.map { (key: $0.key, text: $0.value) }
        patterns = table.mapValues(ThemePattern.init)
        monthNames = table["month_names"]?.split(separator: " ").map(String.init) ?? []
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

    /// The words with `{name}` in them; the key itself where the theme has none.
    func pattern(_ key: String) -> ThemePattern { patterns[key] ?? ThemePattern(key) }

    /// The words with `{name}` replaced: `约 {count} 分钟` and 3 give `约 3 分钟`.
    func filled(_ key: String, _ values: [(String, String)]) -> String {
        let bytes = pattern(key).filled { name, out in
            guard let value = values.first(where: { $0.0 == name })?.1 else { return false }
            out.append(value)
            return true
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// `1 post`, `3 posts`: `KEY_one` for 1, else `KEY_other`.
    func counted(_ key: String, _ count: Int) -> String {
        filled(key + (count == 1 ? "_one" : "_other"), [("count", String(count))])
    }

    /// A date in this language's form: `2024 年 3 月 8 日`, `March 8, 2024`.
    func date(_ moment: Moment) -> String {
        String(decoding: dateBytes(moment), as: UTF8.self)
    }

    /// The bytes of ``date(_:)``, for a page.
    func dateBytes(_ moment: Moment) -> [UInt8] {
        dated("date", moment.year, moment.month, moment.day)
    }

    func month(_ year: Int, _ month: Int) -> String {
        String(decoding: dated("month", year, month, 1), as: UTF8.self)
    }

    func year(_ year: Int) -> String {
        String(decoding: dated("year", year, 1, 1), as: UTF8.self)
    }

    private func dated(_ key: String, _ year: Int, _ month: Int, _ day: Int) -> [UInt8] {
        pattern(key).filled { name, out in
            switch name {
            case "year": out.append(decimal: year)
            case "month": out.append(decimal: month)
            case "day": out.append(decimal: day)
            case "month_name":
                if monthNames.indices.contains(month - 1) {
                    out.append(monthNames[month - 1])
                } else {
                    out.append(decimal: month)
                }
            default: return false
            }
            return true
        }
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
