import Addresses
import Content
import Diagnostics
import Testing

@testable import Planning

@Suite("Permalinks of posts and pages")
struct PermalinkTests {
    /// The address of one post under a pattern.
    private func address(
        _ pattern: String, title: String? = nil, name: String = "深入/hello",
        offset: Int = 0, _ change: (inout FrontMatter) -> Void = { _ in }
    ) throws -> String? {
        var site = try PlanFixture()
        site.configuration.posts.permalink = pattern
        try site.post(name, "2021-08-02 22:08:05", offset: offset, title: title, change)
        let (plan, diagnostics) = site.plan()
        // A colon in an address is a matter of Windows alone.
        try #require(diagnostics.allSatisfy { $0.id == .planReservedName }, "\(diagnostics)")
        return plan.posts.first
    }

    @Test(arguments: [
        ("/:year/:month/:day/:slug/", "/2021/08/02/hello/"),
        ("/:year/:i_month/:i_day/:slug.html", "/2021/8/2/hello.html"),
        ("/:hour-:minute-:second/", "/22-08-05/"),
        ("/:path/", "/深入/hello/"),
        ("/:title/", "/Go-入门-CAS-与-sync.Map/"),
        ("/:category/:slug/", "/Go/Run-time/hello/"),
        ("/:categories/:slug/", "/Go/Run-time/Other/hello/"),
        ("/:short_year/:y_day/:monthname/:weekdayname/:slug/", "/21/214/August/Monday/hello/"),
        ("/:w_year/:week/:name/", "/2021/31/hello/"),
        ("/:section/:slug/", "/posts/hello/"),
        ("/p/:abbrlink.html", "/p/4a17b156.html"),
        ("/:number/:flag/", "/42/true/"),
        ("/a:b:/:slug/", "/ax:/hello/"),
        ("/:slug/index.html", "/hello/"),
    ])
    func expandsTokens(pattern: String, path: String) throws {
        let found = try address(pattern, title: "【Go】入门： CAS 与 sync.Map") {
            $0.categories = [["Go", "Run time"], ["Other"]]
            $0.params = [
                "abbrlink": .string("4a17b156"), "number": .integer(42), "flag": .boolean(true),
                "b": .string("x"),
            ]
        }
        #expect(found == path)
    }

    @Test func takesDatePartsFromTheDatesOwnOffset() throws {
        #expect(try address("/:year/:month/:day/", offset: 28_800) == "/2021/08/02/")
        #expect(try address("/:year/:month/:day/", offset: -43_200) == "/2021/08/02/")
    }

