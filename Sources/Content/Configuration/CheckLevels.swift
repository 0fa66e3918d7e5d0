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

extension CheckLevels.Setting {
    /// Those of a table of one language, `[snippets.go]`.
    static var keys: [ConfigurationKey<Self>] {
        [
            .level(
                "level", \.level,
                "how far code is checked: the best that is to be had up to this level"),
            .text("reason", \.reason, "why it is not checked; required with `level = \"skip\"`"),
        ]
    }
}

extension CheckLevels {
    /// Those of all languages together.
    static var keys: [ConfigurationKey<Self>] {
        Setting.keys.map { $0.lifted(\.all) } + [
            .text(
                "unlabelled", \.unlabelled, type: "`\"guess\"`, `\"text\"` or a language",
                standard: "`\"guess\"`",
                "what a block without a label is: what it surely looks like, no code, or that language"
            )
        ]
    }
}

extension ConfigurationKey {
    fileprivate static func level(
        _ name: String, _ path: WritableKeyPath<Table, CheckLevels.Level?> & Sendable,
        _ meaning: String
    ) -> Self {
        let names = CheckLevels.Level.allCases.map { "`\"\($0.rawValue)\"`" }
        return Self(
            name, type: type(names), meaning, standard: { _ in "`\"parse\"`" },
            read: { section, table in
                guard section.values[name] != nil else { return }
                var level = CheckLevels.Level.parse
                section.read(name, into: &level)
                table[keyPath: path] = level
            })
    }
}

extension ConfigurationSection {
    /// Reads every table as that of a language, but those named in `others`, and checks the levels.
    mutating func readLanguages(into levels: inout CheckLevels, except others: [String] = []) {
        check(levels.all)
        for name in tableNames where !others.contains(name) {
            var language = section(name)
            var setting = CheckLevels.Setting()
            language.read(CheckLevels.Setting.keys, into: &setting)
            language.check(setting)
            levels.languages[name] = setting
            report(language.diagnostics)
        }
    }

    private mutating func check(_ setting: CheckLevels.Setting) {
        if setting.level == .skip, setting.reason.isEmpty {
            refuse(
                "level", "'level = \"skip\"' must come with a 'reason'",
                id: .configurationMissingKey)
        }
    }
}
