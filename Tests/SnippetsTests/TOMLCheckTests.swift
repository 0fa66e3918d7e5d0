import Testing

@testable import Snippets

struct TOMLCheckTests {
    @Test func takesTables() {
        #expect(DataExamination.outcome(.toml, "[a]\nb = [1, 2]\nc = 2024-01-01\n") == "parse")
    }

    @Test func takesAlternativesWithACommentBetween() {
        #expect(DataExamination.outcome(.toml, "# either\na = 1\n\n# or\na = [1]\n") == "parse")
        #expect(
            DataExamination.outcome(
                .toml, "# Cargo.toml\n[d]\nx = 1\n\n# b/Cargo.toml\n[d]\nx = 2\n")
                == "parse")
        #expect(DataExamination.outcome(.toml, "a = 1\n# or\na = 2\nb = 3s\n").hasPrefix("21..<23"))
        #expect(
            DataExamination.outcome(.toml, "[s]\na = 1\n\n[s]\nb = 1\n").hasPrefix("12..<13"))
        #expect(
            DataExamination.outcome(.toml, "a = 1\na = 2\n") == "6..<7: key 'a' is given twice")
    }

    @Test func fillsInElisionsAndPlaceholders() {
        #expect(
            DataExamination.outcome(.toml, "...\na = [...]\nb = { c = 1, ... }\nd = <x>\n")
                == "parse, 3 elisions")
    }

    @Test func pointsBehindChineseText() {
        #expect(DataExamination.outcome(.toml, "a = \"中\"\nb = 3s\n").hasPrefix("14..<16"))
        #expect(
            DataExamination.outcome(.toml, "[a]\nb = “中”\n")
                == "8..<17: '“' is not a quotation mark of TOML")
    }

    /// toml++ ended the process on these.
    @Test func refusesWhatEndedTheProcess() {
        #expect(
            DataExamination.outcome(.toml, "[.b]\n") == "1..<2: a key must come before '.'")
        #expect(
            DataExamination.outcome(.toml, "a = [1, }\n") == "8..<9: '}' cannot close '['")
        for date in ["2024-05-01Thh:mm:ss", "2024-05-01T00", "2024-05-01T00:00", "2024-05-01T"] {
            #expect(
                DataExamination.outcome(.toml, "start = \(date)\n")
                    .hasPrefix("8..<\(8 + date.utf8.count): "))
        }
    }

    @Test func pointsToTheFirstOfTwo() {
        let finding = DataExamination.firstFinding(.toml, "[a]\nb = 1\n[a]\n")
        #expect(finding?.range == 11..<12)
        #expect(finding?.related == .init("first given here", at: 1..<2))
    }

    @Test func keepsAnInlineTableOnItsLine() {
        #expect(
            DataExamination.outcome(.toml, "a = {\n b = 1 }\n")
                == "4..<5: an inline table must end on its line")
    }

    @Test func givesUpOnKeysOfAnyDepth() {
        let key = Array(repeating: "a", count: 100_000).joined(separator: ".")
        #expect(DataExamination.outcome(.toml, key + " = 1\n") == "undecided: TOML nested too deep")
    }

    @Test func takesAnyBytes() {
        for seed in 0..<300 {
            _ = LanguageCheck.toml.examine(
                DataExamination.dataText(DataExamination.randomBytes(seed), "toml"))
        }
    }
}
