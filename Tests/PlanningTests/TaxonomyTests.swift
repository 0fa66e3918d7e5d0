import Addresses
import Content
import Diagnostics
import Planning
import Testing

@Suite("Tags, categories and series")
struct TaxonomyTests {
    private func names(_ taxonomy: Taxonomy) -> [String] { taxonomy.terms.map(\.name) }

    @Test func mergesTagsThatDifferOnlyInCase() throws {
        var site = try PlanFixture()
        try site.post("a", "2021-01-03") { $0.tags = ["go"] }
        try site.post("b", "2021-01-02") { $0.tags = ["Go"] }
        try site.post("c", "2021-01-01") { $0.tags = ["Go", "x"] }
        let (plan, diagnostics) = site.plan()
        #expect(names(plan.tags) == ["Go", "x"])
        #expect(plan.tags.terms.map(\.path.string) == ["/tags/Go/", "/tags/x/"])
        #expect(plan.tags.terms.map(\.posts) == [[0, 1, 2], [2]])
        #expect(plan.tags.termsOfPosts == [[0], [0], [0, 1]])
        #expect(
            diagnostics.map(\.line) == [
                "warning plan/merged-terms content/posts/a.md:0 The tag 'go' is listed as 'Go'"
            ])
        #expect(diagnostics.first?.notes.map(\.text) == ["'Go' is written here"])
        #expect(diagnostics.first?.notes.map(\.place?.file.name) == ["b.md"])
    }

    @Test func mergesTagsThatDifferOnlyInNormalisation() throws {
        var site = try PlanFixture()
        try site.post("a", "2021-01-03") { $0.tags = ["caf\u{E9}"] }
        try site.post("b", "2021-01-02") { $0.tags = ["cafe\u{301}"] }
        let (plan, diagnostics) = site.plan()
        #expect(plan.tags.terms.map(\.path.encoded) == ["/tags/caf%C3%A9/"])
        #expect(
            diagnostics.map(\.summary) == [
                "The tag 'caf\u{E9}' (composed, NFC) is listed as "
                    + "'cafe\u{301}' (decomposed, NFD)"
            ])
    }

    @Test func mergesUnderTheFirstInByteOrderOfEquallyFrequentSpellings() throws {
        var site = try PlanFixture()
        try site.post("a", "2021-01-03") { $0.tags = ["go"] }
        try site.post("b", "2021-01-02") { $0.tags = ["GO"] }
        try site.post("c", "2021-01-01") { $0.tags = ["Go"] }
        let (plan, diagnostics) = site.plan()
        #expect(names(plan.tags) == ["GO"])
        #expect(diagnostics.map(\.summary) == ["The tag 'Go', 'go' is listed as 'GO'"])
    }

    /// Each alone and all together: an address never depends on what other posts have.
    @Test func keepsAddressesOfTheirOwnForNamesThatDifferInSigns() throws {
        let addresses = [
            "C": "C", "C++": "C++", "C#": "C#", "F#": "F#", ".NET": ".NET", "Node.js": "Node.js",
            "Node js": "Node-js", "CI/CD": "CI~CD", "CI-CD": "CI--CD", "CI CD": "CI-CD",
            "A B": "A-B", "A-B": "A--B", "Q&A": "Q&A", "分布式 系统": "分布式-系统", "进/线程": "进~线程",
        ]
        var all = try PlanFixture()
        for (name, segment) in addresses {
            try all.post("p\(all.library.posts.count)") { $0.tags = [name] }
            var alone = try PlanFixture()
            try alone.post("a") { $0.tags = [name] }
            #expect(try alone.cleanPlan().tags.terms.map(\.path.string) == ["/tags/\(segment)/"])
        }
        let plan = try all.cleanPlan()
        #expect(plan.tags.terms.count == addresses.count)
        for term in plan.tags.terms {
            #expect(term.path.string == "/tags/\(addresses[term.name] ?? "")/")
            #expect(plan.route(at: term.path) != nil)
        }
    }

    @Test func redirectsFromTheAddressThatATermHadBefore() throws {
        var site = try PlanFixture()
        try site.post("a") {
            $0.tags = ["CI/CD", "go-modules"]
            $0.categories = [["open-source", "A B"]]
        }
        let plan = try site.cleanPlan()
        let redirects = plan.lines.filter { $0.contains(": to ") }
        #expect(
            redirects == [
                "/categories/open-source/A-B/: to /categories/open--source/A-B/",
                "/categories/open-source/: to /categories/open--source/",
                "/tags/CI-CD/: to /tags/CI~CD/",
                "/tags/go-modules/: to /tags/go--modules/",
            ])
    }

    @Test func redirectsFromNoAddressThatSomethingElseHas() throws {
        var site = try PlanFixture()
        try site.post("a") { $0.tags = ["machine-learning", "Machine Learning"] }
        let plan = try site.cleanPlan()
        #expect(
            plan.lines(below: "/tags/") == [
                "/tags/Machine-Learning/: tags 1 1/1 [0]", "/tags/: all tags",
                "/tags/machine--learning/: tags 0 1/1 [0]",
            ])
    }

    @Test func mergesNamesThatComeToOneAddressAllTheSame() throws {
        var site = try PlanFixture()
        try site.post("a", "2021-01-02") { $0.tags = ["CI/CD"] }
        try site.post("b", "2021-01-01") { $0.tags = ["CI~CD"] }
        let (plan, diagnostics) = site.plan()
        #expect(plan.tags.terms.map(\.posts) == [[0, 1]])
        #expect(diagnostics.map(\.id.string) == ["plan/merged-terms"])
    }

    @Test func nestsCategoriesAndListsPostsOfChildrenInParents() throws {
        var site = try PlanFixture()
        try site.post("a", "2021-01-03") { $0.categories = [["Go", "Runtime"]] }
        try site.post("b", "2021-01-02") { $0.categories = [["Go"], ["Linux", "Runtime"]] }
        try site.post("c", "2021-01-01") { $0.categories = [["Go", "Runtime"], ["Go", "API"]] }
        let terms = try site.cleanPlan().categories.terms
        #expect(
            terms.map { "\($0.path) \($0.posts) \($0.parent ?? -1) \($0.children)" } == [
                "/categories/Go/ [0, 1, 2] -1 [1, 2]",
                "/categories/Go/API/ [2] 0 []",
                "/categories/Go/Runtime/ [0, 2] 0 []",
                "/categories/Linux/ [1] -1 [4]",
                "/categories/Linux/Runtime/ [1] 3 []",
            ])
        #expect(try site.cleanPlan().categories.termsOfPosts == [[2], [0, 4], [2, 1]])
    }

    @Test func mergesCategoriesLevelByLevel() throws {
        var site = try PlanFixture()
        try site.post("a", "2021-01-03") { $0.categories = [["go", "X"]] }
        try site.post("b", "2021-01-02") { $0.categories = [["Go", "x"]] }
        try site.post("c", "2021-01-01") { $0.categories = [["Go", "X"]] }
        let (plan, diagnostics) = site.plan()
        #expect(
            plan.categories.terms.map(\.path.string) == ["/categories/Go/", "/categories/Go/X/"])
        #expect(
            diagnostics.map(\.summary) == [
                "The category 'go' is listed as 'Go'", "The category 'x' is listed as 'X'",
            ])
    }

    @Test func ordersASeriesOldestFirst() throws {
        var site = try PlanFixture()
        try site.post("two", "2021-01-02") { $0.series = "并发" }
        try site.post("one", "2021-01-01") { $0.series = "并发" }
        let plan = try site.cleanPlan()
        #expect(plan.series.terms.map(\.posts) == [[1, 0]])
        #expect(
            plan.lines(below: "/series/") == [
                "/series/: all series", "/series/并发/: series 0 1/1 [1, 0]",
            ])
    }

    @Test func reportsTermsThatCannotBeAddresses() throws {
        var site = try PlanFixture()
        try site.post("a") {
            $0.tags = ["..", String(repeating: "标", count: 86), "aux"]
            $0.places["tags"] = Place(file: SourcePath("content/posts/a.md"), range: 9..<12)
        }
        let (plan, diagnostics) = site.plan()
        #expect(names(plan.tags) == ["aux"])
        #expect(
            diagnostics.map { "\($0.severity) \($0.id) \($0.place?.range.lowerBound ?? -1)" } == [
                "error plan/bad-address 9", "error plan/bad-address 9",
                "warning plan/reserved-name 9",
            ])
    }

    @Test func reportsOnceATermThatWindowsCannotHave() throws {
        var site = try PlanFixture()
        for name in ["a", "b"] { try site.post(name) { $0.tags = ["C++ : notes", "Q&A", "C#"] } }
        try site.post("c") { $0.categories = [["Inc."]] }
        let (plan, diagnostics) = site.plan()
        #expect(names(plan.tags) == ["C#", "C++ : notes", "Q&A"])
        #expect(plan.hasRoute("/tags/C++-:-notes/"))
        #expect(
            diagnostics.map { $0.line + $0.fixes.map { "; " + $0.text }.joined() } == [
                "warning plan/reserved-name content/posts/a.md:0 The address of the tag "
                    + "'C++ : notes' holds ':', which no name of a file has on Windows; "
                    + "write it without ':'",
                "warning plan/reserved-name content/posts/c.md:0 The address of the category "
                    + "'Inc.' holds a name that ends in '.', which Windows takes away; "
                    + "write it without '.' at the end",
            ])
    }

    @Test func reportsACategoryNamedLikeAPageOfItsParent() throws {
        var site = try PlanFixture()
        site.configuration.posts.perPage = 1
        try site.post("a", "2021-01-03") { $0.categories = [["A", "page", "2"]] }
        try site.post("b", "2021-01-02") { $0.categories = [["A"]] }
        #expect(
            site.findings() == [
                "error plan/collision content/posts/a.md:0 '/categories/A/page/2/' is the "
                    + "address of both page 2 of the category 'A' and the category '2'"
            ])
    }

    @Test func countsAPostOncePerTerm() throws {
        var site = try PlanFixture()
        try site.post("a") { $0.tags = ["x", "x"] }
        let plan = try site.cleanPlan()
        #expect(plan.tags.terms.map(\.posts) == [[0]])
        #expect(plan.tags.termsOfPosts == [[0]])
    }
}
