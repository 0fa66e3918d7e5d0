import Addresses
import TestSupport
import Testing

@testable import Publishing

/// What a repository says of the folder that a site is made from.
@Suite(.enabled(if: Shell.has("git"), "git is not there: the source commit is not tested"))
struct SourceCommitTests {
    /// A site below the top of a repository, with one commit.
    private func repository() throws -> SiteText {
        let text = try SiteText(
            "-- blog/post.md\nx\n-- blog/.gitignore\n/ignored/\n-- other/a\nx\n")
        try Shell.run(
            "git init --quiet . && git add -A && git commit --quiet -m first", in: text.path)
        return text
    }

    private func isDirty(
        _ text: SiteText, generated: [SourcePath] = [SourcePath(".galley"), SourcePath("public")]
    ) async throws -> Bool {
        try #require(
            await SourceCommit.of(
                text.absolute("blog"), generated: generated, environment: Shell.environment)
        ).isDirty
    }

    @Test(arguments: ["new.md", "new/post.md", "post.md", "deep/public/x"])
    func countsWhatIsNewOrChanged(_ path: String) async throws {
        let text = try repository()
        #expect(try await !isDirty(text))
        try text.write("blog/" + path, bytes: Array("new".utf8))
        #expect(try await isDirty(text))
    }

    @Test func countsWhatIsGone() async throws {
        let text = try repository()
        try text.remove("blog/post.md")
        #expect(try await isDirty(text))
    }

    @Test(arguments: ["blog/ignored/x", "blog/.galley/x", "blog/public/x", "other/new"])
    func leavesOutWhatIsIgnoredGeneratedOrElsewhere(_ path: String) async throws {
        let text = try repository()
        try text.write(path, bytes: Array("new".utf8))
        #expect(try await !isDirty(text))
    }

    @Test func isNoneOutsideARepository() async throws {
        let text = try SiteText("-- post.md\nx\n")
        let source = await SourceCommit.of(text.path, environment: Shell.environment)
        #expect(source == nil)
    }

    /// A folder of the site may be a bare repository by its files, whose settings would run programs.
    @Test func takesNoRepositoryAmongTheSitesFilesForItsOwn() async throws {
        let text = try repository()
        try Shell.run(
            """
            printf '#!/bin/sh\necho x >> \(text.path)/trace\n' > evil && chmod +x evil
            git clone --quiet --bare . blog/bare
            git --git-dir blog/bare config core.bare false
            git --git-dir blog/bare config core.worktree \(text.path)
            git --git-dir blog/bare config core.fsmonitor \(text.path)/evil
            git config core.fsmonitor \(text.path)/evil
            """, in: text.path)
        _ = await SourceCommit.of(text.absolute("blog/bare"), environment: Shell.environment)
        _ = await SourceCommit.of(text.absolute("blog"), environment: Shell.environment)
        #expect(text.text("trace") == nil)
    }
}
