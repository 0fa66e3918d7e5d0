import Addresses
import Content

/// The texts of a site that are not published, for links that lead to where they would be.
struct UnpublishedTexts: Sendable {
    private var bySource: [String: Hidden] = [:]
    private var byPath: [URLPath: Hidden] = [:]

    /// O(hidden texts).
    init(_ library: Library, _ addresses: ContentAddresses) {
        if library.hidden.isEmpty { return }
        for hidden in library.hidden { bySource[hidden.source.string] = hidden }
        for (source, path) in addresses.paths(of: library.unpublished) {
            byPath[path] = bySource[source.string]
        }
    }

    var isEmpty: Bool { bySource.isEmpty }

    /// The text whose file has this path below the site's folder.
    func text(from source: String) -> Hidden? { bySource[source] }

    /// The text that would be at an address, with or without its last `/`.
    func text(at path: URLPath) -> Hidden? {
        let path = path.withoutIndexName
        return byPath[path] ?? (path.isFolder ? nil : byPath[URLPath(path.string + "/")])
    }
}
