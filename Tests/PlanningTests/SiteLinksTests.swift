import Addresses
import Content
import Planning
import Testing

@Suite("Destinations of links lead to routes")
struct SiteLinksTests {
    /// A site below `/blog/` with two posts, a bundle, a page and images.
    private func fixture() throws -> PlanFixture {
        var site = try PlanFixture(url: "https://example.org/blog/")
        try site.post("go/hello world", "2021-01-02", slug: "hello")
        try site.post("sync", "2021-01-03")
        try site.post("gdb/index", "2021-01-04")
        site.page("标签 页")
        for path in [
            "posts/go/cover.png", "posts/gdb/图 1.svg", "img/top.png", "posts/sync/hexo.png",
        ] { site.asset(path) }
        return site
    }

    private func resolve(
        _ destination: String, from source: String = "content/posts/go/hello world.md",
        at page: String = "/2021/01/02/hello/"
    ) throws -> LinkTarget {
        try fixture().cleanPlan().links.resolve(
            destination, from: SourcePath(source), at: URLPath(page))
    }

    private func route(_ path: String, query: String? = nil, _ fragment: String? = nil)
        -> LinkTarget
    {
        .route(URLPath(path), query: query, fragment: fragment)
    }

    @Test(arguments: [
        "/2021/01/03/sync/", "/blog/2021/01/03/sync/", "/2021/01/03/sync",
        "/2021/01/03/sync/index.html", "../../03/sync/", "../sync.md", "./../sync.md",
        "/posts/sync.md", "https://example.org/blog/2021/01/03/sync/",
        "HTTPS://EXAMPLE.org/blog/2021/01/03/sync", "../../../../2021/./01//03/sync/",
    ])
    func findsAPostByAnyWriting(destination: String) throws {
        #expect(try resolve(destination) == route("/2021/01/03/sync/"))
    }

