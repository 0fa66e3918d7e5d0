import Addresses
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Publishing

/// Against bare repositories with the real Git.
@Suite(.enabled(if: Shell.has("git"), "git is not there: the target 'git' is not tested"))
struct GitTargetTests {
    /// A site, a remote, and what is asked of the remote.
    private struct Remote {
        let folder: PublishedFolder
        var path: String { folder.path("remote.git") }

        init() throws {
            folder = try PublishedFolder()
            try Shell.run("git init --quiet --bare remote.git", in: folder.text.path)
        }

        func target(
            scratch: String = "scratch.git", remote: String? = nil, token: String? = nil,
            environment: [String: String] = Shell.environment
        ) throws -> GitTarget {
            let traces = SourceTraces(
                site: SourcePath(""), configuration: SourcePath("galley.toml"), texts: [],
                repository: SourceRepository(folder.text.path, environment: environment),
                place: Place(file: SourcePath("galley.toml")), isOutput: { _ in false })
            return try GitTarget(
                remote: remote ?? path, branch: "gh-pages", token: token,
                protection: Protection(["ads.txt", "keep/"]), scratch: folder.path(scratch),
                site: folder.text.path, sources: traces,
                message: .init(
                    source: "3f2a0c9d1e4b5a6978695a4b3c2d1e0f12345678", isDirty: false,
                    galley: "1"), environment: environment)
        }

        func git(_ line: String) throws -> String {
            try Shell.run("git --git-dir remote.git " + line, in: folder.text.path)
        }

        func files() throws -> [String: String] {
            var files: [String: String] = [:]
            for path in try git("ls-tree -r --name-only -z gh-pages").split(separator: "\0") {
                files[String(path)] = try git("cat-file blob 'gh-pages:\(path)'")
            }
            return files
        }

        var commits: Int {
            get throws {
                Int(try git("rev-list --count gh-pages").split(separator: "\n").first ?? "") ?? 0
            }
        }

        /// Somebody else's commit on the branch.
        func commit(_ path: String, _ text: String) throws {
            try Shell.run(
                """
                rm -rf other && git clone --quiet --branch gh-pages remote.git other && cd other &&
                mkdir -p "$(dirname '\(path)')" && printf %s '\(text)' > '\(path)' &&
                git add -A -f && git commit --quiet -m other && git push --quiet
                """, in: folder.text.path)
        }
    }

    @Test func makesABranchWithTheSiteAndNamesItsSource() async throws {
        let remote = try Remote()
        try await remote.folder.publish(to: remote.target())
        var expected = try remote.folder.files()
        expected[".nojekyll"] = ""
        #expect(try remote.files() == expected)
        let message = try remote.git("log -1 --format=%B gh-pages")
        #expect(message.hasPrefix("Publish 3f2a0c9d1e4b\n\nSource-Commit: 3f2a0c9d1e4b5a6978695a"))
        #expect(message.contains("Site-Digest: sha256:"))
        #expect(message.hasSuffix("Published-By: galley 1\nBranch-Holds: output\n\n"))
    }

    @Test func keepsAHistoryOfTenPublishesAndMakesNoEmptyCommit() async throws {
        let remote = try Remote()
        for turn in 1...10 {
            try remote.folder.write("index.html", "turn \(turn)")
            // Every other time from a new clone, as CI has it.
            let target = try remote.target(scratch: "scratch\(turn % 2 == 0 ? 0 : turn).git")
            try await remote.folder.publish(to: target)
            #expect(try await remote.folder.publish(to: target) == nil)
        }
        #expect(try remote.commits == 10)
        #expect(try remote.git("show gh-pages~9:index.html") == "turn 1")
        #expect(try remote.git("fsck --strict").contains("error") == false)
    }

    @Test func sparesWhatTheHostNeedsAndWhatTheSiteProtects() async throws {
        let remote = try Remote()
        try await remote.folder.publish(to: remote.target())
        let theirs = ["CNAME", ".well-known/acme/x", "ads.txt", "keep/a/b", "stray.html"]
        for path in theirs { try remote.commit(path, "theirs") }
        try remote.folder.write("index.html", "new")
        try await remote.folder.publish(to: remote.target())
        let files = try remote.files()
        #expect(theirs.filter { files[$0] == "theirs" } == Array(theirs.dropLast()))
        #expect(files["index.html"] == "new")
        #expect(try remote.commits == 7)
    }

