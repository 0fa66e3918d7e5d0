import Images

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

    /// Where to stop: before the outermost container that has nothing written yet.
    func start(in tree: Tree) -> NodeID {
        textEnd == nil ? tree.outermostBeginning(at: node) : node
    }
}

/// A link after a heading that leads to it.
package struct HeadingAnchor: Sendable, Hashable {
    /// The visible text: `#`.
    package let text: String
    /// The text for screen readers before the heading's: `Link to`.
    package let label: String

    package init(text: String = "#", label: String) {
        self.text = text
        self.label = label
    }
}

/// How pictures are written, apart from their address and alternative text.
package struct PictureSettings {
    /// The size of the picture at an address of the document, as ``HTMLSettings/destination`` gets
    /// it; nil: unknown.
    package var size: (_ destination: ArraySlice<UInt8>) -> ImageSize?
    /// How many of the first pictures load at once; later ones have `loading="lazy"`.
    package var eager: Int

    package init(
        eager: Int, size: @escaping (ArraySlice<UInt8>) -> ImageSize?
    ) {
        self.eager = eager
        self.size = size
    }
}

/// How a document's tree is written as HTML.
package struct HTMLSettings {
    /// Writes a code block's listing in place of `<pre><code>`.
    package typealias CodeBlockWriter = (CodeBlock, Document, inout [UInt8]) -> Void
    /// Returns the address to write for one of the document's, both decoded (neither escaped nor
    /// percent-coded by this writer); nil keeps it.
    package typealias DestinationRewriter =
        (_ destination: ArraySlice<UInt8>, _ isEmbedded: Bool) -> [UInt8]?

    /// The block to begin with; nil: the first. `Tree.none`: nothing is written.
    package var start: NodeID?
    /// With a cut, footnotes are left out: they would lead nowhere.
    package var cut: Cut?
    package var headingIDs = true
    /// If false, references and the notes' section are dropped.
    package var footnotes = true
    /// Whether the first `<!-- more -->` becomes `<span id="more"></span>`.
    package var moreSpan = true
    package var anchors: HeadingAnchor?
    /// A prefix of every id and of every link to one of this writer's ids, for several documents on
    /// one page.
    package var idPrefix = ""
    package var codeBlock: CodeBlockWriter?
    /// Applied to the links and images of Markdown and to the addresses in raw HTML.
    package var destination: DestinationRewriter?
    /// If set, pictures get their sizes, and a picture with a title that is alone in its paragraph
    /// becomes a figure with the title as its caption.
    package var pictures: PictureSettings?
    package var words = MarkdownWords()

    package init() {}
}
