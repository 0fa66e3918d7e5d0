import Addresses
import Content
import Text

/// The addresses that terms and titles had before galley told signs apart: `CI/CD` and `CI-CD` were
/// both at `/tags/CI-CD/` and in `:category`, and `:title` lost every sign.
///
/// Each redirects to the new one where nothing else stands, so that a published address leads on.
enum FormerAddresses {
    /// The redirects of terms, whose parents come before them, and of posts. O(terms + posts).
    static func redirects(
        _ taxonomies: [Taxonomy], _ library: Library, _ addresses: ContentAddresses,
        _ configuration: Configuration
    ) -> [Route] {
        var routes: [Route] = []
        for taxonomy in taxonomies {
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

    /// Titles and terms as they were at first.
    private static let former = NameMapping(title: { title($0) }, term: { term($0) })
    /// Terms as they were in the addresses of posts when titles had come to be as they are.
    private static let formerTerms = NameMapping(
        title: { PathSegment.ofTitle($0) }, term: { term($0) })

    /// A term as it was in the address of a post.
    private static func term(_ name: String) -> String {
        PathSegment.segment(name).replacing("/", with: "-")
    }

    /// A title as it was: every sign, and every space, parted two words.
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
