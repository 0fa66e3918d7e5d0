import Testing

@testable import Snippets

struct JSONCheckTests {
    @Test func takesWhatTheSpecificationHas() {
        #expect(outcome(.json, #"{"a": [1, -2.5e+3, true, null, "\u00e9\n"]}"#) == "parse")
        #expect(outcome(.json, #""alone""#) == "parse")
        #expect(outcome(.json, "") == "parse")
    }

    @Test func passesCommentsAndTrailingCommasWithAnotherLabel() {
        #expect(outcome(.json, "{\"a\": 1, // why\n}") == "parse")
        #expect(labels(.json, "{\"a\": 1, // why\n}") == ["jsonc"])
        #expect(labels(.json, "[1, 2,]") == ["jsonc"])
        #expect(labels(.jsonc, "[1, 2,] // x") == [])
        #expect(labels(.json, "{\n// ...\n}") == [])
        #expect(labels(.json, "[NaN]") == ["json5"])
    }

    @Test func pointsBehindChineseText() {
        #expect(outcome(.json, "{\"名字\": 01}") == "11..<13: '01' is no number of JSON")
        #expect(
            outcome(.json, "{\"a\": \"中\"，}")
                == "11..<14: '，' stands where JSON has ','")
    }

    @Test func namesTheBracketThatIsNeverClosed() {
        #expect(outcome(.json, "{\"a\": [1, 2") == "6..<7: '[' is never closed")
        #expect(
            outcome(.json, "{\"a\": [1}") == "8..<9: '}' stands where '[' has to be closed")
        #expect(outcome(.json, "{}]") == "2..<3: ']' closes nothing")
    }

    @Test func namesTheWordBeforeWhichACommaIsMissing() {
        #expect(outcome(.json, "[1 2]") == "3..<4: ',' must stand before this")
        #expect(
            outcome(.json, "{\"a\": 1\n\"b\": 2}") == "8..<11: ',' must stand before this")
        #expect(outcome(.json, "[1,,2]") == "3..<4: a value must stand before ','")
    }

    @Test func wantsQuotesInJSONOnly() throws {
        let finding = try #require(firstFinding(.json, "{a: 'x'}"))
        #expect(finding.range == 1..<2)
        #expect(finding.replacement == "\"a\"")
        #expect(outcome(.jsonc, "{a: 'x', b: 0xFF, c: .5, d: +1}") == "parse")
    }

    @Test func takesElisionsWhereverSomethingMayStand() {
        for text in [
            "{...}", "[...]", "{\"a\": ...}", "{..., \"a\": 1}", "[1, ..., 2]", "[1, …]",
            "{\"a\": 1\n...\n\"b\": 2}", "...\n\"a\": 1", "{\"a\": [1,\n...", "[1, /* ... */ 2]",
            "{\"a\": {... 3 more ...}}",
        ] {
            #expect(outcome(.json, text) == "parse, 1 elisions", "\(text)")
        }
    }

    @Test func takesPlaceholdersForValues() {
        for text in [
            "{\"a\": <your-token>}", "[${X}, $Y, {{ .Z }}]", "{{% if x %}\"a\": 1{% endif %}}",
            "{\"a\": \"{{ tpl \"x\" }}\"}", "{\"id\": xxx, \"key\": ***}",
        ] {
            #expect(outcome(.json, text) == "parse", "\(text)")
        }
    }

    @Test func takesMembersAndDocumentsWithoutBraces() {
        #expect(outcome(.json, "\"a\": 1,\n\"b\": {}\n") == "parse")
        #expect(outcome(.json, "{}\n{}\n[]") == "parse")
        #expect(outcome(.json, "{},\n{},") == "parse")
    }

    @Test func leavesTranscriptsAndMessagesUndecided() {
        #expect(
            outcome(.json, "$ curl localhost\n{}") == "undecided: a shell transcript, not JSON")
        #expect(labels(.json, "$ curl localhost\n{}") == ["console"])
        #expect(
            outcome(.json, "HTTP/1.1 200 OK\n\n{}") == "undecided: an HTTP message, not JSON")
        #expect(outcome(.json, "let x = {}") == "undecided: not all of the block is JSON")
    }

    @Test func tellsNothingOfATextThatStopsBehindAComma() {
        #expect(outcome(.json, "{\"a\": [1],\n") == "undecided: the text stops behind a comma")
    }

    @Test func takesAnyDepthAndAnyBytes() {
        let deep = String(repeating: "[", count: 100_000)
        #expect(outcome(.json, deep) == "99999..<100000: '[' is never closed")
        #expect(outcome(.json, "[\"\u{0}\"]").hasPrefix("2..<3"))
        for seed in 0..<500 {
            let bytes = randomBytes(seed)
            _ = LanguageCheck.json.examine(dataText(bytes, "json"))
            _ = LanguageCheck.jsonc.examine(dataText(bytes, "jsonc"))
        }
    }
}
