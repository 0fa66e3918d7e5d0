import Addresses
import Foundation
import Testing

@testable import Output

/// House: "The output is swapped, never edited".
@Suite struct StagedTreeTests {
    let site: TemporaryFolder
    let past = Date(timeIntervalSince1970: 1_500_000_000.25)

    init() throws {
        site = try TemporaryFolder()
    }

    @Test func writesTheFirstOutputWithFoldersAndModes() throws {
        let files = ["index.html": "home", "标签/go 语言/index.html": "tag", "a/b/c.txt": ""]
        let summary = try site.build(files)
        #expect(try site.tree("public") == files)
        #expect(summary == .init(written: 3, unchanged: 0, removed: 0, bytes: 7, leftover: nil))
        #expect(try site.names() == ["public"])
        let mask = umask(0o022)
        umask(mask)
        #expect(try site.mode("public/a/b/c.txt") == 0o644 & ~Int(mask))
        #expect(try site.mode("public/a/b") == 0o755 & ~Int(mask))
    }

    @Test func makesTheFoldersAboveTheOutput() throws {
        let lock = try BuildLock(for: try OutputFolder(site.file("some/where/./public/")))
        let tree = try StagedTree(under: lock)
        try tree.write(OutputPath("a"), [65])
        _ = try tree.commit()
        lock.release()
        #expect(try site.tree("some/where") == ["public/a": "A"])
    }

