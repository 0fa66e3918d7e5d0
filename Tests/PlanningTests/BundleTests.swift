import Addresses
import Content
import Planning
import Testing

@Suite("A bundle owns the files beside it")
struct BundleTests {
    @Test func putsItsFilesNextToItsPage() throws {
        var site = try PlanFixture()
        try site.post("gdb/index")
        site.page("about/index") { $0.permalink = "/me.html" }
        for path in ["posts/gdb/a.svg", "posts/gdb/img/b.png", "about/me.jpg", "posts/other.png"] {
            site.asset(path)
        }
        let plan = try site.cleanPlan()
        #expect(
            plan.lines.filter { $0.contains(": asset") } == [
                "/2021/08/12/gdb/a.svg: asset 0", "/2021/08/12/gdb/img/b.png: asset 1",
                "/me/me.jpg: asset 2", "/posts/other.png: asset 3",
            ])
    }

    @Test func givesFilesToTheInnermostBundle() throws {
        var site = try PlanFixture()
        try site.post("a/index")
        try site.post("a/b/index")
        site.asset("posts/a/b/c/x.png")
        #expect(try site.cleanPlan().hasRoute("/2021/08/12/b/c/x.png"))
    }

    @Test func keepsTheFilesOfTwoBundlesApartBelowAddressesThatAreFiles() throws {
        var site = try PlanFixture()
        site.configuration.posts.permalink = "/:year/:slug.html"
        for name in ["a", "b"] {
            try site.post("\(name)/index")
            site.asset("posts/\(name)/cover.png")
        }
        let plan = try site.cleanPlan()
        #expect(plan.posts == ["/2021/a.html", "/2021/b.html"])
        #expect(
            plan.lines.filter { $0.contains(": asset") }
                == ["/2021/a/cover.png: asset 0", "/2021/b/cover.png: asset 1"])
        let target = plan.links.resolve(
            "cover.png", from: SourcePath("content/posts/b/index.md"), at: URLPath("/2021/b.html"))
        #expect(
            target == .route(URLPath("/2021/b/cover.png"), query: nil, fragment: nil))
    }

    @Test func publishesNoFilesOfAHiddenBundle() throws {
        var site = try PlanFixture()
        site.library.hidden = [
            Hidden(source: SourcePath("content/posts/draft/index.md"), reason: .draft),
            Hidden(source: SourcePath("content/posts/broken/index.md"), reason: .broken),
            Hidden(source: SourcePath("content/posts/index.md"), reason: .broken),
        ]
        for path in ["posts/draft/a.png", "posts/broken/b/c.png", "posts/free.png"] {
            site.asset(path)
        }
        #expect(
            try site.cleanPlan().lines.filter { $0.contains(": asset") }
                == ["/posts/free.png: asset 2"])
    }

    @Test func leavesStaticFilesWhereTheyAre() throws {
        var site = try PlanFixture()
        try site.post("a/index")
        site.asset("posts/a/x.png", isStatic: true)
        #expect(try site.cleanPlan().hasRoute("/posts/a/x.png"))
    }
}
