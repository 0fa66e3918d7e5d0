import Addresses
import Foundation
import TestSupport
import Testing

@testable import Publishing

/// A target that begins empty in each run and asks the site that is online.
@Suite(.enabled(if: Shell.has("curl"), "curl is not there: 'live' is not tested"))
struct LiveManifestTests {
    /// A target whose site is online at a server.
    private func target(
        _ folder: PublishedFolder, port: Int, path: String = "www", isFirst: Bool = false
    ) throws -> DirectoryTarget {
        let site = try #require(SiteAddress("http://127.0.0.1:\(port)/"))
        return DirectoryTarget(
            path: folder.path(path), keep: 1,
            live: LiveManifest(of: site, isFirst: isFirst, environment: Shell.environment))
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

    private static let parked =
        "\u{FEFF}\n<!doctype html><html><TITLE lang=en>Buy &amp;\n this\u{1B} domain</title>"

    @Test(arguments: [
        (500, "", "answered with 500: the server reported an error"),
        (503, "<title>Down</title>", "answered with 503: the server reported an error"),
        (401, "", "answered with 401: it requires a password"),
        (403, "<Error/>", "answered with 403: nobody may read it"),
        (302, "", "answered with 302"),
        (200, "<html>", "is a page and no manifest of galley"),
        (
            200, parked,
            "is a page and no manifest of galley, with the title 'Buy & this\u{FFFD} domain'"
        ),
        (200, "{}", "is no manifest of galley"), (200, "", "is no manifest of galley"),
    ])
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
        #expect(error?.hint?.contains("publish once with --first") == true)
        #expect(!FileManager.default.fileExists(atPath: folder.path("www/current")))
        // By the user's word nothing was ever there.
        let first = try target(folder, port: server.port, isFirst: true)
        #expect(try await folder.plan(for: first).state == TargetState.empty.identity)
    }

    @Test func saysWhereARedirectLed() async throws {
        let server = try AnsweringServer { head in
            head.hasPrefix("GET /login")
                ? .init(200, "<p>Log in</p>")
                : .init(302, headers: ["Location: /login?next=%2F"])
        }
        let folder = try PublishedFolder()
        let error = await #expect(throws: PublishError.self) {
            try await folder.publish(to: target(folder, port: server.port))
        }
        let top = "http://127.0.0.1:\(server.port)"
        #expect(
            error?.message
                == "'\(top)/galley-manifest.json', which leads to '\(top)/login?next=%2F', is a page "
                + "and no manifest of galley")
    }

    @Test func keepsToAManifestThatIsThereInSpiteOfTheUsersWord() async throws {
        let folder = try PublishedFolder()
        let manifest = String(decoding: Manifest(try folder.tree()).json, as: UTF8.self)
        let server = try AnsweringServer { _ in .init(200, manifest) }
        let plan = try await folder.plan(for: target(folder, port: server.port, isFirst: true))
        #expect(plan.keep.count == 4)
    }

    @Test func stopsWhereTheSiteIsOutOfReach() async throws {
        let folder = try PublishedFolder()
        // Nothing listens at port 9 (discard).
        let error = await #expect(throws: PublishError.self) {
            try await folder.publish(to: target(folder, port: 9))
        }
        #expect(
            error?.message.hasPrefix("the site does not answer at 'http://127.0.0.1:9/") == true)
        #expect(error?.message.contains("curl") == true)
        #expect(error?.hint?.contains("'live = false'") == true)
        let first = try target(folder, port: 9, isFirst: true)
        #expect(try await folder.plan(for: first).add.count == 5)
    }
}
