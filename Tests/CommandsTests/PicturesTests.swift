import Diagnostics
import Foundation
import Testing

@testable import Commands

/// Pictures from their file to the page, the lists, the feeds and what machines read.
struct PicturesTests {
    private static let site =
        BuiltSite.configuration + """
            -- content/posts/sea/index.md
            ---
            title: Sea
            date: 2021-03-08
            cover: wave.svg
            ---
            ![wave](wave.svg)

            <!-- more -->

            ![again](wave.svg "The sea") ![broken](broken.png) ![static](/logo.svg)
            -- content/posts/sea/wave.svg
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200"></svg>
            -- content/posts/sea/broken.png
            <html>not found</html>
            -- static/logo.svg
            <svg xmlns="http://www.w3.org/2000/svg" width="24" height="12"></svg>

            """

    @Test func writesSizesWhereverAPictureIsShown() async throws {
        let site = try BuiltSite(Self.site)
        try await site.build()
        let size = "width=\"300\" height=\"200\""
        let page = try #require(site.page("2021/03/08/sea/index.html"))
        #expect(page.contains("<img src=\"/2021/03/08/sea/wave.svg\" alt=\"wave\" \(size) />"))
        #expect(
            page.contains("alt=\"again\" title=\"The sea\" \(size) loading=\"lazy\" />"))
        #expect(page.contains("alt=\"static\" width=\"24\" height=\"12\" loading=\"lazy\" />"))
        #expect(page.contains("alt=\"broken\" loading=\"lazy\" />"))
        let home = try #require(site.page("index.html"))
        #expect(home.contains("alt=\"wave\" \(size) loading=\"lazy\" />"))
        // The cover of a post is the first that a reader sees.
        let cover = "<img class=\"cover\" src=\"/2021/03/08/sea/wave.svg\" \(size) alt=\"\""
        #expect(page.contains(cover + ">"))
        #expect(home.contains(cover + " loading=\"lazy\">"))
        let feed = try #require(site.page("rss.xml"))
        #expect(
            feed.contains(
                "<img src=\"https://example.org/2021/03/08/sea/wave.svg\" alt=\"wave\" \(size) />"))
    }

    @Test func tellsMachinesOfTheCover() async throws {
        let site = try BuiltSite(Self.site)
        try await site.build()
        let page = try #require(site.page("2021/03/08/sea/index.html"))
        let cover = "https://example.org/2021/03/08/sea/wave.svg"
        #expect(page.contains("<meta property=\"og:image\" content=\"\(cover)\">"))
        #expect(page.contains("<meta property=\"og:image:width\" content=\"300\">"))
        #expect(page.contains("<meta property=\"og:image:height\" content=\"200\">"))
        #expect(page.contains("<meta property=\"og:image:alt\" content=\"Sea\">"))
        #expect(page.contains("\"image\":\"\(cover)\""))
    }

    @Test func warnsOfAPictureThatIsNone() async throws {
        let site = try BuiltSite(Self.site)
        let outcome = try await site.build()
        #expect(outcome.ids == ["warning content/broken-image"])
        let place = try #require(outcome.diagnostics.first?.place)
        #expect(place.file.string == "content/posts/sea/broken.png")
        #expect(site.page("2021/03/08/sea/broken.png") == "<html>not found</html>\n")
    }
}
