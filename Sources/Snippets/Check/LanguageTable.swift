import Languages

extension LanguageCheck {
    /// How each language is checked; see docs/extending.md.
    package static let all: [LanguageCheck] = [
        // Data, in the process.
        json, jsonc, yaml, toml, xml, html, ini, diff, makefile, http,
        // Texts and diagrams, by their shape.
        markdown, mermaid,
        // Terminals.
        bash, console, gdb, redis,
        // Code, by galley's grammars.
        grammars, c, otherShells,
        // Brackets, strings and comments.
        objectiveC, balance,
    ]

    /// The entry of a language; nil without a checker for it.
    static func of(_ language: Language) -> LanguageCheck? { byLanguage[language.name] }

    private static let byLanguage: [String: LanguageCheck] = {
        var table: [String: LanguageCheck] = [:]
        for check in all {
            for name in check.languages { table[name] = check }
        }
        return table
    }()
}
