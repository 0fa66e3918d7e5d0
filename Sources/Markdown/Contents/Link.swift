import Diagnostics

/// The address of a link or an image, written in Markdown or in HTML.
package struct Link: Sendable {
    /// As it was written, entities and escapes decoded, percent signs kept: `../a%20b.md#x`.
    package let destination: String
    /// What the address is used for.
    package enum Use: Sendable {
        /// `[](…)`, `<a href>`.
        case followed
        /// `![](…)`, `<img src>`, `<video poster>`.
        case picture
        /// Loaded along with the page: `<video src>`, `<iframe src>`.
        case file
    }
    package let use: Use
    /// The link, the image, or the raw-HTML node.
    package let node: NodeID
    /// Of raw HTML, the address in the tree's bytes; else nil.
    var part: Range<Int>?
}

extension Document {
    /// Every link and image in document order, footnotes last.
    ///
    /// From raw HTML: `<a href>`, embedded media, and each candidate of a `srcset`. O(nodes +
    /// bytes).
    package var links: [Link] {
        var links: [Link] = []
        var id = Tree.root
        while id != Tree.none {
            let node = tree[id]
            switch node.kind {
            case .link, .image:
                links.append(
                    Link(
                        destination: tree.string(node.destination),
                        use: node.kind == .image ? .picture : .followed, node: id))
            case .htmlBlock, .htmlInline:
                guard options.unsafeHTML else { break }
                for address in RawHTML.addresses(in: node.text, of: tree.bytes) {
                    links.append(
                        Link(
                            destination: String(
                                decoding: RawHTML.decoded(tree.bytes[address.value]),
                                as: UTF8.self),
                            use: address.use, node: id, part: address.value))
                }
            default: break
            }
            id = tree.successor(id)
        }
        return links
    }
}
