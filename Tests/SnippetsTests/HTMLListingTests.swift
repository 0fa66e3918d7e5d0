import Addresses
import Diagnostics
import Markdown
import Testing

@testable import Snippets

struct HTMLListingTests {
    private func document(_ text: String, _ file: String = "a.md") -> Document {
        Document(parsing: Array(text.utf8), file: SourcePath(file), options: .standard)
    }

    private func snippets(_ document: Document) -> [CheckedSnippet] {
        let resolver = VerdictResolver(toolbox: Toolbox([]), answers: ToolAnswers())
        return SnippetVerdicts.cached(SnippetExaminer(SnippetSettings()), resolver).verdicts(
            of: document, SnippetComments(in: document), defaults: SnippetDefaults())
    }

    @Test(
        arguments: [
            "<pre><code class=\"language-go\">x := 1\n</code></pre>",
            "<pre class=\"lang-go\"><code>x := 1\n</code></pre>",
            "<pre lang=\"go\">\nx := 1\n</pre>",
            "<pre class='brush: go; toolbar: false'>x := 1</pre>",
            "<pre class=\"prettyprint lang-go\">x := 1</pre>",
            "<div class=\"highlight highlight-source-go\"><pre>x := 1</pre></div>",
            "<pre class=\"sourceCode go\"><code>x := 1</code></pre>",
            "<PRE><CODE data-lang=go>x := 1</CODE></PRE>",
            "<pre><code class=\"hljs go\"><span class=\"n\">x</span> := <b>1</b></code></pre>",
            "<pre><code class=\"language-go\">x&nbsp;:&#61; 1<br></code></pre>",
        ])
    func readsTheLanguageAndTheTextOfAListing(_ html: String) throws {
        let listing = try #require(document("text\n\n\(html)\n").htmlListings.first)
        #expect(listing.label == "go")
        #expect(String(decoding: listing.code, as: UTF8.self) == "x := 1\n")
        #expect(listing.line == 3)
    }

    @Test(
        arguments: [
            "<pre>x</pre>", "<pre><code>x</code></pre>", "<p lang=\"go\">x</p>",
            "<pre><code class=\"language-go\">x", "<pre lang=\"go\"></pre>",
            "<script>'<pre lang=\"go\">x</pre>'</script>", "<!-- <pre lang=\"go\">x</pre> -->",
            "<pre class=\"lang-go\"><table><tr><td>1</td></tr></table></pre>",
        ])
    func leavesOtherHTMLAlone(_ html: String) {
        #expect(document(html + "\n").htmlListings.isEmpty)
    }

    @Test func tellsThePlaceInTheArticle() throws {
        let text = """
            文 text

            > - <pre><code class="language-json">{&quot;a&quot;: <i>1</i>,
            >   "b": [1, 2;
            >   "c": 3}</code></pre>

            ```go
            x := 1
            ```

            """
        let document = document(text)
        let snippets = snippets(document)
        #expect(snippets.map(\.verdict.name) == ["passed", "failed"])
        #expect(snippets.map(\.line) == [7, 3])
        let failure = try #require(snippets[1].diagnostics.first)
        #expect(failure.id.string == "snippet/json/parse")
        let place = try #require(failure.place)
        let position = LineTable(document.source).position(of: place.range.lowerBound)
        #expect(position.line == 4)
        #expect(position.column == 15)
        // The article writes the text otherwise, so nothing is edited.
        #expect(failure.fixes.allSatisfy { $0.edits.isEmpty })
    }

    @Test func checksTheListingsOfATextInHTML() {
        let html =
            "<p>a</p>\n<pre><code class=\"language-json\">{&quot;a&quot;: 1,,}\n</code></pre>\n"
        let snippets = snippets(document(html, "a.html"))
        #expect(snippets.map(\.verdict.name) == ["failed"])
        #expect(snippets.map(\.line) == [2])
    }

    @Test func keepsTheHTMLAsItIs() {
        let html = "<pre><code class=\"language-go\">a &lt; b</code></pre>\n"
        let document = document(html)
        #expect(document.codeBlocks.isEmpty)
        #expect(document.htmlListings.count == 1)
    }

    @Test func staysLinear() {
        for part in [
            "<pre lang=go>", "<pre><code class=\"language-go\">&", "<pre lang=go>x</pre>\n",
        ] {
            let text = String(repeating: part, count: 20_000)
            _ = document(text).htmlListings
            _ = document(text, "a.html").htmlListings
        }
    }
}

struct IncludedCodeTests {
    @Test func leavesWhatIsInAnotherFileUnchecked() async {
        let code = Array("fn main() {\n    let x = = 5;\n    f(x);\n    g(x);\n}\n".utf8)
        let blocks = await ProofedBlocks([
            ("rust", Array("{{#include a.rs:2:5}}\n".utf8)),
            (
                "rust,no_run,noplayground",
                Array("# fn main() {\n{{#rustdoc_include b.rs:here}}\n# }\n".utf8)
            ),
            ("js", Array("<<< @/a.js\n".utf8)),
            ("rust,compile_fail,E0308", code),
            ("compile_fail", code), ("rust", code),
        ])
        #expect(
            (0..<6).map { blocks.outcome($0).prefix(9) } == [
                "unchecked", "unchecked", "unchecked", "expected", "expected", "failed 2:",
            ])
    }
}
