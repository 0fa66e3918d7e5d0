import Languages

/// How far snippets are to be checked where they do not say so themselves: what front matter, or
/// galley.toml, sets for all of them and for single languages.
package struct SnippetDefaults: Sendable, Hashable {
    /// What is wanted of a snippet.
    package enum Wish: Sendable, Hashable {
        /// The best that is to be had up to this level.
        case level(CheckLevel)
        /// Not to be checked, for this reason.
        case skip(String)
    }

    /// What a block without a label is.
    package enum Unlabelled: Sendable, Hashable {
        /// What it looks like, where that is sure.
        case guess
        /// As if it were its label; `text` is left alone.
        case language(Language)
    }

    package var all: Wish?
    /// nil: nothing is said.
    package var unlabelled: Unlabelled?
    /// By ``Languages/Language/name``.
    package var languages: [String: Wish] = [:]

    package init() {}

    /// What is wanted of snippets of a language; nil: nothing is said.
    func wish(for language: String?) -> Wish? {
        language.flatMap { languages[$0] } ?? all
    }
}
