import Addresses

/// The old addresses compared with those that galley makes.
package struct AddressComparison: Sendable {
    package enum State: Sendable, Hashable {
        case same
        /// galley's redirect leads on from it.
        case redirected(to: URLPath)
        /// nil: nothing in the new site corresponds to it.
        case missing(now: URLPath?, reason: String)
    }

    package struct Result: Sendable, Hashable {
        package let old: OldAddress
        package let state: State
    }

    package let results: [Result]

    /// O(old addresses).
    package init(_ old: [OldAddress], with site: NewSite) {
        results = old.map { Result(old: $0, state: Self.state($0, site)) }
    }

    /// Redirects that would keep addresses that are missing now.
    package var redirects: [Redirect] {
        results.compactMap { result in
            guard case .missing(let now?, _) = result.state, result.old.kind != .feed,
                result.old.path.isFolder || result.old.path.string.hasSuffix(".html")
            else { return nil }
            let origin = result.old.source?.string ?? "a \(result.old.kind.rawValue) before"
            return Redirect(from: result.old.path, to: now, origin: origin)
        }
    }

    package func count(_ kind: OldAddress.Kind?, _ matches: (State) -> Bool) -> Int {
        results.count { (kind == nil || $0.old.kind == kind) && matches($0.state) }
    }

    private static func state(_ old: OldAddress, _ site: NewSite) -> State {
        for path in spellings(old.path) {
            switch site.routes[path] {
            case .redirect(let target)?: return .redirected(to: target)
            case .text(let source)?:
                if let own = old.source, own != source, site.sources[own] != nil { continue }
                return .same
            case .other?: return .same
            case nil: continue
            }
        }
        let now = counterpart(of: old, site)
        if let now { return .missing(now: now, reason: "is at \(now)") }
        if let source = old.source, let reason = site.hidden[source] {
            return .missing(now: nil, reason: reason)
        }
        return .missing(now: nil, reason: reason(old))
    }

    private static func reason(_ old: OldAddress) -> String {
        switch old.kind {
        case .post, .page: "no text of the new site is at it"
        case .term: "no published text has this term"
        case .list: "galley has no such list"
        case .feed: "galley has no such feed"
        case .found: "nothing in the new site has this address"
        }
    }

    /// The path as servers also find it: `/a` is the file `/a.html` or the folder `/a/`.
    private static func spellings(_ path: URLPath) -> [URLPath] {
        let name = path.string.split(separator: "/").last ?? ""
        if path.isFolder || name.contains(".") { return [path] }
        return [path, URLPath(path.string + ".html"), URLPath(path.string + "/")]
    }

    /// The address in the new site of what was at an old one.
    private static func counterpart(of old: OldAddress, _ site: NewSite) -> URLPath? {
        if let source = old.source {
            if let path = site.sources[source] { return path }
            let isListText = source.stem.hasPrefix("_index")
            return isListText
                ? site.listOfPosts.flatMap { isSectionOfPosts(old, site) ? $0 : nil } : nil
        }
        switch old.counterpart {
        case .posts(let page)?:
            guard let list = site.listOfPosts else { return nil }
            let path = page == 1 ? list : URLPath(list.base + "page/\(page)/")
            return site.routes[path] == nil ? nil : path
        case .archive(let year, let month, let page)?:
            var path = site.archives.string
            if let year { path += digits(year, 4) + "/" }
            if let month { path += digits(month, 2) + "/" }
            return existing(path, page, site)
        case .term(let taxonomy, let names, let page)?:
            return site.terms[([taxonomy] + names).map { $0.lowercased() }].flatMap {
                existing($0.string, page, site)
            }
        case .taxonomy(let name)?:
            return existing("/\(name)/", 1, site)
        case .feed?, nil: return nil
        }
    }

    private static func existing(_ base: String, _ page: Int, _ site: NewSite) -> URLPath? {
        let path = URLPath(page == 1 ? base : base + "page/\(page)/")
        return site.routes[path] == nil ? nil : path
    }

    private static func isSectionOfPosts(_ old: OldAddress, _ site: NewSite) -> Bool {
        guard let folder = old.source?.folder else { return false }
        return site.posts.map { $0 == folder } ?? false
    }
}
