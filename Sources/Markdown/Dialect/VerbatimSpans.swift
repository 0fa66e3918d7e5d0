import Addresses
import Diagnostics

/// The formulas and template tags of a text, found in the tree of a first parse: outside code and
/// raw HTML, which only the parse distinguishes from prose.
struct VerbatimSpans {
    /// In the order of the text.
    private(set) var all: [VerbatimSpan] = []
    /// All tags except those between `{% raw %}` and `{% endraw %}`.
    private(set) var tags: [TemplateTag] = []

    private let lines: SourceLines
    private let file: SourcePath
    private var blocks: [LeafBlock] = []
    private var listings: TaggedListings
    private var isRaw = false

    /// - Parameters:
    ///   - tree: of the file, its tables folded.
    ///   - lines: of the file.
    /// O(nodes + bytes of the blocks that hold a mark).
    init(
        _ tree: Tree, lines: SourceLines, file: SourcePath, mathematics: Mathematics, tags: Bool
    ) {
        self.lines = lines
        self.file = file
        listings = TaggedListings(lines)
        blocks = Self.blocks(of: tree, lines)
        var marks: [InlineScanner.Mark] = []
        for (index, block) in blocks.enumerated() {
            marks +=
                InlineScanner(
                    block, index: index, of: lines, formulas: mathematics != .off, tags: tags
                ).marks
        }
        guard !marks.isEmpty else { return }
        let pairing = FormulaPairing(
            marks, of: blocks, lines: lines, barriers: Self.barriers(of: tree, lines),
            mathematics)
        take(marks, pairing)
    }

    /// The blocks that may hold a mark, by their lines.
    private static func blocks(of tree: Tree, _ lines: SourceLines) -> [LeafBlock] {
        var blocks: [LeafBlock] = []
        for id in 0..<NodeID(tree.nodes.count) {
            switch tree[id].kind {
            case .paragraph, .heading, .tableRow: break
            default: continue
            }
            let first = lines.start(of: Int(tree[id].firstLine))
            let last = lines.range(of: Int(tree[id].lastLine)).upperBound
            guard first < last, InlineScanner.mayHoldMarks(first..<last, of: lines.bytes),
                let block = LeafBlock(id, in: tree, lines: lines)
            else { continue }
            if tree[id].kind == .tableRow {
                blocks += cells(of: block, in: tree, id, lines)
            } else {
                blocks.append(block)
            }
        }
        // The rows of tables come after all other nodes.
        return blocks.sorted { $0.start < $1.start }
    }

    /// The cells of a table's row, or the row itself if it has more cells than the table has
    /// columns: then some of its pipes are in formulas.
    private static func cells(
        of row: LeafBlock, in tree: Tree, _ id: NodeID, _ lines: SourceLines
    ) -> [LeafBlock] {
        var start = row.start
        while start < row.end, lines.bytes[start].isBlank || lines.bytes[start] == .greater {
            start += 1
        }
        let cells = TableRow.cells(of: start..<row.end, in: lines.bytes)
        var columns = 0
        for _ in tree.children(of: id) { columns += 1 }
        if cells.count > columns { return [row] }
        return cells.compactMap { LeafBlock(cell: $0, of: row) }
    }

    /// The lines at which blocks begin that cannot be TeX.
    private static func barriers(of tree: Tree, _ lines: SourceLines) -> [Int] {
        var barriers: [Int] = []
        for node in tree.nodes {
            switch node.kind {
            case .htmlBlock, .thematicBreak: barriers.append(Int(node.firstLine))
            case .codeBlock, .heading:
                // Neither indented code nor a heading underlined with `=`.
                let line = lines.range(of: Int(node.firstLine))
                let start = line.lowerBound + max(Int(node.column) - 1, 0)
                if start < line.upperBound, "`~#".utf8.contains(lines.bytes[start]) {
                    barriers.append(Int(node.firstLine))
                }
            default: break
            }
        }
        return barriers.sorted()
    }

    // MARK: Spans

    private mutating func take(_ marks: [InlineScanner.Mark], _ pairing: FormulaPairing?) {
        var index = 0
        /// Marks before this byte are taken already.
        var end = 0
        while index < marks.count {
            let mark = marks[index]
            if mark.range.lowerBound >= end {
                if let tag = mark.tag {
                    end = take(tag, of: mark)
                } else if let formula = pairing?.formula(at: index) {
                    end = marks[formula.close].range.upperBound
                    add(
                        .formula(isDisplay: formula.isDisplay), mark.range.lowerBound..<end,
                        blocks[mark.block])
                    index = formula.close
                }
            }
            index += 1
        }
    }

    private mutating func add(
        _ kind: VerbatimSpan.Kind, _ range: Range<Int>, _ block: LeafBlock
    ) {
        all.append(VerbatimSpan(kind, range, in: block, of: lines))
    }

    /// Takes a tag and the listing that it begins; returns the end.
    private mutating func take(_ tag: TemplateSyntax, of mark: InlineScanner.Mark) -> Int {
        let block = blocks[mark.block]
        if tag.form == .tag, tag.name == "raw" || tag.name == "verbatim" { isRaw = !tag.isEnd }
        report(tag, isEnd: tag.isEnd)
        if let listing = listings.listing(behind: tag, of: mark, in: block) {
            add(.openingTag(language: listing.language), tag.range, block)
            add(.closingTag, listing.closing, block)
            return listing.closing.upperBound
        }
        add(.tag, tag.range, block)
        return tag.range.upperBound
    }

    private mutating func report(_ tag: TemplateSyntax, isEnd: Bool) {
        if isRaw, tag.name != "raw", tag.name != "verbatim" { return }
        tags.append(
            TemplateTag(
                name: tag.title, isEnd: isEnd, place: Place(file: file, range: tag.range)))
    }
}
