import Addresses
import Diagnostics
import Markdown
import Testing
import Text

/// Control characters, which no page may hold.
struct ControlCharacterTests {
    @Test func showsASignForEach() {
        #expect(html("a\u{8}b\u{1B}c\u{7F}d\u{85}e") == "<p>a␈b␛c␡d\u{FFFD}e</p>\n")
        #expect(html("`a\u{1}b` **c\u{2}**") == "<p><code>a␁b</code> <strong>c␂</strong></p>\n")
        #expect(html("# a\u{3}\n") == "<h1 id=\"a\">a␃</h1>\n")
        #expect(html("[a](/b \"c\u{4}\")") == "<p><a href=\"/b\" title=\"c␄\">a</a></p>\n")
    }

    @Test func keepsTabsFormFeedsAndLatin() {
        #expect(html("a\tb\u{C}c é ° « »") == "<p>a\tb\u{C}c é ° « »</p>\n")
        #expect(document("a\tb\u{C}c é ° « »").diagnostics.isEmpty)
    }

    @Test func showsASignInCodeAndInHTML() {
        let text = "```\na\u{8}b\n```\n\n<div title=\"x\u{8}\">\u{8}</div>\n"
        #expect(
            html(text) == "<pre><code>a␈b\n</code></pre>\n<div title=\"x␈\">␈</div>\n")
        // Checkers see what the author wrote.
        let document = document(text)
        let block = document.codeBlocks[0]
        #expect(Array(document.tree.bytes[block.text]) == Array("a\u{8}b\n".utf8))
        #expect(Array(document.shownCode(of: block)) == Array("a␈b\n".utf8))
    }

    @Test func showsASignForReferences() {
        #expect(html("a&#8;b &#x1B;") == "<p>a␈b ␛</p>\n")
    }

    @Test func showsASignInATextOfHTML() {
        let source = Array("<p>a\u{8}<b\u{1}>c</b\u{1}> d\u{0}</p>".utf8)
        let document = Document(
            parsing: source, file: SourcePath("a.html"), options: .standard, isHTML: true)
        #expect(html(of: document) == Array("<p>a␈<b␁>c</b␁> d\u{FFFD}</p>".utf8))
        #expect(document.diagnostics.map(\.id.string).allSatisfy { $0.hasSuffix("character") })
        #expect(document.diagnostics.map(\.place?.range) == [4..<5, 7..<8, 17..<18])
    }

    @Test func namesPlaceCodePointAndCount() {
        let found = document("ab\n\nc\u{8}d\u{8} `\u{1B}`\n").diagnostics
        #expect(found.map(\.id.string) == Array(repeating: "markdown/control-character", count: 2))
        #expect(
            found.map(\.summary) == [
                "the text has the control character U+0008 (backspace), 2 times",
                "the text has the control character U+001B (escape)",
            ])
        #expect(found.map { $0.place?.range } == [5..<6, 10..<11])
        #expect(found[0].fixes[0].edits.count == 2)
    }

    @Test func findsPlacesBehindOne() {
        let found = document("a\u{8}b ** 重要 **\n").diagnostics
        let literal = found.first { $0.id.string == "markdown/literal-emphasis" }
        #expect(literal?.place?.range == 4..<6)
    }
}
