import Foundation
import Testing

@testable import Output

@Suite struct OutputFingerprintTests {
    let site: TemporaryFolder
    private let past = Date(timeIntervalSince1970: 1_500_000_000)

    init() throws {
        site = try TemporaryFolder()
        try site.build(["a.html": "one", "b.html": "two", "标签/c.html": "three"])
        for name in ["a.html", "b.html", "标签/c.html"] {
            try site.setModified("public/\(name)", past)
        }
    }

    private func fingerprint() throws -> OutputFingerprint? {
        OutputFingerprint.of(try OutputFolder(site.file("public")))
    }

    @Test func staysTheSameWhileNobodyTouchesTheOutput() throws {
        let before = try #require(try fingerprint())
        #expect(before.files == 3)
        #expect(before.bytes == 11)
        #expect(try fingerprint() == before)
        _ = try site.text("public/a.html")
        try site.makeFolder("public/empty")
        #expect(try fingerprint() == before)
    }

    @Test func changesWithEveryTouch() throws {
        var seen = [try fingerprint()]
        try site.write("public/a.html", "owt")
        seen.append(try fingerprint())
        // The time alone, then the bytes without the time.
        try site.setModified("public/b.html", past + 1)
        seen.append(try fingerprint())
        try FileManager.default.removeItem(atPath: site.file("public/b.html"))
        seen.append(try fingerprint())
        try site.write("public/new.html", "")
        seen.append(try fingerprint())
        try FileManager.default.moveItem(
            atPath: site.file("public/标签"), toPath: site.file("public/标籤"))
        seen.append(try fingerprint())
        try FileManager.default.removeItem(atPath: site.file("public"))
        seen.append(try fingerprint())
        #expect(seen.last == .some(nil))
        #expect(Set(seen).count == seen.count)
    }

    @Test func seesTwoFilesThatChangedPlaces() throws {
        let before = try fingerprint()
        let move = FileManager.default.moveItem(atPath:toPath:)
        try move(site.file("public/a.html"), site.file("public/x"))
        try move(site.file("public/b.html"), site.file("public/a.html"))
        try move(site.file("public/x"), site.file("public/b.html"))
        #expect(try fingerprint() != before)
    }

    /// Over the size from which the work is shared between cores.
    @Test func holdsForManyFolders() throws {
        let names = (0..<500).map { "\($0)/\($0)/x" }
        try site.build(Dictionary(uniqueKeysWithValues: names.map { ($0, "page") }))
        let before = try #require(try fingerprint())
        #expect(before.files == 500)
        #expect(before.bytes == 2_000)
        #expect(try fingerprint() == before)
        try site.setModified("public/499/499/x", past)
        #expect(try fingerprint() != before)
    }
}
