import Addresses
import Synchronization

/// Finds what a site has under a path or a name, ignoring case, for broken links.
///
/// Built on first use, which most sites never need. O(routes + sources) then, O(1) after that.
final class FileNames: Sendable {
    private struct Index: Sendable {
        /// By address.
        var paths: [String: URLPath] = [:]
        /// By path below the site's folder, as it is spelled there.
        var sources: [String: String] = [:]
        /// By the last part of an address or a source; nil: the name is not unique.
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

    /// The address that differs from a path only in case and normalization.
    func path(like path: String, _ links: SiteLinks) -> URLPath? {
        index(links) { $0.paths[Self.key(path)] }
    }

    /// The source file that differs from a path only in case and normalization.
    func source(like path: String, _ links: SiteLinks) -> String? {
        index(links) { $0.sources[Self.key(path)] }
    }

    /// The address of the only file with a name, the last part of a path: `cover.png` also finds
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
            // The sources are unordered.
            for (source, path) in links.sources where links.index(of: path) != nil {
                let key = Self.key(source)
                index.sources[key] = min(index.sources[key] ?? source, source)
                index.add(path, named: source)
            }
            made = index
            return find(index)
        }
    }

    /// Equal for names that differ only in case or normalization.
    static func key(_ text: some StringProtocol) -> String { OutputPath(text).collisionKey }

    /// The last part of a path.
    static func name(of path: String) -> Substring {
        path.split(separator: "/").last ?? ""
    }
}

extension String {
    /// Without a trailing `/`.
    var trimmingSlash: String { hasSuffix("/") ? String(dropLast()) : self }
}
