import Addresses
import Markdown

/// Where the verdicts of a text's snippets come from while its page is made.
package enum SnippetVerdicts: Sendable {
    /// Nothing is checked (`--no-check`).
    case off
    /// The process looks at them, and tools' words come from the cache.
    case cached(SnippetExaminer, SnippetJudge)
    /// They were given before, by file.
    case known([SourcePath: [CheckedSnippet]])

    /// The verdicts of a document's snippets in order.
    package func verdicts(
        of document: Document, _ comments: SnippetComments, defaults: SnippetDefaults
    ) -> [CheckedSnippet] {
        switch self {
        case .off: []
        case .known(let snippets): snippets[document.file] ?? []
        case .cached(let examiner, let judge):
            examiner.examine(document, comments, defaults: defaults).map { judge.verdict(of: $0) }
        }
    }
}
