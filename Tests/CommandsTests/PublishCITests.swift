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

    @Test(arguments: ["main", "v1", "3f2a0c9", commit + "0", "'"])
    func wantsTheWholeIDOfACommit(_ revision: String) async throws {
        let site = try site()
        let run = try await run(
            site, ["shell", "--source", "https://x.example/", "--revision", revision])
        #expect(run.code == 64)
        #expect(
            run.errors.contains(
                "--revision must be the 40 hexadecimal digits of a commit, not '\(revision)'."))
        #expect(site.text.text("ci/blog.sh") == nil)
    }

    /// The script, with a `git` and a `swift` that only write down what they are asked for.
    @Test func buildsEachRevisionOnceAndLeavesNoCloneBehind() async throws {
        let site = try site()
        #expect(try await run(site, ["shell"] + source).code == 0)
        try site.write("bin/git", "#!/bin/sh\necho \"git $1\" >> log\n")
        try site.write(
            "bin/swift",
            """
            #!/bin/sh
            echo "swift $1" >> log
            [ ! -e broken ] || exit 1
            mkdir -p "$3/.build/release"
            printf '#!/bin/sh\\necho "galley $*" >> log\\n' > "$3/.build/release/galley"
            chmod +x "$3/.build/release/galley"

            """)
        try site.write("tmp/x", "")
        let line = "chmod +x bin/*; PATH=$PWD/bin:$PATH TMPDIR=$PWD/tmp ci/blog.sh check"
        func script() throws -> Int32 {
            let shell = Process()
            shell.executableURL = URL(filePath: "/bin/sh")
            shell.arguments = ["-c", line]
            shell.currentDirectoryURL = URL(filePath: site.text.path)
            try shell.run()
            shell.waitUntilExit()
            return shell.terminationStatus
        }
        let built = "git clone\ngit -C\nswift build\n"
        #expect(try script() == 0)
        #expect(try script() == 0)
        #expect(site.text.text("log") == built + "galley check\ngalley check\n")
        // Another revision is another tool; one that can't be built is no fault of the site.
        let text = try #require(site.text.text("ci/blog.sh"))
        try site.write(
            "ci/blog.sh", text.replacing(Self.commit, with: String(Self.commit.reversed())))
        try site.write("log", "")
        try site.write("broken", "")
        #expect(try script() == 2)
        #expect(site.text.text("log") == built)
        try site.text.remove("broken")
        #expect(try script() == 0)
        #expect(site.text.text("log") == built + built + "galley check\n")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: site.text.absolute("tmp")) == ["x"])
    }

    /// A container's user does not own the folder, and Git says nothing of it.
    @Test func doesNotTakeAnyToolWhereGitDoesNotNameTheSources() async throws {
        let site = try site()
        try site.write("Package.swift", "let package = Package(\n    name: \"galley\",\n")
        #expect(try await run(site, ["shell"]).code == 0)
        try site.write("bin/git", "#!/bin/sh\necho \"fatal: dubious ownership\" >&2\nexit 128\n")
        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/sh")
        shell.arguments = ["-c", "chmod +x bin/*; PATH=$PWD/bin:$PATH ci/blog.sh check 2>log"]
        shell.currentDirectoryURL = URL(filePath: site.text.path)
        try shell.run()
        shell.waitUntilExit()
        #expect(shell.terminationStatus == 2)
        #expect(site.text.text("log") == "fatal: dubious ownership\n")
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
        let run = try await GalleyProgram.runAside(["init", "blog"], in: site)
        #expect(run.code == 0)
        #expect(run.errors.hasSuffix("galley serve --site blog\n"))
        #expect(site.text("blog/galley.toml") != nil)
        #expect(site.text("blog/.gitignore") == "/public/\n/.galley/\n/.galley-tool/\n")
    }

    @Test(arguments: ["site", "new", "blog", "ci-blog"])
    func makesASiteInAFolderOfAnyName(_ name: String) async throws {
        let site = try SiteText("-- x\n")
        let run = try await GalleyProgram.runAside(["init", name], in: site)
        #expect(run.code == 0)
        #expect(run.errors.hasSuffix("galley serve --site \(name)\n"))
        #expect(site.text("\(name)/galley.toml") != nil)
        #expect(site.text("galley.toml") == nil)
    }

    @Test(arguments: [[], ["."]])
    func makesASiteHere(_ arguments: [String]) async throws {
        let site = try SiteText("-- x\n")
        let run = try await GalleyProgram.runAside(["init"] + arguments, in: site)
        #expect(run.code == 0)
        #expect(site.text("galley.toml") != nil)
    }

    @Test func checksPullRequestsWithoutTrust() async throws {
        let site = try site()
        _ = try await run(site, ["github"] + source)
        let workflow = try #require(site.text.text(".github/workflows/blog.yml"))
        #expect(
            workflow.contains(
                "${{ github.event_name == 'pull_request' && '--untrusted' || '' }}"))
        _ = try await run(site, ["shell"] + source)
        #expect(site.text.text("ci/blog.sh")?.contains("check --untrusted") == true)
    }
}
