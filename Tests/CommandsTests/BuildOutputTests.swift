import Content
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Commands

/// Where a site may be built, and what a build never deletes.
struct BuildOutputTests {
    private static let post = "-- content/posts/a.md\n---\ntitle: A\ndate: 2021-01-02\n---\nText.\n"

    private func site(_ more: String = "", configuration: String = "") throws -> BuiltSite {
        try BuiltSite(BuiltSite.configuration + configuration + Self.post + more)
    }

    private func build(
        _ site: BuiltSite, into output: String? = nil, adopts: Bool = false
    ) async throws -> BuildOutcome {
        try await site.build {
            $0.output = output.map(site.text.absolute)
            $0.adoptsOutput = adopts
        }
    }

    @Test func leavesAForeignFolderAloneUntilItIsHandedOver() async throws {
        let site = try site("-- docs/letter.txt\nmine\n")
        let refused = try await build(site, into: "docs")
        #expect(refused.state == .stopped)
        #expect(refused.ids == ["error output/not-galleys"])
        #expect(try site.files(below: "docs") == ["letter.txt"])
        let adopted = try await build(site, into: "docs", adopts: true)
        #expect(adopted.state == .swapped)
        #expect(adopted.report?.removed == 1)
        #expect(site.text.text("docs/letter.txt") == nil)
        // Once is enough.
        try site.write("content/posts/a.md", "---\ntitle: B\ndate: 2021-01-02\n---\n")
        #expect(try await build(site, into: "docs").state == .swapped)
    }

    /// A site whose own folder is its content, built into one folder and then another.
    @Test(arguments: ["", "-- theme/partials/meta.mustache\n<meta name=\"x\" content=\"y\">\n"])
    func copiesNoOtherOutputOfTheSite(theme: String) async throws {
        let all = "[build]\ncontent = \".\"\n[posts]\nfolder = \"content/posts\"\n"
        let site = try site("-- old/index.html\n<p>mine</p>\n" + theme, configuration: all)
        #expect(try await build(site, into: "first").state == .swapped)
        let second = try await build(site, into: "second")
        #expect(second.report?.leftOut == (theme.isEmpty ? ["first/"] : ["first/", "theme/"]))
        let files = try site.files(below: "second")
        #expect(!files.contains { $0.hasPrefix("first") })
        #expect(files.contains("old/index.html"))
    }

    @Test func copiesAnOutputThatTheSiteNames() async throws {
        let all =
            "[build]\ncontent = \".\"\ninclude = [\"first/\"]\n[posts]\nfolder = \"content/posts\"\n"
        let site = try site(configuration: all)
        #expect(try await build(site, into: "first").state == .swapped)
        _ = try await build(site, into: "second")
        #expect(try site.files(below: "second").contains("first/index.html"))
    }

    @Test(arguments: ["content/out", "content/posts/out", "content/../content/out", "static/out/"])
    func buildsIntoNoFolderOfSources(output: String) async throws {
        let site = try site()
        let outcome = try await build(site, into: output)
        #expect(outcome.state == .stopped)
        #expect(outcome.ids == ["error output/holds-sources"])
        #expect(site.text.text("content/posts/a.md") != nil)
    }

