import Addresses
import Diagnostics
import Testing

@testable import Publishing

/// Each guard has a site or a plan that trips it, and one that does not.
struct GuardsTests {
    private func guards(
        _ folder: PublishedFolder, written: [OutputPath: WrittenKind] = [:],
        environment: [String: String] = [:], secrets: Set<String> = [],
        _ change: (inout SiteFacts) -> Void = { _ in }
    ) throws -> Guards {
        var facts = SiteFacts(address: folder.address, texts: 2)
        change(&facts)
        return Guards(
            facts,
            try folder.reading(written: written, secrets: secrets, environment: environment))
    }

    private func tripped(_ guards: Guards) -> [String] {
        guards.refusalsOfSite().values.flatMap { $0 }.map(\.id.string).sorted()
    }

    @Test func letsACleanSitePass() throws {
        #expect(tripped(try guards(PublishedFolder())) == [])
    }

    @Test func everyRefusalNamesItsSwitch() throws {
        let refusal = Guard.drafts.refusal("x", fix: "y")
        #expect(refusal.severity == .error)
        #expect(refusal.fixes.map(\.text) == ["y", "publish it all the same: --allow drafts"])
    }

    @Test func refusesAnEmptySite() throws {
        let folder = try PublishedFolder()
        #expect(tripped(try guards(folder) { $0.texts = 0 }) == ["publish/empty-site"])
        try folder.remove("index.html")
        #expect(tripped(try guards(folder)) == ["publish/empty-site"])
    }

    @Test(arguments: [
        "http://localhost:1313/", "http://127.0.0.1/", "http://[::1]:80/", "http://blog.local/",
        "http://192.168.1.20/blog/", "http://0.0.0.0:4000/", "http://x.localhost/",
    ])
    func refusesALocalAddress(_ url: String) throws {
        #expect(tripped(try guards(PublishedFolder(url: url))) == ["publish/local-address"])
    }

    @Test(arguments: [
        "https://10.example.org/", "https://localhost.example.org/", "https://8.8.8.8/",
    ])
    func takesAPublicAddress(_ url: String) throws {
        #expect(tripped(try guards(PublishedFolder(url: url))) == [])
    }