    @Test func reportsAnUnknownTokenOnce() throws {
        var site = try PlanFixture()
        site.configuration.posts.permalink = "/:yaer/:slug/"
        try site.post("a", "2021-01-01")
        try site.post("b", "2021-01-02")
        let (_, diagnostics) = site.plan()
        #expect(
            diagnostics.map(\.line) == [
                "error plan/unknown-token galley.toml:1 "
                    + "':yaer' is no token of permalinks and no post has a key 'yaer'"
            ])
        #expect(diagnostics.first?.fixes.map(\.text) == ["did you mean ':year'?"])
    }

    @Test func reportsAKeyThatAPostLacks() throws {
        var site = try PlanFixture()
        site.configuration.posts.permalink = "/:abbrlink/"
        try site.post("a") { $0.params["abbrlink"] = .integer(7) }
        try site.post("b")
        try site.post("c") { $0.params["abbrlink"] = .list([.integer(7)]) }
        #expect(
            site.findings()
                == ["b", "c"].map {
                    "error plan/missing-key content/posts/\($0).md:0 "
                        + "The post 'content/posts/\($0).md' has no 'abbrlink', "
                        + "which its permalink needs"
                })
        #expect(site.plan().0.posts == ["/7/"])
    }

    @Test(arguments: [
        ("/:category/:slug/", "", "/a/"), ("/x/:category/:slug.html", "", "/x/a.html"),
        ("/:categories/:slug/", "", "/a/"), ("/:category-:slug/", "", "/-a/"),
        ("/:category/:slug/", "未分类", "/未分类/a/"), ("/:categories/", "A B", "/A-B/"),
    ])
    func dropsTheCategoryOfAPostThatHasNone(
        pattern: String, defaultCategory: String, path: String
    ) throws {
        var site = try PlanFixture()
        site.configuration.posts.permalink = pattern
        site.configuration.posts.defaultCategory = defaultCategory
        try site.post("a")
        #expect(try site.cleanPlan().posts == [path])
    }

    @Test(arguments: ["/:category/", "/:category.html"])
    func reportsAnAddressOfNothingButAMissingCategory(pattern: String) throws {
        var site = try PlanFixture()
        site.configuration.posts.permalink = pattern
        try site.post("a")
        #expect(site.plan().1.map(\.id.string) == ["plan/bad-address"])
    }

    @Test func takesTheLastCategoryAsHexoDoes() throws {
        var site = try PlanFixture()
        site.configuration.posts.permalink = "/:category/:slug/"
        site.configuration.posts.categoryToken = .last
        try site.post("a") { $0.categories = [["Go", "Runtime"], ["译文"]] }
        #expect(try site.cleanPlan().posts == ["/译文/a/"])
    }

    @Test func writesANumberAsItIsInTheFile() throws {
        #expect(
            try address("/p/:abbrlink/") {
                $0.params["abbrlink"] = .number(45_075_000)
                $0.writtenTexts["abbrlink"] = "45075e3"
            } == "/p/45075e3/")
    }

    @Test func writesADateAndAWordAsTheyAreInTheFile() throws {
        let moment = Moment(instant: 1_627_984_800, offset: 0)
        #expect(
            try address("/p/:id/") {
                $0.params["id"] = .date(moment)
                $0.writtenTexts["id"] = "2021-08-03 10:00:00"
            } == "/p/2021-08-03-10:00:00/")
        #expect(
            try address("/p/:id/") {
                $0.params["id"] = .boolean(true)
                $0.writtenTexts["id"] = "True"
            } == "/p/True/")
    }

    @Test(arguments: [
        ("/:title/", false, "/hello/"), ("/:title/", true, "/C++-入门/"),
        (":year/:title", false, "/2021/hello/"),
        ("/:categories/:title:output_ext", false, "/Go/hello.html"),
        ("/:path/x.html", false, "/深入/hello/x.html"), ("/p/:id/", false, "/p/7/"),
        ("/:contentbasename/", true, "/hello/"), ("/:sections/:slug/", true, "/posts/深入/hello/"),
        ("/wiki/Help:Contents/", false, "/wiki/Help:Contents/"), ("/12:30/", false, "/12:30/"),
        ("/post:id/", false, "/post7/"),
    ])
    func expandsTokensInAPostsOwnPermalink(
        permalink: String, isHugo: Bool, path: String
    ) throws {
        let found = try address("/:slug/", title: "C++ 入门") {
            $0.permalink = permalink
            $0.isHugoPermalink = isHugo
            $0.categories = [["Go"]]
            $0.params["id"] = .integer(7)
        }
        #expect(found == path)
    }

    @Test func reportsAnUnknownTokenOfAPostsOwnPermalinkWithThoseThatAreKnown() throws {
        var site = try PlanFixture()
        try site.post("a") {
            $0.permalink = "/:yaer/:slug/"
            $0.params["id"] = .integer(7)
        }
        let found = try #require(site.plan().1.first)
        #expect(
            found.line
                == "error plan/unknown-token content/posts/a.md:0 ':yaer' in the permalink of "
                + "the post 'content/posts/a.md' is no token and no key of it")
        #expect(found.explanation?.contains(":year,") == true)
        #expect(found.explanation?.contains(", :id,") == true)
        #expect(found.fixes.map(\.text) == ["did you mean ':year'?"])
    }

    @Test func reportsADateInThePermalinkOfAPageThatHasNone() throws {
        var site = try PlanFixture()
        site.page("a") { $0.permalink = "/:year/:slug/" }
        #expect(
            site.findings() == [
                "error plan/missing-key content/a.md:0 The permalink of the page 'content/a.md' "
                    + "has ':year', for which it has no value"
            ])
    }

    @Test func reportsATitleThatLeavesNothing() throws {
        var site = try PlanFixture()
        site.configuration.posts.permalink = "/:title/"
        try site.post("a", title: "？！…")
        #expect(
            site.findings() == [
                "error plan/bad-address content/posts/a.md:0 The address of the post "
                    + "'content/posts/a.md' is empty where it has ':title'"
            ])
    }

    @Test func reportsAnEmptySlug() throws {
        var site = try PlanFixture()
        try site.post("a", slug: "")
        #expect(site.plan().1.map(\.id.string) == ["plan/bad-address"])
    }

    @Test(arguments: [
        ("posts/:slug/", "must begin with '/'"),
        ("/:year/:slug", "must end in '/' or '.html'"),
        ("/:slug.htm", "must end in '/' or '.html'"),
        ("/a//:slug/", "has the part '', which no address can have"),
        ("/../:slug/", "has the part '..', which no address can have"),
        ("/:slug?x/", "has the part ':slug?x', which no address can have"),
    ])
    func reportsABadPattern(pattern: String, reason: String) throws {
        var site = try PlanFixture()
        site.configuration.posts.permalink = pattern
        try site.post("a")
        #expect(
            site.findings() == [
                "error plan/bad-permalink galley.toml:1 The permalink pattern '\(pattern)' \(reason)"
            ])
        #expect(site.plan().0.posts == ["/2021/08/12/a/"])
    }

    @Test(arguments: [
        ("foo/bar", "/foo/bar/"), ("/foo.html", "/foo.html"), ("/foo/", "/foo/"),
        ("v1.2", "/v1.2/"),
        ("https://example.org/a%20b/", "/a b/"), ("/%E6%A0%87/", "/标/"), (" /x ", "/x/"),
        ("/cafe\u{301}/", "/caf\u{E9}/"), ("/a/index.html", "/a/"),
    ])
    func takesThePermalinkOfFrontMatterAsWritten(written: String, path: String) throws {
        var site = try PlanFixture()
        try site.post("a") { $0.permalink = written }
        site.page("b") { $0.permalink = "/pages" + path }
        let plan = try site.cleanPlan()
        #expect(plan.postPaths == [URLPath(path)])
        #expect(plan.postPaths[0].string.unicodeScalars.elementsEqual(path.unicodeScalars))
        #expect(plan.pagePaths == [URLPath("/pages" + path)])
    }

    @Test(arguments: [
        ("https://other.example/x/", "leads out of the site"),
        ("/a?b", "has a query or a fragment"),
        ("/%FF/", "leads out of the site"),
    ])
    func reportsAPermalinkThatIsNoPathOfTheSite(written: String, reason: String) throws {
        var site = try PlanFixture()
        try site.post("a") { $0.permalink = written }
        #expect(
            site.findings() == [
                "error plan/bad-address content/posts/a.md:0 The permalink '\(written)' of "
                    + "the post 'content/posts/a.md' \(reason)"
            ])
    }

    @Test(arguments: ["/a/../../etc/", "/a//b/", "/a\u{0}b/", "/./"])
    func reportsAPathOutsideOfTheOutput(written: String) throws {
        var site = try PlanFixture()
        try site.post("a") { $0.permalink = written }
        let (plan, diagnostics) = site.plan()
        #expect(diagnostics.map(\.id.string) == ["plan/bad-address"])
        #expect(plan.posts.isEmpty)
    }

    @Test func reportsASegmentOfOver255Bytes() throws {
        var site = try PlanFixture()
        try site.post("a", slug: String(repeating: "标", count: 85))
        #expect(site.findings().isEmpty)
        site.library.posts = []
        try site.post("a", slug: String(repeating: "标", count: 86))
        #expect(site.plan().1.map(\.id.string) == ["plan/bad-address"])
    }

    /// A page that cannot be written would stop the build.
    @Test func reportsAnAddressThatNoDiskTakes() throws {
        var site = try PlanFixture()
        let long = String(repeating: "ab/", count: 300)
        try site.post("a", slug: "a") { $0.permalink = "/\(long)" }
        try site.post("b") { $0.aliases = ["/\(long)"] }
        try site.post("c") { $0.categories = [Array(repeating: "ab", count: 310)] }
        let (plan, diagnostics) = site.plan()
        #expect(
            Set(diagnostics.map(\.id.string)) == ["plan/bad-address", "plan/bad-alias"])
        #expect(plan.routes.allSatisfy { $0.path.string.utf8.count < 950 })
        #expect(plan.routes.contains { $0.content == .post(0) || $0.content == .post(1) })
    }

    @Test func warnsOfANameThatWindowsReserves() throws {
        var site = try PlanFixture()
        try site.post("a") { $0.permalink = "/aux/" }
        site.asset("com1.txt")
        #expect(
            site.findings() == [
                "warning plan/reserved-name content/com1.txt:0 The address of the file "
                    + "'content/com1.txt' holds a name that Windows reserves for a device",
                "warning plan/reserved-name content/posts/a.md:0 The address of the post "
                    + "'content/posts/a.md' holds a name that Windows reserves for a device",
            ])
        #expect(site.plan().0.posts == ["/aux/"])
    }

    @Test func warnsOnceOfAColonInThePatternOfAllPosts() throws {
        var site = try PlanFixture()
        site.configuration.posts.permalink = "/wiki:/:slug/"
        for name in ["a", "b", "c"] { try site.post(name) }
        #expect(
            site.findings() == [
                "warning plan/reserved-name content/posts/a.md:0 The address of the post "
                    + "'content/posts/a.md' holds ':', which no name of a file has on Windows"
            ])
    }

    @Test func leavesNamesToTheLoaderThatItHasReported() throws {
        var site = try PlanFixture()
        try site.post("aux/index")
        site.page("con")
        site.asset("posts/aux/x.png")
        #expect(site.findings().isEmpty)
    }

    @Test func keepsUnicodeOnDiskAndEncodesOnceInLinks() throws {
        var site = try PlanFixture(url: "https://example.org/blog/")
        site.page("标签 100%")
        let route = try #require(try site.cleanPlan().route(at: URLPath("/标签 100%/")))
        #expect(route.output == OutputPath("标签 100%/index.html"))
        #expect(
            site.configuration.site.address.href(route.path)
                == "/blog/%E6%A0%87%E7%AD%BE%20100%25/")
    }

    @Test(arguments: [
        ("[last]", "/c/x/"), ("[1:]", "/a/b/c/x/"), ("[:last]", "/posts/a/b/x/"), ("[1]", "/a/x/"),
        ("[1:3]", "/a/b/x/"), ("[0]", "/posts/x/"), ("[:]", "/posts/a/b/c/x/"), ("[9]", "/x/"),
        ("[2:1]", "/x/"), ("[:99]", "/posts/a/b/c/x/"), ("[1:last]", "/a/b/x/"),
    ])
    func takesSomeOfTheFoldersAsHugoDoes(slice: String, path: String) throws {
        #expect(try address("/:sections\(slice)/:slug/", name: "a/b/c/x") == path)
        let own = try address("/:slug/", name: "a/b/c/x") {
            $0.permalink = "/:sections\(slice)/:slug/"
            $0.isHugoPermalink = true
        }
        #expect(own == path)
    }

    @Test(arguments: [
        ":categories[0]", ":sections[-1]", ":sections[x]", ":sections[]", ":sections[1:2:3]",
    ])
    func reportsASliceThatThereIsNot(token: String) throws {
        var site = try PlanFixture()
        try site.post("a") { $0.permalink = "/\(token)/:slug/" }
        let found = try #require(site.plan().1.first)
        #expect(found.id == .planUnknownToken)
        #expect(found.summary.hasPrefix("'\(token)' in the permalink of the post"))
        #expect(found.explanation?.contains(":sections,") == true)
        let meant = token.prefix { $0 != "[" }
        #expect(found.fixes.map(\.text) == ["did you mean '\(meant)'?"])
        site.library.posts = []
        site.configuration.posts.permalink = "/\(token)/:slug/"
        try site.post("b")
        let pattern = try #require(site.plan().1.first)
        #expect(pattern.id == .planUnknownToken)
        #expect(pattern.place == PlanFixture.toml(1))
        #expect(pattern.explanation?.contains(":sections,") == true)
    }

    @Test(arguments: [
        "/{{ page.slug }}/", "/{% if x %}a{% endif %}/", "/<%= slug %>/", "/${slug}/", "/{slug}/",
        "/%year%/%postname%/", "/{{title | slugify}}/index.html", "/blog/%day%/",
    ])
    func refusesTheTemplatesOfOtherGeneratorsInAPermalink(written: String) throws {
        var site = try PlanFixture()
        try site.post("a") {
            $0.permalink = written
            $0.places["permalink"] = Place(file: SourcePath("content/posts/a.md"), range: 7..<9)
        }
        site.page("b") { $0.permalink = written }
        let (plan, diagnostics) = site.plan()
        #expect(diagnostics.map(\.id.string) == ["plan/bad-address", "plan/bad-address"])
        let found = try #require(diagnostics.first { $0.place?.range == 7..<9 })
        #expect(
            found.summary == "The permalink '\(written)' of the post 'content/posts/a.md' is a "
                + "template of another generator")
        #expect(found.explanation?.contains(":slug,") == true)
        #expect(plan.posts.isEmpty)
        var other = try PlanFixture()
        other.configuration.posts.permalink = written.hasSuffix("/") ? written : written + "/"
        try other.post("a")
        #expect(other.plan().1.map(\.id.string) == ["plan/bad-permalink"])
    }

    @Test(arguments: ["/100%25/", "/%E4%BD%A0%20x/", "/a-%ABCD%20/", "/a{b/"])
    func takesSignsForThemselvesThatAreNoTemplate(written: String) throws {
        #expect(!PermalinkPattern.isTemplate(written))
    }

    @Test(arguments: [
        ("CI/CD", "CI~CD"), ("CI-CD", "CI--CD"), ("CI CD", "CI-CD"), ("CI~CD", "CI~CD"),
        ("C++", "C++"), ("前端", "前端"),
    ])
    func givesACategoryTheSegmentOfItsOwnPage(name: String, segment: String) throws {
        for pattern in ["/:category/:slug/", "/:categories/:slug/", "/:series/:slug/"] {
            var site = try PlanFixture()
            site.configuration.posts.permalink = pattern
            try site.post("a") {
                $0.categories = [[name]]
                $0.series = name
            }
            let plan = try site.cleanPlan()
            #expect(plan.posts == ["/\(segment)/a/"])
            #expect(plan.hasRoute("/categories/\(segment)/"))
            #expect(plan.hasRoute("/series/\(segment)/"))
        }
    }

    @Test func redirectsFromTheAddressThatACategoryGaveBefore() throws {
        var site = try PlanFixture()
        site.configuration.posts.permalink = "/:category/:slug/"
        try site.post("a") { $0.categories = [["front-end"]] }
        try site.post("b") {
            $0.categories = [["CI/CD"]]
            $0.permalink = "/x/:categories/b/"
        }
        let plan = try site.cleanPlan()
        #expect(plan.lines.contains("/front-end/a/: to /front--end/a/"))
        #expect(plan.lines.contains("/x/CI-CD/b/: to /x/CI~CD/b/"))
    }
}
