import Addresses
import Diagnostics
import Markdown

/// Where the verdicts of a text's snippets come from while its page is made.
package enum SnippetVerdicts: Sendable {
    /// Nothing is checked (`--no-check`).
    case off
    /// The process looks at them, and tools' words come from the cache; what a baseline knows is
    /// spared.
    case cached(SnippetExaminer, SnippetJudge, known: Baseline? = nil)
    /// They were given before, by file.
    case known([SourcePath: [CheckedSnippet]])

    /// The verdicts of a document's snippets in order.
    package func verdicts(
        of document: Document, _ comments: SnippetComments, defaults: SnippetDefaults
    ) -> [CheckedSnippet] {
        switch self {
        case .off: return []
        case .known(let snippets): return snippets[document.file] ?? []
        case .cached(let examiner, let judge, let baseline):
            let checked = examiner.examine(document, comments, defaults: defaults)
                .map { judge.verdict(of: $0) }
            return baseline?.sparing(checked) ?? checked
        }
    }
}
