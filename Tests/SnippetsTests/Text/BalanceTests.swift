import Languages
import Testing

@testable import Snippets

/// `offset message` of each finding.
private func findings(_ code: String, _ language: String = "c") throws -> [String] {
    let syntax = try #require(Language.named(language)?.syntax)
    return Balance.findings(in: Array(code.utf8), syntax: syntax)
        .map { "\($0.range.lowerBound) \($0.message)" }
}

struct BalanceTests {
    @Test(arguments: [
        ("f(a[1)", "5 ')' where ']' is due"),
        ("if (x) {\n    f(a;\n}\n", "18 '}' where ')' is due"),
        ("f(a, b;\n", "1 '(' is not closed"),
        ("if (x) {\n}\n}\n", "11 '}' closes nothing"),
        (
            "void f() {\n    if (x) {\n        a();\n    b();\n}\n",
            "22 '{' is not closed"
        ),
        ("char *a = \"b;\nint c;\n", "10 string is not ended"),
        ("int a; /* b\nint c;\n", "7 comment is not ended"),
    ])
    func pointsAtWhatDoesNotPairUp(code: String, finding: String) throws {
        #expect(try findings(code) == [finding])
    }

    @Test(arguments: [
        // The head of something, and the end of something.
        "void f() {", "void f() {\n    a();\n    b();\n", "struct A\n{\n    int b;\n",
        "        return x;\n    }\n}\n", "}\n",
        // Brackets in strings, characters, comments and prose.
        "a(\"(\", '{'); // don't (\n/* [ */\n",
        // Branches that open the same brace.
        "#if A\nif (b) {\n#else\nif (c) {\n#endif\n}\n", "#if 0\ndon't \" (\n#endif\nf();\n",
        "#define BEGIN {\n#error don't\n",
        "grpc.Dial(a, b, ...\n",
    ])
    func acceptsFragments(code: String) throws {
        #expect(try findings(code) == [])
    }

    @Test func saysNothingOfBracketsThatAnOpenStringSwallows() throws {
        #expect(try findings("f {\n a = \"b)\n", "go") == ["9 string is not ended"])
        #expect(try findings("a = `b ${c + 1", "javascript") == ["4 string is not ended"])
    }

    @Test func takesDeepAndLongTextInLinearTime() throws {
        let syntax = try #require(Language.named("c")?.syntax)
        let deep = [UInt8](repeating: UInt8(ascii: "("), count: 1_000_000)
        #expect(Balance.findings(in: deep, syntax: syntax).count == 1)
        let branches = Array(String(repeating: "{\n#if 0\n", count: 100_000).utf8)
        #expect(Balance.findings(in: branches, syntax: syntax).count <= 1)
    }
}
