import Addresses
import Markdown
import Testing

@testable import Snippets

struct SnippetCommentTests {
    private func document(_ text: String) -> Document {
        Document(parsing: Array(text.utf8), file: SourcePath("a.md"), options: .standard)
    }

    /// What each block and its comments say: label and attributes.
    private func infos(_ text: String) -> [String] {
        let document = document(text)
        let comments = SnippetComments(in: document)
        return document.codeBlocks.map { block in
            let info = comments.info(of: block)
            let attributes = info.attributes.sorted { $0.key < $1.key }
                .map { "\($0.key)=\($0.value)" }
            return ([info.label] + attributes).joined(separator: " ")
        }
    }

    private func strays(_ text: String) -> [String] {
        let document = document(text)
        return SnippetComments(in: document).strays.map {
            let source = String(decoding: document.source[$0.place.range], as: UTF8.self)
            return "\(source): \($0.message)"
        }
    }

    @Test func givesABlockTheAttributesOfTheCommentAboveIt() {
        #expect(
            infos("<!-- snippet: check=skip reason=\"a b\" -->\n```go\nx\n```\n")
                == ["go check=skip reason=a b"])
        #expect(
            infos("text\n<!--snippet:check=run-->\n\n```go check=types\n```\n") == [
                "go check=types"
            ])
        #expect(infos("<!-- snippet: language=go -->\n\n    x\n") == ["go language=go"])
    }

    @Test func looksForTheBlockInTheSameContainer() {
        #expect(
            infos("- a\n\n  <!-- snippet: check=run -->\n  ```go\n  ```\n\n  ```c\n  ```\n")
                == ["go check=run", "c"])
        #expect(infos("> <!-- snippet: check=run -->\n> ```go\n> ```\n") == ["go check=run"])
        #expect(infos("<!-- snippet: check=run -->\n\n> ```go\n> ```\n") == ["go"])
    }

    @Test func letsTheNearestOfSeveralCommentsCount() {
        #expect(
            infos("<!-- snippet: check=run name=a -->\n<!-- snippet: check=types -->\n```go\n```\n")
                == ["go check=types name=a"])
    }

    @Test func warnsOfCommentsAboveNothing() {
        #expect(
            strays("<!-- snippet: check=run -->\n\ntext <!-- snippet: check=run -->\n") == [
                "<!-- snippet: check=run -->: this comment is above no code block",
                "<!-- snippet: check=run -->: this comment is above no code block",
            ])
        #expect(strays("<!-- snippet: check=run -->\n```go\n```\n") == [])
    }

    @Test func warnsOfMisspeltComments() {
        #expect(
            strays("<!-- snipet: check=run -->\n```go\n```\n")
                == ["<!-- snipet: check=run -->: 'snipet' begins no comment that galley reads"])
        #expect(strays("<!-- snippet check=run -->\n```\n```\n").count == 1)
        // The shortest and the longest words that are near enough.
        #expect(strays("<!-- snipt: check=run -->\n```\n```\n").count == 1)
        #expect(strays("<!-- snippetss: check=run -->\n```\n```\n").count == 1)
        #expect(strays("<!-- Snippets: check=run -->\n```\n```\n").count == 1)
        #expect(
            strays("<!-- more -->\n\n<!-- this snippet = that -->\n\n<!-- endSnippet -->\n") == [])
    }

    @Test func knowsThePlaceOfTheCommentsText() throws {
        let document = document("- 例\n\n  <!--  snippet:  check=prase -->\n  ```go\n  ```\n")
        let comments = SnippetComments(in: document)
        let block = try #require(document.codeBlocks.first)
        let placed = try #require(comments.above(block).first)
        #expect(placed.comment.text == "check=prase")
        let problem = try #require(
            InfoString.problems(inAttributes: placed.comment.text, lines: 1).first)
        let range = placed.place(of: problem.range).range
        #expect(String(decoding: document.source[range], as: UTF8.self) == "prase")
    }

    @Test func readsCommentsOfSeveralLines() throws {
        let document = document("> <!-- snippet:\n> check=run\n> name=a\n> -->\n> ```go\n> ```\n")
        let comments = SnippetComments(in: document)
        let block = try #require(document.codeBlocks.first)
        #expect(comments.info(of: block).attributes == ["check": "run", "name": "a"])
        let placed = try #require(comments.above(block).first)
        #expect(placed.place(of: 0..<5) == placed.place)
    }

    @Test func boundsTheStrays() {
        let text = String(repeating: "<!-- snippet: a=1 -->\n\n", count: 500)
        #expect(strays(text).count == 20)
        #expect(strays("<!--\n\n<!-- snippet").count == 0)
    }
}
