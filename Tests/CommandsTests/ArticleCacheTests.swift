import Addresses
import Articles
import Content
import Planning
import Rendering
import Testing

@testable import Commands

/// What a preview keeps of the stages of a text, and for which questions it is the answer.
struct ArticleCacheTests {
    private let source = SourcePath("content/posts/a.md")
    private let digest = ContentDigest(of: Array("a".utf8))

    private func parser(_ pageIDs: Set<String> = []) throws -> ArticleParser {
        let address = try #require(SiteAddress("https://example.org/"))
        return ArticleParser(
            Configuration(site: Configuration.Site(title: "Notes", address: address)),
            pageIDs: pageIDs)
    }

    private func checked(_ body: String, _ parser: ArticleParser) throws -> CheckedArticle {
        let address = try #require(SiteAddress("https://example.org/"))
        let configuration = Configuration(
            site: Configuration.Site(title: "Notes", address: address))
        var library = Library()
        let (plan, _) = plan(&library, configuration, themeAssets: [])
        return ArticleChecker(plan).check(
            parser.parse(ArticleSource(source, FrontMatter()), Array(body.utf8)), at: URLPath("/a/")
        )
    }

    private func key(_ generation: Int, _ path: String = "content/posts/a.md") -> ArticleCache.Key {
        ArticleCache.Key(source: SourcePath(path), digest: digest, generation: generation)
    }

    @Test func aTreeOutlivesItsGeneration() throws {
        let cache = ArticleCache()
        let parser = try parser()
        cache.keep(try checked("# A\n", parser), key(1), by: parser)
        #expect(cache.checked(key(1)) != nil)
        #expect(cache.checked(key(2)) == nil)
        cache.keepOnly(generation: 2) { _ in digest }
        let text = ArticleSource(source, FrontMatter())
        #expect(cache.parsed(text, digest, by: parser)?.document.headings.map(\.id) == ["a"])
        #expect(cache.bytes(source, digest) == Array("# A\n".utf8))
    }

    @Test func anotherReadingOfATextIsAnotherTree() throws {
        let cache = ArticleCache()
        let parser = try parser()
        cache.keep(try checked("# A\n", parser), key(1), by: parser)
        var head = FrontMatter()
        head.description = "Changed by a folder above"
        #expect(cache.parsed(ArticleSource(source, head), digest, by: parser) == nil)
        let text = ArticleSource(source, FrontMatter())
        #expect(cache.parsed(text, digest, by: try self.parser(["a"])) == nil)
        #expect(cache.parsed(text, ContentDigest(of: [1]), by: parser) == nil)
        #expect(cache.bytes(source, ContentDigest(of: [1])) == nil)
    }

    @Test func keepsTheTreesThatWereUsedLast() throws {
        let cache = ArticleCache(textLimit: 1_000_000)
        let parser = try parser()
        let large = try checked(String(repeating: "a b *c*\n\n", count: 500), parser)
        for number in 0..<8 {
            cache.keep(large, key(1, "\(number).md"), by: parser)
        }
        #expect(cache.checked(key(1, "0.md")) == nil)
        #expect(cache.checked(key(1, "7.md")) != nil)
        // What a broken edit overwrites is shown from these.
        #expect(cache.bytes(SourcePath("0.md"), digest) != nil)
    }
}
