import Addresses
import Synchronization

/// What a site has under a name, whatever its case and its folder; for links that lead nowhere.
///
/// Made when it is first asked, since most sites never do. O(routes + sources) then.
final class FileNames: Sendable {
    /// One address of the site, and the source file that it comes from, if any.
    struct Entry: Sendable {
        let path: URLPath
        let source: String?
    }

    private let made = Mutex<[String: [Entry]]?>(nil)

    /// What has the name, the last part of a path: `cover.png` also finds `/img/Cover.PNG`.
    func entries(
        named name: some StringProtocol, routes: [Route], sources: [String: URLPath]
    ) -> [Entry] {
        let key = Self.key(name)
        return made.withLock { made in
            if let known = made { return known[key] ?? [] }
            var names: [String: [Entry]] = [:]
            for route in routes {
                names[Self.key(Self.name(of: route.path.string)), default: []]
                    .append(Entry(path: route.path, source: nil))
            }
            for (source, path) in sources {
                names[Self.key(Self.name(of: source)), default: []]
                    .append(Entry(path: path, source: source))
            }
            made = names
            return names[key] ?? []
        }
    }

    /// Equal for names that differ in case or normalization alone.
    static func key(_ text: some StringProtocol) -> String { OutputPath(text).collisionKey }

    /// The last part of a path.
    static func name(of path: String) -> Substring {
        path.split(separator: "/").last ?? ""
    }
}
