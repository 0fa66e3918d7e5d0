import Addresses
import Content
import Diagnostics
import Foundation
import Programs
import Publishing
import TestSupport
import Testing

@testable import Commands

/// `galley publish` from the site's folder to a directory: the whole flow in this process.
struct PublishTests {
    private static let posts = """
        -- content/posts/a.md
        ---
        title: A
        date: 2021-01-02
        slug: a
        ---
        Text.
        -- content/posts/b.md
        ---
        title: B
        date: 2021-01-03
        slug: b
        ---
        [A](a.md)

        """

    private static let target = """

        [publish.www]
        type = "directory"
        path = "www"

        """

    private func site(_ more: String = "", configuration: String = "") throws -> BuiltSite {
        try BuiltSite(
            BuiltSite.configuration + configuration + Self.target + Self.posts + more)
    }

    private func publish(
        _ site: BuiltSite, mode: PublishRequest.Mode = .publish, allow: Set<Guard> = [],
        environment: [String: String] = ["PATH": "/usr/bin:/bin"]
    ) async throws -> PublishOutcome {
        defer { withExtendedLifetime(site.text) {} }
        let folder = SiteFolder(path: site.text.path)
        let (configuration, problems) = try SiteConfiguration.load(folder, BuildRequest())
        #expect(problems.isEmpty)
        let settings = try #require(configuration?.publish.targets["www"])
        var request = PublishRequest()
        request.mode = mode
        request.allowed = allow
        request.now = "2022-01-01"
        request.environment = environment
        return try await Publish(
            folder: folder, name: "www", settings: settings, request: request
        ) { _ in }.run()
    }

    private func published(_ site: BuiltSite) throws -> [String: Data] {
        try site.tree(below: "www/current/.")
    }

    private func ids(_ outcome: PublishOutcome) -> [String] {
        outcome.diagnostics.filter { $0.severity == .error }.map(\.id.string).sorted()
    }

    private func accept(_ site: BuiltSite) async throws -> LedgerAcceptance.Outcome {
        defer { withExtendedLifetime(site.text) {} }
        return try await LedgerAcceptance(
            folder: SiteFolder(path: site.text.path), now: "2022-01-01", allowed: []
        ) {}.run()
    }

    @Test func publishesTheOutputAndThenNothing() async throws {
        let site = try site()
        guard case .published(let name) = try await publish(site).end else {
            Issue.record("not published")
            return
        }
        #expect(name.hasPrefix("000001-"))
        #expect(try published(site) == site.tree())
        #expect(try await publish(site).end == .nothingToDo)
    }

    @Test func savesAPlanAndAppliesItAndNothingElse() async throws {
        let site = try site()
        let planned = try await publish(site, mode: .plan)
        #expect(planned.end == .planned(".galley/publish/www.plan.json"))
        #expect(!FileManager.default.fileExists(atPath: site.text.absolute("www")))
        let saved = try #require(site.text.text(".galley/publish/www.plan.json"))
        let plan = try PublishPlan(reading: Array(saved.utf8), from: "plan")
        #expect(plan == planned.plan)
        guard case .published = try await publish(site, mode: .apply(plan)).end else {
            Issue.record("not published")
            return
        }
        // Once more: the target is not what it was.
        let again = try await publish(site, mode: .apply(plan))
        #expect(ids(again) == ["publish/plan-outdated"])
    }

    @Test func refusesAPlanOfAnotherSite() async throws {
        let site = try site()
        let plan = try #require(try await publish(site, mode: .plan).plan)
        try site.write("content/posts/a.md", "---\ntitle: New\ndate: 2021-01-02\nslug: a\n---\n")
        let outcome = try await publish(site, mode: .apply(plan))
        #expect(ids(outcome) == ["publish/plan-outdated"])
        #expect(outcome.end == .refused)
        #expect(!FileManager.default.fileExists(atPath: site.text.absolute("www/current")))
    }

