import Articles
import Diagnostics
import Markdown
import Snippets

/// What checking gave of all texts of a site, with what takes all of them to know.
struct SiteFindings: Sendable {
    /// Those that are of no snippet.
    let diagnostics: [Diagnostic]
    let snippets: [CheckedSnippet]

    /// Checks the anchors of links, and sums up the tags of other generators. O(texts).
    init(_ texts: some Sequence<ArticleFindings>) {
        var anchors = AnchorCheck()
        for text in texts { anchors.add(text) }
        diagnostics =
            texts.flatMap(\.diagnostics) + anchors.diagnostics()
            + TemplateWarnings.diagnostics(of: texts.flatMap(\.templateTags))
        snippets = texts.flatMap(\.snippets)
    }
}
