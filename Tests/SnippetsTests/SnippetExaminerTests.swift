import Addresses
import Markdown
import Testing

@testable import Snippets

struct SnippetExaminerTests {
    @Test func leavesDigestsOutWhereNobodyAsksForThem() throws {
        let document = Document(
            parsing: Array("```json\n{\n```\n\n```go\nx := …\n```\n".utf8),
            file: SourcePath("a.md"), options: .standard)
        let resolver = VerdictResolver(toolbox: Toolbox([]), answers: ToolAnswers())
        func verdicts(_ hasDigests: Bool) -> [CheckedSnippet] {
            let examiner = SnippetExaminer(SnippetSettings(), hasDigests: hasDigests)
            return SnippetVerdicts.cached(examiner, resolver).verdicts(
                of: document, SnippetComments(in: document), defaults: SnippetDefaults())
        }
        let (with, without) = (verdicts(true), verdicts(false))
        #expect(with.map(\.digest.count) == [32, 32])
        #expect(without.map(\.digest) == ["", ""])
        #expect(with.map(\.verdict) == without.map(\.verdict))
        #expect(with.map(\.diagnostics) == without.map(\.diagnostics))
    }
}
