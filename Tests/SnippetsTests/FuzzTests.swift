import Addresses
import Diagnostics
import Languages
import Markdown
import TestSupport
import Testing

@testable import Snippets

/// Code blocks by chance in every language: never a crash, the same verdict twice, places in the file.
struct FuzzTests {
    private static let labels =
        Language.all.map(\.name) + ["", "console", "diff", "gdb", "http", "text", "mermaid"]

    @Test func checksCodeByChance() {
        let mutator = Mutator(
            Corpus.files(["Tests/Fixtures/snippets", "content"], endings: [".txt", ".md"]),
            tokens: [
                "...", "…", "$ ", "# ", ">>> ", "(gdb) ", "<<EOF\n", "EOF\n", "\"\"\"", "/*", "*/",
                "${", "$(",
                "@@ -1,2 +3,4 @@\n", "<a", "</a>", "<!--", "- ", "? ", "&a", "*a", "YOUR_KEY", "“",
                "，",
            ], longest: 1_000)
        let findings = Fuzzing.findings(.code, mutator, rounds: 1_200) { code, chance in
            let label = Self.labels[chance.next(Self.labels.count)]
            let source =
                Array("~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \(label)\n".utf8) + code
                + Array("\n~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n".utf8)
            func check() -> [CheckedSnippet] {
                let document = Document(
                    parsing: source, file: SourcePath("a.md"), options: .standard)
                let resolver = VerdictResolver(toolbox: Toolbox([]), answers: ToolAnswers())
                return SnippetExaminer(SnippetSettings())
                    .examine(document, SnippetComments(in: document), defaults: SnippetDefaults())
                    .map { resolver.verdict(of: $0) }
            }
            let (snippets, again) = (check(), check())
            if snippets.map(\.verdict) != again.map(\.verdict) { return "not the same twice" }
            let places = snippets.flatMap { $0.diagnostics.compactMap(\.place) }
            let isInside = places.allSatisfy {
                $0.range.lowerBound >= 0 && $0.range.upperBound <= source.count
            }
            _ = LanguageGuess.guess(of: code)
            return isInside ? nil : "\(label): a place outside"
        }
        #expect(findings == [])
    }

    @Test func readsInfoStringsByChance() {
        let samples = [
            "go title=\"cmd/main.go\" start=20 hl=3,5-7 ins=1 del=2 check=skip reason=\"x\" id=a",
            "{.go hl=1}",
            "python {1,3-4} fails=\"a b\"", "js:a.js", "sh {linenos=table,hl_lines=[1,\"2-3\"]}",
        ].map { Array($0.utf8) }
        let mutator = Mutator(
            samples, tokens: ["hl=", "start=", "1-", "check=", "title='", "\"", "{", "=", ","],
            longest: 300)
        let findings = Fuzzing.findings(.infoStrings, mutator, rounds: 2_000) { bytes, chance in
            let text = String(decoding: bytes, as: UTF8.self)
            if InfoString(text) != InfoString(text) { return "not the same twice" }
            let lines = chance.next(20)
            let problems =
                InfoString.problems(in: text, lines: lines)
                + InfoString.problems(inAttributes: text, lines: lines)
            let isInside = problems.allSatisfy {
                $0.range.lowerBound >= 0 && $0.range.upperBound <= text.utf8.count
            }
            return isInside ? nil : "a place outside"
        }
        #expect(findings == [])
    }

    @Test func readsBaselinesByChance() {
        let samples = [
            "{\"version\": 1, \"failures\": [{\"digest\":\"0f\",\"file\":\"a.md\",\"language\":\"go\",\"line\":3}]}\n",
            "{\"version\": 2, \"known\": [\n  {\"file\": \"a.md\", \"id\": \"link/broken\", \"digest\": \"0f\", \"count\": 3}\n]}\n",
        ]
        let mutator = Mutator(samples.map { Array($0.utf8) }, longest: 600)
        let findings = Fuzzing.findings(.caches, mutator, rounds: 500) { bytes, _ in
            guard let baseline = Baseline(bytes) else { return nil }
            _ = baseline.ranges(in: bytes)
            guard let again = Baseline(baseline.bytes) else { return "cannot be read again" }
            return again.bytes == baseline.bytes ? nil : "reads what it wrote as something else"
        }
        #expect(findings == [])
    }
}
