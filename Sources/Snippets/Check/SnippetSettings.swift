/// The settings of a site for its snippets: `[snippets]` of galley.toml.
package struct SnippetSettings: Sendable {
    package var defaults = SnippetDefaults()
    /// Languages whose tools are required, by ``Languages/Language/name``.
    package var required: Set<String> = []
    /// Other commands for tools, by ``Tool/name``.
    package var tools: [String: [String]] = [:]

    package init() {}
}
