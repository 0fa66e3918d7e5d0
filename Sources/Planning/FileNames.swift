import Addresses
import Synchronization

/// What a site has under a path or a name, whatever its case; for links that lead nowhere.
///
/// Made when it is first asked, since most sites never do. O(routes + sources) then, O(1) after that.
final class FileNames: Sendable {
    private struct Index: Sendable {
        /// By address.
        var paths: [String: URLPath] = [:]
        /// By path below the site's folder, as it is spelled there.
        var sources: [String: String] = [:]
        /// By the last part of an address or a source; nil: there are several of that name.
        var only: [String: URLPath?] = [:]

        mutating func add(_ path: URLPath, named name: String) {
            let key = FileNames.key(FileNames.name(of: name))
            if let known = only[key] {
                if known != path { only[key] = .some(nil) }
            } else {
                only[key] = path
            }
        }
    }

    private let made = Mutex<Index?>(nil)

    /// The address that differs from a path in case and normalization alone.
    func path(like path: String, _ links: SiteLinks) -> URLPath? {
        index(links) { $0.paths[Self.key(path)] }
    }

    /// The source file that differs from a path in case and normalization alone.
    func source(like path: String, _ links: SiteLinks) -> String? {
        index(links) { $0.sources[Self.key(path)] }
    }

    /// The address of what alone has a name, the last part of a path: `cover.png` also finds
    /// `/img/Cover.PNG`.
    func only(named name: some StringProtocol, _ links: SiteLinks) -> URLPath? {
        index(links) { $0.only[Self.key(name)] ?? nil }
    }

    private func index<Found: Sendable>(
        _ links: SiteLinks, _ find: (Index) -> sending Found
    ) -> Found {
        made.withLock { made in
            if let known = made { return find(known) }
            var index = Index()
            for route in links.routes {
                let key = Self.key(route.path.string.trimmingSlash)
                if index.paths[key] == nil { index.paths[key] = route.path }
                index.add(route.path, named: route.path.string)
            }
            // The sources have no order.
            for (source, path) in links.sources where links.index(of: path) != nil {
                let key = Self.key(source)
                index.sources[key] = min(index.sources[key] ?? source, source)
                index.add(path, named: source)
            }
            made = index
            return find(index)
        }
    }

    /// Equal for names that differ in case or normalization alone.
    static func key(_ text: some StringProtocol) -> String { OutputPath(text).collisionKey }

    /// The last part of a path.
    static func name(of path: String) -> Substring {
        path.split(separator: "/").last ?? ""
    }
}

extension String {
    /// Without a `/` at its end.
    var trimmingSlash: String { hasSuffix("/") ? String(dropLast()) : self }
}
