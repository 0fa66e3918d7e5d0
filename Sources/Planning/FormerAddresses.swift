import Addresses
import Content
import Text

/// The addresses that terms and titles had before galley told signs apart: `CI/CD` and `CI-CD` were
/// both at `/tags/CI-CD/`, and `:title` lost every sign.
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
        guard case .success(let pattern) = PermalinkPattern.parse(configuration.posts.permalink),
            pattern.hasTitle
        else { return routes }
        for (post, path) in zip(library.posts, addresses.posts)
        where post.head.permalink == nil && title(post.title) != PathSegment.ofTitle(post.title) {
            let old = pattern.expand(
                PermalinkText(post), configuration, title: title(post.title))
            if case .path(let former) = old, former != path {
                routes.append(Route(former, .redirect(to: path)))
            }
        }
        return routes
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
