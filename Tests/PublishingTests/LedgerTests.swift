import Addresses
import Diagnostics
import Testing

@testable import Publishing

struct LedgerTests {
    private let text = """
        # Every published address. Written by: galley publish --accept
        feed https://example.org/a/ content/posts/a b.md
        url /
        url /a/
        url /标签/go/

        """

    @Test func readsWhatItWrote() throws {
        let ledger = Ledger(
            urls: [URLPath("/"), URLPath("/标签/go/"), URLPath("/a/")],
            feeds: ["https://example.org/a/": SourcePath("content/posts/a b.md")])
        #expect(String(decoding: ledger.bytes, as: UTF8.self) == text)
        #expect(try Ledger(ledger.bytes) == ledger)
    }

    @Test func keepsTermsApartFromOtherAddresses() throws {
        let ledger = Ledger(urls: [URLPath("/a/")], terms: [URLPath("/tags/Go/")])
        #expect(
            String(decoding: ledger.bytes, as: UTF8.self)
                .hasSuffix("accept\nterm /tags/Go/\nurl /a/\n"))
        #expect(try Ledger(ledger.bytes) == ledger)
        #expect(ledger.urls == [URLPath("/a/"), URLPath("/tags/Go/")])
        let ends = ExpectedEnds(expired: [], taxonomies: [], ledger: ledger)
        let comparison = LedgerComparison(ledger, with: Ledger(), moved: [:], ends: ends) { _ in
            false
        }
        #expect(comparison.gone == [URLPath("/a/")])
    }

    @Test func readsAMergeInAnyOrderWithRepetitions() throws {
        let merged = "url /b/\nurl /a/\r\nurl /b/\n# a remark\n\nurl /\n"
        #expect(
            try Ledger(Array(merged.utf8)).urls == [URLPath("/"), URLPath("/a/"), URLPath("/b/")])
    }

    @Test func refusesTheMarksOfAConflict() {
        #expect(throws: Ledger.BadLine(range: 8..<20)) {
            try Ledger(Array("url /a/\n<<<<<<< HEAD\nurl /b/\n".utf8))
        }
    }

    @Test func namesTheLineOfAnAddressThatIsGone() throws {
        let ledger = try Ledger(Array(text.utf8))
        let site = Ledger(urls: [URLPath("/"), URLPath("/标签/go/")], feeds: ledger.feeds)
        let comparison = LedgerComparison(ledger, with: site, moved: [:]) { _ in false }
        #expect(comparison.gone == [URLPath("/a/")])
        let found = comparison.diagnostics(file: SourcePath("galley.lock"), Array(text.utf8))
        #expect(found.map(\.id) == [.ledgerURLGone])
        let range = try #require(found.first?.place?.range)
        #expect(String(decoding: Array(text.utf8)[range], as: UTF8.self) == "url /a/")
    }

    @Test func missesNothingWhereARedirectStands() throws {
        let ledger = try Ledger(Array(text.utf8))
        let comparison = LedgerComparison(ledger, with: Ledger(), moved: [:]) { _ in true }
        #expect(comparison.gone == [])
    }

    @Test func countsPostsThatSubscribersWouldSeeAgain() {
        let old = Ledger(feeds: [
            "http://example.org/a/": SourcePath("a.md"),
            "http://example.org/b/": SourcePath("b.md"),
            "http://example.org/c/": SourcePath("c.md"),
        ])
        // One moved by its address, one renamed with an alias, one deleted; one is really new.
        let new = Ledger(feeds: [
            "https://example.org/a/": SourcePath("a.md"),
            "https://example.org/new-b/": SourcePath("new-b.md"),
            "https://example.org/d/": SourcePath("d.md"),
        ])
        let comparison = LedgerComparison(
            old, with: new, moved: [URLPath("/b/"): "https://example.org/new-b/"]
        ) { _ in true }
        #expect(
            comparison.repeated == [
                .init(old: "http://example.org/a/", new: "https://example.org/a/"),
                .init(old: "http://example.org/b/", new: "https://example.org/new-b/"),
            ])
        let found = comparison.diagnostics(file: SourcePath("galley.lock"), [])
        #expect(found.map(\.id) == [.ledgerFeedIDs])
        #expect(found.first?.severity == .warning)
        #expect(found.first?.summary.hasPrefix("2 posts would show up again") == true)
    }
}
