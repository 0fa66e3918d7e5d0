import Addresses
import Import
import Testing

@Suite("What became of addresses and features")
struct ReportTests {
    private func site() -> NewSite {
        var site = NewSite()
        let a = SourcePath("a.md")
        let b = SourcePath("b.md")
        site.routes = [
            URLPath("/a/"): .text(a), URLPath("/new/"): .text(b), URLPath("/"): .other,
            URLPath("/c/"): .redirect(to: URLPath("/a/")), URLPath("/tags/Go/"): .other,
        ]
        site.sources = [a: URLPath("/a/"), b: URLPath("/new/")]
        site.hidden = [SourcePath("d.md"): "is a draft"]
        site.terms = [["tags", "go"]: URLPath("/tags/Go/")]
        site.listOfPosts = .root
        return site
    }

    @Test func comparesAddresses() {
        let old = [
            OldAddress(.post, URLPath("/a"), source: SourcePath("a.md")),
            OldAddress(.post, URLPath("/c/"), source: SourcePath("a.md")),
            OldAddress(.post, URLPath("/b/"), source: SourcePath("b.md")),
            OldAddress(.page, URLPath("/d/"), source: SourcePath("d.md")),
            OldAddress(
                .term, URLPath("/tags/go/"),
                counterpart: .term(taxonomy: "tags", names: ["go"], page: 1)),
            OldAddress(.list, URLPath("/posts/"), counterpart: .posts(page: 1)),
            OldAddress(.list, URLPath("/page2/"), counterpart: .posts(page: 2)),
            OldAddress(.feed, URLPath("/old.xml"), counterpart: .feed),
        ]
        let compared = AddressComparison(old, with: site())
        #expect(
            compared.results.map(\.state) == [
                .same, .redirected(to: URLPath("/a/")),
                .missing(now: URLPath("/new/"), reason: "is at /new/"),
                .missing(now: nil, reason: "is a draft"),
                .missing(now: URLPath("/tags/Go/"), reason: "is at /tags/Go/"),
                .missing(now: .root, reason: "is at /"),
                .missing(now: nil, reason: "galley has no such list"),
                .missing(now: nil, reason: "galley has no such feed"),
            ])
        #expect(
            compared.redirects.map { "\($0.from) \($0.to) \($0.origin)" } == [
                "/b/ /new/ b.md", "/tags/go/ /tags/Go/ a term before", "/posts/ / a list before",
            ])
    }

    @Test func anAddressOfAnotherTextIsMissing() {
        let old = [OldAddress(.post, URLPath("/a/"), source: SourcePath("b.md"))]
        let state = AddressComparison(old, with: site()).results.first?.state
        #expect(state == .missing(now: URLPath("/new/"), reason: "is at /new/"))
    }

    @Test func writesRedirects() {
        let files = oldFiles(["_config.yml": "title: A\nurl: https://example.org\n"])
        let redirect = Redirect(from: URLPath("/b/"), to: URLPath("/new/"), origin: "b.md")
        let text = ImportedSite(.jekyll, files).configuration(redirects: [redirect])
        #expect(text.hasSuffix("[redirects]\n\"/b/\" = \"/new/\"  # b.md\n"))
    }

    @Test func readsAnOldOutputAndASitemap() throws {
        let files = ["a/index.html", "b.html", "x.png", "atom.xml"].map { SourcePath($0) }
        #expect(
            FoundAddresses.ofOutput(files).lines == [
                "found /a/", "found /atom.xml", "found /b.html",
            ])
        let site = try #require(SiteAddress("https://example.org/blog/"))
        let sitemap = "<urlset><url><loc>http://old.example/blog/%E4%BD%A0/</loc></url></urlset>"
        #expect(FoundAddresses.ofSitemap(Array(sitemap.utf8), site).lines == ["found /你/"])
    }

    @Test func countsFeaturesOutsideCode() {
        var scan = FeatureScan()
        let text = """
            ---
            title: "{% x %}"
            ---
            {% note info %}
            text `{% code %}` and {{< youtube 1 >}} {{ site.url }}
            {% endnote %}
            ```liquid
            {% note %}
            ```
            ```mermaid
            graph
            ```
            <script src="x"></script> {% note %}
            """
        scan.add(Array(text.utf8), of: SourcePath("a.md"))
        let found = scan.found.map { "\($0.name) \($0.count) \($0.line) \($0.treatment.rawValue)" }
        #expect(
            found == [
                "{% note %} 2 4 as text", "<script> 1 13 in part", "```mermaid 1 10 as text",
                "{{ site.url }} 1 5 as text", "{{< youtube >}} 1 5 as text",
            ])
    }
}
