import Content
import Planning
import Testing

/// The search page and the files of its index, known from the number of posts alone.
struct SearchPlanTests {
    private func fixture(posts: Int, page: String = "search/") throws -> PlanFixture {
        var fixture = try PlanFixture()
        for number in 0..<posts { try fixture.post("p\(number)") }
        fixture.configuration.search.page = page
        return fixture
    }

    @Test func placesThePageAndItsIndex() throws {
        #expect(
            try fixture(posts: 9).cleanPlan().lines(below: "/search/")
                == [
                    "/search/index.html: search", "/search/index.json: search index.json",
                    "/search/posts/0.json: search posts/0.json",
                    "/search/posts/1.json: search posts/1.json",
                    "/search/terms/0.txt: search terms/0.txt",
                    "/search/terms/1.txt: search terms/1.txt",
                    "/search/terms/2.txt: search terms/2.txt",
                    "/search/terms/3.txt: search terms/3.txt",
                ].map { $0.replacing("/search/index.html", with: "/search/") })
    }

    @Test(arguments: [
        (0, 1, 0), (1, 1, 1), (4, 1, 1), (5, 2, 1), (1000, 256, 125), (10_000, 4096, 1250),
    ])
    func growsWithThePosts(_ posts: Int, _ shards: Int, _ pages: Int) throws {
        let search = try #require(fixture(posts: posts).plan().0.search)
        #expect([search.shards, search.pages] == [shards, pages])
    }

    @Test func isAbsentWhenTurnedOff() throws {
        let plan = try fixture(posts: 1, page: "").cleanPlan()
        #expect(plan.search == nil)
        #expect(!plan.hasRoute("/search/"))
    }

    @Test(arguments: ["find", "find/"])
    func standsWhereTheSiteWantsIt(_ page: String) throws {
        #expect(try fixture(posts: 1, page: page).cleanPlan().hasRoute("/find/"))
    }

    @Test func givesWayToAPageOfTheAuthors() throws {
        var fixture = try fixture(posts: 1)
        fixture.page("search")
        let plan = try fixture.cleanPlan()
        #expect(plan.lines(below: "/search/").first == "/search/: page 0")
        #expect(plan.hasRoute("/search/index.json"))
    }
}
