import Addresses

/// What the guards are told of a site besides its files.
package struct SiteFacts: Sendable {
    package var address: SiteAddress
    /// Posts and pages.
    package var texts: Int
    /// Those that are drafts, or of the future.
    package var drafts: [SourcePath]
    /// Links and images that lead nowhere.
    package var brokenLinks: Int
    package var failedSnippets: Int
    /// The ledger; nil: there is none yet.
    package var ledger: Ledger?
    /// Published addresses of the ledger where nothing stands.
    package var gone: [URLPath]
    /// Addresses that may go without a word.
    package var ends: ExpectedEnds
    /// Which source a page was made of, for messages.
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
