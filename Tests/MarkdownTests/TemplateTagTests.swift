import Diagnostics
import Markdown
import Testing

@Suite struct TemplateTagTests {
    /// `name: text at its place`, an end tag with `/` before it.
    private func tags(_ text: String) -> [String] {
        let document = document(text)
        return document.templateTags.map { tag in
            let text = String(decoding: document.source[tag.place.range], as: UTF8.self)
            return "\(tag.isEnd ? "/" : "")\(tag.name): \(text)"
        }
    }

    @Test(arguments: [
        ("{% note info %}", "{% note %}"), ("{%- if a -%}", "{% if %}"),
        ("{%assign x = 1%}", "{% assign %}"), ("{% include a.html\nb=\"c\" %}", "{% include %}"),
        ("{{ site.url }}", "{{ site.url }}"), ("{{page.title|escape}}", "{{ page.title }}"),
        ("{{- .Title -}}", "{{ .Title }}"), ("{{ $x := 1 }}", "{{ $x }}"),
        ("{{ \"/a.css\" | relative_url }}", "{{ relative_url }}"), ("{{{ body }}}", "{{ body }}"),
        ("{{ \"a\" }}", "{{ \"…\" }}"),
        ("{{#each items}}", "{{ each }}"), ("{{> head}}", "{{ head }}"),
        ("{{< figure src=\"a.png\" >}}", "{{< figure >}}"), ("{{<br/>}}", "{{< br/ >}}"),
        ("{{% alert %}}", "{{% alert %}}"), ("{{</* ref \"a\" */>}}", "{{< ref >}}"),
        ("{{%/* note */%}}", "{{% note %}}"), ("{: .wide #a key=\"b\"}", "{: … }"),
        ("{:toc}", "{: … }"), ("{::nomarkdown}", "{: … }"), ("::: tip \"x\" *y*", ":::tip"),
        (":::note[*a*]", ":::note"), ("::::{.warn}", ":::warn"),
    ])
    func namesEveryForm(_ text: String, _ name: String) {
        #expect(tags(text) == ["\(name): \(text)"])
    }

    @Test(arguments: [
        ("{% endnote %}", "{% note %}"), ("{{< /note >}}", "{{< note >}}"),
        ("{{% /tab %}}", "{{% tab %}}"), ("{{/each}}", "{{ each }}"), ("{:/comment}", "{: … }"),
    ])
    func knowsEndTags(_ text: String, _ name: String) {
        #expect(tags(text) == ["/\(name): \(text)"])
    }

    @Test(arguments: [
        "{{ }}", "{% %}", "{{1}}", "{{ 1 + 2 }}", "{{a}+{b}}", "{{", "{% if", "a {% b {% c %",
        "$x^{{a}}$", "\\mathbf{{x}}", "x_{{i}}", "x_{:n}", "{:x} y", "{: }", "a ::: b", ":::",
        "::: 1", "${{ github.ref }}", "\\{{ x }}", "\\{% x %}", "{#id}", "{width=\"3\"}", "std::x",
    ])
    func takesNothingElse(_ text: String) {
        #expect(tags(text) == [])
    }

    @Test(arguments: [
        "`{{ x }}`", "`{{` and `}}`", "``{% x %}``", "    {% x %}", "```\n{% x %}\n```",
        "~~~ {{ x }}\n{{ x }}\n~~~", "$$x{{ a }}y$$", "<!-- {% x %} -->",
        "<script>\nlet a = {{ x }}\n</script>",
    ])
    func looksIntoNeitherCodeNorFormulas(_ text: String) {
        #expect(tags(text) == [])
    }

    @Test(arguments: [
        "<a href=\"{{ site.url }}/a\">b</a>", "<img src='{% link a.png %}'>",
        "<img srcset=\"{{ a }} 1x, b.png 2x\">", "<div style=\"background: url({{ a }})\">b</div>",
    ])
    func takesNoAddressThatATemplateMakes(_ text: String) {
        let document = document(text)
        #expect(document.links.isEmpty)
        #expect(document.templateTags.count == 1)
    }

