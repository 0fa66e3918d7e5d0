import Addresses
import Diagnostics
import Text

/// One Markdown text as a tree, with what the later stages need.
///
/// A value of flat arrays: copying and releasing it costs the same at any depth.
package struct Document: Sendable {
    package private(set) var tree: Tree
    /// All headings in document order.
    package private(set) var headings: [Heading]
    /// The notes that the text refers to, in the order of their numbers.
    package let footnotes: [Footnote]
    /// Every code block in document order.
    package let codeBlocks: [CodeBlock]
    /// The tags of other generators that the text shows literally, by position. Warnings about them
    /// cover a whole site, see ``TemplateWarnings``.
    package let templateTags: [TemplateTag]
    /// The problems of the text, by position; nothing is thrown.
    package let diagnostics: [Diagnostic]
    /// Every raw-HTML node in document order.
    package let rawHTML: [NodeID]
    /// Raw-HTML nodes that are `<!-- more -->`, in document order.
    package let moreMarkers: [NodeID]
    /// The first marker's text for the link to the rest: `Read on` of `<!--more Read on-->`.
    package var moreLabel: String? {
        guard let marker = moreMarkers.first, !tree[marker].title.isEmpty else { return nil }
        return tree.string(tree[marker].title)
    }
    /// Nodes that look like misspelled markers: `<!-- more->`, `<!--readmore-->`.
    package let nearMisses: [NodeID]
    /// Raw-HTML nodes of footnotes that hold a marker, which ends no excerpt there.
    package let markersInFootnotes: [NodeID]
    /// The whole file, front matter included.
    package let source: [UInt8]
    package let file: SourcePath
    package let options: MarkdownOptions
    let lines: SourceLines
    private let referenceIndices: [NodeID: Int]
    /// For the raw HTML of the whole document; nil if it has no tags.
    private let html: HTMLRepairFinder.Findings?

    /// The largest body to parse, in bytes. Ranges within a tree are 32 bits wide, and libcmark
    /// 0.30 has cases that are not linear.
    package static let largestBody = 16 << 20

    /// Parses the bytes of a file from `bodyOffset`, which is the start of a line.
    ///
    /// Lines and places count from the file's start. Bytes that are not UTF-8 become U+FFFD; so
    /// does NUL. A body that is too large, or would keep libcmark busy for minutes, gives an empty
    /// document and an error.
    ///
    /// One parse, also for tables between blank lines with `|` at the start of each line; up to
    /// three for other tables. O(bytes), about 5 ms per MB in a release build.
    ///
    /// - Parameters:
    ///   - isUTF8: whether the bytes are known to be UTF-8, so that they need no validation.
    ///   - isHTML: whether the body is HTML rather than Markdown; nil: the file's name decides.
    package init(
        parsing source: [UInt8], from bodyOffset: Int = 0, file: SourcePath,
        options: MarkdownOptions, isUTF8: Bool = false, isHTML: Bool? = nil
    ) {
        let start = min(max(bodyOffset, 0), source.count)
        if isHTML ?? file.isHTML, source.count <= Self.largestBody {
            let body = HTMLBody(source, from: start, options: options)
            self.init(body, source: source, file: file, options: options)
        } else {
            self.init(source, from: start, file: file, options: options, isUTF8: isUTF8)
        }
    }

    /// A text in Markdown.
    private init(
        _ source: [UInt8], from start: Int, file: SourcePath, options: MarkdownOptions, isUTF8: Bool
    ) {
        self.source = source
        self.file = file
        self.options = options
        var parser = DocumentParser(
            source, from: start, file: file, options: options, isUTF8: isUTF8)
        parser.parse()
        tree = parser.tree
        headings = parser.headings
        footnotes = parser.footnotes
        codeBlocks = parser.codeBlocks
        templateTags = parser.templateTags
        diagnostics = parser.diagnostics.sortedByPlace()
        rawHTML = parser.rawHTML
        moreMarkers = parser.moreMarkers
        nearMisses = parser.nearMisses
        markersInFootnotes = parser.markersInFootnotes
        html = parser.html
        lines = parser.lines
        var indices: [NodeID: Int] = [:]
        for note in footnotes {
            for (index, node) in note.references.enumerated() { indices[node] = index }
        }
        referenceIndices = indices
    }

    /// Removes the first heading if it repeats the page's title, and returns its id, which becomes
    /// the title's. nil if there is no such heading, or it has no id.
    ///
    /// The heading must be of level 1 outside lists and quotes; of any level if the title was taken
    /// from it and it begins the text; or an `<h1>` in raw HTML at the beginning of the text.
    /// ``PageTitle`` defines the comparison. A heading with a link, a picture, raw HTML or a
    /// footnote stays, because those would be lost, unless the title was taken from it. O(heading),
    /// and O(blocks before it) if it is removed.
    package mutating func takeTitle(_ title: String, isFromHeading: Bool) -> String? {
        let title = PageTitle(title, options)
        if options.unsafeHTML, let element = TitleElement(in: tree),
            title.isSaid(by: element.text)
        {
            tree.remove(element)
            // The headings of a text in HTML are listed too.
            guard headings.first?.node == Tree.none else { return element.id }
            return headings.removeFirst().id
        }
        guard let heading = headings.first, heading.node != Tree.none,
            tree[heading.node].parent == Tree.root
        else { return nil }
        let isSource = isFromHeading && tree[Tree.root].firstChild == heading.node
        guard isSource || heading.level == 1 && tree.holdsTextOnly(heading.node),
            title.isSaid(by: heading.text)
        else { return nil }
        tree.remove(heading.node, from: Tree.root)
        headings.removeFirst()
        for heading in headings { tree[heading.node].number -= 1 }
        return heading.id
    }

    /// A text written in HTML; O(bytes).
    private init(
        _ body: HTMLBody, source: [UInt8], file: SourcePath, options: MarkdownOptions
    ) {
        self.source = source
        self.file = file
        self.options = options
        var tree = body.tree
        let lines = SourceLines(source)
        let controls = ControlCharacters.ranges(in: source[body.start...])
        if !controls.isEmpty { tree.showControlCharacters() }
        let markers = MoreMarkers(in: &tree)
        self.tree = tree
        headings = body.headings
        footnotes = []
        codeBlocks = []
        templateTags = options.templateTags ? body.templateTags(in: file) : []
        rawHTML = body.rawHTML
        html =
            options.repairsHTML && options.unsafeHTML
            ? HTMLRepairFinder.findings(in: tree, rawHTML) : nil
        var diagnostics = ControlWarnings.diagnostics(of: controls, in: source, file: file)
        if options.unsafeHTML {
            let pageIDs =
                markers.exact.isEmpty ? options.pageIDs.subtracting(["more"]) : options.pageIDs
            diagnostics +=
                RepeatedIDs(
                    tree, rawHTML, [], pageIDs: pageIDs, lines: lines, file: file
                ).diagnostics
            diagnostics +=
                HTMLWarnings(html?.problems ?? [], tree, lines: lines, file: file).diagnostics
        }
        self.diagnostics = diagnostics.sortedByPlace()
        moreMarkers = markers.exact
        nearMisses = markers.nearMisses
        markersInFootnotes = []
        self.lines = lines
        referenceIndices = [:]
    }

    /// The place of a node in the file. For a block: all of its lines. For inline nodes: what their
    /// author wrote, as closely as it can be found again.
    ///
    /// O(bytes of the block) for inline nodes.
    package func place(of node: NodeID) -> Place {
        var places = places
        return places.place(of: node)
    }

    /// For the places of many nodes.
    package var places: PlaceFinder { PlaceFinder(tree, lines: lines, file: file) }

    /// The text of a node without markup.
    package func plainText(of node: NodeID) -> String {
        tree.plainText(of: node)
    }

    /// A readable dump of the tree with places; for `galley markdown --tree` and for tests.
    package func dump() -> String {
        var places = places
        return tree.dump(&places, lines: lines, headings: headings)
    }

    /// The code of a block as pages show it, with signs for control characters.
    package func shownCode(of block: CodeBlock) -> ArraySlice<UInt8> {
        let code = tree.bytes[block.text]
        guard tree.mayHoldControls else { return code }
        return ControlCharacters.shown(code)?[...] ?? code
    }

    /// Whether a piece of inline HTML is the start tag of an element without an end in its block.
    package func isUnclosed(_ node: NodeID) -> Bool {
        html?.unclosed.contains(tree[node].text.lowerBound) ?? false
    }

    /// The replacements for raw HTML that is not well formed, in the part that the settings select.
    func repairs(_ settings: HTMLSettings, writesFootnotes: Bool) -> HTMLRepairs {
        guard let html else { return HTMLRepairs() }
        if settings.start == nil, settings.cut == nil, writesFootnotes { return html.repairs }
        var finder = HTMLRepairFinder(
            tree, unclosed: html.unclosed, writesFootnotes: writesFootnotes)
        finder.walk(
            from: settings.start ?? Tree.root,
            upTo: settings.cut.map { $0.start(in: tree) } ?? Tree.none)
        return finder.repairs
    }

    /// The code block of a node.
    func codeBlock(at node: NodeID) -> CodeBlock {
        codeBlocks[Int(tree[node].number)]
    }

    /// The index of a node among the references to its footnote, from 0.
    func referenceIndex(of node: NodeID) -> Int {
        referenceIndices[node] ?? 0
    }
}
