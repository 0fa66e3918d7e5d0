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
        #expect(outcome.diagnostics.first?.summary == "the theme 'a' extends itself")
    }

    @Test func reportsATOMLFileThatCannotBeRead() async throws {
        let site = try site(theme: "paper", "-- theme/theme.toml\nname = \n")
        let outcome = try await site.build()
        #expect(outcome.state == .stopped)
        #expect(site.report(outcome).hasPrefix("theme/theme.toml:1:"))
    }
}
