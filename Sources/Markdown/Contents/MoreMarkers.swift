import Text

/// What ends an excerpt: `<!-- more -->` in any spacing and case, or `<!--more Read on-->`.
struct MoreMarker {
    /// From the `<!--` to after the `-->`, in ``Tree/bytes``.
    let range: Range<Int>
    /// The text of the link to the rest, `Read on`; empty for the site's default.
    let label: Range<Int>

    /// nil where the comment at `range` is not a marker. Only `<!--more` takes a label, so `<!--
    /// more on this later -->` is a comment.
    init?(_ range: Range<Int>, in bytes: [UInt8]) {
        guard range.count >= 11, bytes.has("<!--", at: range.lowerBound, before: range.upperBound),
            bytes.has("-->", at: range.upperBound - 3, before: range.upperBound)
        else { return nil }
        let whole = range.lowerBound + 4..<range.upperBound - 3
        let text = bytes.trimmed(bytes.trimmingHyphens(whole))
        let word = bytes[text].prefix(4)
        guard word.elementsEqual("more".utf8, by: { $0.lowercased == $1 }) else { return nil }
        label = bytes.trimmed(word.endIndex..<text.upperBound)
        let isApart = label.lowerBound > word.endIndex
        guard label.isEmpty || isApart && text.lowerBound == whole.lowerBound else { return nil }
        self.range = range
    }

    /// Whether text looks like a misspelled marker. That is `<!`, hyphens and blanks, then `more`,
    /// `read more` or `see more` up to `>` or the end of the line: `<!- more -->`, `<! more>`,
    /// `<!--readmore-->`. With dashes in place of `!--` the `>` is required: `<-- more -->`,
    /// `<!—more—>`.
    static func isNearMiss(_ text: Range<Int>, in bytes: [UInt8]) -> Bool {
        guard bytes.has("<", at: text.lowerBound, before: text.upperBound) else { return false }
        let isComment = bytes.has("<!", at: text.lowerBound, before: text.upperBound)
        var word: [UInt8] = []
        // How closely the text before the word resembles `!--`.
        var dashes = isComment ? 2 : 0
        var i = text.lowerBound + 1
        let end = min(text.upperBound, i + 48)
        while i < end {
            let byte = bytes[i]
            if byte.isLetter {
                guard dashes >= 2 else { return false }
                word.append(byte.lowercased)
            } else if bytes.has("–", at: i, before: end) || bytes.has("—", at: i, before: end) {
                dashes += 2
                i += 2
            } else if byte == .hyphen {
                dashes += 1
            } else if !byte.isBlank, byte != .exclamation {
                guard byte == .greater || isComment && byte.isLineEnd else { return false }
                return Self.isWord(word)
            }
            i += 1
        }
        return isComment && Self.isWord(word)
    }

    private static func isWord(_ word: [UInt8]) -> Bool {
        ["more", "readmore", "seemore"].contains { word.elementsEqual($0.utf8) }
    }
}

extension [UInt8] {
    /// `range` without the hyphens at both sides.
    fileprivate func trimmingHyphens(_ range: Range<Int>) -> Range<Int> {
        var (lower, upper) = (range.lowerBound, range.upperBound)
        while lower < upper, self[lower] == .hyphen { lower += 1 }
        while upper > lower, self[upper - 1] == .hyphen { upper -= 1 }
        return lower..<upper
    }
}

/// The markers of a tree.
struct MoreMarkers {
    /// Text that would nearly be a marker if it were HTML.
    struct Text {
        let node: NodeID
        /// Of the `<`, in ``Tree/bytes``.
        let offset: Int
    }

    /// Raw-HTML nodes that are exactly a marker, in document order; the label of each is its node's
    /// ``Node/title``.
    private(set) var exact: [NodeID] = []
    /// Raw-HTML nodes that are, or hold, a misspelled marker.
    private(set) var nearMisses: [NodeID] = []
    private(set) var texts: [Text] = []
    /// Raw-HTML nodes of footnotes that hold a marker, which cannot cut anything there.
    private(set) var inFootnotes: [NodeID] = []

    /// The markers outside code. A marker within a block of HTML becomes a node of its own. O(nodes
    /// + bytes of HTML).
    init(in tree: inout Tree) {
        var id = Tree.root
        while id != Tree.none, tree[id].kind != .footnotes {
            switch tree[id].kind {
            case .htmlBlock: id = readBlock(id, in: &tree)
            case .htmlInline:
                if let marker = MoreMarker(tree[id].text, in: tree.bytes) {
                    mark(id, marker, in: &tree)
                } else if MoreMarker.isNearMiss(tree[id].text, in: tree.bytes) {
                    nearMisses.append(id)
                }
            case .text where tree[id].marks.contains(.less): readText(id, in: tree)
            default: break
            }
            id = tree.successor(id)
        }
        while id != Tree.none {
            if holdsMarker(id, in: tree) { inFootnotes.append(id) }
            id = tree.successor(id)
        }
    }

