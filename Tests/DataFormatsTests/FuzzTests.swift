import TestSupport
import Testing

@testable import DataFormats

/// TOML by chance: never a crash, and what is refused has its place within the text.
struct FuzzTests {
    @Test func readsTOMLByChance() {
        let mutator = Mutator(
            Corpus.files(["themes", "Tests/Fixtures/snippets"], endings: [".toml", "toml.txt"]),
            tokens: [
                "[[a]]\n", "[a.b]\n", "a.b = ", "\"\"\"", "'''", "0x", "1979-05-27T07:32:00Z",
                "\\u4e2d",
                "inf", "{a = 1}", "= [",
            ], longest: 1_200)
        let findings = Fuzzing.findings(.toml, mutator, rounds: 800) { bytes, _ in
            do throws(TOMLProblem) {
                let document = try TOMLDocument(parsing: bytes, in: bytes.indices)
                let again = try TOMLDocument(parsing: bytes, in: bytes.indices)
                let (first, second) = (TaggedTOML(document.items), TaggedTOML(again.items))
                return first == second ? nil : "not the same twice"
            } catch {
                let isInside =
                    error.range.lowerBound >= 0 && error.range.upperBound <= bytes.count
                    && (error.first?.upperBound ?? 0) <= bytes.count
                return isInside ? nil : "a place outside"
            }
        }
        #expect(findings == [])
    }
}
