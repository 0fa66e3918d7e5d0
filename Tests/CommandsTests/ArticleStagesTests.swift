import Addresses
import Articles
import Content
import Diagnostics
import Rendering
import Snippets
import Testing

@testable import Commands

/// One article through the flow as docs/architecture.md draws it: each stage by its name, with the value
/// that it takes and gives.
struct ArticleStagesTests {
    private let site: BuiltSite
    private var folder: SiteFolder { SiteFolder(path: site.text.path) }

    private static let source = SourcePath("content/posts/sea.md")

    init() throws {
        site = try BuiltSite(
            BuiltSite.configuration + """
                [snippets]
                show = true
                -- content/posts/sea.md
                ---
                title: The sea
                date: 2021-03-08
                ---
                # The sea

                See [the land](land.md#hills) and [nothing](none.md).

                <!-- more -->

                ## Waves

                ```json
                {"a": 1
                ```
                -- content/posts/land.md
                ---
                title: The land
                date: 2020-01-02
                ---
                ## Hills

                Text.

                """)
    }

    /// The stages scan, load and plan.
    private func planned() async throws -> Site {
        var request = BuildRequest()
        request.now = "2022-01-01"
        var session = try await SiteSession.read(folder, request)
        #expect(session.found == [])
        session.plan()
        #expect(session.planProblems == [])
        return try #require(session.site)
    }

    private func role(in site: Site) throws -> TextRole {
        try #require(site.texts.first { site.source(of: $0) == Self.source })
    }

    @Test func followsAnArticleFromItsFileToItsPage() async throws {
        let site = try await planned()
        let configuration = site.configuration
        let setup = SnippetSetup(folder, configuration)
        let stages = ArticleStages(site, SnippetChecker(setup, of: folder).verdicts)
        let role = try role(in: site)
        let path = site.path(of: role)
        #expect(path.string == "/2021/03/08/sea/")

        // Parse: what the text says by itself.
        let bytes = try #require(try folder.readText(Self.source).0)
        let parsed = stages.parse(site.text(role), bytes)
        #expect(parsed.titleID == "the-sea")
        #expect(parsed.document.headings.map(\.id) == ["waves"])
        #expect(parsed.excerpt.isCut && parsed.excerpt.hasMarker)
        #expect(parsed.links.map(\.destination) == ["land.md#hills", "none.md"])
        #expect(parsed.document.codeBlocks.map(\.info) == ["json"])
        #expect(parsed.words.words == 6)
        #expect(parsed.anchors.all == ["the-sea", "waves", "more"])
        #expect(parsed.diagnostics == [])

        // Check: what the plan and the checkers of code say of it.
        let checked = stages.check(parsed, at: path)
        let land = URLPath("/2020/01/02/land/")
        #expect(
            checked.targets[Array("land.md#hills".utf8)]
                == .route(land, query: nil, fragment: "hills"))
        #expect(checked.findings.outgoing.map(\.target) == [land])
        #expect(checked.findings.diagnostics.map(\.id.string) == ["link/broken"])
        #expect(checked.findings.snippets.map(\.verdict.name) == ["failed"])

        // Render: bytes, from these values alone.
        let article = stages.render(checked, as: role)
        let html = String(decoding: article.content, as: UTF8.self)
        #expect(html.contains("<a href=\"/2020/01/02/land/#hills\">the land</a>"))
        #expect(html.contains("<p class=\"verdict failed\">"))
        let excerpt = String(decoding: article.summary.excerpt, as: UTF8.self)
        #expect(excerpt.hasPrefix("<p>See ") && !excerpt.contains("Waves"))
        let route = try #require(site.route(of: role))
        let page = RouteRenderer(site: site).bytes(of: route, OneText(article: article))

        // Write: the build writes these bytes.
        try await self.site.build()
        let written = try #require(self.site.page("2021/03/08/sea/index.html"))
        #expect(page.map { String(decoding: $0, as: UTF8.self) } == written)
    }

    @Test func whatTakesAllTextsIsCheckedAfterThem() async throws {
        let site = try await planned()
        let stages = ArticleStages(site)
        let findings = try site.texts.map { role in
            let bytes = try #require(try folder.readText(site.source(of: role)).0)
            return stages.check(
                stages.parse(site.text(role), bytes), at: site.path(of: role)
            ).findings
        }
        #expect(SiteFindings(findings).diagnostics.map(\.id.string) == ["link/broken"])
        // Without the text that the link leads to, nothing is known of its anchors.
        let alone = findings.filter { $0.path.string == "/2021/03/08/sea/" }
        #expect(SiteFindings(alone).diagnostics.map(\.id.string) == ["link/broken"])
        try self.site.write(
            "content/posts/land.md", "---\ntitle: The land\ndate: 2020-01-02\n---\nText.\n")
        let outcome = try await Check(folder: folder, request: BuildRequest()).run()
        #expect(
            Set(outcome.diagnostics.map(\.id.string)) == ["link/broken", "link/missing-anchor"])
    }

    @Test func aFullCheckGivesEachTextWithAPageOnceWithItsVerdicts() async throws {
        let site = try await planned()
        let stages = ArticleStages(site)
        let setup = SnippetSetup(folder, site.configuration)
        let (result, texts) = try await FullCheck(of: site, in: folder, setup, stages).run {
            role, parsed, snippets in
            (role, parsed.text.source, snippets.map(\.verdict.name))
        }
        #expect(texts.map(\.0) == site.texts)
        #expect(texts.first { $0.1 == Self.source }?.2 == ["failed"])
        #expect(result.snippets[Self.source]?.map(\.verdict.name) == ["failed"])
        #expect(result.asked == 0)
    }
}

/// A text for its own page.
private struct OneText: RenderedTexts {
    let article: Article

    func article(post index: Int) -> Article? { article }
    func article(page index: Int) -> Article? { nil }
    func summary(post index: Int) -> Summary? { nil }
    func rendered(listText index: Int) -> RenderedListText? { nil }
}
