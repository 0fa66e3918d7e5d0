import Addresses
import Diagnostics
import Text

/// Checks the anchors of links once the outline of every text is known.
package struct AnchorCheck: Sendable {
    /// The ids of each page that has been parsed.
    private var ids: [URLPath: Set<String>] = [:]
    private var links: [OutgoingLink] = []

    package init() {}

    /// Takes what one text at `path` has and wants; ids are those of its HTML, so that footnotes
    /// and raw elements count. O(bytes).
    package mutating func add(
        ids pageIDs: Set<String>, links outgoing: [OutgoingLink], at path: URLPath
    ) {
        ids[path] = pageIDs
        links += outgoing
    }

    /// The values of all `id="…"` in HTML.
    package static func ids(in html: [UInt8]) -> Set<String> {
        let key = Array(" id=\"".utf8)
        var ids: Set<String> = []
        var i = 0
        while i + key.count < html.count {
            guard html[i] == key[0], html[i + 1] == key[1],
                html[i..<i + key.count].elementsEqual(key)
            else {
                i += 1
                continue
            }
            let start = i + key.count
            let end = html[start...].firstIndex(of: UInt8(ascii: "\"")) ?? html.endIndex
            ids.insert(String(decoding: html[start..<end], as: UTF8.self))
            i = end
        }
        return ids
    }

    /// A warning for each link to an anchor that is not there; pages without a text are not judged.
    package func diagnostics() -> [Diagnostic] {
        links.compactMap { link in
            guard let known = ids[link.target], !known.contains(link.fragment),
                link.fragment != "top"
            else { return nil }
            let fixes = nearestName(to: link.fragment, in: known.sorted())
                .map { [Diagnostic.Fix("did you mean '#\($0)'?")] }
            return .warning(
                .linkMissingAnchor, "there is no '#\(link.fragment)' on '\(link.target)'",
                at: link.place, fixes: fixes ?? [])
        }
    }
}
