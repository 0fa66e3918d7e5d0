import Text

/// Writes one document as HTML, in one walk over its tree without recursion.
///
/// Without settings and with ``MarkdownOptions/commonMark`` the bytes are those of libcmark's own
/// renderer.
struct HTMLWriter {
    var out: [UInt8]
    let document: Document
    let tree: Tree
    let settings: HTMLSettings
    private let writesFootnotes: Bool
    private let isSafe: Bool
    /// The replacements for raw HTML that is not well formed.
    let repairs: HTMLRepairs
    /// The image whose alternative text is being written: text only.
    private var image = Tree.none
    /// How many pictures were begun.
    var pictureCount = 0
    private var hasMoreSpan = false
    /// The number of the current footnote, and its last block.
    var footnote: Footnote?
    var footnoteEnd = Tree.none
    /// Whether the current table has reached its rows; a cut may end it before.
    var isInTableBody = false

    init(_ document: Document, _ settings: HTMLSettings, into out: [UInt8]) {
        self.document = document
        self.settings = settings
        self.out = out
        tree = document.tree
        writesFootnotes = settings.footnotes && settings.cut == nil
        isSafe = !document.options.unsafeHTML
        repairs = document.repairs(settings, writesFootnotes: writesFootnotes)
        self.out.reserveCapacity(out.count + tree.bytes.count * 5 / 4 + 256)
    }

    mutating func write() {
        let cut = settings.cut.map { (node: $0.start(in: tree), textEnd: $0.textEnd) }
        var id = settings.start ?? Tree.root
        guard id != Tree.none else { return }
        while true {
            if let cut, id == cut.node {
                if let end = cut.textEnd { writeText(of: id, upTo: end) }
                closeContainers(of: id)
                return
            }
            let node = tree[id]
            if isHidden(node) {
                guard let next = leave(from: id) else { return }
                id = next
                continue
            }
            if image != Tree.none {
                writePlain(node)
            } else {
                if !repairs.isEmpty { writeTags(.before, id) }
                // Before a cut within a text, a break separates that text from the one before.
                open(
                    node, id,
                    endsAtCut: cut.map { $0.textEnd == nil && node.next == $0.node } ?? false)
            }
            if node.firstChild != Tree.none {
                id = node.firstChild
                continue
            }
            close(node, id)
            guard let next = leave(from: id) else { return }
            id = next
        }
    }

    /// The next node to enter after `id` is done; containers that end are closed.
    private mutating func leave(from id: NodeID) -> NodeID? {
        var id = id
        while tree[id].next == Tree.none {
            id = tree[id].parent
            guard id != Tree.none else { return nil }
            close(tree[id], id)
        }
        return tree[id].next
    }

    private mutating func closeContainers(of cut: NodeID) {
        var id = tree[cut].parent
        while id != Tree.none {
            close(tree[id], id)
            id = tree[id].parent
        }
    }

    private func isHidden(_ node: Node) -> Bool {
        switch node.kind {
        case .footnotes, .footnoteReference: !writesFootnotes
        default: false
        }
    }

    // MARK: Opening

    private mutating func open(_ node: Node, _ id: NodeID, endsAtCut: Bool) {
        switch node.kind {
        case .document, .customInline, .customBlock, .removed: break
        case .text where node.marks.contains(.escaped):
            out.append(escaping: node.text, of: tree.bytes)
        case .text: out.append(contentsOf: tree.bytes[node.text])
        case .formula, .templateTag: out.append(escaping: node.text, of: tree.bytes)
        case .softBreak:
            if !node.isJoined, !endsAtCut { out.append(.lineFeed) }
        case .hardBreak: if !endsAtCut { out.put("<br />\n") }
        case .paragraph: openParagraph(node, id)
        case .heading: openHeading(node)
        case .code:
            out.put("<code>")
            out.append(escaping: node.text, of: tree.bytes)
            out.put("</code>")
        case .emphasis: out.put("<em>")
        case .strong: out.put("<strong>")
        case .strikethrough: out.put("<del>")
        case .link: if !repairs.isPlain(id) { openLink(node) }
        case .image: openImage(node, id)
        case .blockQuote:
            startLine()
            out.put("<blockquote>\n")
        case .list: openList(node)
        case .item: openItem(node)
        case .codeBlock: writeCodeBlock(node, id)
        case .htmlBlock:
            startLine()
            writeHTML(node, id)
            startLine()
        case .htmlInline: writeHTML(node, id)
        case .thematicBreak:
            startLine()
            out.put("<hr />\n")
        case .callout, .calloutTitle: openCallout(node)
        case .table, .tableRow, .tableCell: openTable(node)
        case .footnotes, .footnote, .footnoteReference: openFootnote(node, id)
        }
    }

