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
        // English below the language, and of each the theme's own words over those it stands on.
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

    /// The theme's parameters with the site's values, which must be of the same names and types.
    static func loadParameters(
        _ files: [ThemeFile], _ given: [String: Value], _ place: (String) -> Place?,
        _ diagnostics: inout [Diagnostic]
    ) -> [String: Value] {
        var values: [String: Value] = [:]
        // The theme's own parameters over those of the theme that it stands on.
        for file in files.reversed() where file.path == ThemeFile.settingsPath {
            let toml = readTOML(file.bytes, file: file.source)
            diagnostics += toml.diagnostics
            if case .table(let declared)? = toml.table["params"] {
                values.merge(declared) { _, own in own }
            }
        }
        diagnostics += set(given, in: &values, below: "", place)
        return values
    }

    /// Puts the site's values over the defaults, table by table; a table that is declared empty
    /// takes any keys.
    ///
    /// - Parameter prefix: the tables above, each with its dot: `giscus.`.
    private static func set(
        _ given: [String: Value], in values: inout [String: Value], below prefix: String,
        _ place: (String) -> Place?
    ) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        for (key, value) in given.sorted(by: { $0.key < $1.key }) {
            let name = prefix + key
            let at = place("theme.params.\(name)")
            guard let declared = values[key] else {
                let fixes = nearestName(to: key, in: values.keys.sorted())
                    .map { [Diagnostic.Fix("did you mean '\($0)'?")] }
                diagnostics.append(
                    .error(
                        .themeParameter, "'\(name)' is not a parameter of the theme", at: at,
                        fixes: fixes ?? []))
                continue
            }
            if case .table(var table) = declared, case .table(let own) = value, !table.isEmpty {
                diagnostics += set(own, in: &table, below: name + ".", place)
                values[key] = .table(table)
                continue
            }
            guard typeName(declared) == typeName(value) else {
                diagnostics.append(
                    .error(
                        .themeParameter,
                        "'\(name)' must be \(typeName(declared)), not \(typeName(value))", at: at))
                continue
            }
            values[key] = value
        }
        return diagnostics
    }

    static func integer(_ value: Value) -> Int? {
        if case .integer(let number) = value { return Int(number) }
        return nil
    }

    private static func typeName(_ value: Value) -> String {
        switch value {
        case .null: "empty"
        case .string: "text"
        case .integer, .number: "a number"
        case .boolean: "true or false"
        case .date: "a date"
        case .list: "a list"
        case .table: "a table"
        }
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
