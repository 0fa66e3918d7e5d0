import Addresses
import Diagnostics
import Testing

@testable import Rendering

/// What a site took from its theme, and whether the theme has changed since.
struct EjectedFilesTests {
    private func file(_ path: String, _ text: String, in folder: String = "paper") -> ThemeFile {
        ThemeFile(path: path, source: SourcePath(folder + "/" + path), bytes: Array(text.utf8))
    }

    private let own = ["a", "b"].map {
        ThemeFile(path: $0, source: SourcePath("theme/" + $0), bytes: [])
    }

    @Test func writesALineForEachAsSHA256SumDoes() throws {
        var ejected = EjectedFiles([])
        ejected.note(file("b", ""))
        ejected.note(file("a", "abc"))
        let text = """
            ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a
            e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  b

            """
        #expect(String(decoding: ejected.bytes, as: UTF8.self) == text)
        #expect(EjectedFiles(Array(("x\n# y\n" + text).utf8)).bytes == Array(text.utf8))
    }

    @Test func warnsOfLinesThatCannotBeRead() {
        let digest = String(repeating: "ab", count: 32)
        let lines = [
            "# a comment", "", "<<<<<<< HEAD", digest + "  a\r", digest + " b", "Z" + digest,
        ]
        let ejected = EjectedFiles(Array(lines.joined(separator: "\n").utf8))
        let found = ejected.diagnostics(own: [], originals: [], file: record)
        #expect(
            found.map { "\($0.severity.rawValue) \($0.id) \($0.place?.range ?? 0..<0)" } == [
                "warning theme/ejected-record 13..<25", "warning theme/ejected-record 95..<161",
                "warning theme/ejected-record 162..<227",
            ])
        #expect(ejected.bytes == Array((digest + "  a\n").utf8))
    }

    private let record = SourcePath("theme/.ejected")

    @Test func warnsWhenTheOriginalHasChangedOrIsGone() {
        var ejected = EjectedFiles([])
        ejected.note(file("a", "1"))
        ejected.note(file("b", "1"))
        ejected.note(file("c", "1"))
        let same = [file("a", "1"), file("b", "1")]
        #expect(ejected.diagnostics(own: own, originals: same, file: record) == [])
        let changed = ejected.diagnostics(
            own: own, originals: [file("a", "2")], file: record)
        #expect(
            changed.map { "\($0.id) \($0.place?.file.string ?? "") \($0.summary)" } == [
                "theme/ejected-changed theme/a the theme's 'a' has changed since this file was "
                    + "taken from it",
                "theme/ejected-changed theme/b the theme has no 'b' any more, which this file was "
                    + "taken from",
            ])
    }

    @Test func saysNothingOfFilesThatWereNotTaken() {
        #expect(EjectedFiles([]).diagnostics(own: own, originals: [], file: record) == [])
    }
}
