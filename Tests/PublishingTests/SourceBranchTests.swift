import Addresses
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Publishing

/// A branch that holds a site's sources is no target: with real repositories, as people have them.
@Suite(.enabled(if: Shell.has("git"), "git is not there: branches of sources are not tested"))
struct SourceBranchTests {
    /// A clone of a remote `origin.git`, whose branch `main` holds a site, and an output to publish.
    private final class Repositories: Sendable {
        let folder: PublishedFolder
        /// The site's folder in its repository.
        let site: String

        init(site: String = "") throws {
            folder = try PublishedFolder()
            self.site = site
            let below = site.isEmpty ? "" : site + "/"
            try shell(
                """
                git init --quiet --bare --initial-branch=main origin.git &&
                git init --quiet --initial-branch=main clone &&
                cd clone && git remote add origin "$PWD/../origin.git" &&
                mkdir -p \(below)content/posts && echo a > \(below)content/posts/a.md &&
                git add -A && git commit --quiet -m old && git push --quiet -u origin main &&
                git push --quiet origin main:refs/heads/old &&
                echo x > \(below)galley.toml && echo b > \(below)content/posts/b.md &&
                git add -A && git commit --quiet -m site && git push --quiet
                """)
        }

        @discardableResult
        func shell(_ line: String) throws -> String {
            try Shell.run(line, in: folder.text.path)
        }

        func tip(_ branch: String, of remote: String = "origin.git") throws -> String {
            try shell("git --git-dir \(remote) rev-parse refs/heads/\(branch)")
        }

        func target(
            _ branch: String, remote: String = "origin.git", from clone: String = "clone",
            at place: String? = nil,
            isOutput: @escaping @Sendable (OutputPath) -> Bool = { _ in false }
        ) throws -> GitTarget {
            let path = folder.path(clone) + (site.isEmpty ? "" : "/" + site)
            let texts = ["content/posts/a.md", "content/posts/b.md"].map { SourcePath($0) }
            return try GitTarget(
                remote: folder.path(remote), branch: branch, token: nil,
                protection: Protection([]), scratch: folder.path("scratch.git"), site: path,
                sources: SourceTraces(
                    site: SourcePath(place ?? site), configuration: SourcePath("galley.toml"),
                    texts: texts,
                    repository: SourceRepository(path, environment: Shell.environment),
                    place: Place(file: SourcePath("galley.toml")), isOutput: isOutput),
                message: .init(source: nil, isDirty: false, galley: "1"),
                environment: Shell.environment)
        }

        /// Why a branch is refused; nil: it is not.
        func refusal(
            _ branch: String, remote: String = "origin.git", from clone: String = "clone",
            at place: String? = nil
        ) async throws -> String? {
            let state = try await target(branch, remote: remote, from: clone, at: place).state()
            if let refusal = state.refusal {
                #expect(refusal.id == .publishSourceBranch)
                #expect(refusal.severity == .error)
                #expect(refusal.fixes.allSatisfy { !$0.text.contains("--allow") })
            }
            return state.refusal?.summary
        }
    }

    @Test func refusesTheBranchThatIsCheckedOut() async throws {
        let all = try Repositories()
        #expect(try await all.refusal("main") == "branch 'main' holds 'galley.toml'")
    }

