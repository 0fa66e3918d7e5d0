import Diagnostics
import Testing

@testable import Commands

/// Addresses that lead nowhere are reported with what is wrong with them and what was meant.
struct LinkMistakeTests {
    private static let files = """
        -- static/img/x.svg
        <svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>
        -- static/img/a b.svg
        <svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>
        -- static/img/大写.SVG
        <svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>
        -- content/posts/b/index.md
        ---
        title: B
        date: 2020-01-01
        ---
        -- content/posts/b/图.PNG.svg
        <svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>
        -- content/posts/2020-02-02-draft.md
        ---
        draft: true
        permalink: /own/
        ---
        -- content/posts/draft.md
        ---
        draft: true
        date: 2020-02-03
        ---
        -- content/posts/2030-02-02-future.md
        -- content/posts/2020-02-02-expired.md
        ---
        expires: 2021-01-01
        ---
        -- content/posts/2020-02-02-headless.md
        ---
        headless: true
        ---
        -- content/_drafts/idea.md
        -- content/posts/broken.md
        -- content/secret.md
        ---
        draft: true
        ---

        """

    private func site(_ text: String, head: String = "title: A") throws -> BuiltSite {
        try BuiltSite(
            BuiltSite.configuration + Self.files
                + "-- content/posts/2020-01-01-a.md\n---\n\(head)\n---\n\(text)\n")
    }

    /// `link/local-path 5:1 summary | explanation | fix`, of one text.
    private func problems(_ text: String, head: String = "title: A") async throws -> [String] {
        let outcome = try await site(text, head: head).build()
        return outcome.diagnostics.filter { $0.id.string.hasPrefix("link/") }.map { diagnostic in
            ([diagnostic.id.string, diagnostic.summary, diagnostic.explanation ?? ""]
                + diagnostic.fixes.map(\.text)).joined(separator: " | ")
        }
    }

    @Test(arguments: [
        #"C:\blog\static\img\x.svg"#, "c:/blog/static/img/x.svg", "C:%5Cblog%5Cimg%5Cx.svg",
        "file:///home/me/img/x.svg", "file://C:/img/x.svg", "/Users/me/blog/static/img/x.svg",
        "/home/me/x.svg", "/private/tmp/x.svg", "/C:/img/x.svg", "~/blog/x.svg",
        "../../../Users/me/x.svg", "/mnt/d/blog/x.svg", #"\\\\server\share\img\x.svg"#,
    ])
    func reportsAPathOfTheAuthorsComputerWithTheAddress(path: String) async throws {
        let found = try await problems("![x](<\(path)>)")
        let shown = path.replacing(#"\\\\"#, with: #"\\"#)
        #expect(
            found == [
                "link/local-path | the image '\(shown)' is a path on the author's own computer | "
                    + "Nobody else can open it. | write '/img/x.svg'"
            ])
    }

