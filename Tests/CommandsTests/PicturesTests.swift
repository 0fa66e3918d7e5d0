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

    @Test func reportsAPointerOfGitLFSInPlaceOfTheFile() async throws {
        let pointer = """
            version https://git-lfs.github.com/spec/v1
            oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393
            size 12345

            """
        let site = try BuiltSite(
            BuiltSite.configuration
                + "-- content/posts/2020-01-01-a/index.md\n![x](a.png)\n-- content/posts/2020-01-01-a/a.png\n"
                + pointer + "-- static/b.svg\n" + pointer + "-- content/c.PDF\n" + pointer
                + "-- static/about.txt\nversion https://git-lfs.github.com/spec/v1 is its text\n"
                + "-- content/posts/2020-01-02-d/index.md\n---\ndraft: true\n---\n"
                + "-- content/posts/2020-01-02-d/a.png\n" + pointer)
        let outcome = try await site.build()
        #expect(
            outcome.diagnostics.map { "\($0.id) \($0.place?.file.string ?? "")" } == [
                "content/lfs-pointer content/c.PDF",
                "content/lfs-pointer content/posts/2020-01-01-a/a.png",
                "content/lfs-pointer static/b.svg",
            ])
        #expect(
            outcome.diagnostics.first?.fixes.map(\.text) == ["run 'git lfs pull' before the build"])
    }
}
