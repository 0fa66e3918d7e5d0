import Text

/// An `<h1>` in raw HTML at the beginning of a text: plain words, or emphasized words.
struct TitleElement {
    /// Without tags and character references.
    let text: String
    let id: String?
    /// The nodes of the element.
    fileprivate let nodes: [NodeID]
    /// The remainder of the last of these nodes, in ``Tree/bytes``.
    fileprivate let rest: Range<Int>?

    /// nil if the text begins with something else, or the element holds more than words. O(bytes of
    /// the element).
    init?(in tree: Tree) {
        var nodes: [NodeID] = []
        var words: [UInt8] = []
        var id: String?
        var node = tree[Tree.root].firstChild
        while node != Tree.none {
            let isBlock = tree[node].kind == .htmlBlock || tree[node].kind == .htmlInline
            // In a text in HTML, the content between its tags.
            let pieces =
                isBlock
                ? [node]
                : tree[node].kind == .customBlock ? Array(tree.children(of: node)) : []
            if pieces.isEmpty { return nil }
            if nodes.isEmpty, !isBlock, tree.plainBytes(of: node).allSatisfy(\.isSpace) {
                node = tree[node].next
                continue
            }
            nodes.append(node)
            for piece in pieces {
                if tree[piece].kind == .text {
                    words += tree.bytes[tree[piece].text]
                    continue
                }
                var scanner = MarkupScanner(tree.bytes, tree[piece].text)
                var reached = scanner.position
                while let markup = scanner.next() {
                    words += RawHTML.decoded(tree.bytes[reached..<markup.range.lowerBound])
                    reached = scanner.position
                    let name = scanner.name(of: markup)
                    if name == "h1", markup.kind == .startTag, id == nil {
                        guard words.allSatisfy(\.isSpace) else { return nil }
                        id = Self.id(of: markup, in: tree)
                    } else if name == "h1", markup.kind == .endTag, let id {
                        text = String(decoding: words, as: UTF8.self)
                        self.id = id.isEmpty ? nil : id
                        self.nodes = nodes
                        let end = tree[piece].text.upperBound
                        let rest = tree.bytes.trimmed(reached..<end)
                        self.rest = rest.isEmpty ? nil : rest.lowerBound..<end
                        return
                    } else if id == nil || !Self.phrasing.contains(name) {
                        return nil
                    }
                }
                words += RawHTML.decoded(tree.bytes[reached..<tree[piece].text.upperBound])
            }
            if id == nil { return nil }
            node = tree[node].next
        }
        return nil
    }

    /// Empty without one.
    private static func id(of markup: MarkupScanner.Markup, in tree: Tree) -> String {
        var tag = TagReader(
            tree.bytes, from: markup.name.upperBound, before: markup.range.upperBound)
        while let attribute = tag.next() {
            guard attribute.name == "id" else { continue }
            return String(decoding: RawHTML.decoded(tree.bytes[attribute.value]), as: UTF8.self)
        }
        return ""
    }

    /// Elements allowed in a title that is shown elsewhere.
    private static let phrasing: Set<String> = [
        "b", "big", "br", "center", "code", "em", "font", "i", "kbd", "mark", "small", "span",
        "strong", "sub", "sup", "tt", "u",
    ]
}

extension Tree {
    /// Removes an element at the beginning of the text, and keeps the rest of its block.
    mutating func remove(_ element: TitleElement) {
        for node in element.nodes {
            if node == element.nodes.last, let rest = element.rest {
                self[node].text = rest
            } else {
                remove(node, from: Tree.root)
            }
        }
    }
}
