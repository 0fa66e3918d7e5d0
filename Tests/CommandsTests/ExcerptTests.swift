import Foundation
import TestSupport
import Testing

@testable import Commands

/// Excerpts as the home page shows them, through the whole flow.
struct HomeExcerptTests {
    private func home(_ post: String) async throws -> (html: String, outcome: BuildOutcome) {
        let site = try BuiltSite(BuiltSite.configuration + "-- content/posts/a.md\n" + post)
        let outcome = try await site.build()
        return (try #require(site.text.text("public/index.html")), outcome)
    }

    @Test func showsTheFrontMattersExcerptWhereTheTitleIsTheFirstHeading() async throws {
        let (html, outcome) = try await home(
            "---\ndate: 2020-01-01\nexcerpt: \"Own **bold** words\"\n---\n# Title\n\nbody\n")
        #expect(html.contains("<p>Own <strong>bold</strong> words</p>"))
        #expect(outcome.diagnostics == [])
    }

    @Test func leadsFromAnExcerptToTheAnchorsOfThePost() async throws {
        let (html, _) = try await home(
            "---\ntitle: A\ndate: 2020-01-01\n---\n[x](#h)\n\n<!-- more -->\n\n## H\n")
        #expect(html.contains("<a href=\"/2020/01/01/a/#h\">x</a>"))
    }

    @Test func showsTheDescriptionWhereTheMarkerStandsFirst() async throws {
        let (html, _) = try await home(
            "---\ntitle: A\ndate: 2020-01-01\ndescription: a < b\n---\n<!-- more -->\n\nText.\n")
        #expect(html.contains("<p>a &lt; b</p>"))
        #expect(html.contains("href=\"/2020/01/01/a/#more\""))
    }

    @Test func showsTheBeginningWhereTheMarkerStandsFirstBehindTheTitle() async throws {
        let (html, _) = try await home(
            "---\ndate: 2020-01-01\n---\n# A\n\n<!-- more -->\n\nText.\n\n## B\n\nMore.\n")
        #expect(html.contains("<p>Text.</p>"))
    }

    @Test func callsTheLinkToTheRestAsTheMarkerDoes() async throws {
        let (html, _) = try await home(
            "---\ntitle: A & B\ndate: 2020-01-01\n---\nx\n\n<!--more Go <on>-->\n\ny\n")
        #expect(html.contains("aria-label=\"Go &lt;on&gt; · A &amp; B\">Go &lt;on&gt;</a>"))
    }

    @Test func closesRawElementsThatTheCutLeftOpen() async throws {
        let (html, _) = try await home(
            "---\ntitle: A\ndate: 2020-01-01\n---\n<div>\n\na\n\n<!-- more -->\n\n</div>\n")
        let opened = html.components(separatedBy: "<div").count
        #expect(opened == html.components(separatedBy: "</div>").count)
    }

    @Test func reportsTheLinksOfAnExcerptThatLeadNowhere() async throws {
        let (_, outcome) = try await home(
            "---\ntitle: A\ndate: 2020-01-01\nexcerpt: \"[x](/gone/)\"\n---\nbody\n")
        #expect(outcome.diagnostics.map(\.id.string) == ["link/broken"])
    }

    @Test func beginsWithTheFirstTextAndKeepsTheAnchorOfATitleFromTheBody() async throws {
        let site = try BuiltSite(
            BuiltSite.configuration
                + "-- content/posts/2020-01-01-a.md\n# Title\n\n```go\nx\n```\n\nText. [t](#title)\n\n"
                + "```go\ny\n```\n")
        let outcome = try await site.build()
        #expect(outcome.diagnostics == [])
        let home = try #require(site.text.text("public/index.html"))
        #expect(!home.contains("<figure"))
        let post = try #require(site.text.text("public/2020/01/01/a/index.html"))
        #expect(post.contains("<h1 id=\"title\">Title</h1>"))
        #expect(post.components(separatedBy: "<h1").count == 2)
    }
}
