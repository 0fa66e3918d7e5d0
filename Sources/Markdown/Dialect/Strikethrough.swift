import Addresses

extension Tree {
    /// Wraps the content between two runs of `~~` (GFM 0.29, section 6.5), flanking as for `**`.
    ///
    /// libcmark has already paired `*` and `_` as if there were no `~~`. Where pairs cross, the one
    /// that closes first wins: `~~a **b~~ c**` gives `<del>a **b</del> c**`. A barrier is on both
    /// sides of an escaped `\~`. O(nodes + bytes).
    mutating func foldStrikethrough(_ lines: SourceLines, _ placeholders: PlaceholderCodePoints?) {
        for id in 0..<NodeID(nodes.count) {
            switch self[id].kind {
            case .paragraph, .heading, .tableCell, .link, .image: break
            default: continue
            }
            var scan = StrikethroughScan(of: id, in: self, placeholders)
            guard scan.hasPairs else { continue }
            scan.settleDelimiters(in: self, lines)
            scan.rebuild(id, in: &self)
        }
    }
}

/// The inline content of one block or link as a sequence of events, and the pairs found in it.
private struct StrikethroughScan {
    private enum Event {
        case enter(NodeID)
        case leave(NodeID)
        case node(NodeID)
        case text(NodeID, Range<Int>)
        /// A `~~` at this byte, by its index in `runs`.
        case run(Int)
    }

    private struct Run {
        let node: NodeID
        let at: Int
        let flanking: Flanking
        var isOpener = false
        var isCloser = false
    }

    private enum Entry {
        case opener(Int)
        case emphasis(NodeID)
    }

    private var events: [Event] = []
    private var runs: [Run] = []
    /// Emphasis that a pair cuts across, with its delimiters.
    private var dissolved: [NodeID: UInt8] = [:]

    private(set) var hasPairs = false

    private let placeholders: PlaceholderCodePoints?

    init(of top: NodeID, in tree: Tree, _ placeholders: PlaceholderCodePoints?) {
        self.placeholders = placeholders
        guard collect(top, in: tree) else { return }
        pair(tree)
    }

    // MARK: Events

    /// Collects the events; returns whether there are two runs at least.
    private mutating func collect(_ top: NodeID, in tree: Tree) -> Bool {
        var id = tree[top].firstChild
        var before: Unicode.Scalar?
        walk: while id != Tree.none {
            let node = tree[id]
            switch node.kind {
            case .emphasis, .strong:
                events.append(.enter(id))
                before = "*"
                if node.firstChild != Tree.none {
                    id = node.firstChild
                    continue
                }
                events.append(.leave(id))
            case .text:
                collectRuns(id, before: &before, in: tree)
            case .softBreak, .hardBreak:
                events.append(.node(id))
                before = "\n"
            default:
                events.append(.node(id))
                before = ")"
            }
            while tree[id].next == Tree.none {
                id = tree[id].parent
                if id == top { break walk }
                events.append(.leave(id))
                before = "*"
            }
            id = tree[id].next
        }
        return runs.count > 1
    }

    private mutating func collectRuns(
        _ id: NodeID, before: inout Unicode.Scalar?, in tree: Tree
    ) {
        let text = tree[id].text
        let bytes = tree.bytes
        var start = text.lowerBound
        var i = start
        while i < text.upperBound {
            guard bytes[i] == .tilde else {
                i += 1
                continue
            }
            var end = i
            while end < text.upperBound, bytes[end] == .tilde { end += 1 }
            if end - i == 2 {
                if start < i { events.append(.text(id, start..<i)) }
                let isBesideCJK =
                    Flanking.endsWithCJK(bytes, from: text.lowerBound, to: i)
                    || Flanking.startsWithCJK(bytes, from: end, to: text.upperBound)
                let flanking = Flanking(
                    before: scalar(before: i, from: text.lowerBound, bytes) ?? before,
                    after: end < text.upperBound
                        ? scalar(at: end, before: text.upperBound, bytes)
                        : Self.scalar(after: id, in: tree),
                    isBesideCJK: isBesideCJK)
                events.append(.run(runs.count))
                runs.append(Run(node: id, at: i, flanking: flanking))
                start = end
            }
            i = end
        }
        if start < text.upperBound || text.isEmpty {
            events.append(.text(id, start..<text.upperBound))
        }
        before = bytes.scalar(before: text.upperBound, from: text.lowerBound)?.scalar ?? before
    }