    private mutating func close(_ node: Node, _ id: NodeID) {
        if repairs.isEmpty || image != Tree.none { return closeElement(node, id) }
        writeTags(.end, id)
        closeElement(node, id)
        writeTags(.after, id)
    }

    private mutating func writeTags(_ side: HTMLRepairs.Side, _ id: NodeID) {
        if let tags = repairs.tags(side, id) { out.append(contentsOf: tags) }
    }

    private mutating func closeElement(_ node: Node, _ id: NodeID) {
        if image != Tree.none {
            if image == id {
                image = Tree.none
                if !isFigure(node.parent) { writeTitle(node) }
                out.put("\"")
                writePicture(node)
                out.put(" />")
            }
            return
        }
        switch node.kind {
        case .paragraph:
            if isFigure(id) {
                closeFigure(node)
            } else if !tree.isTight(id) {
                if id == footnoteEnd { writeBackLinks(behindText: true) }
                out.put(repairs.endsEarly(id) ? "\n" : "</p>\n")
            }
        case .heading: closeHeading(node)
        case .emphasis: out.put("</em>")
        case .strong: out.put("</strong>")
        case .strikethrough: out.put("</del>")
        case .link: if !repairs.isPlain(id) { out.put("</a>") }
        case .blockQuote:
            startLine()
            out.put("</blockquote>\n")
        case .list: out.put(node.isOrdered ? "</ol>\n" : "</ul>\n")
        case .item: out.put("</li>\n")
        case .callout: out.put("</aside>\n")
        case .calloutTitle: out.put("</p>\n")
        case .table, .tableRow, .tableCell: closeTable(node)
        case .footnotes, .footnote: closeFootnote(node)
        default: break
        }
    }

    /// Begins a line where none begins yet.
    mutating func startLine() {
        if let last = out.last, last != .lineFeed { out.append(.lineFeed) }
    }

    private mutating func writeText(of id: NodeID, upTo end: Int) {
        let text = tree[id].text
        let end = min(max(end, text.lowerBound), text.upperBound)
        out.append(escaping: text.lowerBound..<end, of: tree.bytes)
        out.put("…")
    }

    // MARK: Lists and headings

    private mutating func openList(_ node: Node) {
        startLine()
        if !node.isOrdered {
            out.put("<ul>\n")
        } else if node.number == 1 {
            out.put("<ol>\n")
        } else {
            out.put("<ol start=\"")
            out.append(number: node.number)
            out.put("\">\n")
        }
    }

    private mutating func openItem(_ node: Node) {
        startLine()
        out.put(node.isTask ? "<li class=\"task\">" : "<li>")
    }

    private mutating func openParagraph(_ node: Node, _ id: NodeID) {
        if isFigure(id) {
            startLine()
            out.put("<figure class=\"image\">\n")
        } else if !tree.isTight(id) {
            startLine()
            out.put("<p>")
        }
        let above = tree[node.parent]
        if above.isTask, above.firstChild == id {
            out.put("<input type=\"checkbox\" disabled")
            out.put(above.isChecked ? " checked aria-label=\"" : " aria-label=\"")
            let words = settings.words
            out.append(escaping: above.isChecked ? words.taskDone : words.taskOpen)
            out.put("\">")
        }
    }

