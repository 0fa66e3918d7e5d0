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

    /// Where to stop: with nothing of its containers written yet, before the outermost of them.
    func start(in tree: Tree) -> NodeID {
        textEnd == nil ? tree.outermostBeginning(at: node) : node
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

/// How pictures are written besides their address and alternative text.
package struct PictureSettings {
    /// The size of what stands at an address of the document's, as ``HTMLSettings/destination``
    /// gets it; nil: unknown.
    package var size: (_ destination: ArraySlice<UInt8>) -> ImageSize?
    /// How many of the first are loaded at once; those after have `loading="lazy"`.
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
    /// Gives the address to write for one of the document's, both decoded (neither escaped nor
    /// percent-coded by this writer's measure); nil keeps it.
    package typealias DestinationRewriter =
        (_ destination: ArraySlice<UInt8>, _ isEmbedded: Bool) -> [UInt8]?

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
    /// Applied to the links and images of Markdown and to the addresses in raw HTML.
    package var destination: DestinationRewriter?
    /// With it pictures have their sizes, and one with a title that is all of its paragraph is a
    /// figure with the title as its caption.
    package var pictures: PictureSettings?
    package var words = MarkdownWords()

    package init() {}
}
