import Addresses

/// Published addresses that end by the site's own rules, without an acknowledgment: those of an
/// expired text, and those of a term that no post has any more, or has in another spelling.
package struct ExpectedEnds: Sendable {
    /// The addresses of the site if nothing had expired.
    private let expired: Set<URLPath>
    /// The folders of terms, `/tags/`, and whether terms may be nested.
    private let taxonomies: [(path: URLPath, isNested: Bool)]
    /// The indexes that exist only while a post has one of their terms: `/series/`.
    private let indexes: Set<URLPath>
    /// Addresses of terms in the ledger; nil: no ledger.
    private let terms: Set<URLPath>?

    package static let none = ExpectedEnds(expired: [], taxonomies: [], ledger: nil)

    package init(
        expired: Set<URLPath>, taxonomies: [(path: URLPath, isNested: Bool)],
        indexes: Set<URLPath> = [], ledger: Ledger?
    ) {
        self.expired = expired
        self.indexes = indexes
        self.taxonomies = taxonomies
        terms = ledger?.terms
    }

    /// Whether a missing address is expected.
    package func contains(_ path: URLPath) -> Bool {
        if expired.contains(path) { return true }
        // A ledger without terms is from a site without terms.
        if let terms { return terms.contains(path) }
        // Without a ledger, an address in the form of a tag's counts as one: `/tags/go/`.
        return indexes.contains(path)
            || taxonomies.contains { taxonomy in
                let below = path.string.dropFirst(taxonomy.path.string.count)
                return path.string.hasPrefix(taxonomy.path.string) && path.isFolder
                    && !below.isEmpty
                    && (taxonomy.isNested || !below.dropLast().contains("/"))
            }
    }
}
