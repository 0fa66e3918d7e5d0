import Addresses
import Content
import Diagnostics
import Text

/// The names of a site's routes in diagnostics, and their sources.
struct RouteNames {
    private let library: Library
    private let configuration: Configuration
    var taxonomies: [Taxonomy] = []

    init(_ library: Library, _ configuration: Configuration) {
        self.library = library
        self.configuration = configuration
    }

    /// The source file of a route; nil: galley generates it.
    func source(of content: Route.Content) -> SourcePath? {
        switch content {
        case .post(let index): library.posts[index].source
        case .page(let index): library.pages[index].source
        case .asset(let index): library.assets[index].source
        default: nil
        }
    }

    /// `the post 'content/posts/a.md'`; two files whose paths look the same get their normal forms
    /// too.
    func name(of claim: RouteClaim, besides other: RouteClaim) -> String {
        let twin = source(of: other.aliasOf ?? other.route.content)?.string
        if let owner = claim.aliasOf { return "an alias of \(name(of: owner, besides: twin))" }
        return name(of: claim.route.content, besides: twin)
    }

    /// The file that declares an alias.
    func owner(of alias: RouteClaim) -> String {
        alias.aliasOf.flatMap(source)?.string ?? ""
    }

    /// Where its address is written, or its file.
    func place(of claim: RouteClaim) -> Place? {
        if let owner = claim.aliasOf { return place(of: owner, key: "aliases") }
        return place(of: claim.route.content, key: "permalink")
    }

    // MARK: Collisions

    /// The error about a claim that is left out because another one has its address.
    func collision(of claim: RouteClaim, with other: RouteClaim) -> Diagnostic {
        let (a, b) = (name(of: other, besides: claim), name(of: claim, besides: other))
        let (first, second) = (other.route, claim.route)
        let summary =
            first.path == second.path
            ? "'\(first.path)' is the address of both \(a) and \(b)"
            : "'\(first.path)' of \(a) and '\(second.path)' of \(b) are one file"
        let explanation =
            first.output == second.output
            ? nil : "Disks that ignore case or normalization hold only one of them."
        return collision(summary, explanation, of: claim, with: other)
    }

    /// The same if one of the two is a file and the other needs a folder with that name.
    func collision(
        ofFile file: RouteClaim, inside: RouteClaim, refused claim: RouteClaim
    ) -> Diagnostic {
        let isFile = claim.route == file.route
        return collision(
            "'\(file.route.path)' of \(name(of: file, besides: inside)) is a file, and "
                + "'\(inside.route.path)' of \(name(of: inside, besides: file)) needs a folder "
                + "of that name", nil, of: claim, with: isFile ? inside : file)
    }

    private func collision(
        _ summary: String, _ explanation: String?, of claim: RouteClaim, with other: RouteClaim
    ) -> Diagnostic {
        let place = place(of: claim) ?? place(of: other)
        return .error(
            .planCollision, summary, at: place, explanation: explanation,
            notes: [
                Diagnostic.Note(
                    "\(name(of: other, besides: claim)) is there, and "
                        + "\(name(of: claim, besides: other)) is left out",
                    at: self.place(of: other))
            ],
            fixes: [Diagnostic.Fix(mend(claim.route.content))])
    }

    /// How the author of a file can give it another address.
    private func mend(_ content: Route.Content) -> String {
        switch content {
        case .post(let index):
            let head = library.posts[index].head
            if head.permalink != nil { return "write another 'permalink' for one of them" }
            let pattern = configuration.posts.permalink
            let hasSlug = pattern.contains(":slug") || pattern.contains(":path")
            return "give one of them a '\(hasSlug ? "slug" : "permalink")' of its own"
        case .page(let index):
            return library.pages[index].head.permalink == nil
                ? "rename one of the files, or give one a 'permalink'"
                : "write another 'permalink' for one of them"
        case .asset: return "rename or remove one of the files"
        case .feed(let format, _):
            return "write another name for '\(format.rawValue)' under [feeds]"
        case .search, .searchFile: return "write another 'page' under [search]"
        case .home: return "write another 'list' under [posts]"
        case .term: return "rename the term"
        default: return "give one of them another address"
        }
    }

    // MARK: Names and places

    private func name(of content: Route.Content, besides twin: String?) -> String {
        func file(_ kind: String, _ source: SourcePath) -> String {
            "the \(kind) \(source.string.quoted(besides: twin ?? source.string))"
        }
        switch content {
        case .post(let index): return file("post", library.posts[index].source)
        case .page(let index): return file("page", library.pages[index].source)
        case .asset(let index): return file("file", library.assets[index].source)
        case .home(let pager):
            return paged(pager.base == .root ? "the home page" : "the list of posts", pager)
        case .archive(.all, let pager): return paged("the archive", pager)
        case .archive(.year(let year), let pager): return paged("the archive of \(year)", pager)
        case .archive(.month(let year, let month), let pager):
            return paged("the archive of \(year)-\(digits(month, 2))", pager)
        case .taxonomy(let kind): return "the list of all \(kind.rawValue)"
        case .term(let kind, let index, let pager):
            let term = taxonomies.first { $0.kind == kind }?.terms[index]
            return paged("the \(kind.termName) '\(term?.name ?? pager.base.string)'", pager)
        case .feed(let format, _): return "the \(format.title) feed"
        case .sitemap: return "the sitemap"
        case .robots: return "the generated robots.txt"
        case .notFound: return "the generated 404 page"
        case .search: return "the search page"
        case .searchFile: return "a file of the search index"
        case .redirect(let target): return "the redirect to '\(target)'"
        case .redirectScript: return "the script of redirects"
        case .themeAsset: return "a file of the theme"
        }
    }

    private func paged(_ list: String, _ pager: Pager) -> String {
        pager.number == 1 ? list : "page \(pager.number) of \(list)"
    }

    private func place(of content: Route.Content, key: String) -> Place? {
        switch content {
        case .post(let index):
            return place(library.posts[index].head, key, library.posts[index].source)
        case .page(let index):
            return place(library.pages[index].head, key, library.pages[index].source)
        case .asset(let index): return Place(file: library.assets[index].source)
        case .term(let kind, _, let pager):
            return pager.posts.first.map { library.posts[$0] }.map { post in
                post.head.places[kind.rawValue] ?? Place(file: post.source)
            }
        case .feed(let format, _): return configuration.places["feeds.\(format.rawValue)"]
        case .search, .searchFile: return configuration.places["search.page"]
        case .home: return configuration.places["posts.list"]
        default: return nil
        }
    }

    private func place(_ head: FrontMatter, _ key: String, _ source: SourcePath) -> Place {
        let slug = key == "permalink" ? head.places["slug"] : nil
        return head.places[key] ?? slug ?? Place(file: source)
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
