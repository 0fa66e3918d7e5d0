/// How one language is checked: an entry of the table ``all``.
///
/// To add a language, write such a value in a file of its own under `Snippets/Languages` and add it
/// to the table; see docs/extending.md.
package struct LanguageCheck: Sendable {
    /// The names (``Languages/Language/name``) of the languages that this entry checks.
    package let languages: [String]
    /// Examines a block: O(bytes), no I/O, any bytes, on any thread.
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
