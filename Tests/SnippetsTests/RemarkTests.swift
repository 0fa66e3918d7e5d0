import Diagnostics
import Testing

@testable import Snippets

/// What is said of a block besides its verdict, with its place in the article.
struct RemarkTests {
    /// `LINE:COLUMN id` of everything that is said, by place.
    private func said(_ article: String) async -> [String] {
        let blocks = await ProofedBlocks(article: Array(article.utf8), tools: [])
        let lines = LineTable(blocks.source)
        return blocks.snippets.flatMap(\.diagnostics).map {
            let position = lines.position(of: $0.place?.range.lowerBound ?? 0)
            return "\(position.line):\(position.column) \($0.id)"
        }
    }

    @Test func tellsMisspeltAttributes() async {
        #expect(
            await said("- 甲\n\n  ```json hihglight=3\n  1\n  ```\n") == [
                "3:11 snippet/unknown-attribute"
            ])
    }

    @Test func tellsValuesThatMeanNothing() async {
        #expect(await said("```json hl=7-5\n1\n```\n") == ["1:12 snippet/bad-value"])
        #expect(await said("```json check=prase\n1\n```\n") == ["1:15 snippet/bad-value"])
    }

    @Test func tellsMisspeltLanguages() async {
        #expect(await said("> ```javasciprt\n> 1\n> ```\n") == ["1:6 snippet/unknown-language"])
        #expect(await said("```brainfuck\n+\n```\n") == [])
    }

    @Test func tellsALabelThatSaysSomethingElse() async {
        #expect(await said("```config.toml\na = 1\n```\n") == ["1:1 snippet/label"])
        #expect(await said("```\n{\"a\": [1, 2], \"b\": null}\n```\n") == ["1:1 snippet/label"])
    }

    @Test func tellsCharactersThatBreakCopies() async {
        let found = await said("1. 甲\n\n   ```c\n   /* 乙 */ int\u{A0}x；\n   ```\n")
        #expect(
            found.filter { $0.hasSuffix("snippet/character") } == [
                "4:15 snippet/character", "4:17 snippet/character",
            ])
    }

    @Test func aBlockThatIsSkippedNeedsAReason() async {
        #expect(await said("```json check=skip\n{\n```\n") == ["1:1 snippet/missing-reason"])
        #expect(
            await said("<!-- snippet: reason=\"why\" -->\n```json check=skip\n{\n```\n") == [])
        #expect(Verdict.isFailure("snippet/missing-reason"))
    }

    @Test func remarksAreNoFailures() {
        for id in [
            Diagnostic.ID.snippetLabel, .snippetCharacter, .snippetComment, .snippetBadValue,
            .snippetUnknownAttribute, .snippetUnknownLanguage,
        ] {
            #expect(!Verdict.isFailure(id.string))
        }
        #expect(Verdict.isFailure("snippet/go/parse"))
        #expect(!Verdict.isFailure("snippet/go/label"))
        #expect(!Verdict.isFailure("link/go/parse"))
    }

    @Test func commentsSayWhatFencesCannot() async {
        let blocks = await ProofedBlocks(
            article: Array(
                """
                <!-- snippet: language=json check=skip reason="weil" -->
                ```
                {
                ```

                <!-- snippet: check=skip reason="a" -->
                ```json check=parse
                {}
                ```
                """.utf8))
        #expect(
            blocks.snippets.map(\.verdict) == [
                .skipped("weil"), .passed(.init(level: .parse)),
            ])
        #expect(blocks.snippets[0].language == "json")
    }
}
