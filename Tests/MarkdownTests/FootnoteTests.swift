import Markdown
import Testing

@Suite struct FootnoteTests {
    @Test func writesNotesWithBackLinksAlsoWhenOneIsUsedTwice() {
        #expect(
            html("a[^x] b[^1] c[^x]\n\n[^1]: one\n[^x]: *two*\n")
                == """
                <p>a<sup class="footnote-ref"><a href="#fn-1" id="fnref-1" role="doc-noteref">1</a></sup> \
                b<sup class="footnote-ref"><a href="#fn-2" id="fnref-2" role="doc-noteref">2</a></sup> \
                c<sup class="footnote-ref"><a href="#fn-1" id="fnref-1-2" role="doc-noteref">1</a></sup></p>
                <section class="footnotes" role="doc-endnotes" aria-label="Footnotes">
                <ol>
                <li id="fn-1">
                <p><em>two</em> <a class="footnote-back" href="#fnref-1" role="doc-backlink" \
                aria-label="Back to reference 1">↩</a> <a class="footnote-back" href="#fnref-1-2" \
                role="doc-backlink" aria-label="Back to reference 1-2">↩</a></p>
                </li>
                <li id="fn-2">
                <p>one <a class="footnote-back" href="#fnref-2" role="doc-backlink" \
                aria-label="Back to reference 2">↩</a></p>
                </li>
                </ol>
                </section>

                """)
    }

    @Test func readsATableAfterALabel() {
        let text = "a[^1]\n\n[^1]: | a | b |\n    |---|---|\n    | 1 | 2 |\n\n    文\n"
        let html = html(text)
        #expect(html.contains("<li id=\"fn-1\">\n<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>"))
        #expect(html.contains("<td>1</td>\n<td>2</td>"))
        #expect(html.contains("<p>文 <a class=\"footnote-back\""))
        #expect(document(text).findings == [])
        #expect(
            document("a[^1]\n\n[^1]: | a | b |\n    |---|\n").findings
                == ["markdown/literal-table: |---|"])
    }

    private func dump(_ text: String) -> String {
        document(text).dump().split(separator: "\n").map { line in
            let indent = line.prefix { $0 == " " }
            let words = line.dropFirst(indent.count).split(separator: " ", maxSplits: 2)
            return indent + words[0] + (words.count > 2 ? " " + words[2] : "")
        }.joined(separator: "\n")
    }

    @Test func readsIndentedParagraphsAndCodeOfANote() {
        #expect(
            dump("a[^1]\n\n[^1]: x\ny\n\n    z\n\n        code\n\nend") == """
                document
                  paragraph
                    text "a"
                    footnote-reference(1)
                  paragraph
                    text "end"
                  footnotes
                    footnote(1)
                      paragraph
                        text "x"
                        soft-break
                        text "y"
                      paragraph
                        text "z"
                      code-block "code\\n"
                """)
    }

    @Test(arguments: [
        ("```go\n    x\n    ```", "code-block info=\"go\" \"x\\n\""),
        ("~~~\n    x\n    ~~~", "code-block \"x\\n\""),
        ("> q", "quote\n        paragraph\n          text \"q\""),
        ("# h", "heading(1) id=h\n        text \"h\""),
        (
            "- i\n    - k",
            "list(tight)\n        item\n          paragraph\n            text \"i\"\n        item\n          paragraph\n            text \"k\""
        ),
        (
            "> - ```\n    >   x\n    >   ```",
            "quote\n        list(tight)\n          item\n            code-block \"x\\n\""
        ),
        ("`c` d", "paragraph\n        code \"c\"\n        text \" d\""),
        ("     five", "paragraph\n        text \"five\""),
        ("``` `", "paragraph\n        text \"``` `\""),
        ("#h", "paragraph\n        text \"#h\""), ("-i", "paragraph\n        text \"-i\""),
    ])
    func readsABlockThatANoteBeginsWith(_ note: String, _ tree: String) {
        let dump = dump("a[^1]\n\n[^1]: \(note)\n")
        #expect(dump.hasSuffix("footnotes\n    footnote(1)\n      \(tree)"), "\(dump)")
    }

    @Test func placesACodeBlockThatANoteBeginsWith() throws {
        let document = document("a[^note]\n\n> [^note]: ```go\n>     x\n>     ```\n")
        let block = try #require(document.codeBlocks.first)
        #expect(block.isFenced && block.isClosed && block.firstCodeLine == 4)
        #expect(String(decoding: document.source[block.place.range], as: UTF8.self) == "```go")
        #expect(document.diagnostics == [])
    }

    @Test func keepsABlockAfterALabelInCodeAsItIs() {
        let text = "```\n[^1]:   > a\n[^1]: - b\n```\n\nx\n    [^1]: # lazy\n"
        #expect(
            html(text + "\n[^1]: n", .standard, settings { $0.footnotes = false })
                == "<pre><code>[^1]:   &gt; a\n[^1]: - b\n</code></pre>\n<p>x\n: # lazy</p>\n")
    }

    @Test func readsDefinitionsInListsAndQuotes() {
        let document = document("- a[^1]\n\n  [^1]: in list\n\n> b[^2]\n>\n> [^2]: in quote\n> c")
        #expect(
            document.footnotes.map { document.plainText(of: $0.node) } == ["in list", "in quote c"])
        #expect(document.diagnostics == [])
        #expect(html(of: document, settings { $0.footnotes = false }).count < 80)
    }

    @Test func interruptsAParagraphAsGitHubDoes() {
        let document = document("a[^1]\n[^1]: x\n[^2]: y[^1]\n\nb[^2]")
        #expect(document.footnotes.map(\.label) == ["1", "2"])
        #expect(document.footnotes.map(\.references.count) == [2, 1])
    }

    @Test func keepsTheAuthorsListsApart() {
        #expect(
            html("a[^1]\n\n+ x\n\n[^1]: n\n\n+ y\n", .standard, settings { $0.footnotes = false })
                == "<p>a</p>\n<ul>\n<li>x</li>\n</ul>\n<ul>\n<li>y</li>\n</ul>\n")
    }

    @Test func partsANoteFromAListWhereEveryMarkerIsInUse() {
        let text = "1. p\n1) q\n* r\n- s\n\na[^1]\n\n+ x\n[^1]: n\n+ y\n"
        let out = html(text, .standard, settings { $0.footnotes = false })
        #expect(out.hasSuffix("<p>a</p>\n<ul>\n<li>x</li>\n</ul>\n<ul>\n<li>y</li>\n</ul>\n"))
        #expect(document(text).footnotes.map { document(text).plainText(of: $0.node) } == ["n"])
    }

    @Test func readsATableInANote() {
        #expect(html("a[^1]\n\n[^1]: x\n\n    |h|\n    |-|\n    |c|\n").contains("<td>c</td>"))
    }

    @Test func numbersNotesInsideNotesBehindTheText() {
        let document = document("a[^1] b[^2]\n\n[^1]: x[^3]\n[^2]: y\n[^3]: z")
        #expect(document.footnotes.map(\.label) == ["1", "2", "3"])
        #expect(document.diagnostics == [])
    }

    @Test func warnsOfUnknownUnusedAndRepeatedNotes() {
        #expect(
            document("a[^1] &amp; [^no]\n\n[^1]: x\n[^2]: y[^3]\n[^3]: z\n[^1]: w").findings == [
                "markdown/undefined-footnote: [^no]", "markdown/unused-footnote: [^2]:",
                "markdown/unused-footnote: [^3]:", "markdown/repeated-footnote: [^1]:",
            ])
        #expect(document("[^1]").findings == ["markdown/undefined-footnote: [^1]"])
        #expect(document("the class [^a-z] of `re`").findings == [])
    }

    @Test func leavesCodeEscapesAndRawHTMLAlone() {
        let text =
            "`[^1]` \\[^1]\n\n```\n[^1]: code\n- [^1]: x\n```\n\n<pre>\n[^1]: raw\n</pre>\n\n    [^1]: indented\n\nx\n    [^1]: lazy [^1]\n"
        #expect(
            html(text + "\n[^1]: n", .standard, settings { $0.footnotes = false }) == """
                <p><code>[^1]</code> [^1]</p>
                <pre><code>[^1]: code
                - [^1]: x
                </code></pre>
                <pre>
                [^1]: raw
                </pre>
                <pre><code>[^1]: indented
                </code></pre>
                <p>x
                : lazy </p>

                """)
    }

    @Test func comparesLabelsWithoutCaseAndKeepsCJKOnes() {
        let document = document("a[^Note] b[^注]\n\n[^note]: x\n[^注]: y")
        #expect(document.footnotes.map(\.label) == ["note", "注"])
    }

    @Test func resolvesReferencesInCalloutsCellsAndHeadings() {
        let document = document("# h[^1]\n\n> [!NOTE]\n> x[^1]\n\n|a[^1]|\n|-|\n\n[^1]: n")
        #expect(document.footnotes.map(\.references.count) == [3])
        #expect(document.headings.map(\.id) == ["h"])
    }

    @Test func putsTheLabelsOfItsWordsAndThePrefixIntoIds() {
        let out = html(
            "a[^1]\n\n[^1]: > q\n", .standard,
            settings {
                $0.idPrefix = "p-"
                $0.words.footnotes = "脚注"
                $0.words.backToText = "回到正文"
            })
        #expect(out.contains("href=\"#p-fn-1\" id=\"p-fnref-1\""))
        #expect(out.contains("<li id=\"p-fn-1\">"))
        #expect(out.contains("aria-label=\"脚注\""))
        #expect(out.contains("aria-label=\"回到正文 1\""))
    }
}
