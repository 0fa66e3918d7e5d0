import Addresses
import Content
import Text

/// The addresses of terms and titles in versions that did not distinguish signs: `CI/CD` and
/// `CI-CD` were both at `/tags/CI-CD/` and in `:category`, and `:title` lost every sign.
///
/// Each redirects to the new address if it is free, so that a published address keeps working.
enum FormerAddresses {
    /// The redirects of terms, parents first, and of posts. O(terms + posts).
    static func redirects(
        _ taxonomies: [Taxonomy], _ library: Library, _ addresses: ContentAddresses,
        _ configuration: Configuration
    ) -> [Route] {
        var routes: [Route] = []
        for taxonomy in taxonomies where configuration.terms.slug == .galley {
            var former: [URLPath] = []
            for term in taxonomy.terms {
                let folder = term.parent.map { former[$0] } ?? taxonomy.kind.path
                let path = folder.appending(folder: PathSegment.segment(term.name))
                former.append(path)
                if path != term.path { routes.append(Route(path, .redirect(to: term.path))) }
            }
        }
        guard case .success(let pattern) = PermalinkPattern.parse(configuration.posts.permalink)
        else { return routes }
        for (post, path) in zip(library.posts, addresses.posts) {
            var own = pattern
            if let permalink = post.head.permalink {
                guard let written = PermalinkPattern(ofOwn: permalink, post.head, configuration)
                else { continue }
                own = written
            }
            guard own.hasTitle || own.hasTerms else { continue }
            var seen: Set<URLPath> = [path]
            for names in [former, formerTerms] {
                let old = own.expand(PermalinkText(post), configuration, names: names)
                if case .path(let former) = old, seen.insert(former).inserted {
                    routes.append(Route(former, .redirect(to: path)))
                }
            }
        }
        return routes
    }

    /// Titles and terms in their first form.
    private static let former = NameMapping(title: { title($0) }, term: { term($0) })
    /// Terms in the addresses of posts after titles had reached their current form.
    private static let formerTerms = NameMapping(
        title: { PathSegment.ofTitle($0) }, term: { term($0) })

    /// The former form of a term in the address of a post.
    private static func term(_ name: String) -> String {
        PathSegment.segment(name).replacing("/", with: "-")
    }

    /// The former form of a title: every sign, and every space, separated two words.
    private static func title(_ title: String) -> String {
        title.nfc.unicodeScalars
            .split { scalar in
                scalar.isUnicodePunctuation && !scalar.isEmojiPresentation
                    || scalar.properties.isWhitespace || scalar.value < 0x20
            }
            .map { String($0) }
            .joined(separator: "-")
    }
}