    @Test func keepsQueryAndFragment() throws {
        #expect(try resolve("../sync.md#%E6%A0%87") == route("/2021/01/03/sync/", "标"))
        #expect(
            try resolve("/2021/01/03/sync/?a=%20b#c")
                == route("/2021/01/03/sync/", query: "a=%20b", "c"))
        #expect(try resolve("?x") == route("/2021/01/02/hello/", query: "x"))
    }

    @Test(arguments: [("", ""), ("#", ""), ("#more", "more"), ("#%E6%A0%87", "标")])
    func knowsAnchorsOfThePageItself(destination: String, fragment: String) throws {
        #expect(try resolve(destination) == .samePage(fragment: fragment))
    }

    @Test(arguments: [
        ("cover.png", "/posts/go/cover.png"), ("./cover.png", "/posts/go/cover.png"),
        ("/img/top.png", "/img/top.png"), ("/blog/img/top.png", "/img/top.png"),
        ("../../img/top.png", "/img/top.png"), ("/posts/gdb/图 1.svg", "/2021/01/04/gdb/图 1.svg"),
        ("hello%20world.md", "/2021/01/02/hello/"), ("/%E6%A0%87%E7%AD%BE%20页/", "/标签 页/"),
        ("/", "/"), ("/blog", "/"), ("/blog/", "/"), ("https://example.org/blog", "/"),
        ("/rss.xml", "/rss.xml"), ("/tags", "/tags/"),
    ])
    func findsFilesBesideTheSourceAndPathsFromTheRoot(destination: String, path: String) throws {
        #expect(try resolve(destination) == route(path))
    }

    @Test func findsFilesOfABundleFromItsSourceAndItsURL() throws {
        let source = "content/posts/gdb/index.md"
        let page = "/2021/01/04/gdb/"
        let image = route("/2021/01/04/gdb/图 1.svg")
        #expect(try resolve("图%201.svg", from: source, at: page) == image)
        #expect(try resolve("/2021/01/04/gdb/图%201.svg", from: source, at: page) == image)
        #expect(try resolve("../gdb/图 1.svg", from: source, at: page) == image)
    }

    @Test func findsFilesOfTheFolderThatHexoKeepsForAPost() throws {
        let found = try resolve("hexo.png", from: "content/posts/sync.md", at: "/2021/01/03/sync/")
        #expect(found == route("/posts/sync/hexo.png"))
    }

    @Test func comparesInOneNormalForm() throws {
        var site = try PlanFixture()
        site.page("caf\u{E9}")
        let links = try site.cleanPlan().links
        #expect(
            links.resolve("/cafe%CC%81/", from: SourcePath("content/x.md"), at: .root)
                == route("/caf\u{E9}/"))
    }

    @Test func decodesOnce() throws {
        var site = try PlanFixture()
        site.page("100%25")
        let links = try site.cleanPlan().links
        #expect(
            links.resolve("/100%2525", from: SourcePath("content/x.md"), at: .root)
                == route("/100%25/"))
    }

    @Test func findsAFileWhoseNameIsPercentEncoded() throws {
        var site = try PlanFixture()
        try site.post("%E4%B8%AD", "2021-01-02", slug: "中")
        let links = try site.cleanPlan().links
        for destination in ["%E4%B8%AD.md", "%25E4%25B8%25AD.md", "/posts/%E4%B8%AD.md"] {
            #expect(
                links.resolve(destination, from: SourcePath("content/posts/x.md"), at: .root)
                    == route("/2021/01/02/中/"))
        }
    }

    @Test(arguments: [
        "https://other.example/a", "//cdn.example/x.js", "http://example.org/blog/",
        "https://example.org/elsewhere/", "https://example.org.evil.example/blog/",
    ])
    func leavesOtherSitesAlone(destination: String) throws {
        #expect(try resolve(destination) == .external(destination))
    }

    @Test(arguments: ["mailto:a@b.example", "tel:+49", "data:image/png;base64,AA", "javascript:x"])
    func leavesOtherSchemesAlone(destination: String) throws {
        #expect(try resolve(destination) == .special(destination))
    }

    @Test(arguments: [
        ("/2021/01/03/snyc/", "/2021/01/03/snyc/", "/2021/01/03/sync/"),
        ("/blog/2021/01/03/SYNC/", "/2021/01/03/SYNC/", "/2021/01/03/sync/"),
        ("https://example.org/blog/tagz/", "/tagz/", "/tags/"),
        ("../gone.md", "/2021/01/02/gone.md", nil), ("/%FF", "/%FF", nil),
        ("@/posts/sync.md", "/2021/01/02/hello/@/posts/sync.md", nil),
    ])
    func reportsWhatIsNotThere(destination: String, path: String, nearest: String?) throws {
        #expect(try resolve(destination) == .missing(path: path, nearest: nearest))
    }

    @Test func findsTheListThatAnIndexTextBelongsTo() throws {
        var site = try fixture()
        site.library.listTexts = ["/tags/", "/no-list/"].map {
            ListText(
                source: SourcePath("content\($0)_index.md"), path: URLPath($0), head: FrontMatter())
        }
        let links = site.plan().0.links
        let source = SourcePath("content/标签 页.md")
        #expect(
            links.resolve("tags/_index.md", from: source, at: URLPath("/标签 页/"))
                == route("/tags/"))
        #expect(
            links.resolve("no-list/_index.md", from: source, at: URLPath("/标签 页/"))
                == .missing(path: "/标签 页/no-list/_index.md", nearest: nil))
    }

    @Test func doesNotLeadAboveTheRoot() throws {
        #expect(try resolve("../../../../../../../img/top.png") == route("/img/top.png"))
    }
}

@Suite("The menu")
struct MenuTests {
    @Test func leavesTheMenuToTheThemeWhereThereIsNone() throws {
        #expect(try PlanFixture().cleanPlan().menu == nil)
    }

    @Test func resolvesItsEntriesInOrder() throws {
        var site = try PlanFixture()
        site.page("about")
        site.configuration.menu = [
            Configuration.MenuItem(name: "关于", url: "/about"),
            Configuration.MenuItem(name: "Feed", url: "rss.xml"),
            Configuration.MenuItem(name: "Code", url: "https://code.example/"),
        ]
        #expect(
            try site.cleanPlan().menu == [
                MenuEntry(
                    name: "关于",
                    target: .route(URLPath("/about/"), query: nil, fragment: nil)),
                MenuEntry(
                    name: "Feed",
                    target: .route(URLPath("/rss.xml"), query: nil, fragment: nil)),
                MenuEntry(name: "Code", target: .external("https://code.example/")),
            ])
    }

    @Test func warnsOfAnEntryThatLeadsNowhere() throws {
        var site = try PlanFixture()
        site.page("about")
        site.configuration.menu = [Configuration.MenuItem(name: "关于", url: "/abuot/")]
        site.configuration.places["menu"] = PlanFixture.toml(30)
        let (_, diagnostics) = site.plan()
        #expect(
            diagnostics.map(\.line) == [
                "warning plan/menu-link galley.toml:30 The menu's '关于' leads to '/abuot/', "
                    + "where the site has nothing"
            ])
        #expect(diagnostics.first?.fixes.map(\.text) == ["did you mean '/about/'?"])
    }
}
