import Addresses
import Diagnostics
import Markdown
import Testing

@testable import Content

@Suite struct ConfigurationTests {
    private static let site = "[site]\ntitle = \"手记\"\nurl = \"https://example.org/\"\n"

    private func load(_ text: String) throws -> Configuration {
        let (configuration, found) = Configuration.load(
            Array(text.utf8), file: SourcePath("galley.toml"))
        #expect(found == [])
        return try #require(configuration)
    }

    /// `LINE:COLUMN id: summary [fix]` for all that is found.
    private func problems(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        let lines = LineTable(bytes)
        let (_, found) = Configuration.load(bytes, file: SourcePath("galley.toml"))
        return found.map {
            let position = lines.position(of: $0.place?.range.lowerBound ?? 0)
            let fix = $0.fixes.first.map { " [\($0.text)]" } ?? ""
            return "\(position.line):\(position.column) \($0.id): \($0.summary)\(fix)"
        }
    }

    @Test func hasADefaultForEveryKeyButTitleAndURL() throws {
        let configuration = try load(Self.site)
        #expect(configuration.site.title == "手记")
        #expect(configuration.site.address.origin == "https://example.org")
        #expect(configuration.site.language == "zh-CN")
        #expect(configuration.site.zone == .utc)
        #expect(configuration.build.content == SourcePath("content"))
        #expect(configuration.build.output == "public")
        #expect(configuration.build.theme == "paper")
        #expect(configuration.posts.folder == SourcePath("posts"))
        #expect(configuration.posts.permalink == "/:year/:month/:day/:slug/")
        #expect(configuration.posts.perPage == 10)
        #expect(configuration.posts.excerpt == .auto)
        #expect(configuration.posts.excerptLength == 150)
        #expect(configuration.posts.categories == .path)
        #expect(configuration.menu == nil)
        #expect(configuration.markdown == .standard)
        #expect(configuration.highlight.lineNumbers)
        #expect(configuration.highlight.listing == .figure)
        #expect(configuration.feeds.rss == "rss.xml")
        #expect(configuration.feeds.limit == 20)
        #expect(configuration.feeds.content == .full)
    }

