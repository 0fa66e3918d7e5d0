import Addresses
import Foundation
import Testing

@testable import Publishing

struct DirectoryTargetTests {
    private func target(
        _ folder: PublishedFolder, keep: Int = 3,
        interruption: @escaping @Sendable (DirectoryTarget.Step) -> Bool = { _ in false }
    ) -> DirectoryTarget {
        DirectoryTarget(
            path: folder.path("www"), keep: keep, live: nil, interruption: interruption)
    }

    private func releases(_ folder: PublishedFolder) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path("www/releases"))
            .filter { !$0.hasSuffix(".json") }.sorted()
    }

    @Test func holdsTheSiteBehindOneLink() async throws {
        let folder = try PublishedFolder()
        let result = try await folder.publish(to: target(folder))
        let name = try #require(try releases(folder).first)
        #expect(result == .done(name))
        #expect(name == "000001-" + (try folder.tree().digest.dropFirst(7).prefix(12)))
        #expect(try PublishedFolder.files(below: folder.path("www/current")) == folder.files())
        #expect(
            try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("www/current"))
                == "releases/" + name)
    }

    @Test func doesNothingForTheSameSite() async throws {
        let folder = try PublishedFolder()
        try await folder.publish(to: target(folder))
        #expect(try await folder.publish(to: target(folder)) == nil)
        #expect(try releases(folder).count == 1)
    }

    @Test func saysInTheSystemsWordsWhyAFolderCannotBeRead() throws {
        let folder = try PublishedFolder()
        let path = folder.path("releases")
        try Data("a file".utf8).write(to: URL(filePath: path))
        let error = #expect(throws: PublishError.self) {
            try ReleaseFolder(path: folder.path("")).complete()
        }
        #expect(error?.message.hasSuffix("': Not a directory") == true)
    }

    @Test func keepsUnchangedFilesAsTheyAreOnTheDisk() async throws {
        let folder = try PublishedFolder()
        try await folder.publish(to: target(folder))
        func inode(_ path: String) throws -> Int? {
            let file = URL(filePath: folder.path("www/current")).resolvingSymlinksInPath().path
            return try FileManager.default.attributesOfItem(atPath: file + "/" + path)[
                .systemFileNumber] as? Int
        }
        let (kept, changed) = (try inode("images/a.svg"), try inode("index.html"))
        try folder.write("index.html", "new")
        try await folder.publish(to: target(folder))
        #expect(try inode("images/a.svg") == kept)
        #expect(try inode("index.html") != changed)
        let old = try #require(try releases(folder).first)
        let page = try String(
            contentsOfFile: folder.path("www/releases/\(old)/index.html"), encoding: .utf8)
        #expect(page.contains("Home"), "the older release is as it was")
    }

    @Test func keepsOldStyleSheetsForReadersOfOldPages() async throws {
        let folder = try PublishedFolder()
        try await folder.publish(to: target(folder))
        try folder.remove("assets/paper.1a2b3c4d5e.css")
        try folder.write("assets/paper.ffffffffff.css", "new")
        try await folder.publish(to: target(folder))
        let files = try PublishedFolder.files(below: folder.path("www/current"))
        #expect(files["assets/paper.1a2b3c4d5e.css"] == "body { color: black }\n")
        #expect(files["assets/paper.ffffffffff.css"] == "new")
        #expect(try await folder.plan(for: target(folder)).isEmpty)
        // They go with the last release whose own they were.
        for turn in 0..<3 {
            try folder.write("index.html", "turn \(turn)")
            try await folder.publish(to: target(folder))
        }
        let later = try PublishedFolder.files(below: folder.path("www/current"))
        #expect(later["assets/paper.1a2b3c4d5e.css"] == nil)
    }

    @Test func keepsSoManyReleasesAndRollsBack() async throws {
        let folder = try PublishedFolder()
        for turn in 1...4 {
            try folder.write("index.html", "turn \(turn)")
            try await folder.publish(to: target(folder, keep: 3))
        }
        #expect(
            try releases(folder).map { String($0.prefix(6)) } == ["000002", "000003", "000004"])
        let name = try target(folder).rollback()
        #expect(name.hasPrefix("000003-"))
        #expect(
            try PublishedFolder.files(below: folder.path("www/current"))["index.html"] == "turn 3")
        _ = try target(folder).rollback()
        #expect(throws: PublishError.self) { try target(folder).rollback() }
        // The next publish comes behind all of them.
        try folder.write("index.html", "turn 5")
        try await folder.publish(to: target(folder))
        #expect(
            try PublishedFolder.files(below: folder.path("www/current"))["index.html"] == "turn 5")
    }

    @Test(arguments: DirectoryTarget.Step.allCases)
    func finishesWhatAKillCutOff(_ step: DirectoryTarget.Step) async throws {
        let folder = try PublishedFolder()
        try await folder.publish(to: target(folder))
        let old = try folder.files()
        try folder.write("index.html", "new")
        await #expect(throws: DirectoryTarget.interrupted) {
            try await folder.publish(to: target(folder) { $0 == step })
        }
        let between = try PublishedFolder.files(below: folder.path("www/current"))
        #expect(between == (step == .switched ? try folder.files() : old))
        try await folder.publish(to: target(folder))
        #expect(try PublishedFolder.files(below: folder.path("www/current")) == folder.files())
        #expect(try releases(folder).count == 2)
    }

    @Test func clearsWhatKilledPublishesLeft() async throws {
        let folder = try PublishedFolder()
        try await folder.publish(to: target(folder))
        let stage = "www/releases/.000002-0123456789ab.galley-0123456789abcdef"
        try folder.text.write(stage + "/x", bytes: [1])
        let begun = ReleaseFolder(path: folder.path("www"))
        let manifest = Manifest(
            digest: "sha256:0123456789ab", run: "", files: [], pending: [])
        try begun.begin("000009-0123456789ab", manifest)
        try folder.text.write("www/releases/000009-0123456789ab/x", bytes: [1])
        try begun.describe("000008-0123456789ab", manifest)
        let draft = "www/releases/.000007-0123456789ab.json.galley-0123456789abcdef"
        try folder.text.write(draft, bytes: [1])
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("www/.current.galley-0123456789abcdef"),
            withDestinationPath: "releases/000009-0123456789ab")
        try folder.write("index.html", "new")
        try await folder.publish(to: target(folder))
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("www/releases"))
        #expect(names.count == 4, "two releases and their manifests")
        let tops = try FileManager.default.contentsOfDirectory(atPath: folder.path("www")).sorted()
        #expect(tops == ["current", "releases"])
    }

    /// Other tools keep their releases in a folder of this name too.
    @Test func touchesNothingOfOthersAmongItsReleases() async throws {
        let folder = try PublishedFolder()
        let theirs = [
            "www/releases/mine/x", "www/releases/20240101-3f09a1c277de/x",
            "www/releases/notes.json", "www/releases/000004-0123456789ab.json",
            "www/releases/.dat.nosync01", "www/releases/.x.galley-0123456789abcdef/x",
            "www/.current.galley-0123456789abcdef", "www/index.html",
        ]
        for path in theirs { try folder.text.write(path, bytes: [1]) }
        for turn in 0..<6 {
            try folder.write("index.html", "turn \(turn)")
            try await folder.publish(to: target(folder, keep: 1))
        }
        for path in theirs {
            #expect(FileManager.default.fileExists(atPath: folder.path(path)), "\(path)")
        }
        #expect(try PublishedFolder.files(below: folder.path("www/current")) == folder.files())
    }

    @Test func makesNoReleaseOfAFolderThatOthersMade() async throws {
        let folder = try PublishedFolder()
        let ending = ReleaseFolder.ending(try folder.tree().digest)
        try folder.text.write("www/releases/000001-\(ending)/index.html", bytes: [1])
        let result = try await folder.publish(to: target(folder))
        #expect(result == .done("000002-" + ending))
        #expect(try PublishedFolder.files(below: folder.path("www/current")) == folder.files())
    }

    @Test func refusesAFolderThatIsNotItsOwn() async throws {
        let folder = try PublishedFolder()
        try folder.text.write("www/current/index.html", bytes: [1])
        await #expect(throws: PublishError.self) { try await folder.publish(to: target(folder)) }
        #expect(try PublishedFolder.files(below: folder.path("www/current")).count == 1)
    }

    @Test func doesNotApplyAPlanThatTheTargetHasLeftBehind() async throws {
        let folder = try PublishedFolder()
        try await folder.publish(to: target(folder))
        try folder.write("index.html", "new")
        let (plan, tree) = (try await folder.plan(for: target(folder)), try folder.tree())
        try folder.write("index.html", "newer")
        try await folder.publish(to: target(folder))
        #expect(try await target(folder).apply(plan, tree) == .moved)
        #expect(
            try PublishedFolder.files(below: folder.path("www/current"))["index.html"] == "newer")
    }

    @Test func stopsWhereAFileChangesUnderWay() async throws {
        let folder = try PublishedFolder()
        try await folder.publish(to: target(folder))
        let old = try folder.files()
        try folder.write("index.html", "planned")
        let (plan, tree) = (try await folder.plan(for: target(folder)), try folder.tree())
        try folder.write("index.html", "changed")
        await #expect(throws: PublishError.changedUnderWay(OutputPath("index.html"))) {
            try await target(folder).apply(plan, tree)
        }
        #expect(try PublishedFolder.files(below: folder.path("www/current")) == old)
        #expect(try releases(folder).count == 1)
    }

    @Test func saysWhenItCannotWrite() async throws {
        let folder = try PublishedFolder()
        try folder.text.write("www", bytes: [1])
        await #expect(throws: (any Error).self) { try await folder.publish(to: target(folder)) }
        #expect(folder.text.text("www") != nil)
    }

    @Test(.enabled(if: geteuid() != 0, "root may write everywhere: see scripts/soak-publish"))
    func leavesTheSiteWhereItMayNotWrite() async throws {
        let folder = try PublishedFolder()
        try await folder.publish(to: target(folder))
        let old = try folder.files()
        try folder.write("index.html", "new")
        let releases = folder.path("www/releases")
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: releases)
        defer {
            try? FileManager.default.setAttributes(
                [.posixPermissions: 0o755], ofItemAtPath: releases)
        }
        let error = await #expect(throws: PublishError.self) {
            try await folder.publish(to: target(folder))
        }
        #expect(error?.message.contains("Permission denied") == true)
        #expect(try PublishedFolder.files(below: folder.path("www/current")) == old)
    }

    @Test func letsTwoPublishesFollowOneAnother() async throws {
        let folder = try PublishedFolder()
        let other = try PublishedFolder("-- index.html\nother\n")
        let path = folder.path("www")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for site in [folder, other] {
                group.addTask {
                    try await site.publish(to: DirectoryTarget(path: path, keep: 3))
                }
            }
            try await group.waitForAll()
        }
        #expect(try releases(folder).count == 2)
        let current = try PublishedFolder.files(below: folder.path("www/current"))
        #expect(
            current["index.html"] == (try folder.files())["index.html"]
                || current["index.html"] == "other\n")
    }
}
