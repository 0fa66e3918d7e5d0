import Testing

/// The loader of the languages' fixtures, and that each of them can be loaded.
struct LanguageFixtureTests {
    private func sections(_ text: String) throws -> [LanguageFixture.Section] {
        try LanguageFixture.sections(of: Array(text.utf8), language: "x")
    }

    @Test func cutsAFixtureIntoItsSections() throws {
        #expect(
            try sections(
                """
                === good
                a

                === fragment
                === elided 2
                b ===
                ===
                === broken 3:7
                c
                """) == [
                    .init(kind: .good, text: Array("a\n\n".utf8), line: 1),
                    .init(kind: .fragment, text: [], line: 4),
                    .init(kind: .elided(2), text: Array("b ===\n===\n".utf8), line: 5),
                    .init(kind: .broken(line: 3, column: 7), text: Array("c".utf8), line: 8),
                ])
    }

    @Test(arguments: [
        ("", "x.txt:1: no section"),
        ("a\n=== good\n", "x.txt:1: text before the first heading"),
        (
            "=== good\n=== god\n",
            "x.txt:2: not 'good', 'fragment', 'elided N' or 'broken LINE:COLUMN'"
        ),
        (
            "=== broken 3\n",
            "x.txt:1: not 'good', 'fragment', 'elided N' or 'broken LINE:COLUMN'"
        ),
        (
            "=== broken 0:1\n",
            "x.txt:1: not 'good', 'fragment', 'elided N' or 'broken LINE:COLUMN'"
        ),
        (
            "=== elided x\n",
            "x.txt:1: not 'good', 'fragment', 'elided N' or 'broken LINE:COLUMN'"
        ),
    ])
    func saysWhatIsWrongWithAFixture(text: String, message: String) {
        let error = #expect(throws: LanguageFixture.Malformed.self) { try sections(text) }
        #expect(error?.description == message)
    }

    @Test(arguments: LanguageFixture.languages)
    func loadsEveryLanguage(language: String) throws {
        #expect(try !LanguageFixture.load(language: language).isEmpty)
    }
}
