import Diagnostics
import Markdown
import Testing

@testable import Rendering

struct OpenElementsTests {
    private func closed(_ html: String) -> String {
        var bytes = Array(html.utf8)
        OpenElements.close(in: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func closesWhatAnAuthorOrACutLeftOpen() {
        #expect(closed("<div class=\"x\"><b>a <i>b") == "<div class=\"x\"><b>a <i>b</i></b></div>")
        #expect(
            closed("<details><summary>s</summary>a") == "<details><summary>s</summary>a</details>")
    }

    @Test(arguments: [
        "<p>a<br>b<img src=x></p>", "<ul><li>a<li>b</ul>", "<!-- <div> -->", "a < b", "</div>",
        "<a title='<div>'>x</a>", "<svg/>", "<script>'<div>'</script>", "<", "<1>",
        "<div title=it's>x</div>", "<!-- a --!>", "<a b' c>x</a>",
    ])
    func leavesTheRestAsItIs(_ html: String) {
        #expect(closed(html) == html)
    }

    @Test func endsWithWhateverText() {
        for text in ["<div", "<div title=\"", "<script>", "<!--", "</", "<a <b <c"] {
            _ = closed(text)
        }
        #expect(closed("<script>x") == "<script>x</script>")
    }

    @Test(arguments: RawTextElements.names.sorted())
    func closesWhatTakesInThePage(_ name: String) {
        #expect(closed("<\(name)>a <b>b") == "<\(name)>a <b>b</\(name)>")
        #expect(closed("<\(name) />a <b>b") == "<\(name) />a <b>b</\(name)>")
        #expect(closed("<\(name)>a</\(name)-x>") == "<\(name)>a</\(name)-x></\(name)>")
        #expect(closed("<\(name)>a</\(name)s>") == "<\(name)>a</\(name)s></\(name)>")
    }

    @Test func closesCommentsAndTagsThatAreCutShort() {
        #expect(closed("a <!-- b <div>") == "a <!-- b <div>-->")
        #expect(closed("<!--><div>") == "<!--><div></div>")
        #expect(closed("<div title=\"a <b>") == "<div title=\"a <b>\"></div>")
        #expect(closed("<img alt='a") == "<img alt='a'>")
    }

    @Test func knowsThatOnlyForeignElementsCloseThemselves() {
        #expect(
            closed("<svg><title/><g/></svg><a id=\"x\"/>b")
                == "<svg><title/><g/></svg><a id=\"x\"/>b</a>")
        #expect(closed("<svg><title>a<b>") == "<svg><title>a<b></b></title></svg>")
    }

    @Test(arguments: [
        ("<!-- more -->", true), ("<!-- more -->\n", true), ("<!-- more", false),
        ("<!-- a --><div>", false), ("<!-- a --><!-- b", false),
    ])
    func knowsAMarkerFromOtherHTML(_ html: String, _ expected: Bool) {
        #expect(OpenElements.isShortComment(Array(html.utf8)[...]) == expected)
    }

    @Test func closesItInPagesListsAndFeeds() throws {
        var site = try RenderedSite()
        try site.post("a", "2021-03-08", "A <title> b\n")
        let results = site.results(try site.site())
        let article = try #require(results.first?.article)
        let closed = "<p>A <title> b</p>\n</title>"
        #expect(String(decoding: article.content, as: UTF8.self) == closed)
        #expect(String(decoding: article.summary.excerpt, as: UTF8.self) == closed)
        #expect(String(decoding: article.summary.feedContent, as: UTF8.self) == closed)
        #expect(results[0].diagnostics.map(\.id) == [.markdownUnclosedHTML])
    }
}
