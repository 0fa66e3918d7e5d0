import Foundation
import Testing

@testable import Commands

/// What a build leaves out, what stops it, and what the old output then is.
struct StoppedBuildTests {
    private static let site =
        BuiltSite.configuration + """
            -- content/posts/a.md
            ---
            title: A
            date: 2021-01-02
            ---
            Text of A.
            -- content/posts/b.md
            ---
            title: B
            date: 2021-01-03
            ---
            Text of B.

            """

    /// The output byte for byte, and no file of it written again.
    private func expectUntouched(
        _ site: BuiltSite, _ tree: [String: Data], _ times: [String: Date]
    ) throws {
        #expect(try site.tree() == tree)
        #expect(try site.times() == times)
    }

    @Test func leavesABrokenPostOutAndSwapsTheRest() async throws {
        let site = try BuiltSite(Self.site)
        try site.write("content/posts/b.md", "---\ntitle: B\ndate: someday\n---\nText.\n")
        let outcome = try await site.build()
        #expect(outcome.state == .swapped)
        #expect(outcome.diagnostics.hasErrors)
        #expect(outcome.ids == ["error front-matter/bad-date"])
        #expect(outcome.diagnostics.first?.place?.file.string == "content/posts/b.md")
        #expect(outcome.report?.broken == 1)
        let posts = try site.files().filter { $0.hasPrefix("2021/") }
        #expect(posts == ["2021/01/02/a/index.html"])
    }

    @Test func reportsABrokenPostAgainWhenNothingChanged() async throws {
        let site = try BuiltSite(Self.site)
        try site.write("content/posts/b.md", "---\ntitle: B\n---\nText.\n")
        let first = try await site.build()
        let second = try await site.build()
        #expect(second.state == .unchanged)
        #expect(second.ids == ["error content/no-date"])
        #expect(site.report(second) == site.report(first))
    }

