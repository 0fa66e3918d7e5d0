import Addresses
import Content
import Diagnostics

/// Collects the routes of a site, each with a file of its own, and resolves collisions.
///
/// Of two texts the earlier one wins: the older post, a post before a page, otherwise the first
/// path. The author's file takes precedence over galley's at its path, and anything over an alias.
/// Paths that differ only in case or normalization also count as one file, because a disk of macOS
/// or Windows can hold only one of them.
struct RouteTable {
    private enum Occupant {
        /// The claim that has this path.
        case file(Int)
        /// The first claim inside it.
        case folder(Int)
    }

    /// Why a claim cannot have its path, as the index of another claim.
    private enum Obstacle {
        case taken(Int)
        case isFolder(Int)
        case insideFile(Int)

        /// The conflicting claim.
        var claim: Int {
            switch self {
            case .taken(let index), .isFolder(let index), .insideFile(let index): index
            }
        }
    }

    private let library: Library
    private var names: RouteNames
    private var claims: [RouteClaim] = []
    /// By collision key, every file and every folder of the output.
    private var occupants: [Substring: Occupant] = [:]
    /// Claims that keep generated files out of a folder, each reported once.
    private var reported: Set<Int> = []
    private(set) var diagnostics: [Diagnostic] = []
    /// Files that galley does not generate because the author provides them.
    private(set) var ownFiles: [OwnFile] = []

    init(_ library: Library, _ configuration: Configuration) {
        self.library = library
        names = RouteNames(library, configuration)
        occupants.reserveCapacity(library.posts.count * 4)
    }

    /// For the names of terms in later reports.
    mutating func name(_ taxonomies: [Taxonomy]) { names.taxonomies = taxonomies }

    /// The content at a path; nil: nothing, or a folder.
    func content(at path: URLPath) -> Route.Content? {
        guard case .file(let index)? = occupants[path.outputPath.collisionKey[...]] else {
            return nil
        }
        return claims[index].route.content
    }

    // MARK: The author's files

    /// Adds the posts and pages, and returns those that must be left out, each with an error.
    mutating func add(texts: [Route]) -> [Route.Content] {
        var losers: [(RouteClaim, by: Int, Obstacle)] = []
        for route in texts {
            let claim = RouteClaim(route: route)
            guard let obstacle = place(claim) else { continue }
            guard case .taken(let other) = obstacle, precedes(route, claims[other].route) else {
                losers.append((claim, obstacle.claim, obstacle))
                continue
            }
            losers.append((claims[other], other, obstacle))
            claims[other] = claim
        }
        for (loser, winner, obstacle) in losers { refuse(loser, obstacle, by: claims[winner]) }
        return losers.map(\.0.route.content)
    }

    /// Adds a copied file; returns false, with an error, if the author already has something there.
    @discardableResult
    mutating func add(file route: Route) -> Bool {
        let claim = RouteClaim(route: route)
        guard let obstacle = place(claim) else { return true }
        refuse(claim, obstacle, by: claims[obstacle.claim])
        return false
    }

    // MARK: Generated files

    /// Adds generated routes, except where the author provides the file.
    mutating func add(generated routes: [Route]) {
        for route in routes {
            let claim = RouteClaim(route: route)
            guard let obstacle = place(claim) else { continue }
            let other = claims[obstacle.claim]
            if case .taken = obstacle, let source = names.source(of: other.route.content) {
                ownFiles.append(
                    OwnFile(
                        path: other.route.path, source: source,
                        replaced: names.name(of: claim, besides: other)))
            } else if case .taken = obstacle {
                refuse(claim, obstacle, by: other)
            } else if reported.insert(obstacle.claim).inserted {
                // One file may keep out a whole folder.
                refuse(claim, obstacle, by: other)
            }
        }
    }

    /// Records that the author's home page is at the root, and galley's list elsewhere.
    mutating func noteOwnHome() {
        guard let content = content(at: .root), let source = names.source(of: content) else {
            return
        }
        ownFiles.append(OwnFile(path: .root, source: source, replaced: "the home page"))
    }

