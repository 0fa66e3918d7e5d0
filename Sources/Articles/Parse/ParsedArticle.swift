import Content
import Diagnostics
import Markdown
import Snippets

/// What the stage parse gives: everything that a text says by itself, whatever the site around it is.
package struct ParsedArticle: Sendable {
    package let text: ArticleSource
    /// The tree with its outline and its code blocks, without the heading that says the title.
    package let document: Document
    /// The id of the heading that the title was taken from, which the page's title has in its place.
    package let titleID: String?
    /// What lists show of it.
    package let excerpt: Excerpt
    /// The front matter's `excerpt`, which is Markdown of its own; nil: it has none.
    package let ownExcerpt: Document?
    /// The links and pictures of the body, as their author wrote them, in document order.
    package let links: [Link]
    /// The snippet comments of the body.
    package let comments: SnippetComments
    /// What front matter says of code blocks.
    package let defaults: SnippetDefaults
    /// The ids of its listings.
    package let listings: ListingIDs
    /// The ids that a link to its page can lead to.
    package let anchors: AnchorIDs
    /// How long the body is.
    package let words: WordCount
    /// One line for machines: front matter's, else the beginning of the text.
    package let description: String
    /// What is wrong with the text by itself.
    package let diagnostics: [Diagnostic]
}
