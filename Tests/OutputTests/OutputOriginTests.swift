import Addresses
import Diagnostics
import Foundation
import Testing

@testable import Output

/// What a build knows as its own output, and what it leaves alone.
@Suite struct OutputOriginTests {
    let site: TemporaryFolder

    init() throws {
        site = try TemporaryFolder()
    }

    private func check(
        adopted: Bool = false, last: OutputFingerprint? = nil, sources: String = "content"
    ) throws -> Diagnostic? {
        try OutputFolder(site.file("public")).checkOrigin(
            last: last, isAdopted: adopted, sources: site.file(sources),
            isSource: { $0.hasSuffix(".md") })
    }

    @Test func aFolderThatIsNotThereOrEmptyIsFree() throws {
        #expect(try check() == nil)
        try site.makeFolder("public")
        #expect(try check() == nil)
    }

    @Test(arguments: [
        [".gitignore"], [".gitkeep"], [".nojekyll"], ["CNAME"], [".gitignore", "CNAME"],
        [".DS_Store"], ["Thumbs.db", ".nojekyll"],
    ])
    func aFolderWithFilesForGitAndHostsAloneIsFree(names: [String]) throws {
        for name in names { try site.write("public/" + name, "x") }
        #expect(try check() == nil)
    }

    @Test(arguments: [
        "letter.txt", ".env", "CNAME/x", ".gitignore/x", "a/b/c", "cname", "index.html", ".x",
        "README.md", ".github/workflows/ci.yml",
    ])
    func aFolderWithAnythingElseIsNot(name: String) throws {
        try site.write("public/" + name, "mine")
        let refusal = try #require(try check())
        #expect(refusal.id == .outputNotGalleys)
        #expect(refusal.severity == .error)
        #expect(refusal.fixes.count == 3)
    }

    @Test func namesTheFirstThreeEntries() throws {
        for name in ["d", "b/x", "a", "c\u{1B}", "CNAME"] { try site.write("public/" + name, "") }
        let refusal = try #require(try check())
        #expect(refusal.notes.map(\.text) == ["it holds 'a', 'b/', 'c\u{FFFD}' and 1 more"])
        #expect(
            refusal.summary
                == "output folder '\(site.file("public"))' holds files that galley did not write")
    }

    @Test(arguments: [
        "<meta name=\"generator\" content=\"galley\">",
        "<meta content='galley' name='generator'/>",
        "<META NAME=generator CONTENT=galley>",
        "<meta name=generator content=galley/>",
        "<meta charset=utf-8><meta\n\tname=\"generator\"\n\tcontent=\"galley 0.2\">",
    ])
    func knowsAnOutputByTheGeneratorOfItsHomePage(tag: String) throws {
        try site.write("public/index.html", "<!doctype html><title>x</title>\(tag)<body>")
        try site.write("public/other.txt", "")
        #expect(try check() == nil)
    }

    @Test(arguments: [
        "<meta name=\"generator\" content=\"Hugo 0.1\">",
        "<meta name=\"generator\" content=\"galleyx\">",
        "<meta name=\"description\" content=\"galley\">",
        "<p>&lt;meta name=\"generator\" content=\"galley\"></p>", "", "<meta", "<",
    ])
    func takesNoOtherHomePageForItsOwn(tag: String) throws {
        try site.write("public/index.html", tag)
        #expect(try check()?.id == .outputNotGalleys)
    }

    @Test func knowsAnOutputByItsMark() throws {
        try site.write("public/.galley-output", "")
        try site.write("public/a", "")
        #expect(try check() == nil)
    }

    @Test func knowsTheOutputThatTheLastBuildLeft() throws {
        try site.write("public/a", "A")
        let last = OutputFingerprint.of(try OutputFolder(site.file("public")))
        #expect(try check(last: last) == nil)
        try site.write("public/b", "B")
        #expect(try check(last: last)?.id == .outputNotGalleys)
    }

    @Test func takesOverWhatTheUserHandsOver() throws {
        try site.write("public/letter.txt", "")
        try site.write("public/notes/a.md", "")
        #expect(try check(adopted: true) == nil)
    }

    @Test(arguments: [".git/HEAD", "a/b/.git/HEAD", "a/.git", "x/.GIT/HEAD"])
    func takesOverNoRepository(file: String) throws {
        try site.write("public/" + file, "")
        let refusal = try #require(try check(adopted: true))
        #expect(refusal.id == .outputHoldsSources)
        #expect(refusal.fixes.allSatisfy { !$0.text.contains("--adopt") })
    }

    @Test func takesOverNoSources() throws {
        try site.write("public/posts/b.md", "")
        try site.write("public/posts/a.md", "")
        let refusal = try #require(try check(adopted: true, sources: "."))
        #expect(
            refusal.summary
                == "output folder '\(site.file("public"))' holds 'posts/a.md', which each build "
                + "would delete")
    }

    @Test(arguments: [true, false])
    func marksAnOutputWhoseHomePageDoesNotSayWhoWroteIt(hasGenerator: Bool) throws {
        func build() throws -> StagedTree.Summary {
            let lock = try BuildLock(for: try OutputFolder(site.file("public")))
            let tree = try StagedTree(under: lock)
            let head = hasGenerator ? "<meta name=\"generator\" content=\"galley\">" : ""
            try tree.write(OutputPath("index.html"), Array("<title>x</title>\(head)".utf8))
            let summary = try tree.commit(isMarked: true)
            lock.release()
            return summary
        }
        for _ in 0..<2 {
            #expect(try build().removed == 0)
            #expect(try check() == nil)
            let names = hasGenerator ? ["index.html"] : [".galley-output", "index.html"]
            #expect(try site.names("public") == names)
        }
        // It is none of the files that are published.
        #expect(
            try OutputFolder(site.file("public")).files().map(\.path.string) == ["index.html"])
    }

    @Test func carriesOverWhatPeoplePutThereForGitAndHosts() throws {
        let kept = [".gitignore": "*", ".gitkeep": "", ".nojekyll": "", "CNAME": "example.org\n"]
        for (name, text) in kept { try site.write("public/" + name, text) }
        for _ in 0..<2 {
            #expect(try site.build(["a": "A"]).removed == 0)
            #expect(try site.tree("public") == kept.merging(["a": "A"]) { $1 })
        }
        try site.build(["a": "A", "CNAME": "example.com\n"])
        #expect(try site.text("public/CNAME") == "example.com\n")
    }
}
