import Addresses
import Content
import Diagnostics

/// Every URL of a site as a value, and the order of its posts, decided from heads alone.
package struct SitePlan: Sendable {
    /// By output path; no two are equal.
    package let routes: [Route]
    /// Parallel to the library's posts.
    package let postPaths: [URLPath]
    /// Parallel to the library's pages.
    package let pagePaths: [URLPath]
    /// The posts named by lists, feeds and the search, which are all except unlisted ones: by date,
    /// newest first, then by source path.
    package let order: [Int]
    /// For each post of the library the next newer one; nil for the newest.
    package let newer: [Int?]
    /// For each post of the library the next older one; nil for the oldest.
    package let older: [Int?]
    /// The posts in the order of the home page: sticky ones first, higher ones before lower ones.
    package let homeOrder: [Int]
    package let tags: Taxonomy
    package let categories: Taxonomy
    package let series: Taxonomy
    package let archive: Archive
    /// For each post of the library those that share most with it, closest first.
    package let related: [[Int]]
    /// nil: the site has no search.
    package let search: SearchPlan?
    /// The posts that the search finds, newest first.
    package let searchOrder: [Int]
    /// The navigation; nil: the theme's own (home, archives, tags, categories).
    package let menu: [MenuEntry]?
    /// Resolves the destinations of texts.
    package let links: SiteLinks
    /// The author's files in place of galley's, by path.
    package let ownFiles: [OwnFile]
    /// The address of the list of all posts, `/` or that of a site with a home page of its own;
    /// nil: it has none.
    package let baseOfPosts: URLPath?
    /// The errors that leave the site without addresses: nothing can be published until they are
    /// fixed. They are also among the diagnostics.
    package let blockingDiagnostics: [Diagnostic]

    /// By the collision key of the list's output path.
    let listTexts: [String: Int]

    /// The route at a path, O(1); nil without one.
    ///
    /// Only exact paths: `/a` is not `/a/` here.
    package func route(at path: URLPath) -> Route? {
        links.index(of: path).map { routes[$0] }
    }

    /// The `_index.md` text of the list whose first page is at a path, as an index into the
    /// library's; nil without one.
    package func listText(at path: URLPath) -> Int? {
        listTexts.isEmpty ? nil : listTexts[path.outputPath.collisionKey]
    }

    /// The terms of one kind.
    package func taxonomy(_ kind: Taxonomy.Kind) -> Taxonomy {
        switch kind {
        case .tags: tags
        case .categories: categories
        case .series: series
        }
    }
}
