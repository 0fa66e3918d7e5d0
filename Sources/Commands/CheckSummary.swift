import Diagnostics
import Snippets
import Text

/// What a check found, counted: a table by rule and one by language.
///
///     rule              errors  warnings  texts
///     snippet/go/parse       3         -      2
///     snippet/label          -        14      9
///
///     language     blocks  passed  failed  expected  skipped  unchecked
///     go              120     117       3         -        -          -
///     no language      14      10       -         -        -          4
struct CheckSummary {
    private let outcome: CheckOutcome

    init(_ outcome: CheckOutcome) {
        self.outcome = outcome
    }

    /// The tables that have rows, highest count first, then by name.
    var text: String {
        let tables = [rules, languages].filter { $0.count > 1 }.map(Self.laidOut)
        return tables.joined(separator: "\n")
    }

    private var rules: [[String]] {
        let byRule = Dictionary(grouping: outcome.all, by: \.id.string)
        let rows = byRule.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
            .map { id, found in
                let errors = found.count { $0.severity == .error }
                let texts = Set(found.compactMap(\.place?.file)).count
                return [id] + [errors, found.count - errors, texts].map(Self.count)
            }
        return [["rule", "errors", "warnings", "texts"]] + rows
    }

    private var languages: [[String]] {
        let byLanguage = Dictionary(grouping: outcome.snippets, by: Self.name)
        let rows = byLanguage.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
            .map { name, snippets in
                let sum = Coverage(snippets).summary
                return [name]
                    + [
                        sum.total, sum.passed, sum.failed, sum.expected, sum.skipped, sum.unchecked,
                    ].map(Self.count)
            }
        let head = ["language", "blocks", "passed", "failed", "expected", "skipped", "unchecked"]
        return [head] + rows
    }

    private static func name(of snippet: CheckedSnippet) -> String {
        let name = snippet.language ?? snippet.label.lowercased()
        return name.isEmpty ? "no language" : name.printableLine.cut(to: 40)
    }

    private static func count(_ number: Int) -> String { number == 0 ? "-" : String(number) }

    /// The first column to the left, all others to the right.
    private static func laidOut(_ rows: [[String]]) -> String {
        let columns = rows.first?.count ?? 0
        let widths = (0..<columns).map { column in
            rows.map { $0[column].unicodeScalars.count }.max() ?? 0
        }
        return rows.map { row in
            row.enumerated().map { column, cell in
                let fill = String(
                    repeating: " ", count: widths[column] - cell.unicodeScalars.count)
                return column == 0 ? cell + fill : fill + cell
            }.joined(separator: "  ") + "\n"
        }.joined()
    }
}
