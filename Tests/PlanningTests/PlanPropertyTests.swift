import Addresses
import Content
import Planning
import Testing

@Suite("Whatever is written, the plan holds together")
struct PlanPropertyTests {
    /// SplitMix64 (Steele, Lea, Flood 2014): the same sites in each run.
    private struct Seeded: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }

        /// Up to six pieces of what makes addresses go wrong.
        mutating func text() -> String {
            let pieces = [
                "/", ".", "..", ":", "#", "?", "%", "%41", "%FF", "a", "A", "\u{E9}", "e\u{301}",
                "标", "\u{0}", " ", "index.html", ".html", "page", "1", "2", "//", ".md", "ß",
                "https://example.org/b", ":slug", "http:", "aux",
            ]
            let count = Int.random(in: 0...6, using: &self)
            return (0..<count).map { _ in pieces.randomElement(using: &self) ?? "" }.joined()
        }
    }

    private func site(_ random: inout Seeded) throws -> PlanFixture {
        var site = try PlanFixture(url: "https://example.org/b/")
        site.configuration.posts.perPage = 1
        site.configuration.feeds.terms = true
        site.configuration.feeds.rss = random.text()
        site.configuration.posts.permalink =
            ["/:title/", "/:slug/", "/:category/", random.text()].randomElement(using: &random)
            ?? "/"
        site.configuration.menu = [Configuration.MenuItem(name: "x", url: random.text())]
        for index in 0..<4 {
            let title = random.text()
            var head = FrontMatter()
            head.tags = [random.text(), random.text()]
            head.categories = [[random.text(), random.text()], []]
            head.series = random.text()
            head.aliases = [random.text(), random.text()]
            if index == 1 { head.permalink = random.text() }
            try site.post("p\(index)", title: title, slug: random.text()) { $0 = head }
            site.asset(random.text(), isStatic: index == 0)
        }
        return site
    }

    @Test(arguments: 0..<200)
    func everyRouteIsAFileOfItsOwnInsideTheOutput(seed: Int) throws {
        var random = Seeded(state: UInt64(seed))
        let site = try site(&random)
        let plan = site.plan().0
        #expect(Set(plan.routes.map(\.output.collisionKey)).count == plan.routes.count)
        for route in plan.routes {
            #expect(plan.route(at: route.path) == route)
            let flaws = route.output.segments.compactMap { PathSegment.flaw(String($0)) }
            #expect(!flaws.contains { $0.isError }, "\(route.output)")
        }
    }

    @Test(arguments: 0..<200)
    func aLinkLeadsToARouteOrIsReported(seed: Int) throws {
        var random = Seeded(state: UInt64(seed))
        let plan = try site(&random).plan().0
        let page = plan.postPaths.first ?? URLPath("/x/")
        for _ in 0..<10 {
            let text = random.text()
            let target = plan.links.resolve(
                text, from: SourcePath("content/posts/p0.md"), at: page)
            if case .route(let path, _, _) = target {
                #expect(path == page || plan.route(at: path) != nil, "\(text)")
            }
        }
    }
}
