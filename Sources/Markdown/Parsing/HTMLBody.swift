import Text

/// A text written in HTML, as a flat tree that is written out byte for byte.
///
/// The tree's bytes are the source. Tags of blocks, comments and elements whose content is not
/// markup (`<script>`, `<pre>`) are raw nodes of the document. The text between them, with its
/// inline tags, is a custom block, whose texts excerpts, word counts and the search read. Character
/// references are raw nodes of their own.
///
/// `<p>a <b>b</b></p>` gives the raw `<p>`, a block of `a `, `<b>`, `b` and `</b>`, and the raw
/// `</p>`.
struct HTMLBody {
    private(set) var tree = Tree()
    private(set) var headings: [Heading] = []
    /// Every raw node, in document order.
    private(set) var rawHTML: [NodeID] = []

    let bytes: [UInt8]
    /// Where the body begins.
    let start: Int
    /// Code, scripts, comments and everything else that is not read for tags of other generators,
    /// in order.
    private(set) var verbatim: [Range<Int>] = []
    /// The current block for texts; nil: the next text begins a block.
    private var block: NodeID?
    private var lastOfRoot = Tree.none
    private var lastOfBlock = Tree.none
    private var openHeading: OpenHeading?
    /// Headings as they are found, with or without an id.
    private var found: [OpenHeading] = []
    /// The ids that the author gives to any elements.
    private var ids: Set<String> = []
    /// After the start tag of the open `<code>`.
    private var codeStart: Int?
    /// How many `<svg>` and `<math>` are open.
    private var openForeign = 0

    private struct OpenHeading {
        let level: Int
        /// nil without an attribute `id`.
        let id: String?
        /// The raw node of its start tag, and where the element's name ends.
        let tag: NodeID
        let nameEnd: Int
        var text: [UInt8] = []
    }

    /// Reads the bytes of a file from `start` on. O(bytes).
    ///
    /// Headings without an id get one by the rules of Markdown headings.
    init(_ source: [UInt8], from start: Int, options: MarkdownOptions) {
        bytes = source
        self.start = start
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
        addHeadings(options)
    }

    // MARK: Markup

