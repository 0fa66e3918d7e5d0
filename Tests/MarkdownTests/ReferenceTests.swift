import Addresses
import Diagnostics
import Markdown
import Testing

@Suite struct ReferenceTests {
    private func findings(_ text: String) -> [String] { document(text).findings }

    @Test func warnsOfDefinitionsThatNothingRefersTo() {
        #expect(
            findings("[a][x]\n\n[x]: /x\n[y]: /y \"t\"\n  [Z z]:\n  /z\n") == [
                "markdown/unused-reference: [y]: /y",
                "markdown/unused-reference: [Z z]:\n  /z",
            ])
        #expect(
            findings("- a\n\n  [x]: /x\n\n> [y]: </y z>\n> text\n") == [
                "markdown/unused-reference: [x]: /x", "markdown/unused-reference: [y]: </y z>",
            ])
    }

    @Test func findsReferencesOfEveryForm() {
        for text in [
            "[x]", "[X ][]", "[a][ x]", "![a][x]", "[![i][x]](/)", "## [a][x]", "| [a][x] |\n|-|",
            "> [a\n> b][x]", "- [*a*][x]", "[a\\]][x]", "Head [x]\n===",
        ] {
            #expect(findings(text + "\n\n[x]: /x\n") == [], "\(text)")
        }
        #expect(findings("> [a][b\n> c]\n\n[b c]: /x\n") == [])
        #expect(findings("[ẞ]\n\n[ss]: /x\n[SS]: /y\n") == [])
    }

    @Test func takesNoOtherLinesForDefinitions() {
        for text in [
            "```\n[x]: /x\n```", "    [x]: /x", "<div>\n[x]: /x\n</div>", "text\n[x]: /x",
            "[x]: /x y", "[x] : /x", "[]: /x", "[x]:", "[^x]: note[^x]", "# [x]: /x",
            "[x]: /x\"t\" u", "[//]: # (a comment)", "[comment]: <> (a comment)", "\\[x]: /x",
        ] {
            #expect(findings(text).filter { $0.contains("reference") } == [], "\(text)")
        }
    }

    @Test func warnsOfReferencesWithoutADefinition() {
        #expect(
            findings("[x], [a][y], [*b*][z z], [Q][] and ![i][w]\n\n[x]: /x\n") == [
                "markdown/undefined-reference: [a][y]", "markdown/undefined-reference: [z z]",
                "markdown/undefined-reference: [Q][]", "markdown/undefined-reference: [i][w]",
            ])
        #expect(
            document("[a][etcd-contct]\n\n[etcd-contact]: /x\n[x]\n").diagnostics
                .filter { $0.id == .markdownUndefinedReference }.flatMap(\.fixes).map(\.text)
                == ["did you mean '[etcd-contact]'?"])
    }

    @Test func takesCodeAndCitationsForText() {
        for text in [
            "a[i][j]", "map[string][]byte", "[1][2]", "[^a][^b]", "`[a][b]`", "\\[a][b]",
            "[a]\\[b]", "[a] [b]", "[][]", "f()[a][b]", "[10][]int", "<!-- [a][b] -->", "[a][x]",
        ] {
            #expect(
                findings(text + " [x]\n\n[x]: /x\n").filter { $0.contains("undefined-ref") } == [],
                "\(text)")
        }
        #expect(findings("[a][b] in a text without definitions") == [])
    }

    @Test func countsFrontMatter() {
        let text = "---\n[f]: x\n---\n[u]: /u\n"
        let document = Document(
            parsing: Array(text.utf8), from: 15, file: SourcePath("a.md"), options: .standard)
        #expect(document.findings == ["markdown/unused-reference: [u]: /u"])
    }

    @Test func isLinearOnManyBrackets() {
        let text = "[x]: /x\n\n" + String(repeating: "[a][b ", count: 100_000)
        #expect(findings(text).count == 1)
        let definitions = (0..<20_000).map { "[a\($0)]: /x\n" }.joined()
        #expect(findings(definitions).count == 20_000)
        #expect(findings("[x]:\n" + String(repeating: "[", count: 200_000)).count == 1)
    }
}

@Suite struct RepeatedIDTests {
    private func findings(_ text: String) -> [String] { document(text).findings }

    @Test func warnsOfIDsThatTwoElementsHave() {
        #expect(
            findings("<a id=\"x\"></a>\n\n<p id='x'>例</p>\n\nb <b ID=x>c</b>\n")
                == ["markdown/repeated-id: x", "markdown/repeated-id: x"])
        #expect(findings("> <i id=\"a&amp;b\"></i>\n> <i id=\"a&amp;b\"></i>\n").count == 1)
    }

    @Test func warnsOfIDsThatAHeadingHas() throws {
        let text = "## S {#x}\n\n<a id=\"x\"></a>\n"
        #expect(findings(text) == ["markdown/repeated-id: x"])
        let note = try #require(document(text).diagnostics.first?.notes.first)
        #expect(note.place?.range == 0..<9)
    }

    @Test func looksAtElementsThatArePartOfThePage() {
        for text in [
            "<!-- <a id=\"x\"> <a id=\"x\"> -->", "`<a id=x>` `<a id=x>`",
            "<a name=\"x\"></a><a id=\"x\"></a>",
            "<script>'<a id=x><a id=x>'</script>", "<a id=\"\"></a><a id=\"\"></a>",
            "<a id=\"x\"></a><a id=\"X\"></a>", "<a data-id=\"x\"></a><a data-id=\"x\"></a>",
        ] {
            #expect(findings(text) == [], "\(text)")
        }
        let options = standard { $0.unsafeHTML = false }
        #expect(document("<a id=x><a id=x>", options).diagnostics == [])
        #expect(document("<a id=x><a id=x>", .commonMark).diagnostics == [])
    }
}
