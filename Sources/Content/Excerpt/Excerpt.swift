import Diagnostics
import Markdown

/// What a listing shows of a post.
package struct Excerpt: Sendable {
    package enum Kind: Sendable {
        /// The front matter's `excerpt`, which is Markdown.
        case frontMatter(String)
        /// The blocks before the cut.
        case cut(Cut)
        case whole
        case none
    }
    package let kind: Kind
    /// The block of the document that an automatic excerpt begins with; nil: its first.
    package var start: NodeID?
    /// Whether the post holds more than the excerpt shows, so that 阅读更多 leads to something.
    /// Front matter stands in for the text, all of which is then still to be read.
    package let isCut: Bool
    /// Whether the post has a `<!-- more -->`, so that the link leads to `#more`.
    package let hasMarker: Bool

    /// Front matter, else the marker, else what the configuration says. O(nodes).
    ///
    /// Warns of a second marker and of comments that look like a misspelt one.
    package static func choose(
        for head: Head, in document: Document, posts: Configuration.Posts
    ) -> (Excerpt, [Diagnostic]) {
        (choice(for: head, in: document, posts: posts), markerWarnings(in: document))
    }

    private static func choice(
        for head: Head, in document: Document, posts: Configuration.Posts
    ) -> Excerpt {
        let marker = document.moreMarkers.first
        let hasMarker = marker != nil
        if let text = head.excerpt {
            return Excerpt(kind: .frontMatter(text), isCut: true, hasMarker: hasMarker)
        }
        let tree = document.tree
        if let marker {
            guard tree.hasContent(after: marker) else {
                return Excerpt(kind: .whole, isCut: false, hasMarker: true)
            }
            let cut = Cut(before: tree.outermostBeginning(at: marker), textEnd: nil)
            return Excerpt(kind: .cut(cut), isCut: true, hasMarker: true)
        }
        switch posts.excerpt {
        case .whole: return Excerpt(kind: .whole, isCut: false, hasMarker: false)
        case .none:
            let isEmpty = tree[Tree.root].firstChild == Tree.none
            return Excerpt(kind: .none, isCut: !isEmpty, hasMarker: false)
        case .auto:
            var search = AutomaticCut(tree, length: posts.excerptLength)
            guard let cut = search.find() else {
                return Excerpt(kind: .whole, isCut: false, hasMarker: false)
            }
            return Excerpt(
                kind: .cut(cut), start: search.start, isCut: true, hasMarker: false)
        }
    }

    private static func markerWarnings(in document: Document) -> [Diagnostic] {
        let first = document.moreMarkers.first
        let second = document.moreMarkers.dropFirst().map { marker in
            Diagnostic.warning(
                .secondMarker, "Second '<!-- more -->' has no effect",
                at: document.place(of: marker),
                notes: first.map { [.init("The first", at: document.place(of: $0))] } ?? [],
                fixes: [.init("Remove it")])
        }
        let nearMisses = document.nearMisses.map { node in
            Diagnostic.warning(
                .nearMarker, "Comment looks like '<!-- more -->' but does not end the excerpt",
                at: document.place(of: node), fixes: [.init("Write '<!-- more -->'")])
        }
        return second + nearMisses
    }
}

extension Tree {
    /// Whether anything that is shown stands after a marker; the rest of its line belongs to it
    /// where it is a block.
    fileprivate func hasContent(after marker: NodeID) -> Bool {
        let text = bytes[self[marker].text]
        if let end = text.firstIndex(of: UInt8(ascii: ">")),
            text[(end + 1)...].contains(where: { $0 > 0x20 })
        {
            return true
        }
        var id = following(marker)
        while id != Tree.none {
            switch self[id].kind {
            case .softBreak, .hardBreak, .footnotes, .removed: id = following(id)
            case .htmlBlock, .htmlInline:
                // Comments such as a second marker are not shown.
                if !bytes[self[id].text].starts(with: "<!--".utf8) { return true }
                id = following(id)
            case .text:
                if bytes[self[id].text].contains(where: { $0 > 0x20 }) { return true }
                id = following(id)
            default: return true
            }
        }
        return false
    }

    /// The outermost node that begins where `node` does: a cut before an item's first paragraph is
    /// one before the item, so that no empty `<li>` stays behind.
    func outermostBeginning(at node: NodeID) -> NodeID {
        var node = node
        while node != Tree.root {
            let parent = self[node].parent
            guard parent != Tree.root, parent != Tree.none, self[parent].firstChild == node else {
                return node
            }
            node = parent
        }
        return node
    }
}

extension Diagnostic.ID {
    package static let secondMarker = Diagnostic.ID("excerpt/second-marker")
    package static let nearMarker = Diagnostic.ID("excerpt/near-marker")
}
