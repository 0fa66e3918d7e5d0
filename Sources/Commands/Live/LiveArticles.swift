import Addresses
import Content
import Rendering

/// Finds, for one answer, the texts that rendering its route asks for: on the shelf, else on the disk.
final class LiveArticles: WrittenTexts {
    private let snapshot: LiveSnapshot
    private let shelf: ArticleShelf
    private let folder: SiteFolder
    /// Texts that the disk has in another version already, or no more: whoever watches will tell.
    private(set) var stale: Set<SourcePath> = []

    init(_ snapshot: LiveSnapshot, _ shelf: ArticleShelf, _ folder: SiteFolder) {
        self.snapshot = snapshot
        self.shelf = shelf
        self.folder = folder
    }

    func article(post index: Int) -> Article? { result(post: index)?.article }

    func article(page index: Int) -> Article? { result(page: index)?.article }

    func summary(post index: Int) -> Summary? { result(post: index)?.article.summary }

    func head(listText index: Int) -> ListHead? {
        let text = snapshot.site.library.listTexts[index]
        let result = result(text.source) { snapshot.writer.write(listText: text, $0) }
        return result.map { ListHead(title: text.head.title, html: $0.article.content) }
    }

    /// Everything that writing a post gave.
    func result(post index: Int) -> ArticleWriter.Result? {
        result(snapshot.site.library.posts[index].source) {
            snapshot.writer.write(post: index, $0)
        }
    }

    func result(page index: Int) -> ArticleWriter.Result? {
        result(snapshot.site.library.pages[index].source) {
            snapshot.writer.write(page: index, $0)
        }
    }

    private func result(
        _ source: SourcePath, _ write: ([UInt8]) -> ArticleWriter.Result
    ) -> ArticleWriter.Result? {
        guard let digest = snapshot.texts.shown(source)?.digest else { return nil }
        let key = ArticleShelf.Key(source: source, digest: digest, world: snapshot.world)
        if let known = shelf.article(key) { return known }
        guard let bytes = shelf.bytes(source, digest) ?? read(source, digest) else {
            if !snapshot.texts.isHeld(source) { stale.insert(source) }
            return nil
        }
        let result = write(bytes)
        shelf.keep(result, key, from: bytes)
        return result
    }

    /// The bytes on the disk, if they are the ones that the head was read from.
    private func read(_ source: SourcePath, _ digest: ContentDigest) -> [UInt8]? {
        guard let bytes = try? folder.readText(source).0, ContentDigest(of: bytes) == digest else {
            return nil
        }
        return bytes
    }
}
