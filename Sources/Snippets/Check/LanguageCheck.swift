/// How one language is checked: an entry of the table ``all``.
///
/// To add a language, write such a value in a file of its own under `Snippets/Languages` and name
/// it in the table; see docs/extending.md.
package struct LanguageCheck: Sendable {
    /// The names of the languages (``Languages/Language/name``) that are checked so.
    package let languages: [String]
    /// Looks at a block: O(bytes), no I/O, any bytes at all, on any thread.
    package let examine: @Sendable (SnippetText) -> Examination

    package init(
        _ languages: String..., examine: @escaping @Sendable (SnippetText) -> Examination
    ) {
        self.init(languages, examine: examine)
    }

    package init(
        _ languages: [String], examine: @escaping @Sendable (SnippetText) -> Examination
    ) {
        self.languages = languages
        self.examine = examine
    }
}
