import Diagnostics
import Testing

@testable import Commands

/// Template tags and formulas of whole sites.
@Suite struct TemplateSiteTests {
    private let site = """
        -- content/posts/2021-08-12-a.md
        # A

        {% highlight go %}
        fmt.Println(a[*p], *q)
        {% endhighlight %}

        {% asset_img a.png 图 %} {{< figure src="a.png" >}}

        [l]({% post_url 2020-01-01-b %}) ![i]({{ site.url }}/a.png)
        -- content/posts/2021-08-13-b.md
        # B

        {% asset_img b.png %} `{% code %}` and {% asset_img c.png %}
        -- content/about.md
        # C

        {{ site.url }}

        """

    private func summaries(_ diagnostics: [Diagnostic]) -> [String] {
        diagnostics.map { "\($0.place?.file.string ?? ""): \($0.summary)" }
    }

    private let told = [
        "content/about.md: '{{ site.url }}' is shown as text, 2 times in 2 texts",
        "content/posts/2021-08-12-a.md: '{% highlight %}' is shown as text",
        "content/posts/2021-08-12-a.md: '{% asset_img %}' is shown as text, 3 times in 2 texts",
        "content/posts/2021-08-12-a.md: '{{< figure >}}' is shown as text",
        "content/posts/2021-08-12-a.md: '{% post_url %}' is shown as text",
    ]

    @Test func warnsOncePerNameForTheWholeSite() async throws {
        let site = try BuiltSite(BuiltSite.configuration + self.site)
        let outcome = try await site.build()
        #expect(summaries(outcome.diagnostics) == told)
        #expect(outcome.diagnostics.allSatisfy { $0.id == .init("markdown/template-tag") })
        let page = try #require(site.page("2021/08/12/a/index.html"))
        #expect(page.contains("<p>{% highlight go %}</p>"))
        #expect(page.contains("<p>[l]({% post_url 2020-01-01-b %}) ![i]({{ site.url }}/a.png)</p>"))
        #expect(page.contains("class=\"language-go\""))
    }

    @Test func saysTheSameInACheck() async throws {
        let site = try BuiltSite(BuiltSite.configuration + self.site)
        var request = BuildRequest()
        request.now = "2022-01-01"
        let check = Check(folder: .init(path: site.text.path), request: request)
        let outcome = try await check.run()
        let found = outcome.diagnostics.filter { $0.id.string == "markdown/template-tag" }
        #expect(summaries(found) == told)
        withExtendedLifetime(site) {}
    }

    // MARK: Formulas

    private func post(_ head: String, _ body: String, math: String = "") -> String {
        BuiltSite.configuration + (math.isEmpty ? "" : "\n[markdown]\nmath = \(math)\n")
            + "-- content/posts/a.md\n---\ntitle: A\ndate: 2021-08-12\n\(head)---\n\(body)\n"
    }

    private func page(_ text: String) async throws -> String {
        let site = try BuiltSite(text)
        try await site.build()
        return try #require(site.page("2021/08/12/a/index.html"))
    }

    @Test(arguments: [
        ("", "\"auto\"", false), ("", "true", true), ("math: true\n", "", true),
        ("mathjax: true\n", "false", true), ("katex: true\n", "", true),
        ("MathJax: true\n", "", true), ("math: {enable: true}\n", "", true),
        ("math: false\n", "true", false), ("math: katex\n", "", true), ("math:\n", "", false),
    ])
    func switchesFormulasOnAndOff(_ head: String, _ math: String, _ isOn: Bool) async throws {
        let page = try await page(post(head, "$a*b*c$", math: math))
        #expect(page.contains("<p>$a*b*c$</p>") == isOn)
        #expect(page.contains("<em>b</em>") != isOn)
    }

    @Test func refusesAnotherValueOfMath() async throws {
        let site = try BuiltSite(post("", "a", math: "\"yes\""))
        let outcome = try await site.build()
        #expect(outcome.ids == ["error configuration/bad-value"])
    }

    @Test func neverCutsAnExcerptWithinAFormula() async throws {
        let words = String(repeating: "字", count: 140)
        let site = try BuiltSite(
            post("", "\(words) $a。 b。 c_1 \\text{一 二 三 四 五 六 七 八 九 十 一 二}。 x$ 字，然后。\n\n$$y$$"))
        try await site.build()
        let home = try #require(site.page("index.html"))
        let shown = home.components(separatedBy: "$").count - 1
        #expect(shown == 0 || home.contains("七 八 九 十 一 二}。 x$"))
    }
}
