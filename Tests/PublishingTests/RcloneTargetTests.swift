import Addresses
import Foundation
import TestSupport
import Testing

@testable import Publishing

/// Against local remotes with the real rclone.
@Suite(.enabled(if: Shell.has("rclone"), "rclone is not there: the target 'rclone' is not tested"))
struct RcloneTargetTests {
    private func target(
        _ folder: PublishedFolder, remote: String? = nil, protect: [String] = []
    ) throws -> RcloneTarget {
        try RcloneTarget(
            remote: remote ?? folder.path("remote"), protection: Protection(protect),
            scratch: folder.path("work"), environment: Shell.environment)
    }

    private func files(_ folder: PublishedFolder) throws -> [String: String] {
        var files = try PublishedFolder.files(below: folder.path("remote"))
        files["galley-manifest.json"] = nil
        return files
    }

    @Test func sendsTheSiteAndDeletesWhatItNoLongerHas() async throws {
        let folder = try PublishedFolder()
        try await folder.publish(to: target(folder))
        #expect(try files(folder) == folder.files())
        try folder.write("index.html", "new")
        try folder.remove("images/a.svg")
        try await folder.publish(to: target(folder))
        #expect(try files(folder) == folder.files())
        #expect(try await folder.publish(to: target(folder)) == nil)
        #expect(!FileManager.default.fileExists(atPath: folder.path("work")))
    }

    @Test func touchesNothingThatItDidNotSend() async throws {
        let folder = try PublishedFolder()
        for path in ["CNAME", "other/x.html"] {
            try folder.text.write("remote/" + path, bytes: [1])
        }
        try await folder.publish(to: target(folder))
        try folder.write("index.html", "new")
        try await folder.publish(to: target(folder))
        let names = Set(try files(folder).keys)
        #expect(names == Set(try folder.files().keys).union(["CNAME", "other/x.html"]))
    }

    @Test func knowsFilesThatItDidNotSend() async throws {
        let folder = try PublishedFolder()
        try folder.text.write("remote/index.html", bytes: [1])
        let before = try await target(folder).state()
        #expect(before.files[OutputPath("index.html")]?.isForeign == true)
        try await folder.publish(to: target(folder))
        let after = try await target(folder).state()
        #expect(after.files.values.allSatisfy { !$0.isForeign })
    }

