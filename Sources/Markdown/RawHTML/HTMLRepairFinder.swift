import Text

/// Finds what is to be repaired in a document's raw HTML: walks over what is written of it as the
/// writer does, and keeps the elements that are open as a browser would (HTML Living Standard, section
/// 13.2.6).
///
/// The rules, reduced to what makes a difference:
/// - An element is inside what Markdown writes around its start tag, and ends there at the latest.
///   An end tag further inside takes effect where what Markdown writes ends: `<div>`, then
///   `text</div>`.
/// - A block's start tag ends the paragraph that it is in, so `1. text <details>` may go on with
///   blocks, and `</details>` after them.
/// - An inline element without an end tag ends with the block that it begins in.
/// - An element that browsers would end by themselves, an `<li>` by the next one, also gets its end
///   tag.
/// - SVG and MathML end where HTML or Markdown begins in them.
/// - A link ends where another begins in it, because browsers do not nest links. A bare address in
///   an `<a>` is text.
struct HTMLRepairFinder {
    var repairs = HTMLRepairs()
    var problems: [HTMLProblem] = []
    /// The start tags without an end tag, by their `<` in ``Tree/bytes``.
    var unclosed: Set<Int> = []

    let tree: Tree
    /// Those of the whole document, if already known.
    let known: Set<Int>?
    private let writesFootnotes: Bool

    var open = OpenElements()
    /// The element whose content is text, as an index, and the reader of that text.
    var rawText: (element: Int, reader: RawTextElements.Reader)?
    /// Where to write tags.
    var place = Place.side(.end, Tree.root)
    /// Inline elements that end with the current block.
    var endingWithBlock: [(index: Int, offset: Int)] = []
    /// How many elements of a name have ended before their end tag.
    var endedBefore: [String: Int] = [:]

    enum Place {
        case side(HTMLRepairs.Side, NodeID)
        case offset(Int, NodeID)
    }

    /// The findings in a document.
    struct Findings {
        let repairs: HTMLRepairs
        let problems: [HTMLProblem]
        let unclosed: Set<Int>
    }

    /// Walks a whole document twice: to find the elements without an end tag, and to repair them.
    /// nil if its raw HTML has no tags. O(nodes + bytes of raw HTML · log depth).
    static func findings(in tree: Tree, _ rawHTML: [NodeID]) -> Findings? {
        guard tree.hasTags(in: rawHTML) else { return nil }
        var first = HTMLRepairFinder(tree, unclosed: nil)
        first.walk()
        let unclosed = first.unclosed
        if !unclosed.isEmpty {
            first = HTMLRepairFinder(tree, unclosed: unclosed)
            first.walk()
        }
        return Findings(repairs: first.repairs, problems: first.problems, unclosed: unclosed)
    }

    /// - Parameter known: the start tags without an end tag in the whole document; nil: to find
    ///   them.
    init(_ tree: Tree, unclosed known: Set<Int>?, writesFootnotes: Bool = true) {
        self.tree = tree
        self.known = known
        self.writesFootnotes = writesFootnotes
    }

    /// Walks a part of the document, from a block of it, or its root, up to a node.
    mutating func walk(from start: NodeID = Tree.root, upTo end: NodeID = Tree.none) {
        var id = start
        while id != Tree.none, id != end {
            if isHidden(id) {
                id = leaveUp(from: id)
                continue
            }
            enter(id)
            // An image's alternative text has no tags.
            if tree[id].firstChild != Tree.none, tree[id].kind != .image {
                id = tree[id].firstChild
                continue
            }
            leave(id)
            id = leaveUp(from: id)
        }
        guard id != Tree.none else { return }
        id = tree[id].parent
        while id != Tree.none {
            leave(id)
            id = tree[id].parent
        }
    }

    private mutating func leaveUp(from id: NodeID) -> NodeID {
        var id = id
        while tree[id].next == Tree.none {
            id = tree[id].parent
            guard id != Tree.none else { return Tree.none }
            leave(id)
        }
        return tree[id].next
    }

    private func isHidden(_ id: NodeID) -> Bool {
        let kind = tree[id].kind
        return !writesFootnotes && (kind == .footnotes || kind == .footnoteReference)
    }

    // MARK: What Markdown writes

    private mutating func enter(_ id: NodeID) {
        let node = tree[id]
        switch node.kind {
        case .document, .removed, .customBlock, .customInline, .text, .softBreak, .formula,
            .templateTag:
            break
        case .htmlInline: if !node.flags.contains(.moreMarker) { read(id) }
        case .htmlBlock:
            guard !node.flags.contains(.moreMarker) else { break }
            endingWithBlock.removeAll()
            read(id)
            place = .offset(node.text.upperBound, id)
            if let (element, _) = rawText { end(to: element) }
            endInlines()
        case .code, .hardBreak, .image, .footnoteReference:
            place = .side(.before, id)
            endForeign()
            if node.kind == .footnoteReference { _ = endElement(interruptedBy: "a") }
        case .codeBlock, .thematicBreak: makeRoom(for: "hr", before: id)
        case .paragraph where tree.isTight(id): push("", id)
        case .paragraph, .calloutTitle: push("p", id)
        case .heading: push(Self.headings[Int(min(max(node.level, 1), 6)) - 1], id)
        case .blockQuote: push("blockquote", id)
        case .list: push("ul", id)
        case .item, .footnote: push("li", id)
        case .callout: push("aside", id)
        case .table: push("table", id)
        case .tableRow: push("tr", id)
        case .tableCell: push("td", id)
        case .footnotes: push("section", id)
        case .link:
            makeRoom(forLink: id)
            push("", id)
        case .emphasis, .strong, .strikethrough: push("", id)
        }
    }

