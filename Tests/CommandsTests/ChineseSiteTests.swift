import Diagnostics
import Testing

@testable import Commands

/// A site in Chinese with one of each thing that a site can have, and a theme of few lines.
///
/// The whole output is compared, so that a change of any file of it shows here: base path, tags
/// that differ in case, nested categories, a sticky post, drafts, future and expired posts, aliases,
/// a bundle, `_index.md`, a static robots.txt, excerpts with and without a marker.
struct ChineseSiteTests {
    @Test func makesTheWholeSite() async throws {
        let site = try BuiltSite(Fixture.text("chinese-site.txt"))
        let outcome = try await site.build()
        #expect(outcome.state == .swapped)
        #expect(
            site.report(outcome) == """
                content/posts/second.md:4:1: warning: The tag 'go' is listed as 'Go' \
                [plan/merged-terms]
                  4 | tags: go
                    | ^^^^
                  Names that differ only in case, white space or Unicode normalization are one \
                term, under its most frequent spelling.
                  note: content/posts/sea/index.md:4:1: 'Go' is written here
                  fix: write 'Go' everywhere

                """)
        #expect(
            outcome.report?.lines.filter { !$0.hasPrefix("snippets ") } == [
                "made      4 posts, 1 page, 19 lists, 2 assets (41 files new, 0 unchanged, 0 removed)",
                "left out  2 drafts, 1 future, 1 expired",
                "your own  /robots.txt (static/robots.txt)",
            ])
        #expect(try site.outputText() == Fixture.text("chinese-site.output.txt"))
    }

    @Test func doesNotDependOnTheOrderOfTheFolder() async throws {
        let site = try BuiltSite(Fixture.text("chinese-site.txt"), isReversed: true)
        try await site.build()
        #expect(try site.outputText() == Fixture.text("chinese-site.output.txt"))
    }

    @Test func writesWhereItIsTold() async throws {
        let site = try BuiltSite(Fixture.text("chinese-site.txt"))
        try await site.build { $0.output = site.text.absolute("elsewhere") }
        #expect(try site.files() == [])
        #expect(try site.files(below: "elsewhere").count == 41)
    }

    @Test func buildsDraftsAndFuturePostsWhenAsked() async throws {
        let site = try BuiltSite(Fixture.text("chinese-site.txt"))
        let outcome = try await site.build {
            $0.drafts = true
            $0.future = true
        }
        #expect(outcome.report?.posts == 7)
        #expect(outcome.report?.drafts == 0)
        #expect(site.page("2020/01/01/draft/index.html") != nil)
        #expect(try site.files().contains { $0.hasSuffix("/idea/index.html") })
        #expect(site.page("2030/01/01/future/index.html") != nil)
        #expect(site.page("2020/01/01/expired/index.html") == nil)
    }

    @Test func tellsFutureAndExpiredPostsByTheGivenTime() async throws {
        let site = try BuiltSite(Fixture.text("chinese-site.txt"))
        try await site.build(now: "2020-05-31 23:59:59")
        #expect(site.page("2020/01/01/expired/index.html") != nil)
        #expect(site.page("2021/03/08/sea/index.html") == nil)
        try await site.build(now: "2030-01-01T00:00:00+08:00")
        #expect(site.page("2020/01/01/expired/index.html") == nil)
        #expect(site.page("2030/01/01/future/index.html") != nil)
    }

    @Test func takesAnotherAddressForAPreview() async throws {
        let site = try BuiltSite(Fixture.text("chinese-site.txt"))
        try await site.build { $0.url = "https://preview.test/x/" }
        #expect(site.page("404.html") == "页面不存在 /x/\n")
        #expect(
            site.page("old.html")
                == "https://preview.test/x/2021/03/08/sea/ /x/2021/03/08/sea/ "
                + "/x/galley/redirect.js\n")
        #expect(try !site.outputText().contains("example.org"))
    }
}
