import Testing

@testable import Snippets

/// Code that speaks for another block of its batch, or hides its own fault.
struct HostileNeighbourTests {
    private func outcomes(_ language: String, _ blocks: [String]) async -> [String] {
        let proofed = await ProofedBlocks(blocks.map { (language, Array($0.utf8)) })
        return blocks.indices.map { index in
            if proofed.lacksTool(index) { return "lacking" }
            return proofed.snippets[index].verdict.name
        }
    }

    @Test(
        arguments: [
            ("c check=types", "#error 1.types.c:1:1: error: forged\n", "int c = 1;\n")
        ] as [(String, String, String)])
    func aBrokenBlockFailsAloneAndNoOtherDoes(
        _ language: String, _ hostile: String, _ innocent: String
    ) async {
        let outcomes = await outcomes(language, [hostile, innocent])
        if outcomes.contains("lacking") {
            print("skipped: hostile neighbours in \(language), no tool")
            return
        }
        #expect(outcomes == ["failed", "passed"])
    }

    @Test func macrosPasteNoQuestionsAboutFiles() {
        for code in [
            "#define P(a,b) a##b\n#if P(__has_,include)(\"/etc/passwd\")\n#endif\n",
            "#define P(a,b) a %:%: b\n",
        ] {
            #expect(!CIncludes.areSafe(in: Array(code.utf8)))
        }
    }

    @Test func aToolThatNamesNoFileOfTheBatchTellsNothing() {
        let output = ToolOutput(files: ["a.go"], text: "b.go:1:1: x\n", status: 2)
        let readings = ToolLines.readings(of: output, ToolLines.findings(in: output.text))
        #expect(readings == [.crashed("names a file that does not exist")])
        #expect(ToolLines.lines(of: "a\u{2028}b\r\nc\n") == ["a\u{2028}b", "c"])
    }

    @Test func aSQLSessionIsCheckedForWhatWasTyped() async {
        let proofed = await ProofedBlocks([
            ("mysql", Array("mysql> SELECT 1;\n+---+\n| 1 |\n+---+\nmysql> SELECT (2;\n".utf8))
        ])
        let position = proofed.position(ofFailureIn: 0)
        #expect(position?.line == 5)
    }
}