    @Test(arguments: [
        (
            "index.html", "<head><link rel=\"canonical\" href=\"http://localhost/\"></head>",
            WrittenKind.page
        ),
        (
            "index.html", "<head><meta property=\"og:url\" content=\"https://other.example/\">",
            .page
        ),
        (
            "sitemap.xml", "<urlset><url><loc>http://localhost:1313/a/</loc></url></urlset>",
            .sitemap
        ),
        ("atom.xml", "<feed><id>https://example.orgx/</id></feed>", .xmlFeed),
        (
            "atom.xml", "<feed><link rel=\"self\" href=\"http://127.0.0.1/atom.xml\"/></feed>",
            .xmlFeed
        ),
        (
            "rss.xml",
            "<rss><item><guid isPermaLink=\"true\">http://x.example/</guid></item></rss>", .xmlFeed
        ),
        ("feed.json", "{\"items\": [{\"id\": \"http://localhost/a/\"}]}", .jsonFeed),
        ("robots.txt", "Sitemap: http://localhost/sitemap.xml\n", .robots),
    ])
    func refusesAForeignAddressInWhatGalleyWrote(
        _ path: String, _ text: String, _ kind: WrittenKind
    ) throws {
        let folder = try PublishedFolder()
        try folder.write(path, text)
        #expect(
            tripped(try guards(folder, written: [OutputPath(path): kind]))
                == ["publish/foreign-address"])
        #expect(tripped(try guards(folder)) == [], "an author's own file")
    }

    @Test func letsArticlesWriteWhatTheyLike() throws {
        let folder = try PublishedFolder()
        try folder.write(
            "index.html",
            """
            <head><link rel="canonical" href="https://example.org/"></head>
            <body><code>curl http://localhost:8080/</code>
            <link rel="canonical" href="http://localhost/">
            """)
        try folder.write(
            "rss.xml",
            "<rss><link>https://example.org/</link><d>&lt;id>http://localhost/&lt;/id></d></rss>")
        #expect(
            tripped(
                try guards(
                    folder,
                    written: [OutputPath("index.html"): .page, OutputPath("rss.xml"): .xmlFeed]))
                == [])
    }

    @Test func refusesDrafts() throws {
        let guards = try guards(PublishedFolder()) { $0.drafts = [SourcePath("content/a.md")] }
        #expect(tripped(guards) == ["publish/drafts"])
    }

    @Test func refusesTheReloadClient() throws {
        let folder = try PublishedFolder()
        try folder.write("index.html", "<script src=\"/.galley/reload.js\"></script>")
        #expect(tripped(try guards(folder)) == ["publish/reload-client"])
    }

    @Test func refusesANameThatNoListCanHold() throws {
        for name in ["a\nb.html", "a\u{7F}.html", "x/\u{1B}[0m/index.html"] {
            let folder = try PublishedFolder()
            try folder.write(name, "x")
            let error = #expect(throws: PublishError.self) { try folder.reading() }
            #expect(error?.message.contains("holds a control character") == true)
            #expect(error?.message.contains("\n") == false)
        }
    }

    @Test func refusesSecretsAndNeverShowsThem() throws {
        let token = "ghp_" + "9aB3dE5fG7hI1jK2lM4nO6pQ8rS0tU2vW4xY"
        let folder = try PublishedFolder()
        try folder.write(
            "go/index.html", "<pre>\n<b>ghp_</b>\(token.dropFirst(4)) correct-horse-battery</pre>")
        // The list shows it too: told once, at the page of the post.
        try folder.write("index.html", "<p>\(token)</p>")
        let guards = try guards(folder, environment: ["MY_SECRET": "correct-horse-battery"]) {
            $0.sources = [OutputPath("go/index.html"): SourcePath("content/posts/go.md")]
        }
        #expect(tripped(guards) == ["publish/secrets", "publish/secrets"])
        let refusals = guards.refusalsOfSite()[.secrets] ?? []
        let words = refusals.map { "\($0)" }.joined()
        #expect(
            refusals[0].summary.contains("line 2 of 'go/index.html' (from 'content/posts/go.md')"))
        #expect(!words.contains(token) && !words.contains(token.dropFirst(4)))
        #expect(!words.contains("correct-horse"))
        let allowed: Set = [
            namedDigest(of: Array(token.utf8)),
            namedDigest(of: Array("correct-horse-battery".utf8)),
        ]
        #expect(
            tripped(
                try self.guards(
                    folder, environment: ["MY_SECRET": "correct-horse-battery"], secrets: allowed))
                == [])
    }

    @Test func refusesFailedSnippetsAndBrokenLinks() throws {
        let guards = try guards(PublishedFolder()) {
            $0.failedSnippets = 2
            $0.brokenLinks = 1
        }
        #expect(tripped(guards) == ["publish/broken-links", "publish/failed-snippets"])
    }

    // MARK: Of the plan

    private func tripped(
        old: [String], new: [String], _ change: (inout SiteFacts) -> Void = { _ in }
    ) throws -> [String] {
        func tree(_ paths: [String]) -> SiteTree {
            SiteTree(paths.map { SiteFile(OutputPath($0), bytes: Array($0.utf8)) })
        }
        let plan = PublishPlan(
            tree(new), to: Manifest(tree(old)).state(identity: "s"), target: "t", type: "directory",
            source: nil, galley: "1")
        return try guards(PublishedFolder(), change).refusals(of: plan, .empty).values.flatMap {
            $0
        }
        .map(\.id.string).sorted()
    }

    private let ten = (0..<10).map { "\($0).png" }

    @Test func refusesAShrunkenSite() throws {
        let fifty = (0..<50).map { "\($0).png" }
        #expect(try tripped(old: fifty, new: Array(fifty.dropLast(10))) == [], "twenty percent")
        #expect(
            try tripped(old: fifty, new: Array(fifty.dropLast(11))) == ["publish/shrunken-site"])
        #expect(
            try tripped(old: ten + (0..<20).map { "\($0 + 10).12345678.css" }, new: ten)
                == [], "digest-named files come and go")
        #expect(try tripped(old: ten, new: Array(ten.dropLast(9))) == [], "fewer than ten")
        #expect(try tripped(old: ten, new: []) == ["publish/shrunken-site"])
    }

    @Test(arguments: ["CNAME", ".nojekyll", ".well-known/security.txt"])
    func refusesToLoseWhatTheHostNeeds(_ path: String) throws {
        #expect(try tripped(old: ten + [path], new: ten) == ["publish/lost-host-files"])
    }

    @Test func refusesAPublishedPageThatVanishes() throws {
        #expect(
            try tripped(old: ten + ["a/index.html"], new: ten) == ["publish/vanished-urls"])
        #expect(
            try tripped(old: ten + ["page/9/index.html"], new: ten) == [], "a later page of a list")
        #expect(
            try tripped(old: ten + ["a/index.html"], new: ten) { $0.ledger = Ledger() } == [],
            "the ledger has let it go")
        #expect(
            try tripped(old: ten, new: ten) { $0.gone = [URLPath("/a/")] } == [
                "publish/vanished-urls"
            ])
    }

    @Test func refusesToOverwriteOrDeleteWhatOthersPutThere() throws {
        func refusals(isForeign: Bool) throws -> [Diagnostic] {
            let tree = SiteTree(
                ["a.html", "b.html"].map { SiteFile(OutputPath($0), bytes: Array($0.utf8)) })
            var files: [OutputPath: TargetState.File] = [:]
            for path in ["a.html", "c.html", "kept.html"] {
                files[OutputPath(path)] = TargetState.File(
                    size: 1, content: .unknown, isOurs: path != "kept.html", isForeign: isForeign)
            }
            let state = TargetState(files: files, identity: "s")
            let plan = PublishPlan(
                tree, to: state, target: "t", type: "git", source: nil, galley: "1")
            return try guards(PublishedFolder()).refusals(of: plan, state)[.foreignFiles] ?? []
        }
        #expect(try refusals(isForeign: false) == [])
        let refusal = try #require(try refusals(isForeign: true).first)
        #expect(
            refusal.summary
                == "2 files that galley did not publish would be overwritten or deleted")
        #expect(refusal.notes.map(\.text) == ["'a.html'", "'c.html'"])
    }

    @Test(arguments: [
        "landing-page/index.html", "page/about/index.html", "page.html", "page/9.html",
    ])
    func takesNoPageForALaterPageOfAList(path: String) throws {
        #expect(try tripped(old: ten + [path], new: ten) == ["publish/vanished-urls"])
    }

    @Test(arguments: ["page/2/index.html", "tags/Go/page/10/index.html", "404.html"])
    func letsLaterPagesOfListsGo(path: String) throws {
        #expect(try tripped(old: ten + [path], new: ten) == [])
        // Where the ledger promises it, it is a page.
        let isPromised = path != "404.html"
        let gone = try tripped(old: ten + [path], new: ten) {
            $0.ledger = Ledger(urls: [URLPath("/" + path.replacing("index.html", with: ""))])
        }
        #expect(gone == (isPromised ? ["publish/vanished-urls"] : []))
    }

    @Test func letsWhatEndsByTheSitesOwnRulesGo() throws {
        func gone(_ path: String, _ ends: ExpectedEnds) throws -> [String] {
            try tripped(old: ten + [path], new: ten) { $0.ends = ends }
        }
        let tags = [
            (path: URLPath("/tags/"), isNested: false),
            (path: URLPath("/categories/"), isNested: true),
        ]
        let ends = ExpectedEnds(expired: [URLPath("/a/")], taxonomies: tags, ledger: nil)
        #expect(try gone("a/index.html", ends) == [])
        #expect(try gone("tags/Go/index.html", ends) == [])
        #expect(try gone("categories/A/B/index.html", ends) == [])
        for path in [
            "b/index.html", "tags/index.html", "tagsets/x/index.html", "tags/guide/part/index.html",
            "tags/guide.html",
        ] {
            #expect(try gone(path, ends) == ["publish/vanished-urls"])
        }
        // The index of the series goes with the last of them.
        let series = ExpectedEnds(
            expired: [], taxonomies: [(path: URLPath("/series/"), isNested: false)],
            indexes: [URLPath("/series/")], ledger: nil)
        #expect(try gone("series/index.html", series) == [])
        // A ledger tells terms from pages that lie below.
        let ledger = Ledger(urls: [URLPath("/tags/guide/")], terms: [URLPath("/tags/Go/")])
        let known = ExpectedEnds(expired: [], taxonomies: tags, ledger: ledger)
        #expect(try gone("tags/Go/index.html", known) == [])
        #expect(try gone("tags/guide/index.html", known) == ["publish/vanished-urls"])
        // One without terms is of a site that had none.
        let plain = ExpectedEnds(
            expired: [], taxonomies: tags, ledger: Ledger(urls: [URLPath("/tags/guide/")]))
        #expect(try gone("tags/guide/index.html", plain) == ["publish/vanished-urls"])
    }

    @Test func everyGuardHasItsOwnID() {
        #expect(Set(Guard.allCases.map(\.id)).count == Guard.allCases.count)
        for which in Guard.allCases { #expect(which.id.string == "publish/" + which.rawValue) }
    }
}
