import TestSupport
import Testing

@testable import Planning

/// Addresses and patterns by chance: never a crash.
struct FuzzTests {
    @Test func readsAddressesByChance() {
        let samples = [
            "/:year/:month/:slug/", "/:i_month-:day/:title.html", "../a/b.md?x=1#y",
            "https://a.example:80/",
            "/:categories/:section/",
        ].map { Array($0.utf8) }
        let mutator = Mutator(
            samples, tokens: [":year", ":", "/", ".html", "://", "#"], longest: 300)
        let findings = Fuzzing.findings(.addresses, mutator, rounds: 2_000) { bytes, _ in
            let text = String(decoding: bytes, as: UTF8.self)
            _ = PermalinkPattern.parse(text)
            let parts = DestinationParts(text)
            return parts == DestinationParts(text) ? nil : "not the same twice"
        }
        #expect(findings == [])
    }
}