    private func holdsMarker(_ id: NodeID, in tree: Tree) -> Bool {
        guard tree[id].kind == .htmlBlock || tree[id].kind == .htmlInline else { return false }
        var scanner = MarkupScanner(tree.bytes, tree[id].text)
        while let markup = scanner.next() {
            if markup.kind == .comment, MoreMarker(markup.range, in: tree.bytes) != nil {
                return true
            }
        }
        return false
    }

    private mutating func mark(_ id: NodeID, _ marker: MoreMarker, in tree: inout Tree) {
        tree[id].flags.insert(.moreMarker)
        tree[id].title = marker.label
        exact.append(id)
    }

    /// Reads the comments of a block of HTML; returns the last node that replaces it.
    private mutating func readBlock(_ id: NodeID, in tree: inout Tree) -> NodeID {
        let block = tree[id].text
        guard tree.bytes.firstIndex(of: [.less, .exclamation], in: block) != nil else { return id }
        var markers: [MoreMarker] = []
        var isNearMiss = false
        var scanner = MarkupScanner(tree.bytes, block)
        while let markup = scanner.next() {
            switch markup.kind {
            case .comment:
                if let marker = MoreMarker(markup.range, in: tree.bytes) {
                    markers.append(marker)
                } else if MoreMarker.isNearMiss(markup.range, in: tree.bytes) {
                    isNearMiss = true
                }
            case .startTag:
                let name = scanner.name(of: markup)
                guard Self.code.contains(name) else { continue }
                let rest = scanner.position..<block.upperBound
                scanner.position =
                    RawTextElements.endTag(name, in: tree.bytes, rest) ?? block.upperBound
            case .endTag: continue
            }
        }
        if isNearMiss { nearMisses.append(id) }
        guard !markers.isEmpty else { return id }
        let (nodes, last) = tree.split(htmlBlock: id, at: markers.map(\.range))
        for (node, marker) in zip(nodes, markers) { mark(node, marker, in: &tree) }
        return last
    }

    private mutating func readText(_ id: NodeID, in tree: Tree) {
        let text = tree[id].text
        var i = text.lowerBound
        while let less = tree.bytes[i..<text.upperBound].firstIndex(of: .less) {
            i = less + 1
            if MoreMarker.isNearMiss(less..<text.upperBound, in: tree.bytes) {
                texts.append(Text(node: id, offset: less))
            }
        }
    }

    /// Elements whose content an author may want to show literally.
    private static let code = RawTextElements.names.union(["pre", "code"])
}

extension Tree {
    /// Splits parts of a block of HTML, in order, into nodes of their own; the text between them
    /// becomes blocks too, unless it is white space.
    ///
    /// - Returns: the nodes of the parts, and the last node that replaces the block.
    fileprivate mutating func split(
        htmlBlock id: NodeID, at parts: [Range<Int>]
    ) -> (nodes: [NodeID], last: NodeID) {
        let block = self[id]
        var pieces: [(range: Range<Int>, isPart: Bool)] = []
        var from = block.text.lowerBound
        for part in parts {
            pieces.append((from..<part.lowerBound, false))
            pieces.append((part, true))
            from = part.upperBound
        }
        pieces.append((from..<block.text.upperBound, false))
        var nodes: [NodeID] = []
        var last = Tree.none
        var line = block.firstLine
        var counted = block.text.lowerBound
        var lineStart = block.text.lowerBound
        let indent = bytes[block.text].prefix { $0.isBlank }.count
        for (range, isPart) in pieces {
            let visible = bytes.trimmed(range)
            if visible.isEmpty { continue }
            let passed = counted..<visible.lowerBound
            line += Int32(bytes[passed].count { $0 == .lineFeed })
            if let lineBreak = bytes[passed].lastIndex(of: .lineFeed) { lineStart = lineBreak + 1 }
            var node = block
            node.text = isPart ? range : visible.lowerBound..<range.upperBound
            node.firstLine = line
            node.column = block.column + Int32(visible.lowerBound - lineStart - indent)
            line += Int32(bytes[visible].count { $0 == .lineFeed })
            if let lineBreak = bytes[visible].lastIndex(of: .lineFeed) { lineStart = lineBreak + 1 }
            counted = visible.upperBound
            node.lastLine = line
            let piece = last == Tree.none ? id : add(node)
            if last == Tree.none { self[id] = node } else { self[last].next = piece }
            if isPart { nodes.append(piece) }
            last = piece
        }
        self[last].next = block.next
        return (nodes, last)
    }
}
