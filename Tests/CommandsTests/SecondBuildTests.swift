import Foundation
import Testing

@testable import Commands

/// What a build does over the output of an earlier one.
struct SecondBuildTests {
    private func builtSite() async throws -> BuiltSite {
        let site = try BuiltSite(Fixture.text("chinese-site.txt"))
        try await site.build()
        return site
    }

    @Test func doesNothingWhenNothingChanged() async throws {
        let site = try BuiltSite(Fixture.text("chinese-site.txt"))
        let first = try await site.build()
        let times = try site.times()
        let second = try await site.build()
        #expect(second.state == .unchanged)
        #expect(second.diagnostics == first.diagnostics)
        #expect(second.report == first.report)
        #expect(try site.times() == times)
    }

    @Test func doesNothingWhenAFileIsWrittenWithItsOwnBytes() async throws {
        let site = try await builtSite()
        let post = try #require(site.text.text("content/posts/second.md"))
        try site.write("content/posts/second.md", post)
        #expect(try await site.build().state == .unchanged)
    }

    @Test func writesOnlyTheFilesWhoseBytesChange() async throws {
        let site = try await builtSite()
        let before = try site.tree()
        let day = try site.age()
        let post = try #require(site.text.text("content/posts/second.md"))
        try site.write("content/posts/second.md", post + "\n再加一段。\n")
        let outcome = try await site.build()
        let after = try site.tree()
        let changed = after.keys.filter { after[$0] != before[$0] }.sorted()
        #expect(
            changed == [
                "2021/02/28/second/index.html", "page/2/index.html", "rss.xml",
                "search/terms/0.txt",
            ])
        #expect(try site.times().filter { $0.value != day }.keys.sorted() == changed)
        #expect(outcome.report?.written == 4)
        #expect(outcome.report?.unchanged == 37)
        #expect(after.keys.sorted() == before.keys.sorted())
    }

    @Test func takesAwayWhatNoRouteOwnsButKeepsTheGitignore() async throws {
        let site = try await builtSite()
        try site.write("public/.gitignore", "*\n")
        try site.write("public/stray.html", "stray")
        try site.text.remove("content/posts/sea")
        try site.text.remove("content/about.md")
        let outcome = try await site.build()
        #expect(outcome.state == .swapped)
        let files = try site.files()
        #expect(site.page(".gitignore") == "*\n")
        #expect(!files.contains("stray.html"))
        #expect(files.filter { $0.contains("sea/") || $0.contains("old") } == [])
    }

    @Test func restoresAnOutputThatSomebodyEdited() async throws {
        let site = try await builtSite()
        let before = try site.tree()
        try site.write("public/index.html", "edited")
        try site.text.remove("public/rss.xml")
        #expect(try await site.build().state == .swapped)
        #expect(try site.tree() == before)
    }

    @Test(arguments: [
        ("galley.toml", "海边手记", "山间手记"),
        ("themes/tiny/layouts/404.mustache", "{{site.href}}", "{{site.title}}"),
        ("static/robots.txt", "Disallow: /", "Allow: /"),
        ("content/posts/sea/wave.svg", "<svg", "<svg id=\"a\""),
        ("content/_index.md", "前面", "后面"),
    ])
    func buildsAnewWhenAnInputChanges(_ file: String, _ old: String, _ new: String) async throws {
        let site = try await builtSite()
        let text = try #require(site.text.text(file))
        try site.write(file, text.replacing(old, with: new))
        #expect(try await site.build().state == .swapped)
        #expect(try await site.build().state == .unchanged)
    }

    @Test func buildsAnewWhenAPostsTimeHasCome() async throws {
        let site = try await builtSite()
        #expect(try await site.build(now: "2029-12-31 23:59:59").state == .unchanged)
        #expect(try await site.build(now: "2030-01-01 00:00:00").state == .swapped)
        #expect(site.page("2030/01/01/future/index.html") != nil)
    }

    @Test func buildsAnewForAnEarlierTime() async throws {
        let site = try await builtSite()
        #expect(try await site.build(now: "2020-01-02").state == .swapped)
        #expect(site.page("2021/03/08/sea/index.html") == nil)
    }

    @Test func warnsWhereItCannotKeepItsStateForTheSiteIsSwappedAlready() async throws {
        let site = try BuiltSite(BuiltSite.configuration + "-- content/pages/a.md\nA\n")
        try site.text.write(".galley", bytes: [])
        let outcome = try await site.build()
        #expect(outcome.state == .swapped)
        #expect(outcome.diagnostics.map(\.id.string).contains("output/state-not-kept"))
        #expect(!outcome.diagnostics.hasErrors)
        #expect(try #require(site.text.text("public/a/index.html")).contains("<p>A</p>"))
    }
}
