import Addresses
import Diagnostics
import Foundation
import Testing

@testable import Output

@Suite struct OutputFolderTests {
    let site: TemporaryFolder

    init() throws {
        site = try TemporaryFolder()
        try site.makeFolder("blog/content/posts")
    }

    private func check(_ output: String) throws -> Diagnostic? {
        let paths = ["blog", "blog/content", "blog/static", "blog/galley.toml"]
        return try OutputFolder(site.file(output)).check(protecting: paths.map(site.file))
    }

    @Test(arguments: ["blog/public", "blog/content/../made/later", "other", "blog/content/public"])
    func acceptsAFolderOfItsOwn(output: String) throws {
        #expect(try check(output) == nil)
    }

    @Test(arguments: ["blog", "blog/", "blog/content/..", ".", "blog/content", "blog/static"])
    func refusesAnOutputThatHoldsTheSource(output: String) throws {
        let diagnostic = try #require(try check(output))
        #expect(diagnostic.id == .outputHoldsSources)
        #expect(diagnostic.severity == .error)
    }

    @Test func namesBothPathsAsTheyWereGiven() throws {
        let place = Place(file: SourcePath("galley.toml"), range: 3..<9)
        let output = try OutputFolder(site.file("blog/content"))
        let content = site.file("blog/../blog/content")
        let diagnostic = try #require(output.check(protecting: [content], at: place))
        #expect(
            diagnostic.summary
                == "output folder '\(site.file("blog/content"))' holds '\(content)', "
                + "which each build would delete")
        #expect(diagnostic.place == place)
    }

    @Test func seesThroughSymbolicLinks() throws {
        try site.link("public", to: "blog/content")
        #expect(try check("public")?.id == .outputHoldsSources)
        try site.link("articles", to: "blog/content/posts")
        let output = try OutputFolder(site.file("blog/content"))
        #expect(output.check(protecting: [site.file("articles")]) != nil)
    }

    @Test func refusesTheHomeFolderAndTheRoot() throws {
        let home = try #require(ProcessInfo.processInfo.environment["HOME"])
        #expect(try OutputFolder(home).check(protecting: []) != nil)
        let error = #expect(throws: OutputError.self) { try OutputFolder("/tmp/..") }
        #expect(
            error?.description
                == "cannot use '/tmp/..': Operation not permitted "
                + "(each build replaces the whole output folder)")
    }

    @Test func refusesAnOutputInAClosedFolder() throws {
        let output = try OutputFolder(site.file("blog/static/pages"))
        let closed = [site.file("blog/static")]
        #expect(output.check(protecting: [], closed: closed)?.id == .outputHoldsSources)
        try site.link("pages", to: "blog/content/posts")
        let linked = try OutputFolder(site.file("pages"))
        #expect(
            linked.check(protecting: [], closed: [site.file("blog/content")])?.summary
                == "output folder '\(site.file("pages"))' lies in '\(site.file("blog/content"))', "
                + "which each build would delete")
    }

    @Test(arguments: [".git/HEAD", ".git"])
    func refusesAnOutputThatHoldsARepository(file: String) throws {
        try site.write("blog/public/" + file, "ref: refs/heads/gh-pages\n")
        let diagnostic = try #require(try check("blog/public"))
        #expect(diagnostic.id == .outputHoldsRepository)
    }

    @Test(arguments: [
        "blog/.git", "blog/.git/hooks", "blog/.git/new/folder", "blog/.GIT/site",
        "blog/content/../.git/x", "bare/refs/site", "bare", "link/site",
    ])
    func refusesAnOutputInTheDataOfGit(output: String) throws {
        try site.makeFolder("blog/.git/hooks")
        try site.makeFolder("bare/objects")
        try site.makeFolder("bare/refs")
        try site.write("bare/HEAD", "ref: refs/heads/main\n")
        try site.link("link", to: "blog/.git/hooks")
        let diagnostic = try #require(try check(output))
        #expect(diagnostic.id == .outputHoldsRepository)
        #expect(diagnostic.summary.contains("' lies in the data of Git, '"))
    }

    @Test func resolvesAPathFromTheWorkingFolder() throws {
        let here = FileManager.default.currentDirectoryPath
        #expect(
            try OutputFolder("no-such-folder/./public").path
                == OutputFolder(here).path + "/no-such-folder/public")
    }

    @Test func aFileInTheWayIsAnError() throws {
        try site.write("public", "mine")
        for output in ["public", "public/below"] {
            let error = #expect(throws: OutputError.self) { try OutputFolder(site.file(output)) }
            #expect(error?.description == "cannot use '\(site.file(output))': Not a directory")
        }
    }

    @Test func aLinkThatLeadsNowhereIsAnError() throws {
        try site.link("public", to: "nowhere")
        let error = #expect(throws: OutputError.self) { try OutputFolder(site.file("public")) }
        #expect(error?.code == ENOENT)
    }
}
