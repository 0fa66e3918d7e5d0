import Addresses
import Content
import Foundation
import Templates
import Testing

@testable import Rendering

/// Pages of the theme `paper`, and the records that its layouts are rendered from.
struct PageTests {
    /// A site with each kind of page: neighbours, terms below terms, two pages of home, redirects.
    private func site() throws -> RenderedSite {
        var site = try RenderedSite()
        site.configuration.posts.perPage = 2
        try site.post(
            "third", "2021-03-03", title: "Third </script><b> & \"x\"",
            "Intro.\n\n<!-- more -->\n\n# A\n\n## B\n\n# 中\n"
        ) {
            $0.tags = ["Go"]
            $0.categories = [["Go", "Runtime"]]
            $0.series = "Tour"
            $0.sticky = 1
            $0.updated = Moment("2021-04-01", zone: .utc)
            $0.original = FrontMatter.Original(title: "T", url: "second.md", author: "A")
            $0.cover = "/img/c.png"
            $0.params = ["n": .integer(1), "when": .date(Moment(instant: 0, offset: 0))]
        }
        try site.post("second", "2021-02-02", "Whole.\n")
        try site.post("first", "2020-01-01", "One.\n") { $0.excerpt = "By *hand*." }
        site.page("about", "# A\n\n## B\n\n## C\n") { $0.aliases = ["/me/"] }
        site.asset("img/c.png")
        return site
    }

    // MARK: Whole pages

