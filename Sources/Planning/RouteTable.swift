import Addresses
import Content
import Diagnostics

/// Takes in the routes of a site, each at a file of its own, and says what becomes of those that
/// claim one that is taken.
///
/// Of two texts the earlier one stands: the older post, a post before a page, else the first path. A
/// file that the author made stands before what galley makes at its path, and whatever stands before
/// an alias. One file are also paths that differ only in case or normalization, because a disk of
/// macOS or Windows holds just one of them.
struct RouteTable {
    private enum Occupant {
        /// The claim that stands there.
        case file(Int)
        /// The first claim inside of it.
        case folder(Int)
    }

    /// What keeps a claim from standing where it wants to, as an index of a claim.
    private enum Obstacle {
        case taken(Int)
        case isFolder(Int)
        case insideFile(Int)

        /// The claim that is in the way.
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
    /// Claims that keep generated files from a folder, each reported once.
    private var reported: Set<Int> = []
    private(set) var diagnostics: [Diagnostic] = []
    /// What galley does not make because the author did.
    private(set) var ownFiles: [OwnFile] = []

    init(_ library: Library, _ configuration: Configuration) {
        self.library = library
        names = RouteNames(library, configuration)
        occupants.reserveCapacity(library.posts.count * 4)
    }

    /// For the names of terms in what is reported from now on.
    mutating func name(_ taxonomies: [Taxonomy]) { names.taxonomies = taxonomies }

    /// What stands at a path; nil: nothing, or a folder.
    func content(at path: URLPath) -> Route.Content? {
        guard case .file(let index)? = occupants[path.outputPath.collisionKey[...]] else {
            return nil
        }
        return claims[index].route.content
    }

    // MARK: What the author made

    /// Takes in the posts and pages, and gives those that have to be left out, each with an error.
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

    /// Takes in a copied file; gives false, and reports an error, where something of the author's
    /// stands already.
    @discardableResult
    mutating func add(file route: Route) -> Bool {
        let claim = RouteClaim(route: route)
        guard let obstacle = place(claim) else { return true }
        refuse(claim, obstacle, by: claims[obstacle.claim])
        return false
    }

    // MARK: What galley makes

    /// Takes in what galley makes, but where the author made it.
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
                // One file may keep a whole folder from being there.
                refuse(claim, obstacle, by: other)
            }
        }
    }

    /// Notes that the author's home page stands at the root, and galley's list elsewhere.
    mutating func noteOwnHome() {
        guard let content = content(at: .root), let source = names.source(of: content) else {
            return
        }
        ownFiles.append(OwnFile(path: .root, source: source, replaced: "the home page"))
    }

    /// Takes in a redirect that a text asked for; one whose place is taken is left out with a
    /// warning.
    mutating func add(alias claim: RouteClaim) {
        guard let obstacle = place(claim) else { return }
        let other = claims[obstacle.claim]
        // Two aliases that lead to one text are one.
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

    /// Takes in a route unless something stands there; gives whether it did.
    mutating func add(ifFree route: Route) -> Bool { place(RouteClaim(route: route)) == nil }

    /// Takes in a redirect from another spelling of the address that it leads to, `/tags/Mysql/` to
    /// `/tags/MySQL/`; gives whether it did. Both are files where a disk keeps case.
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
        // Indices are sorted, because a route is a large value to move about.
        let outputs = claims.map(\.route.output)
        return outputs.indices.sorted { outputs[$0] < outputs[$1] }.map { claims[$0].route }
    }

    // MARK: One claim

    /// O(folders of its path that no earlier claim lies in).
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

    /// Whether a text stands before another one at the same address.
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

/// A route and, for a redirect, the text whose alias it is.
struct RouteClaim {
    let route: Route
    var aliasOf: Route.Content?
}

/// A file of the author's that stands where galley would have made one.
package struct OwnFile: Sendable, Hashable {
    package let path: URLPath
    package let source: SourcePath
    /// What galley does not make: `the home page`.
    package let replaced: String
}

extension Diagnostic.ID {
    package static let planCollision = Diagnostic.ID("plan/collision")
    package static let planAliasTaken = Diagnostic.ID("plan/alias-taken")
}
