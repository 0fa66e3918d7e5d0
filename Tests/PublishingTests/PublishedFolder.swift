import Addresses
import Foundation
import Output
import TestSupport

@testable import Publishing

/// A small output folder, and a place beside it to publish to.
struct PublishedFolder {
    let text: SiteText
    let address: SiteAddress

    struct BadAddress: Error {}

    /// - Parameter files: as ``SiteText`` takes them, below `public/`.
    init(_ files: String = Self.site, url: String = "https://example.org/") throws {
        let sections = try SiteText.sections(of: files)
        text = try SiteText(sections.map { "-- public/\($0.path)\n\($0.content)" }.joined())
        guard let address = SiteAddress(url) else { throw BadAddress() }
        self.address = address
    }

    static let site = """
        -- index.html
        <title>Home</title><link rel="stylesheet" href="/assets/paper.1a2b3c4d5e.css">
        -- go/index.html
        <title>Go</title>
        -- assets/paper.1a2b3c4d5e.css
        body { color: black }
        -- images/a.svg
        <svg></svg>
        """

    func write(_ path: String, _ content: String) throws {
        try text.write("public/" + path, bytes: Array(content.utf8))
    }

    func remove(_ path: String) throws { try text.remove("public/" + path) }

    func path(_ name: String) -> String { text.absolute(name) }

    func reading(
        written: [OutputPath: WrittenKind] = [:], secrets: Set<String> = [],
        environment: [String: String] = [:]
    ) throws -> SiteReading {
        try SiteReading(
            OutputFolder(text.absolute("public")), written: written, site: address,
            secrets: secrets, environment: environment)
    }

    func tree() throws -> SiteTree { try reading().tree }

    /// Plans and applies, as the command does.
    @discardableResult
    func publish(to target: some PublishTarget) async throws -> PublishResult? {
        let site = try tree()
        let tree = site.adding(target.additions(to: site))
        return try await target.locked(
            whenBusy: {},
            {
                let plan = try await plan(tree, for: target)
                return plan.isEmpty ? nil : try await target.apply(plan, tree)
            })
    }

    func plan(for target: some PublishTarget) async throws -> PublishPlan {
        let site = try tree()
        return try await plan(site.adding(target.additions(to: site)), for: target)
    }

    private func plan(
        _ tree: SiteTree, for target: some PublishTarget
    ) async throws -> PublishPlan {
        PublishPlan(
            tree, to: try await target.state(), target: "t", type: target.type, source: nil,
            galley: "1")
    }

    /// All files below a folder, links in it followed.
    static func files(below folder: String) throws -> [String: String] {
        let top = URL(filePath: folder).resolvingSymlinksInPath().path
        var files: [String: String] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: top) {
            var isFolder: ObjCBool = false
            let file = top + "/" + path
            if FileManager.default.fileExists(atPath: file, isDirectory: &isFolder),
                !isFolder.boolValue
            {
                files[path] = try String(contentsOfFile: file, encoding: .utf8)
            }
        }
        return files
    }

    /// The site's own files.
    func files() throws -> [String: String] { try Self.files(below: text.absolute("public")) }
}

/// Programs that tests need beside the ones under test.
enum Shell {
    struct Failed: Error {
        let words: String
    }

    static func has(_ program: String) -> Bool {
        ["/usr/bin/", "/usr/local/bin/", "/bin/"]
            .contains { FileManager.default.isExecutableFile(atPath: $0 + program) }
    }

    /// What a shell line writes; throws where it fails.
    @discardableResult
    static func run(_ line: String, in folder: String) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", line]
        process.currentDirectoryURL = URL(filePath: folder)
        process.environment = environment
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        let text = String(decoding: bytes, as: UTF8.self)
        guard process.terminationStatus == 0 else { throw Failed(words: text) }
        return text
    }

    /// Nothing of the machine's own settings.
    static let environment = [
        "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/nonexistent",
        "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "Test", "GIT_AUTHOR_EMAIL": "t@example.org",
        "GIT_COMMITTER_NAME": "Test", "GIT_COMMITTER_EMAIL": "t@example.org",
        "RCLONE_CONFIG": "/nonexistent/rclone.conf",
    ]
}
