import Content
import TestSupport
import Testing

@testable import Commands

/// A site of another generator, with a home page, feeds and lists of its own.
struct OwnFilesTests {
    private static let posts = """
        -- content/posts/2021-01-01-a.md
        ---
        title: A
        tags: [x]
        ---
        Text of A.

        """

    @Test func showsTheHomePageOfTheSiteAndTheListBesideIt() async throws {
        let site = try BuiltSite(
            BuiltSite.configuration + Self.posts + """
                -- content/index.md
                ---
                title: Welcome
                ---
                My own words.
                -- static/atom.xml
                <feed/>
                """)
        let outcome = try await site.build()
        #expect(outcome.state == .swapped)
        #expect(outcome.diagnostics.isEmpty)
        #expect(
            outcome.report?.lines.first { $0.hasPrefix("your own") }
                == "your own  / (content/index.md), /atom.xml (static/atom.xml); "
                + "the list of posts is at /blog/")
        #expect(site.page("index.html")?.contains("My own words.") == true)
        #expect(site.page("atom.xml") == "<feed/>\n")
        let list = try #require(site.page("blog/index.html"))
        #expect(list.contains("Text of A."))
        #expect(list.contains("<title>Posts - Notes</title>") || list.contains("Posts"))
        #expect(site.page("index.html")?.contains("href=\"/blog/\"") == true)
    }

    @Test func makesItsOwnWhereOthersNeedAStub() async throws {
        let site = try BuiltSite(
            BuiltSite.configuration + Self.posts + """
                -- content/index.md
                ---
                layout: home
                ---
                -- content/tags/index.md
                ---
                title: 标签
                date: 2020-01-01
                type: tags
                comments: false
                ---
                -- content/atom.xml
                ---
                ---
                <feed>{{ site.title }}</feed>
                """)
        let outcome = try await site.build()
        #expect(outcome.state == .swapped)
        #expect(
            outcome.diagnostics.map(\.id.string)
                == ["plan/template-file", "plan/page-of-list", "plan/page-of-list"])
        #expect(!outcome.diagnostics.hasErrors)
        #expect(site.page("index.html")?.contains("Text of A.") == true)
        #expect(site.page("tags/index.html")?.contains("href=\"/tags/x/\"") == true)
        #expect(site.page("atom.xml")?.contains("<title>Notes</title>") == true)
        #expect(outcome.report?.ownFiles == [])
    }

    /// Nobody sees the text of a page that gives way, so that nothing of it is reported.
    @Test func saysNothingElseOfAPageThatGivesWay() async throws {
        let site = try BuiltSite(
            BuiltSite.configuration + Self.posts + """
                -- content/index.html
                ---
                layout: home
                ---
                {% for post in site.posts %}<a href="/nowhere/">{{ post.title }}</a>{% endfor %}
                """)
        let outcome = try await site.build()
        #expect(outcome.diagnostics.map(\.id.string) == ["plan/page-of-list"])
        #expect(outcome.report?.pages == 0)
    }

    @Test func writesTheSiteWithoutTheLaterOfTwoTexts() async throws {
        let site = try BuiltSite(
            BuiltSite.configuration + Self.posts + """
                -- content/posts/2021-01-01-b.md
                ---
                title: B
                slug: a
                ---
                Text of B.
                -- content/c.md
                # C
                -- content/c/index.md
                # C again
                """)
        let outcome = try await site.build()
        #expect(outcome.state == .swapped)
        #expect(outcome.diagnostics.map(\.id.string) == ["plan/collision", "plan/collision"])
        #expect(outcome.diagnostics.hasErrors)
        #expect(outcome.report?.posts == 1)
        #expect(outcome.report?.broken == 2)
        for page in ["index.html", "rss.xml", "2021/01/01/a/index.html"] {
            #expect(site.page(page)?.contains("Text of A.") == true)
            #expect(site.page(page)?.contains("Text of B.") == false)
        }
    }
}
