import Addresses
import Foundation
import Testing

@testable import Diagnostics

struct BaselineTests {
    private static let file = SourcePath("content/posts/x.md")
    private static let broken = Diagnostic.ID("link/broken")

    private func source(_ text: String) -> (SourcePath) -> [UInt8]? {
        { $0 == Self.file ? Array(text.utf8) : nil }
    }

    /// A warning at each place of `marked` in a text.
    private func warnings(
        _ marked: String, in text: String, _ id: Diagnostic.ID = broken
    ) -> [Diagnostic] {
        text.ranges(of: marked).map { range in
            let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
            return Diagnostic.warning(
                id, "at \(start)",
                at: Place(file: Self.file, range: start..<start + marked.utf8.count))
        }
    }

    private func baseline(_ text: String, _ marked: String = "BAD") -> Baseline {
        Baseline(of: warnings(marked, in: text), source: source(text))
    }

    private func left(_ text: String, by baseline: Baseline) -> [String] {
        baseline.sparing(warnings("BAD", in: text), source: source(text)).map(\.summary)
    }

    @Test func knowsAFindingWhereverItsLineGoes() {
        let known = baseline("a BAD\n")
        #expect(left("new\n\n   a  BAD\nmore\n", by: known) == [])
        #expect(left("another BAD\n", by: known) == ["at 8"])
    }

    @Test func countsFindingsThatAreAlike() {
        let known = baseline("a BAD\nb\na BAD\n")
        #expect(known.entries.map(\.count) == [2])
        #expect(left("a BAD\na BAD\na BAD\n", by: known) == ["at 14"])
    }

    @Test func knowsAnIDInItsFileOnly() {
        let text = "a BAD\n"
        let known = baseline(text)
        let others = warnings("BAD", in: text, Diagnostic.ID("link/missing-anchor"))
        #expect(known.sparing(others, source: source(text)).count == 1)
        let moved = Diagnostic.warning(
            Self.broken, "m", at: Place(file: SourcePath("content/y.md"), range: 2..<5))
        #expect(known.sparing([moved]) { _ in Array(text.utf8) } == [moved])
    }

    @Test(arguments: [
        Diagnostic.error(broken, "an error of a stage", at: Place(file: file, range: 2..<5)),
        Diagnostic.warning(broken, "without a place"),
        Diagnostic.warning(
            Diagnostic.ID("configuration/untrusted"), "u", at: Place(file: file, range: 2..<5)),
        Diagnostic.warning(
            Diagnostic.ID("theme/unused-file"), "t", at: Place(file: file, range: 2..<5)),
        Diagnostic.warning(
            Diagnostic.ID("ledger/feed-ids"), "l", at: Place(file: file, range: 2..<5)),
        Diagnostic.warning(
            Diagnostic.ID("baseline/outdated"), "b", at: Place(file: file, range: 2..<5)),
    ])
    func neverSparesWhatIsNotAboutATextOrStopsIt(diagnostic: Diagnostic) {
        let text = "a BAD\n"
        #expect(Baseline(of: [diagnostic], source: source(text)).entries.isEmpty)
        let sameLine = Baseline(
            of: [
                Baseline.Key(
                    id: diagnostic.id, file: Self.file,
                    digest: LineFingerprints.digest(
                        of: diagnostic.id, Place(file: Self.file, range: 2..<5),
                        LineTable(Array(text.utf8))))
            ])
        #expect(sameLine.sparing([diagnostic], source: source(text)) == [diagnostic])
    }

