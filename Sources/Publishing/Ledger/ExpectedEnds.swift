import Addresses

/// Published addresses that end by the site's own rules, so that nobody has to let go of them: those of a
/// text that expired, and those of a term that no post has any more, or has in another spelling.
package struct ExpectedEnds: Sendable {
    /// What the site would have if nothing had expired.
    private let expired: Set<URLPath>
    /// Below which terms lie: `/tags/`.
    private let taxonomies: [URLPath]
    /// Addresses of terms that the ledger knows; empty: it does not tell.
    private let terms: Set<URLPath>

    package static let none = ExpectedEnds(expired: [], taxonomies: [], ledger: nil)

    package init(expired: Set<URLPath>, taxonomies: [URLPath], ledger: Ledger?) {
        self.expired = expired
        self.taxonomies = taxonomies
        terms = ledger?.terms ?? []
    }

    /// Whether it is no loss that an address is gone.
    package func contains(_ path: URLPath) -> Bool {
        if expired.contains(path) { return true }
        // Without a ledger that tells, what lies below `/tags/` is taken for a tag's.
        if !terms.isEmpty { return terms.contains(path) }
        return taxonomies.contains { path != $0 && path.string.hasPrefix($0.string) }
    }
}