    @Test func leavesTheLaterOfTwoPostsOutAndSwapsTheRest() async throws {
        let site = try BuiltSite(Self.site)
        try site.write(
            "content/posts/b.md", "---\ntitle: B\ndate: 2021-01-02\nslug: A\n---\nText.\n")
        let outcome = try await site.build()
        #expect(outcome.state == .swapped)
        #expect(outcome.report?.broken == 1)
        #expect(
            site.report(outcome) == """
                content/posts/b.md:4:1: error: '/2021/01/02/a/' of the post 'content/posts/a.md' \
                and '/2021/01/02/A/' of the post 'content/posts/b.md' are one file [plan/collision]
                  4 | slug: A
                    | ^^^^
                  Disks that ignore case or normalization hold only one of them.
                  note: content/posts/a.md:1:1: the post 'content/posts/a.md' is there, and the \
                post 'content/posts/b.md' is left out
                  fix: give one of them a 'slug' of its own

                """)
        let posts = try site.files().filter { $0.hasPrefix("2021/") }
        #expect(posts == ["2021/01/02/a/index.html"])
    }

    @Test func swapsNothingOnACollisionInAStrictBuild() async throws {
        let site = try BuiltSite(Self.site)
        try await site.build()
        let (tree, times) = (try site.tree(), try site.times())
        try site.write(
            "content/posts/b.md", "---\ntitle: B\ndate: 2021-01-02\nslug: A\n---\nText.\n")
        let outcome = try await site.build { $0.isStrict = true }
        #expect(outcome.state == .stopped)
        #expect(outcome.ids == ["error plan/collision"])
        try expectUntouched(site, tree, times)
    }

    @Test func swapsNothingWithoutAPatternOfAddresses() async throws {
        let site = try BuiltSite(Self.site)
        try await site.build()
        let (tree, times) = (try site.tree(), try site.times())
        let toml = try #require(site.text.text("galley.toml"))
        try site.write("galley.toml", toml + "[posts]\npermalink = \"/:yaer/:slug/\"\n")
        let outcome = try await site.build()
        #expect(outcome.state == .stopped)
        #expect(outcome.ids == ["error plan/unknown-token"])
        try expectUntouched(site, tree, times)
    }

    @Test func swapsNothingOnAnErrorOfTheTheme() async throws {
        let site = try BuiltSite(Self.site)
        try await site.build()
        let (tree, times) = (try site.tree(), try site.times())
        try site.write("theme/partials/footer.mustache", "<p>\n  {{site.titel}}\n</p>\n")
        let outcome = try await site.build()
        #expect(outcome.state == .stopped)
        #expect(outcome.ids.allSatisfy { $0 == "error theme/template" })
        #expect(
            site.report(outcome).hasPrefix(
                """
                theme/partials/footer.mustache:2:5: error: 'site' has no 'titel' [theme/template]
                  2 |   {{site.titel}}
                    |     ^^^^^^^^^^
                  while putting 'layouts/home' together
                  fix: did you mean 'title'?

                """))
        try expectUntouched(site, tree, times)
    }

    @Test func swapsNothingWithoutTheTheme() async throws {
        let site = try BuiltSite(Self.site)
        try site.write(
            "galley.toml",
            "[site]\ntitle = \"N\"\nurl = \"https://example.org/\"\n[build]\ntheme = \"papyrus\"\n")
        let outcome = try await site.build()
        #expect(outcome.state == .stopped)
        #expect(
            site.report(outcome) == """
                galley.toml:5:1: error: there is no theme 'papyrus' [theme/unknown]
                  5 | theme = "papyrus"
                    | ^^^^^
                  fix: put it into 'themes/', or use 'paper', which galley brings

                """)
        #expect(try site.files() == [])
    }

    @Test func swapsNothingOnAnErrorOfTheConfiguration() async throws {
        let site = try BuiltSite(Self.site)
        try await site.build()
        let (tree, times) = (try site.tree(), try site.times())
        let toml = try #require(site.text.text("galley.toml"))
        try site.write("galley.toml", toml + "[posts]\nper_pag = 3\n")
        let outcome = try await site.build()
        #expect(outcome.state == .stopped)
        #expect(outcome.ids == ["error configuration/unknown-key"])
        try expectUntouched(site, tree, times)
    }

    @Test func strictMakesErrorsOfBrokenLinksAndSwapsNothing() async throws {
        let site = try BuiltSite(Self.site)
        try await site.build()
        let (tree, times) = (try site.tree(), try site.times())
        try site.write(
            "content/posts/b.md", "---\ntitle: B\ndate: 2021-01-03\n---\n[gone](/gone/)\n")
        let outcome = try await site.build { $0.isStrict = true }
        #expect(outcome.state == .stopped)
        #expect(outcome.ids == ["error link/broken"])
        try expectUntouched(site, tree, times)
    }

    @Test func strictSwapsNothingWhenAPostIsBroken() async throws {
        let site = try BuiltSite(Self.site)
        try await site.build()
        let (tree, times) = (try site.tree(), try site.times())
        try site.write("content/posts/b.md", "---\ntitle: B\n---\nText.\n")
        let outcome = try await site.build { $0.isStrict = true }
        #expect(outcome.state == .stopped)
        #expect(outcome.ids == ["error content/no-date"])
        try expectUntouched(site, tree, times)
    }

    @Test func strictLeavesOtherWarningsWarnings() async throws {
        let site = try BuiltSite(Self.site)
        try site.write(
            "content/posts/b.md", "---\ntitle: B\ndate: 2021-01-03\n---\n[^1] <none>\n")
        let outcome = try await site.build { $0.isStrict = true }
        #expect(outcome.state == .swapped)
        #expect(
            outcome.ids == [
                "warning markdown/undefined-footnote", "warning markdown/unknown-element",
            ])
    }

    @Test func theSiteChangesSeverities() async throws {
        let site = try BuiltSite(Self.site)
        let toml = try #require(site.text.text("galley.toml"))
        try site.write(
            "galley.toml",
            toml + """
                [diagnostics]
                warn = ["content/no-date"]
                off = ["link/broken"]

                """)
        try site.write("content/posts/b.md", "---\ntitle: B\n---\nText.\n")
        try site.write(
            "content/posts/c.md", "---\ntitle: C\ndate: 2021-01-03\n---\n[gone](/gone/)\n")
        let outcome = try await site.build { $0.isStrict = true }
        #expect(outcome.state == .swapped)
        #expect(outcome.ids == ["warning content/no-date"])
    }

    @Test func sortsWhatManyTextsReportByFileAndPlace() async throws {
        let names = (10..<60).map { "p\($0)" }
        let posts = names.map {
            "-- content/posts/\($0).md\n---\ndate: 2021-01-02\n---\n[a](/a/)\n\n[b](/b/)\n"
        }
        let site = try BuiltSite(BuiltSite.configuration + posts.reversed().joined())
        let outcome = try await site.build()
        #expect(
            outcome.diagnostics.map { "\($0.place?.file.stem ?? "") \($0.summary.prefix(5))" }
                == names.flatMap { ["\($0) '/a/'", "\($0) '/b/'"] })
    }

    @Test func refusesAnOutputThatHoldsTheContent() async throws {
        let site = try BuiltSite(Self.site)
        let outcome = try await site.build { $0.output = site.text.path }
        #expect(outcome.state == .stopped)
        #expect(outcome.diagnostics.hasErrors)
        #expect(site.text.text("content/posts/a.md")?.hasSuffix("Text of A.\n") == true)
    }
}
