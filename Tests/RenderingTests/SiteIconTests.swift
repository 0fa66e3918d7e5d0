import Testing

@testable import Rendering

/// The icon in the head of every page: the site's own `favicon.*`, else the theme's.
struct SiteIconTests {
    /// The lines of the head of `path` that are about icons.
    private func icons(_ site: RenderedSite, _ path: String = "/") throws -> [String] {
        try site.render(path).split(separator: "\n").filter { $0.contains("rel=\"icon\"") }
            .map(String.init)
    }

    @Test func isTheThemesWhereTheSiteHasNone() throws {
        var site = try RenderedSite()
        site.asset("img/favicon.png")
        let lines = try icons(site)
        #expect(lines.count == 1)
        #expect(
            lines[0].wholeMatch(
                of: #/<link rel="icon" type="image/svg\+xml" href="/blog/assets/icon\.\w+\.svg">/#)
                != nil)
    }

    @Test(arguments: [
        ("favicon.ico", "type=\"image/x-icon\" sizes=\"16x16\""),
        ("favicon.png", "type=\"image/png\" sizes=\"16x16\""),
        ("favicon.svg", "type=\"image/svg+xml\" sizes=\"any\""),
        ("favicon.gif", "type=\"image/gif\" sizes=\"16x16\""),
        ("favicon.jpg", "type=\"image/jpeg\" sizes=\"16x16\""),
        ("favicon.webp", "type=\"image/webp\" sizes=\"16x16\""),
    ])
    func isTheSitesOwnOnEveryKindOfPage(_ name: String, _ attributes: String) throws {
        var site = try RenderedSite()
        try site.post("a", "2021-01-01") { $0.tags = ["Go"] }
        site.asset(name, isStatic: true, size: .init(width: 16, height: 16))
        for path in ["/", "/2021/01/01/a/", "/archives/", "/tags/", "/tags/Go/", "/404.html"] {
            #expect(
                try icons(site, path) == [
                    "<link rel=\"icon\" \(attributes) href=\"/blog/\(name)\">"
                ],
                "\(path)")
        }
    }

    /// Of icons that suit equally browsers take the last.
    @Test func listsTheMostGeneralFormatLast() throws {
        var site = try RenderedSite()
        for name in ["favicon.svg", "favicon.png", "favicon.ico"] {
            site.asset(name, isStatic: true)
        }
        #expect(
            try icons(site) == [
                "<link rel=\"icon\" type=\"image/x-icon\" href=\"/blog/favicon.ico\">",
                "<link rel=\"icon\" type=\"image/png\" href=\"/blog/favicon.png\">",
                "<link rel=\"icon\" type=\"image/svg+xml\" sizes=\"any\" href=\"/blog/favicon.svg\">",
            ])
    }

    /// Hexo and Jekyll keep it beside the texts.
    @Test func mayLieAmongTheContent() throws {
        var site = try RenderedSite()
        site.asset("favicon.ico")
        #expect(
            try icons(site) == [
                "<link rel=\"icon\" type=\"image/x-icon\" href=\"/blog/favicon.ico\">"
            ])
    }
}
