import Addresses
import Content
import Planning

/// The addresses that a site would have if nothing had expired.
enum ExpiredAddresses {
    /// Loads all heads once more, where a text has expired; none otherwise.
    static func of(_ session: SiteSession) async throws -> Set<URLPath> {
        let hasExpired = session.library.hidden.contains {
            if case .expired = $0.reason { true } else { false }
        }
        guard hasExpired, var configuration = session.configuration else { return [] }
        configuration.build.expired = true
        let (list, _) = try scan(session.folder, configuration)
        var (library, _) = try await Content.load(
            list, from: session.folder, configuration, now: session.now)
        let (plan, _) = Planning.plan(&library, configuration, themeAssets: [])
        return Set(plan.routes.map(\.path))
    }
}
