/// The replacements for a document's raw HTML with which every element ends in the block that it
/// begins in, and every end tag ends something.
///
/// In `- a <b>c` and `- d </div>` the first item gets a `</b>` at its end, and the second loses its
/// end tag. Browsers would show everything that follows in bold, including the rest of the page.
struct HTMLRepairs: Sendable {
    /// A range of bytes of a raw-HTML node, perhaps empty, and its replacement.
    struct Edit: Sendable {
        let range: Range<Int>
        let text: [UInt8]
    }

    /// Where to write tags that no raw-HTML node holds.
    enum Side: UInt8, Sendable {
        /// Before a node's own start tag.
        case before
        /// Before a node's own end tag.
        case end
        /// After a node's own end tag.
        case after
    }

    private struct Spot: Hashable {
        let node: NodeID
        let side: Side
    }

    /// By node, in order of their places.
    private var edits: [NodeID: [Edit]] = [:]
    private var tags: [Spot: [UInt8]] = [:]
    /// Paragraphs that a block's start tag ends, so they have no end tag of their own.
    private var endedParagraphs: Set<NodeID> = []
    /// Links within an `<a>`: only their text is written.
    private var plainLinks: Set<NodeID> = []

    private(set) var isEmpty = true

    func edits(of node: NodeID) -> [Edit] { edits[node] ?? [] }

    func tags(_ side: Side, _ node: NodeID) -> [UInt8]? { tags[Spot(node: node, side: side)] }

    func endsEarly(_ paragraph: NodeID) -> Bool { endedParagraphs.contains(paragraph) }

    func isPlain(_ link: NodeID) -> Bool { plainLinks.contains(link) }

    mutating func add(_ text: String, for range: Range<Int>, of node: NodeID) {
        isEmpty = false
        edits[node, default: []].append(Edit(range: range, text: Array(text.utf8)))
    }

    mutating func add(_ text: String, _ side: Side, _ node: NodeID) {
        isEmpty = false
        tags[Spot(node: node, side: side), default: []] += Array(text.utf8)
    }

    mutating func end(_ paragraph: NodeID) {
        isEmpty = false
        endedParagraphs.insert(paragraph)
    }

    mutating func makePlain(_ link: NodeID) {
        isEmpty = false
        plainLinks.insert(link)
    }
}

/// A problem of a tag of raw HTML, or of a comment.
struct HTMLProblem: Sendable {
    enum Kind: Hashable, Sendable {
        /// A start tag without an end tag in its block.
        case unclosed
        /// An end tag without a start tag.
        case stray
        /// A comment without its end.
        case comment
        /// A tag without its `>`.
        case unfinished
        /// A tag that browsers ignore where it is, or that nothing could end.
        case misplaced
        /// An element that ends where another of its name begins in it, or a link of Markdown.
        case interrupted
        /// A link of Markdown in an `<a>` that goes on around it.
        case nested
    }

    let kind: Kind
    /// Of the element, in lower case; empty for a comment.
    let name: String
    let node: NodeID
    /// From the `<` on, in ``Tree/bytes``.
    let range: Range<Int>
}
