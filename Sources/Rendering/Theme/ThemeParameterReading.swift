import Content
import Diagnostics
import Text

// Parameters of a theme, from theme.toml and galley.toml.
extension Theme {
    /// The theme's parameters with the site's values, which must be of the same names and types.
    static func loadParameters(
        _ files: [ThemeFile], _ given: [String: Value], _ place: (String) -> Place?,
        _ diagnostics: inout [Diagnostic]
    ) -> [String: Value] {
        var values: [String: Value] = [:]
        // A theme's parameters override those of the theme that it extends.
        for file in files.reversed() where file.path == ThemeFile.settingsPath {
            let toml = readTOML(file.bytes, file: file.source)
            diagnostics += toml.diagnostics
            if case .table(let declared)? = toml.table["params"] {
                diagnostics += put(declared, over: &values, by: .theme, below: "") {
                    toml.places["params." + $0] ?? Place(file: file.source)
                }
            }
        }
        diagnostics += put(given, over: &values, by: .site, below: "") {
            place("theme.params." + $0)
        }
        return values
    }

    /// Who sets a parameter.
    private enum Setter {
        /// May declare new ones.
        case theme
        case site
    }

    private static let numbers: ClosedRange<Int> = -1_000_000_000...1_000_000_000

    /// Puts values over those declared before, table by table; a table that is declared empty takes
    /// any keys. What is of another type is left as it was.
    ///
    /// - Parameters:
    ///   - prefix: the tables above, each with its dot: `giscus.`.
    ///   - place: of a parameter by its whole name.
    private static func put(
        _ given: [String: Value], over values: inout [String: Value], by setter: Setter,
        below prefix: String, _ place: (String) -> Place?
    ) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        for (key, value) in given.sorted(by: { $0.key < $1.key }) {
            let name = prefix + key
            guard let declared = values[key] else {
                switch setter {
                case .theme: values[key] = value
                case .site:
                    diagnostics.append(
                        unknown(
                            name, nearest: nearestName(to: key, in: values.keys.sorted()), place))
                }
                continue
            }
            if case .table(var table) = declared, case .table(let own) = value, !table.isEmpty {
                diagnostics += put(own, over: &table, by: setter, below: name + ".", place)
                values[key] = .table(table)
                continue
            }
            guard typeName(declared) == typeName(value) else {
                diagnostics.append(
                    .error(
                        .themeParameter,
                        "'\(name)' must be \(typeName(declared)), not \(typeName(value))",
                        at: place(name),
                        explanation: setter == .theme
                            ? "The theme that this one extends declares it so." : nil))
                continue
            }
            if case .integer(let number) = value, !numbers.contains(number) {
                diagnostics.append(
                    .error(
                        .themeParameter,
                        "'\(name)' must be a whole number from \(numbers.lowerBound) to "
                            + "\(numbers.upperBound), not \(number)", at: place(name)))
                continue
            }
            values[key] = value
        }
        return diagnostics
    }

    private static func unknown(
        _ name: String, nearest: String?, _ place: (String) -> Place?
    ) -> Diagnostic {
        .error(
            .themeParameter, "'\(name)' is not a parameter of the theme", at: place(name),
            fixes: nearest.map { [Diagnostic.Fix("did you mean '\($0)'?")] } ?? [])
    }

    static func integer(_ value: Value) -> Int? {
        if case .integer(let number) = value { return Int(number) }
        return nil
    }

    /// What a value is, in a message.
    static func typeName(_ value: Value) -> String {
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
}
