import Testing

@testable import Commands

/// What was not meant to be published is not, whatever tool its keys were written for.
struct HiddenTextTests {
    /// A file of the site's posts.
    private func post(_ name: String, _ head: String) -> String {
        "-- content/posts/\(name)\n---\n\(head)\n---\n\nsecret \(name)\n"
    }

    private var open: String { post("2020-01-01-open.md", "title: Open\ntags: [Go]") }

    @Test func noListFeedSitemapNorSearchNamesAnUnlistedText() async throws {
        let site = try BuiltSite(
            BuiltSite.configuration + open
                + post(
                    "2020-02-01-h.md",
                    "title: Veiled\ntags: [Go, Veil]\ncategories: A\nhidden: true")
                + post("2020-03-01-last.md", "title: Last\ntags: [Go]")
                + "-- content/about.md\n---\ntitle: Veiled page\nhide: yes\n---\nsecret\n")
        let outcome = try await site.build()
        #expect(outcome.ids == [])
        for (path, title) in [
            ("2020/02/01/h/index.html", "Veiled"), ("about/index.html", "Veiled page"),
        ] {
            let page = try #require(site.page(path))
            #expect(page.contains("<title>\(title)"))
            #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
        }
        let others = try site.outputText {
            ["2020/02/01/h/index.html", "about/index.html"].contains($0)
        }
        #expect(!others.contains("Veil"))
        #expect(!others.contains("2020/02/01/h"))
        #expect(!others.contains("/about/"))
        // Its neighbors are each other's.
        #expect(site.page("2020/03/01/last/index.html")?.contains("/2020/01/01/open/") == true)
        #expect(outcome.report?.lines.first?.contains("2 texts unlisted") == true)
    }

    @Test(arguments: [
        "sitemap: false", "sitemap: {disable: true}", "sitemap: no", "sitemap: [1, 2]",
    ])
    func leavesATextOutOfTheSitemapAlone(key: String) async throws {
        let site = try BuiltSite(
            BuiltSite.configuration + open + post("2020-02-01-h.md", "title: Veiled\n" + key)
                + "-- content/about.md\n---\n\(key)\n---\nx\n")
        let outcome = try await site.build()
        let isReadable = !key.contains("[")
        #expect(outcome.ids.isEmpty == isReadable)
        let sitemap = try #require(site.page("sitemap.xml"))
        #expect(!sitemap.contains("/2020/02/01/h/") && !sitemap.contains("/about/"))
        #expect(sitemap.contains("/2020/01/01/open/"))
        #expect(site.page("index.html")?.contains("/2020/02/01/h/") == true)
        #expect(site.page("atom.xml")?.contains("/2020/02/01/h/") == true)
    }

    @Test(arguments: ["sitemap: true", "sitemap: {priority: 0.5, changefreq: weekly}", "sitemap:"])
    func keepsATextInTheSitemap(key: String) async throws {
        let site = try BuiltSite(BuiltSite.configuration + post("2020-02-01-h.md", key))
        #expect(try await site.build().ids == [])
        #expect(site.page("sitemap.xml")?.contains("/2020/02/01/h/") == true)
    }

    @Test(arguments: [
        "hiddenFromHomePage: true", "hiddenInHomeList: true", "params: {hiddenFromHomePage: true}",
        "sticky: 3\nhiddenFromHomePage: true",
    ])
    func leavesAPostOutOfTheHomePageAlone(key: String) async throws {
        let site = try BuiltSite(
            BuiltSite.configuration + open
                + post("2020-02-01-h.md", "title: Veiled\ntags: Go\n" + key))
        #expect(try await site.build().ids == [])
        #expect(site.page("index.html")?.contains("/2020/02/01/h/") == false)
        for page in ["archives/index.html", "tags/Go/index.html", "atom.xml", "sitemap.xml"] {
            #expect(site.page(page)?.contains("/2020/02/01/h/") == true)
        }
    }

