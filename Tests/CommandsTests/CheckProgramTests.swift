import Foundation
import TestSupport
import Testing

@testable import Commands

/// `galley check` as a user and a CI server meet it: exit codes, streams, formats.
@Suite(.enabled(if: GalleyProgram.isThere, "the program is not beside the tests"))
struct CheckProgramTests {
    private static let broken = "```json\n{\"键\": 1 2}\n```\n"

    private func site(_ text: String, _ more: String = "") throws -> BuiltSite {
        try BuiltSite(
            BuiltSite.configuration + more + "-- content/posts/a.md\n"
                + "---\ntitle: A\ndate: 2021-01-02\n---\n" + text)
    }

    private func run(
        _ site: BuiltSite, _ arguments: [String] = [], environment: [String: String] = [:]
    ) throws -> GalleyProgram.Run {
        try GalleyProgram.run(
            ["check", "--now", "2022-01-01"] + arguments, in: site.text, environment: environment)
    }

    @Test func endsWithZeroOrOne() throws {
        #expect(try run(site("```json\n{}\n```\n")).code == 0)
        let failed = try run(site(Self.broken))
        #expect(failed.code == 1)
        #expect(failed.output == "")
        #expect(failed.errors.hasPrefix("content/posts/a.md:6:9: error: "))
        #expect(failed.errors.contains("\nsnippets  1: 1 failed\nfound     1 error\ndone      in "))
    }

    @Test func endsWithTwoOrSixtyFourWhereItCannotRun() throws {
        let site = try site(Self.broken)
        #expect(try run(site, ["--baseline", "gone.json"]).code == 2)
        #expect(try run(site, ["--now", "never"]).code == 2)
        #expect(try run(site, ["--format", "xml"]).code == 64)
    }

    @Test func takesABaselineFromAnywhere() throws {
        let site = try site(Self.broken)
        let file = FileManager.default.temporaryDirectory
            .appending(path: "galley-baseline-\(UUID().uuidString).json").path
        defer { try? FileManager.default.removeItem(atPath: file) }
        #expect(try run(site, ["--baseline", file, "--write-baseline"]).code == 0)
        #expect(try run(site, ["--baseline", file]).code == 0)
        #expect(try run(site).code == 1)
    }

    @Test func printsJSON() throws {
        let run = try run(site(Self.broken), ["--format", "json"])
        let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
        let report = try #require(json as? [String: Any])
        #expect((report["summary"] as? [String: Int])?["failed"] == 1)
        let snippets = try #require(report["snippets"] as? [[String: Any]])
        let diagnostics = try #require(snippets.first?["diagnostics"] as? [[String: Any]])
        #expect(diagnostics.map { $0["severity"] as? String } == ["error"])
        #expect(diagnostics.first?["column"] as? Int == 9)
        #expect(diagnostics.first?["byteColumn"] as? Int == 11)
    }

    @Test func allFormatsTellOneFailureAsOne() throws {
        let site = try site(Self.broken)
        let junit = try run(site, ["--format", "junit"]).output
        #expect(junit.contains("failures=\"1\""))
        #expect(junit.components(separatedBy: "error: ").count == 2)
        #expect(!junit.contains("system-out"))
        let tap = try run(site, ["--format", "tap"]).output
        #expect(tap.hasPrefix("TAP version 14\n1..1\nnot ok 1 - content/posts/a.md:5 json\n"))
        let sarif = try run(site, ["--format", "sarif"]).output
        #expect(sarif.contains("\"ruleId\": \"snippet/json/parse\""))
    }

    @Test func aFailureThatIsTurnedOffIsNone() throws {
        let site = try site(Self.broken, "[diagnostics]\noff = [\"snippet/json/parse\"]\n")
        let run = try run(site, ["--format", "tap"])
        #expect(run.code == 0)
        #expect(run.output.contains("\nok 1 - content/posts/a.md:5 json # SKIP "))
    }

    @Test func annotatesForGitHubAndWritesTheSummaryOfTheStep() throws {
        let site = try site(Self.broken + "```##[add-mask]e\nx\n```\n")
        let summary = site.text.absolute("summary.md")
        let run = try run(
            site, ["--format", "github"],
            environment: ["GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": summary])
        #expect(run.code == 1)
        #expect(run.output.hasPrefix("::error file=content/posts/a.md,line=6,"))
        // Annotations and nothing else; what is for people goes to stderr.
        let commands = run.output.split(separator: "\n")
        #expect(commands.count >= 2)
        #expect(commands.allSatisfy { $0.hasPrefix("::error ") || $0.hasPrefix("::warning ") })
        #expect(run.errors.contains("\nfound     1 error, "))
        #expect(!run.errors.contains("content/posts/a.md:6:9"))
        let written = try String(contentsOfFile: summary, encoding: .utf8)
        #expect(written.hasPrefix("## galley check\n"))
        #expect(written.contains("1 failed"))
        // Whatever an article's words are, they stand within a command or where none is obeyed.
        for stream in [run.output, run.errors] {
            var isObeying = true
            for line in stream.split(separator: "\n") {
                if line.hasPrefix("::stop-commands::") { isObeying = false }
                if line.hasPrefix("::galley-") { isObeying = true }
                let isHostile = line.contains("##[add-mask]") && !line.hasPrefix("::warning ")
                #expect(!isHostile || !isObeying, "\(line)")
            }
        }
    }

    @Test func takesItsToolsAlongWhenItIsStopped() throws {
        let hang = """
            #!/bin/sh
            case "$*" in *version*) echo 1.0; exit 0;; esac
            echo $$ > "$0.pipe"
            exec tail -f /dev/null
            """
        let site = try site("```c check=types\nint a = 1;\n```\n")
        let tool = site.text.absolute("hang")
        try site.write("hang", hang)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: tool)
        let configuration = try #require(site.text.text("galley.toml"))
        try site.write(
            "galley.toml", configuration + "[snippets.tools]\ncc = [\"\(tool)\"]\n")
        // Reading from it waits for the tool to begin.
        let pipe = tool + ".pipe"
        try #require(mkfifo(pipe, 0o600) == 0)
        let process = try GalleyProgram.start(["check"], in: site.text)
        let written = try FileHandle(forReadingFrom: URL(filePath: pipe)).readToEnd() ?? Data()
        let tail = try #require(pid_t(String(decoding: written.dropLast(), as: UTF8.self)))
        process.terminate()
        process.waitUntilExit()
        #expect(process.terminationStatus == 128 + SIGTERM)
        #expect(ProcessState.ends(tail))
    }

    @Test func namesFilesFromTheTopOfTheRepository() throws {
        let site = try BuiltSite(
            "-- .git/HEAD\nx\n-- blog/galley.toml\n[site]\ntitle = \"T\"\n"
                + "url = \"https://e.org/\"\n-- blog/content/posts/a.md\n"
                + "---\ntitle: A\ndate: 2021-01-02\n---\n" + Self.broken)
        let run = try run(site, ["--site", "blog", "--format", "github"])
        #expect(run.output.hasPrefix("::error file=blog/content/posts/a.md,line=6,"))
    }
}
