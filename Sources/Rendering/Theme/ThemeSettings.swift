import Addresses
import Content
import Diagnostics
import Templates
import Text

// What theme.toml and strings/LANG.toml of a theme say, checked.
extension Theme {
    /// The words of the best-fitting language over those in English, so that none is missing.
    static func loadStrings(
        _ files: [ThemeFile], _ language: String, _ diagnostics: inout [Diagnostic]
    ) -> ThemeStrings {
        let byLanguage = Dictionary(grouping: files.filter(\.isOfStrings)) {
            $0.source.stem.lowercased()
        }
        let wanted = language.lowercased()
        let primary = String(wanted.prefix { $0 != "-" })
        let related = byLanguage.keys.filter { $0.hasPrefix(primary + "-") }.sorted().first
        let best = [wanted, primary, related ?? ""].lazy.compactMap { byLanguage[$0] }.first
        if best == nil {
            diagnostics.append(
                .warning(
                    .themeStrings, "the theme has no words in '\(language)', English is shown",
                    fixes: [Diagnostic.Fix("add theme/strings/\(language).toml")]))
        }
        var table: [String: String] = [:]
        // English, then the site's language; in each, a theme overrides the theme that it extends.
        for file in [byLanguage["en"], best].flatMap({ $0?.reversed() ?? [] }) {
            let toml = readTOML(file.bytes, file: file.source)
            diagnostics += toml.diagnostics
            for (key, value) in toml.table {
                if case .string(let text) = value {
                    table[key] = text
                } else {
                    diagnostics.append(
                        .error(
                            .themeStrings, "'\(key)' must be text in quotes",
                            at: toml.places[key]))
                }
            }
        }
        return ThemeStrings(table)
    }

    /// The keys that theme.toml may have at its top; all but the tables are text.
    private static let settingsKeys = [
        "name", "description", "author", "version", "license", "homepage", "extends", "params",
        "csp",
    ]

    /// An error for each key of a theme.toml that says nothing, and for each of another type.
    static func checkSettings(_ files: [ThemeFile]) -> [Diagnostic] {
        files.filter { $0.path == ThemeFile.settingsPath }.flatMap { file in
            let toml = readTOML(file.bytes, file: file.source)
            return toml.table.sorted { $0.key < $1.key }.compactMap { key, value in
                problem(of: key, value, at: toml.places[key] ?? Place(file: file.source))
            }
        }
    }

    private static func problem(of key: String, _ value: Value, at place: Place) -> Diagnostic? {
        guard settingsKeys.contains(key) else {
            let nearest = nearestName(to: key, in: settingsKeys)
            return .error(
                .themeUnknownKey, "unknown key '\(key)'", at: place,
                explanation: "Known here: \(settingsKeys.joined(separator: ", ")).",
                fixes: nearest.map { [Diagnostic.Fix("did you mean '\($0)'?")] } ?? [])
        }
        let wanted: Value = ["params", "csp"].contains(key) ? .table([:]) : .string("")
        guard typeName(value) != typeName(wanted) else { return nil }
        return .error(
            .themeParameter, "'\(key)' must be \(typeName(wanted)), not \(typeName(value))",
            at: place)
    }

    /// A free value as layouts see it; dates as RFC 3339.
    static func templateValue(_ value: Value) -> TemplateValue {
        switch value {
        case .null: .none
        case .string(let text): TemplateValue(text)
        case .integer(let number): .number(Int(number))
        case .number(let number): .decimal(number)
        case .boolean(let flag): .flag(flag)
        case .date(let moment): TemplateValue(moment.rfc3339)
        case .list(let items): .list(items.map(templateValue))
        case .table(let table): .table(TemplateTable(table.mapValues(templateValue)))
        }
    }
}
