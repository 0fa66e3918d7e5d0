import Addresses
import Content
import Planning
import Testing

@Suite("Addresses as other generators make them")
struct MovedAddressTests {
    @Test(arguments: [
        ("/:slug_or_title/", nil, "/Go-v1.2-C++-again/"), ("/:slug_or_title/", "s", "/s/"),
        ("/:hugo_title/", "s", "/Go-v1.2-C++-again/"), ("/:post_title/", nil, "/go-v1-2-c-again/"),
    ])
    func expandsTokensOfTitles(pattern: String, slug: String?, path: String) throws {
        var site = try PlanFixture()
        site.configuration.posts.permalink = pattern
        try site.post("a", title: "Go v1.2: C++ (again)", slug: slug) { $0.slug = slug }
        #expect(site.plan().0.postPaths.map(\.string) == [path])
    }

    @Test func writesAddressesInLowerCase() throws {
        var site = try PlanFixture()
        site.configuration.posts.permalink = "/:slug/"
        site.configuration.posts.lowercase = true
        site.configuration.pages.lowercase = true
        try site.post("MyPost")
        try site.post("Other") { $0.permalink = "/Kept/" }
        site.page("About")
        let plan = site.plan().0
        #expect(plan.postPaths.map(\.string) == ["/mypost/", "/Kept/"])
        #expect(plan.pagePaths.map(\.string) == ["/about/"])
    }

    @Test func givesPagesAPattern() throws {
        var site = try PlanFixture()
        site.configuration.pages.permalink = "/:path.html"
        site.configuration.pages.permalinks = [
            "_docs": "/docs/:path/", "_docs/api": "/:year/:slug/",
        ]
        site.page("a/links")
        site.page("about/index")
        site.page("index")
        site.page("_docs/go/intro")
        site.page("_docs/index")
        site.page("_docs/api/x") { $0.date = Moment(instant: 0, offset: 0) }
        site.page("own") { $0.permalink = "/mine/" }
        #expect(
            site.plan().0.pagePaths.map(\.string) == [
                "/a/links.html", "/about/", "/", "/docs/go/intro/", "/docs/", "/1970/x/", "/mine/",
            ])
    }

    @Test func reportsAPageWithoutWhatItsPatternNames() throws {
        var site = try PlanFixture()
        site.configuration.pages.permalinks = ["talks": "/:year/:slug/"]
        site.page("talks/a")
        let (plan, diagnostics) = site.plan()
        #expect(plan.pagePaths.isEmpty)
        #expect(
            diagnostics.map(\.summary) == [
                "The page 'content/talks/a.md' has no 'year', which its permalink needs"
            ])
    }

    @Test func refusesAPatternOfPagesThatIsNone() throws {
        var site = try PlanFixture()
        site.configuration.pages.permalink = ":path/"
        site.page("a")
        #expect(
            site.plan().1.map(\.summary) == [
                "The permalink pattern ':path/' must begin with '/'"
            ])
    }

    @Test(arguments: [
        (TermSlug.galley, "/tags/C++-与-Node.js/"), (.hexo, "/tags/C-与-Node-js/"),
        (.hugo, "/tags/c++-与-node.js/"), (.jekyll, "/tags/c-与-node-js/"),
    ])
    func writesTermsInTheWayOfAGenerator(slug: TermSlug, path: String) throws {
        var site = try PlanFixture()
        site.configuration.terms.slug = slug
        try site.post("a") { $0.tags = ["C++ 与 Node.js"] }
        #expect(site.plan().0.tags.terms.map(\.path.string) == [path])
    }

    @Test func mapsTermsAlsoInPermalinks() throws {
        var site = try PlanFixture()
        site.configuration.terms.map = ["数据库": "database"]
        site.configuration.posts.permalink = "/:category/:slug/"
        try site.post("a") { $0.categories = [["数据库", "C++"]] }
        let plan = site.plan().0
        #expect(plan.postPaths.map(\.string) == ["/database/C++/a/"])
        #expect(
            plan.categories.terms.map(\.path.string) == [
                "/categories/database/", "/categories/database/C++/",
            ])
        #expect(plan.categories.terms.map(\.name) == ["数据库", "C++"])
    }

    @Test func takesAliasesFromTheFolderOfThePage() throws {
        var site = try PlanFixture()
        site.configuration.posts.permalink = "/posts/:slug/"
        site.configuration.posts.aliases = .page
        try site.post("a") { $0.aliases = ["old", "/top/", "../up/"] }
        let redirects = site.plan().0.lines.filter { $0.contains(": to /posts/a/") }
        #expect(
            redirects == ["/posts/old/: to /posts/a/", "/top/: to /posts/a/", "/up/: to /posts/a/"])
    }

    @Test func redirectsAsConfigured() throws {
        var site = try PlanFixture()
        site.configuration.posts.permalink = "/:slug/"
        site.configuration.redirects = [
            "/old.html": "/a/", "/a/": "/", "/x/": "/nowhere/", "/y/": "https://other.org/",
            "/z?q": "/",
        ]
        try site.post("a")
        let (plan, diagnostics) = site.plan()
        #expect(plan.lines.filter { $0.contains(": to") } == ["/old.html: to /a/"])
        #expect(Set(diagnostics.map(\.id)) == [.planBadRedirect])
        #expect(
            diagnostics.map(\.summary) == [
                "The redirect '/a/' is at an address that the site itself has",
                "The redirect '/x/' leads to '/nowhere/', where this site has nothing",
                "The redirect '/y/' must lead to a path of this site, not 'https://other.org/'",
                "The redirect '/z?q' has a query or a fragment, which no file can have",
            ])
    }
}