    @Test func aRedirectLeadsWithoutAScriptToo() throws {
        #expect(
            try site().render("/me/") == """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <title>This page has moved</title>
                <link rel="canonical" href="https://example.org/blog/about/">
                <meta name="robots" content="noindex">
                <script src="/blog/galley/redirect.js"></script>
                <meta http-equiv="refresh" content="0; url=/blog/about/">
                </head>
                <body>
                <p>This page has moved: <a id="target" href="/blog/about/">/blog/about/</a></p>
                </body>
                </html>

                """)
    }

    @Test func structuredDataCannotEndItsScript() throws {
        let page = try site().render("/2021/03/03/third/")
        let script = try #require(
            page.firstMatch(of: /<script type="application\/ld\+json">(.*?)<\/script>/)?.output.1)
        #expect(script.contains("\"headline\":\"Third \\u003c/script>\\u003cb> & \\\"x\\\"\""))
        let json = try JSONSerialization.jsonObject(with: Data(script.utf8))
        let data = try #require(json as? [String: Any])
        #expect(data["headline"] as? String == "Third </script><b> & \"x\"")
        #expect(data["@type"] as? String == "BlogPosting")
        #expect(data["url"] as? String == "https://example.org/blog/2021/03/03/third/")
        #expect(data["datePublished"] as? String == "2021-03-03T00:00:00Z")
        #expect(data["dateModified"] as? String == "2021-04-01T00:00:00Z")
        #expect(data["isBasedOn"] as? String == "https://example.org/blog/2021/02/02/second/")
    }

    @Test func thePageThatIsNotFoundIsNotIndexed() throws {
        let page = try site().render("/404.html")
        #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
        #expect(!page.contains("rel=\"canonical\""))
        #expect(page.contains("<a href=\"/blog/\">Go to the home page</a>"))
    }

    @Test func theHeadNamesThePageOnce() throws {
        let page = try site().render("/2021/03/03/third/")
        #expect(
            page.contains(
                "<title>Third &lt;/script&gt;&lt;b&gt; &amp; &quot;x&quot; · Notes</title>"))
        #expect(
            page.contains(
                "<link rel=\"canonical\" href=\"https://example.org/blog/2021/03/03/third/\">"))
        #expect(try site().render("/").contains("<title>Notes</title>"))
        let second = try site().render("/page/2/")
        #expect(second.contains("<title>Notes · Page 2 of 2 · Notes</title>"))
    }

    @Test func aCoverIsAnAbsoluteURL() throws {
        let image = "<meta property=\"og:image\" content=\"https://example.org/blog/img/c.png\">"
        #expect(try site().render("/2021/03/03/third/").contains(image))
        var other = try RenderedSite()
        try other.post("a", "2021-03-03") { $0.cover = "https://cdn.example.com/c.png" }
        #expect(
            try other.render("/2021/03/03/a/").contains(
                "<meta property=\"og:image\" content=\"https://cdn.example.com/c.png\">"))
    }

    @Test func aTranslationLinksItsOriginal() throws {
        #expect(
            try site().render("/2021/03/03/third/").contains(
                "<cite><a href=\"/blog/2021/02/02/second/\" rel=\"external\">T</a></cite>"))
    }

    // MARK: Excerpts

    @Test func theLinkToTheRestLeadsBehindTheMarkerAndNamesThePost() throws {
        let home = try site().render("/")
        #expect(
            home.contains(
                "<a class=\"more\" href=\"/blog/2021/03/03/third/#more\" aria-label=\"Read more: "
                    + "Third &lt;/script&gt;&lt;b&gt; &amp; &quot;x&quot;\">Read more</a>"))
        #expect(
            try site().render("/2021/03/03/third/").contains("<span id=\"more\"></span>"))
    }

    @Test func thereIsNoLinkWhereNothingWasCut() throws {
        let home = try site().render("/")
        #expect(!home.contains("Read more: second"))
        #expect(home.contains("<p>Whole.</p>"))
    }

    @Test func anExcerptByHandHasALinkToThePost() throws {
        let page = try site().render("/page/2/")
        #expect(page.contains("<p>By <em>hand</em>.</p>"))
        #expect(
            page.contains(
                "<a class=\"more\" href=\"/blog/2020/01/01/first/\" aria-label=\"Read more: first\">"
            ))
    }

    // MARK: Lists

    @Test func neighboursAreNewerAndOlder() throws {
        let page = try site().render("/2021/02/02/second/")
        #expect(
            page.contains("rel=\"prev\" href=\"/blog/2021/03/03/third/\"><span>Newer</span> Third"))
        #expect(
            page.contains("rel=\"next\" href=\"/blog/2020/01/01/first/\"><span>Older</span> first"))
    }

    @Test func stickyShowsOnTheHomePageOnly() throws {
        let badge = "<span class=\"badge\">Pinned</span>"
        #expect(try site().render("/").contains(badge))
        #expect(try !site().render("/tags/Go/").contains(badge))
    }

    @Test func theMenuMarksThePageItStandsOn() throws {
        let page = try site().render("/archives/")
        #expect(page.contains("<a href=\"/blog/archives/\" aria-current=\"page\">Archives</a>"))
        #expect(page.matches(of: /aria-current/).count == 1)
    }

    @Test func theMenuIsTheSitesOwn() throws {
        var site = try site()
        site.configuration.menu = [
            Configuration.MenuItem(name: "关于", url: "/about/"),
            Configuration.MenuItem(name: "A & B", url: "https://example.com/?a&b"),
        ]
        #expect(
            try site.render("/about/").contains(
                """
                <ul>
                <li><a href="/blog/about/" aria-current="page">关于</a></li>
                <li><a href="https://example.com/?a&amp;b">A &amp; B</a></li>
                </ul>
                """))
    }

    @Test func theFootShowsLicenceAndRegistrationNumber() throws {
        var site = try site()
        site.configuration.site.license = "CC <BY>"
        site.configuration.site.icp = "京ICP备1号"
        let page = try site.render("/about/")
        #expect(page.contains("CC &lt;BY&gt;"))
        #expect(
            page.contains("<a href=\"https://beian.miit.gov.cn/\" rel=\"nofollow\">京ICP备1号</a>"))
        #expect(try !self.site().render("/about/").contains("beian"))
    }

    @Test func contentsHaveDepthsFromTheHighestHeading() throws {
        let page = try site().render("/2021/03/03/third/")
        #expect(
            page.contains(
                """
                <li class="depth-1"><a href="#a">A</a></li>
                <li class="depth-2"><a href="#b">B</a></li>
                <li class="depth-1"><a href="#%E4%B8%AD">中</a></li>
                """))
        #expect(try !site().render("/2021/02/02/second/").contains("class=\"contents\""))
    }

    @Test func aPostTurnsItsContentsOff() throws {
        var site = try RenderedSite()
        try site.post("a", "2021-01-01", "# A\n\n# B\n\n# C\n") {
            $0.params["toc"] = .boolean(false)
        }
        #expect(try !site.render("/2021/01/01/a/").contains("class=\"contents\""))
    }

    // MARK: Records

    @Test func everyRecordFitsTheSchemaThatLayoutsAreCheckedBy() throws {
        let fixture = try site()
        let site = try fixture.site()
        let articles = fixture.articles(site)
        let values = SiteValues(site: site)
        let posts = PostValues(values: values)
        let lists = ListValues(posts: posts, summary: { articles[$0].summary })
        let head = RenderedListText(title: "T", html: Array("<p>".utf8))
        var picture = TemplateRecord<ImageField>()
        picture[.href] = TemplateValue("i")
        picture[.width] = .number(3)
        var roots: [(String, TemplateValue)] = []
        for route in site.plan.routes {
            let root: TemplateRecord<RootField>
            switch route.content {
            case .home(let pager): root = lists.home(pager, at: route.path, head)
            case .archive(let scope, let pager):
                root = lists.archive(scope, pager, at: route.path, head)
            case .term(let kind, let index, let pager):
                root = lists.term(kind, index, pager, at: route.path, head)
            case .taxonomy(let kind): root = lists.taxonomy(kind, at: route.path, head)
            case .post(let index):
                var post = values.root(at: route.path)
                post[.page] = values.page(
                    title: "T", path: route.path, image: picture.value, jsonLD: [])
                post[.post] = posts.full(index, articles[index])
                root = post
            case .page(let index):
                var page = values.root(at: route.path)
                page[.post] = posts.undated(
                    site.library.pages[index], at: route.path, articles[0])
                root = page
            default: continue
            }
            roots.append((route.path.string, root.value))
        }
        #expect(roots.count > 15)
        let schema = site.theme.schema
        #expect(schema.faults == [])
        for (path, value) in roots {
            #expect(schema.mismatch(in: value, kind: .record(RootField.self)) == nil, "\(path)")
        }
    }

    @Test func fieldsAreCalledInSnakeCase() {
        #expect(PostField.moreHref.name == "more_href")
        #expect(PageField.jsonLd.name == "json_ld")
        #expect(RootField.site.name == "site")
    }
}