    @Test func exchangesTheTreeAndRemovesWhatNoRouteOwns() throws {
        try site.build(["kept.html": "same", "edited.html": "one", "old/gone.html": "gone"])
        try site.write("public/stray/by hand.txt", "stray")
        let summary = try site.build([
            "kept.html": "same", "edited.html": "two", "new.html": "new",
        ])
        #expect(
            try site.tree("public")
                == ["kept.html": "same", "edited.html": "two", "new.html": "new"])
        #expect(summary == .init(written: 2, unchanged: 1, removed: 2, bytes: 10, leftover: nil))
        #expect(try site.names("public") == ["edited.html", "kept.html", "new.html"])
        #expect(try site.names() == ["public"])
    }

    @Test func unchangedFileKeepsTimeAndInode() throws {
        try site.build(["a/same.html": "same", "a/other.html": "one!"])
        try site.setModified("public/a/same.html", past)
        try site.setModified("public/a/other.html", past)
        let inode = try site.inode("public/a/same.html")
        try site.build(["a/same.html": "same", "a/other.html": "two!"])
        #expect(try site.modified("public/a/same.html") == past)
        #expect(try site.inode("public/a/same.html") == inode)
        #expect(try site.attributes("public/a/same.html")[.referenceCount] as? Int == 1)
        #expect(try site.modified("public/a/other.html") != past)
        #expect(try site.text("public/a/other.html") == "two!")
    }

    @Test func unchangedFileWithAnotherModeIsWrittenAnewAndKeepsItsTime() throws {
        try site.build(["a.html": "same"])
        let mode = try site.mode("public/a.html")
        let inode = try site.inode("public/a.html")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600], ofItemAtPath: site.file("public/a.html"))
        try site.setModified("public/a.html", past)
        let summary = try site.build(["a.html": "same"])
        #expect(try site.mode("public/a.html") == mode)
        #expect(try site.modified("public/a.html") == past)
        #expect(try site.inode("public/a.html") != inode)
        #expect(summary.unchanged == 1)
    }

    @Test func differenceInTheLastByteOfALongFileIsSeen() throws {
        let long = String(repeating: "0123456789", count: 20_000)
        try site.build(["a": long + "x", "b": long + "x"])
        let summary = try site.build(["a": long + "y", "b": long + "x"])
        #expect(summary.written == 1)
        #expect(try site.tree("public") == ["a": long + "y", "b": long + "x"])
    }

    @Test func carriesAnExistingGitignoreOver() throws {
        try site.build(["a": "A"])
        try site.write("public/.gitignore", "*\n")
        try site.write("public/a.d/.gitignore", "only the one at the top\n")
        try site.setModified("public/.gitignore", past)
        let summary = try site.build(["a": "A"])
        #expect(try site.tree("public") == ["a": "A", ".gitignore": "*\n"])
        #expect(try site.modified("public/.gitignore") == past)
        #expect(summary == .init(written: 0, unchanged: 1, removed: 1, bytes: 1, leftover: nil))
    }

    @Test func aRouteMayWriteGitignoreItself() throws {
        try site.build(["a": "A"])
        try site.write("public/.gitignore", "old\n")
        try site.build(["a": "A", ".gitignore": "new\n"])
        #expect(try site.tree("public") == ["a": "A", ".gitignore": "new\n"])
    }

    @Test func keepsTheModeOfTheOutputFolder() throws {
        try site.build(["a": "A"])
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o2750], ofItemAtPath: site.file("public"))
        try site.build(["a": "B"])
        #expect(try site.mode("public") == 0o2750)
    }

    @Test func aFolderMayTakeTheNameOfAFileAndTheOtherWayRound() throws {
        try site.build(["a": "file", "b/index.html": "folder"])
        let summary = try site.build(["a/index.html": "folder", "b": "file"])
        #expect(try site.tree("public") == ["a/index.html": "folder", "b": "file"])
        #expect(summary == .init(written: 2, unchanged: 0, removed: 2, bytes: 10, leftover: nil))
    }

    @Test func abandonLeavesTheOldTree() throws {
        try site.build(["a": "old"])
        let lock = try BuildLock(for: try OutputFolder(site.file("public")))
        let tree = try StagedTree(under: lock)
        try tree.write(OutputPath("a"), [65])
        try tree.write(OutputPath("b/c"), [66])
        #expect(try site.names().count == 2)
        tree.abandon()
        lock.release()
        #expect(try site.tree("public") == ["a": "old"])
        #expect(try site.names() == ["public"])
    }

    @Test func theEndOfALifeWithoutCommitLeavesTheOldTree() throws {
        try site.build(["a": "old"])
        let lock = try BuildLock(for: try OutputFolder(site.file("public")))
        do {
            let tree = try StagedTree(under: lock)
            try tree.write(OutputPath("a"), [65])
        }
        lock.release()
        #expect(try site.tree("public") == ["a": "old"])
        #expect(try site.names() == ["public"])
    }

    @Test func writesFromSeveralTasksAtOnce() async throws {
        try site.build(["7/0/x": "file 7", "8/0/stray": ""])
        let lock = try BuildLock(for: try OutputFolder(site.file("public")))
        let tree = try StagedTree(under: lock)
        try await withThrowingTaskGroup { group in
            for task in 0..<8 {
                group.addTask {
                    for number in stride(from: task, to: 2_000, by: 8) {
                        let path = OutputPath("\(number % 100)/\(number % 7)/\(number)/x")
                        try tree.write(path, Array("file \(number)".utf8))
                    }
                }
            }
            try await group.waitForAll()
        }
        let summary = try tree.commit()
        lock.release()
        let expected = (0..<2_000).map { ("\($0 % 100)/\($0 % 7)/\($0)/x", "file \($0)") }
        #expect(try site.tree("public") == Dictionary(uniqueKeysWithValues: expected))
        #expect(summary.written == 2_000)
        #expect(summary.removed == 2)
    }

    @Test func symbolicLinksInTheOldTreeAreNotFollowed() throws {
        try site.write("outside/file", "same")
        try site.build(["a": "A"])
        try site.link("public/file", to: "../outside/file")
        try site.link("public/folder", to: "../outside")
        let inode = try site.inode("outside/file")
        let summary = try site.build(["file": "same", "folder/file": "same"])
        #expect(try site.tree("public") == ["file": "same", "folder/file": "same"])
        #expect(try site.inode("public/file") != inode)
        #expect(try site.inode("public/folder/file") != inode)
        #expect(try site.tree("outside") == ["file": "same"])
        #expect(summary == .init(written: 2, unchanged: 0, removed: 2, bytes: 8, leftover: nil))
    }

    @Test func removesOldFilesWhoseNamesAreNotUTF8() throws {
        try site.build(["a": "A"])
        let name = Array("\(site.path)/public/".utf8CString.dropLast()) + [-1, -2, 0]
        let file = open(name, O_CREAT | O_WRONLY, 0o644)
        try #require(file >= 0)
        close(file)
        #expect(try site.build(["a": "A"]).removed == 1)
        #expect(try site.names() == ["public"])
    }

    @Test(arguments: ["", "/a", "a//b", "a/", "..", "a/../b", "./a", "a/.", "a\0b"])
    func refusesAPathThatDoesNotStayInside(path: String) throws {
        let lock = try BuildLock(for: try OutputFolder(site.file("public")))
        let tree = try StagedTree(under: lock)
        let error = #expect(throws: OutputError.self) { try tree.write(OutputPath(path), []) }
        #expect(error?.code == EINVAL)
        lock.release()
    }

    @Test func refusesASecondFileOfOneName() throws {
        try site.build(["a": "A"])
        let lock = try BuildLock(for: try OutputFolder(site.file("public")))
        let tree = try StagedTree(under: lock)
        try tree.write(OutputPath("a"), [65])
        for bytes in [[UInt8](), [65]] {
            let error = #expect(throws: OutputError.self) { try tree.write(OutputPath("a"), bytes) }
            #expect(
                error?.description
                    == "cannot write '\(site.path)/public/a': File exists "
                    + "(two sources write this file)")
        }
        lock.release()
    }

    @Test func saysWhichNameIsTooLong() throws {
        let lock = try BuildLock(for: try OutputFolder(site.file("public")))
        let tree = try StagedTree(under: lock)
        let name = String(repeating: "长", count: 86)
        let error = #expect(throws: OutputError.self) {
            try tree.write(OutputPath("\(name)/index.html"), [65])
        }
        #expect(
            error?.description
                == "cannot write '\(site.path)/public/\(name)/index.html': File name too long")
        lock.release()
    }

    @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
    func saysThatItMayNotWriteBesideTheOutput() throws {
        try site.makeFolder("closed")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o555], ofItemAtPath: site.file("closed"))
        let lock = try BuildLock(for: try OutputFolder(site.file("closed/public")))
        let error = #expect(throws: OutputError.self) { _ = try StagedTree(under: lock) }
        #expect(
            error?.description
                == "cannot create '\(site.path)/closed/public': Permission denied")
        lock.release()
    }
}
