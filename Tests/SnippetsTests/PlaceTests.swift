import Diagnostics
import Testing

@testable import Snippets

/// The place of a fault in the article, wherever its block stands: `⟦` marks where it must be told.
struct PlaceTests {
    private func check(_ marked: String) async throws {
        let bytes = Array(marked.utf8)
        let mark = Array("⟦".utf8)
        let start = try #require(bytes.firstRange(of: mark)).lowerBound
        let article = Array(bytes[..<start] + bytes[(start + mark.count)...])
        let blocks = await ProofedBlocks(article: article)
        let failed = blocks.snippets.filter { $0.verdict.name == "failed" }
        let place = try #require(failed.first?.diagnostics.first?.place, "\(marked)")
        let lines = LineTable(article)
        #expect(
            lines.position(of: place.range.lowerBound) == lines.position(of: start), "\(marked)")
        #expect(failed.count == 1)
    }

    @Test(
        arguments: [
            "```json\n{\"键\": 1 ⟦2}\n```\n",
            "正文\n\n- 一\n  - 二\n\n    ```json\n    {\"键值\": [1, ⟦}\n    ```\n",
            "> 引\n> > ```json\n> > {\"键\": 1 ⟦2}\n> > ```\n",
            "> - ```json\n>   [\n>   \t\"甲\", \"乙\" ⟦3\n>   ]\n>   ```\n",
            "1.\t```json\n\t{\"a\": 1 ⟦2}\n\t```\n",
            "<!-- snippet: language=json -->\n\n    {\"甲\": 1 ⟦2}\n",
            "- a\n\n\t\t\t{\"x\": 1}\n\n  ~~~json\n\t{\"乙\": 1 ⟦2}\n  ~~~\n",
            "| a |\n|---|\n| b |\n\n```json\n{\"键\": 1 ⟦2}\n```\n",
            "x[^1]\n\n[^1]: note\n\n    ```json\n    {\"键\": 1 ⟦2}\n    ```\n",
        ])
    func inTheProcess(_ marked: String) async throws {
        try await check(marked)
    }

    /// Through prompts that are taken out: the words of `bash -n`.
    @Test(
        arguments: [
            "> - ```console\n>   $ echo 你好\n>   你好\n>   $ echo 甲 ⟦) b\n>   ```\n",
            "1. ```bash\n   echo 你好\n   echo 乙 ⟦) b\n   ```\n",
        ])
    func throughASession(_ marked: String) async throws {
        try await check(marked)
    }

    /// Through a grammar, past an elision.
    @Test(
        arguments: [
            "> - ```go\n>   if err != nil { ... }\n>   变量 := f(1 ⟦2)\n>   ```\n",
            "```go\nx := 1 // 说明\n\nfunc f() {\n\ty := ⟦）\n}\n```\n",
        ])
    func throughAGrammar(_ marked: String) async throws {
        try await check(marked)
    }
}