    private static let headings = ["h1", "h2", "h3", "h4", "h5", "h6"]

    /// - Parameter name: of a block; empty for what is inside one.
    private mutating func push(_ name: String, _ id: NodeID) {
        makeRoom(for: name, before: id)
        if tree[id].kind.isLeafBlock { endingWithBlock.removeAll() }
        open.push(
            OpenElements.Element(name: name, traits: [], offset: -1, node: id))
    }

    private mutating func makeRoom(for name: String, before id: NodeID) {
        guard open.count > 0 else { return }
        place = .side(.before, id)
        endForeign()
        endElements(endedBy: name)
    }

    private mutating func leave(_ id: NodeID) {
        place = .side(.end, id)
        guard id != Tree.root else { return end(to: 0) }
        let index = open.around.markdown
        if index >= 0, open[index].node == id {
            end(to: index + 1)
            let element = pop()
            place = .side(.after, id)
            if element.last < open.count { end(to: element.last) }
        } else if tree[id].kind == .paragraph {
            endInlines()
        }
    }

    // MARK: Ending

    /// Ends the elements of raw HTML down to one, and those that end along with them.
    ///
    /// - Parameter isSilent: whether other problems with them are reported elsewhere.
    mutating func end(to index: Int, isSilent: Bool = false) {
        var index = index
        while open.count > index, let element = open.elements.last, !element.isMarkdown {
            index = min(index, element.last)
            if rawText?.element == open.count - 1, rawText?.reader.isDoublyEscaped == true {
                write("-->")
            }
            _ = pop()
            write("</\(element.name)>")
            if !element.isEnded { note(element, isSilent: isSilent && open.count == index) }
        }
    }

    mutating func pop() -> OpenElements.Element {
        if rawText?.element == open.count - 1 { rawText = nil }
        return open.pop()
    }

    /// Records that an element ends before its end tag.
    private mutating func note(_ element: OpenElements.Element, isSilent: Bool = false) {
        unclosed.insert(element.offset)
        endedBefore[element.name, default: 0] += 1
        if !isSilent, !element.traits.contains(.omissible) { add(.unclosed, of: element) }
    }

    private mutating func add(_ kind: HTMLProblem.Kind, of element: OpenElements.Element) {
        let end = element.offset + 1 + element.name.utf8.count
        problems.append(
            HTMLProblem(
                kind: kind, name: element.name, node: element.node, range: element.offset..<end))
    }

    /// Ends the open SVG or MathML.
    mutating func endForeign() {
        if open.isForeign { end(to: open.around.foreign) }
    }

    /// Ends the elements that the start tag of an element of that name ends.
    mutating func endElements(endedBy name: String) {
        let names = ElementTraits.ended(by: name)
        if ElementTraits.of(name).contains(.tablePart), name != "table" {
            // A cell ends the one before it, with everything open inside it.
            let parts = names.compactMap { open.innermost($0) }.filter {
                $0 > max(open.around.tableScope, open.around.markdown)
                    && open[$0].traits.contains(.tablePart)
            }
            if let outermost = parts.min() { end(to: outermost) }
        }
        while case let index = open.around.lasting, index >= 0, !open[index].isMarkdown,
            !open[index].isForeign, names.contains(open[index].name)
        {
            end(to: index)
        }
    }

    /// Ends an element that cannot contain another of its name.
    ///
    /// - Returns: false if it continues, because Markdown writes something between the two.
    mutating func endElement(interruptedBy name: String) -> Bool {
        guard let index = open.around(name) else { return true }
        guard open.around.markdown < index else { return false }
        add(.interrupted, of: open[index])
        end(to: index, isSilent: true)
        return true
    }

    private mutating func makeRoom(forLink id: NodeID) {
        guard let index = open.around("a") else { return }
        place = .side(.before, id)
        if tree.isBareAddress(id) { return repairs.makePlain(id) }
        if !endElement(interruptedBy: "a") {
            add(.nested, of: open[index])
            repairs.makePlain(id)
        }
    }

    /// Ends the inline elements without an end tag in the block that ends here.
    private mutating func endInlines() {
        while let (index, offset) = endingWithBlock.popLast() {
            guard index < open.count, open[index].offset == offset, !open[index].isEnded else {
                continue
            }
            if open.around.block > index {
                note(open[index])
                open.postponeEnd(of: index, passesBlocks: false)
            } else {
                end(to: index)
            }
        }
    }

    mutating func write(_ tag: String) {
        switch place {
        case .side(let side, let node): repairs.add(tag, side, node)
        case .offset(let offset, let node): repairs.add(tag, for: offset..<offset, of: node)
        }
    }
}

extension Tree {
    /// Whether a link's text is its address and nothing else: `https://a.example`, `<b@c.example>`.
    fileprivate func isBareAddress(_ id: NodeID) -> Bool {
        let text = self[id].firstChild
        guard text != Tree.none, self[text].kind == .text, self[text].next == Tree.none else {
            return false
        }
        let destination = bytes[self[id].destination]
        let address = bytes[self[text].text]
        return destination.elementsEqual(address)
            || ["mailto:", "http://", "https://"].contains {
                destination.starts(with: $0.utf8)
                    && destination.dropFirst($0.utf8.count).elementsEqual(address)
            }
    }

    /// Whether any of some raw-HTML nodes is more than a comment such as the marker of an excerpt.
    fileprivate func hasTags(in rawHTML: [NodeID]) -> Bool {
        rawHTML.contains { id in
            let html = bytes[self[id].text]
            let isComment =
                html.count < 40 && html.starts(with: "<!--".utf8)
                && html.count { $0 == .greater } == 1
                && html.reversed().drop { $0 == .lineFeed }.starts(with: "-->".utf8.reversed())
            return !isComment
        }
    }
}
