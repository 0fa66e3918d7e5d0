/// A part of a text node that becomes a node of its own.
struct InlinePiece {
    let range: Range<Int>
    let kind: Node.Kind
    /// A link's address.
    var destination = 0..<0
    /// A footnote reference's definition.
    var number: Int32 = 0
    /// Whether a formula is displayed on a line of its own.
    var isDisplay = false
}

extension Tree {
    /// Replaces parts of a text with nodes; `pieces` are in order and do not overlap. A link keeps
    /// its part as its text.
    ///
    /// - Returns: the last of the nodes that replace it.
    mutating func replace(_ text: NodeID, by pieces: [InlinePiece]) -> NodeID {
        guard let head = pieces.first else { return text }
        let whole = self[text].text
        let after = self[text].next
        let parent = self[text].parent
        let flags = self[text].flags.intersection(.insideLink)
        var tail = text
        self[tail].text = whole.lowerBound..<head.range.lowerBound
        for (index, piece) in pieces.enumerated() {
            var node = Node(piece.kind, parent: parent)
            node.flags = flags
            node.destination = piece.destination
            node.number = piece.number
            if piece.isDisplay { node.level = Node.display }
            node.text = piece.kind == .link ? 0..<0 : piece.range
            let id = add(node)
            if piece.kind == .link {
                self[id].firstChild = addText(piece.range, parent: id, flags: .insideLink)
            }
            self[tail].next = id
            tail = id
            let isLast = index + 1 == pieces.count
            let end = isLast ? whole.upperBound : pieces[index + 1].range.lowerBound
            if piece.range.upperBound < end {
                let rest = addText(piece.range.upperBound..<end, parent: parent, flags: flags)
                self[tail].next = rest
                tail = rest
            }
        }
        self[tail].next = after
        return tail
    }

    /// Calls `pieces` with every text in prose that may hold `marks`, except inside links, and
    /// replaces what it finds. libcmark joins adjacent texts, so a text reaches up to the next
    /// markup.
    mutating func replaceTexts(
        thatMayHold marks: TextMarks,
        _ pieces: (_ text: NodeID, _ previous: NodeID, _ tree: inout Tree) -> [InlinePiece]
    ) {
        for id in 0..<NodeID(nodes.count) where holdsProse(id) {
            var previous = Tree.none
            var child = self[id].firstChild
            while child != Tree.none {
                if self[child].kind == .text, self[child].marks.contains(marks) {
                    child = replace(child, by: pieces(child, previous, &self))
                }
                previous = child
                child = self[child].next
            }
        }
    }

    /// Whether a node's inline children may become links and notes.
    private func holdsProse(_ id: NodeID) -> Bool {
        let node = self[id]
        switch node.kind {
        case .paragraph, .heading, .tableCell, .calloutTitle: return true
        case .emphasis, .strong, .strikethrough: return !node.flags.contains(.insideLink)
        default: return false
        }
    }
}
