import Addresses
import Articles
import Content
import Diagnostics
import Planning
import TestSupport
import Testing

@testable import Rendering

/// Links of texts: rewritten for the page they stand on, reported where they lead nowhere.
struct LinkTests {
    private func site(_ text: String) throws -> RenderedSite {
        var site = try RenderedSite()
        try site.post("a", "2021-03-03", text)
        try site.post(
            "b", "2021-02-02",
            "# 标题 One\n\nText.[^1]\n\n[^1]: Note.\n\n<a id=\"raw\"></a>\n")
        site.page("about")
        site.asset("img/c d.png")
        return site
    }

    /// `link/broken 0..<3 summary; fix`
    private func problems(_ text: String) throws -> [String] {
        try site(text).diagnostics().map { diagnostic in
            let place = diagnostic.place.map { "\($0.file):\($0.range.lowerBound)" } ?? "-"
            return "\(diagnostic.severity.rawValue) \(diagnostic.id) \(place) \(diagnostic.summary)"
                + diagnostic.fixes.map { "; " + $0.text }.joined()
        }
    }

    @Test(arguments: [
        ("[x](/about/)", "<a href=\"/blog/about/\">x</a>"),
        ("[x](/blog/about/)", "<a href=\"/blog/about/\">x</a>"),
        ("[x](b.md)", "<a href=\"/blog/2021/02/02/b/\">x</a>"),
        ("[x](b.md#raw)", "<a href=\"/blog/2021/02/02/b/#raw\">x</a>"),
        (
            "[x](<b.md#标题-one>)",
            "<a href=\"/blog/2021/02/02/b/#%E6%A0%87%E9%A2%98-one\">x</a>"
        ),
        ("[x](../about.md?a=1&b=2)", "<a href=\"/blog/about/?a=1&amp;b=2\">x</a>"),
        ("![x](</img/c d.png>)", "<img src=\"/blog/img/c%20d.png\" alt=\"x\" />"),
        ("![x](/img/c%20d.png)", "<img src=\"/blog/img/c%20d.png\" alt=\"x\" />"),
        ("[x](https://example.com/a?b)", "<a href=\"https://example.com/a?b\">x</a>"),
        ("[x](mailto:a@b.c)", "<a href=\"mailto:a@b.c\">x</a>"),
        ("<a href=\"/about/\">x</a>", "<a href=\"/blog/about/\">x</a>"),
    ])
    func rewrites(_ markdown: String, _ html: String) throws {
        #expect(try site(markdown + "\n").render("/2021/03/03/a/").contains("<p>\(html)</p>"))
        #expect(try problems(markdown + "\n") == [])
    }

    /// Browsers compare fragments by their bytes; strings are equal in any normal form.
    @Test func keepsTheFormOfEachFragment() throws {
        let page = try site("[x](b.md#\u{E9}) [y](b.md#e\u{301})\n").render("/2021/03/03/a/")
        #expect(page.contains("/b/#%C3%A9\">x</a>"))
        #expect(page.contains("/b/#e%CC%81\">y</a>"))
    }

