import Diagnostics
import Markdown

/// The part of a post in a listing.
package struct Excerpt: Sendable {
    package enum Kind: Sendable {
        /// The front matter's `excerpt`, which is Markdown.
        case frontMatter(String)
        /// The front matter's `description`, which is plain text.
        case description(String)
        /// The blocks before the cut.
        case cut(Cut)
        case whole
        case none
    }
    package let kind: Kind
    /// The block of the document at the beginning of an automatic excerpt, also if the excerpt
    /// extends to the text's end; nil: its first.
    package var start: NodeID?
    /// Whether the post holds more than the excerpt shows, so that 阅读更多 leads to something. An
    /// excerpt from front matter replaces the text, which is then still to be read in full.
    package let isCut: Bool
    /// Whether the post has a `<!-- more -->`, so that the link leads to `#more`.
    package let hasMarker: Bool

    /// Chooses the excerpt: front matter, else the marker, else the configuration's. O(nodes).
    ///
    /// If nothing visible precedes the marker, the description takes the place of the excerpt, else
    /// the configuration's. Warns of a second marker and of comments that look like a misspelled
    /// one.
    package static func choose(
        for head: FrontMatter, in document: Document, posts: Configuration.Posts
    ) -> (Excerpt, [Diagnostic]) {
        (
            choice(for: head, in: document, posts: posts),
            markerWarnings(in: document)
        )
    }

    private static func choice(
        for head: FrontMatter, in document: Document, posts: Configuration.Posts
    ) -> Excerpt {
        let marker = document.moreMarkers.first
        let hasMarker = marker != nil
        if let text = head.excerpt {
            return Excerpt(kind: .frontMatter(text), isCut: true, hasMarker: hasMarker)
        }
        let tree = document.tree
        guard let marker else { return automatic(in: tree, posts) }
        guard tree.showsAnything(from: tree.following(marker), upTo: Tree.none) else {
            return Excerpt(kind: .whole, isCut: false, hasMarker: true)
        }
        if tree.showsAnything(from: Tree.root, upTo: marker) {
            let cut = Cut(before: tree.outermostBeginning(at: marker), textEnd: nil)
            return Excerpt(kind: .cut(cut), isCut: true, hasMarker: true)
        }
        if let text = head.description, !text.isEmpty {
            return Excerpt(kind: .description(text), isCut: true, hasMarker: true)
        }
        return automatic(in: tree, posts, hasMarker: true)
    }

    private static func automatic(
        in tree: Tree, _ posts: Configuration.Posts, hasMarker: Bool = false
    ) -> Excerpt {
        switch posts.excerpt {
        case .whole: return Excerpt(kind: .whole, isCut: false, hasMarker: hasMarker)
        case .none:
            let isEmpty = tree[Tree.root].firstChild == Tree.none
            return Excerpt(kind: .none, isCut: !isEmpty, hasMarker: hasMarker)
        case .auto:
            var search = AutomaticCut(tree, length: posts.excerptLength)
            guard let cut = search.find() else {
                let begins = search.leavesOutHidden
                return Excerpt(
                    kind: .whole, start: begins ? search.start : nil, isCut: begins,
                    hasMarker: hasMarker)
            }
            return Excerpt(
                kind: .cut(cut), start: search.start, isCut: true, hasMarker: hasMarker)
        }
    }

    private static func markerWarnings(in document: Document) -> [Diagnostic] {
        let first = document.moreMarkers.first
        let second = document.moreMarkers.dropFirst().map { marker in
            Diagnostic.warning(
                .secondMarker, "Second '<!-- more -->' has no effect",
                at: document.place(of: marker),
                notes: first.map { [.init("The first", at: document.place(of: $0))] } ?? [],
                fixes: [.init("remove it")])
        }
        let nearMisses = document.nearMisses.map { node in
            Diagnostic.warning(
                .nearMarker, "Comment looks like '<!-- more -->' but does not end the excerpt",
                at: document.place(of: node), fixes: [.init("write '<!-- more -->'")])
        }
        let inFootnotes = document.markersInFootnotes.map { node in
            Diagnostic.warning(
                .nearMarker, "'<!-- more -->' in a footnote does not end the excerpt",
                at: document.place(of: node), fixes: [.init("move it out of the footnote")])
        }
        return second + nearMisses + inFootnotes
    }
}

extension Tree {
    /// Whether a block of the document, or its root, comes before another node, or contains it.
    fileprivate func comes(_ block: NodeID, before node: NodeID) -> Bool {
        if block == Tree.root { return true }
        var top = node
        while self[top].parent != Tree.root, self[top].parent != Tree.none {
            top = self[top].parent
        }
        var id = block
        while id != Tree.none, id != top { id = self[id].next }
        return id == top
    }
}

extension Diagnostic.ID {
    package static let secondMarker = Diagnostic.ID("excerpt/second-marker")
    package static let nearMarker = Diagnostic.ID("excerpt/near-marker")
}
