import Content
import TestSupport
import Testing

@testable import Commands

/// Posts and pages that are written in HTML, and files that only look like one.
struct HTMLTextTests {
    private static let words = String(repeating: "word ", count: 60)

    private static let site =
        BuiltSite.configuration + """
            -- content/posts/2014-09-25-one.html
            ---
            title: One
            tags: [x]
            ---
            <p class="a">First &amp; second &nbsp;"quoted" &mdash; *no* Markdown.</p>
            <!-- more -->
            <h2 id="part">A part</h2>
            <p><a href="../about.html">about</a> <img src="one.svg"> <a href="/gone/">gone</a></p>

            -- content/posts/one.svg
            <svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"></svg>
            -- content/posts/2014-09-26-two.html
            ---
            title: Two
            ---
            <div>
            <p>\(words)</p><p>\(words)</p><p>\(words)</p><p>LAST</p>
            </div>
            -- content/posts/2014-09-27-draft.html
            ---
            title: D
            published: false
            ---
            <p>secret</p>
            -- content/posts/2014-09-28-three.mkd
            ---
            title: Three
            ---
            *Markdown*
            -- content/posts/2014-09-28-four.mdown
            ---
            title: Four
            published: false
            ---
            secret
            -- content/about.html
            ---
            title: About
            ---
            <p>Who.</p>
            -- content/demo/index.html
            <!DOCTYPE html>
            <p>raw</p>

            """

    @Test func writesAPostInHTMLAsItIs() async throws {
        let site = try BuiltSite(Self.site)
        let outcome = try await site.build()
        #expect(outcome.state == .swapped)
        #expect(outcome.ids == ["warning link/broken"])
        #expect(outcome.diagnostics.first?.place?.file.name == "2014-09-25-one.html")
        let page = try #require(site.page("2014/09/25/one/index.html"))
        #expect(
            page.contains(
                "<p class=\"a\">First &amp; second &nbsp;\"quoted\" &mdash; *no* Markdown.</p>"))
        #expect(page.contains("<h2 id=\"part\">A part</h2>"))
        #expect(page.contains("<a href=\"/about.html\">about</a>"))
        #expect(page.contains("src=\"/posts/one.svg\""))
        #expect(page.contains("<span id=\"more\"></span>"))
        #expect(!page.contains("title: One"))
    }

    @Test func cutsExcerptsAtTheMarkerAndByLength() async throws {
        let site = try BuiltSite(Self.site)
        try await site.build()
        let home = try #require(site.page("index.html"))
        #expect(home.contains("*no* Markdown.</p>"))
        #expect(!home.contains("A part"))
        #expect(home.contains("/2014/09/25/one/#more"))
        #expect(home.contains("word word"))
        #expect(!home.contains("LAST"))
        #expect(site.page("2014/09/26/two/index.html")?.contains("<p>LAST</p>") == true)
        #expect(site.page("rss.xml")?.contains("no* Markdown") == true)
        #expect(site.page("tags/x/index.html")?.contains("One") == true)
    }

    @Test func publishesNoDraftInHTML() async throws {
        let site = try BuiltSite(Self.site)
        let outcome = try await site.build()
        #expect(outcome.report?.drafts == 2)
        for (name, bytes) in try site.tree() {
            #expect(!String(decoding: bytes, as: UTF8.self).contains("secret"), "\(name)")
        }
        #expect(site.page("2014/09/28/three/index.html")?.contains("<em>Markdown</em>") == true)
    }

    @Test func keepsPagesAndFilesInHTMLWhereTheyAre() async throws {
        let site = try BuiltSite(Self.site)
        try await site.build()
        #expect(site.page("about.html")?.contains("<p>Who.</p>") == true)
        #expect(site.page("about.html")?.contains("title: About") == false)
        #expect(site.page("demo/index.html")?.hasPrefix("<!DOCTYPE html>\n<p>raw</p>\n") == true)
    }
}