    @Test func leavesNoEmptyFolderOfItsOwn() async throws {
        let folder = try PublishedFolder()
        for path in ["old/a/index.html", "old/b/c/index.html", "go/x/index.html"] {
            try folder.write(path, "x")
        }
        try await folder.publish(to: target(folder))
        try folder.text.write("remote/theirs/x.html", bytes: [1])
        try FileManager.default.createDirectory(
            atPath: folder.path("remote/empty"), withIntermediateDirectories: false)
        try folder.remove("old")
        try folder.remove("go/x")
        try await folder.publish(to: target(folder))
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path("remote"))
        #expect(!names.contains("old") && !names.contains("go/x"))
        #expect(names.contains("go") && names.contains("empty") && names.contains("theirs"))
    }

    /// A publish was killed when the files were gone, and the folders were not.
    @Test func removesTheFoldersThatAPublishWhichWasCutOffEmptied() async throws {
        let folder = try PublishedFolder()
        try folder.write("old/a/index.html", "x")
        try await folder.publish(to: target(folder))
        try folder.text.remove("remote/old/a/index.html")
        try folder.remove("old")
        try folder.write("index.html", "new")
        try await folder.publish(to: target(folder))
        #expect(!FileManager.default.fileExists(atPath: folder.path("remote/old")))
    }

    /// rclone passes over links, so that the folder is empty for it and for nobody else.
    @Test func publishesWhereAnEmptyFolderCannotBeRemoved() async throws {
        let folder = try PublishedFolder()
        try folder.write("old/a/index.html", "x")
        try await folder.publish(to: target(folder))
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("remote/old/a/link"), withDestinationPath: "nowhere")
        try folder.remove("old")
        for text in ["new", "newer"] {
            try folder.write("index.html", text)
            try await folder.publish(to: target(folder))
            #expect(folder.text.text("remote/index.html") == text)
        }
        #expect(try await folder.publish(to: target(folder)) == nil)
    }

    @Test func findsTheHighestFoldersThatAreEmpty() {
        func paths(_ paths: [String]) -> [OutputPath] { paths.map { OutputPath($0) } }
        let emptied = EmptiedFolders(
            left: paths(["index.html", "a/b/index.html", "d/x"]),
            gone: paths(["a/c/d/x", "a/c/y", "e/x", "z.html", "a/b/old.html", "d/e/f/x"]))
        #expect(emptied.tops == ["a/c", "d/e", "e"])
    }

    @Test func goesOnWithWhatWasCutOff() async throws {
        let folder = try PublishedFolder()
        try await folder.publish(to: target(folder))
        // A publish of another site was killed between sending and deleting.
        let manifest = try #require(
            Manifest(
                Array(
                    try Data(
                        contentsOf: URL(filePath: folder.path("remote/galley-manifest.json"))))))
        var note = manifest
        note.pending = ["half.html", "index.html"]
        try folder.text.write("remote/galley-manifest.json", bytes: note.json)
        try folder.text.write("remote/half.html", bytes: Array("ha".utf8))
        try folder.text.write("remote/index.html", bytes: Array("torn".utf8))
        let plan = try await folder.plan(for: target(folder))
        #expect(plan.change.map(\.path) == ["index.html"])
        #expect(plan.delete.map(\.path) == ["half.html"])
        try await folder.publish(to: target(folder))
        #expect(try files(folder) == folder.files())
        #expect(try await folder.plan(for: target(folder)).isEmpty)
    }

    @Test func sendsAgainWhatSomebodyShortened() async throws {
        let folder = try PublishedFolder()
        try await folder.publish(to: target(folder))
        try folder.text.write("remote/go/index.html", bytes: [1])
        #expect(try await folder.plan(for: target(folder)).change.map(\.path) == ["go/index.html"])
    }

    @Test func doesNotApplyAPlanThatTheTargetHasLeftBehind() async throws {
        let folder = try PublishedFolder()
        let (plan, tree) = (try await folder.plan(for: target(folder)), try folder.tree())
        try folder.text.write("remote/x", bytes: [1])
        #expect(try await target(folder).apply(plan, tree) == .moved)
    }

    @Test func deletesNothingWhereSendingFails() async throws {
        let folder = try PublishedFolder()
        try await folder.publish(to: target(folder))
        let before = try files(folder)
        // A file in the way of a folder, which no permission of root's gets past.
        try folder.text.write("remote/new", bytes: [1])
        try folder.write("new/index.html", "new")
        try folder.remove("images/a.svg")
        let error = await #expect(throws: PublishError.self) {
            try await folder.publish(to: target(folder))
        }
        #expect(error?.hint?.contains("nothing was deleted") == true)
        var after = try files(folder)
        after["new"] = nil
        #expect(after == before)
        try folder.text.remove("remote/new")
        try await folder.publish(to: target(folder))
        #expect(try files(folder) == folder.files())
    }

    @Test func stopsWhereAFileChangesUnderWay() async throws {
        let folder = try PublishedFolder()
        try await folder.publish(to: target(folder))
        try folder.write("index.html", "planned")
        try folder.remove("images/a.svg")
        let (plan, tree) = (try await folder.plan(for: target(folder)), try folder.tree())
        try folder.write("index.html", "changed")
        await #expect(throws: PublishError.changedUnderWay(OutputPath("index.html"))) {
            try await target(folder).apply(plan, tree)
        }
        #expect(try files(folder)["images/a.svg"] != nil, "nothing was deleted")
    }

    /// A bucket of a store that answers as it is told.
    private func bucket(_ server: AnsweringServer, _ folder: PublishedFolder) throws -> RcloneTarget
    {
        var environment = Shell.environment
        let settings = [
            "TYPE": "s3", "PROVIDER": "Other", "ACCESS_KEY_ID": "key", "REGION": "x",
            "SECRET_ACCESS_KEY": "swordfish-secret", "FORCE_PATH_STYLE": "true",
            "ENDPOINT": "http://127.0.0.1:\(server.port)",
        ]
        for (name, value) in settings { environment["RCLONE_CONFIG_STORE_" + name] = value }
        return try RcloneTarget(
            remote: "store:bucket", protection: Protection([]), scratch: folder.path("work"),
            environment: environment)
    }

    private static let refusal = AnsweringServer.Answer(
        403, headers: ["Content-Type: application/xml"],
        "<Error><Code>SignatureDoesNotMatch</Code><Message>Wrong swordfish-secret</Message></Error>"
    )

    @Test func saysThatTheStoreRefusesTheKey() async throws {
        let server = try AnsweringServer { _ in Self.refusal }
        let folder = try PublishedFolder()
        let error = await #expect(throws: PublishError.self) {
            try await folder.publish(to: bucket(server, folder))
        }
        #expect(error?.message.hasPrefix("cannot list 'store:bucket': ") == true)
        #expect(error?.message.contains("SignatureDoesNotMatch: Wrong ***") == true)
        #expect(error?.message.contains("NOTICE") == false, "no line that says nothing")
        #expect(!server.requests.isEmpty && server.requests.allSatisfy { $0.hasPrefix("GET ") })
    }

    @Test func deletesNothingWhereTheKeyMayOnlyRead() async throws {
        let server = try AnsweringServer { request in
            guard request.hasPrefix("GET /bucket?") else { return Self.refusal }
            return .init(
                200, headers: ["Content-Type: application/xml"],
                "<ListBucketResult><Name>bucket</Name><IsTruncated>false</IsTruncated><Contents>"
                    + "<Key>theirs.html</Key><Size>1</Size>"
                    + "<LastModified>2021-01-02T03:04:05.000Z</LastModified></Contents>"
                    + "</ListBucketResult>")
        }
        let folder = try PublishedFolder()
        let error = await #expect(throws: PublishError.self) {
            try await folder.publish(to: bucket(server, folder))
        }
        #expect(
            error?.message.hasPrefix("cannot write 'store:bucket/galley-manifest.json'") == true)
        #expect(error?.hint == "nothing was deleted; see that you may write there")
        #expect(error?.description.contains("swordfish") == false)
        #expect(server.requests.contains { !$0.hasPrefix("GET ") }, "it was tried")
        #expect(server.requests.allSatisfy { !$0.hasPrefix("DELETE ") })
    }

    @Test func saysThatTheRemoteIsUnknown() async throws {
        let folder = try PublishedFolder()
        let error = await #expect(throws: PublishError.self) {
            try await folder.publish(to: target(folder, remote: "nowhere:bucket"))
        }
        #expect(error?.message.hasPrefix("cannot list 'nowhere:bucket'") == true)
    }
}
