import Content
import Diagnostics
import Foundation
import Preview
import TestSupport
import Testing

@testable import Commands

/// A site that is broken and mended while it is served: the last good page stays, with what is wrong.
struct ServeBrokenTests {
    private static let post = "---\ntitle: A\ndate: 2021-01-02\ntags: [go]\n---\nText.\n"
    private static let address = "/2021/01/02/a/"

    private func served() async throws -> ServedSite {
        let served = try await ServedSite(
            BuiltSite.configuration + "-- content/posts/a.md\n" + Self.post
                + "-- content/posts/b.md\n---\ntitle: B\ndate: 2021-01-03\n---\nOther.\n"
                + "-- theme/layouts/404.mustache\nmissing\n")
        _ = try await served.text(Self.address)
        return served
    }

    private func ids(_ page: PreviewPage) -> [String] { page.problems.map(\.id.string) }

    @Test func keepsThePageOfAPostWhoseHeadIsBroken() async throws {
        let served = try await served()
        let before = try await served.page(Self.address)
        try await served.edit("content/posts/a.md", "tags: [go]", "tags: @x")
        let broken = try await served.page(Self.address)
        #expect(broken.html == before.html)
        #expect(broken.identity == before.identity)
        #expect(broken.problems.count == 1)
        #expect(broken.problems.first?.place?.file.string == "content/posts/a.md")
        // It stands in lists as before.
        #expect(try await served.text("/").contains(Self.address))
        #expect(try await served.text("/tags/go/").contains(Self.address))
        try await served.edit("content/posts/a.md", "tags: @x", "tags: [rust]")
        #expect(try await served.page(Self.address).problems == [])
        #expect(try await served.text("/tags/rust/").contains(Self.address))
        #expect(try await served.page("/tags/go/").status == 404)
    }

    @Test func tellsTheTerminalOnceWhatIsWrongAndWhenItIsMended() async throws {
        let served = try await served()
        _ = served.lines()
        try await served.edit("content/posts/a.md", "tags: [go]", "tags: @x")
        try await served.edit("content/posts/b.md", "Other", "Another")
        try await served.edit("content/posts/a.md", "tags: @x", "tags: [go]")
        let lines = served.lines().filter { !$0.hasPrefix("changed") }
        #expect(lines == ["error front-matter/syntax", "fixed     no errors are left"])
    }

    @Test func aBrokenPostThatWasNeverGoodIsMissingUntilItIsMended() async throws {
        let served = try await served()
        try await served.write("content/posts/c.md", "---\ntags: @x\ndate: 2021-02-02\n---\n")
        let page = try await served.page("/2021/02/02/c/")
        #expect(page.status == 404)
        #expect(ids(page) == ["front-matter/syntax"])
        try await served.edit("content/posts/c.md", "@x", "[]")
        #expect(try await served.page("/2021/02/02/c/").status == 200)
    }

    @Test(
        arguments: [
            ("galley.toml", "language = ", "langage = ", "configuration/unknown-key"),
            ("galley.toml", "[site]", "[site", "configuration/syntax"),
            ("theme/layouts/404.mustache", "missing", "{{#page}}", "theme/template"),
            ("theme/layouts/404.mustache", "missing", "{{page.nothing}}", "theme/template"),
        ])
    func keepsTheSiteWhenAFileOfItIsBroken(
        _ file: String, _ old: String, _ new: String, _ id: String
    ) async throws {
        let served = try await served()
        let before = try await served.page("/")
        try await served.edit(file, old, new)
        let broken = try await served.page("/")
        #expect(broken.html == before.html)
        #expect(ids(broken) == [id])
        // Meanwhile other edits are seen.
        try await served.edit("content/posts/a.md", "Text", "Later text")
        #expect(try await served.text(Self.address).contains("Later text"))
        try await served.edit(file, new, old)
        #expect(try await served.page("/").problems == [])
    }

    @Test func survivesThatTheContentIsRenamed() async throws {
        let served = try await served()
        try await served.move("content", "elsewhere")
        let page = try await served.page(Self.address)
        #expect(page.status == 200)
        #expect(ids(page) == ["content/no-folder"])
        try await served.move("elsewhere", "content")
        #expect(try await served.page(Self.address).problems == [])
        #expect(try await served.differences().different == [])
    }

    @Test func survivesThatTheThemeIsDeleted() async throws {
        let served = try await ServedSite(Fixture.text("chinese-site.txt"))
        let before = try await served.page("/blog/")
        try await served.move("themes", "elsewhere")
        #expect(ids(try await served.page("/blog/")) == ["theme/unknown"])
        #expect(try await served.page("/blog/").html == before.html)
        try await served.move("elsewhere", "themes")
        #expect(try await served.page("/blog/").problems == [])
    }

