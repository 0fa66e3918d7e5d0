import Planning
import Rendering
import Synchronization

/// The search index of one snapshot, made when somebody searches: it takes every text of the site, and
/// has many files.
final class LiveSearch: Sendable {
    private let index = Mutex<SearchIndex?>(nil)

    /// One file of the index; nil: the site has no search. The first one makes all texts that are
    /// not in the cache, seconds long on a large site; whoever asks meanwhile waits for it.
    func file(_ file: SearchFile, of site: Site, _ articles: LiveArticles) -> [UInt8]? {
        let index = index.withLock { index in
            if index == nil {
                let summaries = site.library.posts.indices.map { articles.summary(post: $0) }
                index = SearchIndex(site: site, summaries: summaries)
            }
            return index
        }
        return index?.file(file)
    }
}
