import Content
import Diagnostics
import Foundation
import TestSupport

@testable import Commands

/// A site in a temporary folder that is built in this process, and its output as text.
struct BuiltSite {
    let text: SiteText

    /// - Parameter isReversed: the files are created in the opposite order, so that a disk that
    ///   lists by creation lists them so.
    init(_ text: String, isReversed: Bool = false) throws {
        guard isReversed else {
            self.text = try SiteText(text)
            return
        }
        let sections = try SiteText.sections(of: text).reversed()
        self.text = try SiteText(sections.map { "-- \($0.path)\n\($0.content)" }.joined())
    }

    /// The least that galley.toml must say.
    static let configuration = """
        -- galley.toml
        [site]
        title = "Notes"
        url = "https://example.org/"
        language = "en"

        """

    /// Builds at a fixed time, so that no test depends on the clock.
    @discardableResult
    func build(
        now: String? = "2022-01-01", _ change: (inout BuildRequest) -> Void = { _ in }
    ) async throws -> BuildOutcome {
        // The folder goes away with its last use.
        defer { withExtendedLifetime(text) {} }
        var request = BuildRequest()
        request.now = now
        change(&request)
        return try await Build(folder: SiteFolder(path: text.path), request: request) {}.run()
    }

    /// Replaces a file of the site.
    func write(_ path: String, _ content: String) throws {
        try text.write(path, bytes: Array(content.utf8))
    }

    /// The paths of all files of the output, sorted.
    func files(below folder: String = "public") throws -> [String] {
        let top = text.absolute(folder)
        guard FileManager.default.fileExists(atPath: top) else { return [] }
        return try FileManager.default.subpathsOfDirectory(atPath: top).filter { path in
            // By it a build knows its own output; it is no part of the site.
            if path == ".galley-output" { return false }
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: top + "/" + path, isDirectory: &isFolder)
                && !isFolder.boolValue
        }.sorted()
    }

    /// The bytes of all files of the output.
    func tree(below folder: String = "public") throws -> [String: Data] {
        var tree: [String: Data] = [:]
        for path in try files(below: folder) {
            let file = text.absolute(folder + "/" + path)
            tree[path] = try Data(contentsOf: URL(filePath: file))
        }
        return tree
    }

    /// The whole output as one text, cut as ``SiteText`` is: `-- path`, then the content.
    func outputText(leavingOut isLeftOut: (String) -> Bool = { _ in false }) throws -> String {
        try files().filter { !isLeftOut($0) }
            .map { "-- \($0)\n" + (page($0) ?? "(not UTF-8)") }.joined()
    }

    /// A file of the output.
    func page(_ path: String) -> String? {
        text.text("public/" + path)
    }

    /// When each file of the output was last changed.
    func times() throws -> [String: Date] {
        var times: [String: Date] = [:]
        for path in try files() {
            let attributes = try FileManager.default.attributesOfItem(
                atPath: text.absolute("public/" + path))
            times[path] = attributes[.modificationDate] as? Date
        }
        return times
    }

    /// Sets the time of every file of the output to a day long ago, and gives that day.
    func age() throws -> Date {
        let day = Date(timeIntervalSince1970: 1_000_000_000)
        for path in try files() {
            try FileManager.default.setAttributes(
                [.modificationDate: day], ofItemAtPath: text.absolute("public/" + path))
        }
        return day
    }

    /// The diagnostics as a terminal shows them.
    func report(_ outcome: BuildOutcome) -> String {
        let sources = DiagnosticSources(SiteFolder(path: text.path))
        return TextReport(isColored: false) { sources.bytes($0) }.text(outcome.diagnostics)
    }
}

extension BuildOutcome {
    /// `error link/broken`, one for each diagnostic.
    var ids: [String] { diagnostics.map { "\($0.severity.rawValue) \($0.id)" } }
}