    @Test(arguments: [
        "[x](D:\\notes\\none.pdf)", "<a href=\"file:///tmp/none.pdf\">x</a>",
        "<img src=\"\\\\server\\none.png\">", "[x](/Users/me/none.pdf)",
    ])
    func reportsALocalPathOfNoFileOfTheSite(link: String) async throws {
        let found = try await problems(link)
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("link/local-path | ") == true)
        #expect(
            found.first?.hasSuffix("copy the file into the site, and write its address there")
                == true)
    }

    @Test func takesNoAddressForALocalPath() async throws {
        let found = try await problems(
            "[a](mailto:a@b.c) [b](tel:1) [c](https://a.example/Users/me/x) [d](data:text/plain,x)")
        #expect(found == [])
        #expect(
            try await problems("[x](/home/) [y](/tmp)").allSatisfy { $0.hasPrefix("link/broken") })
        let site = try BuiltSite(
            BuiltSite.configuration
                + "-- content/home/start.md\nHome\n-- content/about.md\n![x](/home/me/none.png)\n")
        #expect(try await site.build().ids == ["warning link/missing-image"])
    }

    @Test(arguments: [
        ("/own/", "2020-02-02-draft.md", "is a draft, so it is not published"),
        ("draft.md", "draft.md", "is a draft, so it is not published"),
        ("/2020/02/03/draft", "draft.md", "is a draft, so it is not published"),
        ("/posts/draft.md#part", "draft.md", "is a draft, so it is not published"),
        (
            "https://example.org/2030/02/02/future/", "2030-02-02-future.md",
            "is dated 2030-02-02T00:00:00Z, so it is not published yet"
        ),
        (
            "2020-02-02-expired.md", "2020-02-02-expired.md",
            "expired at 2021-01-01T00:00:00Z, so it is no longer published"
        ),
        (
            "/2020/02/02/headless/", "2020-02-02-headless.md",
            "makes no page, as 'build' or 'headless' in its front matter says"
        ),
        ("broken.md", "broken.md", "has errors, so it is not published"),
        ("/secret/", "../secret.md", "is a draft, so it is not published"),
        ("../_drafts/idea.md", "../_drafts/idea.md", "is a draft, so it is not published"),
    ])
    func saysWhyTheTextOfALinkIsNotPublished(
        link: String, file: String, words: String
    ) async throws {
        let source =
            file.hasPrefix("../") ? "content/" + file.dropFirst(3) : "content/posts/" + file
        let found = try await problems("[x](\(link))")
        #expect(found.count == 1)
        #expect(
            found.first?.hasPrefix(
                "link/unpublished | '\(link)' leads to '\(source)', which \(words)")
                == true)
    }

    @Test func anUnpublishedTextIsAnErrorOfCheck() async throws {
        let site = try site("[x](draft.md)")
        let check = Check(
            folder: .init(path: site.text.path),
            request: {
                var request = BuildRequest()
                request.now = "2022-01-01"
                return request
            }())
        let outcome = try await check.run()
        let problem = outcome.all.first { $0.id.string == "link/unpublished" }
        #expect(problem?.severity == .error)
        #expect(problem?.notes.first?.place?.file.string == "content/posts/draft.md")
    }

    @Test(arguments: [
        ("/img/大写.svg", "/img/大写.SVG"), ("../../static/img/大写.svg", "../../static/img/大写.SVG"),
        ("b/图.png.svg", "b/图.PNG.svg"), ("/2020/01/01/B/图.PNG.svg", "/2020/01/01/b/图.PNG.svg"),
        ("/IMG/X.svg", "/img/x.svg"), ("/img/A%20B.svg", "/img/a%20b.svg"),
    ])
    func reportsLettersOfAnotherCase(written: String, right: String) async throws {
        #expect(
            try await problems("![x](\(written))") == [
                "link/missing-image | the image '\(written)' is not there | The site has it in "
                    + "other upper and lower case, which servers distinguish | write '\(right)'"
            ])
    }

    @Test(arguments: [
        (#"img\x.svg"#, "/img/x.svg"), (#"\img\x.svg"#, "/img/x.svg"),
        (#"b\图.PNG.svg"#, "b/图.PNG.svg"),
        (#"b\图.png.svg"#, "b/图.PNG.svg"), ("b%5C图.PNG.svg", "b/图.PNG.svg"),
    ])
    func reportsABackslash(written: String, right: String) async throws {
        #expect(
            try await problems("![x](\(written))") == [
                "link/missing-image | the image '\(written)' is not there | "
                    + "An address has '/' between its parts, not '\\' | write '\(right)'"
            ])
    }

    @Test func reportsABackslashInAnAddressOfNothing() async throws {
        #expect(
            try await problems(#"[x](none\at-all)"#) == [
                #"link/broken | 'none\at-all' leads nowhere in this site | "#
                    + #"An address has '/' between its parts, not '\' | write '/' between its parts"#
            ])
    }

    @Test(arguments: [
        "/static/img/x.svg", "static/img/x.svg", "../static/img/x.svg",
        "img/x.svg", "/public/img/x.svg",
    ])
    func reportsAFolderOfTheSourcesInAnAddress(written: String) async throws {
        #expect(
            try await problems("![x](\(written))") == [
                "link/missing-image | the image '\(written)' is not there | "
                    + "It is in the site at '/img/x.svg' | write '/img/x.svg'"
            ])
    }

    @Test func findsAFileOfThatNameElsewhere() async throws {
        #expect(
            try await problems("![x](/pictures/x.svg)").first?.hasSuffix(
                "did you mean '/img/x.svg'?")
                == true)
    }

    @Test(arguments: [
        ("nope.png", "link/missing-image | the cover 'nope.png' is not there"),
        ("/static/img/x.svg", "link/missing-image | the cover '/static/img/x.svg' is not there"),
        ("/img/大写.svg", "link/missing-image | the cover '/img/大写.svg' is not there"),
        (#"b\图.PNG.svg"#, #"link/missing-image | the cover 'b\图.PNG.svg' is not there"#),
        (#"C:\img\x.svg"#, #"link/local-path | the cover 'C:\img\x.svg' is a path on"#),
        ("file:///img/x.svg", "link/local-path | the cover 'file:///img/x.svg' is a path on"),
    ])
    func reportsACoverThatIsNotThere(cover: String, problem: String) async throws {
        let found = try await problems("x", head: "title: A\ncover: \(cover)")
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix(problem) == true)
    }

    @Test func reportsACoverAtItsLine() async throws {
        let site = try site("x", head: "title: A\ncover: nope.png")
        let text = site.report(try await site.build())
        #expect(text.contains("content/posts/2020-01-01-a.md:3:1: warning: the cover 'nope.png'"))
    }

    @Test func takesACoverFromTheRootOfTheSiteToo() async throws {
        let site = try site("x", head: "title: A\ncover: img/x.svg")
        let outcome = try await site.build()
        #expect(!outcome.ids.contains { $0.contains("link/") })
        let page = try #require(site.page("2020/01/01/a/index.html"))
        #expect(page.contains("https://example.org/img/x.svg"))
    }

    @Test func showsNoCoverOfTheAuthorsComputer() async throws {
        let site = try site("x", head: "title: A\ncover: C:\\img\\x.svg")
        try await site.build()
        #expect(!(try site.outputText()).contains("C:"))
    }

    @Test(arguments: [
        "![x](blob:https://a.example/1b2c)", "[x](about:blank)",
        "<a href=\"vscode://file/a.go\">x</a>",
        "[x](chrome-extension://abc/x.html)", "![x](http://localhost:4000/img/none.png)",
        "<img src=\"http://127.0.0.1/none.png\">", "![x](//localhost/none.png)",
        "[x](http://localhost:4000/img/x.svg)", "[x](///Users/me/none.pdf)",
    ])
    func reportsAnAddressThatWorksOnTheAuthorsComputerAlone(text: String) async throws {
        let found = try await problems(text)
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("link/local-path | ") == true, "\(found)")
    }

    @Test func suggestsTheAddressOfAPreviewedPage() async throws {
        #expect(
            try await problems("[x](http://localhost:4000/img/x.svg?v=1#a)").first?.hasSuffix(
                "| write '/img/x.svg'") == true)
    }

    @Test func warnsOfAServerOnTheReadersComputerThatTheTextDoesNotName() async throws {
        let site = try site(
            "[the app](http://localhost:8080/app)\n\n<a href=\"http://[::1]/\">x</a>")
        let outcome = try await site.build()
        #expect(
            outcome.ids.filter { $0.contains("link/") } == [
                "warning link/local-host", "warning link/local-host",
            ])
        var request = BuildRequest()
        request.now = "2022-01-01"
        let check = try await Check(folder: .init(path: site.text.path), request: request).run()
        #expect(
            check.all.filter { $0.id.string == "link/local-host" }.map(\.severity)
                == [.warning, .warning])
    }

    @Test(arguments: [
        "Open http://localhost:8080 now, or <http://127.0.0.1:9000/a>.",
        "[localhost:8080](http://localhost:8080/) and [`127.0.0.1`](http://127.0.0.1/)",
        "<a href=\"http://localhost:3000/\">http://localhost:3000/</a>",
        "`curl http://localhost`\n\n```sh\ncurl http://localhost:1/\n```",
        "[x](https://localhost.example/) [y](https://127.example/) [z](vscode:extension/golang.go)",
    ])
    func takesAnAddressThatNamesTheReadersComputerForMeant(text: String) async throws {
        #expect(try await problems(text) == [])
    }

    @Test(arguments: [
        ("\"#\"", "the cover '#' is no picture"), ("t.pdf", "the cover 't.pdf' is no picture"),
        ("/2020/01/01/b/", "the cover '/2020/01/01/b/' is no picture"),
        ("https://a.example/b.html?x", "the cover 'https://a.example/b.html?x' is no picture"),
        ("data:image/gif;base64,R0lGODlhAQ", "the cover has no address of its own"),
    ])
    func reportsACoverThatNobodyElseCanShow(cover: String, problem: String) async throws {
        let site = try BuiltSite(
            BuiltSite.configuration + Self.files + "-- static/t.pdf\nx\n-- content/posts/t.pdf\nx\n"
                + "-- content/posts/2020-01-01-a.md\n---\ntitle: A\ncover: \(cover)\n---\nx\n")
        let outcome = try await site.build()
        let found = outcome.diagnostics.filter { $0.id.string == "link/no-picture" }
        #expect(found.count == 1)
        #expect(found.first?.summary.hasPrefix(problem) == true)
        let page = try #require(site.page("2020/01/01/a/index.html"))
        #expect(!page.contains("og:image\""))
        #expect(!page.contains("\"image\":"))
    }

    @Test func checksTheAddressOfAnOriginalAndOfAuthors() async throws {
        let found = try await problems(
            "x",
            head: "title: A\noriginal: {title: O, url: /gone/}\nauthors: [{name: N, url: /no/}]")
        #expect(
            found.map { String($0.prefix { $0 != "|" }) } == ["link/broken ", "link/broken "])
        #expect(found.first?.contains("'/gone/' of 'original' leads nowhere in this site") == true)
        #expect(found.last?.contains("'/no/' of 'authors' leads nowhere in this site") == true)
    }

    @Test func givesAnOriginalTheBasePath() async throws {
        let site = try BuiltSite(
            "-- galley.toml\n[site]\ntitle = \"T\"\nurl = \"https://example.org/blog/\"\n"
                + "language = \"en\"\n"
                + "-- content/about.md\nx\n-- content/posts/2020-01-01-a.md\n---\ntitle: A\n"
                + "original: {title: O, url: /about/}\n---\nx\n")
        #expect(try await site.build().ids == [])
        let page = try #require(site.page("2020/01/01/a/index.html"))
        #expect(page.contains("href=\"/blog/about/\""))
        #expect(page.contains("https://example.org/blog/about/"))
    }
}
