/// Text nodes that stand side by side and whose texts adjoin, read as one text.
///
/// libcmark cuts text at every character that might mean something: `[^1]` is `[`, `^1` and `]`.
struct TextRun {
    let first: NodeID
    let last: NodeID
    /// What stands before it among its siblings; ``Tree/none`` at the start.
    let previous: NodeID
    let range: Range<Int>
}

/// A part of a text run that becomes a node of its own.
struct InlinePiece {
    let range: Range<Int>
    let kind: Node.Kind
    /// A link's address.
    var destination = 0..<0
    /// A footnote reference's definition.
    var number: Int32 = 0
    /// Whether the range stays as the node's only child.
    var keepsText = false
}

extension Tree {
    /// The first run at or after `child`, whose sibling before it is `previous`.
    func textRun(from child: NodeID, after previous: NodeID) -> TextRun? {
        var child = child
        var previous = previous
        while child != Tree.none, self[child].kind != .text {
            previous = child
            child = self[child].next
        }
        guard child != Tree.none else { return nil }
        var last = child
        var range = self[child].text
        while case let next = self[last].next, next != Tree.none, self[next].kind == .text,
            self[next].text.lowerBound == range.upperBound, !self[next].flags.contains(.barrier)
        {
            range = range.lowerBound..<self[next].text.upperBound
            last = next
        }
        return TextRun(first: child, last: last, previous: previous, range: range)
    }

    /// Puts nodes where parts of a run stood; `pieces` are in order and do not overlap.
    ///
    /// - Returns: the last node of what now stands there.
    mutating func replace(_ run: TextRun, by pieces: [InlinePiece]) -> NodeID {
        guard let head = pieces.first else { return run.last }
        let after = self[run.last].next
        let parent = self[run.first].parent
        let flags = self[run.first].flags.intersection(.insideLink)
        var tail = run.first
        self[tail].text = run.range.lowerBound..<head.range.lowerBound
        for (index, piece) in pieces.enumerated() {
            var node = Node(piece.kind, parent: parent)
            node.flags = flags
            node.destination = piece.destination
            node.number = piece.number
            node.text = piece.kind == .link ? 0..<0 : piece.range
            let id = add(node)
            if piece.keepsText {
                self[id].firstChild = addText(piece.range, parent: id, flags: .insideLink)
            }
            self[tail].next = id
            tail = id
            let end =
                index + 1 < pieces.count
                ? pieces[index + 1].range.lowerBound : run.range.upperBound
            if piece.range.upperBound < end {
                let rest = addText(piece.range.upperBound..<end, parent: parent, flags: flags)
                self[tail].next = rest
                tail = rest
            }
        }
        self[tail].next = after
        return tail
    }

    /// Whether a node's inline children may become links and notes.
    func holdsProse(_ id: NodeID) -> Bool {
        let node = self[id]
        switch node.kind {
        case .paragraph, .heading, .tableCell, .calloutTitle: return true
        case .emphasis, .strong, .strikethrough: return !node.flags.contains(.insideLink)
        default: return false
        }
    }
}