    @Test func seesThatTheBranchMovedAndForcesNothing() async throws {
        let remote = try Remote()
        let target = try remote.target()
        try await remote.folder.publish(to: target)
        try remote.folder.write("index.html", "new")
        let plan = try await remote.folder.plan(for: target)
        let site = try remote.folder.tree()
        let tree = site.adding(target.additions(to: site))
        try remote.commit("CNAME", "example.org")
        #expect(try await target.apply(plan, tree) == .moved)
        #expect(try remote.files()["index.html"]?.contains("Home") == true)
        // Anew, on top of it.
        try await remote.folder.publish(to: target)
        let files = try remote.files()
        #expect(files["index.html"] == "new")
        #expect(files["CNAME"] == "example.org")
        #expect(try remote.commits == 3)
    }

    @Test func saysWhyTheRemoteRefused() async throws {
        let remote = try Remote()
        try await remote.folder.publish(to: remote.target())
        try Shell.run(
            "printf '#!/bin/sh\\necho \"no pushes on Fridays\" >&2\\nexit 1\\n' > hooks/pre-receive && "
                + "chmod +x hooks/pre-receive", in: remote.path)
        let old = try remote.files()
        try remote.folder.write("index.html", "new")
        let error = await #expect(throws: PublishError.self) {
            try await remote.folder.publish(to: remote.target())
        }
        #expect(error?.message.contains("no pushes on Fridays") == true)
        #expect(try remote.files() == old)
        #expect(try remote.commits == 1)
    }

    @Test func saysThatTheRemoteIsNotThere() async throws {
        let remote = try Remote()
        let error = await #expect(throws: PublishError.self) {
            try await remote.folder.publish(
                to: remote.target(remote: remote.folder.path("no-such.git")))
        }
        #expect(error?.message.hasPrefix("cannot reach the remote") == true)
    }

    @Test func neverShowsCredentials() async throws {
        let remote = try Remote()
        // Nothing listens at port 9 (discard).
        let error = await #expect(throws: PublishError.self) {
            try await remote.folder.publish(
                to: remote.target(
                    remote: "http://me:swordfish@127.0.0.1:9/x.git", token: "tok-swordfish-2"))
        }
        let words = try #require(error).description
        #expect(words.contains("127.0.0.1"))
        #expect(!words.contains("swordfish"))
    }

    @Test func saysThatTheTokenIsRefusedAndAsksNobody() async throws {
        let server = try AnsweringServer { _ in
            .init(401, headers: ["WWW-Authenticate: Basic realm=\"x\""])
        }
        let remote = try Remote()
        let error = await #expect(throws: PublishError.self) {
            try await remote.folder.publish(
                to: remote.target(
                    remote: "http://127.0.0.1:\(server.port)/x.git", token: "tok-swordfish"))
        }
        #expect(error?.message.hasPrefix("cannot reach the remote 'http://127.0.0.1:") == true)
        #expect(
            error?.hint
                == "see that the address is right, that it is there, and that the token may read it"
        )
        #expect(error?.description.contains("swordfish") == false)
        let basic = Data("x-access-token:tok-swordfish".utf8).base64EncodedString()
        #expect(server.requests.allSatisfy { $0.contains("Authorization: Basic " + basic) })
        #expect(!server.requests.isEmpty)
    }

    @Test func goesOnWhereAKilledGitLeftItsLocks() async throws {
        let remote = try Remote()
        try await remote.folder.publish(to: remote.target())
        for lock in ["shallow.lock", "refs/galley/new.lock", "refs/galley/base.lock", "HEAD.lock"] {
            try remote.folder.text.write("scratch.git/" + lock, bytes: [])
        }
        try remote.folder.write("index.html", "new")
        try await remote.folder.publish(to: remote.target())
        #expect(try remote.files()["index.html"] == "new")
    }

    @Test func stopsWhereAFileChangesUnderWay() async throws {
        let remote = try Remote()
        let target = try remote.target()
        try await remote.folder.publish(to: target)
        try remote.folder.write("index.html", "planned")
        let plan = try await remote.folder.plan(for: target)
        let site = try remote.folder.tree()
        let tree = site.adding(target.additions(to: site))
        try remote.folder.write("index.html", "changed")
        await #expect(throws: PublishError.changedUnderWay(OutputPath("index.html"))) {
            try await target.apply(plan, tree)
        }
        #expect(try remote.commits == 1)
    }

    @Test func commitsAsTheSitesRepositoryIsTold() async throws {
        let remote = try Remote()
        try Shell.run(
            "git init --quiet . && git config user.name Ada && git config user.email ada@example.org",
            in: remote.folder.text.path)
        let environment = Shell.environment.filter { !$0.key.hasPrefix("GIT_COMMITTER_") }
        try await remote.folder.publish(to: remote.target(environment: environment))
        #expect(try remote.git("log -1 --format='%cn <%ce>' gh-pages") == "Ada <ada@example.org>\n")
    }

    @Test func publishesFilesWithAnyName() async throws {
        let remote = try Remote()
        for name in ["标签/go lang.html", "a \"b\".html", "-rf", "back\\slash.html"] {
            try remote.folder.write(name, "x")
        }
        try await remote.folder.publish(to: remote.target())
        let names = try remote.git("ls-tree -r --name-only -z gh-pages").split(separator: "\0")
        #expect(names.contains("标签/go lang.html") && names.contains("a \"b\".html"))
        #expect(names.contains("-rf") && names.contains("back\\slash.html"))
        #expect(try await remote.folder.publish(to: remote.target()) == nil)
        try remote.folder.remove("a \"b\".html")
        try await remote.folder.publish(to: remote.target())
        #expect(try remote.git("ls-tree -r --name-only -z gh-pages").contains("\"b\"") == false)
    }

    /// What a pull request may bring along in `.galley/publish/`.
    @Test func runsNothingThatAForeignScratchRepositoryNames() async throws {
        let remote = try Remote()
        try await remote.folder.publish(to: remote.target())
        let top = remote.folder.text.path
        try Shell.run(
            """
            printf '#!/bin/sh\necho \"$0\" >> \(top)/trace\n' > evil && chmod +x evil
            mkdir -p scratch.git/hooks
            for hook in reference-transaction pre-push post-update pre-receive; do
                cp evil scratch.git/hooks/$hook
            done
            mkdir own && cp evil own/reference-transaction && cp evil own/pre-push
            git --git-dir scratch.git config core.hooksPath \(top)/own
            git --git-dir scratch.git config core.fsmonitor \(top)/evil
            git --git-dir scratch.git config core.sshCommand \(top)/evil
            git --git-dir scratch.git config protocol.ext.allow always
            git --git-dir scratch.git config 'url.ext::\(top)/evil %S .insteadOf' \(remote.path)
            """, in: top)
        try remote.folder.write("index.html", "another")
        try await remote.folder.publish(to: remote.target())
        #expect(remote.folder.text.text("trace") == nil)
        #expect(try remote.git("show gh-pages:index.html") == "another")
    }

    /// Git refuses it, and the files of the worktree stay as they are.
    @Test func saysThatABranchIsCheckedOut() async throws {
        let remote = try Remote()
        try await remote.folder.publish(to: remote.target())
        try Shell.run(
            "git --git-dir remote.git worktree add --quiet tree gh-pages",
            in: remote.folder.text.path)
        let before = remote.folder.text.text("tree/index.html")
        try remote.folder.write("index.html", "another")
        let failure = await #expect(throws: PublishError.self) {
            try await remote.folder.publish(to: remote.target())
        }
        #expect(failure?.message.hasSuffix("the branch is checked out in a worktree") == true)
        #expect(remote.folder.text.text("tree/index.html") == before)
    }

    @Test(arguments: ["ext::sh -c 'touch trace'", "--upload-pack=x", "ssh://-oProxyCommand=x/y"])
    func handsNoCommandToGitForAnAddress(_ address: String) throws {
        let remote = try Remote()
        #expect(throws: PublishError.self) { try remote.target(remote: address) }
    }
}
