import Addresses
import Content
import Diagnostics
import Testing

@testable import Articles

/// What parsing finds in a text, whatever the site around it is.
struct ArticleParserTests {
    private let source = SourcePath("content/posts/a.md")

    private func parser(
        pageIDs: Set<String> = [], _ change: (inout Configuration) -> Void = { _ in }
    ) throws -> ArticleParser {
        let address = try #require(SiteAddress("https://example.org/"))
        var configuration = Configuration(
            site: Configuration.Site(title: "Notes", address: address))
        change(&configuration)
        return ArticleParser(configuration, pageIDs: pageIDs)
    }

    private func parsed(_ body: String, title: String = "", _ head: FrontMatter = FrontMatter())
        throws
        -> ParsedArticle
    {
        try parser().parse(ArticleSource(source, head, title: title), Array(body.utf8))
    }

    @Test func takesTheTitleOutOfTheOutline() throws {
        let article = try parsed("# A title\n\n## Part\n\nText.\n", title: "A title")
        #expect(article.titleID == "a-title")
        #expect(article.document.headings.map(\.id) == ["part"])
        #expect(article.anchors.all == ["a-title", "part"])
    }

    @Test func keepsLinksAsTheyAreWritten() throws {
        let article = try parsed("[a](../b.md#x) ![](p%20q.png) <img src=\"c&amp;d.png\">\n")
        #expect(article.links.map(\.destination) == ["../b.md#x", "p%20q.png", "c&d.png"])
    }

    @Test func readsTheExcerptOfFrontMatterAsMarkdown() throws {
        var head = FrontMatter()
        head.excerpt = "See [b](b.md)."
        let article = try parsed("Text.\n", head)
        #expect(article.ownExcerpt?.links.map(\.destination) == ["b.md"])
        #expect(try parsed("Text.\n").ownExcerpt == nil)
    }

    @Test func countsWordsAndTakesTheFirstForMachines() throws {
        let article = try parsed("用 Swift 6 写博客。\n\n```swift\nlet a = 1\n```\n")
        #expect(article.words.words == 6)
        #expect(article.description == "用 Swift 6 写博客。")
        #expect(article.document.codeBlocks.count == 1)
    }

    @Test func reportsWhatIsWrongWithTheTextAlone() throws {
        let article = try parsed(
            "a\n\n<!-- more -->\n\nb\n\n<!-- more -->\n\n[no](none.md)\n\n<!-- snippet: skip -->\n\nc\n"
        )
        #expect(
            article.diagnostics.map(\.id.string).sorted()
                == ["excerpt/second-marker", "snippet/comment"])
    }

    @Test func equalParsersReadTextsAlike() throws {
        #expect(try parser() == parser())
        #expect(try parser() != parser(pageIDs: ["toc"]))
        #expect(try parser() != parser { $0.posts.excerptLength = 7 })
        #expect(try parser() != parser { $0.markdown.smart = true })
    }
}
