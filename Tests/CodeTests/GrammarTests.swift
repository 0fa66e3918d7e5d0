import Testing

@testable import Code

@Suite struct GrammarTests {
    @Test(arguments: CodeRegistry.names)
    func noGrammarHidesWhatItMeans(_ name: String) throws {
        let language = try #require(CodeRegistry.language(name))
        guard let grammar = language.grammar else { return }
        #expect(GrammarLint(grammar.program).faults() == [])
    }

    private func faults(_ text: String) throws -> [String] {
        GrammarLint(try GrammarProgram(try GrammarReader.read(text), starts: ["a"])).faults()
    }

    @Test func findsRulesThatCallThemselvesFirst() throws {
        #expect(try faults("a = b \"x\"\nb = [ \"y\" ] a").count == 2)
        #expect(try faults("a = \"y\" [ a ]") == [])
    }

    @Test func findsAlternativesThatAreNeverReached() throws {
        #expect(try faults("a = \"x\" [ \"y\" ] | \"x\" \"y\" \"z\"").count == 1)
        #expect(try faults("a = \"x\" | \"x\" \"y\"").count == 1)
        #expect(try faults("a = \"x\" \"y\" | \"x\"") == [])
        #expect(try faults("a = { \"x\" } \"x\"").count == 1)
    }

    @Test func findsRulesThatNobodyCalls() throws {
        #expect(try faults("a = \"x\"\nb = \"y\"") == ["'b' is never used"])
    }

    @Test(arguments: [
        ("a = c", "no rule 'c'"), ("a = { [ \"x\" ] }", "a repetition of nothing"),
        ("a = ( \"x\"", "')' expected"), ("a = \"x\"\na = \"y\"", "defined twice"),
        ("a \"x\"", "'=' expected"),
    ])
    func refusesFaultyGrammars(_ text: String, _ message: String) {
        let error = #expect(throws: GrammarError.self) {
            try GrammarProgram(try GrammarReader.read(text), starts: ["a"])
        }
        #expect(error?.message.contains(message) == true)
    }

    @Test func takesAsManyStepsAsTokens() throws {
        func steps(_ depth: Int) throws -> Int {
            let language = try #require(CodeRegistry.language("go")?.grammar)
            let code =
                "x := " + String(repeating: "(", count: depth)
                + String(repeating: ")", count: depth)
            let tokens = language.lex(Scanner(Array(code.utf8)))
            var machine = GrammarMachine(language.program, tokens.kinds)
            _ = machine.run("fragment")
            return machine.steps
        }
        #expect(try steps(8000) < 9 * (try steps(1000)))
    }
}