    @Test func refusesBrokenLinksAndFailedSnippetsUntilTheyAreAllowed() async throws {
        let site = try site(
            "-- content/posts/c.md\n---\ntitle: C\ndate: 2021-01-04\n---\n[x](/nowhere/)\n\n"
                + "```json\n{\"a\": 1,,}\n```\n")
        let outcome = try await publish(site)
        #expect(outcome.end == .refused)
        #expect(
            ids(outcome) == [
                "link/broken", "publish/broken-links", "publish/failed-snippets",
                "snippet/json/parse",
            ])
        #expect(
            ids(try await publish(site, allow: [.brokenLinks])) == [
                "publish/failed-snippets", "snippet/json/parse",
            ])
        let allowed = try await publish(site, allow: [.brokenLinks, .failedSnippets])
        #expect(ids(allowed) == [])
        #expect(try published(site) == site.tree())
    }

    @Test func refusesDraftsThatTheConfigurationBuilds() async throws {
        let site = try site(
            "-- content/posts/c.md\n---\ntitle: C\ndate: 2021-01-04\ndraft: true\n---\n",
            configuration: "[build]\ndrafts = true\n")
        let outcome = try await publish(site)
        #expect(ids(outcome) == ["publish/drafts"])
        #expect(outcome.diagnostics.flatMap(\.notes).map(\.text) == ["'content/posts/c.md'"])
    }

    @Test func refusesALocalAddress() async throws {
        let text = (BuiltSite.configuration + Self.target + Self.posts)
            .replacing("https://example.org/", with: "http://localhost:1313/")
        #expect(ids(try await publish(try BuiltSite(text))) == ["publish/local-address"])
    }

    @Test func refusesAnEmptySite() async throws {
        let site = try BuiltSite(BuiltSite.configuration + Self.target + "-- content/posts/\n")
        #expect(ids(try await publish(site)) == ["publish/empty-site"])
    }

    @Test func refusesSecretsOfArticlesAndOfTheEnvironment() async throws {
        let token = "ghp_" + "9aB3dE5fG7hI1jK2lM4nO6pQ8rS0tU2vW4xY"
        let site = try site(
            "-- content/posts/c.md\n---\ntitle: C\ndate: 2021-01-04\n---\n```sh\n"
                + "export T=\(token)\ncurl -u me:correct-horse-battery x\n```\n")
        let environment = ["PATH": "/usr/bin:/bin", "SITE_PASSWORD": "correct-horse-battery"]
        let outcome = try await publish(site, environment: environment)
        // In the page, and in the index of the search.
        #expect(Set(ids(outcome)) == ["publish/secrets"])
        let kinds = ["a GitHub token", "a secret of the environment"]
        for kind in kinds {
            #expect(outcome.diagnostics.contains { $0.summary.hasSuffix(kind) })
        }
        let report = TextReport(isColored: false) { _ in nil }.text(outcome.diagnostics)
        #expect(report.contains("(from 'content/posts/c.md')"))
        #expect(!report.contains(token) && !report.contains("correct-horse"))
        #expect(!FileManager.default.fileExists(atPath: site.text.absolute("www/current")))
    }

    @Test func refusesToTakeAwayAPageUntilItHasAnAliasOrIsLetGo() async throws {
        let site = try site()
        _ = try await publish(site)
        let old = try published(site)
        try site.text.remove("content/posts/a.md")
        try site.write("content/posts/b.md", "---\ntitle: B\ndate: 2021-01-03\nslug: b\n---\n")
        let outcome = try await publish(site)
        #expect(ids(outcome).contains("publish/vanished-urls"))
        #expect(try published(site) == old)
        try site.write(
            "content/posts/b.md",
            "---\ntitle: B\ndate: 2021-01-03\nslug: b\naliases: /2021/01/02/a/\n---\n")
        #expect(ids(try await publish(site, allow: [.shrunkenSite])) == [])
        #expect(try published(site)["2021/01/02/a/index.html"] != nil)
    }

    @Test func comparesWithTheLedgerThatAPersonAccepted() async throws {
        let site = try site()
        let accepted = try await accept(site)
        #expect(accepted.lines?.last?.hasPrefix("accepted  ") == true)
        let ledger = try #require(site.text.text("galley.lock"))
        #expect(ledger.contains("\nurl /2021/01/02/a/\n"))
        #expect(
            ledger.contains("\nfeed https://example.org/2021/01/02/a/ content/posts/a.md\n"))
        #expect(try await site.build { $0.isStrict = true }.state == .swapped)
        try site.text.remove("content/posts/a.md")
        try site.write("content/posts/b.md", "---\ntitle: B\ndate: 2021-01-03\nslug: b\n---\n")
        // A plain build does not look; a strict one and publish do.
        #expect(try await site.build().ids == [])
        let strict = try await site.build { $0.isStrict = true }
        #expect(strict.state == .stopped)
        #expect(strict.ids.contains("error ledger/url-gone"))
        let outcome = try await publish(site)
        #expect(ids(outcome).contains("ledger/url-gone"))
        #expect(ids(outcome).contains("publish/vanished-urls"))
        #expect(ids(try await publish(site, allow: [.vanishedURLs])) == [])
        let again = try await accept(site)
        #expect(again.lines?.contains("let go    /2021/01/02/a/") == true)
        #expect(try await site.build { $0.isStrict = true }.ids == [])
    }

    private func post(_ title: String, tags: String, _ more: String = "") -> String {
        "---\ntitle: \(title)\ndate: 2021-01-02\nslug: \(title)\ntags: [\(tags)]\n\(more)---\nText.\n"
    }

    /// With and without the ledger.
    @Test(arguments: [true, false])
    func letsGoWhatEndsByTheSitesOwnRules(hasLedger: Bool) async throws {
        let site = try site()
        try site.write(
            "content/posts/c/index.md", post("c", tags: "Old, MySQL", "aliases: /was-c/\n"))
        try site.write("content/posts/c/notes.html", "<p>notes</p>\n")
        try site.write("content/posts/z.md", post("z", tags: "mysql"))
        if hasLedger { _ = try await accept(site) }
        #expect(ids(try await publish(site)) == [])
        // It expires, with its alias, its files and the last use of a tag.
        try site.write(
            "content/posts/c/index.md",
            post("c", tags: "Old, MySQL", "expires: 2021-06-01\naliases: /was-c/\n"))
        #expect(ids(try await publish(site, allow: [.shrunkenSite])) == [])
        #expect(try published(site)["tags/Old/index.html"] == nil)
        #expect(try published(site)["2021/01/02/c/index.html"] == nil)
        // A post that is deleted is a loss as ever.
        try site.text.remove("content/posts/z.md")
        #expect(
            ids(try await publish(site, allow: [.shrunkenSite])).contains("publish/vanished-urls"))
    }

    @Test(arguments: [true, false])
    func letsATermBeSpeltOtherwise(hasLedger: Bool) async throws {
        let site = try site()
        try site.write("content/posts/c.md", post("c", tags: "MySQL"))
        if hasLedger { _ = try await accept(site) }
        #expect(ids(try await publish(site)) == [])
        try site.write("content/posts/c.md", post("c", tags: "mysql"))
        #expect(ids(try await publish(site)) == [])
        #expect(try published(site)["tags/MySQL/index.html"] == nil)
        #expect(try published(site)["tags/mysql/index.html"] != nil)
    }

    @Test func redirectsFromTheOtherSpellingsOfATerm() async throws {
        let site = try site()
        try site.write("content/posts/c.md", post("c", tags: "MySQL"))
        try site.write("content/posts/d.md", post("d", tags: "MySQL"))
        try site.write("content/posts/e.md", post("e", tags: "Mysql"))
        #expect(try await site.build().state == .swapped)
        #expect(site.page("tags/MySQL/index.html")?.contains("/2021/01/02/e/") == true)
        #expect(site.page("tags/Mysql/index.html")?.contains("url=/tags/MySQL/") == true)
        #expect(site.page("galley/redirect.js") != nil)
        // It ends with the spelling, without a word.
        _ = try await accept(site)
        try site.write("content/posts/e.md", post("e", tags: "MySQL"))
        #expect(try await site.build { $0.isStrict = true }.ids == [])
        #expect(site.page("tags/Mysql/index.html") == nil)
    }

    @Test func warnsOfPostsThatSubscribersWouldSeeAgain() async throws {
        let site = try site()
        _ = try await accept(site)
        try site.write(
            "content/posts/a.md",
            "---\ntitle: A\ndate: 2021-01-02\nslug: new\naliases: /2021/01/02/a/\n---\n")
        let outcome = try await site.build { $0.isStrict = true }
        #expect(outcome.ids == ["warning ledger/feed-ids"])
        #expect(outcome.state == .swapped)
    }

    @Test func stopsAtALedgerThatIsTornByAMerge() async throws {
        let site = try site("-- galley.lock\n<<<<<<< HEAD\nurl /a/\n")
        let outcome = try await site.build { $0.isStrict = true }
        #expect(outcome.ids == ["error ledger/unreadable"])
        #expect(site.report(outcome).hasPrefix("galley.lock:1:1: error: "))
    }

    @Test func writesTheFilesOfTheHost() async throws {
        let text = (BuiltSite.configuration + Self.target + Self.posts)
            .replacing("path = \"www\"", with: "path = \"www\"\nhost = \"netlify\"")
            .replacing("slug: a\n", with: "slug: a\naliases: /old/\n")
        let site = try BuiltSite(text)
        _ = try await publish(site)
        #expect(
            site.text.text("www/current/_redirects")?.contains("/old/ /2021/01/02/a/ 301!\n")
                == true)
        #expect(
            site.text.text("www/current/_headers")?.hasPrefix(
                "/*\n  Content-Security-Policy: default-src 'self'; ") == true)
        #expect(site.text.text("public/_headers") == nil)
    }

    private static let services = """
        [theme.params.giscus]
        repo = "a/b"
        [theme.params.goatcounter]
        site = "https://me.goatcounter.com"
        [security.csp]
        connect = ["https://api.example.net"]

        """

    /// One policy for the host's files and the preview, with what the theme and galley.toml declare.
    @Test(arguments: ["netlify", "cloudflare", "nginx"])
    func sendsThePolicyThatThePreviewSends(host: String) async throws {
        let text = (BuiltSite.configuration + Self.services + Self.target + Self.posts)
            .replacing(
                "path = \"www\"",
                with: """
                    path = "www"
                    host = "\(host)"
                    csp = { frame = ["https://player.example.net"] }
                    """)
        let site = try BuiltSite(text)
        let outcome = try await publish(site)
        #expect(outcome.diagnostics.map(\.id.string) == [])
        let policy = """
            default-src 'self'; img-src 'self' data: https://me.goatcounter.com; \
            frame-src 'self' https://giscus.app https://player.example.net; \
            connect-src 'self' https://api.example.net https://me.goatcounter.com; \
            script-src 'self' https://gc.zgo.at https://giscus.app; \
            style-src 'self' https://giscus.app; object-src 'none'; base-uri 'self'; \
            form-action 'self'; frame-ancestors 'self'
            """
        let file = host == "nginx" ? "_headers.conf" : "_headers"
        #expect(site.text.text("www/current/" + file)?.contains(policy) == true)
        let served = try await ServedSite(site)
        for path in ["/", "/2021/01/02/a/", "/tags/", "/nowhere"] {
            #expect(try await served.page(path).policy == policy, "\(path)")
        }
    }

    @Test func thePreviewSendsNoPolicyWhereNoHostDoes() async throws {
        let served = try await ServedSite(BuiltSite.configuration + Self.services + Self.posts)
        #expect(try await served.page("/").policy == nil)
    }

    @Test func saysThatALineIsTooLongForHosts() async throws {
        let scripts = (0..<40).map { "<script>alert(\($0))</script>" }.joined(separator: "\n")
        let text =
            (BuiltSite.configuration + "[markdown]\nunsafe_html = true\n" + Self.target + Self.posts)
            .replacing("path = \"www\"", with: "path = \"www\"\nhost = \"netlify\"")
            .replacing("Text.", with: "<div>\n\(scripts)\n</div>")
        let outcome = try await publish(try BuiltSite(text))
        #expect(outcome.diagnostics.map(\.id.string) == ["publish/long-header"])
        let summary = try #require(outcome.diagnostics.first?.summary)
        #expect(summary.hasPrefix("the Content-Security-Policy makes a line of 2"))
    }

    /// An older galley wrote the file of a folder into the ledger.
    @Test func knowsAFolderByItsFile() async throws {
        let site = try site(
            "-- static/slides/index.html\n<p>x</p>\n-- galley.lock\nurl /slides/index.html\n")
        let outcome = try await site.build { $0.isStrict = true }
        #expect(outcome.ids == [])
    }

    @Test func saysWhatWeakensThePolicyAndWhatTheHostDoesNotRead() async throws {
        let aliases = (0..<2001).map { "/old\($0)/" }.joined(separator: ", ")
        let text =
            (BuiltSite.configuration + "[markdown]\nunsafe_html = true\n" + Self.target + Self.posts)
            .replacing("path = \"www\"", with: "path = \"www\"\nhost = \"cloudflare\"")
            .replacing("slug: a\n", with: "slug: a\naliases: [\(aliases)]\n")
            .replacing("Text.", with: "<p style=\"color: red\">x</p>")
        let outcome = try await publish(try BuiltSite(text))
        #expect(
            outcome.diagnostics.map(\.id.string) == ["publish/host-limit", "publish/weak-policy"])
    }

    @Test func saysWhichHostThePolicyCannotName() async throws {
        let text =
            (BuiltSite.configuration + "[markdown]\nunsafe_html = true\n" + Self.target + Self.posts)
            .replacing("path = \"www\"", with: "path = \"www\"\nhost = \"nginx\"")
            .replacing("Text.", with: "<iframe src=\"https://a;b.example/x\"></iframe>")
        let diagnostics = try await publish(try BuiltSite(text)).diagnostics
        #expect(
            diagnostics.first { $0.id.string == "publish/unnamed-host" }?.summary
                == "the Content-Security-Policy cannot name the host of 'https://a;b.example/x'")
    }

    @Test func refusesALostHostFileAndAShrunkenSite() async throws {
        let more = (0..<40).map { "-- static/\($0).txt\nx\n" }.joined()
        let site = try site("-- static/CNAME\nexample.org\n" + more)
        _ = try await publish(site)
        try site.text.remove("static")
        #expect(
            ids(try await publish(site)) == ["publish/lost-host-files", "publish/shrunken-site"])
        #expect(ids(try await publish(site, allow: [.lostHostFiles, .shrunkenSite])) == [])
    }

    /// Two machines publish the same, whatever somebody put into the output of one.
    @Test func publishesNoFileThatABuildCarriedOver() async throws {
        let (plain, other) = (try site(), try site("-- public/CNAME\nexample.org\n"))
        let first = try await publish(plain, mode: .plan).plan
        let second = try await publish(other, mode: .plan).plan
        #expect(first?.digest == second?.digest)
        #expect(other.page("CNAME") == "example.org\n")
        try other.write("static/CNAME", "example.com\n")
        let third = try await publish(other, mode: .plan).plan
        #expect(third?.add.contains { $0.path == "CNAME" } == true)
    }

    @Test(.enabled(if: SearchPath.find("rclone") != nil, "rclone is not there"))
    func takesAFolderOfRcloneFromTheSite() async throws {
        let site = try BuiltSite(
            BuiltSite.configuration + "[publish.www]\ntype = \"rclone\"\nremote = \"./store\"\n"
                + Self.posts + "-- store/index.html\nmine\n")
        #expect(ids(try await publish(site)) == ["publish/foreign-files"])
        #expect(site.text.text("store/index.html") == "mine\n")
        #expect(ids(try await publish(site, allow: [.foreignFiles])) == [])
        #expect(site.text.text("store/index.html") == site.page("index.html"))
    }

    @Test func refusesTheReloadClientAndForeignAddressesOfATheme() async throws {
        let site = try site(
            "-- theme/partials/head-end.mustache\n<script src=\"/.galley/reload.js\"></script>\n"
                + "<link rel=\"canonical\" href=\"http://localhost/\">\n")
        #expect(
            ids(try await publish(site)) == ["publish/foreign-address", "publish/reload-client"])
    }

    @Test func refusesAForeignAddressOfTheSearchPageAlone() async throws {
        let site = try site(
            "-- theme/layouts/search.mustache\n<link rel=\"canonical\" href=\"http://localhost/\">\n"
        )
        #expect(ids(try await publish(site)) == ["publish/foreign-address"])
    }

    @Test func givesOneDigestInAnyTimeZoneAndFolder() async throws {
        let (one, other) = (try site(), try site())
        let first = try await publish(one, mode: .plan).plan
        let second = try await publish(
            other, mode: .plan, environment: ["PATH": "/usr/bin:/bin", "TZ": "Pacific/Kiritimati"]
        ).plan
        #expect(first?.digest == second?.digest)
        #expect(first?.add == second?.add)
    }
}
