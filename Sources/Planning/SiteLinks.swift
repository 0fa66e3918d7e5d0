import Addresses
import Content
import Text

/// Finds the route that the destination of a link means, as authors write destinations: URLs and
/// paths of the site, paths from the page, and paths from the source file.
package struct SiteLinks: Sendable {
    private let address: SiteAddress
    let content: SourcePath
    let routes: [Route]
    private let indices: [URLPath: Int]
    /// The addresses of source files; not all have a route, for example after a collision.
    let sources: [String: URLPath]
    let unpublished: UnpublishedTexts
    let names = FileNames()

    /// `routes` by output path. O(routes + sources).
    init(
        _ routes: [Route], sources: [String: URLPath], unpublished: UnpublishedTexts,
        address: SiteAddress, content: SourcePath
    ) {
        self.unpublished = unpublished
        self.address = address
        self.content = content
        self.routes = routes
        self.sources = sources
        var indices: [URLPath: Int] = [:]
        indices.reserveCapacity(routes.count)
        for (index, route) in routes.enumerated() { indices[route.path] = index }
        self.indices = indices
    }

    /// The index of the route at exactly this path.
    func index(of path: URLPath) -> Int? { indices[path] }

    /// The target of `destination`, written in the file `source` whose text is at `page`.
    ///
    /// `../other.md#part` is the route of that post; `cover.png` the image next to the source,
    /// otherwise the one next to the page; `/about` the route `/about/`;
    /// `https://example.org/blog/about/` a route if that is the site's own address. Decoded once,
    /// NFC. O(1) except for a missing target, which is compared with its neighbors.
    package func resolve(
        _ destination: String, from source: SourcePath, at page: URLPath
    ) -> LinkTarget {
        let target = target(of: destination, from: source, at: page)
        guard case .missing(let path, nil) = target, path.utf8.first == UInt8(ascii: "/") else {
            return target
        }
        return .missing(path: path, nearest: nearest(to: URLPath(path)))
    }

    /// The same without a suggestion for a missing target; O(1).
    package func target(
        of destination: String, from source: SourcePath, at page: URLPath
    ) -> LinkTarget {
        if address.isElsewhere(destination) { return .external(destination) }
        let parts = DestinationParts(destination)
        let fragment = parts.fragment.map { PercentCoding.decode(String($0)) ?? String($0) }
        // `///Users/me/a.png` has no host.
        if destination.hasPrefix("//"), !destination.hasPrefix("///") {
            return .external(destination)
        }
        if let scheme = parts.scheme?.lowercased() {
            guard scheme == "http" || scheme == "https" else { return .special(destination) }
            guard let own = address.path(ofAbsolute: String(parts.path)) else {
                return .external(destination)
            }
            return target(at: own.string, parts, fragment) ?? missing(own.string)
        }
        if parts.path.isEmpty {
            guard let query = parts.query else { return .samePage(fragment: fragment ?? "") }
            return .route(page, query: String(query), fragment: fragment)
        }
        guard let path = PercentCoding.decode(String(parts.path)) else {
            return .missing(path: String(parts.path), nearest: nil)
        }
        func lead(_ path: String) -> LinkTarget {
            path.hasPrefix("/")
                ? fromRoot(path, parts, fragment)
                : relative(path, from: source, at: page, parts, fragment)
        }
        let found = lead(path)
        // The name of a file may itself be percent-encoded.
        guard case .missing = found, path.utf8.count != parts.path.utf8.count,
            case .route(let raw, let query, let fragment) = lead(String(parts.path))
        else { return found }
        return .route(raw, query: query, fragment: fragment)
    }

    /// Whether a destination has a scheme that works only on the author's computer: `C:\a.png`.
    package func isOfComputer(_ destination: String) -> Bool {
        DestinationParts(destination).scheme.map { LinkScheme.isOfComputer($0) } ?? false
    }

    /// A path from the root of the site, with or without the base path, or from the content folder.
    private func fromRoot(
        _ path: String, _ parts: DestinationParts, _ fragment: String?
    ) -> LinkTarget {
        let path = Self.collapsed(path, below: "/")
        let base = address.basePath
        var inside = path
        if base != "/", path.hasPrefix(base) { inside = String(path.dropFirst(base.count - 1)) }
        if base != "/", path + "/" == base { inside = "/" }
        for candidate in inside == path ? [path] : [inside, path] {
            if let target = target(at: candidate, parts, fragment) { return target }
            let source = content.appending(String(candidate.dropFirst()))
            if let target = target(ofSource: source.string, parts, fragment) { return target }
        }
        return missing(inside)
    }

    /// A path from the folder of the source, from the folder of its images in Hexo (its name
    /// without extension), or from the page's URL.
    private func relative(
        _ path: String, from source: SourcePath, at page: URLPath, _ parts: DestinationParts,
        _ fragment: String?
    ) -> LinkTarget {
        let folder = source.folder
        for start in [folder, folder.appending(source.stem)] {
            let path = Self.collapsed(path, below: "/\(start.string)/").dropFirst()
            if let target = target(ofSource: String(path), parts, fragment) { return target }
        }
        let resolved = Self.collapsed(path, below: page.base)
        return target(at: resolved, parts, fragment) ?? missing(resolved)
    }

    private func target(
        at path: String, _ parts: DestinationParts, _ fragment: String?
    ) -> LinkTarget? {
        self.path(at: path).map {
            .route($0, query: parts.query.map { String($0) }, fragment: fragment)
        }
    }

    /// The path of the route at a decoded path, which may lack its trailing `/` or name an index.
    func path(at path: String) -> URLPath? {
        let path = URLPath(path)
        if indices[path] != nil { return path }
        let folder = path.withoutIndexName
        if folder != path, indices[folder] != nil { return folder }
        if path.isFolder { return nil }
        let asFolder = URLPath(path.string + "/")
        return indices[asFolder] != nil ? asFolder : nil
    }

    private func target(
        ofSource path: String, _ parts: DestinationParts, _ fragment: String?
    ) -> LinkTarget? {
        self.path(ofSource: path).map {
            .route($0, query: parts.query.map { String($0) }, fragment: fragment)
        }
    }

    /// The path of the route of a source file.
    func path(ofSource source: String) -> URLPath? {
        // Strings are equal in any normal form.
        guard let found = sources[source], indices[found] != nil else { return nil }
        return found
    }

    /// The intended address of a source file, whether it has it or not.
    package func wantedPath(of source: SourcePath) -> URLPath? { sources[source.string] }

    /// The path without `.` and `..` segments (RFC 3986, section 5.2.4); relative ones start from
    /// `base`, which ends in `/`. `../b` below `/x/a/` is `/x/b`.
    static func collapsed(_ path: String, below base: String) -> String {
        let slash = UInt8(ascii: "/")
        let whole = path.utf8.first == slash ? path : base + path
        let segments = whole.utf8.split(separator: slash, omittingEmptySubsequences: false)
        let isPlain = segments.dropFirst().dropLast().allSatisfy { !$0.isEmpty && !isDots($0) }
        guard let last = segments.last, !isPlain || isDots(last) else { return whole }
        var kept: [Substring.UTF8View] = []
        for segment in segments where !segment.isEmpty {
            if !isDots(segment) {
                kept.append(segment)
            } else if segment.count == 2 {
                _ = kept.popLast()
            }
        }
        var result = ""
        for segment in kept { result += "/" + Substring(segment) }
        return kept.isEmpty || last.isEmpty || isDots(last) ? result + "/" : result
    }

    /// Whether a segment is `.` or `..`.
    private static func isDots(_ segment: Substring.UTF8View) -> Bool {
        segment.count <= 2 && !segment.isEmpty && segment.allSatisfy { $0 == UInt8(ascii: ".") }
    }

    private func missing(_ path: String) -> LinkTarget {
        .missing(path: URLPath(path).string, nearest: nil)
    }

    /// How many neighbors are compared with a missing path: a site moved from elsewhere may have
    /// thousands of such links, and each comparison takes some 10 µs.
    private static let neighbours = 32

    /// A similar address among those near the path's position in the sorted routes. A typo in the
    /// first letters is found only on small sites.
    func nearest(to path: URLPath, where mayBeMeant: (URLPath) -> Bool = { _ in true }) -> String? {
        let folder = path.isFolder ? path : URLPath(path.string + "/")
        let wanted = folder.outputPath
        var low = 0
        var high = routes.count
        while low < high {
            let middle = (low + high) / 2
            if routes[middle].output < wanted { low = middle + 1 } else { high = middle }
        }
        let start = max(0, low - Self.neighbours / 2)
        let around = routes[start..<min(routes.count, start + Self.neighbours)]
        let length = path.string.utf8.count
        let near = around.map(\.path).filter {
            abs($0.string.utf8.count - length) <= 8 && mayBeMeant($0)
        }.map(\.string)
        return nearestName(to: path.string, in: near)
    }
}
