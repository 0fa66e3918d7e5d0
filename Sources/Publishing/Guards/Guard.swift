import Diagnostics

/// A refusal of publish, unless the user allows it by name: `--allow shrunken-site`.
package enum Guard: String, Sendable, Hashable, CaseIterable {
    case emptySite = "empty-site"
    case shrunkenSite = "shrunken-site"
    case localAddress = "local-address"
    case foreignAddress = "foreign-address"
    case drafts
    case reloadClient = "reload-client"
    case secrets
    case lostHostFiles = "lost-host-files"
    case foreignFiles = "foreign-files"
    case vanishedURLs = "vanished-urls"
    case failedSnippets = "failed-snippets"
    case brokenLinks = "broken-links"

    /// The id of its refusal.
    package var id: Diagnostic.ID {
        switch self {
        case .emptySite: .publishEmptySite
        case .shrunkenSite: .publishShrunkenSite
        case .localAddress: .publishLocalAddress
        case .foreignAddress: .publishForeignAddress
        case .drafts: .publishDrafts
        case .reloadClient: .publishReloadClient
        case .secrets: .publishSecrets
        case .lostHostFiles: .publishLostHostFiles
        case .foreignFiles: .publishForeignFiles
        case .vanishedURLs: .publishVanishedURLs
        case .failedSnippets: .publishFailedSnippets
        case .brokenLinks: .publishBrokenLinks
        }
    }

    /// A refusal, with a hint how to allow it.
    package func refusal(
        _ summary: String, at place: Place? = nil, notes: [String] = [], fix: String
    ) -> Diagnostic {
        .error(
            id, summary, at: place, notes: notes.map { .init($0) },
            fixes: [.init(fix), .init("publish it all the same: --allow \(rawValue)")])
    }
}

extension Diagnostic.ID {
    package static let publishEmptySite = Diagnostic.ID("publish/empty-site")
    package static let publishShrunkenSite = Diagnostic.ID("publish/shrunken-site")
    package static let publishLocalAddress = Diagnostic.ID("publish/local-address")
    package static let publishForeignAddress = Diagnostic.ID("publish/foreign-address")
    package static let publishDrafts = Diagnostic.ID("publish/drafts")
    package static let publishReloadClient = Diagnostic.ID("publish/reload-client")
    package static let publishSecrets = Diagnostic.ID("publish/secrets")
    package static let publishLostHostFiles = Diagnostic.ID("publish/lost-host-files")
    package static let publishForeignFiles = Diagnostic.ID("publish/foreign-files")
    package static let publishVanishedURLs = Diagnostic.ID("publish/vanished-urls")
    package static let publishFailedSnippets = Diagnostic.ID("publish/failed-snippets")
    package static let publishBrokenLinks = Diagnostic.ID("publish/broken-links")
}
