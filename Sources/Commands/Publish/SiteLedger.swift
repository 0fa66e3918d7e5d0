import Addresses
import Content
import Diagnostics
import Planning
import Publishing
import Rendering

/// A site's addresses as a ledger, and the comparison with the one that is committed.
struct SiteLedger {
    /// What the site would be published with.
    let current: Ledger
    /// nil: there is no galley.lock.
    let committed: Ledger?
    private let site: Site
    private let bytes: [UInt8]
    private let unreadable: [Diagnostic]

    /// Throws where galley.lock is there and cannot be read.
    init(_ site: Site, of folder: SiteFolder) throws {
        self.site = site
        current = Self.ledger(of: site)
        guard folder.kind(of: SiteFiles.ledger) == .file else {
            (committed, bytes, unreadable) = (nil, [], [])
            return
        }
        bytes = try folder.read(SiteFiles.ledger)
        do throws(Ledger.BadLine) {
            committed = try Ledger(bytes)
            unreadable = []
        } catch {
            committed = nil
            unreadable = [
                .error(
                    .ledgerUnreadable, "'\(SiteFiles.ledger)' has a line that is none of a ledger",
                    at: Place(file: SiteFiles.ledger, range: error.range),
                    fixes: [
                        .init("take both sides of a merge, since lines may be in any order"),
                        .init("write it again: galley publish --accept"),
                    ])
            ]
        }
    }

    /// What the site breaks of it; nothing without one.
    func problems(of session: SiteSession) async throws -> [Diagnostic] {
        var comparison = self.comparison(.none)
        // Seldom is anything gone, and the heads are read again for it.
        if comparison?.gone.isEmpty == false {
            comparison = self.comparison(try await ends(of: session))
        }
        return unreadable + (comparison?.diagnostics(file: SiteFiles.ledger, bytes) ?? [])
    }

    /// Which addresses of the site may go.
    func ends(of session: SiteSession) async throws -> ExpectedEnds {
        ExpectedEnds(
            expired: try await ExpiredAddresses.of(session),
            taxonomies: Taxonomy.Kind.allCases.map { ($0.path, isNested: $0 == .categories) },
            indexes: [Taxonomy.Kind.series.path], ledger: committed)
    }

    func comparison(_ ends: ExpectedEnds) -> LedgerComparison? {
        committed.map {
            LedgerComparison($0, with: current, moved: moved, ends: ends) { path in
                // An older galley noted the file of a folder.
                site.plan.route(at: path) != nil
                    || site.plan.route(at: path.withoutIndexName) != nil
            }
        }
    }

    /// The new ids of posts by their old addresses.
    private var moved: [URLPath: String] {
        let posts = Set(site.plan.postPaths)
        var moved: [URLPath: String] = [:]
        for route in site.plan.routes {
            if case .redirect(let target) = route.content, posts.contains(target) {
                moved[route.path] = site.configuration.site.address.permalink(target).string
            }
        }
        return moved
    }

    private static func ledger(of site: Site) -> Ledger {
        let address = site.configuration.site.address
        var feeds: [String: SourcePath] = [:]
        for (index, post) in site.library.posts.enumerated() {
            feeds[address.permalink(site.plan.postPaths[index]).string] = post.source
        }
        let promised = site.plan.routes.filter(isPromised)
        return Ledger(
            urls: Set(promised.map(\.path)), terms: Set(promised.filter(isTerm).map(\.path)),
            feeds: feeds)
    }

    private static func isTerm(_ route: Route) -> Bool {
        switch route.content {
        case .term, .feed(_, .term): true
        // It is there only while a post has a series.
        case .taxonomy(.series): true
        // From another spelling of a term.
        case .redirect(let target):
            Taxonomy.Kind.allCases.contains {
                route.path.string.hasPrefix($0.path.string)
                    && target.string.hasPrefix($0.path.string)
            }
        default: false
        }
    }

    /// Whether people may have linked to it: not the later pages of a list, which come and go, nor
    /// what only pages themselves load.
    private static func isPromised(_ route: Route) -> Bool {
        switch route.content {
        case .home(let pager), .archive(_, let pager), .term(_, _, let pager): pager.number == 1
        case .taxonomy, .post, .page, .feed, .sitemap, .asset: true
        case .redirect(let target): route.path.string != target.base + "page/1/"
        default: false
        }
    }
}
