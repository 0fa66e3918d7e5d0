/// Where to stop writing a document: everything before `node`, its containers closed.
package struct Cut: Sendable, Hashable {
    package let node: NodeID
    /// With an offset in ``Tree/bytes``, `node` is a text node, and its text up to there is written
    /// too, followed by `…`.
    package let textEnd: Int?

    package init(before node: NodeID, textEnd: Int? = nil) {
        self.node = node
        self.textEnd = textEnd
    }
}

/// A link behind a heading that leads to it.
package struct HeadingAnchor: Sendable, Hashable {
    /// What is shown: `#`.
    package let text: String
    /// What a screen reader says before the heading's text: `Link to`.
    package let label: String

    package init(text: String = "#", label: String) {
        self.text = text
        self.label = label
    }
}

/// How a document's tree is written as HTML.
package struct HTMLSettings {
    /// Writes a code block's listing in place of `<pre><code>`.
    package typealias CodeBlockWriter = (CodeBlock, Document, inout [UInt8]) -> Void
    /// Gives the address to write for one of the document's, both decoded (neither escaped nor
    /// percent-coded by this writer's measure); nil keeps it.
    package typealias DestinationRewriter =
        (_ destination: ArraySlice<UInt8>, _ isImage: Bool) -> [UInt8]?

    /// The block of the document to begin with; nil: the first. `Tree.none`: nothing is written.
    package var start: NodeID?
    /// With one, footnotes are left out: they would lead nowhere.
    package var cut: Cut?
    package var headingIDs = true
    /// Without, references and the notes' section are dropped.
    package var footnotes = true
    /// The first `<!-- more -->` becomes `<span id="more"></span>`; without, nothing.
    package var moreSpan = true
    package var anchors: HeadingAnchor?
    /// Put before every id and every link to one of this writer's ids, where several documents
    /// share a page.
    package var idPrefix = ""
    package var codeBlock: CodeBlockWriter?
    /// Applied to the links and images of Markdown and to `href`, `src` and `poster` in raw HTML.
    package var destination: DestinationRewriter?
    package var words = MarkdownWords()

    package init() {}
}
