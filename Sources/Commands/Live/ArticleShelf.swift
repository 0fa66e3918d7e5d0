import Addresses
import Content
import Rendering
import Synchronization

/// Keeps texts that were written, and their sources, so that a page that is looked at again is not
/// written again: of a bounded size, the longest unused ones go first.
final class ArticleShelf: Sendable {
    /// What an article was made from: equal keys, equal articles.
    struct Key: Hashable, Sendable {
        let source: SourcePath
        let digest: ContentDigest
        /// Of the plan, the theme, the configuration and the verdicts.
        let world: Int
    }

    private struct Entry {
        let result: ArticleWriter.Result
        let size: Int
        var used: Int
    }

    private struct Source {
        let digest: ContentDigest
        let bytes: [UInt8]
        var used: Int
    }

    private struct State {
        var articles: [Key: Entry] = [:]
        var articleBytes = 0
        /// The bytes of texts that were written last, which a broken edit may have overwritten.
        var sources: [SourcePath: Source] = [:]
        var sourceBytes = 0
        var clock = 0

        /// Lets go of the half that was used longest ago, so that it costs little for each.
        mutating func trim(_ articleLimit: Int, _ sourceLimit: Int) {
            if articleBytes > articleLimit {
                for (key, entry) in articles.sorted(by: { $0.value.used < $1.value.used }) {
                    guard articleBytes > articleLimit / 2 else { break }
                    articles[key] = nil
                    articleBytes -= entry.size
                }
            }
            if sourceBytes > sourceLimit {
                for (path, source) in sources.sorted(by: { $0.value.used < $1.value.used }) {
                    guard sourceBytes > sourceLimit / 2 else { break }
                    sources[path] = nil
                    sourceBytes -= source.bytes.count
                }
            }
        }
    }

    private let state = Mutex(State())
    private let articleLimit: Int
    private let sourceLimit: Int

    /// - Parameters: in bytes.
    init(articleLimit: Int = 64 << 20, sourceLimit: Int = 16 << 20) {
        self.articleLimit = articleLimit
        self.sourceLimit = sourceLimit
    }

    func article(_ key: Key) -> ArticleWriter.Result? {
        state.withLock { state in
            state.clock += 1
            state.articles[key]?.used = state.clock
            return state.articles[key]?.result
        }
    }

    /// The bytes that a text had when it was last written, if they are those of the digest.
    func bytes(_ source: SourcePath, _ digest: ContentDigest) -> [UInt8]? {
        state.withLock { state in
            guard let kept = state.sources[source], kept.digest == digest else { return nil }
            return kept.bytes
        }
    }

    func keep(_ result: ArticleWriter.Result, _ key: Key, from bytes: [UInt8]) {
        let size = result.size
        state.withLock { state in
            state.clock += 1
            state.articleBytes += size - (state.articles[key]?.size ?? 0)
            state.articles[key] = Entry(result: result, size: size, used: state.clock)
            state.sourceBytes += bytes.count - (state.sources[key.source]?.bytes.count ?? 0)
            state.sources[key.source] = Source(
                digest: key.digest, bytes: bytes, used: state.clock)
            state.trim(articleLimit, sourceLimit)
        }
    }

    /// Lets go of the articles of earlier worlds, and of earlier versions of their texts: nobody asks
    /// for them again.
    func keepOnly(world: Int, digest: (SourcePath) -> ContentDigest?) {
        state.withLock { state in
            for (key, entry) in state.articles
            where key.world != world || digest(key.source) != key.digest {
                state.articles[key] = nil
                state.articleBytes -= entry.size
            }
        }
    }
}

extension ArticleWriter.Result {
    /// About how much memory it takes, in bytes.
    fileprivate var size: Int {
        let summary = article.summary
        return article.content.count + summary.excerpt.count + summary.feedContent.count
            + 1024 * (1 + snippets.count) + 256 * (links.count + article.headings.count)
    }
}
