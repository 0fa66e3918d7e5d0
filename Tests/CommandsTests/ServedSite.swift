import Addresses
import Content
import Diagnostics
import Foundation
import Preview
import Synchronization
import Testing

@testable import Commands

/// A site as `galley serve` keeps it, without its server and its watcher: what they would tell it is
/// told by the test.
struct ServedSite {
    let site: BuiltSite
    let live: LiveSite
    private let told = Told()

    /// What was said and shown in the terminal.
    private final class Told: Sendable {
        let lines = Mutex<[String]>([])
    }

    init(_ text: String, now: String = "2022-01-01", drafts: Bool = false) async throws {
        try await self.init(BuiltSite(text), now: now, drafts: drafts)
    }

    init(_ site: BuiltSite, now: String = "2022-01-01", drafts: Bool = false) async throws {
        self.site = site
        var request = BuildRequest()
        request.now = now
        request.drafts = drafts
        let told = told
        let reporter = LiveReporter(
            say: { line in told.lines.withLock { $0.append(line) } },
            show: { diagnostics in
                told.lines.withLock {
                    $0 += diagnostics.map { "\($0.severity.rawValue) \($0.id)" }
                }
            })
        live = LiveSite(SiteFolder(path: site.text.path), request, reporter)
        try await live.load()
    }

    /// What the terminal was told since this was last asked.
    func lines() -> [String] {
        told.lines.withLock { lines in
            defer { lines = [] }
            return lines
        }
    }

    /// Writes a file, as an editor does, and has it noticed.
    func write(_ path: String, _ text: String) async throws {
        try site.write(path, text)
        try await notice([path])
    }

    /// Replaces words of a file.
    func edit(_ path: String, _ old: String, _ new: String) async throws {
        let text = try #require(site.text.text(path))
        try #require(text.contains(old))
        try await write(path, text.replacing(old, with: new))
    }

    func remove(_ path: String) async throws {
        try site.text.remove(path)
        try await notice([path])
    }

    func move(_ from: String, _ to: String) async throws {
        try FileManager.default.moveItem(
            atPath: site.text.absolute(from), toPath: site.text.absolute(to))
        try await notice([from, to])
    }

    func notice(_ paths: [String]) async throws {
        try await live.apply(FileChanges(Set(paths.map { SourcePath($0) })))
    }

    /// The page at a decoded path, base path included.
    func page(_ path: String) async throws -> PreviewPage {
        guard case .page(let page) = await live.answer(path) else {
            throw NoPage(path: path)
        }
        return page
    }

    func text(_ path: String) async throws -> String {
        String(decoding: try await page(path).html, as: UTF8.self)
    }

    struct NoPage: Error { let path: String }

    /// The bytes that a browser gets at a path, the client for reloading aside; nil: none.
    func bytes(_ path: String) async throws -> Data? {
        switch await live.answer(path) {
        case .page(let page): page.status == 200 ? Data(page.html) : nil
        case .made(let bytes, _): Data(bytes)
        case .file(let file): try Data(contentsOf: URL(filePath: file.path))
        case .redirect: nil
        }
    }

    /// Builds the site into a folder besides, and compares every file of it with what is served.
    ///
    /// - Returns: the files that differ; the count of all of them.
    func differences(
        now: String = "2022-01-01", drafts: Bool = false
    ) async throws -> (different: [String], count: Int) {
        let other = "elsewhere-" + UUID().uuidString
        try await site.build(now: now) {
            $0.output = site.text.absolute(other)
            $0.drafts = drafts
        }
        let tree = try site.tree(below: other)
        let base = await live.basePath
        var different: [String] = []
        for (file, expected) in tree.sorted(by: { $0.key < $1.key }) {
            var path = base + file
            let index = "/index.html"
            if path.hasSuffix(index) { path.removeLast(index.count - 1) }
            // The page for addresses that lead nowhere has its own status at any other one.
            if try await bytes(path) != expected { different.append(file) }
        }
        try site.text.remove(other)
        return (different, tree.count)
    }
}
