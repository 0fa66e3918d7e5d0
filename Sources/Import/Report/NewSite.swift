import Addresses

/// What galley makes of the site, as far as addresses are compared with.
package struct NewSite: Sendable {
    package enum Made: Sendable, Hashable {
        case text(SourcePath)
        case redirect(to: URLPath)
        case other
    }

    package var routes: [URLPath: Made] = [:]
    /// Of published texts.
    package var sources: [SourcePath: URLPath] = [:]
    /// Why a text is not published, in words.
    package var hidden: [SourcePath: String] = [:]
    /// The addresses of terms by their names from the top in lower case; the first is the taxonomy.
    package var terms: [[String]: URLPath] = [:]
    /// The list of all posts.
    package var listOfPosts: URLPath?
    /// The folder of the posts, below the site's.
    package var posts: SourcePath?
    package var archives = URLPath("/archives/")

    package init() {}
}
