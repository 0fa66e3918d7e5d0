import Addresses
import Content
import Planning
import Testing

@Suite("Lists are cut into pages")
struct PaginationTests {
    private func site(posts: Int, perPage: Int) throws -> PlanFixture {
        var site = try PlanFixture()
        site.configuration.posts.perPage = perPage
        for index in 0..<posts {
            try site.post("p\(index)", "2021-11-\(28 - index)") {
                $0.tags = ["go"]
                $0.categories = [["A", "B"]]
            }
        }
        return site
    }

    @Test func givesPageOneTheBaseAndPageNItsNumber() throws {
        let plan = try site(posts: 5, perPage: 2).cleanPlan()
        #expect(
            plan.lines(below: "/page/") + plan.lines(below: "/:") == [
                "/page/1/: to /", "/page/2/: home 2/3 [2, 3]", "/page/3/: home 3/3 [4]",
                "/: home 1/3 [0, 1]",
            ])
    }

    @Test func pagesArchivesAndTermsByNumbersOfTheirOwn() throws {
        var site = try site(posts: 4, perPage: 1)
        site.configuration.archives.perPage = 0
        site.configuration.terms.perPage = 2
        let plan = try site.cleanPlan()
        func pages(_ path: String) -> Int {
            plan.lines(below: path).count { !$0.contains("/page/1/") }
        }
        #expect(pages("/page/") == 3)
        #expect(pages("/archives/2021/11/") == 1)
        #expect(pages("/tags/go/") == 2)
        #expect(pages("/categories/A/B/") == 2)
    }

    @Test func redirectsPageOneOnlyWhereThereIsAPageTwo() throws {
        #expect(try !site(posts: 2, perPage: 2).cleanPlan().hasRoute("/page/1/"))
        #expect(try site(posts: 3, perPage: 2).cleanPlan().hasRoute("/page/1/"))
    }

    @Test func givesAnEmptyListOnePage() throws {
        let pagers = Paginator(perPage: 10).pagers(of: [], at: .root)
        #expect(pagers.map(\.line) == ["1/1 []"])
        #expect(pagers.map(\.total) == [0])
    }

    @Test func putsAllOnOnePageForZero() throws {
        let pagers = Paginator(perPage: 0).pagers(of: Array(0..<99), at: .root)
        #expect(pagers.map(\.posts.count) == [99])
    }

    @Test func cutsArchivesAndTermsLikeTheHomePage() throws {
        let plan = try site(posts: 3, perPage: 2).cleanPlan()
        for base in [
            "/archives/", "/archives/2021/", "/archives/2021/11/", "/tags/go/", "/categories/A/",
            "/categories/A/B/",
        ] {
            #expect(plan.hasRoute(base + "page/2/"), "\(base)")
            #expect(
                plan.route(at: URLPath(base + "page/1/"))?.content
                    == .redirect(to: URLPath(base)))
        }
        #expect(!plan.hasRoute("/tags/page/2/"))
    }

    @Test(arguments: [0, 1, 2, 3, 7, 10, 11])
    func holdsEveryPostOnceInOrder(count: Int) {
        for perPage in [0, 1, 2, 3, 10, .max - 1, .max] {
            let posts = Array(0..<count)
            let pagers = Paginator(perPage: perPage).pagers(of: posts, at: .root)
            #expect(pagers.flatMap { Array($0.posts) } == posts)
            #expect(pagers.allSatisfy { $0.count == pagers.count && $0.total == count })
        }
    }

    @Test func knowsThePagesBesideIt() throws {
        let pagers = Paginator(perPage: 1).pagers(of: [0, 1, 2], at: URLPath("/tags/go/"))
        #expect(pagers.map(\.newer) == [nil, URLPath("/tags/go/"), URLPath("/tags/go/page/2/")])
        #expect(
            pagers.map(\.older) == [
                URLPath("/tags/go/page/2/"), URLPath("/tags/go/page/3/"), nil,
            ])
        #expect(pagers.map(\.path.string) == ["/tags/go/", "/tags/go/page/2/", "/tags/go/page/3/"])
    }
}
