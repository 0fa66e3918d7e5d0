import Addresses
import Content
import Diagnostics

/// Takes in the routes of a site and reports those that claim the same file.
///
/// Of two claims the first one stands. One file are also paths that differ only in case or
/// normalisation, because a disk of macOS or Windows holds just one of them.
struct RouteTable {
    /// A route and, for a redirect, the text whose alias it is.
    struct Claim {
        let route: Route
        var aliasOf: Route.Content?
    }

    private enum Occupant {
        /// The claim that stands there.
        case file(Int)
        /// The first claim inside of it.
        case folder(Int)
    }

    private let library: Library
    private let configuration: Configuration
    private let taxonomies: [Taxonomy]
    private var claims: [Claim] = []
    /// By collision key, every file and every folder of the output.
    private var occupants: [Substring: Occupant] = [:]
    private(set) var diagnostics: [Diagnostic] = []

    init(_ library: Library, _ configuration: Configuration, _ taxonomies: [Taxonomy]) {
        self.taxonomies = taxonomies
        self.library = library
        self.configuration = configuration
        occupants.reserveCapacity(library.posts.count * 4)
    }

    mutating func add(_ routes: [Route]) {
        for route in routes { add(Claim(route: route)) }
    }

    /// O(folders of its path that no earlier claim lies in).
    mutating func add(_ claim: Claim) {
        switch place(claim) {
        case nil: break
        case .taken(let other):
            let owner = claims[other].route.content
            if !claim.route.content.gives(way: owner, at: claim.route.path) {
                report(claim, claims[other])
            }
        case .isFolder(let inside): reportFolder(file: claim, inside: claims[inside])
        case .insideFile(let file): reportFolder(file: claims[file], inside: claim)
        }
    }

    /// Takes in a route unless something stands there; gives whether it did.
    mutating func addIfFree(_ route: Route) -> Bool {
        place(Claim(route: route)) == nil
    }

    /// What keeps a claim from standing where it wants to, as an index of a claim.
    private enum Obstacle {
        case taken(Int)
        case isFolder(Int)
        case insideFile(Int)
    }

    private mutating func place(_ claim: Claim) -> Obstacle? {
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

    /// All routes by output path.
    func sorted() -> [Route] {
        // Indices are sorted, because a route is a large value to move about.
        let outputs = claims.map(\.route.output)
        return outputs.indices.sorted { outputs[$0] < outputs[$1] }.map { claims[$0].route }
    }

    private mutating func report(_ claim: Claim, _ other: Claim) {
        let (a, b) = (describe(other), describe(claim))
        let paths = (other.route.path, claim.route.path)
        let summary =
            paths.0 == paths.1
            ? "'\(paths.0)' is the address of both \(a.name) and \(b.name)"
            : "'\(paths.0)' of \(a.name) and '\(paths.1)' of \(b.name) are one file"
        let explanation =
            other.route.output == claim.route.output
            ? nil : "Disks that ignore case or normalisation hold only one of them."
        append(summary, explanation, a, b)
    }

    private mutating func reportFolder(file: Claim, inside: Claim) {
        let (a, b) = (describe(file), describe(inside))
        append(
            "'\(file.route.path)' of \(a.name) is a file, and '\(inside.route.path)' of "
                + "\(b.name) needs a folder of that name", nil, a, b)
    }

    private mutating func append(
        _ summary: String, _ explanation: String?, _ a: (name: String, place: Place?),
        _ b: (name: String, place: Place?)
    ) {
        let (first, second) = b.place == nil ? (b, a) : (a, b)
        diagnostics.append(
            .error(
                .planCollision, summary, at: second.place, explanation: explanation,
                notes: [Diagnostic.Note("\(first.name) stands there too", at: first.place)],
                fixes: [Diagnostic.Fix("give one of them another address")]))
    }

    /// What a claim is called, and where it comes from.
    private func describe(_ claim: Claim) -> (name: String, place: Place?) {
        if let owner = claim.aliasOf {
            let (name, place) = describe(owner, key: "aliases")
            return ("an alias of \(name)", place)
        }
        return describe(claim.route.content, key: "permalink")
    }

    private func describe(_ content: Route.Content, key: String) -> (name: String, place: Place?) {
        switch content {
        case .post(let index):
            let post = library.posts[index]
            return ("the post '\(post.source)'", place(of: key, post.head, post.source))
        case .page(let index):
            let page = library.pages[index]
            return ("the page '\(page.source)'", place(of: key, page.head, page.source))
        case .asset(let index):
            let source = library.assets[index].source
            return ("the file '\(source)'", Place(file: source))
        case .home(let pager): return (name("the home page", pager), nil)
        case .archive(.all, let pager): return (name("the archive", pager), nil)
        case .archive(.year(let year), let pager):
            return (name("the archive of \(year)", pager), nil)
        case .archive(.month(let year, let month), let pager):
            return (name("the archive of \(year)-\(digits(month, 2))", pager), nil)
        case .taxonomy(let kind): return ("the list of all \(kind.rawValue)", nil)
        case .term(let kind, let index, let pager):
            let post = pager.posts.first.map { library.posts[$0] }
            let term = taxonomies.first { $0.kind == kind }?.terms[index]
            return (
                name("the \(kind.termName) '\(term?.name ?? pager.base.string)'", pager),
                post.map { place(of: kind.rawValue, $0.head, $0.source) }
            )
        case .feed(let format, _):
            return ("the \(format.title) feed", configuration.places["feeds.\(format.rawValue)"])
        case .sitemap: return ("the sitemap", nil)
        case .robots: return ("the generated robots.txt", nil)
        case .notFound: return ("the generated 404 page", nil)
        case .search: return ("the search page", configuration.places["search.page"])
        case .searchFile:
            return ("a file of the search index", configuration.places["search.page"])
        case .redirect(let target): return ("the redirect to '\(target)'", nil)
        case .redirectScript: return ("the script of redirects", nil)
        case .themeAsset: return ("a file of the theme", nil)
        }
    }

    private func place(of key: String, _ head: Head, _ source: SourcePath) -> Place {
        head.places[key] ?? Place(file: source)
    }

    private func name(_ list: String, _ pager: Pager) -> String {
        pager.number == 1 ? list : "page \(pager.number) of \(list)"
    }
}

extension Route.Content {
    /// Whether this generated file silently yields to one that the author made at its path:
    /// robots.txt, the 404 page, the search page and the theme's favicon.
    fileprivate func gives(way author: Route.Content, at path: URLPath) -> Bool {
        switch author {
        case .asset, .page: break
        default: return false
        }
        switch self {
        case .robots, .notFound, .search: return true
        case .themeAsset: return path.string.hasPrefix("/favicon.")
        default: return false
        }
    }
}

extension FeedFormat {
    /// `RSS`.
    fileprivate var title: String {
        switch self {
        case .rss: "RSS"
        case .atom: "Atom"
        case .json: "JSON"
        }
    }
}

extension Diagnostic.ID {
    package static let planCollision = Diagnostic.ID("plan/collision")
}
