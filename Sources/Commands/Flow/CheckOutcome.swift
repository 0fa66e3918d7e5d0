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
    /// The address of the page that explains ids; empty: not known.
    var manual = ""
    /// How many findings the baseline spares.
    var known = 0
    /// The baseline that was read or written, where there is one.
    var baseline: SourcePath?

    init(diagnostics: [Diagnostic], snippets: [CheckedSnippet], asked: Int) {
        self.diagnostics = diagnostics
        self.snippets = snippets.sorted { ($0.file, $0.line) < ($1.file, $1.line) }
        self.asked = asked
    }

    /// Of a site that could not be read.
    init(_ diagnostics: [Diagnostic]) {
        self.init(diagnostics: diagnostics.sortedByPlace(), snippets: [], asked: 0)
    }

    /// All there is to say, sorted by place.
    var all: [Diagnostic] {
        (diagnostics + snippets.flatMap(\.diagnostics)).sortedByPlace()
    }
}
