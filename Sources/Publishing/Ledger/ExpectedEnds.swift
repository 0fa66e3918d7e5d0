import Addresses

/// Published addresses that end by the site's own rules, so that nobody has to let go of them: those of a
/// text that expired, and those of a term that no post has any more, or has in another spelling.
package struct ExpectedEnds: Sendable {
    /// What the site would have if nothing had expired.
    private let expired: Set<URLPath>
    /// Below which terms lie, `/tags/`, and whether a term may lie below another one.
    private let taxonomies: [(path: URLPath, isNested: Bool)]
    /// The indexes that are there only while a post has one of their terms: `/series/`.
    private let indexes: Set<URLPath>
    /// Addresses of terms that the ledger knows; nil: there is no ledger.
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

    /// Whether it is no loss that an address is gone.
    package func contains(_ path: URLPath) -> Bool {
        if expired.contains(path) { return true }
        // A ledger without terms is of a site without terms.
        if let terms { return terms.contains(path) }
        // Without a ledger an address of the form of a tag's is taken for one: `/tags/go/`.
        return indexes.contains(path)
            || taxonomies.contains { taxonomy in
                let below = path.string.dropFirst(taxonomy.path.string.count)
                return path.string.hasPrefix(taxonomy.path.string) && path.isFolder
                    && !below.isEmpty
                    && (taxonomy.isNested || !below.dropLast().contains("/"))
            }
    }
}
