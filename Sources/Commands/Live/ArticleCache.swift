import Addresses
import Articles
import Content
import Markdown
import Rendering
import Synchronization

/// Keeps what the stages of single texts gave, so that a page that is looked at again is not made again:
/// the trees of the texts that were used last, the sources and the HTML of many more. Each is of a bounded
/// size; the longest unused ones go first.
final class ArticleCache: Sendable {
    /// What an article was made from: equal keys, equal articles.
    struct Key: Hashable, Sendable {
        let source: SourcePath
        let digest: ContentDigest
        /// Of the plan, the theme, the configuration and the verdicts.
        let generation: Int
    }

    /// What rendering a text gave, and what checking it found.
    struct Rendered: Sendable {
        let article: Article
        let findings: ArticleFindings
    }

    private struct Entry {
        let rendered: Rendered
        let size: Int
        var used: Int
    }

    /// The bytes of a text, which a broken edit may have overwritten on the disk.
    private struct Source {
        let digest: ContentDigest
        let bytes: [UInt8]
        var used: Int
    }

    /// What parse and check gave of a text.
    private struct Text {
        let digest: ContentDigest
        let parser: ArticleParser
        let checked: CheckedArticle
        /// The one that it was checked in.
        let generation: Int
        let size: Int
        var used: Int
    }

    private struct State {
        var articles: [Key: Entry] = [:]
        var articleBytes = 0
        var texts: [SourcePath: Text] = [:]
        var textBytes = 0
        var sources: [SourcePath: Source] = [:]
        var sourceBytes = 0
        var clock = 0

        /// Releases the half that was used longest ago, so that the cost for each is small.
        mutating func trim(_ articleLimit: Int, _ textLimit: Int, _ sourceLimit: Int) {
            if sourceBytes > sourceLimit {
                for (path, source) in sources.sorted(by: { $0.value.used < $1.value.used }) {
                    guard sourceBytes > sourceLimit / 2 else { break }
                    sources[path] = nil
                    sourceBytes -= source.bytes.count
                }
            }
            if articleBytes > articleLimit {
                for (key, entry) in articles.sorted(by: { $0.value.used < $1.value.used }) {
                    guard articleBytes > articleLimit / 2 else { break }
                    articles[key] = nil
                    articleBytes -= entry.size
                }
            }
            if textBytes > textLimit {
                for (path, text) in texts.sorted(by: { $0.value.used < $1.value.used }) {
                    guard textBytes > textLimit / 2 else { break }
                    texts[path] = nil
                    textBytes -= text.size
                }
            }
        }
    }

    private let state = Mutex(State())
    private let articleLimit: Int
    private let textLimit: Int
    private let sourceLimit: Int

    /// - Parameters: in bytes.
    init(articleLimit: Int = 64 << 20, textLimit: Int = 16 << 20, sourceLimit: Int = 16 << 20) {
        self.articleLimit = articleLimit
        self.textLimit = textLimit
        self.sourceLimit = sourceLimit
    }

    // MARK: Parsed and checked texts

    /// What checking the text gave in the generation of the key.
    func checked(_ key: Key) -> CheckedArticle? {
        text(key.source, key.digest) { $0.generation == key.generation }?.checked
    }

    /// What parsing the bytes of a digest gives, if they were parsed before.
    func parsed(
        _ text: ArticleSource, _ digest: ContentDigest, by parser: ArticleParser
    ) -> ParsedArticle? {
        self.text(text.source, digest) {
            $0.checked.parsed.text == text && $0.parser == parser
        }?.checked.parsed
    }

    /// The bytes that a text had when it was last parsed, if they are those of the digest.
    func bytes(_ source: SourcePath, _ digest: ContentDigest) -> [UInt8]? {
        state.withLock { state in
            guard let kept = state.sources[source], kept.digest == digest else { return nil }
            state.clock += 1
            state.sources[source]?.used = state.clock
            return kept.bytes
        }
    }

    private func text(
        _ source: SourcePath, _ digest: ContentDigest, where isMeant: (Text) -> Bool
    ) -> Text? {
        state.withLock { state in
            guard let text = state.texts[source], text.digest == digest, isMeant(text) else {
                return nil
            }
            state.clock += 1
            state.texts[source]?.used = state.clock
            return text
        }
    }

    /// - Parameter parser: what the text was parsed by.
    func keep(_ checked: CheckedArticle, _ key: Key, by parser: ArticleParser) {
        let size = checked.size
        let bytes = checked.parsed.document.source
        state.withLock { state in
            state.clock += 1
            state.sourceBytes += bytes.count - (state.sources[key.source]?.bytes.count ?? 0)
            state.sources[key.source] = Source(
                digest: key.digest, bytes: bytes, used: state.clock)
            state.textBytes += size - (state.texts[key.source]?.size ?? 0)
            state.texts[key.source] = Text(
                digest: key.digest, parser: parser, checked: checked, generation: key.generation,
                size: size, used: state.clock)
            state.trim(articleLimit, textLimit, sourceLimit)
        }
    }

    // MARK: Rendered texts

    func rendered(_ key: Key) -> Rendered? {
        state.withLock { state in
            state.clock += 1
            state.articles[key]?.used = state.clock
            return state.articles[key]?.rendered
        }
    }

    func keep(_ rendered: Rendered, _ key: Key) {
        let size = rendered.size
        state.withLock { state in
            state.clock += 1
            state.articleBytes += size - (state.articles[key]?.size ?? 0)
            state.articles[key] = Entry(rendered: rendered, size: size, used: state.clock)
            state.trim(articleLimit, textLimit, sourceLimit)
        }
    }

    /// Lets go of the articles of earlier generations, and of earlier versions of their texts: nobody asks
    /// for them again.
    func keepOnly(generation: Int, digest: (SourcePath) -> ContentDigest?) {
        state.withLock { state in
            for (key, entry) in state.articles
            where key.generation != generation || digest(key.source) != key.digest {
                state.articles[key] = nil
                state.articleBytes -= entry.size
            }
        }
    }
}

extension ArticleCache.Rendered {
    /// About how much memory it takes, in bytes.
    fileprivate var size: Int {
        let summary = article.summary
        return article.content.count + summary.excerpt.count + summary.feedContent.count
            + 1024 * (1 + findings.snippets.count)
            + 256 * (findings.outgoing.count + article.headings.count)
    }
}

extension CheckedArticle {
    /// About how much memory it takes in addition to its source, in bytes.
    fileprivate var size: Int {
        let document = parsed.document
        return document.tree.bytes.capacity
            + document.tree.nodes.capacity * MemoryLayout<Node>.stride
            + 1024 * (2 + findings.snippets.count) + 256 * (targets.count + parsed.links.count)
    }
}
