import Testing

@testable import Snippets

struct JSONCheckTests {
    @Test func takesWhatTheSpecificationHas() {
        #expect(
            DataExamination.outcome(.json, #"{"a": [1, -2.5e+3, true, null, "\u00e9\n"]}"#)
                == "parse")
        #expect(DataExamination.outcome(.json, #""alone""#) == "parse")
        #expect(DataExamination.outcome(.json, "") == "parse")
    }

    @Test func passesCommentsAndTrailingCommasWithAnotherLabel() {
        #expect(DataExamination.outcome(.json, "{\"a\": 1, // why\n}") == "parse")
        #expect(DataExamination.labels(.json, "{\"a\": 1, // why\n}") == ["jsonc"])
        #expect(DataExamination.labels(.json, "[1, 2,]") == ["jsonc"])
        #expect(DataExamination.labels(.jsonc, "[1, 2,] // x") == [])
        #expect(DataExamination.labels(.json, "{\n// ...\n}") == [])
        #expect(DataExamination.labels(.json, "[NaN]") == ["json5"])
    }

    @Test func pointsBehindChineseText() {
        #expect(
            DataExamination.outcome(.json, "{\"名字\": 01}") == "11..<13: '01' is no number of JSON")
        #expect(
            DataExamination.outcome(.json, "{\"a\": \"中\"，}")
                == "11..<14: '，' is where JSON has ','")
    }

    @Test func namesTheBracketThatIsNeverClosed() {
        #expect(DataExamination.outcome(.json, "{\"a\": [1, 2") == "6..<7: '[' is never closed")
        #expect(
            DataExamination.outcome(.json, "{\"a\": [1}")
                == "8..<9: '}' is where '[' has to be closed")
        #expect(DataExamination.outcome(.json, "{}]") == "2..<3: ']' closes nothing")
    }

    @Test func namesTheWordBeforeWhichACommaIsMissing() {
        #expect(DataExamination.outcome(.json, "[1 2]") == "3..<4: ',' is missing before this")
        #expect(
            DataExamination.outcome(.json, "{\"a\": 1\n\"b\": 2}")
                == "8..<11: ',' is missing before this")
        #expect(DataExamination.outcome(.json, "[1,,2]") == "3..<4: a value is missing before ','")
    }

    @Test func wantsQuotesInJSONOnly() throws {
        let finding = try #require(DataExamination.firstFinding(.json, "{a: 'x'}"))
        #expect(finding.range == 1..<2)
        #expect(finding.edit?.replacement == "\"a\"")
        #expect(DataExamination.outcome(.jsonc, "{a: 'x', b: 0xFF, c: .5, d: +1}") == "parse")
    }

    @Test func takesElisionsWhereverSomethingMayStand() {
        for text in [
            "{...}", "[...]", "{\"a\": ...}", "{..., \"a\": 1}", "[1, ..., 2]", "[1, …]",
            "{\"a\": 1\n...\n\"b\": 2}", "...\n\"a\": 1", "{\"a\": [1,\n...", "[1, /* ... */ 2]",
            "{\"a\": {... 3 more ...}}",
        ] {
            #expect(DataExamination.outcome(.json, text) == "parse, 1 elisions", "\(text)")
        }
    }

    @Test func takesPlaceholdersForValues() {
        for text in [
            "{\"a\": <your-token>}", "[${X}, $Y, {{ .Z }}]", "{{% if x %}\"a\": 1{% endif %}}",
            "{\"a\": \"{{ tpl \"x\" }}\"}", "{\"id\": xxx, \"key\": ***}",
        ] {
            #expect(DataExamination.outcome(.json, text) == "parse", "\(text)")
        }
    }

    @Test func takesMembersAndDocumentsWithoutBraces() {
        #expect(DataExamination.outcome(.json, "\"a\": 1,\n\"b\": {}\n") == "parse")
        #expect(DataExamination.outcome(.json, "{}\n{}\n[]") == "parse")
        #expect(DataExamination.outcome(.json, "{},\n{},") == "parse")
    }

    @Test func leavesTranscriptsAndMessagesUndecided() {
        #expect(
            DataExamination.outcome(.json, "$ curl localhost\n{}")
                == "undecided: a shell transcript, not JSON")
        #expect(DataExamination.labels(.json, "$ curl localhost\n{}") == ["console"])
        let message = DataExamination.examine(.json, "HTTP/1.1 200 OK\n\n{}")
        #expect(message.readAs == "http")
        #expect(DataExamination.labels(.json, "HTTP/1.1 200 OK\n\n{}") == ["http"])
        #expect(
            DataExamination.outcome(.json, "let x = {}")
                == "undecided: not all of the block is JSON")
    }

    @Test func tellsNothingOfATextThatStopsBehindAComma() {
        #expect(
            DataExamination.outcome(.json, "{\"a\": [1],\n")
                == "undecided: the text stops after a comma")
    }

    @Test func takesAnyDepthAndAnyBytes() {
        let deep = String(repeating: "[", count: 100_000)
        #expect(DataExamination.outcome(.json, deep) == "99999..<100000: '[' is never closed")
        #expect(DataExamination.outcome(.json, "[\"\u{0}\"]").hasPrefix("2..<3"))
        for seed in 0..<500 {
            let bytes = DataExamination.randomBytes(seed)
            _ = LanguageCheck.json.examine(DataExamination.dataText(bytes, "json"))
            _ = LanguageCheck.jsonc.examine(DataExamination.dataText(bytes, "jsonc"))
        }
    }
}