    /// Adds a redirect that a text declares; leaves it out with a warning if its path is taken.
    mutating func add(alias claim: RouteClaim) {
        guard let obstacle = place(claim) else { return }
        let other = claims[obstacle.claim]
        // Two aliases for the same text count as one.
        if case .taken = obstacle, other.route.content == claim.route.content { return }
        diagnostics.append(
            .warning(
                .planAliasTaken,
                "The alias '\(claim.route.path)' of '\(names.owner(of: claim))' is left out: "
                    + "\(names.name(of: other, besides: claim)) is there",
                at: names.place(of: claim),
                notes: names.place(of: other).map {
                    [Diagnostic.Note("that address is given here", at: $0)]
                } ?? [],
                fixes: [Diagnostic.Fix("remove the alias, or write another address")]))
    }

    /// Adds a route if its path is free; returns whether it was.
    mutating func add(ifFree route: Route) -> Bool { place(RouteClaim(route: route)) == nil }

    /// Adds a redirect from another spelling of its target, `/tags/Mysql/` to `/tags/MySQL/`;
    /// returns whether it was free. Both are files where a disk distinguishes case.
    mutating func add(spelling path: URLPath, of target: URLPath) -> Bool {
        let claim = RouteClaim(route: Route(path, .redirect(to: target)))
        guard case .file(let other)? = occupants[claim.route.output.collisionKey[...]],
            claims[other].route.path == target
        else { return false }
        claims.append(claim)
        return true
    }

    /// All routes by output path.
    func sorted() -> [Route] {
        // Indices are sorted, because a route is a large value to move.
        let outputs = claims.map(\.route.output)
        return outputs.indices.sorted { outputs[$0] < outputs[$1] }.map { claims[$0].route }
    }

    // MARK: One claim

    /// O(folders of its path that no earlier claim contains).
    private mutating func place(_ claim: RouteClaim) -> Obstacle? {
        let key = claim.route.output.collisionKey[...]
        switch occupants[key] {
        case .file(let other)?: return .taken(other)
        case .folder(let inside)?: return .isFolder(inside)
        case nil: break
        }
        var opened: [Substring] = []
        var end = key.utf8.endIndex
        climb: while let slash = key.utf8[..<end].lastIndex(of: UInt8(ascii: "/")) {
            let folder = key[..<slash]
            switch occupants[folder] {
            case .file(let file)?: return .insideFile(file)
            case .folder?: break climb
            case nil: opened.append(folder)
            }
            end = slash
        }
        for folder in opened { occupants[folder] = .folder(claims.count) }
        occupants[key] = .file(claims.count)
        claims.append(claim)
        return nil
    }

    /// Whether a text takes precedence over another one at the same address.
    private func precedes(_ a: Route, _ b: Route) -> Bool {
        switch (a.content, b.content) {
        case (.post(let x), .post(let y)):
            let (x, y) = (library.posts[x], library.posts[y])
            return x.date.instant == y.date.instant
                ? x.source < y.source : x.date.instant < y.date.instant
        case (.page(let x), .page(let y)): return library.pages[x].source < library.pages[y].source
        case (.post, _): return true
        default: return false
        }
    }

    private mutating func refuse(_ claim: RouteClaim, _ obstacle: Obstacle, by other: RouteClaim) {
        switch obstacle {
        case .taken: diagnostics.append(names.collision(of: claim, with: other))
        case .isFolder:
            diagnostics.append(names.collision(ofFile: claim, inside: other, refused: claim))
        case .insideFile:
            diagnostics.append(names.collision(ofFile: other, inside: claim, refused: claim))
        }
    }
}

/// A route and, for a redirect, the text that declares the alias.
struct RouteClaim {
    let route: Route
    var aliasOf: Route.Content?
}

/// A file of the author's in place of one that galley would generate.
package struct OwnFile: Sendable, Hashable {
    package let path: URLPath
    package let source: SourcePath
    /// The replaced file: `the home page`.
    package let replaced: String
}

extension Diagnostic.ID {
    package static let planCollision = Diagnostic.ID("plan/collision")
    package static let planAliasTaken = Diagnostic.ID("plan/alias-taken")
}
