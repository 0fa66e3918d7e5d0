import Foundation
import TestSupport
import Testing

@testable import Commands

/// `galley check PATH…`, as a user meets it.
@Suite(.enabled(if: GalleyProgram.isThere, "the program is not beside the tests"))
struct CheckFilesTests {
    private static let broken = "```json\n{\"a\": 1 2}\n```\n"
    private static let sound = "```json\n{}\n```\n"

    private func run(
        _ text: SiteText, _ arguments: [String], input: String = ""
    ) throws -> GalleyProgram.Run {
        try GalleyProgram.run(
            ["check"] + arguments, in: text,
            environment: ["PATH": GalleyProgram.path, "HOME": text.path], input: input)
    }

    // MARK: Files of no site

    @Test func readsAReadmeWithoutASite() throws {
        let text = try SiteText("-- README.md\n# A\n\n\(Self.broken)")
        let failed = try run(text, ["README.md"])
        #expect(failed.code == 1)
        #expect(failed.errors.hasPrefix("README.md:4:9: error: "))
        #expect(failed.errors.contains("\nsnippets  1: 1 failed\n"))
        try text.write("README.md", bytes: Array(Self.sound.utf8))
        #expect(try run(text, ["README.md"]).code == 0)
        // Nothing is kept in a folder that is no site.
        #expect(try FileManager.default.contentsOfDirectory(atPath: text.path) == ["README.md"])
    }

    @Test func readsFoldersButWhatIsHidden() throws {
        let files = ["a.md", "b/c.markdown", "b/d.mkd", "e.mdown", "f.mdx", "b/g.MD"]
        let passed = [
            ".git/x.md", ".hidden/x.md", "node_modules/p/README.md", "b/.x.md", "b/x.txt",
        ]
        let text = try SiteText(
            (files + passed).map { "-- top/\($0)\n" + Self.broken }.joined()
                + "-- top/loop -> .\n")
        let run = try run(text, ["top", "--format", "json"])
        let places = try Self.json(run).compactMap { $0["file"] as? String }
        #expect(places == files.map { "top/" + $0 }.sorted())
        #expect(run.code == 1)
    }

    @Test(arguments: [
        "---\ntitle: [\ndate: never\n---\n", "+++\ntitle = \n+++\n", "{\"title\": \"A\"}\n",
        "{\n  \"title\": \"A\"\n}\n", "\u{FEFF}---\ndraft: maybe\ntitle: A\ntitle: B\n---\n",
        ";;;\n\"a\": 1\n;;;\n",
        "title: A\ndate: x\n---\n", "---\n",
    ])
    func passesOverFrontMatterOfAllKinds(head: String) throws {
        let text = try SiteText("-- a.md\n" + head + "\n" + Self.broken)
        let run = try run(text, ["a.md", "--format", "json"])
        let snippets = try Self.json(run)
        #expect(snippets.map { $0["verdict"] as? String } == ["failed"])
        #expect(snippets.first?["line"] as? Int == head.split(separator: "\n").count + 2)
        #expect(run.output.contains("\"diagnostics\": []}"))
    }

    @Test func takesAFileOfAnyNameThatIsNamed() throws {
        let text = try SiteText("-- notes.txt\n\(Self.broken)-- .drafts/a.md\n\(Self.broken)")
        #expect(try run(text, ["notes.txt"]).code == 1)
        #expect(try run(text, [".drafts"]).code == 1)
    }

    @Test func endsWithTwoWhereAPathIsNotThere() throws {
        let text = try SiteText("-- a.md\n\(Self.sound)-- empty/\n-- code/a.go\nx\n")
        let gone = try run(text, ["a.md", "gone.md"])
        #expect(gone.code == 2)
        #expect(gone.errors == "error: there is no file or folder 'gone.md'\n")
        let empty = try run(text, ["empty", "code"])
        #expect(empty.code == 2)
        #expect(empty.errors == "error: there is no Markdown in 'empty', 'code'\n")
        #expect(try run(text, []).code == 2)
    }

    @Test func saysThatAFileIsNotUTF8AndReadsTheOthers() throws {
        let text = try SiteText("-- b.md\n\(Self.broken)")
        try text.write("a.md", bytes: Array("# caf".utf8) + [0xE9, 0x0A])
        let run = try run(text, ["."])
        #expect(run.code == 1)
        #expect(run.errors.contains("a.md:1:6: error: Text is not UTF-8"))
        #expect(run.errors.contains("b.md:2:9: error: "))
    }

    @Test func readsStandardInput() throws {
        let text = try SiteText("-- a.md\n\(Self.sound)")
        let failed = try run(text, ["-"], input: "x\n\n" + Self.broken)
        #expect(failed.code == 1)
        #expect(failed.errors.hasPrefix("stdin:4:9: error: "))
        #expect(failed.errors.contains("4 | {\"a\": 1 2}"))
        #expect(try run(text, ["-", "a.md"], input: Self.sound).code == 0)
    }

