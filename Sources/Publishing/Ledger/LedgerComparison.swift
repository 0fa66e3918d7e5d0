import Addresses
import Diagnostics

/// The promises of a ledger that a site would break.
package struct LedgerComparison: Sendable {
    /// Published URLs that no longer exist, not even as redirects.
    package let gone: [URLPath]
    /// Posts that subscribers know under another id: their readers would show them as new.
    package let repeated: [Repeated]
    /// URLs of the site that are not in the ledger.
    package let new: [URLPath]

    package struct Repeated: Sendable, Hashable {
        package let old: String
        package let new: String
    }

    /// - Parameters:
    ///   - ledger: the published addresses.
    ///   - site: the addresses to publish, including redirects.
    ///   - ends: addresses that may end.
    ///   - isServed: whether an address exists, listed or not.
    ///   - moved: the new ids of posts by the addresses that redirect to them.
    package init(
        _ ledger: Ledger, with site: Ledger, moved: [URLPath: String],
        ends: ExpectedEnds = .none, isServed: (URLPath) -> Bool
    ) {
        gone = ledger.urls
            .filter { !site.urls.contains($0) && !isServed($0) && !ends.contains($0) }.sorted()
        new = site.urls.subtracting(ledger.urls).sorted()
        let bySource = Dictionary(
            site.feeds.map { ($0.value, $0.key) }, uniquingKeysWith: { min($0, $1) })
        let oldPaths = Dictionary(
            moved.map { ($0.key.encoded, $0.value) }, uniquingKeysWith: { min($0, $1) })
        repeated = ledger.feeds.keys.sorted().compactMap { id in
            guard site.feeds[id] == nil, let source = ledger.feeds[id] else { return nil }
            let other =
                bySource[source] ?? oldPaths.first { id.hasSuffix($0.key) && $0.key != "/" }?.value
            return other.map { Repeated(old: id, new: $0) }
        }
    }

    /// - Parameters:
    ///   - file: of the ledger.
    ///   - bytes: its content, for the places of its lines.
    package func diagnostics(file: SourcePath, _ bytes: [UInt8]) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        let places = gone.isEmpty ? [:] : Ledger.places(bytes)
        for url in gone {
            diagnostics.append(
                .error(
                    .ledgerURLGone, "'\(url)' was published, and nothing is there any more",
                    at: places[url].map { Place(file: file, range: $0) } ?? Place(file: file),
                    fixes: [
                        .init("give the text that took its place the alias '\(url)'"),
                        .init("let it go: run galley publish --accept, and commit '\(file)'"),
                    ]))
        }
        if !repeated.isEmpty {
            let count = repeated.count
            diagnostics.append(
                .warning(
                    .ledgerFeedIDs,
                    "\(count) \(count == 1 ? "post" : "posts") would show up again as new for "
                        + "subscribers: the id in the feeds changed",
                    at: Place(file: file),
                    notes: repeated.prefix(5).map { .init("'\($0.old)' is now '\($0.new)'") },
                    fixes: [.init("keep the old address of the post, or run --accept")]))
        }
        return diagnostics
    }
}

extension Diagnostic.ID {
    package static let ledgerURLGone = Diagnostic.ID("ledger/url-gone")
    package static let ledgerFeedIDs = Diagnostic.ID("ledger/feed-ids")
    package static let ledgerUnreadable = Diagnostic.ID("ledger/unreadable")
}