    private mutating func openHeading(_ node: Node) {
        startLine()
        out.put("<h")
        out.append(0x30 + node.level)
        if settings.headingIDs, let id = headingID(node), !id.isEmpty {
            out.put(" id=\"")
            out.append(escaping: settings.idPrefix + id)
            out.put("\"")
        }
        if !node.destination.isEmpty {
            out.put(" class=\"")
            out.append(escaping: node.destination, of: tree.bytes)
            out.put("\"")
        }
        out.put(">")
    }

    private mutating func closeHeading(_ node: Node) {
        if let anchor = settings.anchors, settings.headingIDs, let id = headingID(node),
            !id.isEmpty
        {
            let heading = document.headings[Int(node.number)]
            out.put(" <a class=\"anchor\" href=\"#")
            out.append(address: Array((settings.idPrefix + id).utf8))
            out.put("\" aria-label=\"")
            out.append(escaping: "\(anchor.label) \(heading.text)")
            out.put("\">")
            out.append(escaping: anchor.text)
            out.put("</a>")
        }
        out.put("</h")
        out.append(0x30 + node.level)
        out.put(">\n")
    }

    private func headingID(_ node: Node) -> String? {
        let index = Int(node.number)
        return index < document.headings.count ? document.headings[index].id : nil
    }

    // MARK: Code and raw HTML

    private mutating func writeCodeBlock(_ node: Node, _ id: NodeID) {
        startLine()
        if let write = settings.codeBlock {
            write(document.codeBlock(at: id), document, &out)
            startLine()
            return
        }
        out.put("<pre><code")
        if !node.destination.isEmpty {
            out.put(" class=\"language-")
            let info = tree.bytes[node.destination]
            let end = info.firstIndex(where: \.isSpace) ?? info.endIndex
            out.append(escaping: info.startIndex..<end, of: tree.bytes)
            out.put("\"")
        }
        out.put(">")
        let code = document.options == .commonMark ? nil : shownCode(node)
        if let code {
            out.append(escaping: code.indices, of: code)
        } else {
            out.append(escaping: node.text, of: tree.bytes)
        }
        out.put("</code></pre>\n")
    }

    /// nil if the code is shown unchanged.
    private func shownCode(_ node: Node) -> [UInt8]? {
        tree.mayHoldControls ? ControlCharacters.shown(tree.bytes[node.text]) : nil
    }

    private mutating func writeHTML(_ node: Node, _ id: NodeID) {
        if node.flags.contains(.moreMarker) {
            if settings.moreSpan, !hasMoreSpan { out.put("<span id=\"more\"></span>") }
            hasMoreSpan = true
        } else if !isSafe {
            writeRaw(node.text, id)
        }
    }

    // MARK: Links and images

    private mutating func openLink(_ node: Node) {
        out.put("<a href=\"")
        writeDestination(node, isImage: false)
        writeTitle(node)
        out.put("\">")
    }

    private mutating func openImage(_ node: Node, _ id: NodeID) {
        out.put("<img src=\"")
        writeDestination(node, isImage: true)
        out.put("\" alt=\"")
        image = id
    }

    private mutating func writeTitle(_ node: Node) {
        guard !node.title.isEmpty else { return }
        out.put("\" title=\"")
        out.append(escaping: node.title, of: tree.bytes)
    }

    private mutating func writeDestination(_ node: Node, isImage: Bool) {
        let address = tree.bytes[node.destination]
        if isSafe, UnsafeAddress.isUnsafe(address) { return }
        if let rewrite = settings.destination, let written = rewrite(address, isImage) {
            out.append(address: written)
        } else {
            out.append(address: node.destination, of: tree.bytes)
        }
    }

    /// Appends a node's part of an image's alternative text.
    private mutating func writePlain(_ node: Node) {
        switch node.kind {
        case .text, .code, .htmlInline, .formula, .templateTag:
            out.append(escaping: node.text, of: tree.bytes)
        case .softBreak: if !node.isJoined { out.append(.space) }
        case .hardBreak: out.append(.space)
        default: break
        }
    }
}
