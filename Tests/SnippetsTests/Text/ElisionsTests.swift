import Languages
import Testing

@testable import Snippets

private func count(_ code: String, _ language: String = "kotlin") throws -> Int {
    let syntax = try #require(Language.named(language)?.syntax)
    return Elisions.count(in: CodeScan(Array(code.utf8), syntax: syntax))
}

struct ElisionsTests {
    @Test(arguments: [
        "if (ok) { ... }", "f(...)", "f(a, ..., b)", "f(a, ...)", "val x = …", "a\n    ...\nb",
        "a\n. . .\nb", "a\n……\nb", "a = [1, 2, ...]",
    ])
    func countsDotsInThePlaceOfCode(code: String) throws {
        #expect(try count(code) == 1)
    }

    @Test(arguments: ["a // ...", "a /* … */", "a // …………", "a // 省略部分代码", "a // ... some code"])
    func countsCommentsThatLeaveSomethingOut(code: String) throws {
        #expect(try count(code) == 1)
    }

    @Test(arguments: ["f(xs...)", "0...9", "f(\"...\") // done...", "a..b", "x = f(...xs)", ""])
    func leavesCodeAlone(code: String) throws {
        #expect(try count(code) == 0)
    }

    @Test func countsEachOfSeveral() throws {
        #expect(try count("a { ... }\n// ...\nb(..., c)\n") == 3)
    }
}
