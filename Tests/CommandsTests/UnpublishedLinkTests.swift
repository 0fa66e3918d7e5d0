import Content
import Diagnostics
import Testing

@testable import Commands

/// Links to anything of a text that is not published say so.
struct UnpublishedLinkTests {
    private static let files = """
        [build]
        exclude = ["content/posts/out/", "content/*.pdf"]
        MENU-- content/posts/d/index.md
        ---
        title: D
        date: 2020-02-03
        draft: true
        aliases: [/old-d/]
        tags: [Rust]
        categories: [A, B]
        ---
        -- content/posts/d/x.txt
        x
        -- content/posts/d/notes.md
        ---
        title: Notes
        ---
        -- content/posts/f.md
        ---
        title: F
        date: 2030-01-01
        aliases: /old-f/
        tags: Zig
        ---
        -- content/posts/f/y.txt
        y
        -- content/posts/e.md
        ---
        title: E
        date: 2020-01-05
        expires: 2021-01-01
        aliases: /old-e/
        ---
        -- content/posts/out/o.md
        ---
        title: O
        date: 2019-01-04
        aliases: /old-o/
        tags: Nim
        ---
        -- content/big.pdf
        x
        -- content/x.bak
        x

        """

    private func problems(_ text: String, menu: String = "") async throws -> [String] {
        let site = try BuiltSite(
            BuiltSite.configuration + Self.files.replacing("MENU", with: menu)
                + "-- content/posts/2020-01-01-a.md\n---\ntitle: A\n---\n\(text)\n")
        return try await site.build().diagnostics
            .filter { $0.id.string.hasPrefix("link/") || $0.id.string == "plan/menu-link" }
            .map { "\($0.id.string) \($0.summary)" }
    }

    @Test(arguments: [
        ("/old-d/", "'content/posts/d/index.md', which is a draft, so it is not published"),
        ("/content/posts/d/index.md", "'content/posts/d/index.md', which is a draft"),
        ("posts/d/index.md", "'content/posts/d/index.md', which is a draft"),
        ("content/posts/d/index.md", "'content/posts/d/index.md', which is a draft"),
        (
            "d/x.txt",
            "'content/posts/d/x.txt', a file of 'content/posts/d/index.md', which is a draft"
        ),
        ("/2020/02/03/d/x.txt", "'content/posts/d/x.txt', a file of 'content/posts/d/index.md'"),
        ("/posts/d/x.txt", "'content/posts/d/x.txt', a file of 'content/posts/d/index.md'"),
        (
            "/2020/02/03/d/notes/",
            "'content/posts/d/notes.md', a text beside 'content/posts/d/index.md', which is a draft"
        ),
        ("/tags/Rust/", "the tag 'Rust' of 'content/posts/d/index.md', which is a draft"),
        ("/tags/Rust/rss.xml", "the tag 'Rust' of 'content/posts/d/index.md', which is a draft"),
        ("/categories/A/B", "the category 'B' of 'content/posts/d/index.md', which is a draft"),
        ("/archives/2030/", "the archive of 2030 of 'content/posts/f.md', which is dated 2030"),
        ("/old-f/", "'content/posts/f.md', which is dated 2030-01-01T00:00:00Z"),
        ("f/y.txt", "'content/posts/f/y.txt', a file of 'content/posts/f.md', which is dated"),
        ("/tags/Zig/", "the tag 'Zig' of 'content/posts/f.md', which is dated 2030"),
        ("/old-e/", "'content/posts/e.md', which expired at 2021-01-01T00:00:00Z"),
        ("out/o.md", "'content/posts/out/o.md', which 'exclude' under [build] leaves out"),
        ("/2019/01/04/o/", "'content/posts/out/o.md', which 'exclude' under [build] leaves out"),
        ("/old-o/", "'content/posts/out/o.md', which 'exclude' under [build] leaves out"),
        ("/tags/Nim/", "the tag 'Nim' of 'content/posts/out/o.md', which 'exclude'"),
        ("/big.pdf", "'content/big.pdf', which 'exclude' under [build] leaves out"),
        ("/x.bak", "'content/x.bak', which is left out by its name"),
    ])
    func saysWhatALinkLeadsTo(link: String, words: String) async throws {
        let found = try await problems("[x](\(link))")
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("link/unpublished '\(link)' leads to \(words)") == true)
    }

    @Test(arguments: ["/2020/02/03/d/", "/old-d/", "posts/d/index.md", "/tags/Rust/"])
    func saysSoOfAnEntryOfTheMenu(link: String) async throws {
        let found = try await problems(
            "x", menu: "[[menu]]\nname = \"M\"\nurl = \"\(link)\"\n")
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("plan/menu-link The menu's 'M' leads to ") == true)
        #expect(
            found.first?.hasSuffix(
                "'content/posts/d/index.md', which is a draft, so it is not published") == true)
    }

    @Test func leavesATagAloneThatAPublishedPostHas() async throws {
        let site = try BuiltSite(
            BuiltSite.configuration + Self.files.replacing("MENU", with: "")
                + "-- content/posts/2020-01-01-a.md\n---\ntags: Rust\n---\n[x](/tags/Rust/)\n")
        #expect(!(try await site.build().ids.contains { $0.contains("link/") }))
    }

    @Test func countsExcludedTexts() async throws {
        let site = try BuiltSite(BuiltSite.configuration + Self.files.replacing("MENU", with: ""))
        let outcome = try await site.build()
        #expect(outcome.report?.excluded == 1)
        #expect(try site.files().contains { $0.hasPrefix("2019/") } == false)
    }

    @Test func saysNothingOfWhatIsWrongWithAnExcludedText() async throws {
        let site = try BuiltSite(
            BuiltSite.configuration + "[build]\nexclude = [\"content/posts/bad.md\"]\n"
                + "-- content/posts/bad.md\n---\ntitle: [\n---\n"
                + "-- content/posts/2020-01-01-a.md\n---\ntitle: A\n---\nx\n")
        #expect(try await site.build().ids == [])
    }
}
