import Addresses
import Foundation
import TestSupport
import Testing

@testable import Publishing

/// A target that begins empty in each run and asks the site that is online.
@Suite(.enabled(if: Shell.has("curl"), "curl is not there: 'live' is not tested"))
struct LiveManifestTests {
    /// A target whose site is online at a server.
    private func target(_ folder: PublishedFolder, port: Int, path: String = "www") throws
        -> DirectoryTarget
    {
        let site = try #require(SiteAddress("http://127.0.0.1:\(port)/"))
        return DirectoryTarget(
            path: folder.path(path), keep: 1,
            live: LiveManifest(of: site, environment: Shell.environment))
    }

    @Test(arguments: [404, 410])
    func beginsWithNothingWhereNothingIsOnline(_ status: Int) async throws {
        let server = try AnsweringServer { _ in .init(status) }
        let folder = try PublishedFolder()
        let target = try target(folder, port: server.port)
        let plan = try await folder.plan(for: target)
        #expect(plan.add.count == 5 && plan.state == TargetState.empty.identity)
        #expect(server.requests.map { $0.prefix(26) } == ["GET /galley-manifest.json "])
    }

    @Test func comparesWithTheSiteThatIsOnlineAndAlwaysMakesARelease() async throws {
        let folder = try PublishedFolder()
        let manifest = String(decoding: Manifest(try folder.tree()).json, as: UTF8.self)
        let server = try AnsweringServer { _ in .init(200, manifest) }
        let target = try target(folder, port: server.port)
        let same = try await folder.plan(for: target)
        #expect(same.add.map(\.path) == ["galley-manifest.json"])
        #expect(same.change.isEmpty && same.delete.isEmpty && same.keep.count == 4)
        // There is something to upload all the same.
        try await folder.publish(to: target)
        let files = try PublishedFolder.files(below: folder.path("www/current"))
        #expect(files.filter { $0.key != "galley-manifest.json" } == (try folder.files()))
        // In a folder of its own, for the release speaks for the other one now.
        try folder.remove("go/index.html")
        let next = try self.target(folder, port: server.port, path: "other")
        #expect(try await folder.plan(for: next).delete.map(\.path) == ["go/index.html"])
    }

    @Test(arguments: [(500, "", "answered with 500"), (200, "<html>", "is no manifest of galley")])
    func stopsWhereNobodyKnowsWhatIsOnline(
        _ status: Int, _ body: String, _ words: String
    ) async throws {
        let server = try AnsweringServer { _ in .init(status, body) }
        let folder = try PublishedFolder()
        let error = await #expect(throws: PublishError.self) {
            try await folder.publish(to: target(folder, port: server.port))
        }
        #expect(
            error?.message == "'http://127.0.0.1:\(server.port)/galley-manifest.json' " + words)
        #expect(!FileManager.default.fileExists(atPath: folder.path("www/current")))
    }

    @Test func stopsWhereTheSiteIsOutOfReach() async throws {
        let folder = try PublishedFolder()
        // Nothing listens at port 9 (discard).
        let error = await #expect(throws: PublishError.self) {
            try await folder.publish(to: target(folder, port: 9))
        }
        #expect(error?.message.hasPrefix("cannot read the manifest of the site at ") == true)
        #expect(error?.hint?.contains("'live = false'") == true)
    }
}