    @Test func namesFilesOutsideOfTheFolderByTheirPath() throws {
        let text = try SiteText("-- in/a.md\n\(Self.sound)-- out/b.md\n\(Self.broken)")
        let run = try GalleyProgram.run(
            ["check", text.path + "/out"], in: text, environment: ["PATH": GalleyProgram.path])
        #expect(run.errors.hasPrefix("out/b.md:2:9: error: "))
        let other = try SiteText("-- a.md\nx\n")
        let outside = try self.run(other, [text.path + "/out/b.md"])
        #expect(outside.errors.hasPrefix("\(text.path)/out/b.md:2:9: error: "))
        #expect(outside.errors.contains("2 | {\"a\": 1 2}"))
    }

    @Test func takesTheIndentedCodeOfMDXForText() throws {
        let text = try SiteText("-- a.mdx\n<Tabs>\n\n    {not: json}\n\n</Tabs>\n\n\(Self.sound)")
        #expect(try Self.json(try run(text, ["a.mdx", "--format", "json"])).count == 1)
    }

    @Test(arguments: ["json", "sarif", "junit", "tap", "github"])
    func givesAllFormats(format: String) throws {
        let text = try SiteText("-- docs/a.md\n\(Self.broken)")
        let run = try run(text, ["docs", "--format", format])
        #expect(run.code == 1)
        #expect(run.output.contains("docs/a.md"))
    }

    @Test func writesABaselineOfFiles() throws {
        let text = try SiteText("-- a.md\n\(Self.broken)")
        let written = try run(text, ["a.md", "--baseline", "known.json", "--write-baseline"])
        #expect(written.code == 0)
        #expect(try run(text, ["a.md", "--baseline", "known.json"]).code == 0)
        #expect(try run(text, ["a.md"]).code == 1)
    }

    // MARK: Texts of a site

    private static let head = "---\ntitle: A\ndate: 2021-01-02\n---\n"

    private static let site =
        BuiltSite.configuration + "[snippets.toml]\nlevel = \"skip\"\nreason = \"site\"\n"
        + "-- content/posts/a.md\n\(head)\(broken)```toml\n=\n```\n[gone](/gone/)\n"
        + "-- content/posts/b.md\n\(head)\(broken)"
        + "-- content/posts/c.md\n---\ntitle: C\ndraft: true\n---\n\(broken)"
        + "-- README.md\n\(broken)```toml\n=\n```\n"

    @Test(arguments: ["content/posts/a.md", "./content/posts/../posts/a.md"])
    func checksTextsOfASiteByItsConfiguration(path: String) throws {
        let text = try SiteText(Self.site)
        let run = try run(text, [path, "--now", "2022-01-01"])
        #expect(run.code == 1)
        #expect(run.errors.contains("content/posts/a.md:6:9: error: "))
        #expect(run.errors.contains("[link/broken]"))
        #expect(!run.errors.contains("content/posts/b.md"))
        #expect(run.errors.contains("snippets  2: 1 failed, 1 skipped\n"))
    }

    @Test func findsTheSiteOfAPathFromAnywhere() throws {
        let text = try SiteText(
            "-- x.txt\n"
                + Self.site.replacing("\n-- ", with: "\n-- blog/").replacing(
                    "-- galley.toml", with: "-- blog/galley.toml"))
        let run = try run(text, ["blog/content/posts/b.md", "--now", "2022-01-01"])
        #expect(run.errors.contains("content/posts/b.md:6:9: error: "))
        #expect(run.errors.contains("snippets  1: 1 failed\n"))
    }

