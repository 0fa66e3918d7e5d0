import Addresses
import Content
import Diagnostics
import Foundation
import Testing

@testable import Rendering

/// What is wrong with a theme, its words or its parameters, said at load with file and place.
struct ThemeTests {
    /// `error theme/template theme/layouts/404.mustache:2: 'x' …; did you mean 'y'?`
    private func problems(_ change: (inout RenderedSite) throws -> Void) throws -> [String] {
        var site = try RenderedSite()
        try change(&site)
        let (_, diagnostics) = site.theme()
        return diagnostics.map { diagnostic in
            let file = diagnostic.place?.file.string ?? "-"
            let source = site.overrides[String(file.dropFirst("theme/".count))] ?? ""
            let at = diagnostic.place?.range.lowerBound ?? 0
            let line = source.utf8.prefix(at).count { $0 == 0x0A } + 1
            let fixes = diagnostic.fixes.map { "; " + $0.text }.joined()
            return "\(diagnostic.severity.rawValue) \(diagnostic.id) \(file):\(line): "
                + diagnostic.summary + fixes
        }
    }

    @Test func theThemeInsideTheProgramHasNoFault() throws {
        for language in ["zh-CN", "en"] {
            #expect(try problems { $0.configuration.site.language = language } == [])
        }
    }

