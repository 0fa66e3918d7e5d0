import Addresses
import Foundation
import TestSupport
import Testing

@testable import Commands

/// `galley publish` as a user and a CI server meet it: exit codes, streams, GitHub's files.
@Suite(.enabled(if: GalleyProgram.isThere, "the program is not beside the tests"))
struct PublishProgramTests {
    private func site(_ target: String, _ text: String = "Text.\n") throws -> BuiltSite {
        try BuiltSite(
            BuiltSite.configuration + "\n[publish.t]\n" + target
                + "\n-- content/posts/a.md\n---\ntitle: A\ndate: 2021-01-02\n---\n" + text)
    }

    private let directory = "type = \"directory\"\npath = \"www\"\n"

    private func run(
        _ site: BuiltSite, _ arguments: [String] = [], environment: [String: String] = [:]
    ) async throws -> GalleyProgram.Run {
        var values = ["PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/nonexistent"]
        values.merge(environment) { $1 }
        return try await GalleyProgram.runAside(
            ["publish", "--now", "2022-01-01"] + arguments, in: site.text, environment: values)
    }

    @Test func publishesPlansAndRollsBack() async throws {
        let site = try site(directory)
        let plan = try await run(site, ["--plan"])
        #expect(plan.code == 0)
        #expect(plan.output.hasPrefix("plan      t (directory): "))
        #expect(plan.errors.contains("plan in   .galley/publish/t.plan.json\n"))
        let first = try await run(site, ["t"])
        #expect(first.code == 0 && first.output == "")
        #expect(first.errors.contains("\npublished 000001-"))
        #expect(try await run(site).errors.hasSuffix("nothing changed, nothing done\n"))
        #expect(try await run(site, ["--rollback"]).code == 2)
        try site.write("content/posts/a.md", "---\ntitle: B\ndate: 2021-01-02\n---\n")
        #expect(try await run(site).code == 0)
        let back = try await run(site, ["--rollback"])
        #expect(back.code == 0)
        #expect(back.errors.hasPrefix("current   000001-"))
    }

    @Test func printsThePlanAsJSON() async throws {
        let run = try await run(site(directory), ["--plan", "--format", "json"])
        let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
        let plan = try #require(json as? [String: Any])
        #expect(plan["version"] as? Int == 1)
        #expect((plan["add"] as? [[String: Any]])?.isEmpty == false)
    }

    @Test func endsWithOneTwoOrSixtyFour() async throws {
        #expect(try await run(site(directory, "[x](/gone/)\n")).code == 1)
        #expect(try await run(site(directory), ["nowhere"]).code == 2)
        #expect(try await run(site(directory), ["--allow", "everything"]).code == 64)
        #expect(try await run(site(directory), ["--plan", "--accept"]).code == 64)
        #expect(try await run(site("type = \"git\"\nremote = \"nowhere\"\n")).code == 2)
        #expect(try await run(site("type = \"ftp\"\n")).code == 1)
        #expect(try await run(site(directory), ["--accept"], environment: ["CI": "true"]).code == 2)
        #expect(try await run(site(directory), ["--apply", "gone.json"]).code == 2)
    }

    @Test func saysWhatIsInTheWayAndLeavesItThere() async throws {
        let site = try site(directory)
        try site.write("www", "mine")
        let run = try await run(site)
        #expect(run.code == 2)
        #expect(run.errors.hasPrefix("error: "))
        #expect(site.text.text("www") == "mine")
    }

    @Test func refusesATargetInTheOutputFolder() async throws {
        let site = try site("type = \"directory\"\npath = \"public/www\"\n")
        let run = try await run(site)
        #expect(run.code == 2)
        #expect(run.errors.contains("lies in the output folder"))
        #expect(site.text.text("public/index.html") != nil)
    }

    @Test func keepsASecretOfTheEnvironmentOutOfLogAndOutput() async throws {
        let site = try site(
            "type = \"git\"\nremote = \"http://127.0.0.1:9/x.git\"\ntoken = \"MY_TOKEN\"\n")
        let run = try await run(site, environment: ["MY_TOKEN": "swordfish-swordfish"])
        #expect(run.code == 2)
        #expect(run.errors.contains("cannot reach the remote 'http://127.0.0.1:9/x.git'"))
        #expect(!(run.output + run.errors).contains("swordfish"))
        for (path, bytes) in try site.tree(below: ".") {
            #expect(!String(decoding: bytes, as: UTF8.self).contains("swordfish"), "\(path)")
        }
    }