    @Test func isWrittenSortedAndOneEntryALine() throws {
        let known = Baseline(
            of: warnings("BAD", in: "c BAD\na BAD\nc BAD\n")
                + warnings("BAD", in: "c BAD\n", Diagnostic.ID("content/x")),
            source: source("c BAD\na BAD\nc BAD\n"))
        let text = String(decoding: known.bytes, as: UTF8.self)
        let lines = text.split(separator: "\n")
        #expect(lines.first == "{\"version\": 2, \"known\": [")
        #expect(lines.last == "]}")
        #expect(lines.dropFirst(2).dropLast() == lines.dropFirst(2).dropLast().sorted()[...])
        #expect(lines[1].hasPrefix("  {\"file\": \"content/posts/x.md\", \"id\": \"content/x\", "))
        #expect(lines.count == 5)
        let again = try #require(Baseline(known.bytes))
        #expect(again == known)
        let ranges = known.ranges(in: known.bytes)
        #expect(
            Set(ranges.values.map { String(decoding: known.bytes[$0], as: UTF8.self) })
                == Set(
                    lines.dropFirst().dropLast().map {
                        $0.trimmingCharacters(in: .whitespaces.union(["," as Unicode.Scalar]))
                    }))
    }

    @Test func anEmptyOneIsABaselineToo() {
        let empty = Baseline(of: [Baseline.Key]())
        #expect(Baseline(empty.bytes) == empty)
    }

    @Test func takesTheHigherCountOfAnEntryThatAMergeLeftTwice() throws {
        func line(_ count: Int) -> String {
            "{\"file\": \"a.md\", \"id\": \"link/broken\", \"digest\": \"0f\", \"count\": \(count)}"
        }
        let text = "{\"version\": 2, \"known\": [\n\(line(2)),\n\(line(5))\n]}"
        let merged = try #require(Baseline(Array(text.utf8)))
        #expect(merged.entries.map(\.count) == [5])
        #expect(merged.count == 5)
        for count in [0, -1, Int.max] {
            #expect(Baseline(Array("{\"version\": 2, \"known\": [\(line(count))]}".utf8)) == nil)
        }
    }

    @Test func readsTheFormOfVersionOne() throws {
        let text = """
            {"version": 1, "failures": [
              {"digest":"5f1c","file":"content/posts/x.md","language":"go","line":42}
            ]}

            """
        let known = try #require(Baseline(Array(text.utf8)))
        var allowance = Baseline.Allowance(known)
        func key(_ digest: String) -> Baseline.Key {
            Baseline.Key(
                id: Diagnostic.ID("snippet/go/parse"), file: SourcePath("y.md"), digest: digest)
        }
        let spared = [
            allowance.spares(key("5f1c"), isFailure: true),
            allowance.spares(key("5f1c"), isFailure: true),
            allowance.spares(key("5f1c")), allowance.spares(key("5f1d"), isFailure: true),
        ]
        #expect(spared == [true, true, false, false])
        let range = try #require(known.ranges(in: Array(text.utf8)).values.first)
        #expect(String(decoding: Array(text.utf8)[range], as: UTF8.self).hasPrefix("{\"digest\""))
        #expect(Baseline(known.bytes) == known)
        let failing = Baseline(of: [], failures: ["5f1c"])
        #expect(known.outdated(by: failing) { _ in false }.isEmpty)
        #expect(known.outdated(by: baseline("")) { _ in false }.count == 1)
        #expect(failing.keeping(known) { _ in true }.entries.isEmpty)
        #expect(baseline("").keeping(known) { _ in true } == known)
    }

    @Test func namesEntriesThatAreFoundLessOften() {
        let known = baseline("a BAD\nb BAD\na BAD\n")
        let outdated = known.outdated(by: baseline("a BAD\n")) { _ in false }
        #expect(Set(outdated.map { [$0.entry.count, $0.left] }) == [[2, 1], [1, 0]])
        #expect(known.outdated(by: baseline("")) { _ in true }.isEmpty)
    }

    @Test func keepsOpenEntriesWhenItIsWrittenAgain() {
        let known = baseline("a BAD\nb BAD\n")
        let new = baseline("a BAD\n")
        #expect(new.keeping(known) { _ in true } == known)
        #expect(new.keeping(known) { _ in false } == new)
    }

    @Test func readsNoFileThatItHasNoEntryOf() {
        var reads = 0
        let other = Diagnostic.warning(
            Self.broken, "o", at: Place(file: SourcePath("content/y.md"), range: 0..<1))
        _ = baseline("a BAD\n").sparing([other]) { _ in
            reads += 1
            return nil
        }
        #expect(reads == 0)
    }
}
