import Addresses
import Diagnostics
import Text

/// Checks the anchors of links once the outline of every text is known.
package struct AnchorCheck: Sendable {
    /// The ids of each page that has been parsed.
    private var ids: [URLPath: AnchorIDs] = [:]
    private var links: [OutgoingLink] = []

    /// How many ids of a page a missing one is compared with.
    private static let guesses = 200

    package init() {}

    /// Takes the ids of one text and its links to anchors.
    package mutating func add(_ text: ArticleFindings) {
        ids[text.path] = text.anchors
        links += text.outgoing
    }

    /// A warning for each link to an anchor that is not there; pages without a text are not judged.
    package func diagnostics() -> [Diagnostic] {
        var known: [URLPath: Set<String>] = [:]
        var guesses: [URLPath: [String]] = [:]
        return links.compactMap { link in
            guard let ids = known[link.target] ?? ids[link.target]?.all else { return nil }
            known[link.target] = ids
            if ids.contains(link.fragment) || link.fragment == "top" { return nil }
            if guesses[link.target] == nil {
                guesses[link.target] = Array(ids.sorted().prefix(Self.guesses))
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

extension Diagnostic.ID {
    package static let linkMissingAnchor = Diagnostic.ID("link/missing-anchor")
}
