import Addresses
import Diagnostics
import Markdown
import Planning
import Snippets

/// What the stage check gives: a parsed text with all that the site around it says of it.
package struct CheckedArticle: Sendable {
    package let parsed: ParsedArticle
    /// Where the text's own links lead, by the bytes that they are written with: as strings, `é` in
    /// both its forms is one.
    package let targets: [[UInt8]: LinkTarget]
    package let findings: ArticleFindings

    /// The address of the page that shows the text.
    package var path: URLPath { findings.path }
}

/// What is left of a checked text when its tree is released.
package struct ArticleFindings: Sendable {
    /// The address of the page that shows the text.
    package let path: URLPath
    /// The ids that a link to the page can lead to.
    package let anchors: AnchorIDs
    /// Links to anchors, to be checked once all outlines are known.
    package let outgoing: [OutgoingLink]
    /// The text's code blocks with their verdicts, in order; their diagnostics are not among
    /// ``diagnostics``.
    package let snippets: [CheckedSnippet]
    /// The tags of other generators; their diagnostics are not among ``diagnostics``, because a site
    /// reports them once.
    package let templateTags: [TemplateTag]
    package let diagnostics: [Diagnostic]
}

/// A link to another part of the site, with the anchor it wants there.
package struct OutgoingLink: Sendable {
    package let target: URLPath
    /// Decoded.
    package let fragment: String
    package let place: Place
}
