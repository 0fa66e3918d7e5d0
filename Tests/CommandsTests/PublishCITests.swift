import Foundation
import TestSupport
import Testing

@testable import Commands

/// `galley init ci`: what it writes, and that its own tools take it.
@Suite(.enabled(if: GalleyProgram.isThere, "the program is not beside the tests"))
struct PublishCITests {
    private func run(_ site: BuiltSite, _ arguments: [String]) async throws -> GalleyProgram.Run {
        try await GalleyProgram.runAside(["init", "ci"] + arguments, in: site.text)
    }

    private static let commit = "3f2a0c9d1e4b5a6978695a4b3c2d1e0f12345678"
    private let source = ["--source", "https://git.example.org/galley.git", "--revision", commit]

    private func site() throws -> BuiltSite {
        try BuiltSite(BuiltSite.configuration + "-- .git/HEAD\nref: refs/heads/main\n")
    }

    @Test func writesAWorkflowAndItsTarget() async throws {
        let site = try site()
        let run = try await run(site, ["github"] + source)
        #expect(run.code == 0)
        #expect(run.output == ".github/workflows/blog.yml\ngalley.toml: [publish.pages]\n")
        let workflow = try #require(site.text.text(".github/workflows/blog.yml"))
        #expect(workflow.contains("git -C \"$sources\" checkout --quiet --detach '\(Self.commit)'"))
        #expect(workflow.contains("--disable-default-traits"))
        for use in workflow.matches(of: /uses: (.*)/) {
            #expect(use.output.1.wholeMatch(of: /actions\/[a-z-]+@[0-9a-f]{40} # v[0-9.]+/) != nil)
        }
        let toml = try #require(site.text.text("galley.toml"))
        #expect(toml.contains("[publish.pages]\ntype = \"directory\"\n"))
        // The target is read again, and is not added twice.
        try site.text.remove(".github")
        #expect(
            try await self.run(site, ["github"] + source).output == ".github/workflows/blog.yml\n")
        #expect(site.text.text("galley.toml") == toml)
    }

    @Test func hasNothingToDoWhereTheFileIsTheSame() async throws {
        let site = try site()
        _ = try await run(site, ["github"] + source)
        let again = try await run(site, ["github"] + source)
        #expect(again.code == 0)
        #expect(again.output == "")
        #expect(
            again.errors
                == "nothing to do: '.github/workflows/blog.yml' is there already, the same\n")
    }

    @Test func overwritesNothing() async throws {
        let site = try site()
        try site.write("ci/blog.sh", "mine")
        let run = try await run(site, ["shell"] + source)
        #expect(run.code == 2)
        #expect(
            run.errors
                == "error: 'ci/blog.sh' is there already\n  fix: remove it, or compare by hand\n")
        #expect(site.text.text("ci/blog.sh") == "mine")
    }

    @Test func asksWhereGalleyIs() async throws {
        let site = try site()
        #expect(try await run(site, ["github"]).code == 2)
        #expect(try await run(site, ["github", "--source", "https://x.example/"]).code == 2)
        #expect(
            try await run(site, ["github", "--source", "x'; rm -rf /", "--revision", Self.commit])
                .code == 2
        )
        #expect(try await run(site, ["gitlab"]).code == 64)
        try site.write("Package.swift", "let package = Package(\n    name: \"galley\",\n")
        #expect(try await run(site, ["shell"]).code == 0)
    }

    @Test func writesAScriptThatAShellTakes() async throws {
        let site = try site()
        #expect(try await run(site, ["shell"] + source).code == 0)
        let script = site.text.absolute("ci/blog.sh")
        #expect(FileManager.default.isExecutableFile(atPath: script))
        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/sh")
        shell.arguments = ["-n", script]
        try shell.run()
        shell.waitUntilExit()
        #expect(shell.terminationStatus == 0)
    }

    @Test func namesTheFolderOfASiteThatLiesDeeper() async throws {
        let site = try BuiltSite(
            BuiltSite.configuration.replacing("-- galley.toml", with: "-- my blog/galley.toml")
                + "-- .git/HEAD\nref: refs/heads/main\n")
        let run = try await run(site, ["shell", "--site", "my blog"] + source)
        #expect(run.code == 0)
        #expect(site.text.text("ci/blog.sh")?.contains("check --site 'my blog'") == true)
    }

    @Test func stillMakesASite() async throws {
        let site = try SiteText("-- x\n")
        #expect(try await GalleyProgram.runAside(["init", "blog"], in: site).code == 0)
        #expect(site.text("blog/galley.toml") != nil)
    }
}
