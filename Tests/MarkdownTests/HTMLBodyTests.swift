import Addresses
import Diagnostics
import Markdown
import Testing

/// Texts that are written in HTML.
struct HTMLBodyTests {
    private func read(_ text: String, _ options: MarkdownOptions = .standard) -> Document {
        Document(
            parsing: Array(text.utf8), file: SourcePath("a.html"), options: options, isHTML: true)
    }

    private func written(_ document: Document) -> String {
        String(decoding: html(of: document), as: UTF8.self)
    }

    @Test func givesHeadingsIDs() {
        let document = read("<h2>A <em>part</em></h2>\n<h3 class=\"x\">A part</h3><h2>一\n 二</h2>")
        #expect(
            written(document)
                == "<h2 id=\"a-part\">A <em>part</em></h2>\n<h3 id=\"a-part-1\" class=\"x\">A part</h3>"
                + "<h2 id=\"一-二\">一\n 二</h2>")
        #expect(document.headings.map(\.id) == ["a-part", "a-part-1", "一-二"])
        #expect(document.headings.map(\.text) == ["A part", "A part", "一 二"])
        #expect(document.headings.map(\.level) == [2, 3, 2])
    }

    @Test func keepsTheAuthorsIDs() {
        let document = read("<h2>Part</h2><h2 id=\"own\">Own</h2><p id=\"part\">x</p><h2 id>N</h2>")
        #expect(document.headings.map(\.id) == ["part-1", "own"])
        #expect(document.diagnostics.isEmpty)
        var options = MarkdownOptions.standard
        options.headingIDs = .none
        #expect(written(read("<h2>A</h2>", options)) == "<h2>A</h2>")
        #expect(read("<h2>A</h2><h2></h2>").headings.map(\.id) == ["a"])
    }

    @Test func placesOfATagWithANewIDAreThoseOfTheFile() {
        let document = read("<p>a</p><h2>B</h2>")
        let places = document.rawHTML.map { document.place(of: $0).range }
        #expect(places == [0..<3, 4..<8, 8..<12, 13..<18])
    }

    /// A browser would take all up to the next `>` for a comment, which is one of the page around the text.
    @Test(arguments: ["a <!x y", "a <?php b", "a </ b", "a <![CDATA[ b", "a </", "<!DOCTYPE html"])
    func closesWhatABrowserTakesForAComment(_ text: String) {
        for text in [text, text + "\n\nmore\n"] {
            let document = read(text)
            #expect(written(document) == text + ">")
            #expect(document.diagnostics.map(\.id.string) == ["markdown/unclosed-html"])
        }
        let whole = "a <!x> <?y?> </ z> <![CDATA[ b ]]> <b>c</b>"
        #expect(written(read(whole)) == whole)
        #expect(read(whole).diagnostics.isEmpty)
    }

    @Test func takesNoTagsFromCDATAInsideOfSVG() {
        let text = "<svg><![CDATA[ <b> ]]></svg> <svg/> <![CDATA[ <i>a"
        #expect(written(read(text)) == text)
        #expect(read("<svg><![CDATA[ <b> ]]></svg>").diagnostics.isEmpty)
    }

    @Test func warnsOfAnIDThatIsGivenTwice() {
        let found = read("<p id=\"x\">a</p>\n<p id='x'>b</p>").diagnostics
        #expect(found.map(\.id.string) == ["markdown/repeated-id"])
        #expect(found.first?.place?.range == 23..<24)
    }

    @Test func collectsTemplateTags() {
        let document = read(
            """
            <p>{{ site.title }} {{< figure src="a" >}}</p>
            {% include a.html %}<img src="{{ site.url }}/a.png">
            {% raw %}{{ kept }}{% endraw %}
            <pre>{{ code }}</pre> <code>{{ code }}</code> <!-- {{ x }} --><script>{{ x }}</script>
            <style>a {color: red}</style> {{ page.url }}
            """)
        #expect(
            document.templateTags.map(\.name) == [
                "{{ site.title }}", "{{< figure >}}", "{% include %}", "{{ site.url }}",
                "{% raw %}",
                "{% raw %}", "{{ page.url }}",
            ])
        #expect(document.templateTags.first?.place.range == 3..<19)
        var options = MarkdownOptions.standard
        options.templateTags = false
        #expect(read("{{ a }}", options).templateTags.isEmpty)
    }

    @Test func givesTheWordsOfRawHTML() {
        let text = "<p>x</p><pre class=\"y\">go <b>fu</b>nc &lt;T&gt;</pre><script>no</script>"
        let document = read(text)
        let words = document.rawHTML.map {
            String(decoding: document.words(ofHTML: $0, listings: true), as: UTF8.self)
        }
        #expect(words.joined().split(whereSeparator: \.isWhitespace) == ["go", "func", "<T>"])
        #expect(document.rawHTML.allSatisfy { document.words(ofHTML: $0, listings: false).isEmpty })
    }

    @Test func generatedIDsStepAsideForThoseOfRawHTML() {
        let text = "<a id=\"intro\"></a>\n\n## Intro\n\n<p id='use'>\n\n## Use\n\n## Use {#own}\n"
        let document = document(text)
        #expect(document.headings.map(\.id) == ["intro-1", "use-1", "own"])
        #expect(document.diagnostics.filter { $0.id.string == "markdown/repeated-id" }.isEmpty)
        var safe = MarkdownOptions.standard
        safe.unsafeHTML = false
        let hidden = Document(
            parsing: Array(text.utf8), file: SourcePath("a.md"), options: safe)
        #expect(hidden.headings.map(\.id) == ["intro", "use", "own"])
    }

    @Test func warnsWhereTheAuthorsOwnCollide() {
        let found = document("## A {#x}\n\n<a id=\"x\"></a>\n").diagnostics
        #expect(found.map(\.id.string) == ["markdown/repeated-id"])
    }
}
