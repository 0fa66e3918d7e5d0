/// What a site sets for its snippets: `[snippets]` of galley.toml.
package struct SnippetSettings: Sendable {
    package var defaults = SnippetDefaults()
    /// Languages whose tools must be there, by ``Languages/Language/name``.
    package var required: Set<String> = []
    /// Other commands for tools, by ``Tool/name``.
    package var tools: [String: [String]] = [:]

    package init() {}
}
