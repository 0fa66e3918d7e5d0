import Foundation
import Testing

@testable import Snippets

struct VerdictCacheTests {
    private func key(_ n: UInt64) -> ToolAnswers.Key { .init(high: n, low: .max - n) }

    private func folder() -> String {
        FileManager.default.temporaryDirectory.appending(path: "galley-cache-" + UUID().uuidString)
            .path
    }

    @Test func keepsWhatToolsSaidAndForgetsCrashes() throws {
        let folder = folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var cache = VerdictCache(folder: folder)
        let rejection = ToolReading.rejected([
            ToolFinding(line: 3, column: 9, unit: .scalars, "缺少 ';'\n[31m")
        ])
        cache.answers[key(1)] = .accepted
        cache.answers[key(2)] = rejection
        cache.answers[key(3)] = .undecided("header 'x.h' not found")
        cache.answers[key(4)] = .crashed("timed out")
        cache.versions.known["gofmt"] = "go1.22.3"
        try cache.save()
        let read = VerdictCache(folder: folder)
        #expect(read.answers.count == 3)
        #expect(read.answers[key(1)] == .accepted)
        #expect(read.answers[key(2)] == rejection)
        #expect(read.answers[key(3)] == .undecided("header 'x.h' not found"))
        #expect(read.versions == cache.versions)
    }

    @Test func takesABrokenFileForAnEmptyOne() throws {
        let folder = folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        for text in ["", "galley verdicts 2\nzz +\n\u{0}", "other\n"] {
            try Data(text.utf8).write(to: URL(filePath: folder + "/verdicts"))
            try Data(text.utf8).write(to: URL(filePath: folder + "/tools.json"))
            let cache = VerdictCache(folder: folder)
            #expect(cache.answers.isEmpty)
            #expect(cache.versions == ToolVersions())
        }
    }
}
