/// A text that is written in HTML, as a flat tree that is written out byte for byte.
///
/// The tree's bytes are the source. Tags of blocks, comments and what HTML takes for no markup
/// (`<script>`, `<pre>`) are raw nodes of the document; the text between them, with its inline tags,
/// is a custom block, of which excerpts, word counts and the search read the texts. Character
/// references are raw nodes of their own.
///
/// `<p>a <b>b</b></p>` gives the raw `<p>`, a block of `a `, `<b>`, `b` and `</b>`, and the raw `</p>`.
struct HTMLBody {
    private(set) var tree = Tree()
    /// Those that have an id, which a table of contents can lead to.
    private(set) var headings: [Heading] = []
    /// Every raw node, in document order.
    private(set) var rawHTML: [NodeID] = []

    private let bytes: [UInt8]
    /// The block that texts go into; nil: the next one begins another.
    private var block: NodeID?
    private var lastOfRoot = Tree.none
    private var lastOfBlock = Tree.none
    private var openHeading: (level: Int, id: String, text: [UInt8])?

    /// Reads the bytes of a file from `start` on. O(bytes).
    init(_ source: [UInt8], from start: Int) {
        bytes = source
        tree.bytes = source
        tree.isSource = true
        var i = start
        while i < bytes.count {
            switch bytes[i] {
            case .less: i = readMarkup(at: i)
            case .ampersand: i = readReference(at: i)
            default: i = addText(from: i)
            }
        }
    }

    // MARK: Markup

    /// Behind a tag, a comment, or a `<` that begins neither.
    private mutating func readMarkup(at start: Int) -> Int {
        if bytes.has("<!--", at: start, before: bytes.count) {
            let rest = min(start + 2, bytes.count)..<bytes.count
            let end = RawTextElements.endOfComment(in: bytes, rest) ?? bytes.count
            addRaw(start..<end, isBlock: true)
            return end
        }
        guard
            let name = RawHTML.elementName(
                at: start..<min(start + 64, bytes.count), in: bytes)
        else {
            return addText(from: start)
        }
        let isEnd = bytes[start + 1] == .slash
        var tag = TagReader(
            bytes, from: start + (isEnd ? 2 : 1) + name.utf8.count, before: bytes.count)
        var id = ""
        while let attribute = tag.next() {
            if attribute.name == "id", id.isEmpty {
                id = String(decoding: RawHTML.decoded(bytes[attribute.value]), as: UTF8.self)
            }
        }
        var end = tag.position
        if !isEnd, name == "pre" || RawTextElements.names.contains(name) {
            end = endOfElement(name, from: end)
        }
        readHeading(name, id, isEnd: isEnd)
        let isBlock = Self.blocks.contains(name) || Self.headings.contains(name)
        let endsExcerpt =
            !isEnd && (Self.headings.contains(name) || name == "table" || name == "pre")
        addRaw(start..<end, isBlock: isBlock, endsExcerpt: endsExcerpt)
        return end
    }

    private func endOfElement(_ name: String, from start: Int) -> Int {
        guard let close = RawTextElements.endTag(name, in: bytes, start..<bytes.count) else {
            return bytes.count
        }
        return bytes[close...].firstIndex(of: .greater).map { $0 + 1 } ?? bytes.count
    }

    private mutating func readHeading(_ name: String, _ id: String, isEnd: Bool) {
        guard Self.headings.contains(name), let digit = name.utf8.last else { return }
        if !isEnd {
            openHeading = (Int(digit) - 0x30, id, [])
        } else if let heading = openHeading {
            if !heading.id.isEmpty {
                headings.append(
                    Heading(
                        level: heading.level, id: heading.id,
                        text: String(decoding: heading.text, as: UTF8.self), node: Tree.none))
            }
            openHeading = nil
        }
    }

    // MARK: Text

    /// `&nbsp;` and `&#8212;` are kept as they are; an `&` that begins neither is text.
    private mutating func readReference(at start: Int) -> Int {
        var end = start + 1
        let limit = min(bytes.count, start + 34)
        while end < limit, bytes[end].isLetter || bytes[end].isDigit || bytes[end] == .hash {
            end += 1
        }
        guard end < limit, bytes[end] == .semicolon, end > start + 1 else {
            return addText(from: start)
        }
        addRaw(start..<(end + 1), isBlock: false)
        openHeading?.text += RawHTML.decoded(bytes[start...end])
        return end + 1
    }

    /// Adds the text up to the next markup, its first byte whatever it is.
    private mutating func addText(from start: Int) -> Int {
        var end = start + 1
        while end < bytes.count, bytes[end] != .less, bytes[end] != .ampersand { end += 1 }
        var node = Node(.text)
        node.text = start..<end
        node.marks = []
        openHeading?.text += bytes[start..<end]
        addInline(node)
        return end
    }

    private mutating func addRaw(_ range: Range<Int>, isBlock: Bool, endsExcerpt: Bool = false) {
        var node = Node(.htmlInline)
        node.text = range
        if isBlock {
            node.level = endsExcerpt ? 1 : 0
            block = nil
            rawHTML.append(addToRoot(node))
        } else {
            rawHTML.append(addInline(node))
        }
    }

    @discardableResult
    private mutating func addInline(_ node: Node) -> NodeID {
        let parent = block ?? addToRoot(Node(.customBlock))
        if block == nil { lastOfBlock = Tree.none }
        block = parent
        let id = tree.add(node)
        tree.link(id, after: lastOfBlock, in: parent)
        lastOfBlock = id
        return id
    }

    private mutating func addToRoot(_ node: Node) -> NodeID {
        let id = tree.add(node)
        tree.link(id, after: lastOfRoot, in: Tree.root)
        lastOfRoot = id
        return id
    }

    private static let headings: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6"]

    /// Elements that end a paragraph (HTML Living Standard, section 4.4.1), and what lies in them.
    private static let blocks: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog",
        "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup",
        "hr", "html", "iframe", "legend", "li", "main", "menu", "nav", "noscript", "ol", "p", "pre",
        "script", "section", "style", "summary", "table", "tbody", "td", "template", "textarea",
        "tfoot", "th", "thead", "title", "tr", "ul",
    ]
}
