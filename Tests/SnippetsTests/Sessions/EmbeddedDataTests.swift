import Testing

@testable import Snippets

struct EmbeddedDataTests {
    @Test func readsJSONThatACommandShows() {
        #expect(
            DataExamination.outcome(.console, "$ curl -s localhost/x\n{\"a\": 1,, \"b\": 2}\n")
                == "30..<31: a value is missing before ','")
        #expect(
            DataExamination.outcome(.console, "$ x\n[\n  {\"a\": 1}\n]\n$ y\n{\"b\": [1}\n")
                .hasPrefix("3"))
        for output in [
            "{\"a\": 1}", "{\"a\": ...}", "{a: 1}}", "{\"a\": 1", "{'a': 1,,}", "ok {\"a\"}",
        ] {
            #expect(DataExamination.outcome(.console, "$ curl -s x\n\(output)\n") == "parse")
        }
    }

    @Test(
        arguments: [
            ("bash", "cat > x.json <<EOF\n{\"a\": 1,, \"b\": 2}\nEOF\n", 27),
            ("bash", "cat <<-'END' | jq .\n{\n  \"a\" 1\n}\nEND\n", 28),
            ("console", "$ cat > x.json <<EOF\n> {\"a\": 1,, \"b\": 2}\n> EOF\n", 31),
        ])
    func readsJSONOfHereDocuments(_ label: String, _ text: String, _ start: Int) throws {
        let check: LanguageCheck = label == "bash" ? .bash : .console
        let finding = try #require(DataExamination.firstFinding(check, text))
        #expect(finding.range.lowerBound == start)
    }

    @Test func leavesOtherHereDocumentsAlone() {
        for body in ["{\"a\": $X}", "{\"a\": \"${X}\"}", "server { a; }", "{{ x }}", "{\"a\": 1}"] {
            #expect(
                DataExamination.outcome(.bash, "cat > x <<EOF\n\(body)\nEOF\n").hasPrefix("parse"))
        }
    }
}
