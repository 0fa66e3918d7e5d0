import Testing

@testable import Snippets

struct TOMLCheckTests {
    @Test func takesTables() {
        #expect(DataExamination.outcome(.toml, "[a]\nb = [1, 2]\nc = 2024-01-01\n") == "parse")
    }

    @Test func fillsInElisionsAndPlaceholders() {
        #expect(
            DataExamination.outcome(.toml, "...\na = [...]\nb = { c = 1, ... }\nd = <x>\n")
                == "parse, 3 elisions")
    }

    @Test func pointsBehindChineseText() {
        #expect(DataExamination.outcome(.toml, "a = \"中\"\nb = 3s\n").hasPrefix("15..<16"))
        #expect(
            DataExamination.outcome(.toml, "[a]\nb = “中”\n")
                == "8..<11: '“' stands where TOML has '\"'")
    }

    @Test func keepsFromTomlPlusPlusWhatWouldEndTheProcess() {
        #expect(
            DataExamination.outcome(.toml, "[.b]\n") == "1..<2: the name of a table must stand here"
        )
        #expect(
            DataExamination.outcome(.toml, "a = [1, }\n") == "8..<9: a value must stand here")
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
