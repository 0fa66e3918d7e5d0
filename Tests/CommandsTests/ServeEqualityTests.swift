import Content
import Foundation
import TestSupport
import Testing

@testable import Commands

/// Every address that `build` writes gives the same bytes when it is served.
struct ServeEqualityTests {
    @Test func theChineseSiteIsServedAsItIsBuilt() async throws {
        let served = try await ServedSite(Fixture.text("chinese-site.txt"))
        let (different, count) = try await served.differences()
        #expect(different == [])
        #expect(count > 30)
    }

    @Test func theSampleBlogIsServedAsItIsBuilt() async throws {
        let repository = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let site = try BuiltSite("-- .gitignore\npublic\n")
        for part in ["galley.toml", "content", "static", "theme", "themes"] {
            let source = repository.appending(path: part)
            guard FileManager.default.fileExists(atPath: source.path) else { continue }
            try FileManager.default.copyItem(
                at: source, to: URL(filePath: site.text.absolute(part)))
        }
        let served = try await ServedSite(site, now: "2030-01-01", drafts: true)
        let (different, count) = try await served.differences(now: "2030-01-01", drafts: true)
        #expect(different == [])
        #expect(count > 40)
    }

    @Test(
        arguments: [
            ("content/posts/second.md", "title: ", "title: 另"),
            ("content/posts/second.md", "\n---\n", "\n---\n\n新的一段。\n"),
            ("content/posts/second.md", "tags: go", "tags: [go, 新标签]"),
            ("content/posts/second.md", "date: 2021", "date: 2019"),
            ("content/posts/second.md", "\n---\n", "\nslug: other\n---\n"),
            ("content/posts/second.md", "\n---\n", "\ndraft: true\n---\n"),
            ("content/posts/second.md", "\n---\n", "\naliases: [/old/second/]\n---\n"),
            ("content/posts/second.md", "\n---\n", "\nsticky: 9\n---\n"),
            ("content/posts/second.md", "\n---\n", "\nexcerpt: 摘要\ncover: a.png\n---\n"),
            ("content/posts/second.md", "\n---\n", "\nupdated: 2021-12-01\nlang: en\n---\n"),
            ("content/_index.md", "前面", "后面"),
            ("static/robots.txt", "Disallow: /", "Allow: /"),
            ("content/posts/sea/wave.svg", "<svg", "<svg id=\"a\""),
            ("galley.toml", "海边手记", "山间手记"),
            ("galley.toml", "per_page = 2", "per_page = 3"),
            ("galley.toml", "example.org/blog/", "example.org/"),
            ("themes/tiny/layouts/404.mustache", "{{site.href}}", "{{site.title}}"),
            ("themes/tiny/assets/search.js", "find()", "seek()"),
            ("themes/tiny/strings/zh-CN.toml", "阅读更多", "接着读"),
        ])
    func anEditedSiteIsServedAsItIsBuilt(
        _ file: String, _ old: String, _ new: String
    ) async throws {
        let served = try await ServedSite(Fixture.text("chinese-site.txt"))
        // Everything was looked at, so that whatever is kept can be stale.
        #expect(try await served.differences().different == [])
        try await served.edit(file, old, new)
        #expect(try await served.differences().different == [])
        try await served.edit(file, new, old)
        #expect(try await served.differences().different == [])
    }

    /// Found by chance, in ``ServeEditsTests``.
    @Test(
        arguments: [
            // Hides the texts below it.
            ("content/_index.md", "---\ntitle: A\ncascade: {draft: true}\n---\n"),
            // Without a text it gives way to the list of the archives.
            ("content/archives/index.md", "---\ntitle: A\n---\n"),
            // The text beside it is a page only in the bundle of a post.
            ("content/posts/bundle/index.md", nil),
        ])
    func anEditThatChangesOtherTextsIsServedAsItIsBuilt(
        _ file: String, _ text: String?
    ) async throws {
        let served = try await ServedSite(
            BuiltSite.configuration + """
                -- content/_index.md
                ---
                title: A
                ---
                -- content/part/archives.md
                Text.
                -- content/archives/index.md
                ---
                title: A
                ---
                Text.
                -- content/posts/bundle/index.md
                ---
                date: 2021-01-02
                ---
                Text.
                -- content/posts/bundle/notes.md
                Text.

                """)
        #expect(try await served.differences().different == [])
        if let text { try await served.write(file, text) } else { try await served.remove(file) }
        let fresh = try await ServedSite(served.site)
        #expect(await served.live.session.diagnostics == fresh.live.session.diagnostics)
        if text != nil { #expect(try await served.differences().different == []) }
    }

    @Test func filesThatComeAndGoAreServedAsTheyAreBuilt() async throws {
        let served = try await ServedSite(Fixture.text("chinese-site.txt"))
        #expect(try await served.differences().different == [])
        try await served.write(
            "content/posts/新的.md", "---\ntitle: 新的\ndate: 2021-07-01\ntags: [海]\n---\n\n文。\n")
        #expect(try await served.text("/blog/2021/07/01/新的/").contains("文。"))
        #expect(try await served.differences().different == [])
        try await served.move("content/posts/新的.md", "content/posts/更新.md")
        #expect(try await served.page("/blog/2021/07/01/新的/").status == 404)
        #expect(try await served.differences().different == [])
        try await served.write("static/more/a.txt", "a")
        #expect(try await served.differences().different == [])
        try await served.remove("content/posts/更新.md")
        try await served.remove("content/posts/sea")
        try await served.remove("static/more")
        #expect(try await served.differences().different == [])
    }
}
