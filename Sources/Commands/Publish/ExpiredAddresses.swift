import Addresses
import Content
import Planning

/// The addresses that a site would have if nothing had expired.
enum ExpiredAddresses {
    /// Loads all heads once more, where a text has expired; none otherwise.
    static func of(_ loaded: LoadedSite) async throws -> Set<URLPath> {
        let hasExpired = loaded.library.hidden.contains {
            if case .expired = $0.reason { true } else { false }
        }
        guard hasExpired else { return [] }
        var configuration = loaded.configuration
        configuration.build.expired = true
        let (list, _) = try scan(loaded.folder, configuration)
        var (library, _) = try await Content.load(
            list, from: loaded.folder, configuration, now: loaded.now)
        let (plan, _) = Planning.plan(&library, configuration, themeAssets: [])
        return Set(plan.routes.map(\.path))
    }
}
