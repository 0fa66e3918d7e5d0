import Languages
import Testing

@testable import Snippets

private func result(_ code: String, _ label: String) throws -> String {
    let language = try #require(Language.named(label))
    let examination = LanguageCheck.balance.examine(
        SnippetText(code: Array(code.utf8), info: InfoString(label), language: language))
    switch examination.result {
    case .accepted(let level): return "\(level)"
    case .rejected(let findings, _): return findings.map(\.message).joined(separator: "; ")
    case .undecided(let reason), .text(let reason): return "undecided: \(reason)"
    }
}

struct BalanceCheckTests {
    @Test(arguments: [
        ("fun f(a: Int) = \"${m[\"(\"]}\" // (\n", "scala"),
        ("sum by (a) (rate(b[5m]))\n", "promql"),
        ("ldr r0, [r1, #4]\n", "asm"),
        ("f xs' = map (\\x -> x) xs' -- (\n", "haskell"),
    ])
    func acceptsAShape(code: String, label: String) throws {
        #expect(try result(code, label) == "shape")
    }

    @Test func rejectsABrokenShape() throws {
        #expect(
            try result("fun f() {\n    g(1\n}\n", "scala")
                == "'}' where ')' is due")
    }

    @Test func decidesNothingWhereItCannotTellQuotes() throws {
        let reason = "undecided: its quotes are ambiguous"
        #expect(try result("message(STATUS don't (\n", "cmake") == reason)
        #expect(try result("x = ?( \n", "elixir") == reason)
        #expect(try result("$ make\n", "scala") == "undecided: a console session, not scala")
    }
}