    @Test func survivesThatTheConfigurationIsNoFile() async throws {
        let served = try await served()
        try await served.move("galley.toml", "other.toml")
        #expect(ids(try await served.page("/")) == ["preview/unreadable"])
        try FileManager.default.createDirectory(
            atPath: served.site.text.absolute("galley.toml"), withIntermediateDirectories: false)
        try await served.notice(["galley.toml"])
        #expect(ids(try await served.page("/")) == ["preview/unreadable"])
        try served.site.text.remove("galley.toml")
        try await served.move("other.toml", "galley.toml")
        #expect(try await served.page("/").problems == [])
    }

    @Test func beginsWithASiteThatIsBroken() async throws {
        let served = try await ServedSite("-- galley.toml\n[site\n-- content/pages/a.md\nA\n")
        let page = try await served.page("/a/")
        #expect(page.status == 500)
        #expect(ids(page) == ["configuration/syntax"])
        try await served.write(
            "galley.toml", "[site]\ntitle = \"N\"\nurl = \"https://example.org/\"\n")
        #expect(try await served.page("/a/").status == 200)
    }

    @Test func twoPostsOfOneAddressAreToldOnThePage() async throws {
        let served = try await served()
        try await served.edit("content/posts/b.md", "date:", "permalink: \(Self.address)\ndate:")
        let page = try await served.page(Self.address)
        #expect(page.status == 200)
        #expect(ids(page) == ["plan/collision"])
    }

    @Test func aPageThatWasSavedAMomentAgoIsMadeFromTheDisk() async throws {
        let served = try await served()
        // Nobody noticed it yet.
        try served.site.write("content/posts/b.md", "---\ntitle: B2\ndate: 2021-01-03\n---\nNew.\n")
        #expect(try await served.text("/2021/01/03/b/").contains("<p>New.</p>"))
        #expect(try await served.text("/").contains("B2"))
    }

    @Test(arguments: [
        ("static/2021/01/02/a/index.html", "own"),
        (
            "content/posts/c.md",
            "---\ntitle: C\npermalink: /2021/01/02/a/\ndate: 2021-01-09\n---\nC\n"
        ),
        ("content/pages/c.md", "---\ntitle: C\npermalink: /2021/01/02/a/\n---\nC\n"),
    ])
    func aNewFileAtATakenAddressKeepsTheLastGoodPages(_ file: String, _ text: String) async throws {
        let served = try await served()
        let before = try await served.page(Self.address)
        let home = try await served.page("/")
        try await served.write(file, text)
        let page = try await served.page(Self.address)
        #expect(page.html == before.html)
        #expect(page.identity == before.identity)
        #expect(ids(page) == ["plan/collision"])
        #expect(try await served.page("/").html == home.html)
        // An edit inside of a text is shown all the same, another address of one is not.
        try await served.edit("content/posts/b.md", "Other", "Another")
        #expect(try await served.text("/2021/01/03/b/").contains("Another"))
        try await served.edit("content/posts/b.md", "title: B", "title: B\nslug: moved")
        #expect(try await served.page("/2021/01/03/b/").status == 200)
        #expect(try await served.page("/2021/01/03/moved/").status == 404)
        try await served.remove(file)
        #expect(try await served.page(Self.address).problems == [])
        #expect(try await served.page("/2021/01/03/moved/").status == 200)
        #expect(try await served.differences().different == [])
    }

    @Test func anEditThatTakesAnothersAddressKeepsBothPages() async throws {
        let served = try await served()
        let (a, b) = (try await served.page(Self.address), try await served.page("/2021/01/03/b/"))
        try await served.edit("content/posts/b.md", "date:", "permalink: \(Self.address)\ndate:")
        #expect(try await served.page(Self.address).html == a.html)
        #expect(try await served.page("/2021/01/03/b/").html == b.html)
        #expect(ids(try await served.page("/2021/01/03/b/")) == ["plan/collision"])
        try await served.edit("content/posts/b.md", "permalink: \(Self.address)\n", "")
        #expect(try await served.page("/2021/01/03/b/").problems == [])
        #expect(try await served.differences().different == [])
    }

    @Test func aStaticHomePageBesideTheAuthorsOwnKeepsTheAuthorsOwn() async throws {
        let served = try await ServedSite(
            BuiltSite.configuration + "-- content/index.md\n---\ntitle: Mine\n---\nMy home.\n")
        let before = try await served.page("/")
        try await served.write("static/index.html", "<p>static</p>")
        let page = try await served.page("/")
        #expect(page.html == before.html)
        #expect(ids(page) == ["plan/collision"])
        try await served.remove("static/index.html")
        #expect(try await served.page("/").problems == [])
    }
}
