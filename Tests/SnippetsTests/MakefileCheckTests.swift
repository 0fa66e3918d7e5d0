import Testing

@testable import Snippets

struct MakefileCheckTests {
    @Test func offersTheTabThatWasLost() throws {
        let finding = try #require(DataExamination.firstFinding(.makefile, "# 中\na:\n    echo\n"))
        #expect(finding.range == 9..<13)
        #expect(finding.edit?.replacement == "\t")
    }

    @Test func takesWhatMakeTakesIndented() {
        for text in [
            "a:\n\techo \\\n    b\n", "a:\n  X = 1\n", "a:\nifeq (1,1)\n  Y := 2\nendif\n",
            "define x\n    text\nendef\n", "a:\n  $(info x)\n", ".RECIPEPREFIX = >\na:\n  echo\n",
            "  indented words\n", "X = a \\\n    b\n",
        ] {
            #expect(DataExamination.outcome(.makefile, text) == "shape", "\(text)")
        }
    }
}
