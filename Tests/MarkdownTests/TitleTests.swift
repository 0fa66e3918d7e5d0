import Markdown
import Testing

@Suite struct TitleTests {
    /// The id that was given up, and the HTML that is left.
    private func taken(
        _ text: String, _ title: String, isFromHeading: Bool = false
    ) -> (id: String?, html: String) {
        var document = document(text)
        let id = document.takeTitle(title, isFromHeading: isFromHeading)
        return (id, String(decoding: html(of: document), as: UTF8.self))
    }

    @Test(arguments: [
        ("# 标题\n\n文", "标题", "标题"), ("# **Go** 的 `x`  \n\n文", " Go  的 x ", "go-的-x"),
        ("标题\n===\n\n文", "标题", "标题"), ("# A {#own}\n\n文", "A", "own"),
        ("# Cafe\u{301}\n\n文", "Café", "cafe\u{301}"),
        ("# `x` y\n\n文", "`x` y", "x-y"), ("# hello World\n\n文", "Hello  world", "hello-world"),
        ("# Go语言：入门\n\n文", "Go 语言: 入门", "go语言入门"), ("# “A” – b…\n\n文", "\"A\" -- b...", "a--b"),
        ("# It's\n\n文", "It’s", "its"), ("# **标题**\n\n文", "标题", "标题"),
        ("<h1 id=\"x\">标题</h1>\n\n文", "标题", "x"),
        ("<h1 id=\"x\" align=\"center\">\n<b>A &amp; b</b>\n</h1>\n\n文", "A & B", "x"),
        ("# a \\* b\n\n文", "a * b", "a--b"),
    ])
    func takesTheHeadingThatSaysTheTitle(_ text: String, _ title: String, _ id: String) {
        let (taken, html) = taken(text, title)
        #expect(taken == id)
        #expect(html == "<p>文</p>\n")
    }

    @Test func takesARawHeadingOffItsBlock() {
        let (id, html) = taken("<h1>标题</h1>\n<p>一</p>\n\n文", "标题")
        #expect(id == nil)
        #expect(html == "<p>一</p>\n<p>文</p>\n")
    }

    @Test(arguments: [
        ("<h1>标题</h1><p>文</p>", "标题"), ("\n<h1>标 <i>题</i></h1><p>文</p>", "标-题"),
        ("<h1 id=\"x\">标题</h1>\n<p>文</p>", "x"),
    ])
    func takesTheHeadingOfATextInHTML(_ text: String, _ id: String) {
        var document = document(text, isHTML: true)
        #expect(document.takeTitle("标题", isFromHeading: false) == id)
        #expect(document.headings == [])
        let written = String(decoding: html(of: document), as: UTF8.self)
        #expect(!written.contains("h1") && written.contains("<p>文</p>"))
    }

    @Test(arguments: [
        "<p>文</p><h1>标题</h1>", "<h1>标题<img src=\"a.png\"></h1>", "<h1><a href=\"/\">标题</a></h1>",
        "<h1>标题</h2>", "<h1>标题二</h1>", "<!-- a --><h2>标题</h2>",
    ])
    func keepsEveryOtherHeadingInHTML(_ text: String) {
        for isHTML in [true, false] {
            var document = document(text, isHTML: isHTML)
            let before = html(of: document)
            #expect(document.takeTitle("标题", isFromHeading: false) == nil)
            #expect(html(of: document) == before)
        }
    }

    @Test func takesAHeadingAfterOtherBlocks() {
        let (id, html) = taken("前\n\n# 标题\n\n## b\n", "标题")
        #expect(id == "标题")
        #expect(html == "<p>前</p>\n<h2 id=\"b\">b</h2>\n")
    }

    @Test(arguments: [
        "## 标题\n", "# 标题二\n", "# 一\n\n# 标题\n", "> # 标题\n", "- # 标题\n", "# [标题](/x)\n",
        "# 标题[^1]\n\n[^1]: n\n", "文\n", "# <a id=\"y\"></a>标题\n",
    ])
    func keepsEveryOther(_ text: String) {
        let (id, written) = taken(text, "标题")
        #expect(id == nil)
        #expect(written == html(text))
    }

    @Test func takesTheHeadingThatTheTitleIsFrom() {
        #expect(taken("### a\n\nb", "a", isFromHeading: true).html == "<p>b</p>\n")
        #expect(taken("b\n\n### a", "a", isFromHeading: true).id == nil)
    }

    @Test func keepsTheOutlineOfTheOthers() {
        var document = document("# a\n\n## b\n\n## a\n")
        #expect(document.takeTitle("a", isFromHeading: false) == "a")
        #expect(document.headings.map(\.id) == ["b", "a-1"])
        #expect(
            String(decoding: html(of: document), as: UTF8.self)
                == "<h2 id=\"b\">b</h2>\n<h2 id=\"a-1\">a</h2>\n")
    }
}
