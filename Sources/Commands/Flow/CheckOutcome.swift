import Addresses
import Diagnostics
import Snippets

/// How a check ended.
struct CheckOutcome: Sendable {
    /// Those that are of no snippet, sorted by place, severities as the site wants them.
    var diagnostics: [Diagnostic]
    /// Every snippet with its verdict and its own diagnostics, by file and line.
    var snippets: [CheckedSnippet]
    /// How many texts tools were asked about; 0 where all was known.
    let asked: Int
    /// What was checked.
    var scope = CheckScope()
    /// How many texts that were.
    var texts = 0

    init(diagnostics: [Diagnostic], snippets: [CheckedSnippet], asked: Int) {
        self.diagnostics = diagnostics
        self.snippets = snippets.sorted { ($0.file, $0.line) < ($1.file, $1.line) }
        self.asked = asked
    }

    /// Of a site that could not be read.
    init(_ diagnostics: [Diagnostic]) {
        self.init(diagnostics: diagnostics.sortedByPlace(), snippets: [], asked: 0)
    }

    /// What a proof found and what else there is to say, with the severities of a check.
    init(
        _ proof: Proof.Result, _ others: [Diagnostic], _ severities: Severities, _ scope: CheckScope
    ) {
        self.init(
            diagnostics: severities.applied(to: others + proof.diagnostics).filter(scope.reports),
            snippets: proof.snippets.values.joined().map { severities.applied(to: $0) },
            asked: proof.asked)
        self.scope = scope
        texts = proof.texts
    }

    /// All there is to say, sorted by place.
    var all: [Diagnostic] {
        (diagnostics + snippets.flatMap(\.diagnostics)).sortedByPlace()
    }
}