    @Test func readsEveryKey() throws {
        let configuration = try load(
            """
            \u{FEFF}[site]
            title = "T"
            url = "https://example.org/blog"
            language = "en"
            timezone = "Asia/Shanghai"
            description = "D"
            author = "A"
            license = "L"
            icp = "I"
            [build]
            content = "."
            output = "out"
            theme = "mine"
            drafts = true
            future = true
            [posts]
            folder = "./_posts/"
            permalink = "/:slug.html"
            per_page = 0
            excerpt = "whole"
            excerpt_length = 80
            categories = "list"
            [[menu]]
            name = "关于"
            url = "/about/"
            [[menu]]
            name = "Code"
            url = "https://example.com/"
            [markdown]
            hard_breaks = true
            heading_ids = "hexo"
            unsafe_html = false
            cjk_emphasis = false
            cjk_breaks = false
            smart = true
            math = true
            [highlight]
            line_numbers = false
            listing = "hexo"
            [feeds]
            rss = ""
            atom = "feed/atom.xml"
            json = ""
            limit = 5
            content = "excerpt"
            terms = true
            [theme.params]
            comments = {repo = "a/b"}
            [snippets]
            level = "shape"
            require = ["go"]
            baseline = "known.json"
            show = true
            [snippets.swift]
            level = "skip"
            reason = "no Swift"
            [snippets.tools]
            gofmt = ["go1.22", "fmt"]
            [diagnostics]
            warn = ["a/b"]
            off = ["c/d"]
            [publish.pages]
            type = "directory"
            path = "x"
            """)
        #expect(configuration.site.address.basePath == "/blog/")
        #expect(configuration.site.language == "en")
        #expect(configuration.site.zone == Zone(identifier: "Asia/Shanghai"))
        let site = configuration.site
        #expect([site.description, site.author, site.license, site.icp] == ["D", "A", "L", "I"])
        #expect(configuration.build.content == SourcePath(""))
        #expect(configuration.build.output == "out")
        #expect(configuration.build.theme == "mine")
        #expect(configuration.build.drafts && configuration.build.future)
        #expect(configuration.posts.folder == SourcePath("_posts"))
        #expect(configuration.posts.permalink == "/:slug.html")
        #expect(configuration.posts.perPage == 0)
        #expect(configuration.posts.excerpt == .whole)
        #expect(configuration.posts.excerptLength == 80)
        #expect(configuration.posts.categories == .list)
        #expect(
            configuration.menu == [
                .init(name: "关于", url: "/about/"),
                .init(name: "Code", url: "https://example.com/"),
            ])
        var markdown = MarkdownOptions.standard
        markdown.hardBreaks = true
        markdown.headingIDs = .hexo
        markdown.unsafeHTML = false
        markdown.cjkEmphasis = false
        markdown.cjkBreaks = false
        markdown.smart = true
        markdown.mathematics = .on
        #expect(configuration.markdown == markdown)
        #expect(!configuration.highlight.lineNumbers)
        #expect(configuration.highlight.listing == .hexo)
        let feeds = configuration.feeds
        #expect([feeds.rss, feeds.atom, feeds.json] == ["", "feed/atom.xml", ""])
        #expect(feeds.limit == 5 && feeds.content == .excerpt && feeds.terms)
        #expect(configuration.themeParameters == ["comments": .table(["repo": .string("a/b")])])
        let snippets = configuration.snippets
        #expect(snippets.levels.all == .init(level: .shape))
        #expect(snippets.levels.languages == ["swift": .init(level: .skip, reason: "no Swift")])
        #expect(snippets.require == ["go"] && snippets.baseline == "known.json" && snippets.show)
        #expect(snippets.tools == ["gofmt": ["go1.22", "fmt"]])
        #expect(configuration.publish.targets.mapValues(\.path) == ["pages": "x"])
        #expect(configuration.diagnostics.warn == ["a/b"])
        // An older place for the key.
        #expect(configuration.diagnostics.baseline == "known.json")
        #expect(configuration.diagnostics.off == ["c/d"])
    }

    @Test func knowsWhereKeysStand() throws {
        let text =
            Self.site
            + "[posts]\npermalink = \"/:slug/\"\n[publish.a]\ntype = \"git\"\nremote = \"x\"\n"
        let places = try load(text).places
        let lines = LineTable(Array(text.utf8))
        #expect(places["posts.permalink"].map { lines.line(of: $0.range.lowerBound) } == 5)
        #expect(places["publish.a.type"].map { lines.line(of: $0.range.lowerBound) } == 7)
    }

    @Test(arguments: [
        (
            "[posts]\nper_pgae = 1",
            "5:1 configuration/unknown-key: Unknown key 'posts.per_pgae' [did you mean 'per_page'?]"
        ),
        (
            "[post]\nper_page = 1",
            "4:2 configuration/unknown-key: Unknown table 'post' [did you mean 'posts'?]"
        ),
        ("[theme]\ncolour = 1", "5:1 configuration/unknown-key: Unknown key 'theme.colour'"),
        (
            "[[menu]]\nname = 'a'\nurl = '/'\nicon = 'x'",
            "7:1 configuration/unknown-key: Unknown key 'menu.icon'"
        ),
        ("[site.extra]\na = 1", "4:7 configuration/unknown-key: Unknown key 'site.extra'"),
        (
            "[posts]\n'per page' = 1",
            "5:1 configuration/unknown-key: Unknown key 'posts.per page' [did you mean 'per_page'?]"
        ),
        ("posts.per_page = 'x'", "4:1 configuration/unknown-key: Unknown key 'site.posts'"),
    ])
    func refusesUnknownKeysAtTheirLine(lines: String, expected: String) {
        #expect(problems(Self.site + lines) == [expected])
    }

    @Test(arguments: [
        (
            "[posts]\nper_page = '10'",
            "5:1 configuration/wrong-type: 'posts.per_page' must be a whole number, not text"
        ),
        (
            "[posts]\nper_page = 1.5",
            "5:1 configuration/wrong-type: 'posts.per_page' must be a whole number, not a number"
        ),
        (
            "[posts]\nper_page = -1",
            """
            5:1 configuration/bad-value: 'posts.per_page' must be a whole number from 0 to 100000, \
            not -1
            """
        ),
        (
            "[posts]\nper_page = 9223372036854775807",
            """
            5:1 configuration/bad-value: 'posts.per_page' must be a whole number from 0 to 100000, \
            not 9223372036854775807
            """
        ),
        (
            "[terms]\nper_page = 100001",
            """
            5:1 configuration/bad-value: 'terms.per_page' must be a whole number from 0 to 100000, \
            not 100001
            """
        ),
        (
            "[posts]\nexcerpt_length = 9223372036854775807",
            """
            5:1 configuration/bad-value: 'posts.excerpt_length' must be a whole number from 0 to \
            100000, not 9223372036854775807
            """
        ),
        (
            "[feeds]\nlimit = -9223372036854775808",
            """
            5:1 configuration/bad-value: 'feeds.limit' must be a whole number from 0 to 100000, not \
            -9223372036854775808
            """
        ),
        (
            "[posts]\nper_page = 9223372036854775808",
            """
            5:12 configuration/syntax: TOML cannot be read: whole numbers go from \
            -9223372036854775808 to 9223372036854775807 [write "9223372036854775808" if it is text]
            """
        ),
        (
            "[posts]\nexcerpt = true",
            "5:1 configuration/wrong-type: 'posts.excerpt' must be one of auto, whole, none, not true or false"
        ),
        (
            "[posts]\nexcerpt = 'hole'",
            "5:1 configuration/bad-value: 'posts.excerpt' must be one of auto, whole, none, not 'hole' [did you mean 'whole'?]"
        ),
        (
            "[markdown]\nheading_ids = 'gitub'",
            "5:1 configuration/bad-value: 'markdown.heading_ids' must be one of github, hexo, not 'gitub' [did you mean 'github'?]"
        ),
        (
            "[build]\ndrafts = 1",
            "5:1 configuration/wrong-type: 'build.drafts' must be true or false, not a number"
        ),
        (
            "[diagnostics]\noff = 'a'",
            "5:1 configuration/wrong-type: 'diagnostics.off' must be a list of texts, not text"
        ),
        (
            "[diagnostics]\noff = [1]",
            "5:1 configuration/wrong-type: 'diagnostics.off' must be a list of texts, not a list"
        ),
        ("[menu]\nname = 'a'", "4:2 configuration/wrong-type: 'menu' must be tables '[[menu]]'"),
        (
            "[[menu]]\nname = 'a'",
            "4:3 configuration/missing-key: 'menu.url' must be given"
        ),
        (
            "[theme]\nparams = 1",
            "5:1 configuration/wrong-type: 'theme.params' must be a table, not a number"
        ),
        (
            "[[posts]]\nper_page = 1",
            "4:3 configuration/wrong-type: 'posts' must be a table, not a list"
        ),
    ])
    func refusesWrongValuesAtTheirLine(lines: String, expected: String) {
        #expect(problems(Self.site + lines) == [expected])
    }

    @Test(arguments: [
        ("content", "/srv/blog", "'build.content' must be a relative path, not '/srv/blog'"),
        ("content", "../blog", "'build.content' must not lead out of the site with '..'"),
        ("content", "", "'build.content' must name a folder"),
        ("theme", "../x", "'build.theme' must be the name of a theme, not '../x'"),
        ("output", ".", "'build.output' must be a folder of its own, not '.'"),
        ("output", "", "'build.output' must be a folder of its own, not ''"),
        ("output", "..", "'build.output' must be a folder of its own, not '..'"),
        ("output", "./content/", "'build.output' must be a folder of its own, not './content/'"),
        (
            "output", "content/public",
            "'build.output' must be a folder of its own, not 'content/public'"
        ),
        ("output", "/", "'build.output' must be a folder of its own, not '/'"),
    ])
    func refusesPathsThatLeadOut(key: String, path: String, summary: String) {
        #expect(
            problems(Self.site + "[build]\n\(key) = '\(path)'")
                == ["5:1 configuration/bad-path: \(summary)"])
    }

    @Test func allowsTheSitesFolderAsContent() throws {
        let configuration = try load(Self.site + "[build]\ncontent = '.'\n[posts]\nfolder = '.'\n")
        #expect(configuration.build.content == SourcePath(""))
        #expect(configuration.posts.folder == SourcePath(""))
        #expect(try load(Self.site + "[build]\noutput = '../public'\n").build.output == "../public")
        #expect(try load(Self.site + "[build]\noutput = '/srv/x'\n").build.output == "/srv/x")
    }

    @Test func wantsTitleAndURL() {
        #expect(
            problems("[posts]\nper_page = 1\n") == [
                "1:1 configuration/missing-key: 'site.title' must be given",
                "1:1 configuration/missing-key: 'site.url' must be given",
            ])
        #expect(
            problems("\n[site]\nurl = 'https://a.org'\n")
                == ["2:2 configuration/missing-key: 'site.title' must be given"])
        for url in ["/blog/", "example.org", "ftp://a.org/", "https://", "https://a.org/?x"] {
            #expect(
                problems("[site]\ntitle = 'a'\nurl = '\(url)'\n") == [
                    "3:1 configuration/bad-value: 'site.url' must be an absolute http or https URL, "
                        + "not '\(url)'"
                ])
        }
    }

    @Test(arguments: [
        ("Asia/Shangai", " [did you mean 'Asia/Shanghai'?]"), ("CST", ""),
        ("shanghai", " [did you mean 'Asia/Shanghai'?]"),
        ("Nowhere/Nothing/At/All", ""), ("Asia/Beijing", " [did you mean 'Asia/Shanghai'?]"),
        ("Europe/Munich", " [did you mean 'Europe/Berlin'?]"),
        ("America/San_Francisco", " [did you mean 'America/Los_Angeles'?]"),
        ("Asia/Bangalore", " [did you mean 'Asia/Kolkata'?]"), ("Europe/Gotham", ""),
        ("Asia/Osaka", " [did you mean 'Asia/Tokyo'?]"), ("IST", ""), ("BST", ""),
        ("PST", " [did you mean 'America/Los_Angeles'?]"),
        ("UTC+8", " [did you mean 'Etc/GMT-8'?]"),
        ("GMT-05:00", " [did you mean 'Etc/GMT+5'?]"), ("+0800", " [did you mean 'Etc/GMT-8'?]"),
        ("China Standard Time", " [did you mean 'Asia/Shanghai'?]"), ("Europe/Mainz", ""),
        ("asia/tokyo", " [did you mean 'Asia/Tokyo'?]"), ("America/Springfield", ""),
        ("Germany", " [did you mean 'Europe/Berlin'?]"), ("UTC+99", ""),
        ("UTC+9999999999999999999", ""),
        ("Europe/Vilnus", " [did you mean 'Europe/Vilnius'?]"), ("Atlantis", ""),
    ])
    func refusesUnknownZones(zone: String, fix: String) {
        #expect(
            problems(Self.site + "timezone = '\(zone)'") == [
                "4:1 configuration/bad-value: 'site.timezone' must be a zone such as "
                    + "'Asia/Shanghai', not '\(zone)'\(fix)"
            ])
    }

    @Test(arguments: [
        ("zh_CN", " [did you mean 'zh-CN'?]"), ("中文", " [did you mean 'zh-CN'?]"), ("", ""),
        ("chinese", " [did you mean 'zh-CN'?]"), ("English", " [did you mean 'en'?]"), ("e", ""),
        ("en-", ""), ("en_US.UTF-8", " [did you mean 'en-US'?]"),
        ("zh_TW", " [did you mean 'zh-TW'?]"),
        ("zh_hans_cn", " [did you mean 'zh-Hans-CN'?]"), ("pt_BR@euro", " [did you mean 'pt-BR'?]"),
        ("C.UTF-8", ""), ("jp", " [did you mean 'ja'?]"), ("klingon", ""),
    ])
    func refusesBadLanguageTags(tag: String, fix: String) {
        #expect(
            problems(Self.site + "language = '\(tag)'") == [
                "4:1 configuration/bad-value: 'site.language' must be a language tag such as "
                    + "'zh-CN', not '\(tag)'\(fix)"
            ])
    }

    @Test(arguments: ["en", "zh-Hans-CN", "de-1996"])
    func takesLanguageTags(tag: String) throws {
        #expect(try load(Self.site + "language = '\(tag)'").site.language == tag)
    }

    @Test func reportsBrokenTOMLAtItsPlace() throws {
        let found = problems(Self.site + "author = 你\n")
        #expect(found.count == 1)
        #expect(
            found.allSatisfy { $0.hasPrefix("4:10 configuration/syntax: TOML cannot be read: ") })
        let (configuration, _) = Configuration.load(
            Array("[".utf8), file: SourcePath("galley.toml"))
        #expect(configuration == nil)
        #expect(
            problems("a = \"\u{0}\"").allSatisfy {
                $0.contains("TOML cannot be read: the control character U+0000 is not allowed")
            })
    }

    @Test func mendsBrokenTOML() throws {
        #expect(
            problems("[site]\ntitle = “手记”\nurl = 'https://a.example/'") == [
                """
                2:9 configuration/syntax: TOML cannot be read: '“' is not a quotation mark of TOML \
                [write "手记"]
                """
            ])
        let twice = Array((Self.site + "[posts]\nper_page = 1\n[posts]\n").utf8)
        let (_, found) = Configuration.load(twice, file: SourcePath("galley.toml"))
        let problem = try #require(found.first)
        #expect(problem.id == .configurationSyntax)
        #expect(problem.summary == "The table 'posts' is defined twice")
        let lines = LineTable(twice)
        #expect(problem.place.map { lines.line(of: $0.range.lowerBound) } == 6)
        #expect(problem.notes.first?.place.map { lines.line(of: $0.range.lowerBound) } == 4)
    }

    @Test func refusesAFileThatIsNotUTF8AtItsFirstByte() {
        let bytes = Array(Self.site.utf8) + Array("author = '".utf8) + [0xD6, 0xD0, 0x27]
        let (configuration, found) = Configuration.load(bytes, file: SourcePath("galley.toml"))
        #expect(configuration == nil)
        #expect(found.map(\.id) == [.configurationSyntax])
        #expect(found.first?.place?.range.lowerBound == bytes.count - 3)
    }

    /// The places of keys come from the parser.
    @Test func knowsThePlacesOfTablesInListsAndOfInlineTables() throws {
        let text =
            Self.site
            + "menu = [\n{name = 'a', url = '/'},\n{name = 'b', url = '/b/'}]\n"
            + "theme.params.x = {y = 1}\n"
        let bytes = Array(text.utf8)
        let lines = LineTable(bytes)
        let places = try TOMLReader(bytes, 0..<bytes.count).places
        let line = { (path: String) in places[path].map { lines.line(of: $0.lowerBound) } }
        #expect(line("site.menu") == 4)
        #expect(line("site.menu.1.url") == 6)
        #expect(line("site.menu.1") == 6)
        #expect(line("site.theme.params.x.y") == 7)
    }

    @Test func reportsEveryErrorOfOneRun() {
        let text = "[site]\nurl = 'x'\n[posts]\nper_page = -1\n[feeds]\nlimt = 1\n"
        #expect(problems(text).count == 4)
    }
}