    @Test func saysWhereTheConfigurationNamesTheFolder() async throws {
        let site = try site("-- docs/a/b\n\n", configuration: "[build]\noutput = \"docs\"\n")
        let outcome = try await site.build()
        let docs = site.text.absolute("docs")
        #expect(
            site.report(outcome) == """
                galley.toml:6:1: error: output folder '\(docs)' holds files that galley did not write \
                [output/not-galleys]
                  6 | output = "docs"
                    | ^^^^^^
                  A build replaces the whole folder: all that is in it would be deleted.
                  note: it holds 'a/'
                  fix: empty it
                  fix: choose another folder: 'output' of [build], or --output
                  fix: hand it over, once, with all that is in it: galley build --adopt

                """)
    }

    /// `.galley/` is not in a clone, a committed output is.
    @Test(arguments: ["", "-- theme/partials/meta.mustache\n<meta name=\"x\" content=\"y\">\n"])
    func knowsACommittedOutputInAFreshClone(theme: String) async throws {
        let site = try site(theme)
        #expect(try await build(site, into: "docs").state == .swapped)
        try site.text.remove(".galley")
        try site.write("docs/stray.txt", "x")
        try site.write("content/posts/a.md", "---\ntitle: B\ndate: 2021-01-02\n---\n")
        #expect(try await build(site, into: "docs").state == .swapped)
        #expect(site.text.text("docs/stray.txt") == nil)
    }

    @Test func buildsIntoTheFolderOfAFreshClone() async throws {
        let site = try site("-- public/.gitignore\n*\n!.gitignore\n")
        #expect(try await site.build().state == .swapped)
        #expect(site.page(".gitignore") == "*\n!.gitignore\n")
    }

    @Test func keepsTheNameThatTheHostWroteIntoTheOutput() async throws {
        let site = try site("-- docs/CNAME\nexample.org\n")
        for title in ["B", "C"] {
            try site.write("content/posts/a.md", "---\ntitle: \(title)\ndate: 2021-01-02\n---\n")
            #expect(try await build(site, into: "docs").state == .swapped)
            #expect(site.text.text("docs/CNAME") == "example.org\n")
        }
    }

    /// Nothing of it goes, whatever the user allows.
    @Test(arguments: [
        ".", "..", "content", "content/posts", "content/posts/notes", "static", "static/made",
        "theme", "theme/partials", "themes", "themes/x", ".galley", ".git", ".git/hooks",
        ".git/new", "link", "www", "www/releases", "www/releases/made", "clones",
    ])
    func protectsTheSiteAndRepositories(output: String) async throws {
        let site = try site(
            """
            -- content/posts/notes/n.md
            ---
            title: N
            date: 2021-01-03
            ---
            -- static/a.txt
            a
            -- theme/partials/footer-end.mustache
            x
            -- themes/x/layouts/post.mustache
            x
            -- .galley/cache/answers.json
            {}
            -- .git/hooks/pre-push
            x
            -- link -> content
            -- www/releases/000001-0123456789ab/index.html
            x
            -- clones/one/.git/HEAD
            ref: refs/heads/main

            """, configuration: "[publish.www]\ntype = \"directory\"\npath = \"www\"\n")
        let before = try site.tree(below: ".")
        let outcome = try await build(site, into: output, adopts: true)
        #expect(outcome.state == .stopped)
        #expect(
            Set(outcome.ids).isSubset(of: [
                "error output/holds-sources", "error output/holds-repository",
            ]))
        #expect(try site.tree(below: ".") == before)
    }

    @Test func handsOverNoTextsOfASiteThatIsAllContent() async throws {
        let site = try BuiltSite(
            BuiltSite.configuration + "[build]\ncontent = \".\"\n"
                + Self.post.replacing("content/posts", with: "posts")
                + "-- old/index.html\nby another tool\n")
        let texts = try await build(site, into: "posts", adopts: true)
        #expect(texts.ids == ["error output/holds-sources"])
        #expect(site.text.text("posts/a.md") != nil)
        #expect(try await build(site, into: "old").ids == ["error output/not-galleys"])
        #expect(try await build(site, into: "old", adopts: true).state == .swapped)
    }

    @Test func leavesTheFolderBehindALinkAlone() async throws {
        let site = try site("-- docs/letter.txt\nmine\n-- public -> docs\n")
        #expect(try await site.build().ids == ["error output/not-galleys"])
        #expect(site.text.text("docs/letter.txt") == "mine\n")
    }

    @Test func aPublishTooLeavesAForeignFolderAlone() async throws {
        let site = try site(
            "-- public/letter.txt\nmine\n",
            configuration: "[publish.www]\ntype = \"directory\"\npath = \"www\"\n")
        let folder = SiteFolder(path: site.text.path)
        let settings = try #require(
            try SiteConfiguration.load(folder, BuildRequest()).0?.publish.targets["www"])
        let outcome = try await Publish(
            folder: folder, name: "www", settings: settings, request: PublishRequest()
        ) { _ in }.run()
        #expect(outcome.end == .refused)
        #expect(outcome.diagnostics.map(\.id.string) == ["output/not-galleys"])
        #expect(try site.files() == ["letter.txt"])
    }
}
