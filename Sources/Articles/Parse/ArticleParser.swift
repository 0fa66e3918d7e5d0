import Content
import Diagnostics
import Markdown
import Snippets

/// The stage parse: reads the body of one text.
///
/// A pure function of the configuration, the text's front matter and the bytes of its file; safe on
/// any number of threads. Equal parsers give equal values of equal texts.
package struct ArticleParser: Sendable, Hashable {
    private let markdown: MarkdownOptions
    private let posts: Configuration.Posts

    /// - Parameter pageIDs: the ids that the page around a text has, as a theme gives them: headings get
    ///   others.
    package init(_ configuration: Configuration, pageIDs: Set<String> = []) {
        var markdown = configuration.markdown
        markdown.pageIDs.formUnion(pageIDs)
        self.markdown = markdown
        posts = configuration.posts
    }

    /// Parses a text. Bad content gives diagnostics, never an error. O(bytes).
    ///
    /// - Parameter bytes: those of the whole file, as ``Content/SiteFolder/readText(_:)`` gives them.
    package func parse(_ text: ArticleSource, _ bytes: [UInt8]) -> ParsedArticle {
        let head = text.head
        var document = Document(
            parsing: bytes, from: head.bodyOffset, file: text.source,
            options: markdown.settled(by: head), isUTF8: true)
        var diagnostics = document.diagnostics
        // The page shows its title already.
        let titleID = document.takeTitle(
            text.title, isFromHeading: head.title?.isEmpty ?? true)
        let (excerpt, excerptProblems) = Excerpt.choose(for: head, in: document, posts: posts)
        let comments = SnippetComments(in: document)
        let (defaults, unknown) = SnippetDefaults.of(head)
        diagnostics += excerptProblems + unknown + comments.diagnostics
        let ownExcerpt = head.excerpt.map { excerpt in
            Document(
                parsing: Array(excerpt.utf8), file: text.source, options: document.options,
                isHTML: false)
        }
        let listings = ListingIDs(of: document, comments)
        return ParsedArticle(
            text: text, document: document, titleID: titleID, excerpt: excerpt,
            ownExcerpt: ownExcerpt, links: document.links, comments: comments, defaults: defaults,
            listings: listings,
            anchors: AnchorIDs(of: document, listings, titleID: titleID),
            words: WordCount(of: document),
            description: head.description ?? FirstWords.of(document), diagnostics: diagnostics)
    }
}