    @Test(arguments: [
        "hiddenFromSearch: true", "searchHidden: true", "exclude_search: true",
        "hideFromSearch: yes", "search: false", "search: {exclude: true}", "in_search_index: false",
        "bookSearchExclude: true", "searchable: false", "params: {hiddenFromSearch: true}",
    ])
    func leavesAPostOutOfTheSearchAlone(key: String) async throws {
        let site = try BuiltSite(
            BuiltSite.configuration + open
                + "-- content/posts/2020-02-01-h.md\n---\ntitle: Zyzzyx\n\(key)\n---\nzyzzyva\n")
        #expect(try await site.build().ids == [])
        let found = try site.outputText { !$0.hasPrefix("search/") || $0.hasSuffix(".html") }
        #expect(
            !found.contains("zyzz") && !found.contains("Zyzz") && !found.contains("/2020/02/01/h/"))
        for page in ["index.html", "atom.xml", "sitemap.xml"] {
            #expect(site.page(page)?.contains("/2020/02/01/h/") == true)
        }
    }

    @Test(arguments: [
        "hiddenFromFeed: true", "hiddenFromRss: true", "feed: false", "feed: {excluded: true}",
        "hideFromFeed: true",
    ])
    func leavesAPostOutOfTheFeedsAlone(key: String) async throws {
        let site = try BuiltSite(
            BuiltSite.configuration + open + post("2020-02-01-h.md", "title: T\ntags: Go\n" + key))
        #expect(try await site.build().ids == [])
        for page in ["atom.xml", "rss.xml", "feed.json"] {
            #expect(site.page(page)?.contains("/2020/02/01/h/") == false)
        }
        for page in ["index.html", "tags/Go/index.html", "sitemap.xml"] {
            #expect(site.page(page)?.contains("/2020/02/01/h/") == true)
        }
    }

    @Test(arguments: ["hiddenFromFeed: maybe", "hiddenFromSearch: maybe", "hideFromHome: maybe"])
    func keepsATextOutOfThePlaceThatAnUnreadableValueNames(key: String) async throws {
        let site = try BuiltSite(
            BuiltSite.configuration + open + post("2020-02-01-h.md", "title: T\n" + key))
        #expect(try await site.build().ids == ["warning front-matter/wrong-type"])
        let place =
            key.contains("Feed") ? "atom.xml" : key.contains("Home") ? "index.html" : "search/"
        #expect(
            !(try site.outputText { !$0.hasPrefix(place) || $0 == "search/index.html" }).contains(
                "/2020/02/01/h/"))
    }

    @Test(arguments: ["search: true", "feed: /feed.xml", "hiddenFromFeed: false", "searchHidden:"])
    func keepsATextThatNoKeyHides(key: String) async throws {
        let site = try BuiltSite(
            BuiltSite.configuration + open + post("2020-02-01-h.md", "title: T\n" + key))
        #expect(try await site.build().ids == [])
        #expect(site.page("atom.xml")?.contains("/2020/02/01/h/") == true)
        #expect(try site.outputText { !$0.hasPrefix("search/posts") }.contains("/2020/02/01/h/"))
    }

    @Test(arguments: [
        "status: draft", "status: Private", "status: hidden", "status: unpublished",
        "visibility: private", "extra: {status: draft}",
    ])
    func takesAStatusForADraft(key: String) async throws {
        let site = try BuiltSite(BuiltSite.configuration + open + post("2020-02-01-h.md", key))
        #expect(try await site.build().report?.lines.contains("left out  1 draft") == true)
        #expect(!(try site.outputText()).contains("secret 2020-02-01-h.md"))
    }

    @Test(arguments: ["status: published", "status: accepted", "status: {code: 0}", "status: [a]"])
    func takesNoOtherStatusForADraft(key: String) async throws {
        let site = try BuiltSite(BuiltSite.configuration + post("2020-02-01-h.md", key))
        #expect(try await site.build().ids == [])
        #expect(try site.outputText().contains("secret 2020-02-01-h.md"))
    }

    @Test(arguments: [
        "cascade: {draft: true}", "cascade: {build: {render: never, list: never}}",
        "cascade: [{target: {path: /docs/**}, hidden: true}]", "cascade: {password: x}",
        "cascade: {draft: maybe}",
    ])
    func leavesOutWhatACascadeHides(key: String) async throws {
        let site = try BuiltSite(
            BuiltSite.configuration + open
                + """
                -- content/docs/_index.md
                ---
                \(key)
                ---
                -- content/docs/a.md
                hushed
                -- content/docs/b/index.md
                ---
                draft: false
                ---
                hushed ![x](x.svg)
                -- content/docs/b/x.svg
                <svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>
                -- content/about.md
                [x](/docs/a/)

                """)
        let outcome = try await site.build()
        #expect(outcome.ids.contains("error front-matter/cascade"))
        #expect(outcome.ids.contains("warning link/unpublished"))
        #expect(outcome.report?.lines.contains("left out  3 with errors") == true)
        let text = try site.outputText()
        #expect(!text.contains("hushed"))
        #expect(!(try site.files()).contains { $0.hasPrefix("docs/") })
        #expect(site.page("2020/01/01/open/index.html") != nil)
    }

    @Test func leavesOutOnlyWhatTheTargetOfACascadeNames() async throws {
        let site = try BuiltSite(
            BuiltSite.configuration
                + """
                -- content/_index.md
                ---
                cascade: [{_target: {path: "/docs/old/**"}, draft: true}]
                ---
                -- content/docs/old/a.md
                hushed
                -- content/docs/new.md
                open

                """)
        #expect(try await site.build().ids == ["error front-matter/cascade"])
        #expect(try site.files().filter { $0.hasPrefix("docs/") } == ["docs/new/index.html"])
    }

    @Test func makesNoPageOfAHeadlessTextButKeepsItsFiles() async throws {
        let site = try BuiltSite(
            BuiltSite.configuration + open + post("a/index.md", "date: 2020-01-01\nheadless: true")
                + "-- content/posts/a/x.txt\nx\n"
                + post(
                    "b/index.md",
                    "date: 2020-01-01\nbuild: {render: never, publishResources: false}")
                + "-- content/posts/b/y.txt\ny\n")
        let outcome = try await site.build()
        #expect(outcome.ids == [])
        let files = try site.files()
        #expect(files.contains { $0.hasSuffix("a/x.txt") })
        #expect(!files.contains { $0.hasSuffix("y.txt") })
        #expect(!(try site.outputText()).contains("secret a/index.md"))
        #expect(!(try site.outputText()).contains("secret b/index.md"))
        #expect(outcome.report?.lines.contains("left out  2 without a page") == true)
    }

    @Test func leavesOutWhatAPasswordOrAnUnreadableKeyHides() async throws {
        let site = try BuiltSite(
            BuiltSite.configuration + open + post("2020-01-02-a.md", "password: abc123")
                + post("2020-01-03-b.md", "draft: maybe")
                + post("2020-01-04-c.md", "expires: later")
                + post("2020-01-05-d.md", "password:"))
        let outcome = try await site.build()
        #expect(
            outcome.ids == [
                "error front-matter/password", "error front-matter/wrong-type",
                "error front-matter/bad-date",
            ])
        let text = try site.outputText()
        for name in ["2020-01-02-a.md", "2020-01-03-b.md", "2020-01-04-c.md"] {
            #expect(!text.contains("secret \(name)"))
        }
        #expect(text.contains("secret 2020-01-05-d.md"))
    }

    @Test func waitsForThePublishDateAndLetsTheExpiryCount() async throws {
        let site = try BuiltSite(
            BuiltSite.configuration + open
                + post("2020-01-02-a.md", "publishDate: 2023-01-01")
                + post("2020-01-03-b.md", "unpublishdate: 2021-01-01")
                + post("2023-01-01-c.md", "publishDate: 2021-01-01")
                + "-- content/page.md\n---\npublishDate: 2023-01-01\n---\nsecret page\n")
        let outcome = try await site.build(now: "2022-01-01")
        #expect(outcome.ids == [])
        let text = try site.outputText()
        #expect(!text.contains("secret 2020-01-02-a.md"))
        #expect(!text.contains("secret 2020-01-03-b.md"))
        #expect(text.contains("secret 2023-01-01-c.md"))
        #expect(!text.contains("secret page"))
        #expect(outcome.report?.lines.contains("left out  2 future, 1 expired") == true)
        try await site.build(now: "2023-02-01")
        #expect(try site.outputText().contains("secret 2020-01-02-a.md"))
    }

    @Test func givesNoTextToAListWhoseTextIsADraft() async throws {
        let site = try BuiltSite(
            BuiltSite.configuration + open
                + "-- content/tags/Go/_index.md\n---\ntitle: Veil\ndraft: true\n---\nsecret list\n")
        #expect(try await site.build().ids == [])
        #expect(!(try site.outputText()).contains("secret list"))
        #expect(!(try site.outputText()).contains("Veil"))
    }

    /// content/01 and content/02 of the faults.
    @Test func readsDraftsBehindBlankLinesAndInUTF16() async throws {
        let site = try BuiltSite(
            BuiltSite.configuration
                + "-- content/posts/2021-08-12-secret.md\n\n---\ntitle: 未发布\ndraft: true\n---\n\n机密内容。\n"
                + "-- content/about.md\n ---\ntitle: 关于\ndraft: true\n---\n\n草稿页面。\n")
        let text = "---\ntitle: 你好\ndraft: true\n---\n\n机密。\n"
        try site.text.write(
            "content/posts/2021-08-12-u16.md",
            bytes: [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        try site.text.write(
            "content/posts/gbk.md",
            bytes: Array("---\ntitle: ".utf8) + [0xC4, 0xE3, 0xBA, 0xC3]
                + Array("\ndate: 2021-08-12\n---\n".utf8))
        let outcome = try await site.build()
        #expect(outcome.ids == ["error content/invalid-utf8"])
        let output = try site.outputText()
        for secret in ["机密", "未发布", "草稿页面", "关于", "\u{FFFD}", "(not UTF-8)"] {
            #expect(!output.contains(secret))
        }
        #expect(outcome.report?.lines.contains("left out  3 drafts, 1 with errors") == true)
        #expect(site.report(outcome).contains("content/posts/gbk.md:2:8"))
    }

    @Test func letsNoUnsafeAddressIntoAPage() async throws {
        let site = try BuiltSite(
            BuiltSite.configuration
                + "[[menu]]\nname = \"M\"\nurl = \"JavaScript:alert(1)\"\n"
                + "[[menu]]\nname = \"Home\"\nurl = \"/\"\n"
                + post(
                    "2020-01-01-a.md",
                    "title: A\noriginal: javascript:alert(1)\ncover: 'vbscript:x'\n"
                        + "author: {name: Ada, url: 'data:text/html,x'}"))
        let outcome = try await site.build()
        #expect(
            outcome.ids.sorted() == [
                "warning front-matter/unsafe-address", "warning front-matter/unsafe-address",
                "warning front-matter/unsafe-address", "warning plan/menu-link",
            ])
        let text = try site.outputText().lowercased()
        for scheme in ["javascript:alert", "vbscript:", "data:text"] {
            #expect(!text.contains(scheme))
        }
        #expect(site.page("rss.xml")?.contains("<dc:creator>Ada</dc:creator>") == true)
        #expect(site.page("atom.xml")?.contains("<name>Ada</name>") == true)
        #expect(site.page("feed.json")?.contains("\"authors\": [{\"name\": \"Ada\"}]") == true)
        #expect(
            site.page("2020/01/01/a/index.html")?.contains(
                "\"author\":[{\"@type\":\"Person\",\"name\":\"Ada\"}]") == true)
    }
}
