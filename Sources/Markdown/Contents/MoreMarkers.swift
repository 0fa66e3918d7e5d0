/// What ends an excerpt, `<!-- more -->`, and what was probably meant to.
enum MoreMarker {
    enum Likeness {
        case marker
        case nearMiss
        case none
    }

    /// Reads the text of a raw-HTML node: `<!-- more -->` in any spacing and case at its start is a
    /// marker; `<!-- more->`, `<!--readmore-->`, or a marker inside other HTML, is a near miss.
    static func likeness(ofHTML range: Range<Int>, in bytes: [UInt8]) -> Likeness {
        let text = bytes.trimmed(range)
        if isExact(text, in: bytes) { return .marker }
        var i = text.lowerBound
        while let open = bytes.firstIndex(of: [.less, .exclamation], in: i..<text.upperBound) {
            if isNearMiss(open..<text.upperBound, in: bytes) { return .nearMiss }
            i = open + 2
        }
        return .none
    }

    private static func isExact(_ text: Range<Int>, in bytes: [UInt8]) -> Bool {
        func skipSpace(_ i: Int) -> Int {
            var i = i
            while i < text.upperBound, bytes[i].isSpace { i += 1 }
            return i
        }
        guard bytes.has("<!--", at: text.lowerBound, before: text.upperBound) else { return false }
        let start = skipSpace(text.lowerBound + 4)
        let word = bytes[start..<min(start + 4, text.upperBound)].map(\.lowercased)
        return word.elementsEqual("more".utf8)
            && bytes.has("-->", at: skipSpace(start + 4), before: text.upperBound)
    }

    /// Whether text begins with `<!`, hyphens and blanks, and then `more`, `read more` or
    /// `see more` up to `>` or the end of the line: `<!- more -->`, `<! more>`, `<!--readmore-->`.
    static func isNearMiss(_ text: Range<Int>, in bytes: [UInt8]) -> Bool {
        guard bytes.has("<!", at: text.lowerBound, before: text.upperBound) else { return false }
        var word: [UInt8] = []
        for byte in bytes[text].dropFirst(2).prefix(40) {
            if byte.isLetter {
                word.append(byte.lowercased)
            } else if !byte.isBlank, byte != .hyphen, byte != .exclamation {
                guard byte == .greater || byte.isLineEnd else { return false }
                break
            }
        }
        return ["more", "readmore", "seemore"].contains { word.elementsEqual($0.utf8) }
    }
}

/// The markers of a tree.
struct MoreMarkers {
    /// Raw-HTML nodes that are `<!-- more -->`, in document order.
    private(set) var exact: [NodeID] = []
    /// Nodes, raw HTML or text, that are nearly one.
    private(set) var nearMisses: [NodeID] = []

    /// Outside footnotes, where nothing can be cut. Flags the exact ones. O(nodes + bytes of HTML).
    init(in tree: inout Tree) {
        var id = Tree.root
        while id != Tree.none {
            let node = tree[id]
            switch node.kind {
            case .htmlBlock, .htmlInline:
                switch MoreMarker.likeness(ofHTML: node.text, in: tree.bytes) {
                case .marker:
                    exact.append(id)
                    tree[id].flags.insert(.moreMarker)
                case .nearMiss: nearMisses.append(id)
                case .none: break
                }
            case .text where node.marks.contains(.less):
                var i = node.text.lowerBound
                while let open = tree.bytes.firstIndex(
                    of: [.less, .exclamation], in: i..<node.text.upperBound)
                {
                    if MoreMarker.isNearMiss(open..<node.text.upperBound, in: tree.bytes) {
                        nearMisses.append(id)
                        break
                    }
                    i = open + 2
                }
            default: break
            }
            id = node.kind == .footnotes ? Tree.none : tree.successor(id)
        }
    }
}
