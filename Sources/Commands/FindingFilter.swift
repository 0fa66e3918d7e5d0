import Addresses
import Diagnostics
import Languages
import Snippets

/// What `--rule` and `--language` leave of a check.
struct FindingFilter: Sendable {
    /// Ids of diagnostics, or what is before one of their slashes; empty: all.
    let rules: [String]
    /// Names or labels of languages in lower case; empty: all.
    let languages: Set<String>

    /// Throws for the first part of an id that no diagnostic has, and for a misspelled language.
    init(rules: [String] = [], languages: [String] = []) throws(CannotRun) {
        for rule in rules
        where !Self.families.contains(where: { rule.split(separator: "/").first == $0 }) {
            throw CannotRun(
                "no rule begins with '\(rule)'",
                hint: "name an id such as snippet/go/parse, or its beginning: "
                    + Self.families.map { "\($0)/" }.joined(separator: ", "))
        }
        self.rules = rules.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
        var names: Set<String> = []
        for language in languages {
            if let known = Language.named(language) {
                names.insert(known.name)
            } else if let nearest = Language.nearest(to: language) {
                throw CannotRun(
                    "'\(language)' is the name of no language", hint: "did you mean '\(nearest)'?")
            } else {
                names.insert(language.lowercased())
            }
        }
        self.languages = names
    }

    /// What ids begin with; a test compares it with docs/diagnostics.md.
    static let families: [Substring] = [
        "baseline", "configuration", "content", "excerpt", "front-matter", "ledger", "link",
        "markdown",
        "output", "plan", "preview", "publish", "snippet", "theme",
    ]

    /// The snippets of the languages, with what the rules are of; what is of no snippet is left where
    /// no language is asked for.
    func applied(to outcome: CheckOutcome) -> CheckOutcome {
        var outcome = outcome
        outcome.diagnostics = languages.isEmpty ? outcome.diagnostics.filter(keeps) : []
        outcome.snippets = outcome.snippets.filter(keeps).map(applied)
        return outcome
    }

    private func keeps(_ diagnostic: Diagnostic) -> Bool {
        let id = diagnostic.id.string
        return rules.isEmpty || rules.contains { id == $0 || id.hasPrefix($0 + "/") }
    }

    private func keeps(_ snippet: CheckedSnippet) -> Bool {
        if languages.isEmpty { return true }
        var names = [snippet.language ?? snippet.label.lowercased()]
        if case .passed(let pass) = snippet.verdict, let other = pass.readAs { names.append(other) }
        return names.contains { languages.contains($0) }
    }

    private func applied(to snippet: CheckedSnippet) -> CheckedSnippet {
        if rules.isEmpty { return snippet }
        var snippet = snippet
        snippet.diagnostics = snippet.diagnostics.filter(keeps)
        if case .failed(let failures) = snippet.verdict {
            let left = failures.filter(keeps)
            snippet.verdict =
                left.isEmpty ? .skipped("its failure is of another rule") : .failed(left)
        }
        return snippet
    }
}
