import Addresses
import Content
import Diagnostics
import Planning
import Testing

@Suite("Aliases become redirects")
struct RedirectTests {
    /// As Hugo takes them: relative to the folder that the page is in.
    @Test(arguments: [
        ("../old", "/docs/old/"), ("./old.html", "/docs/a/old.html"),
        ("../../x/./y/", "/x/y/"), ("../../old/../b", nil as String?), ("../../../x", nil),
    ])
    func readsRelativeAliases(alias: String, path: String?) throws {
        var site = try PlanFixture()
        site.page("docs/a/new") { $0.aliases = [alias] }
        let (plan, diagnostics) = site.plan()
        let redirects = plan.routes.filter {
            if case .redirect(let target) = $0.content {
                target.string == "/docs/a/new/"
            } else {
                false
            }
        }
        if let path {
            #expect(redirects.map(\.path.string) == [path])
            #expect(diagnostics.isEmpty)
        } else if alias.hasPrefix("../../..") {
            #expect(diagnostics.map(\.id) == [.planBadAlias])
        } else {
            #expect(redirects.map(\.path.string) == ["/b/"])
        }
    }

    @Test func makesARedirectOfEachAlias() throws {
        var site = try PlanFixture(url: "https://example.org/blog/")
        try site.post("a") {
            $0.aliases = [
                "/old/", "older", "old.html", "/blog/under-base/", "https://example.org/blog/full/",
                "/%E6%97%A7/", "x/index.html",
            ]
        }
        let redirects = try site.cleanPlan().routes.filter { $0.content.line.hasPrefix("to ") }
        #expect(redirects.allSatisfy { $0.content == .redirect(to: URLPath("/2021/08/12/a/")) })
        #expect(
            redirects.map(\.path.string) == [
                "/full/", "/old.html", "/old/", "/older/", "/under-base/", "/x/", "/旧/",
            ])
    }

    @Test func plansTheScriptOnlyWhereThereIsARedirect() throws {
        var site = try PlanFixture()
        site.page("about")
        #expect(try !site.cleanPlan().hasRoute("/galley/redirect.js"))
        site.page("new") { $0.aliases = ["/old/"] }
        let route = try site.cleanPlan().route(at: URLPath("/galley/redirect.js"))
        #expect(route?.content == .redirectScript)
    }

    @Test func leavesOutAliasesThatAskForNothing() throws {
        var site = try PlanFixture()
        site.page("about") { $0.aliases = ["/about/", "/about/index.html", "/old/", "old"] }
        #expect(try site.cleanPlan().lines.filter { $0.contains(": to ") } == ["/old/: to /about/"])
    }

    @Test func warnsOfAliasesThatNoFileCanStandFor() throws {
        var site = try PlanFixture()
        site.page("about") {
            $0.aliases = ["/?p=12", "https://other.example/x", "/a/../b"]
            $0.places["aliases"] = Place(file: SourcePath("content/about.md"), range: 5..<6)
        }
        #expect(
            site.findings() == [
                "warning plan/bad-alias content/about.md:5 The alias '/?p=12' of "
                    + "'content/about.md' has a query or a fragment, which no file can have",
                "warning plan/bad-alias content/about.md:5 The alias '/a/../b' of "
                    + "'content/about.md' cannot be the name of a file",
                "warning plan/bad-alias content/about.md:5 The alias 'https://other.example/x' of "
                    + "'content/about.md' leads out of the site",
            ])
    }

    @Test(arguments: ["/about/", "/archives/", "/rss.xml"])
    func leavesOutAnAliasWhereSomethingStands(alias: String) throws {
        var site = try PlanFixture()
        site.page("about")
        site.page("other") {
            $0.aliases = [alias]
            $0.places["aliases"] = Place(file: SourcePath("content/other.md"), range: 5..<6)
        }
        let before = site.plan().0.route(at: URLPath(alias))?.content
        let (plan, diagnostics) = site.plan()
        let found = diagnostics.first { $0.id == .planAliasTaken || $0.id == .planBadAlias }
        #expect(diagnostics.count == 1)
        #expect(found?.severity == .warning)
        #expect(found?.place?.range == 5..<6)
        #expect(plan.route(at: URLPath(alias))?.content == before)
        #expect(!plan.lines.contains { $0.contains(": to ") })
    }

    @Test func namesWhatStandsAtAnAlias() throws {
        var site = try PlanFixture()
        site.page("about")
        site.page("other") { $0.aliases = ["/about/"] }
        #expect(
            site.findings() == [
                "warning plan/alias-taken content/other.md:0 The alias '/about/' of "
                    + "'content/other.md' is left out: the page 'content/about.md' is there"
            ])
    }

    @Test func letsTheOlderOfTwoPostsHaveAnAliasWhateverTheirOrder() throws {
        for dates in [["2021-01-01", "2021-01-02"], ["2021-01-02", "2021-01-01"]] {
            var site = try PlanFixture()
            for (name, date) in zip(["a", "b"], dates) {
                try site.post(name, date) { $0.aliases = ["/old/"] }
            }
            site.page("0") { $0.aliases = ["/old/"] }
            let isFirst = dates[0] < dates[1]
            let (older, newer) = isFirst ? ("a", "b") : ("b", "a")
            let (plan, diagnostics) = site.plan()
            #expect(
                diagnostics.map(\.line)
                    == ["0", "posts/\(newer)"].map {
                        "warning plan/alias-taken content/\($0).md:0 The alias '/old/' of "
                            + "'content/\($0).md' is left out: an alias of the post "
                            + "'content/posts/\(older).md' is there"
                    })
            let target = "/2021/01/01/\(older)/"
            #expect(plan.lines.contains("/old/: to \(target)"))
        }
    }

    @Test func letsTheFirstOfTwoTextsHaveAnAlias() throws {
        var site = try PlanFixture()
        site.page("a") { $0.aliases = ["/old/"] }
        site.page("b") { $0.aliases = ["old"] }
        let (plan, diagnostics) = site.plan()
        #expect(
            diagnostics.map(\.line) == [
                "warning plan/alias-taken content/b.md:0 The alias '/old/' of 'content/b.md' is "
                    + "left out: an alias of the page 'content/a.md' is there"
            ])
        #expect(plan.lines.filter { $0.contains(": to ") } == ["/old/: to /a/"])
    }
}
