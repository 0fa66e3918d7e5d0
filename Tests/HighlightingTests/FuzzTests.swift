import Languages
import TestSupport
import Testing

@testable import Highlighting

/// Code by chance in every language: never a crash, and the text of a listing is the block's.
struct FuzzTests {
    @Test func highlightsCodeByChance() {
        let mutator = Mutator(
            Corpus.files(["Tests/Fixtures/snippets", "themes", "scripts"], endings: [""]),
            tokens: RoundTripTests.morsels.map { String(decoding: $0, as: UTF8.self) },
            longest: 1_500)
        let labels = RoundTripTests.labels
        let findings = Fuzzing.findings(.highlighting, mutator, rounds: 1_500) { bytes, chance in
            let code = bytes + [0x0A]
            let label = labels[chance.next(labels.count)]
            let out = html(code, label)
            if text(of: out) != code { return "\(label): another text" }
            let isText = String(validating: code, as: UTF8.self) != nil
            return !isText || String(validating: out, as: UTF8.self) != nil
                ? nil : "\(label): no UTF-8"
        }
        #expect(findings == [])
    }
}
