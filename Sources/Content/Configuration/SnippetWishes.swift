/// How far to check code blocks, for all and for single languages: `[snippets]` of galley.toml, or
/// `snippets` in front matter.
///
///     level = "parse"
///     [snippets.go]
///     level = "types"
package struct SnippetWishes: Sendable, Hashable {
    package enum Level: String, Sendable, Hashable, CaseIterable {
        case shape, parse, types, run
        /// Not checked, for a reason.
        case skip
    }

    package struct Wish: Sendable, Hashable {
        /// nil: not set.
        package var level: Level?
        /// The reason for skipping.
        package var reason = ""
    }

    package var all = Wish()
    /// How to read a block without a label: `guess`, `text`, or the name of a language; empty: not
    /// set.
    package var unlabelled = ""
    /// By the name as written, `golang`.
    package var languages: [String: Wish] = [:]

    package init() {}
}

extension ConfigurationSection {
    static let wishKeys = ["level", "reason"]
    /// The keys that apply to all languages together.
    static let commonWishKeys = wishKeys + ["unlabelled"]

    /// Reads `level`, `reason` and every table as a language's, except those named in `others`.
    mutating func readWishes(others: [String]) -> SnippetWishes {
        var wishes = SnippetWishes()
        wishes.all = readWish()
        read("unlabelled", into: &wishes.unlabelled)
        for name in values.keys.sorted() where !others.contains(name) {
            guard case .table(let table)? = values[name] else { continue }
            var language = ConfigurationSection(
                path: ConfigurationSection.join(path, name), values: table, places: places,
                place: place(of: name))
            language.checkKeys(Self.wishKeys)
            wishes.languages[name] = language.readWish()
            for diagnostic in language.diagnostics { report(diagnostic) }
        }
        return wishes
    }

    /// The names of languages: every key that holds a table.
    var tableNames: [String] {
        values.keys.sorted().filter { if case .table? = values[$0] { true } else { false } }
    }

    private mutating func readWish() -> SnippetWishes.Wish {
        var wish = SnippetWishes.Wish()
        var level = SnippetWishes.Level.parse
        read("level", into: &level)
        if values["level"] != nil { wish.level = level }
        read("reason", into: &wish.reason)
        if wish.level == .skip, wish.reason.isEmpty {
            refuse(
                "level", "'level = \"skip\"' must come with a 'reason'",
                id: .configurationMissingKey)
        }
        return wish
    }
}
