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
                    "the post 'content/posts/a.md' stands there too",
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

    @Test func countsPathsThatDifferOnlyInNormalisationAsOne() throws {
        var site = try PlanFixture()
        site.asset("caf\u{E9}.png")
        site.asset("cafe\u{301}.png", isStatic: true)
        #expect(site.plan().1.map(\.id.string) == ["plan/collision"])
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
        #expect(
            site.findings() == [
                "error plan/collision content/About/x/y.png:0 '/about' of the file 'content/about' is a file, "
                    + "and '/About/x/y.png' of the file 'content/About/x/y.png' needs a folder "
                    + "of that name"
            ])
    }

    @Test func reportsGeneratedListsThatContentStandsOn() throws {
        var site = try PlanFixture()
        site.page("archives")
        site.page("index")
        site.asset("rss.xml")
        #expect(
            site.findings() == [
                "error plan/collision content/archives.md:0 '/archives/' is the address of both "
                    + "the page 'content/archives.md' and the archive",
                "error plan/collision content/index.md:0 '/' is the address of both "
                    + "the page 'content/index.md' and the home page",
                "error plan/collision content/rss.xml:0 '/rss.xml' is the address of both "
                    + "the file 'content/rss.xml' and the RSS feed",
            ])
    }

    @Test func letsAStaticFileReplaceRobotsFaviconAnd404() throws {
        var site = try PlanFixture()
        site.themeAssets = [URLPath("/favicon.svg"), URLPath("/assets/paper.css")]
        for name in ["robots.txt", "favicon.svg", "404.html"] { site.asset(name, isStatic: true) }
        let plan = try site.cleanPlan()
        let contents = ["/robots.txt", "/favicon.svg", "/404.html"].map {
            plan.route(at: URLPath($0))?.content
        }
        #expect(contents == [.asset(0), .asset(1), .asset(2)])
    }

    @Test func reportsAStaticFileOverAnythingElse() throws {
        var site = try PlanFixture()
        site.themeAssets = [URLPath("/assets/paper.css")]
        site.asset("sitemap.xml", isStatic: true)
        site.asset("assets/paper.css", isStatic: true)
        #expect(
            site.findings() == [
                "error plan/collision static/assets/paper.css:0 '/assets/paper.css' is the address "
                    + "of both the file 'static/assets/paper.css' and a file of the theme",
                "error plan/collision static/sitemap.xml:0 '/sitemap.xml' is the address of both "
                    + "the file 'static/sitemap.xml' and the sitemap",
            ])
    }

    @Test func letsAListStandWhereHexoNeedsAPage() throws {
        var site = try PlanFixture()
        site.page("tags/index") { $0.params["type"] = .string("tags") }
        let (plan, diagnostics) = site.plan()
        #expect(plan.route(at: URLPath("/tags/"))?.content == .taxonomy(.tags))
        #expect(
            diagnostics.map(\.line) == [
                "warning plan/page-of-list content/tags/index.md:0 The page "
                    + "'content/tags/index.md' stands for the list '/tags/', "
                    + "which galley makes itself"
            ])
    }

    @Test func holdsNoOutputPathTwice() throws {
        var site = try PlanFixture()
        for name in ["a", "A", "b", "b"] { try site.post(name) }
        let keys = site.plan().0.routes.map(\.output.collisionKey)
        #expect(Set(keys).count == keys.count)
    }
}
