import Diagnostics
import Markdown

/// The source of the verdicts of a text's snippets where no tool is asked first.
package enum SnippetVerdicts: Sendable {
    /// Nothing is checked (`--no-check`).
    case off
    /// The process examines them; tools' answers come from the cache; findings in a baseline are
    /// left out.
    case cached(SnippetExaminer, VerdictResolver, known: Baseline? = nil)

    /// The verdicts of a document's snippets in order.
    package func verdicts(
        of document: Document, _ comments: SnippetComments, defaults: SnippetDefaults
    ) -> [CheckedSnippet] {
        switch self {
        case .off: return []
        case .cached(let examiner, let resolver, let baseline):
            let checked = examiner.examine(document, comments, defaults: defaults)
                .map { resolver.verdict(of: $0) }
            return baseline?.sparing(checked) ?? checked
        }
    }
}
