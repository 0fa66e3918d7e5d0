import Testing

@testable import Snippets

/// JavaScript where esbuild is not there.
struct NodeToolTests {
    @Test func readsTheCaretAsTheColumn() {
        let text =
            "/tmp/x/0.mjs:2\nconst 变 = f(1 2);\n            ^\n\nSyntaxError: missing ) after\n"
        let reading = NodeOutput.readings(
            of: ToolOutput(files: ["0.mjs"], text: text, status: 1))
        #expect(
            reading == [
                .rejected([ToolFinding(line: 2, column: 13, unit: .utf16, "missing ) after")])
            ])
        #expect(
            NodeOutput.readings(of: ToolOutput(files: ["0.mjs"], text: "x", status: 9))
                == [.crashed("ended with 9")])
    }

    @Test func takesThePlaceOfEsbuild() async {
        let article = "```js\nimport a from 'b'\nawait f(1 2)\n```\n```js\nx = {...y}\n```\n"
        let blocks = await ProofedBlocks(article: Array(article.utf8), tools: [.node])
        if blocks.lacksTool(1) {
            print("skipped: JavaScript without esbuild, no node")
            return
        }
        #expect(blocks.outcome(0).hasPrefix("failed 2:"), "\(blocks.outcome(0))")
        #expect(blocks.outcome(1) == "passed")
    }
}