    @Test func reportsALinkThatLeadsNowhere() throws {
        #expect(
            try problems("See [x](/abuot/).\n") == [
                "warning link/broken content/posts/a.md:4 '/abuot/' leads nowhere in this site; "
                    + "did you mean '/about/'?"
            ])
    }

    @Test func reportsAnImageThatIsNotThere() throws {
        let found = try problems("![x](/img/none-of-them.jpeg)\n")
        #expect(
            found == [
                "warning link/missing-image content/posts/a.md:0 "
                    + "the image '/img/none-of-them.jpeg' is not there"
            ])
    }

    @Test func suggestsPicturesForAPictureAndNeverThePageItself() throws {
        #expect(
            try problems("![x](/img/c%20d.jpg)\n").first?.hasSuffix(
                "did you mean '/img/c%20d.png'?") == true)
        #expect(
            try problems("![x](a.jpg)\n") == [
                "warning link/missing-image content/posts/a.md:0 the image 'a.jpg' is not there"
            ])
        #expect(
            try problems("[x](/2021/03/03/aa/)\n").first?.contains("/2021/03/03/a/'") == false)
    }

    @Test func placesAnAddressInABlockOfHTMLOnItsOwnLine() throws {
        #expect(
            try problems(
                "<div>\n<a href=\"/abuot/\">x</a>\n\t<img\nsrc=\"/n/o/n/e.xyz\">\n</div>\n"
            )
            .map { $0.split(separator: " ")[2] } == [
                "content/posts/a.md:15", "content/posts/a.md:41",
            ])
    }

    @Test func reportsAnAnchorThatIsNotThere() throws {
        #expect(
            try problems("[x](b.md#raww) [y](#gone)\n") == [
                "warning link/missing-anchor content/posts/a.md:0 there is no '#raww' on "
                    + "'/2021/02/02/b/'; did you mean '#raw'?",
                "warning link/missing-anchor content/posts/a.md:15 there is no '#gone' on "
                    + "'/2021/03/03/a/'",
            ])
    }

    @Test func anchorsOfNotesAndRawElementsCount() throws {
        #expect(try problems("[x](b.md#fn-1) [y](b.md#raw) [z](#top)\n") == [])
    }

    @Test(arguments: [
        (
            "<img src=\"/img/c%20d.png\" srcset=\"/img/c%20d.png 1x, /img/c%20d.png?2 2x\">",
            "srcset=\"/blog/img/c%20d.png 1x, /blog/img/c%20d.png?2 2x\""
        ),
        (
            "<picture><source srcset='/img/c%20d.png 480w, https://example.com/a,b.png 9w, /img/c%20d.png'></picture>",
            "'/blog/img/c%20d.png 480w, https://example.com/a,b.png 9w, /blog/img/c%20d.png'"
        ),
        (
            "<img src=x srcset=\"data:image/png;base64,AA== 1x,/img/c%20d.png 2x\">",
            "\"data:image/png;base64,AA== 1x,/blog/img/c%20d.png 2x\""
        ),
        ("<img srcset=/img/c%20d.png>", "<img srcset=\"/blog/img/c%20d.png\">"),
        ("<iframe src=\"/about/\"></iframe>", "<iframe src=\"/blog/about/\">"),
        ("<a href=\" /about/ \">x</a>", "<a href=\" /blog/about/ \">x</a>"),
        ("<img src=\"\n/img/c%20d.png \">", "src=\"\n/blog/img/c%20d.png \""),
        (
            "<video poster=\"/img/c%20d.png\" src=\"https://e.x/a.mp4\"></video>",
            "poster=\"/blog/img/c%20d.png\""
        ),
        ("<object data='/img/c%20d.png'></object>", "data='/blog/img/c%20d.png'"),
        ("<embed src=/img/c%20d.png>", "<embed src=\"/blog/img/c%20d.png\">"),
        ("<map><area href=\"/about/\"></map>", "<area href=\"/blog/about/\">"),
        (
            "<svg><image xlink:href=\"/img/c%20d.png\"/></svg>",
            "xlink:href=\"/blog/img/c%20d.png\"/>"
        ),
        ("<img data-src=\"/img/c%20d.png\">", "data-src=\"/blog/img/c%20d.png\""),
        ("<img data-original=/img/c%20d.png>", "data-original=\"/blog/img/c%20d.png\""),
        ("<img data-lazy-src='/img/c%20d.png'>", "data-lazy-src='/blog/img/c%20d.png'"),
        (
            "<img data-srcset=\"/img/c%20d.png 1x, /img/c%20d.png?2 2x\">",
            "data-srcset=\"/blog/img/c%20d.png 1x, /blog/img/c%20d.png?2 2x\""
        ),
        ("<iframe data-src=\"/about/\"></iframe>", "<iframe data-src=\"/blog/about/\">"),
        (
            "<svg><use xlink:href=\"/img/c%20d.png#i\"/><use href=\"#i\"/></svg>",
            "<use xlink:href=\"/blog/img/c%20d.png#i\"/><use href=\"#i\"/>"
        ),
        ("<form action=\"/about/\"></form>", "<form action=\"/blog/about/\">"),
        (
            "<button formaction=\"/about/\">x</button>",
            "<button formaction=\"/blog/about/\">"
        ),
        (
            "<b style=\"background:url(/img/c%20d.png) top, URL( '/img/c d.png' )\">x</b>",
            "\"background:url(/blog/img/c%20d.png) top, URL( '/blog/img/c%20d.png' )\""
        ),
        (
            "<b style='background:url(&quot;/img/c%20d.png?a=1&amp;b=(2)&quot;)'>x</b>",
            "'background:url(&quot;/blog/img/c%20d.png?a=1&amp;b=%282%29&quot;)'"
        ),
        (
            "<b style=background:url(/img/c%20d.png)>x</b>",
            "<b style=background:url(/blog/img/c%20d.png)>"
        ),
        (
            "<b style=\"filter:url(#f);background:url(data:image/png;base64,AA)\">x</b>",
            "style=\"filter:url(#f);background:url(data:image/png;base64,AA)\""
        ),
    ])
    func rewritesAddressesInHTML(_ markup: String, _ html: String) throws {
        let page = try site("a " + markup + "\n").render("/2021/03/03/a/")
        #expect(page.contains(html), "\(page)")
    }

    @Test(arguments: [
        (
            "<img src=\"/img/c%20d.png\" srcset=\"/img/c%20d.png, /img/none.png 2x\">",
            "link/missing-image"
        ),
        ("<iframe src=\"/none/\"></iframe>", "link/broken"),
        ("<a href=\" /none/ \">x</a>", "link/broken"),
        ("<video src=\"/none.mp4\"></video>", "link/broken"),
        ("<video poster=\"/none.png\"></video>", "link/missing-image"),
        ("<img data-src=\"/none.png\">", "link/missing-image"),
        ("<img data-original=\"/none.png\">", "link/missing-image"),
        ("<img data-srcset=\"/none.png 2x\">", "link/missing-image"),
        ("<img data-lazy-src=\"/none.png\">", "link/missing-image"),
        ("<svg><use href=\"/none.svg#i\"/></svg>", "link/broken"),
        ("<b style=\"background: url('/none.png')\">x</b>", "link/missing-image"),
        ("<form action=\"/none/\"></form>", "link/broken"),
    ])
    func checksAddressesInHTML(_ markup: String, _ id: String) throws {
        let ids = try site("a " + markup + "\n").diagnostics().map(\.id.string)
        #expect(ids == [id])
    }

    @Test func closesRawElementsInPagesListsAndFeeds() throws {
        let fixture = try site("- A <b>b\n- c\n\nd</div>\n")
        let article = try #require(fixture.articles(try fixture.site()).first)
        let closed = "<ul>\n<li>A <b>b</b></li>\n<li>c</li>\n</ul>\n<p>d</p>\n"
        #expect(String(decoding: article.content, as: UTF8.self) == closed)
        #expect(String(decoding: article.summary.excerpt, as: UTF8.self) == closed)
        #expect(String(decoding: article.summary.feedContent, as: UTF8.self) == closed)
    }

    /// The ids that parsing finds are those of the page.
    @Test func knowsTheIdsOfAPageBeforeItIsWritten() throws {
        var fixture = try RenderedSite()
        try fixture.post(
            "a", title: "Title",
            """
            # Title

            ## A *b* {#own}

            ## A b

            Text.[^n] Again.[^n]

            <!-- more -->

            ```go id=map start=7
            a
            b
            ```

            <b id="raw">x</b> <a name=old></a> <a name='q'></a>

            [^n]: ## In a note
            """)
        let site = try fixture.site()
        let checked = fixture.checked(post: 0, site)
        let article = ArticleRenderer(site: site).render(checked, post: 0)
        let expected: Set<String> = [
            "title", "own", "a-b", "in-a-note", "fn-1", "fnref-1", "fnref-1-2", "more", "map",
            "map-L7", "map-L8", "raw", "q",
        ]
        #expect(AnchorIDs(in: article.content).all.union(["title"]) == expected)
        #expect(checked.parsed.anchors.all == expected)
        #expect(checked.findings.anchors.all == expected)
    }

    @Test func knowsTheIdsOfTextsOfThisRepository() throws {
        var fixture = try RenderedSite()
        try fixture.post("a")
        let site = try fixture.site()
        let text = ArticleSource(SourcePath("content/posts/a.md"), FrontMatter())
        for bytes in Corpus.files(["content", "docs"], endings: [".md"]) {
            let checked = RenderedSite.checked(text, bytes, at: site.plan.postPaths[0], site)
            let article = ArticleRenderer(site: site).render(checked, post: 0)
            #expect(checked.parsed.anchors.all == AnchorIDs(in: article.content).all)
        }
    }
}
