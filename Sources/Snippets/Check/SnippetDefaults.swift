import Languages

/// How far snippets are checked unless they set it themselves: from front matter, or galley.toml,
/// for all of them and for single languages.
package struct SnippetDefaults: Sendable, Hashable {
    /// The requested check of a snippet.
    package enum Setting: Sendable, Hashable {
        /// The best available check up to this level.
        case level(CheckLevel)
        /// No check, for this reason.
        case skip(String)
    }

    /// How to read a block without a label.
    package enum Unlabelled: Sendable, Hashable {
        /// As the language that it certainly looks like.
        case guess
        /// As if this were its label; `text` is not checked.
        case language(Language)
    }

    package var all: Setting?
    /// nil: not set.
    package var unlabelled: Unlabelled?
    /// By ``Languages/Language/name``.
    package var languages: [String: Setting] = [:]

    package init() {}

    /// The requested check for snippets of a language; nil: not set.
    func setting(for language: String?) -> Setting? {
        language.flatMap { languages[$0] } ?? all
    }
}
