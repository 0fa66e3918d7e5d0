/// How far to check code blocks, for all and for single languages: `[snippets]` of galley.toml, or
/// `snippets` in front matter.
///
///     level = "parse"
///     [snippets.go]
///     level = "types"
package struct CheckLevels: Sendable, Hashable {
    package enum Level: String, Sendable, Hashable, CaseIterable {
        case shape, parse, types, run
        /// Not checked, for a reason.
        case skip
    }

    package struct Setting: Sendable, Hashable {
        /// nil: not set.
        package var level: Level?
        /// The reason for skipping.
        package var reason = ""
    }

    package var all = Setting()
    /// How to read a block without a label: `guess`, `text`, or the name of a language; empty: not
    /// set.
    package var unlabelled = ""
    /// By the name as written, `golang`.
    package var languages: [String: Setting] = [:]

    package init() {}
}

extension ConfigurationSection {
    static let wishKeys = ["level", "reason"]
    /// The keys that apply to all languages together.
    static let commonWishKeys = wishKeys + ["unlabelled"]

    /// Reads `level`, `reason` and every table as a language's, except those named in `others`.
    mutating func readWishes(others: [String]) -> CheckLevels {
        var levels = CheckLevels()
        levels.all = readSetting()
        read("unlabelled", into: &levels.unlabelled)
        for name in values.keys.sorted() where !others.contains(name) {
            guard case .table(let table)? = values[name] else { continue }
            var language = ConfigurationSection(
                path: ConfigurationSection.join(path, name), values: table, places: places,
                place: place(of: name))
            language.checkKeys(Self.wishKeys)
            levels.languages[name] = language.readSetting()
            for diagnostic in language.diagnostics { report(diagnostic) }
        }
        return levels
    }

    /// The names of languages: every key that holds a table.
    var tableNames: [String] {
        values.keys.sorted().filter { if case .table? = values[$0] { true } else { false } }
    }

    private mutating func readSetting() -> CheckLevels.Setting {
        var setting = CheckLevels.Setting()
        var level = CheckLevels.Level.parse
        read("level", into: &level)
        if values["level"] != nil { setting.level = level }
        read("reason", into: &setting.reason)
        if setting.level == .skip, setting.reason.isEmpty {
            refuse(
                "level", "'level = \"skip\"' must come with a 'reason'",
                id: .configurationMissingKey)
        }
        return setting
    }
}