    @Test func findsTagsInRawHTMLAndAddresses() {
        #expect(
            tags("<img src=\"{{ site.url }}/a.png\"> [a]({{x.y}}/b) ![](/{{z}})").map {
                $0.prefix { $0 != ":" }
            } == ["{{ site.url }}", "{{ x.y }}", "{{ z }}"])
    }

    @Test func leavesOutWhatIsMeantToBeShown() {
        #expect(
            tags("{% raw %}{{ x }}{% endraw %} {{ y }}").map { $0.prefix { $0 != ":" } }
                == ["{% raw %}", "/{% raw %}", "{{ y }}"])
    }

    // MARK: What is shown

    @Test(arguments: [
        "{% post_link a*b* \"c\" -- ... %}", "{{< ref \"a_b_c.md\" >}}", "{{<figure src='x'>}}",
        "{{% a *b* %}}", "{{ a | b: \"c\" }}", "{% x https://a.example www.b.example %}",
        "{% a ~~b~~ %}", "{% x [a](b) ![c](d) [^1] %}", "{% raw %}{{ \"a\" }}{% endraw %}",
        "{{</* note \"x\" */>}}", "{% a &amp; \\* `b %}", "::: tip \"x\" *y* https://a.example",
        "{: title=\"a -- b\" .c_d_e}", "{% x 中\n文 %}", "{% include a.html\n  b=\"c\"\n%}",
    ])
    func showsTagsAsTheyStand(_ text: String) {
        let smart = standard { $0.smart = true }
        let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
        #expect(html(text, smart) == "<p>\(escaped)</p>\n")
        if !text.hasPrefix(":") {
            #expect(html("*a* \(text)", smart) == "<p><em>a</em> \(escaped)</p>\n")
        }
    }

    @Test func makesNoLinkOfAnAddressWithABlankInItsTag() {
        #expect(
            html("[l]({% post_url 2020-01-01-b %}) ![i]({{ site.url }}/a.png)")
                == "<p>[l]({% post_url 2020-01-01-b %}) ![i]({{ site.url }}/a.png)</p>\n")
        #expect(html("[l]({{site.url}}/a)") == "<p><a href=\"%7B%7Bsite.url%7D%7D/a\">l</a></p>\n")
    }

    @Test(arguments: [
        "<pre>\n{{ x }}\n</pre>", "<div><pre><code>{% if a %}</code> {{ x }}</pre></div>",
        "<code>{{ x }}</code>", "a <kbd>{{ x }}</kbd> *<samp>{% x %}</samp>*",
        "<div>\n<script>\nlet a = {{ x }}\n</script>\n<style>{{ y }}</style>\n</div>",
        "\\frac{{a}}{{b}}", "x^{{a}}{{b}}{{c}}",
    ])
    func leavesOutTagsInCodeOfHTMLAndGroupsOfTeX(_ text: String) {
        #expect(tags(text) == [])
    }

    @Test(arguments: [
        "<code>a</code> {{ x }}", "<code>a\n\n{{ x }}", "<div><pre>a</pre>{{ x }}</div>",
        "<coder>{{ x }}</coder>",
    ])
    func findsTagsOutsideCodeOfHTML(_ text: String) {
        #expect(document(text).templateTags.map(\.name) == ["{{ x }}"])
    }

    @Test func findsTagsRightBehindEachOther() {
        #expect(tags("{{ a }}{{ b }}").count == 2)
    }

    @Test func givesNoFalseAdvice() {
        let text = """
            [l]({% post_url 2020-01-01-b %}) ![i]({{ site.url }}/a.png) {{<figure>}}

            {{< foo >}} {{<b>}} {% ** a ** %}
            """
        #expect(document(text).findings == [])
    }

    @Test func readsTheTextBetweenTags() {
        #expect(
            html("{% note info %}\nRead **this** first.\n{% endnote %}")
                == "<p>{% note info %}\nRead <strong>this</strong> first.\n{% endnote %}</p>\n")
        #expect(html("::: tip\nx *y*\n:::") == "<p>::: tip\nx <em>y</em>\n:::</p>\n")
    }

    @Test func hasANodeForEachTag() {
        #expect(
            document("a {% b %}\nc").dump() == """
                document 1:1-2:2
                  paragraph 1:1-2:2
                    text 1:1-1:3 "a "
                    template-tag 1:3-1:10 "{% b %}"
                    soft-break 1:10-2:1
                    text 2:1-2:2 "c"

                """)
    }

    // MARK: Listings

    @Test(arguments: [
        ("{% highlight go %}", "{% endhighlight %}", "go"),
        ("{% highlight c++ linenos %}", "{%- endhighlight -%}", "c++"),
        ("{% codeblock a title lang:js %}", "{% endcodeblock %}", "js"),
        ("{% code %}", "{% endcode %}", ""),
        ("{{< highlight go \"linenos=table\" >}}", "{{< /highlight >}}", "go"),
        ("{{% highlight \"go\" %}}", "{{% /highlight %}}", "go"),
    ])
    func takesWhatStandsBetweenListingTagsForCode(
        _ open: String, _ close: String, _ language: String
    ) throws {
        let code = "a[*p] = *q\n\n\tb <div>\n```\n{{ x }} $$ y $$\n"
        let document = document("*a*\n\n\(open)\n\(code)\(close)\n\n*b*")
        let block = try #require(document.codeBlocks.first)
        #expect(document.codeBlocks.count == 1)
        #expect(document.tree.string(block.text) == code)
        #expect(block.language == language)
        #expect(block.isFenced && block.isClosed)
        #expect(block.firstCodeLine == 4)
        #expect(
            document.place(of: block.node).range
                == 5..<(6 + open.utf8.count + code.utf8.count + close.utf8.count))
        let shown = String(decoding: html(of: document, HTMLSettings()), as: UTF8.self)
        #expect(shown.contains("<p>{"))
        #expect(
            shown.hasPrefix("<p><em>a</em></p>\n<p>{")
                && shown.hasSuffix("}</p>\n<p><em>b</em></p>\n"))
        #expect(document.templateTags.count == 1)
        #expect(document.findings == [])
    }

    /// Shortcodes that a site made for its listings; what holds code blocks is none.
    @Test func takesListingsOfSitesForCode() {
        #expect(
            html("{{< high rust \"a.rs\" >}}\nVec<T> *a*\n{{< /high >}}").contains(
                "<pre><code class=\"language-rust\">Vec&lt;T&gt; *a*\n</code></pre>"))
        #expect(
            html("{{< code-rust \"a\" >}}\nVec<T>\n{{< /code-rust >}}").contains(
                "<pre><code class=\"language-rust\">Vec&lt;T&gt;\n</code></pre>"))
        let tabs = "{{< code-tabs >}}\n```go\na\n```\n{{< /code-tabs >}}"
        #expect(document(tabs).codeBlocks.map(\.language) == ["go"])
    }

    @Test func takesListingsInContainers() {
        #expect(
            html("> {% highlight go %}\n> *a*\n> {% endhighlight %}")
                == "<blockquote>\n<p>{% highlight go %}</p>\n<pre><code class=\"language-go\">*a*\n"
                + "</code></pre>\n<p>{% endhighlight %}</p>\n</blockquote>\n")
        #expect(
            html("- a\n\n  {% highlight go %}\n  *a*\n  {% endhighlight %}\n- b").contains(
                "<pre><code class=\"language-go\">*a*\n</code></pre>"))
    }

    @Test func leavesListingTagsWithoutAnEnd() {
        #expect(html("{% highlight go %}\n*a*") == "<p>{% highlight go %}\n<em>a</em></p>\n")
        #expect(
            html("- {% highlight go %}\n*a*\n{% endhighlight %}").contains("<em>a</em>"))
        #expect(html("x {% highlight go %} *a* {% endhighlight %}").contains("<em>a</em>"))
    }

    // MARK: Warnings

    private func warnings(_ text: String) -> [String] {
        TemplateWarnings.diagnostics(of: document(text).templateTags).map(\.summary)
    }

    @Test func warnsOncePerNameWithTheCount() {
        #expect(
            warnings("{% b %} {% a %}\n\n{% b 1 %} {% endb %} {{< /c >}}") == [
                "'{% a %}' is shown as text", "'{% b %}' is shown as text, 2 times",
                "'{{< c >}}' is shown as text",
            ])
    }

    @Test func givesTheFirstPlace() {
        let document = document("x {% b %}\n\n{% b %}")
        let first = TemplateWarnings.diagnostics(of: document.templateTags.reversed()).first
        #expect(first?.place?.range == 2..<9)
        #expect(first?.id == .markdownTemplateTag)
    }
}
