import Testing

@testable import Commands

/// Undated texts beside the `index.md` of a post.
struct BundleTextTests {
    private func site(_ index: String) throws -> BuiltSite {
        try BuiltSite(
            BuiltSite.configuration
                + """
                -- content/posts/a/index.md
                ---
                title: A
                date: 2021-08-12 10:00:00
                \(index)
                ---
                x, see [notes](notes.md) and [more](sub/more.md)
                -- content/posts/a/notes.md
                # Notes

                secret, back to [A](index.md), ![x](x.svg)
                -- content/posts/a/sub/more.md
                secret
                -- content/posts/a/2021-09-01-dated.md
                secret
                -- content/posts/a/x.svg
                <svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>

                """)
    }

    @Test func areBelowThePost() async throws {
        let site = try site("tags: [Go]")
        let outcome = try await site.build()
        #expect(outcome.ids == [])
        let page = try #require(site.page("2021/08/12/a/notes/index.html"))
        #expect(page.contains("<title>Notes"))
        #expect(page.contains("href=\"/2021/08/12/a/\""))
        #expect(page.contains("src=\"/2021/08/12/a/x.svg\""))
        #expect(site.page("2021/08/12/a/sub/more/index.html") != nil)
        #expect(site.page("2021/09/01/dated/index.html") != nil)
        #expect(site.page("2021/08/12/a/index.html")?.contains("/2021/08/12/a/notes/") == true)
    }

    @Test func followThePermalinkOfThePost() async throws {
        let site = try site("permalink: /one.html")
        #expect(try await site.build().ids == [])
        #expect(site.page("one/notes/index.html") != nil)
    }

    @Test(arguments: ["draft: true", "expires: 2021-10-01", "password: abc", "headless: true"])
    func areHiddenWithThePost(key: String) async throws {
        let site = try site(key)
        try site.write("content/posts/a/2021-09-01-dated.md", "open")
        try await site.build()
        #expect(!(try site.outputText()).contains("secret"))
    }

    @Test func withoutAnIndexAnUndatedTextIsStillAnError() async throws {
        let site = try BuiltSite(BuiltSite.configuration + "-- content/posts/a/notes.md\nx\n")
        #expect(try await site.build().ids == ["error content/no-date"])
    }
}
