import Addresses
import Content
import Planning
import Testing

@Suite("The plan holds every URL of the site")
struct SitePlanTests {
    @Test func plansEveryRouteOfASmallSite() throws {
        var site = try PlanFixture()
        site.configuration.posts.perPage = 1
        site.configuration.feeds.terms = true
        site.configuration.feeds.atom = ""
        site.configuration.feeds.json = ""
        site.themeAssets = [URLPath("/assets/paper.css")]
        try site.post("b", "2021-11-02") {
            $0.tags = ["Go"]
            $0.aliases = ["old.html"]
        }
        try site.post("a", "2020-01-31") {
            $0.categories = [["A", "B"]]
            $0.series = "atomics"
        }
        site.page("about")
        site.asset("img/x.png")
        site.asset("CNAME", isStatic: true)
        #expect(
            try site.cleanPlan().lines == [
                "/2020/01/31/a/: post 1",
                "/2021/11/02/b/: post 0",
                "/404.html: 404",
                "/CNAME: asset 1",
                "/about/: page 0",
                "/archives/2020/01/: archive 2020-1 1/1 [1]",
                "/archives/2020/: archive 2020 1/1 [1]",
                "/archives/2021/11/: archive 2021-11 1/1 [0]",
                "/archives/2021/: archive 2021 1/1 [0]",
                "/archives/: archive 1/2 [0]",
                "/archives/page/1/: to /archives/",
                "/archives/page/2/: archive 2/2 [1]",
                "/assets/paper.css: theme 0",
                "/categories/A/B/: categories 1 1/1 [1]",
                "/categories/A/B/rss.xml: rss of categories 1",
                "/categories/A/: categories 0 1/1 [1]",
                "/categories/A/rss.xml: rss of categories 0",
                "/categories/: all categories",
                "/galley/redirect.js: script",
                "/img/x.png: asset 0",
                "/: home 1/2 [0]",
                "/old.html: to /2021/11/02/b/",
                "/page/1/: to /",
                "/page/2/: home 2/2 [1]",
                "/robots.txt: robots",
                "/rss.xml: rss",
                "/series/atomics/: series 0 1/1 [1]",
                "/series/: all series",
                "/sitemap.xml: sitemap",
                "/tags/Go/: tags 0 1/1 [0]",
                "/tags/Go/rss.xml: rss of tags 0",
                "/tags/: all tags",
            ])
    }

    @Test func plansAnEmptySite() throws {
        let site = try PlanFixture()
        #expect(
            try site.cleanPlan().lines == [
                "/404.html: 404",
                "/archives/: archive 1/1 []",
                "/atom.xml: atom",
                "/categories/: all categories",
                "/feed.json: json",
                "/: home 1/1 []",
                "/robots.txt: robots",
                "/rss.xml: rss",
                "/sitemap.xml: sitemap",
                "/tags/: all tags",
            ])
    }

    @Test func sortsRoutesByOutputPath() throws {
        var site = try PlanFixture()
        for name in ["é", "a", "Z", "标签", "a-b"] { try site.post(name) }
        let outputs = try site.cleanPlan().routes.map(\.output)
        #expect(outputs == outputs.sorted())
    }

    @Test func findsARouteByItsExactPathOnly() throws {
        var site = try PlanFixture()
        site.page("about")
        let plan = try site.cleanPlan()
        #expect(plan.route(at: URLPath("/about/"))?.content == .page(0))
        #expect(plan.route(at: URLPath("/about")) == nil)
        #expect(plan.route(at: URLPath("/about/"))?.output == OutputPath("about/index.html"))
    }

    @Test func ordersPostsByDateDescendingThenSourcePath() throws {
        var site = try PlanFixture()
        try site.post("b", "2021-01-01 10:00:00")
        try site.post("a", "2021-01-01 10:00:00")
        try site.post("new", "2021-01-02")
        // The same instant as b's, by another clock.
        try site.post("0", "2021-01-01 18:00:00", offset: 28_800)
        let plan = try site.cleanPlan()
        #expect(plan.order == [2, 3, 1, 0])
        #expect(plan.newer == [1, 3, nil, 2])
        #expect(plan.older == [nil, 0, 3, 1])
    }

    @Test func putsStickyPostsFirstOnTheHomePageAndNowhereElse() throws {
        var site = try PlanFixture()
        try site.post("new", "2021-01-05")
        try site.post("one", "2021-01-04") { $0.sticky = 1 }
        try site.post("nine", "2021-01-03") { $0.sticky = 9 }
        try site.post("older-one", "2021-01-02") { $0.sticky = 1 }
        let plan = try site.cleanPlan()
        #expect(plan.homeOrder == [2, 1, 3, 0])
        #expect(plan.route(at: .root)?.content.line == "home 1/1 [2, 1, 3, 0]")
        #expect(
            plan.route(at: URLPath("/archives/"))?.content.line == "archive 1/1 [0, 1, 2, 3]")
        #expect(plan.newer == [nil, 0, 1, 2])
    }

    @Test func filesPostsUnderTheMonthOfTheirOwnDate() throws {
        var site = try PlanFixture()
        try site.post("east", "2021-01-01 01:00:00", offset: 28_800)
        try site.post("utc", "2020-12-31 20:00:00")
        let plan = try site.cleanPlan()
        #expect(
            plan.lines(below: "/archives/20") == [
                "/archives/2020/12/: archive 2020-12 1/1 [1]",
                "/archives/2020/: archive 2020 1/1 [1]",
                "/archives/2021/01/: archive 2021-1 1/1 [0]",
                "/archives/2021/: archive 2021 1/1 [0]",
            ])
        #expect(plan.archive.years.map(\.year) == [2021, 2020])
        #expect(plan.archive.years.flatMap(\.months).map(\.posts.count) == [1, 1])
    }

    @Test func leavesOutFeedsWithoutAName() throws {
        var site = try PlanFixture()
        site.configuration.feeds.rss = ""
        site.configuration.feeds.atom = "feeds/atom.xml"
        site.configuration.feeds.json = ""
        let plan = try site.cleanPlan()
        #expect(plan.lines.filter { $0.contains("rss") || $0.contains("json") }.isEmpty)
        #expect(plan.route(at: URLPath("/feeds/atom.xml"))?.content == .feed(.atom, .site))
    }

    @Test func refusesAFeedThatIsAFolder() throws {
        var site = try PlanFixture()
        site.configuration.feeds.rss = "feed/"
        site.configuration.places["feeds.rss"] = PlanFixture.toml(7)
        #expect(
            site.findings() == [
                "error plan/bad-address galley.toml:7 The address of the feed 'feed/' "
                    + "has an empty part"
            ])
    }

    @Test func givesIndexTextsToTheirLists() throws {
        var site = try PlanFixture()
        try site.post("a") { $0.tags = ["Go"] }
        site.library.listTexts = ["/", "/tags/go/", "/archives/"].map {
            ListText(
                source: SourcePath("content\($0)_index.md"), path: URLPath($0), head: FrontMatter())
        }
        let plan = try site.cleanPlan()
        #expect(plan.listText(at: .root) == 0)
        #expect(plan.listText(at: URLPath("/tags/Go/")) == 1)
        #expect(plan.listText(at: URLPath("/archives/")) == 2)
        #expect(plan.listText(at: URLPath("/tags/")) == nil)
    }

    @Test func warnsOfAnIndexTextWithoutAList() throws {
        var site = try PlanFixture()
        site.library.listTexts = [
            ListText(
                source: SourcePath("content/x/_index.md"), path: URLPath("/x/"), head: FrontMatter()
            )
        ]
        #expect(
            site.findings() == [
                "warning plan/unused-list-text content/x/_index.md:0 "
                    + "'content/x/_index.md' gives a text to '/x/', which is no list"
            ])
    }

    /// A release build takes 0.1 s; what the limit finds is a quadratic step.
    @Test(.timeLimit(.minutes(60))) func plansTenThousandPosts() throws {
        var site = try PlanFixture()
        for index in 0..<10_000 {
            try site.post(
                "post-\(index)", "20\(10 + index % 15)-0\(1 + index % 9)-1\(index % 10)"
            ) { head in
                head.tags = (0..<4).map { "标签 \((index * 7 + $0 * 31) % 400)" }
            }
        }
        #expect(!site.plan().0.routes.isEmpty)
    }
}
