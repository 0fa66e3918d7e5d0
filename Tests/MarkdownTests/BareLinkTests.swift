import Markdown
import Testing

@Suite struct BareLinkTests {
    private func links(_ text: String) -> [String] {
        document(text).links.map(\.destination)
    }

    @Test func endsAnAddressAtCJKPunctuation() {
        #expect(links("见https://a.b/c，然后（http://d.e）。") == ["https://a.b/c", "http://d.e"])
        #expect(links("“https://a.b”、www.a.b。") == ["https://a.b", "http://www.a.b"])
        #expect(
            html("访问https://a.io查看") == "<p>访问<a href=\"https://a.io\">https://a.io</a>查看</p>\n")
    }

    @Test func keepsCJKInAPath() {
        #expect(links("https://zh.wikipedia.org/wiki/李白 诗") == ["https://zh.wikipedia.org/wiki/李白"])
        #expect(html("https://a.b/李").contains("href=\"https://a.b/%E6%9D%8E\">https://a.b/李<"))
    }

    @Test func leavesOutTrailingPunctuation() {
        #expect(
            links("(see https://a.b/c_(d).) *www.a.b*") == ["https://a.b/c_(d)", "http://www.a.b"])
        #expect(links("[x][https://a.b]") == ["https://a.b"])
    }

    @Test func keepsUnderscoresOfAnAddress() {
        #expect(links("https://a.b/__init__.py 和 _x_") == ["https://a.b/__init__.py"])
        #expect(html("https://a.b/_c_/ _x_").contains("/_c_/</a> <em>x</em>"))
        #expect(links("[a](https://a.b/__init__.py)") == ["https://a.b/__init__.py"])
        #expect(html("`https://a.b/__c__`") == "<p><code>https://a.b/__c__</code></p>\n")
    }

    @Test(arguments: [
        ("&lt;https://e.example/a&gt;", "https://e.example/a"),
        ("&quot;https://a.b/c&quot;，然后", "https://a.b/c"),
        ("https://a.b/c&copy; x", "https://a.b/c"),
        ("https://a.b/?x=1&amp;y=2&gt;。", "https://a.b/?x=1&y=2"),
        ("https://a.b/c&gt;&lt; x", "https://a.b/c"), ("(https://a.b&gt;)", "https://a.b"),
        ("https://a.b/?x=1&#38;y", "https://a.b/?x=1&y"),
    ])
    func leavesOutACharacterReferenceAtTheEnd(_ text: String, _ address: String) {
        #expect(links(text) == [address])
        #expect(
            !html(text).unicodeScalars.contains { $0.properties.generalCategory == .privateUse })
    }

    @Test func keepsReferencesOfOtherTextsAsTheyAre() {
        #expect(
            html(
                "`https://a.b&gt;` [x](https://a.b/?a&amp;b) <https://a.b/?a&amp;b>\n\n    http://a&gt;\n"
            )
                == """
                <p><code>https://a.b&amp;gt;</code> <a href="https://a.b/?a&amp;b">x</a> \
                <a href="https://a.b/?a&amp;b">https://a.b/?a&amp;b</a></p>
                <pre><code>http://a&amp;gt;
                </code></pre>

                """)
    }

    @Test func linksHostsWithEmoji() {
        #expect(
            links("http://x🍄.example/ http://🍄.example www.x🍄.example") == [
                "http://x🍄.example/", "http://🍄.example", "http://www.x🍄.example",
            ])
        #expect(links("https://&lt; https://") == [])
    }

    @Test func linksMailAddressesButNoVersions() {
        #expect(links("me.x+y@a-b.org. mailto:z@a.b") == ["mailto:me.x+y@a-b.org", "mailto:z@a.b"])
        #expect(links("golang.org/x/text@v0.3.2 a@b @c.d a@b@c.de") == [])
    }

    @Test(arguments: [
        "xhttp://a.b", "https://", "www.", "www.a_b.c_d", "`https://a.b`", "<x>http", "ftp:/a.b",
        "xwww.a.b",
    ])
    func leavesOtherTextAlone(_ text: String) {
        #expect(links(text) == [])
    }

    @Test func doesNotLinkInsideALink() {
        #expect(links("[https://a.b and *www.c.d*](/e)") == ["/e"])
        #expect(html("![https://a.b](/e)") == "<p><img src=\"/e\" alt=\"https://a.b\" /></p>\n")
    }

    @Test func linksInsideOtherMarkup() {
        #expect(
            links("**https://a.b** ~~www.c.d~~\n\n> # https://e.f\n\n|https://g.h|\n|-|") == [
                "https://a.b", "http://www.c.d", "https://e.f", "https://g.h",
            ])
    }
}
