import Addresses
import Content
import Diagnostics

/// The redirects for the `aliases` of posts and pages; an alias that is not valid as a file is left
/// out with a warning.
///
/// Of two texts with the same alias the earlier one wins, as with addresses of their own: the older
/// post, a post before a page, otherwise the first path.
func aliasRoutes(
    _ library: Library, _ configuration: Configuration, _ addresses: ContentAddresses
) -> ([RouteClaim], [Diagnostic]) {
    var aliases = AliasCollector(configuration)
    let posts = library.posts.enumerated().filter { !$1.head.aliases.isEmpty }.sorted { a, b in
        a.element.date.instant == b.element.date.instant
            ? a.element.source < b.element.source
            : a.element.date.instant < b.element.date.instant
    }
    for (index, post) in posts {
        aliases.add(post.head, post.source, of: .post(index), at: addresses.posts[index])
    }
    for (index, page) in library.pages.enumerated() where !page.head.aliases.isEmpty {
        aliases.add(page.head, page.source, of: .page(index), at: addresses.pages[index])
    }
    return (aliases.claims, aliases.diagnostics)
}

private struct AliasCollector {
    private let site: SiteAddress
    private let base: Configuration.AliasBase
    var claims: [RouteClaim] = []
    var diagnostics: [Diagnostic] = []
    private var check = AddressCheck()

    init(_ configuration: Configuration) {
        site = configuration.site.address
        base = configuration.posts.aliases
    }

    /// `../old/` of the page `/a/b/new/` as `/a/old/`: relative to the folder that contains the
    /// page, as in Hugo. A path that leads outside the site stays as it is.
    private func absolute(_ alias: String, at target: URLPath) -> String {
        let isOfPage =
            base == .page && !alias.hasPrefix("/") && DestinationParts(alias).scheme == nil
        guard isOfPage || alias.hasPrefix("../") || alias.hasPrefix("./") else { return alias }
        var parts = target.string.split(separator: "/").dropLast()
        for part in alias.split(separator: "/") where part != "." {
            if part != ".." {
                parts.append(part)
            } else if parts.popLast() == nil {
                return alias
            }
        }
        let path = "/" + parts.joined(separator: "/")
        return path + (alias.hasSuffix("/") && !parts.isEmpty ? "/" : "")
    }

    mutating func add(
        _ head: FrontMatter, _ source: SourcePath, of owner: Route.Content, at target: URLPath
    ) {
        var seen: Set<URLPath> = [target]
        let place = head.places["aliases"] ?? Place(file: source)
        for alias in head.aliases {
            let reason: String
            let path = absolute(alias, at: target)
            // A relative one never contains the base path.
            switch WrittenAddress(path, site, stripsBasePath: path == alias) {
            case .path(let path):
                // A repeated alias, or one equal to the address itself, has no effect.
                guard seen.insert(path).inserted else { continue }
                let flaw = check.flaw(of: path)
                if flaw?.isError != true {
                    let route = Route(path, .redirect(to: target))
                    claims.append(RouteClaim(route: route, aliasOf: owner))
                    continue
                }
                reason = "cannot be the name of a file"
            case .notAFile: reason = "has a query or a fragment, which no file can have"
            case .elsewhere: reason = "leads out of the site"
            }
            diagnostics.append(
                .warning(
                    .planBadAlias, "The alias '\(alias)' of '\(source)' \(reason)", at: place,
                    fixes: [Diagnostic.Fix("write a path such as '/old/' or '/old.html'")]))
        }
    }
}

extension Diagnostic.ID {
    package static let planBadAlias = Diagnostic.ID("plan/bad-alias")
}
