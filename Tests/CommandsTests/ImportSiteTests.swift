import Addresses
import Content
import Foundation
import Import
import TestSupport
import Testing

@testable import Commands

@Suite("galley import, from files to the report")
struct ImportSiteTests {
    private func run(
        _ text: SiteText, _ generator: Generator, isCheck: Bool = false, sitemap: String? = nil
    ) async throws -> ImportReport {
        // The folder goes away with its last use.
        defer { withExtendedLifetime(text) {} }
        let folder = SiteFolder(path: text.path)
        let files = try OldSiteFiles(folder).files()
        return try await ImportRun(
            folder: folder, site: ImportedSite(generator, files), files: files, now: "2022-01-01",
            found: [], sitemap: sitemap.map { Array($0.utf8) }, isCheck: isCheck
        ).report()
    }

    private func lines(_ report: ImportReport) -> [String] {
        report.text.split(separator: "\n").map { String($0) }
    }

    private func files(_ text: SiteText) throws -> [String] {
        try OldSiteFiles(SiteFolder(path: text.path)).paths().map(\.string)
    }

    private func configuration(_ text: SiteText) throws -> String {
        let bytes = try SiteFolder(path: text.path).read(SourcePath("galley.toml"))
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let hexo = """
        -- _config.yml
        title: Notes
        url: https://example.org
        permalink: :title/
        default_category: Life
        -- source/_posts/go/index.md
        ---
        title: A
        date: 2021-02-03 10:00:00
        tags: [C++, Node.js]
        ---
        {% note %} text
        -- source/_posts/draft.md
        ---
        title: D
        date: 2021-02-03
        published: false
        ---
        -- source/links.md
        ---
        title: Links
        ---
        Text

        """

    @Test func takesOverASiteOfHexo() async throws {
        let text = try SiteText(Self.hexo)
        let before = try files(text)
        let report = try await run(text, .hexo)
        #expect(
            lines(report) == [
                "generator  Hexo", "galley.toml  written", "build      done",
                "texts      3 in, 2 out",
                "  source/_posts/draft.md: is a draft", "addresses",
                "  post   1 same, 0 redirected, 0 missing",
                "  page   1 same, 0 redirected, 0 missing",
                "  term   2 same, 0 redirected, 0 missing",
                "  list   4 same, 0 redirected, 0 missing",
                "features   beyond Markdown, most frequent first",
                "  {% note %} 1×, first source/_posts/go/index.md:6: as text; write a callout: "
                    + "'> [!NOTE]'",
            ])
        let after = try files(text).filter { !$0.hasPrefix(".galley") && $0 != "galley.toml" }
        #expect(after == before)
    }

    @Test func aSecondRunSaysWhatItWouldChange() async throws {
        let text = try SiteText(Self.hexo)
        _ = try await run(text, .hexo)
        #expect(
            lines(try await run(text, .hexo))[1]
                == "galley.toml  is there, and an import would change nothing in it")
        let written = try configuration(text)
        let edited = written.replacing("slug = \"hexo\"", with: "slug = \"hugo\"")
        try text.write("galley.toml", bytes: Array(edited.utf8))
        let report = lines(try await run(text, .hexo))
        #expect(report[1] == "galley.toml  is there; an import would change:")
        #expect(report.contains { $0.hasPrefix("  -slug = \"hugo\"") })
        #expect(report.contains { $0.hasPrefix("  +slug = \"hexo\"") })
    }

    @Test func aBrokenLinkIsNotFollowed() async throws {
        let text = try SiteText(Self.hexo)
        let link = text.path + "/galley.toml"
        try FileManager.default.createSymbolicLink(
            atPath: link, withDestinationPath: text.path + "/gone")
        await #expect(throws: CannotRun.self) { try await run(text, .hexo) }
        #expect(!FileManager.default.fileExists(atPath: text.path + "/gone"))
    }

    @Test func checkFindsAMissingAddress() async throws {
        let text = try SiteText(Self.hexo)
        _ = try await run(text, .hexo)
        #expect(try await run(text, .hexo, isCheck: true).hasMissing == false)
        let sitemap = "<urlset><loc>https://example.org/gone/</loc></urlset>"
        let report = try await run(text, .hexo, isCheck: true, sitemap: sitemap)
        #expect(report.hasMissing)
        #expect(lines(report).contains("    /gone/: nothing in the new site has this address"))
    }

    @Test func redirectsWhatIsElsewhereNow() async throws {
        let text = try SiteText(
            """
            -- hugo.toml
            baseURL = "https://example.org/"
            title = "Notes"
            -- content/docs/_index.md
            ---
            title: Docs
            ---
            All about it.
            -- content/docs/empty/_index.md
            ---
            title: Empty
            ---
            -- content/posts/A.md
            ---
            title: A
            date: 2021-02-03
            ---
            Text

            """)
        let report = try await run(text, .hugo)
        #expect(lines(report).contains("galley.toml  written, with 1 redirect"))
        #expect(try configuration(text).contains("\"/posts/\" = \"/\"  # a list before\n"))
        #expect(lines(report).contains("  post   1 same, 0 redirected, 0 missing"))
        #expect(lines(report).contains("  list   4 same, 1 redirected, 1 missing"))
        #expect(
            lines(report).contains(
                "  content/docs/empty/_index.md: is the text of a list that galley does not have"))
    }

    @Test func takesOverASiteOfJekyll() async throws {
        let text = try SiteText(
            """
            -- _config.yml
            title: Notes
            url: https://example.org
            timezone: Asia/Shanghai
            collections:
              docs: {output: true}
            -- _posts/2021-02-03-a.md
            ---
            date: 2021-02-03 20:00:00 +0000
            ---
            Text
            -- _docs/x/y.md
            ---
            title: Y
            ---
            Text
            -- about.md
            ---
            title: About
            ---
            Text

            """)
        let report = try await run(text, .jekyll)
        #expect(lines(report).contains("  post   1 same, 0 redirected, 0 missing"))
        #expect(lines(report).contains("  page   2 same, 0 redirected, 0 missing"))
        #expect(report.addresses.results.map(\.old.path.string).contains("/2021/02/04/a.html"))
    }

    @Test func takesOverASiteOfZola() async throws {
        let text = try SiteText(
            """
            -- config.toml
            base_url = "https://example.org"
            title = "Notes"
            -- content/blog/2021-02-03-My-Post.md
            +++
            title = "A"
            +++
            Text

            """)
        let report = try await run(text, .zola)
        #expect(lines(report).contains("  post   1 same, 0 redirected, 0 missing"))
        #expect(report.addresses.results.map(\.old.path.string) == ["/blog/my-post/"])
    }

    @Test func reportsAsJSON() async throws {
        let json = String(
            decoding: try await run(try SiteText(Self.hexo), .hexo).json(), as: UTF8.self)
        #expect(json.contains("\"generator\" : \"hexo\""))
        #expect(
            json.contains(
                "\"post\" : {\n      \"missing\" : 0,\n      \"redirected\" : 0,\n      \"same\" : 1"
            ))
    }
}
