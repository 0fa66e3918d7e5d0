import Addresses

/// One URL of the site and its content, decided before anything is rendered.
package struct Route: Sendable, Hashable {
    /// `/tags/go/`.
    package let path: URLPath
    /// `tags/go/index.html`.
    package let output: OutputPath
    package let content: Content

    package init(_ path: URLPath, _ content: Content) {
        self.path = path
        output = path.outputPath
        self.content = content
    }

    /// Whether it redirects to another spelling of its own address, which is the same file on disks
    /// that ignore case.
    package var isOtherSpelling: Bool {
        guard case .redirect(let target) = content else { return false }
        return output.collisionKey == target.outputPath.collisionKey
    }

    /// The content at a route. Posts, pages and assets are indices into the library's arrays, theme
    /// assets into the array given to ``plan(_:_:themeAssets:)``.
    package enum Content: Sendable, Hashable {
        case home(Pager)
        case archive(ArchiveScope, Pager)
        /// All terms of a taxonomy: `/tags/`.
        case taxonomy(Taxonomy.Kind)
        /// The posts of one term, which is an index into the taxonomy's terms.
        case term(Taxonomy.Kind, Int, Pager)
        case post(Int)
        case page(Int)
        case feed(FeedFormat, FeedScope)
        case sitemap
        case robots
        case notFound
        /// The search page.
        case search
        /// A file of the index for the search page.
        case searchFile(SearchFile)
        /// A page that redirects: an alias, or `page/1/` of a list.
        case redirect(to: URLPath)
        /// The script of those pages; it keeps the fragment of the address.
        case redirectScript
        case asset(Int)
        case themeAsset(Int)
    }
}

/// The format of a feed.
package enum FeedFormat: String, Sendable, Hashable, CaseIterable {
    case rss, atom, json
}

/// The posts in a feed.
package enum FeedScope: Sendable, Hashable {
    case site
    /// An index into the taxonomy's terms.
    case term(Taxonomy.Kind, Int)
}