    @Test func endsWithTwoWhereTheTokenIsRefused() async throws {
        let server = try AnsweringServer { _ in
            .init(401, headers: ["WWW-Authenticate: Basic realm=\"x\""])
        }
        let site = try site(
            "type = \"git\"\nremote = \"http://127.0.0.1:\(server.port)/x.git\"\n"
                + "token = \"MY_TOKEN\"\n")
        let run = try await run(site, environment: ["MY_TOKEN": "swordfish-swordfish"])
        #expect(run.code == 2)
        #expect(run.errors.hasPrefix("error: cannot reach the remote "))
        #expect(run.errors.hasSuffix("and that the token may read it\n"))
        #expect(!(run.output + run.errors).contains("swordfish"))
        #expect(!server.requests.isEmpty)
    }

    /// A site's own repository, whose branch is named as the target by mistake.
    @Test func refusesTheBranchOfTheSources() async throws {
        let site = try site("type = \"git\"\nremote = \".\"\nbranch = \"main\"\n")
        let git = Process()
        git.executableURL = URL(filePath: "/bin/sh")
        git.arguments = [
            "-c",
            "git init -q -b main . && git add -A && git -c user.name=a -c user.email=a@b commit -qm x",
        ]
        git.currentDirectoryURL = URL(filePath: site.text.path)
        try git.run()
        git.waitUntilExit()
        for more in [[], ["--plan"], ["--allow", "foreign-files"]] {
            let run = try await run(site, more)
            #expect(run.code == 1)
            #expect(
                run.errors.contains(
                    "galley.toml:9:1: error: branch 'main' holds 'galley.toml' "
                        + "[publish/source-branch]\n"))
        }
    }

    @Test func saysWhatAnswersInPlaceOfTheSite() async throws {
        let server = try AnsweringServer { _ in .init(200, "<title>For sale</title>") }
        let live = directory + "live = true\nurl = \"http://127.0.0.1:\(server.port)/\"\n"
        let site = try site(live)
        let run = try await run(site, ["--allow", "local-address"])
        #expect(run.code == 2)
        #expect(
            run.errors.contains("is a page and no manifest of galley, with the title 'For sale'"))
        let first = try await self.run(site, ["--first", "--allow", "local-address"])
        #expect(first.code == 0)
        // The folder holds a release now.
        let again = try await self.run(site, ["--first", "--allow", "local-address"])
        #expect(again.code == 1)
        #expect(again.errors.contains("[publish/not-first]"))
        #expect(try await self.run(site, ["--first", "--rollback"]).code == 64)
    }

    @Test func writesNoWorkflowThatPassesAFirstPublish() {
        let scaffold = CIScaffold(tool: .sameRepository, sitePath: SourcePath(""))
        #expect(!scaffold.githubWorkflow.contains("--first"))
        #expect(!scaffold.shellScript.contains("--first"))
    }

    @Test func annotatesAndSummarizesInGitHubActions() async throws {
        let site = try site(directory, "[x](/gone/)\n")
        let summary = site.text.absolute("summary.md")
        let failed = try await run(
            site, environment: ["GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": summary])
        #expect(failed.code == 1)
        #expect(failed.output.contains("::error file=content/posts/a.md,line=5,"))
        #expect(failed.output.contains("title=publish/broken-links::"))
        #expect(site.text.text("summary.md")?.contains("link/broken") == true)
    }

    @Test func summarizesAPublishOnLinesOfItsOwn() async throws {
        let site = try site(directory)
        let summary = site.text.absolute("summary.md")
        let done = try await run(
            site, environment: ["GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": summary])
        #expect(done.code == 0)
        let text = try #require(site.text.text("summary.md"))
        #expect(text.hasPrefix("## galley publish\n\n<code>plan      t "))
        #expect(text.contains("<br>digest    sha256") && text.contains("<br>published 000001-"))
        #expect(!text.contains("Nothing to report"))
    }

    @Test func namesTheTargetsThereAre() async throws {
        let run = try await run(site(directory + "\n[publish.pages]\n" + directory), ["nope"])
        #expect(run.code == 2)
        #expect(
            run.errors
                == "error: galley.toml has no [publish.nope]\n  fix: name one: pages, t\n")
    }

    @Test func writesTheLedgerForAPersonAlone() async throws {
        let site = try site(directory)
        let accepted = try await run(site, ["--accept"])
        #expect(accepted.code == 0)
        #expect(accepted.errors.contains("commit 'galley.lock'"))
        #expect(!FileManager.default.fileExists(atPath: site.text.absolute("www")))
        let first = site.text.text("galley.lock")
        #expect(try await run(site, ["--accept"]).code == 0)
        #expect(site.text.text("galley.lock") == first)
    }
}