    @Test func leavesDraftsOfAFolderAloneButNotTheNamedOne() throws {
        let text = try SiteText(Self.site)
        let folder = try run(text, ["content", "--now", "2022-01-01", "--format", "json"])
        #expect(
            try Set(Self.json(folder).compactMap { $0["file"] as? String })
                == ["content/posts/a.md", "content/posts/b.md"])
        let draft = try run(text, ["content/posts/c.md", "--now", "2022-01-01"])
        #expect(draft.errors.hasPrefix("content/posts/c.md:6:9: error: "))
    }

    @Test func checksTextsBesideTheContentByTheSitesConfiguration() throws {
        let text = try SiteText(Self.site)
        let run = try run(text, ["README.md", "--now", "2022-01-01"])
        #expect(run.errors.hasPrefix("README.md:2:9: error: "))
        #expect(run.errors.contains("snippets  2: 1 failed, 1 skipped\n"))
    }

    @Test func refusesPathsOfSeveralSites() throws {
        let text = try SiteText(Self.site + "-- b/galley.toml\nx\n-- b/a.md\nx\n")
        #expect(try run(text, ["README.md", "b/a.md"]).code == 2)
        #expect(try run(text, ["README.md", "--site", "b"]).code == 2)
    }

    // MARK: What is left of the findings

    @Test func reportsTheRulesThatAreAskedFor() throws {
        let text = try SiteText(
            "-- a.md\n\(Self.broken)```bash\n$ ls\na\n```\n")
        let labels = try run(text, [".", "--rule", "snippet/label"])
        #expect(labels.code == 0)
        #expect(labels.errors.hasPrefix("a.md:4:1: warning: "))
        #expect(!labels.errors.contains("snippet/json/parse"))
        #expect(try run(text, [".", "--rule", "snippet/js"]).code == 0)
        #expect(try run(text, [".", "--rule", "snippet/json"]).code == 1)
        #expect(try run(text, [".", "--rule", "link/", "--rule", "snippet/json/"]).code == 1)
        #expect(try run(text, [".", "--rule", "snipet/json"]).code == 2)
    }

    @Test func checksTheLanguagesThatAreAskedFor() throws {
        let text = try SiteText(
            "-- a.md\n\(Self.broken)```go\nx := 1\n```\n```golang\ny := 2\n```\n")
        let run = try run(text, [".", "--language", "golang", "--format", "json"])
        #expect(run.code == 0)
        #expect(try Self.json(run).compactMap { $0["language"] as? String } == ["go", "go"])
        let both = try self.run(text, [".", "--language", "go", "--language", "json"])
        #expect(both.code == 1)
        let misspelled = try self.run(text, [".", "--language", "javasript"])
        #expect(misspelled.code == 2)
        #expect(misspelled.errors.contains("did you mean 'javascript'?"))
    }

    @Test func printsATableByRuleAndByLanguage() throws {
        let text = try SiteText(
            "-- a.md\n\(Self.broken)\n\(Self.broken)```\nx\n```\n-- b.md\n\(Self.broken)\(Self.sound)"
        )
        let run = try run(text, [".", "--summary"])
        #expect(run.code == 1)
        #expect(
            run.output == """
                rule                errors  warnings  texts
                snippet/json/parse       3         -      2

                language     blocks  passed  failed  expected  skipped  unchecked
                json              4       1       3         -        -          -
                no language       1       -       -         -        -          1

                """)
        #expect(run.errors.hasPrefix("texts     2\nsnippets  5: "))
        #expect(try self.run(text, [".", "--summary", "--format", "json"]).code == 64)
    }

    // MARK: What changed

    private func git(_ text: SiteText, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments =
            ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", "-C", text.path]
            + arguments
        process.environment = ["PATH": GalleyProgram.path, "HOME": text.path]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }

    @Test func checksWhatChangedSinceARevision() throws {
        let text = try SiteText(
            "-- old.md\n\(Self.broken)-- committed.md\nx\n-- edited.md\nx\n-- gone.md\nx\n"
                + "-- .gitignore\nignored.md\n")
        try git(text, ["init", "-q", "-b", "main"])
        try git(text, ["add", "."])
        try git(text, ["commit", "-q", "-m", "1"])
        try git(text, ["tag", "first"])
        let broken = Array(Self.broken.utf8)
        try text.write("committed.md", bytes: broken)
        try text.remove("gone.md")
        try git(text, ["commit", "-q", "-a", "-m", "2"])
        for file in ["edited.md", "neü.md", "ignored.md"] { try text.write(file, bytes: broken) }
        let run = try run(text, [".", "--changed-since", "first", "--format", "json"])
        #expect(
            try Self.json(run).compactMap { $0["file"] as? String }
                == ["committed.md", "edited.md", "neü.md"])
        let named = try self.run(text, ["old.md", "--changed-since", "first"])
        #expect(named.code == 0)
        let unknown = try self.run(text, [".", "--changed-since", "never"])
        #expect(unknown.code == 2)
        #expect(unknown.errors.contains("has no revision 'never'"))
        #expect(try self.run(text, [".", "--changed-since=--help"]).code == 2)
    }

    @Test func saysThatNoRepositoryIsThere() throws {
        let text = try SiteText("-- a.md\n\(Self.sound)")
        let run = try run(text, [".", "--changed-since", "HEAD"])
        #expect(run.code == 2)
        #expect(run.errors.contains("is in no Git repository"))
    }

    @Test func checksWhatChangedOfASite() throws {
        let text = try SiteText(Self.site)
        try git(text, ["init", "-q", "-b", "main"])
        try git(text, ["add", "."])
        try git(text, ["commit", "-q", "-m", "1"])
        let clean = try run(text, ["--changed-since", "HEAD", "--now", "2022-01-01"])
        #expect(clean.code == 0)
        try text.write("content/posts/b.md", bytes: Array((Self.head + "x\n\n" + Self.broken).utf8))
        let run = try run(text, ["--changed-since", "HEAD", "--now", "2022-01-01"])
        #expect(run.errors.hasPrefix("content/posts/b.md:8:9: error: "))
        #expect(!run.errors.contains("content/posts/a.md"))
    }

    private static func json(_ run: GalleyProgram.Run) throws -> [[String: Any]] {
        let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
        let report = try #require(json as? [String: Any])
        return try #require(report["snippets"] as? [[String: Any]])
    }
}