extension ConfigurationTests {
    @Test func readsOneBaselineOfTwoThatAreNamed() throws {
        let (configuration, diagnostics) = Configuration.load(
            Array(
                """
                [site]
                title = "T"
                url = "https://e.org/"
                [snippets]
                baseline = "old.json"
                [diagnostics]
                baseline = "new.json"
                manual = "https://e.org/galley/diagnostics.html"
                """.utf8), file: SourcePath("galley.toml"))
        #expect(configuration?.diagnostics.baseline == "new.json")
        #expect(configuration?.diagnostics.manual == "https://e.org/galley/diagnostics.html")
        #expect(diagnostics.map(\.id) == [.configurationBadValue])
        #expect(!diagnostics.hasErrors)
        let places = configuration?.places
        #expect(diagnostics.map(\.place) == [places?["snippets.baseline"]])
    }

    @Test func refusesAManualWithoutAnAddressAndABaselineOutsideOfTheSite() {
        let found = problems(
            Self.site + "[diagnostics]\nbaseline = \"/etc/x\"\nmanual = \"docs/x.md\"\n")
        #expect(found.count == 2)
        #expect(found.contains { $0.contains("'diagnostics.baseline' must be a relative path") })
        #expect(found.contains { $0.contains("'diagnostics.manual' must be an absolute") })
    }

    @Test func refusesWhatSnippetsMustNotHave() {
        #expect(
            problems(
                Self.site + """
                    [snippets]
                    level = "prase"
                    requires = ["go"]
                    baseline = "../x.json"
                    [snippets.go]
                    levl = "types"
                    [snippets.c]
                    level = "skip"
                    [snippets.tools]
                    gofmt = []
                    """) == [
                    """
                    6:1 configuration/unknown-key: Unknown key 'snippets.requires' \
                    [did you mean 'require'?]
                    """,
                    """
                    5:1 configuration/bad-value: 'snippets.level' must be one of shape, parse, \
                    types, run, skip, not 'prase' [did you mean 'parse'?]
                    """,
                    """
                    13:1 configuration/bad-value: 'snippets.tools.gofmt' must name a program
                    """,
                    "11:1 configuration/missing-key: 'level = \"skip\"' must come with a 'reason'",
                    """
                    9:1 configuration/unknown-key: Unknown key 'snippets.go.levl' \
                    [did you mean 'level'?]
                    """,
                    """
                    7:1 configuration/bad-path: 'snippets.baseline' must not lead out of the site \
                    with '..'
                    """,
                ])
    }
}
