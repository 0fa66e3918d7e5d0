import Foundation
import Testing

@testable import Commands

/// `galley theme` as a program.
@Suite(.enabled(if: GalleyProgram.isThere, "the program galley is not beside the tests"))
struct ThemeCommandTests {
    private func site(_ files: String = "") throws -> BuiltSite {
        try BuiltSite(
            BuiltSite.configuration + "[build]\ntheme = \"mine\"\n" + """
                -- content/
                -- themes/mine/theme.toml
                name = "mine"
                -- themes/mine/partials/footer.mustache
                the footer

                """ + files)
    }

    private func run(_ arguments: String..., in site: BuiltSite) throws -> GalleyProgram.Run {
        try GalleyProgram.run(["theme"] + arguments, in: site.text)
    }

    @Test func listsTheFilesOfTheTheme() throws {
        let site = try site("-- theme/layouts/404.mustache\nmine\n")
        let run = try run("eject", in: site)
        #expect(run.code == 0)
        let lines = run.output.split(separator: "\n")
        #expect(lines.contains("partials/footer.mustache"))
        #expect(
            lines.contains("layouts/404.mustache  (theme/layouts/404.mustache replaces it)"))
        #expect(lines == lines.sorted())
    }

    @Test func copiesAFileAndWarnsWhenItsOriginalChanges() async throws {
        let site = try site()
        let file = "partials/footer.mustache"
        #expect(try run("eject", file, in: site).output == "theme/partials/footer.mustache\n")
        #expect(site.text.text("theme/partials/footer.mustache") == "the footer\n")
        try site.write("theme/partials/footer.mustache", "my own\n")
        #expect(try await site.build().ids == [])
        try site.write("themes/mine/partials/footer.mustache", "another footer\n")
        let outcome = try await site.build()
        #expect(outcome.ids == ["warning theme/ejected-changed"])
        #expect(outcome.diagnostics.first?.place?.file.string == "theme/partials/footer.mustache")
        #expect(try run("eject", "--print", file, in: site).output == "another footer\n")
        #expect(try run("eject", "--accept", file, in: site).code == 0)
        #expect(site.text.text("theme/partials/footer.mustache") == "my own\n")
        let again = try await site.build()
        #expect(again.ids == [])
        #expect(again.state == .swapped)
    }

    @Test func overwritesNothingUnasked() throws {
        let site = try site("-- theme/partials/footer.mustache\nmy own\n")
        let file = "partials/footer.mustache"
        let refused = try run("eject", file, in: site)
        #expect(refused.code == 2)
        #expect(
            refused.errors.hasPrefix("error: 'theme/partials/footer.mustache' is there already\n"))
        #expect(site.text.text("theme/partials/footer.mustache") == "my own\n")
        let forced = try run("eject", "--force", file, in: site)
        #expect(forced.output == "theme/partials/footer.mustache (overwritten)\n")
        #expect(site.text.text("theme/partials/footer.mustache") == "the footer\n")
    }

    @Test func guessesAtAFileThatTheThemeHasNot() throws {
        let run = try run("eject", "partials/foter.mustache", in: site())
        #expect(run.code == 2)
        #expect(
            run.errors == """
                error: the theme has no file 'partials/foter.mustache'
                  fix: did you mean 'partials/footer.mustache'?

                """)
    }

    // MARK: Styles

    private static let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"

    private static let hasPygments: Bool = {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", "import pygments"]
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()

    @Test(.enabled(if: hasPygments, "Python has no module pygments"))
    func writesAStyleOfPygments() throws {
        let environment = ["PATH": Self.path, "HOME": NSHomeDirectory()]
        let site = try site()
        let run = try GalleyProgram.run(
            ["theme", "styles", "monokai"], in: site.text, environment: environment)
        #expect(run.code == 0)
        let lines = run.output.split(separator: "\n")
        #expect(
            lines.first
                == "/* The style 'monokai' of Pygments, written by 'galley theme styles'. */")
        let scope = ":is(.listing, figure.highlight)"
        #expect(
            lines[1..<13] == [
                "@media screen {", "\(scope) {", "  color-scheme: dark;", "  --code: #272822;",
                "  --code-hl: #49483e;", "  --code-ins: #284029;", "  --code-del: #4b2b25;",
                "  --code-ink: #f8f8f2;", "  --gutter: #c4c4be;", "  background: var(--code);", "}",
                "\(scope) pre { color: var(--code-ink) }",
            ])
        #expect(lines[13].hasPrefix("\(scope) .line.hl, \(scope) .line.marked {"))
        #expect(lines[14...].dropLast().allSatisfy { $0.hasPrefix(scope + " .") })
        #expect(lines.contains { $0.hasPrefix("\(scope) .k {") })
        let unknown = try GalleyProgram.run(
            ["theme", "styles", "monokay"], in: site.text, environment: environment)
        #expect(unknown.code == 2)
        #expect(unknown.errors.hasSuffix("did you mean 'monokai'?\n"))
    }

    @Test func saysThatPythonIsNotThere() throws {
        let site = try site("-- empty/\n")
        let run = try GalleyProgram.run(
            ["theme", "styles", "monokai"], in: site.text,
            environment: ["PATH": site.text.absolute("empty")])
        #expect(run.code == 2)
        #expect(run.errors == "error: there is no python3\n  fix: install Python and Pygments\n")
    }
}
