import Addresses

/// Facts about a site for the guards, in addition to its files.
package struct SiteFacts: Sendable {
    package var address: SiteAddress
    /// Posts and pages.
    package var texts: Int
    /// Those that are drafts, or of the future.
    package var drafts: [SourcePath]
    /// Broken links and images.
    package var brokenLinks: Int
    package var failedSnippets: Int
    /// The ledger; nil if it does not exist yet.
    package var ledger: Ledger?
    /// Published addresses of the ledger that no longer exist.
    package var gone: [URLPath]
    /// Addresses that may end without a refusal.
    package var ends: ExpectedEnds
    /// The source of each page, for messages.
    package var sources: [OutputPath: SourcePath]

    package init(
        address: SiteAddress, texts: Int, drafts: [SourcePath] = [], brokenLinks: Int = 0,
        failedSnippets: Int = 0, ledger: Ledger? = nil, gone: [URLPath] = [],
        ends: ExpectedEnds = .none, sources: [OutputPath: SourcePath] = [:]
    ) {
        self.address = address
        self.texts = texts
        self.drafts = drafts
        self.brokenLinks = brokenLinks
        self.failedSnippets = failedSnippets
        self.ledger = ledger
        self.gone = gone
        self.ends = ends
        self.sources = sources
    }
}