    /// A barrier is next to an escaped `~`, and represents it.
    private func scalar(at i: Int, before end: Int, _ bytes: [UInt8]) -> Unicode.Scalar {
        placeholders?.role(in: bytes, at: i, before: end) == .barrier ? "~" : bytes.scalar(at: i)
    }

    private func scalar(before i: Int, from lower: Int, _ bytes: [UInt8]) -> Unicode.Scalar? {
        guard let last = bytes.scalar(before: i, from: lower) else { return nil }
        return scalar(at: last.start, before: i, bytes)
    }

    /// The scalar after a text node, as the rules for flanking see it.
    private static func scalar(after id: NodeID, in tree: Tree) -> Unicode.Scalar? {
        let next = tree[id].next
        guard next != Tree.none else {
            switch tree[tree[id].parent].kind {
            case .emphasis, .strong: return "*"
            default: return nil
            }
        }
        switch tree[next].kind {
        case .softBreak, .hardBreak: return "\n"
        case .text where !tree[next].text.isEmpty:
            return tree.bytes.scalar(at: tree[next].text.lowerBound)
        default: return "*"
        }
    }

    // MARK: Pairs

    /// The delimiter stack of CommonMark's appendix, with emphasis as already paired.
    private mutating func pair(_ tree: Tree) {
        var stack: [Entry] = []
        var openers = 0
        for event in events {
            switch event {
            case .enter(let id): stack.append(.emphasis(id))
            case .leave(let id):
                guard dissolved[id] == nil else { continue }
                while let top = stack.popLast() {
                    if case .emphasis(let open) = top, open == id { break }
                    if case .opener = top { openers -= 1 }
                }
            case .run(let index):
                if runs[index].flanking.canClose, openers > 0 {
                    close(index, &stack)
                    openers -= 1
                } else if runs[index].flanking.canOpen {
                    stack.append(.opener(index))
                    openers += 1
                }
            case .node, .text: break
            }
        }
    }

    /// Pairs a closer with the nearest opener; content between them is not paired any more.
    private mutating func close(_ closer: Int, _ stack: inout [Entry]) {
        while let top = stack.popLast() {
            switch top {
            case .emphasis(let id): dissolved[id] = .asterisk
            case .opener(let opener):
                runs[opener].isOpener = true
                runs[closer].isCloser = true
                hasPairs = true
                return
            }
        }
    }

    /// Looks up the delimiters of dissolved emphasis in the source, because the tree does not keep
    /// them.
    mutating func settleDelimiters(in tree: Tree, _ lines: SourceLines) {
        var places = PlaceFinder(tree, lines: lines, file: SourcePath(""))
        for id in dissolved.keys {
            let start = places.range(of: id).lowerBound
            if start < lines.bytes.count, lines.bytes[start] == .underscore {
                dissolved[id] = .underscore
            }
        }
    }

    // MARK: The new tree

    func rebuild(_ top: NodeID, in tree: inout Tree) {
        var open: [(parent: NodeID, last: NodeID)] = [(top, Tree.none)]
        let flags = tree[tree[top].firstChild].flags.intersection(.insideLink)
        func append(_ id: NodeID) {
            let at = open.count - 1
            tree.link(id, after: open[at].last, in: open[at].parent)
            tree[id].next = Tree.none
            open[at].last = id
        }
        func appendText(_ range: Range<Int>) {
            append(tree.addText(range, parent: top, flags: flags))
        }
        tree[top].firstChild = Tree.none
        var reused: Set<NodeID> = []
        for event in events {
            switch event {
            case .node(let id): append(id)
            case .text(let id, let range):
                if reused.insert(id).inserted {
                    tree[id].text = range
                    append(id)
                } else {
                    appendText(range)
                }
            case .run(let index) where runs[index].isOpener:
                var node = Node(.strikethrough, parent: top)
                node.flags = flags
                let id = tree.add(node)
                append(id)
                open.append((id, Tree.none))
            case .run(let index) where runs[index].isCloser: open.removeLast()
            case .run(let index): appendText(runs[index].at..<runs[index].at + 2)
            case .enter(let id), .leave(let id):
                if let byte = dissolved[id] {
                    let count = tree[id].kind == .strong ? 2 : 1
                    appendText(tree.store([UInt8](repeating: byte, count: count)))
                } else if case .enter = event {
                    tree[id].firstChild = Tree.none
                    append(id)
                    open.append((id, Tree.none))
                } else {
                    open.removeLast()
                }
            }
        }
    }
}
