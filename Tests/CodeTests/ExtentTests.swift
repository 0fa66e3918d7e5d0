import Testing

@testable import Code

/// How many lines of a block its language refuses.
@Suite struct ExtentTests {
    private func lines(_ language: String, _ code: String, most: Int = 2) throws -> Int? {
        let language = try #require(CodeRegistry.language(language))
        let code = Array(code.utf8)
        guard case .refused(let fault) = language.read(code) else {
            Issue.record("not refused")
            return nil
        }
        return language.refusedLines(in: code, at: fault, most: most)
    }

    @Test func countsNoLineForAnEdit() throws {
        #expect(try lines("go", "f(a)\ng(（1)\n") == 0)
        #expect(try lines("go", "x := T{\n\ta: 1\n}\nf(x)\n") == 0)
    }

    @Test func takesOutTheLineOfAFault() throws {
        #expect(try lines("go", "f(a)\nx y z\ng(b)\n") == 1)
        #expect(try lines("java", "class A {\n  int f() { return ?; }\n  int g;\n}\n") == 1)
        #expect(try lines("python", "def f():\n    if x:\n    return 1\n") == 1)
    }

    @Test func keepsTheBracketsThatALineOpensForOthers() throws {
        #expect(try lines("go", "if x y {\n\tf(a)\n}\n") == 1)
        #expect(try lines("c", "int main(void))\n{\n\tf();\n}\n") == 0)
    }

    @Test func givesUpOnWhatIsNoCode() throws {
        let prose = "the first of them\nand a second one\nwhile a third is left\n"
        #expect(try lines("go", prose) == nil)
        #expect(try lines("java", prose) == nil)
    }
}