    @Test func refusesTheBranchOfASiteInASubfolder() async throws {
        let all = try Repositories(site: "blog")
        #expect(
            try await all.refusal("main") == "branch 'main' holds 'blog/galley.toml'")
        #expect(try await all.refusal("old") == "branch 'old' holds 'blog/content/posts/a.md'")
    }

    /// Its files are not the ones of today.
    @Test func refusesAnAncestor() async throws {
        let all = try Repositories()
        try all.shell(
            """
            cd clone && git mv content/posts pages && git rm --quiet galley.toml &&
            git commit --quiet -m moved && git push --quiet origin main:refs/heads/moved &&
            git commit --quiet --allow-empty -m later && git push --quiet
            """)
        #expect(
            try await all.refusal("moved") == "branch 'moved' is at an older commit of the site")
        try all.shell("git --git-dir origin.git branch same main")
        #expect(
            try await all.refusal("same") == "branch 'same' is at the commit that the site is at")
    }

    /// What an earlier publish onto the sources left: nothing of the sources is in the last commit.
    @Test(arguments: ["clone", "shallow"])
    func refusesADescendant(clone: String) async throws {
        let all = try Repositories()
        try all.shell(
            """
            git clone --quiet --depth=1 "file://$PWD/origin.git" shallow
            git clone --quiet origin.git other && cd other && git rm -r -f --quiet . &&
            for page in 1 2 3; do echo $page > index.html; git add -A
            git commit --quiet -m "Publish $page" -m "Published-By: galley 0.1"; done
            git push --quiet origin main:refs/heads/wiped
            """)
        #expect(
            try await all.refusal("wiped", from: clone)
                == "branch 'wiped' continues the site's own commits")
        #expect(
            !FileManager.default.fileExists(atPath: all.folder.path("scratch.git.history")))
    }

    @Test func refusesThePushedBranchWhateverItHolds() async throws {
        let all = try Repositories()
        try all.shell(
            """
            git clone --quiet origin.git other && cd other && git checkout --quiet --orphan new &&
            git rm -r -f --quiet . && echo x > index.html && git add -A && git commit --quiet -m x &&
            git push --quiet --force origin new:main
            """)
        #expect(
            try await all.refusal("main")
                == "branch 'main' is the one that the site's own commits are pushed to")
    }

    @Test func refusesThePushedBranchBeforeItsFirstPush() async throws {
        let all = try Repositories()
        try all.shell(
            """
            git init --quiet --bare empty.git && cd clone &&
            git checkout --quiet -b draft && git remote set-url origin "$PWD/../empty.git"
            """)
        #expect(
            try await all.refusal("draft", remote: "empty.git")
                == "branch 'draft' is the one that the site's own commits are pushed to")
        #expect(try await all.refusal("gh-pages", remote: "empty.git") == nil)
    }

    @Test(arguments: [("main", "blog/galley.toml"), ("old", "blog/content/posts/a.md")])
    func refusesTheSourcesFromAShallowClone(branch: String, file: String) async throws {
        let all = try Repositories(site: "blog")
        try all.shell("git clone --quiet --depth=1 \"file://$PWD/origin.git\" shallow")
        #expect(
            try await all.refusal(branch, from: "shallow")
                == "branch '\(branch)' holds '\(file)'")
    }

    @Test func refusesABranchThatWentOnByItself() async throws {
        let all = try Repositories()
        try all.shell(
            """
            git clone --quiet origin.git other && cd other && git checkout --quiet -b develop &&
            echo c > c.txt && git add -A && git commit --quiet -m c &&
            git push --quiet origin develop
            """)
        #expect(try await all.refusal("develop") == "branch 'develop' holds 'galley.toml'")
    }

    /// Of a site whose own folder is no repository, so that nothing says where it lies in one.
    @Test func refusesTheSourcesOfASiteInAnyFolder() async throws {
        let all = try Repositories(site: "blog")
        try all.shell("mkdir copy && cp -r clone/blog copy/")
        #expect(
            try await all.refusal("main", from: "copy", at: "")
                == "branch 'main' holds 'blog/galley.toml'")
    }

    @Test func changesNothingWhereItRefuses() async throws {
        let all = try Repositories()
        let tips = (try all.tip("main"), try all.tip("old"))
        _ = try await all.refusal("main")
        _ = try await all.refusal("old")
        #expect(try (all.tip("main"), all.tip("old")) == tips)
    }

    // MARK: What must work

    @Test(arguments: ["clone", "shallow"])
    func publishesToABranchOfItsOwn(clone: String) async throws {
        let all = try Repositories()
        try all.shell("git clone --quiet --depth=1 \"file://$PWD/origin.git\" shallow")
        #expect(try await all.refusal("gh-pages", from: clone) == nil)
        for turn in 0..<3 {
            try all.folder.write("index.html", "turn \(turn)")
            let target = try all.target("gh-pages", from: clone)
            #expect(try await all.folder.publish(to: target) != nil)
            #expect(try await all.refusal("gh-pages", from: clone) == nil)
        }
    }

    /// Made by hand or by an earlier galley, without a word in its last commit.
    @Test(arguments: ["clone", "shallow"])
    func publishesToAnOrphanWithGalleysOutput(clone: String) async throws {
        let all = try Repositories()
        try all.shell(
            """
            git clone --quiet --depth=1 "file://$PWD/origin.git" shallow
            git clone --quiet origin.git other && cd other &&
            git checkout --quiet --orphan gh-pages && git rm -r -f --quiet . &&
            echo '<meta name="generator" content="galley">' > index.html && echo y > old.html &&
            git add -A && git commit --quiet -m "by hand" && echo example.org > CNAME &&
            git add -A && git commit --quiet -m "Create CNAME" && git push --quiet origin gh-pages
            """)
        let target = try all.target("gh-pages", from: clone)
        let state = try await target.state()
        #expect(state.refusal == nil)
        #expect(state.files.values.allSatisfy { !$0.isForeign })
        try await all.folder.publish(to: target)
        #expect(try all.shell("git --git-dir origin.git show gh-pages:CNAME") == "example.org\n")
    }

    @Test func knowsFilesThatOthersPutThere() async throws {
        let all = try Repositories()
        try all.shell(
            """
            git clone --quiet origin.git other && cd other &&
            git checkout --quiet --orphan gh-pages && git rm -r -f --quiet . &&
            echo hugo > index.html && git add -A && git commit --quiet -m x &&
            git push --quiet origin gh-pages
            """)
        let state = try await all.target("gh-pages").state()
        #expect(state.refusal == nil)
        #expect(state.files.values.allSatisfy { $0.isForeign })
    }

    /// `me.github.io` takes its pages from `main`.
    @Test func publishesToTheBranchOfThatNameInAnotherRepository() async throws {
        let all = try Repositories()
        try all.shell(
            """
            git init --quiet --bare pages.git && cd clone &&
            git remote add pages "$PWD/../pages.git"
            """)
        #expect(try await all.refusal("main", remote: "pages.git") == nil)
        try await all.folder.publish(to: all.target("main", remote: "pages.git"))
        #expect(try await all.refusal("main", remote: "pages.git") == nil)
    }

    @Test func publishesAFileOfTheNameThatTheSiteHasItself() async throws {
        let all = try Repositories()
        try all.folder.write("galley.toml", "a sample")
        for _ in 0..<2 {
            try all.folder.write("index.html", UUID().uuidString)
            let target = try all.target("gh-pages") { $0.string == "galley.toml" }
            #expect(try await target.state().refusal == nil)
            try await all.folder.publish(to: target)
        }
    }

    /// Its last commit is not galley's, and a sample that the site publishes is in it.
    @Test func publishesASampleOfAConfigurationAfterAnotherCommit() async throws {
        let all = try Repositories()
        try all.folder.write("samples/galley.toml", "a sample")
        let isOutput: @Sendable (OutputPath) -> Bool = { $0.string == "samples/galley.toml" }
        try await all.folder.publish(to: all.target("gh-pages", isOutput: isOutput))
        try all.shell(
            """
            git clone --quiet --branch gh-pages origin.git other && cd other &&
            echo example.org > CNAME && git add -A && git commit --quiet -m "Create CNAME" &&
            git push --quiet && rm -rf ../scratch.git*
            """)
        #expect(try await all.target("gh-pages", isOutput: isOutput).state().refusal == nil)
        // Of a site that does not publish it, and the advice is another branch.
        try all.shell("rm -rf scratch.git*")
        let refusal = try await all.target("gh-pages").state().refusal
        #expect(refusal?.summary == "branch 'gh-pages' holds 'samples/galley.toml'")
        #expect(refusal?.fixes.contains { $0.text.contains("gh-pages") } == false)
    }

    @Test(arguments: [
        ("git@example.org:a/b.git", "https://example.org/a/b"),
        ("ssh://git@example.org:2222/a/b.git/", "https://me:x@Example.org/a/b"),
        ("/srv/x.git", "file:///srv/x"), ("/srv/./x/", "/srv/x"),
    ])
    func knowsTwoNotationsOfOneAddress(one: String, other: String) {
        #expect(RemoteAddress(one) == RemoteAddress(other))
    }

    @Test(arguments: [
        ("git@example.org:a/b.git", "https://example.org/a/c"), ("/srv/x", "/srv/y"),
        ("https://example.org/a/b", "https://example.com/a/b"), ("/a/b", "example.org:a/b"),
    ])
    func tellsAddressesApart(one: String, other: String) {
        #expect(RemoteAddress(one) != RemoteAddress(other))
    }

    @Test func takesARelativeAddressFromTheTopOfTheRepository() async throws {
        let all = try Repositories(site: "blog")
        try all.shell("cd clone && git remote set-url origin ../origin.git")
        let site = SourceRepository(
            all.folder.path("clone/blog"), environment: Shell.environment)
        #expect(await site.address(ofRemote: "origin") == all.folder.path("origin.git"))
        #expect(await site.address(ofRemote: "nowhere") == nil)
    }
}
