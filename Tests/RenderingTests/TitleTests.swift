import Addresses
import Content
import Foundation
import Testing

@testable import Rendering

/// A body's first heading that repeats the page's title, and ids that the page itself has.
struct TitleTests {
    @Test func writesATitleOnceEverywhere() throws {
        var site = try RenderedSite()
        site.configuration.feeds.content = .full
        try site.post(
            "a", title: "标题", "# **标题**\n\n见[上](#标题)。\n\n## 一\n\n## 二\n\n## 三\n"
        ) { $0.title = "标题" }
        let page = try site.render("/2021/08/12/a/")
        #expect(page.components(separatedBy: "<h1").count == 2)
        #expect(page.contains("<h1 id=\"标题\">标题</h1>"))
        let home = try site.render("/")
        #expect(!home.contains("<strong>标题</strong>"))
        #expect(!(try site.render("/atom.xml")).contains("strong"))
        let contents = page.components(separatedBy: "href=\"#%E6%A0%87%E9%A2%98\"").count - 1
        #expect(contents == 1, "the author's link alone leads to the title")
    }

    @Test func givesHeadingsNoIdOfTheLayouts() throws {
        var site = try RenderedSite()
        site.overrides["partials/footer-end.mustache"] = "<i class=\"a\" id='own-foot'></i>\n"
        let theme = try #require(site.theme().0)
        #expect(theme.elementIDs.isSuperset(of: ["content", "related", "q", "own-foot"]))
        let file = ThemeFile(
            path: "layouts/x.mustache", source: SourcePath("x"),
            bytes: Array("<a id=\"x{{y}}\" data-id=\"z\" id=\"\"><b id=w>id=\"v\"".utf8))
        #expect(ElementIDs.all(in: [file]) == [])
        try site.post("a", title: "T", "## Content\n\n## Related\n") { $0.title = "T" }
        let page = try site.render("/2021/08/12/a/")
        #expect(page.contains("<h2 id=\"content-1\">") && page.contains("<h2 id=\"related-1\">"))
    }
}
