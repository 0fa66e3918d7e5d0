import Addresses
import Articles
import Content
import Rendering

/// Runs the stages, for one answer, of the texts that rendering its route asks for, from the last value
/// that is kept of each.
final class LiveArticles: RenderedTexts {
    private let snapshot: LiveSnapshot
    private let cache: ArticleCache
    private let folder: SiteFolder
    /// Texts whose file on the disk is another version already, or gone: the watcher reports them soon.
    private(set) var stale: Set<SourcePath> = []

    init(_ snapshot: LiveSnapshot, _ cache: ArticleCache, _ folder: SiteFolder) {
        self.snapshot = snapshot
        self.cache = cache
        self.folder = folder
    }

    func article(post index: Int) -> Article? { rendered(.post(index))?.article }

    func article(page index: Int) -> Article? { rendered(.page(index))?.article }

    func summary(post index: Int) -> Summary? { rendered(.post(index))?.article.summary }

    func rendered(listText index: Int) -> RenderedListText? {
        rendered(.list(index)).map {
            RenderedListText(
                title: snapshot.site.library.listTexts[index].head.title, html: $0.article.content)
        }
    }

    /// What the stages gave of a text: kept, or made now. nil: the disk does not have its bytes.
    func rendered(_ role: TextRole) -> ArticleCache.Rendered? {
        guard let key = key(role) else { return nil }
        if let known = cache.rendered(key) { return known }
        guard let checked = checked(role, key) else { return nil }
        let rendered = ArticleCache.Rendered(
            article: snapshot.stages.render(checked, as: role), findings: checked.findings)
        cache.keep(rendered, key)
        return rendered
    }

    /// What checking a text gave: kept, or made now.
    func checked(_ role: TextRole) -> CheckedArticle? {
        key(role).flatMap { checked(role, $0) }
    }

    private func checked(_ role: TextRole, _ key: ArticleCache.Key) -> CheckedArticle? {
        if let known = cache.checked(key) { return known }
        guard let parsed = parsed(role, key) else { return nil }
        let checked = snapshot.stages.check(parsed, at: snapshot.site.path(of: role))
        cache.keep(checked, key, by: snapshot.stages.parser)
        return checked
    }

    private func parsed(_ role: TextRole, _ key: ArticleCache.Key) -> ParsedArticle? {
        let text = snapshot.site.text(role)
        if let known = cache.parsed(text, key.digest, by: snapshot.stages.parser) { return known }
        guard
            let bytes = cache.bytes(key.source, key.digest) ?? read(key.source, key.digest)
        else {
            if !snapshot.files.isHeld(key.source) { stale.insert(key.source) }
            return nil
        }
        return snapshot.stages.parse(text, bytes)
    }

    private func key(_ role: TextRole) -> ArticleCache.Key? {
        let source = snapshot.site.source(of: role)
        return snapshot.files.shown(source).map {
            ArticleCache.Key(source: source, digest: $0.digest, generation: snapshot.generation)
        }
    }

    /// The bytes on the disk, if they are the ones that the head was read from.
    private func read(_ source: SourcePath, _ digest: ContentDigest) -> [UInt8]? {
        guard let bytes = try? folder.readText(source).0, ContentDigest(of: bytes) == digest else {
            return nil
        }
        return bytes
    }
}
