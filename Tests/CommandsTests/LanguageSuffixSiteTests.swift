import Diagnostics
import Testing

@testable import Commands

/// Files whose names end with a language, before galley has languages.
@Suite struct LanguageSuffixSiteTests {
    private func configuration(_ language: String) -> String {
        """
        -- galley.toml
        [site]
        title = "Notes"
        url = "https://example.org/"
        language = "\(language)"

        """
    }

    private func text(_ path: String, _ title: String, _ body: String = "") -> String {
        "-- content/\(path)\n---\ntitle: \(title)\ndate: 2021-08-12\n---\n\(body.isEmpty ? title : body)\n"
    }

    private func told(_ outcome: BuildOutcome) -> [String] {
        outcome.diagnostics.map { "\($0.place?.file.string ?? ""): \($0.summary)" }
    }

    @Test func keepsBothTextsOfABundle() async throws {
        let site = try BuiltSite(
            configuration("zh-CN") + text("posts/vdso/index.en.md", "EN", "![x](x.png)")
                + text("posts/vdso/index.zh-cn.md", "中", "![x](x.png)")
                + "-- content/posts/vdso/x.png\nx\n")
        let outcome = try await site.build()
        #expect(outcome.state == .swapped)
        #expect(
            told(outcome).filter { !$0.contains("x.png") } == [
                "content/posts/vdso/index.en.md: '.en' in a file's name is taken for the language of a text",
                "content/posts/vdso/index.zh-cn.md: '.zh-cn' in a file's name is taken for the language of a text",
            ])
        #expect(
            try site.files().filter { $0.contains("vdso") } == [
                "2021/08/12/vdso/index.html", "2021/08/12/vdso/x.png",
                "en/2021/08/12/vdso/index.html",
            ])
        for page in ["2021/08/12/vdso/index.html", "en/2021/08/12/vdso/index.html"] {
            #expect(site.page(page)?.contains("src=\"/2021/08/12/vdso/x.png\"") == true)
        }
        #expect(site.page("en/2021/08/12/vdso/index.html")?.contains("lang=\"en\"") == true)
    }

    @Test func givesThePlainAddressToTheTextWithoutALanguage() async throws {
        let site = try BuiltSite(
            configuration("en") + text("posts/hello/index.md", "Hello")
                + text("posts/hello/index.zh-cn.md", "你好") + text("posts/one.md", "One")
                + text("posts/one.zh.md", "一") + text("posts/two.en.md", "Two")
                + text("posts/one.en.md", "Uno"))
        let outcome = try await site.build()
        #expect(outcome.state == .swapped)
        #expect(
            try site.files().filter { $0.contains("08/12/") } == [
                "2021/08/12/hello/index.html", "2021/08/12/one/index.html",
                "2021/08/12/two/index.html", "en/2021/08/12/one/index.html",
                "zh-cn/2021/08/12/hello/index.html", "zh/2021/08/12/one/index.html",
            ])
        #expect(site.page("2021/08/12/one/index.html")?.contains("<p>One</p>") == true)
        #expect(
            outcome.ids == [String](repeating: "warning content/language-suffix", count: 3))
    }

    @Test func prefersTheSitesOwnLanguageExactly() async throws {
        let site = try BuiltSite(
            configuration("en-US") + text("about/index.en.md", "A")
                + text("about/index.en-us.md", "B")
                + text("about/index.en-gb.md", "C"))
        try await site.build()
        #expect(site.page("about/index.html")?.contains("<p>B</p>") == true)
        #expect(site.page("en/about/index.html")?.contains("<p>A</p>") == true)
        #expect(site.page("en-gb/about/index.html")?.contains("<p>C</p>") == true)
    }

    @Test func leavesNamesThatOnlyLookLikeIt() async throws {
        let site = try BuiltSite(
            configuration("en") + text("posts/socket.io.md", "A") + text("posts/main.ts.md", "B")
                + text("posts/go1.18.md", "C") + text("posts/node.js.md", "D"))
        let outcome = try await site.build()
        #expect(outcome.ids == [])
        #expect(
            try site.files().filter { $0.contains("08/12/") } == [
                "2021/08/12/go1.18/index.html", "2021/08/12/main.ts/index.html",
                "2021/08/12/node.js/index.html", "2021/08/12/socket.io/index.html",
            ])
    }

    @Test func keepsAPermalinkAsItIsButForTheSameOfTwo() async throws {
        func text(_ path: String, _ title: String) -> String {
            "-- content/\(path)\n---\ntitle: \(title)\npermalink: /\(path.prefix(1))/\n---\n\(title)\n"
        }
        let site = try BuiltSite(
            configuration("en") + text("a.en.md", "A") + text("a.zh.md", "B") + text("b.zh.md", "C")
        )
        let outcome = try await site.build()
        #expect(outcome.state == .swapped)
        #expect(site.page("a/index.html")?.contains("<p>A</p>") == true)
        #expect(site.page("zh/a/index.html")?.contains("<p>B</p>") == true)
        #expect(site.page("b/index.html")?.contains("<p>C</p>") == true)
    }

    @Test func publishesNoFilesOfADraftInALanguage() async throws {
        let site = try BuiltSite(
            configuration("en")
                + "-- content/posts/a/index.zh.md\n---\ndraft: true\ndate: 2021-08-12\n---\nx\n"
                + "-- content/posts/a/b.txt\nsecret\n")
        try await site.build()
        #expect(try site.files().filter { $0.hasSuffix("b.txt") } == [])
    }
}
