import Addresses
import Content
import Diagnostics
import Planning
import Testing

@Suite("Two routes with one output path")
struct CollisionTests {
    @Test func namesBothSources() throws {
        var site = try PlanFixture()
        try site.post("a") {
            $0.permalink = "/x/"
            $0.places["permalink"] = Place(file: SourcePath("content/posts/a.md"), range: 4..<9)
        }
        site.page("x")
        let (plan, diagnostics) = site.plan()
        #expect(
            diagnostics.map(\.line) == [
                "error plan/collision content/x.md:0 '/x/' is the address of both "
                    + "the post 'content/posts/a.md' and the page 'content/x.md'"
            ])
        #expect(
            diagnostics.first?.notes == [
                Diagnostic.Note(
                    "the post 'content/posts/a.md' is there, and the page 'content/x.md' is left out",
                    at: Place(file: SourcePath("content/posts/a.md"), range: 4..<9))
            ])
        #expect(plan.route(at: URLPath("/x/"))?.content == .post(0))
    }

    @Test func countsPathsThatDifferOnlyInCaseAsOne() throws {
        var site = try PlanFixture()
        site.page("About")
        site.page("about")
        let (_, diagnostics) = site.plan()
        #expect(
            diagnostics.map(\.summary) == [
                "'/About/' of the page 'content/About.md' and '/about/' of the page "
                    + "'content/about.md' are one file"
            ])
        #expect(diagnostics.first?.explanation != nil)
    }

    @Test func tellsPathsApartThatDifferOnlyInNormalization() throws {
        var site = try PlanFixture()
        site.page("caf\u{E9}")
        site.page("cafe\u{301}")
        #expect(
            site.findings() == [
                "error plan/collision content/caf\u{E9}.md:0 '/caf\u{E9}/' is the address of both "
                    + "the page 'content/cafe\u{301}.md' (decomposed, NFD) and "
                    + "the page 'content/caf\u{E9}.md' (composed, NFC)"
            ])
    }

    @Test func countsAFullCaseFoldingAsOne() throws {
        var site = try PlanFixture()
        site.page("stra\u{DF}e")
        site.page("STRASSE")
        #expect(site.plan().1.map(\.id.string) == ["plan/collision"])
    }

    @Test(arguments: [true, false])
    func reportsAFileWhereAFolderIsNeeded(fileFirst: Bool) throws {
        var site = try PlanFixture()
        if fileFirst {
            site.asset("about")
            site.asset("About/x/y.png")
        } else {
            site.asset("About/x/y.png")
            site.asset("about")
        }
        let refused = fileFirst ? "content/About/x/y.png" : "content/about"
        #expect(
            site.findings() == [
                "error plan/collision \(refused):0 '/about' of the file 'content/about' is a file, "
                    + "and '/About/x/y.png' of the file 'content/About/x/y.png' needs a folder "
                    + "of that name"
            ])
    }

    // MARK: Two texts

    @Test func leavesTheLaterOfTwoPostsOutOfEveryList() throws {
        var site = try PlanFixture()
        site.configuration.posts.permalink = "/:slug/"
        try site.post("new/a", "2021-02-02") { $0.tags = ["x"] }
        try site.post("old/a", "2021-01-01") { $0.tags = ["y"] }
        try site.post("b", "2021-01-03")
        let (plan, diagnostics) = site.plan()
        #expect(
            diagnostics.map(\.line) == [
                "error plan/collision content/posts/new/a.md:0 '/a/' is the address of both "
                    + "the post 'content/posts/old/a.md' and the post 'content/posts/new/a.md'"
            ])
        #expect(diagnostics.first?.fixes.map(\.text) == ["give one of them a 'slug' of its own"])
        let library = site.plannedLibrary()
        #expect(library.posts.map(\.source.name) == ["a.md", "b.md"])
        #expect(
            library.hidden == [
                Hidden(source: SourcePath("content/posts/new/a.md"), reason: .broken)
            ])
        #expect(plan.posts == ["/a/", "/b/"])
        #expect(plan.tags.terms.map(\.name) == ["y"])
        #expect(plan.order == [1, 0])
        #expect(plan.blockingDiagnostics.isEmpty)
    }

    @Test func saysWhatGivesAPostAnotherAddress() throws {
        var site = try PlanFixture()
        site.configuration.posts.permalink = "/:title/"
        try site.post("a", title: "T")
        try site.post("b", title: "T")
        #expect(
            site.plan().1.first?.fixes.map(\.text)
                == ["give one of them a 'permalink' of its own"])
    }

    @Test func copiesNoFilesOfABundleThatLostItsAddress() throws {
        var site = try PlanFixture()
        try site.post("x/a/index", "2021-01-01")
        try site.post("y/a/index", "2021-01-01")
        site.asset("posts/x/a/i.png")
        site.asset("posts/y/a/i.png")
        let (plan, diagnostics) = site.plan()
        #expect(diagnostics.map(\.id.string) == ["plan/collision"])
        #expect(
            plan.lines.filter { $0.contains(": asset") } == ["/2021/01/01/a/i.png: asset 0"])
    }

    @Test func leavesAPostWithoutAnAddressOutAndKeepsTheOthers() throws {
        var site = try PlanFixture()
        site.configuration.posts.permalink = "/:id/"
        try site.post("a") { $0.params["id"] = .integer(1) }
        try site.post("b")
        let (plan, diagnostics) = site.plan()
        #expect(diagnostics.map(\.id.string) == ["plan/missing-key"])
        #expect(plan.posts == ["/1/"])
        #expect(plan.blockingDiagnostics.isEmpty)
    }

    // MARK: The author's own

    @Test func letsTheAuthorsOwnPagesAndFilesStand() throws {
        var site = try PlanFixture()
        site.configuration.search.page = "search/"
        site.themeAssets = [URLPath("/favicon.svg"), URLPath("/assets/paper.css")]
        site.page("archives")
        site.page("tags/index")
        site.page("search")
        for name in ["rss.xml", "sitemap.xml", "robots.txt", "favicon.svg", "404.html"] {
            site.asset(name, isStatic: true)
        }
        site.asset("assets/paper.css")
        let plan = try site.cleanPlan()
        #expect(
            plan.ownFiles.map { "\($0.path) \($0.source) \($0.replaced)" } == [
                "/404.html static/404.html the generated 404 page",
                "/archives/ content/archives.md the archive",
                "/assets/paper.css content/assets/paper.css a file of the theme",
                "/favicon.svg static/favicon.svg a file of the theme",
                "/robots.txt static/robots.txt the generated robots.txt",
                "/rss.xml static/rss.xml the RSS feed",
                "/search/ content/search.md the search page",
                "/sitemap.xml static/sitemap.xml the sitemap",
                "/tags/ content/tags/index.md the list of all tags",
            ])
        for file in plan.ownFiles {
            switch plan.route(at: file.path)?.content {
            case .page, .asset: break
            default: Issue.record("\(file.path) is galley's")
            }
        }
    }

    @Test func keepsTheListOfPostsBesideAHomePageOfTheSitesOwn() throws {
        var site = try PlanFixture()
        site.configuration.posts.perPage = 1
        site.page("index")
        try site.post("a", "2021-01-01")
        try site.post("b", "2021-01-02")
        let plan = try site.cleanPlan()
        #expect(plan.baseOfPosts == URLPath("/blog/"))
        #expect(
            plan.lines(below: "/blog/") + plan.lines(below: "/:") + plan.lines(below: "/page/") == [
                "/blog/: home 1/2 [1]", "/blog/page/1/: to /blog/", "/blog/page/2/: home 2/2 [0]",
                "/: page 0",
            ])
        #expect(plan.ownFiles.map(\.replaced) == ["the home page"])
    }

    @Test(arguments: ["index.html", "static"])
    func takesAFileForTheHomePage(name: String) throws {
        var site = try PlanFixture()
        site.configuration.posts.list = "posts"
        site.asset("index.html", isStatic: name == "static")
        let plan = try site.cleanPlan()
        #expect(plan.route(at: .root)?.content == .asset(0))
        #expect(plan.baseOfPosts == URLPath("/posts/"))
        let target = plan.links.resolve("/", from: SourcePath("content/x.md"), at: .root)
        #expect(target == .route(.root, query: nil, fragment: nil))
    }

    @Test func hasNoListOfPostsWhereNoneIsWanted() throws {
        var site = try PlanFixture()
        site.configuration.posts.list = ""
        site.page("index")
        let plan = try site.cleanPlan()
        #expect(plan.baseOfPosts == nil)
        #expect(!plan.lines.contains { $0.contains(": home") })
    }

    @Test func warnsWhereTheListOfPostsFindsNoPlace() throws {
        var site = try PlanFixture()
        site.page("index")
        site.page("blog")
        #expect(
            site.findings() == [
                "warning plan/no-list The list of all posts is nowhere: "
                    + "'/' and '/blog/' are pages of the site"
            ])
    }

    // MARK: What gives way

    /// Jekyll's `category/all.md` with `permalink: /categories/`.
    @Test func saysWhereTheTextOfAListLies() throws {
        var site = try PlanFixture()
        site.page("category/all", stub: .empty) { $0.permalink = "/categories/" }
        let fixes = site.plan().1.flatMap(\.fixes).map(\.text)
        #expect(
            fixes == [
                "move it to 'content/categories/_index.md' to give the list a title and a text",
                "remove it",
            ])
    }

    @Test(arguments: [Page.Stub.empty, .template])
    func makesTheListThatAStubStandsFor(stub: Page.Stub) throws {
        var site = try PlanFixture()
        site.configuration.search.page = "search/"
        for name in ["index", "tags/index", "search/index", "404"] {
            site.page(name, stub: stub) { if name == "404" { $0.permalink = "/404.html" } }
        }
        let (plan, diagnostics) = site.plan()
        #expect(diagnostics.map(\.id.string) == Array(repeating: "plan/page-of-list", count: 4))
        #expect(diagnostics.allSatisfy { $0.severity == .warning })
        if stub == .empty {
            let mends = Dictionary(
                diagnostics.map { ($0.place?.file.string ?? "", $0.fixes.map(\.text)) }
            ) { first, _ in first }
            let named = "name it '_index.md' to give the list a title and a text"
            #expect(mends["content/tags/index.md"] == [named, "remove it"])
            #expect(mends["content/search/index.md"] == ["remove it"])
            #expect(mends["content/404.md"] == ["remove it"])
        }
        #expect(plan.route(at: URLPath("/tags/"))?.content == .taxonomy(.tags))
        #expect(plan.route(at: URLPath("/search/"))?.content == .search)
        #expect(plan.route(at: URLPath("/404.html"))?.content == .notFound)
        #expect(plan.baseOfPosts == .root)
        #expect(plan.ownFiles.isEmpty)
    }

    @Test func keepsAPageWithoutATextWhereGalleyMakesNone() throws {
        var site = try PlanFixture()
        site.page("about", stub: .empty)
        #expect(try site.cleanPlan().route(at: URLPath("/about/"))?.content == .page(0))
    }

    @Test func makesTheFeedThatATemplateStandsFor() throws {
        var site = try PlanFixture()
        for name in ["atom.xml", "sitemap.xml", "robots.txt", "other.xml"] {
            site.asset(name, isTemplate: true)
        }
        let (plan, diagnostics) = site.plan()
        #expect(diagnostics.map(\.id.string) == Array(repeating: "plan/template-file", count: 3))
        #expect(plan.route(at: URLPath("/atom.xml"))?.content == .feed(.atom, .site))
        #expect(plan.route(at: URLPath("/sitemap.xml"))?.content == .sitemap)
        #expect(plan.route(at: URLPath("/robots.txt"))?.content == .robots)
        #expect(plan.route(at: URLPath("/other.xml"))?.content == .asset(3))
    }

    // MARK: Generated twice

    @Test func reportsTwoThingsThatGalleyMakesAtOneAddress() throws {
        var site = try PlanFixture()
        site.configuration.feeds.rss = "sitemap.xml"
        #expect(
            site.findings() == [
                "error plan/collision '/sitemap.xml' is the address of both the RSS feed and "
                    + "the sitemap"
            ])
    }

    @Test func reportsAFileInPlaceOfAFolderOnce() throws {
        var site = try PlanFixture()
        try site.post("a") { $0.tags = ["x", "y", "z"] }
        site.asset("tags")
        #expect(site.plan().1.map(\.id.string) == ["plan/collision"])
    }

    @Test func holdsNoOutputPathTwice() throws {
        var site = try PlanFixture()
        for name in ["a", "A", "b", "b"] { try site.post(name) }
        let keys = site.plan().0.routes.map(\.output.collisionKey)
        #expect(Set(keys).count == keys.count)
    }
}
