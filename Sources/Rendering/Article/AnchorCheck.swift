import Addresses
import Diagnostics
import Text

/// Checks the anchors of links once the outline of every text is known.
package struct AnchorCheck: Sendable {
    /// The ids of each page that has been parsed.
    private var ids: [URLPath: Set<String>] = [:]
    private var links: [OutgoingLink] = []

    /// How many ids of a page a missing one is compared with.
    private static let guesses = 200

    package init() {}

    /// Takes what one text at `path` has and wants; ids are those of its HTML, so that footnotes
    /// and raw elements count. O(bytes).
    package mutating func add(
        ids pageIDs: Set<String>, links outgoing: [OutgoingLink], at path: URLPath
    ) {
        ids[path] = pageIDs
        links += outgoing
    }

    /// The ids that a link to an article's page can lead to.
    package static func ids(of article: Article) -> Set<String> {
        ids(in: article.content).union(article.titleID.map { [$0] } ?? [])
    }

    /// The values of all `id` and `name` attributes in HTML, in either kind of quotes.
    ///
    /// Looks for the attributes alone, not for their elements: an id too many hides a warning, one
    /// too few would be a false alarm. O(bytes), at the speed of `memchr`.
    package static func ids(in html: [UInt8]) -> Set<String> {
        var ids: Set<String> = []
        html.withUnsafeBytes { bytes in
            var i = 0
            while let equals = bytes.index(of: UInt8(ascii: "="), from: i) {
                i = equals + 1
                guard i < bytes.count, endsKey(bytes, at: equals),
                    bytes[i] == UInt8(ascii: "\"") || bytes[i] == UInt8(ascii: "'")
                else { continue }
                let end = bytes.index(of: bytes[i], from: i + 1) ?? bytes.count
                ids.insert(String(decoding: bytes[(i + 1)..<end], as: UTF8.self))
                i = end
            }
        }
        return ids
    }

    /// Whether ` id` or ` name` stands before `end`.
    private static func endsKey(_ bytes: UnsafeRawBufferPointer, at end: Int) -> Bool {
        func has(_ key: StaticString) -> Bool {
            let start = end - key.utf8CodeUnitCount
            guard start > 0, [0x20, 0x09, 0x0A].contains(bytes[start - 1]) else { return false }
            return key.withUTF8Buffer { key in
                key.indices.allSatisfy { bytes[start + $0] == key[$0] }
            }
        }
        return has("id") || has("name")
    }

    /// A warning for each link to an anchor that is not there; pages without a text are not judged.
    package func diagnostics() -> [Diagnostic] {
        var guesses: [URLPath: [String]] = [:]
        return links.compactMap { link in
            guard let known = ids[link.target], !known.contains(link.fragment),
                link.fragment != "top"
            else { return nil }
            if guesses[link.target] == nil {
                guesses[link.target] = Array(known.sorted().prefix(Self.guesses))
            }
            let length = link.fragment.utf8.count
            let near = (guesses[link.target] ?? []).filter { abs($0.utf8.count - length) <= 6 }
            let fixes = nearestName(to: link.fragment, in: near)
                .map { [Diagnostic.Fix("did you mean '#\($0)'?")] }
            return .warning(
                .linkMissingAnchor, "there is no '#\(link.fragment)' on '\(link.target)'",
                at: link.place, fixes: fixes ?? [])
        }
    }
}
