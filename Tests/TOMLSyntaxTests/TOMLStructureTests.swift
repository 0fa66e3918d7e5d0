import Testing

@testable import TOMLSyntax

struct TOMLStructureTests {
    private func problem(_ text: String) -> String? {
        TOMLStructure.problem(in: Array(text.utf8)).map {
            "\($0.range.lowerBound): \($0.message)"
        }
    }

    @Test func findsNothingInSoundTexts() {
        for text in [
            "", "a = 1", "[a.b.\"c d\"]\nx.y = [1, [2, ], {z = 'q'}] # c\n[[t]]\n",
            "d = 1979-05-27 07:32:00Z\ns = \"\"\"\n\\\n  x\"\"\"\"\nm = '''\n'''\r\n",
            "n = [\n  +1.5e3, # one\n  inf,\n]\n",
        ] {
            #expect(problem(text) == nil, "\(text)")
        }
    }

    /// Texts on which toml++ ends the process.
    @Test func stopsWhatTheParserWouldDieOf() {
        #expect(problem("[:server]")?.hasPrefix("1: ") == true)
        #expect(problem("[.b]")?.hasPrefix("1: ") == true)
        #expect(problem("a = [\"assets\",}\"tmp\"]")?.hasPrefix("14: ") == true)
        #expect(problem("a = [1, }")?.hasPrefix("8: ") == true)
    }

    @Test func namesTheBracketThatIsNotClosed() {
        #expect(problem("a = [1,\n2\n") == "4: '[' is never closed")
    }
}