    /// The position after a tag, a comment, or a `<` that begins neither.
    private mutating func readMarkup(at start: Int) -> Int {
        if let end = endOfComment(at: start) {
            verbatim.append(start..<end)
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
        let nameEnd = start + (isEnd ? 2 : 1) + name.utf8.count
        var tag = TagReader(bytes, from: nameEnd, before: bytes.count)
        var id: String?
        while let attribute = tag.next() {
            if attribute.name == "id", id == nil {
                id = String(decoding: RawHTML.decoded(bytes[attribute.value]), as: UTF8.self)
            }
        }
        if !isEnd, let id { ids.insert(id) }
        var end = tag.position
        if !isEnd, name == "pre" || RawTextElements.names.contains(name) {
            end = endOfElement(name, from: end)
            verbatim.append(start..<end)
        }
        if name == "code" { readCode(isEnd ? start : end, isEnd: isEnd) }
        if ForeignElements.names.contains(name), tag.ending != .selfClosing {
            openForeign = max(0, openForeign + (isEnd ? -1 : 1))
        }
        let isBlock = Self.blocks.contains(name) || Self.headings.contains(name)
        let endsExcerpt =
            !isEnd && (Self.headings.contains(name) || name == "table" || name == "pre")
        let node = addRaw(start..<end, isBlock: isBlock, endsExcerpt: endsExcerpt)
        if Self.headings.contains(name), let digit = name.utf8.last {
            if let heading = openHeading { found.append(heading) }
            openHeading =
                isEnd
                ? nil : OpenHeading(level: Int(digit) - 0x30, id: id, tag: node, nameEnd: nameEnd)
        }
        return end
    }

    /// The end of a comment, or of what browsers take for one: `<!DOCTYPE html>`, `<?php … ?>`, `</
    /// b>`; also CDATA in SVG and MathML. nil for a tag, and for text.
    private func endOfComment(at start: Int) -> Int? {
        guard start + 1 < bytes.count else { return nil }
        let rest = start + 2..<bytes.count
        if bytes.has("<!--", at: start, before: bytes.count) {
            return RawTextElements.endOfComment(in: bytes, rest) ?? bytes.count
        }
        if openForeign > 0, bytes.has("<![CDATA[", at: start, before: bytes.count) {
            let close = bytes.firstIndex(of: [.closeBracket, .closeBracket, .greater], in: rest)
            return close.map { $0 + 3 } ?? bytes.count
        }
        switch bytes[start + 1] {
        case .exclamation, UInt8(ascii: "?"): break
        case .slash:
            if let next = bytes[rest].first, next.isLetter || next == .greater { return nil }
        default: return nil
        }
        return bytes[rest].firstIndex(of: .greater).map { $0 + 1 } ?? bytes.count
    }

    private func endOfElement(_ name: String, from start: Int) -> Int {
        guard let close = RawTextElements.endTag(name, in: bytes, start..<bytes.count) else {
            return bytes.count
        }
        return bytes[close...].firstIndex(of: .greater).map { $0 + 1 } ?? bytes.count
    }

    private mutating func readCode(_ position: Int, isEnd: Bool) {
        if isEnd, let codeStart {
            verbatim.append(codeStart..<position)
            self.codeStart = nil
        } else if !isEnd, codeStart == nil {
            codeStart = position
        }
    }

    // MARK: Headings

    /// Gives headings without an id one, and lists all that a table of contents can lead to.
    private mutating func addHeadings(_ options: MarkdownOptions) {
        var generated = HeadingIDs(
            options.headingIDs, reserved: [], pageIDs: options.pageIDs.union(ids),
            count: found.count)
        for heading in found {
            let text = Self.singleSpaced(heading.text)
            guard !text.isEmpty || heading.id?.isEmpty == false else { continue }
            let id = heading.id ?? generated.next(for: text)
            guard !id.isEmpty else { continue }
            if heading.id == nil { give(id, to: heading) }
            headings.append(
                Heading(
                    level: heading.level, id: id, text: String(decoding: text, as: UTF8.self),
                    node: Tree.none))
        }
    }

    /// Writes an id into a heading's start tag, whose place in the file stays.
    private mutating func give(_ id: String, to heading: OpenHeading) {
        let written = tree[heading.tag].text
        let start = tree.bytes.count
        tree.bytes += bytes[written.lowerBound..<heading.nameEnd]
        tree.bytes.append(utf8: " id=\"")
        tree.bytes.append(html: id)
        tree.bytes.append(.quote)
        tree.bytes += bytes[heading.nameEnd..<written.upperBound]
        tree[heading.tag].text = start..<tree.bytes.count
        tree[heading.tag].destination = written
    }

    /// Trims white space at the ends, and replaces each run of it with one space.
    private static func singleSpaced(_ text: [UInt8]) -> [UInt8] {
        Array(text.split(whereSeparator: \.isSpace).joined(separator: [.space]))
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

    /// Adds the text up to the next markup, including its first byte.
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

    @discardableResult
    private mutating func addRaw(
        _ range: Range<Int>, isBlock: Bool, endsExcerpt: Bool = false
    ) -> NodeID {
        var node = Node(.htmlInline)
        node.text = range
        if isBlock {
            node.level = endsExcerpt ? 1 : 0
            block = nil
            rawHTML.append(addToRoot(node))
        } else {
            rawHTML.append(addInline(node))
        }
        return rawHTML[rawHTML.count - 1]
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

    /// Elements that end a paragraph (HTML Living Standard, section 4.4.1), and their parts.
    private static let blocks: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog",
        "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup",
        "hr", "html", "iframe", "legend", "li", "main", "menu", "nav", "noscript", "ol", "p", "pre",
        "script", "section", "style", "summary", "table", "tbody", "td", "template", "textarea",
        "tfoot", "th", "thead", "title", "tr", "ul",
    ]
}