    /// The list of `#embed`s in C cannot know of a new file.
    @Test func theProgramHoldsTheWholeThemeFolder() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder = root.appending(path: "themes/paper").path
        var isFolder: ObjCBool = false
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder).filter {
            FileManager.default.fileExists(atPath: folder + "/" + $0, isDirectory: &isFolder)
                && !isFolder.boolValue
        }.sorted()
        #expect(ThemeFile.builtIn.map(\.path) == paths)
        for file in ThemeFile.builtIn {
            let onDisk = try Data(contentsOf: URL(filePath: folder + "/" + file.path))
            #expect(Data(file.bytes) == onDisk, "\(file.path)")
        }
    }

    @Test func reportsAnUnknownVariableOfAnOverridingPartial() throws {
        let found = try problems {
            $0.overrides["partials/footer.mustache"] = "<footer>\n{{site.titel}}\n</footer>\n"
        }
        #expect(
            found.first == "error theme/template theme/partials/footer.mustache:2: "
                + "'site' has no 'titel'; did you mean 'title'?")
    }

    @Test func reportsAMissingPartial() throws {
        let found = try problems {
            $0.overrides["layouts/404.mustache"] = "a\n\n{{> partials/fotter}}\n"
        }
        #expect(found.count == 1)
        let problem = try #require(found.first)
        #expect(problem.hasPrefix("error theme/template theme/layouts/404.mustache:3: "))
        #expect(problem.hasSuffix("; did you mean 'partials/footer'?"))
    }

    @Test func reportsASectionThatIsNotClosed() throws {
        let found = try problems {
            $0.overrides["layouts/404.mustache"] = "{{#site.title}}\n"
        }
        #expect(found.count == 1)
        let place = "theme/layouts/404.mustache:1: "
        #expect(found.first?.hasPrefix("error theme/template " + place) == true)
    }

    @Test func reportsAnUnknownWordOfTheLanguageFile() throws {
        let found = try problems {
            $0.overrides["layouts/404.mustache"] = "{{strings.not_fuond}}\n"
        }
        #expect(
            found == [
                "error theme/template theme/layouts/404.mustache:1: 'strings' has no "
                    + "'not_fuond'; did you mean 'not_found'?"
            ])
    }

    // MARK: Parameters

    @Test func reportsAnUnknownParameter() throws {
        let place = Place(file: SourcePath("galley.toml"), range: 3..<6)
        let found = try problems {
            $0.configuration.themeParameters = ["tco": .boolean(true)]
            $0.configuration.places["theme.params.tco"] = place
        }
        #expect(
            found == [
                "error theme/parameter galley.toml:1: 'tco' is not a parameter of the theme; "
                    + "did you mean 'toc'?"
            ])
    }

    @Test func reportsAParameterOfAnotherType() throws {
        let found = try problems {
            $0.configuration.themeParameters = ["toc": .string("yes"), "footer": .integer(1)]
        }
        #expect(
            found == [
                "error theme/parameter -:1: 'footer' must be text, not a number",
                "error theme/parameter -:1: 'toc' must be true or false, not text",
            ])
    }

    @Test func reportsANumberOutOfRange() throws {
        let found = try problems {
            $0.configuration.themeParameters = ["toc_minimum": .integer(.max)]
        }
        #expect(
            found == [
                "error theme/parameter -:1: 'toc_minimum' must be a whole number from -1000000000 to "
                    + "1000000000, not 9223372036854775807"
            ])
    }

    @Test func takesTheSitesParametersOverTheDefaults() throws {
        var site = try RenderedSite()
        site.overrides["layouts/404.mustache"] = "{{theme.footer}} {{theme.toc_minimum}}\n"
        site.configuration.themeParameters = ["footer": .string("<hi>")]
        #expect(try site.render("/404.html") == "&lt;hi&gt; 3\n")
    }

    @Test func reportsAParameterThatNoThemeDeclares() throws {
        let found = try problems {
            $0.overrides["layouts/404.mustache"] = "a\n{{theme.foter}}\n"
        }
        #expect(
            found == [
                "error theme/template theme/layouts/404.mustache:2: 'theme' has no 'foter'; "
                    + "did you mean 'footer'?"
            ])
    }

    @Test func aThemeAddsParametersToThoseItStandsOn() throws {
        var site = try RenderedSite()
        site.overrides["theme.toml"] = "[params]\nmotto = \"m\"\ntoc_minimum = 7\n"
        site.overrides["layouts/404.mustache"] =
            "{{theme.motto}} {{theme.toc_minimum}} {{#theme.toc}}toc{{/theme.toc}}\n"
        #expect(try site.render("/404.html") == "m 7 toc\n")
    }

    @Test func reportsAnInheritedParameterOfAnotherType() throws {
        let found = try problems {
            $0.overrides["theme.toml"] =
                "[params]\ntoc = \"yes\"\ntoc_minimum = 2.5\n[params.giscus]\nrepo = 3\n"
        }
        #expect(
            found == [
                "error theme/parameter theme/theme.toml:5: 'giscus.repo' must be text, not a number",
                "error theme/parameter theme/theme.toml:2: 'toc' must be true or false, not text",
            ])
    }

    @Test func aThemeAddsToTheTablesOfTheThemeItStandsOn() throws {
        var site = try RenderedSite()
        site.overrides["theme.toml"] = "[params.giscus]\nmapping = \"title\"\nmine = 1\n"
        site.overrides["layouts/404.mustache"] =
            "{{theme.giscus.mapping}} {{theme.giscus.mine}} {{theme.giscus.repo}}.\n"
        #expect(try site.render("/404.html") == "title 1 .\n")
    }

    @Test func reportsKeysOfAThemeThatSayNothing() throws {
        let found = try problems {
            $0.overrides["theme.toml"] = "name = 1\nextend = \"x\"\nauthor = \"a\"\nparams = 3\n"
        }
        #expect(
            found == [
                "error theme/unknown-key theme/theme.toml:2: unknown key 'extend'; "
                    + "did you mean 'extends'?",
                "error theme/parameter theme/theme.toml:1: 'name' must be text, not a number",
                "error theme/parameter theme/theme.toml:4: 'params' must be a table, not a number",
            ])
    }

    @Test func looksIntoTablesOfParameters() throws {
        let tables = """
            name = "paper"
            [params]
            footer = ""
            [params.counter]
            site = "none"
            size = 1

            """
        let found = try problems {
            $0.overrides["theme.toml"] = tables
            $0.configuration.themeParameters = [
                "counter": .table(["siet": .string("a"), "size": .string("b")])
            ]
        }
        #expect(
            found == [
                "error theme/parameter -:1: 'counter.siet' is not a parameter of the theme; "
                    + "did you mean 'site'?",
                "error theme/parameter -:1: 'counter.size' must be a number, not text",
            ])

        var site = try RenderedSite()
        site.overrides["theme.toml"] = tables
        site.overrides["layouts/404.mustache"] = "{{theme.counter.site}} {{theme.counter.size}}\n"
        site.configuration.themeParameters = ["counter": .table(["site": .string("own")])]
        #expect(try site.render("/404.html") == "own 1\n")
    }

    // MARK: Files

    @Test func callsAnAssetByItsFileName() throws {
        var site = try RenderedSite()
        site.overrides["assets/img/logo-2.svg"] = "<svg/>"
        site.overrides["layouts/404.mustache"] = "{{assets.img_logo_2_svg.href}}\n"
        let page = try site.render("/404.html")
        #expect(page.wholeMatch(of: /\/blog\/assets\/img\/logo-2\.[0-9a-f]{10}\.svg\n/) != nil)
    }

    @Test(arguments: [
        ("theme.toml", "theme/missing-file the theme has no 'theme.toml'"),
        ("layouts/404.mustache", "theme/template there is no layout 'layouts/404'"),
        ("assets/icon.svg", "theme/template 'assets' has no 'icon_svg'"),
    ])
    func reportsAMissingFile(_ path: String, _ expected: String) throws {
        let (theme, diagnostics) = Theme.load(
            ThemeFile.builtIn.filter { $0.path != path }, language: "en", parameters: [:],
            place: { _ in nil })
        #expect(theme == nil)
        #expect(Set(diagnostics.map { "\($0.id) \($0.summary)" }) == [expected])
    }

    @Test func namesAssetsByTheirBytes() throws {
        let paths = try ["a {}", "a {}", "b {}"].map { css in
            var site = try RenderedSite()
            site.overrides["assets/paper.css"] = css
            let theme = try #require(site.theme().0)
            return try #require(theme.assets.first { $0.name == "paper.css" }).path.string
        }
        #expect(paths[0] == paths[1])
        #expect(paths[0] != paths[2])
        #expect(paths[0].wholeMatch(of: /\/assets\/paper\.[0-9a-f]{10}\.css/) != nil)
    }

    @Test func publishesTheAssetsThatLayoutsNameAlone() throws {
        var site = try RenderedSite()
        site.overrides["assets/unused.css"] = "a {}"
        site.overrides["assets/in-a-partial.css"] = "a {}"
        site.overrides["partials/footer-end.mustache"] =
            "{{#assets.in_a_partial_css}}{{href}}{{/assets.in_a_partial_css}}"
        site.overrides["partials/unused.mustache"] = "{{assets.unused_css.href}}"
        let names = try #require(site.theme().0).assets.map(\.name)
        #expect(names.contains("in-a-partial.css"))
        #expect(names.contains("paper.css"))
        #expect(!names.contains("unused.css"))
    }

    @Test func callsAssetsByTheirPaths() throws {
        var site = try RenderedSite()
        site.overrides["assets/img/my-logo.svg"] = "<svg/>"
        site.overrides["layouts/404.mustache"] =
            "{{assets.img_my_logo_svg.href}} {{assets.img_my_logo_svg.integrity}}\n"
        // printf '<svg/>' | openssl dgst -sha384 -binary | base64
        #expect(
            try site.render("/404.html").wholeMatch(
                of: /\/blog\/assets\/img\/my-logo\.[0-9a-f]{10}\.svg sha384-[A-Za-z0-9+\/]{64}\n/)
                != nil)
    }

    // MARK: Words

    @Test func showsEnglishWhereTheThemeLacksTheLanguage() throws {
        #expect(
            try problems { $0.configuration.site.language = "fr" } == [
                "warning theme/strings -:1: the theme has no words in 'fr', English is shown; "
                    + "add theme/strings/fr.toml"
            ])
        var site = try RenderedSite()
        site.configuration.site.language = "fr"
        site.overrides["layouts/404.mustache"] = "{{strings.not_found}}\n"
        #expect(try site.render("/404.html") == "Page not found\n")
    }

    @Test(arguments: ["zh-CN", "zh", "zh-TW", "ZH-cn"])
    func takesTheNearestLanguage(_ language: String) throws {
        var site = try RenderedSite()
        site.configuration.site.language = language
        site.overrides["layouts/404.mustache"] = "{{strings.home}}\n"
        #expect(try site.render("/404.html") == "首页\n")
    }

    @Test func aSiteAddsItsOwnLanguage() throws {
        var site = try RenderedSite()
        site.configuration.site.language = "fr"
        site.overrides["strings/fr.toml"] = "home = \"Accueil\"\n"
        site.overrides["layouts/404.mustache"] = "{{strings.home}}, {{strings.archives}}\n"
        #expect(try site.render("/404.html") == "Accueil, Archives\n")
    }

    @Test func reportsWordsThatAreNoText() throws {
        let found = try problems {
            $0.overrides["strings/en.toml"] =
                try #require(builtIn("strings/en.toml")).replacing(
                    "home = \"Home\"", with: "home = 3")
        }
        #expect(
            found.first
                == "error theme/strings theme/strings/en.toml:1: 'home' must be text in quotes")
    }

    @Test func bothLanguagesHaveTheSameWords() throws {
        let keys = try ["en", "zh-CN"].map { language in
            let text = try #require(builtIn("strings/\(language).toml"))
            return text.split(separator: "\n").map { $0.prefix { $0 != " " } }
        }
        #expect(keys[0] == keys[1])
    }

    @Test func writesDatesAndNumbersAsTheLanguageDoes() throws {
        let moment = try #require(Moment("2024-03-08 21:30:00", zone: .utc))
        var texts: [[String]] = []
        for language in ["zh-CN", "en"] {
            var site = try RenderedSite()
            site.configuration.site.language = language
            let words = try #require(site.theme().0).strings
            texts.append([
                words.date(moment), words.month(2024, 3), words.year(2024),
                words.counted("posts", 1), words.counted("posts", 2), words.counted("posts", 0),
                words.filled("minutes", [("count", "3")]),
                words.filled("pages_of", [("number", "2"), ("count", "5")]),
            ])
        }
        #expect(
            texts == [
                [
                    "2024 年 3 月 8 日", "2024 年 3 月", "2024 年", "1 篇文章", "2 篇文章", "0 篇文章",
                    "约 3 分钟", "第 2 / 5 页",
                ],
                [
                    "March 8, 2024", "March 2024", "2024", "1 post", "2 posts", "0 posts", "3 min",
                    "Page 2 of 5",
                ],
            ])
    }

    private func builtIn(_ path: String) -> String? {
        ThemeFile.builtIn.first { $0.path == path }
            .map { String(decoding: $0.bytes, as: UTF8.self) }
    }
}
