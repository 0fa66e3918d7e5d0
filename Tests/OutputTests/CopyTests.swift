import Addresses
import Foundation
import Testing

@testable import Output

@Suite struct CopyTests {
    let site: TemporaryFolder

    init() throws {
        site = try TemporaryFolder()
    }

    /// A build that copies files of the site: output path to source.
    @discardableResult
    private func build(_ copies: [String: String]) throws -> StagedTree.Summary {
        let lock = try BuildLock(for: try OutputFolder(site.file("public")))
        let tree = try StagedTree(under: lock)
        for (path, source) in copies {
            try tree.copy(OutputPath(path), fromFile: site.file(source))
        }
        let summary = try tree.commit()
        lock.release()
        return summary
    }

    @Test func copiesBytesButNotModeAndTime() throws {
        let long = String(repeating: "图", count: 100_000)
        try site.write("a.png", long)
        try site.write("empty", "")
        try site.setModified("a.png", Date(timeIntervalSince1970: 1))
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o700], ofItemAtPath: site.file("a.png"))
        let summary = try build(["posts/图/a.png": "a.png", "empty": "empty"])
        #expect(try site.tree("public") == ["posts/图/a.png": long, "empty": ""])
        #expect(summary.bytes == 300_000)
        #expect(try site.mode("public/posts/图/a.png") == site.mode("public/empty"))
        #expect(try site.modified("public/posts/图/a.png") != Date(timeIntervalSince1970: 1))
        #expect(try site.inode("public/posts/图/a.png") != site.inode("a.png"))
    }

    @Test func unchangedCopyKeepsTimeAndInode() throws {
        let long = String(repeating: "0123456789", count: 20_000)
        let past = Date(timeIntervalSince1970: 1_500_000_000)
        try site.write("same", long + "x")
        try site.write("edited", long + "x")
        try build(["same": "same", "edited": "edited"])
        try site.setModified("public/same", past)
        let inode = try site.inode("public/same")
        try site.write("edited", long + "y")
        let summary = try build(["same": "same", "edited": "edited"])
        #expect(try site.inode("public/same") == inode)
        #expect(try site.modified("public/same") == past)
        #expect(try site.tree("public") == ["same": long + "x", "edited": long + "y"])
        #expect(summary.unchanged == 1)
        #expect(summary.written == 1)
    }

    @Test func followsALinkAsTheCallerAllowed() throws {
        try site.write("a", "A")
        try site.link("b", to: "a")
        try build(["b": "b"])
        #expect(try site.tree("public") == ["b": "A"])
    }

    @Test func refusesASourceThatIsNoFileWithoutWaitingForIt() throws {
        try site.makeFolder("folder")
        try #require(mkfifo(site.file("pipe"), 0o600) == 0)
        for (source, code) in [("folder", EINVAL), ("pipe", EINVAL), ("missing", ENOENT)] {
            let error = #expect(throws: OutputError.self) { try build(["a": source]) }
            #expect(error?.code == code)
            #expect(error?.action == .read)
            #expect(error?.path == site.file(source))
        }
        #expect(try site.names() == ["folder", "pipe"])
    }
}
