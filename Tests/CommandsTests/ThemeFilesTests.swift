import TestSupport
import Testing

@testable import Commands

/// Where the files of a theme come from, one by one.
struct ThemeFilesTests {
    private func site(theme: String, _ files: String) throws -> BuiltSite {
        let build = "[build]\ntheme = \"\(theme)\"\n-- content/\n"
        return try BuiltSite(BuiltSite.configuration + build + files)
    }

    /// Three themes that each have a file that the next one has too.
    private static let themes = """
        -- theme/layouts/404.mustache
        of the site: {{> partials/a}} {{> partials/b}} {{strings.not_found}}
        -- themes/mine/theme.toml
        name = "mine"
        extends = "base"
        -- themes/mine/layouts/404.mustache
        never shown
        -- themes/mine/partials/a.mustache
        a of mine
        -- themes/base/theme.toml
        name = "base"
        extends = "paper"
        -- themes/base/partials/a.mustache
        never shown
        -- themes/base/partials/b.mustache
        b of base

        """

    @Test func aSiteOverridesOneFileByHavingIt() async throws {
        let site = try site(theme: "mine", Self.themes)
        let outcome = try await site.build()
        #expect(outcome.ids == [])
        #expect(site.page("404.html") == "of the site: a of mine\n b of base\n Page not found\n")
        // The rest is the theme inside the program.
        #expect(site.page("index.html")?.contains("<main id=\"content\"") == true)
    }

    @Test func reportsAThemeThatExtendsItself() async throws {
        let site = try site(
            theme: "a",
            """
            -- themes/a/theme.toml
            extends = "b"
            -- themes/b/theme.toml
            extends = "a"

            """)
        let outcome = try await site.build()
        #expect(outcome.state == .stopped)
        #expect(outcome.ids == ["error theme/unknown"])
        #expect(
            site.report(outcome).hasPrefix(
                "themes/b/theme.toml:1:1: error: the theme 'a' extends itself"))
    }

    @Test func reportsAThemeThatIsNotThereWhereItIsNamed() async throws {
        let site = try site(
            theme: "mine", "-- themes/mine/theme.toml\nname = \"mine\"\nextends = \"papr\"\n")
        let outcome = try await site.build()
        #expect(outcome.state == .stopped)
        let report = site.report(outcome)
        #expect(report.hasPrefix("themes/mine/theme.toml:2:1: error: there is no theme 'papr'"))
        #expect(report.contains("did you mean 'paper'?"))

        let other = try self.site(theme: "other", "")
        let lost = try await other.build()
        #expect(other.report(lost).hasPrefix("galley.toml:"))
    }

    @Test func warnsOfABrokenLineOfTheRecordOfEjectedFiles() async throws {
        let site = try site(theme: "paper", "-- theme/.ejected\n# mine\n=======\n")
        let outcome = try await site.build()
        #expect(outcome.ids == ["warning theme/ejected-record"])
        #expect(site.report(outcome).hasPrefix("theme/.ejected:2:1: warning:"))
    }

    @Test func reportsTheFirstByteOfALayoutThatIsNotUTF8() async throws {
        let site = try site(theme: "paper", "")
        // "a", a line break, "é" in UTF-8, then "é" in Latin-1.
        let bytes: [UInt8] = [0x61, 0x0A, 0xC3, 0xA9, 0xE9, 0x0A]
        try site.text.write("theme/partials/footer.mustache", bytes: bytes)
        let outcome = try await site.build()
        #expect(outcome.state == .stopped)
        #expect(outcome.ids == ["error theme/invalid-utf8"])
        #expect(
            site.report(outcome).hasPrefix(
                "theme/partials/footer.mustache:2:2: error: the file must be UTF-8, "
                    + "and the byte 0xE9 is none of it"))
    }

    /// What the theme below has and no page needs is none of the site's concern.
    @Test func warnsOfFilesOfTheSitesThemeThatNoPageShows() async throws {
        let site = try site(
            theme: "mine",
            """
            -- themes/mine/theme.toml
            extends = "base"
            -- themes/mine/README.md
            A theme.
            -- themes/mine/layouts/psot.mustache
            a
            -- themes/mine/layouts/404.mustache
            {{> partials/used}}
            -- themes/mine/partials/used.mustache
            a
            -- themes/base/layouts/404.mustache
            {{> partials/below}}
            -- themes/base/partials/below.mustache
            a
            -- theme/layouts/home.html
            a
            -- theme/partials/unused.mustache
            a
            -- theme/assets/font.woff2
            a
            -- theme/asset/own.css
            a
            -- theme/strings/fr.tml
            a

            """)
        let outcome = try await site.build()
        #expect(Set(outcome.ids) == ["warning theme/unused-file"])
        #expect(
            outcome.diagnostics.map { "\($0.place?.file.string ?? ""): \($0.fixes[0].text)" }
                .sorted()
                == [
                    "theme/asset/own.css: did you mean the folder 'assets'?",
                    "theme/assets/font.woff2: link to it with '{{assets.font_woff2.href}}' in a "
                        + "layout, or put it into 'static/'",
                    "theme/layouts/home.html: a template has the ending '.mustache': "
                        + "'layouts/home.mustache'",
                    "theme/partials/unused.mustache: take it in with "
                        + "'{{> partials/unused}}', or remove it",
                    "theme/strings/fr.tml: words are in files such as 'strings/en.toml'",
                    "themes/mine/layouts/psot.mustache: did you mean 'layouts/post.mustache'?",
                ])
    }

    @Test func reportsATOMLFileThatCannotBeRead() async throws {
        let site = try site(theme: "paper", "-- theme/theme.toml\nname = \n")
        let outcome = try await site.build()
        #expect(outcome.state == .stopped)
        #expect(site.report(outcome).hasPrefix("theme/theme.toml:1:"))
    }
}
