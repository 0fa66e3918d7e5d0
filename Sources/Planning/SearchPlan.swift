import Addresses
import Content

/// The search of a site: the address of its page, and the number of files of its index.
///
/// It depends only on the number of posts, before any text is read. A file of terms holds about as
/// much as ``postsPerShard`` posts have, however large the site is. So a query loads the same
/// number of bytes on a site of 100 posts and on one of 10,000, except for terms in most posts.
package struct SearchPlan: Sendable, Hashable {
    /// The folder of the page and of the index: `/search/`.
    package let path: URLPath
    package let posts: Int
    /// How many files the terms are in; a power of two.
    package let shards: Int

    /// The number of posts whose terms one file holds.
    static let postsPerShard = 4
    /// How many posts one file of titles holds.
    package static let postsPerPage = 8

    /// How many files the titles are in.
    package var pages: Int { (posts + Self.postsPerPage - 1) / Self.postsPerPage }

    /// nil if the configuration turns the search off.
    init?(_ configuration: Configuration.Search, posts: Int) {
        if configuration.page.isEmpty { return nil }
        let folder = configuration.page
        path = URLPath(folder.hasSuffix("/") ? folder : folder + "/")
        self.posts = posts
        var shards = 1
        while shards * Self.postsPerShard < posts { shards *= 2 }
        self.shards = shards
    }

    /// The page, and every file of the index.
    var routes: [Route] {
        var files: [SearchFile] = [.counts]
        files += (0..<pages).map { .posts($0) }
        files += (0..<shards).map { .terms($0) }
        return [Route(path, .search)]
            + files.map { Route(path.appending(file: $0.name), .searchFile($0)) }
    }
}

/// One file of the search index.
package enum SearchFile: Sendable, Hashable {
    /// The numbers of posts and files.
    case counts
    /// The displayed values of some posts.
    case posts(Int)
    /// Some of the terms, each with the posts that have it.
    case terms(Int)

    /// Below the folder of the search: `index.json`, `posts/0.json`, `terms/0.txt`.
    package var name: String {
        switch self {
        case .counts: "index.json"
        case .posts(let number): "posts/\(number).json"
        case .terms(let number): "terms/\(number).txt"
        }
    }
}
