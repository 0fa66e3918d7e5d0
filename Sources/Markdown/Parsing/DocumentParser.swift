import Addresses
import Diagnostics
import Text

extension Diagnostic.ID {
    package static let markdownTooLarge = Diagnostic.ID("markdown/too-large")
    package static let markdownTooComplex = Diagnostic.ID("markdown/too-complex")
    package static let markdownInvalidUTF8 = Diagnostic.ID("markdown/invalid-utf8")
    package static let markdownTableCut = Diagnostic.ID("markdown/table-cut")
    package static let markdownUndefinedFootnote = Diagnostic.ID("markdown/undefined-footnote")
    package static let markdownUnusedFootnote = Diagnostic.ID("markdown/unused-footnote")
    package static let markdownRepeatedFootnote = Diagnostic.ID("markdown/repeated-footnote")
    package static let markdownRepeatedHeading = Diagnostic.ID("markdown/repeated-heading-id")
}

/// The steps from a source to a ``Document``: survey, prepare, parse, fold, check.
struct DocumentParser {
    private(set) var tree = Tree()
    private(set) var headings: [Heading] = []
    private(set) var footnotes: [Footnote] = []
    private(set) var codeBlocks: [CodeBlock] = []
    private(set) var templateTags: [TemplateTag] = []
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var rawHTML: [NodeID] = []
    private(set) var moreMarkers: [NodeID] = []
    private(set) var nearMisses: [NodeID] = []
    private(set) var markersInFootnotes: [NodeID] = []
    private(set) var html: HTMLRepairFinder.Findings?
    let lines: SourceLines

    /// The tree with the punctuation that its author typed, for ids: they are the same with and
    /// without ``MarkdownOptions/smart``. nil if no heading differs.
    private var plainTree: Tree?
    /// Texts that look like references to footnotes.
    private var undefinedNotes: [NodeID] = []
    private var spacedNotes: [NodeID] = []
    private let source: [UInt8]
    private let start: Int
    private let file: SourcePath
    private let options: MarkdownOptions
    private let survey: SourceSurvey
    private let isTooLarge: Bool
    private let isUTF8: Bool
    /// The lines of front matter.
    private let linesAhead: Int

    init(
        _ source: [UInt8], from start: Int, file: SourcePath, options: MarkdownOptions, isUTF8: Bool
    ) {
        self.source = source
        self.start = start
        self.file = file
        self.options = options
        self.isUTF8 = isUTF8
        isTooLarge =
            source.count - start > Document.largestBody || source.count > 4 * Document.largestBody
        lines = SourceLines(isTooLarge ? [] : source)
        survey = SourceSurvey(isTooLarge ? [] : source[start...])
        linesAhead = lines.line(of: start) - 1
    }

    mutating func parse() {
        guard isWithinBounds() else { return }
        if options != .commonMark {
            diagnostics += ControlWarnings.diagnostics(of: survey.controls, in: source, file: file)
        }
        let firstInvalid =
            survey.isASCII || isUTF8 ? nil : UTF8Check.firstInvalid(in: source[start...])
        if let firstInvalid {
            diagnostics.append(
                .warning(
                    .markdownInvalidUTF8,
                    "the file must be UTF-8; other bytes are shown as '\u{FFFD}'",
                    at: Place(file: file, range: firstInvalid..<firstInvalid + 1)))
        }
        let isValid = firstInvalid == nil
        var preparation = SourcePreparation(source, from: start, survey: survey, options: options)
        var placeholders = parseBlocks(preparation, isValid: isValid)
        if let spans = verbatimSpans() {
            // The first parse only separates code from prose.
            let ofTables: [Diagnostic.ID] = [
                .markdownTableCut, .markdownLostCells, .markdownLiteralTable,
            ]
            diagnostics.removeAll { ofTables.contains($0.id) }
            preparation = SourcePreparation(
                source, from: start, survey: survey, options: options, verbatim: spans)
            placeholders = parseBlocks(preparation, isValid: isValid)
            if let placeholders { tree.foldVerbatim(spans, placeholders) }
        }
        var definitions: [FootnoteDefinition] = []
        if let preparation { definitions = tree.foldFootnotes(of: preparation) }
        if let placeholders { tree.removeMarks(placeholders, of: preparation) }
        foldInlines(definitions, preparation)
        if !survey.controls.isEmpty { tree.mayHoldControls = true }
        if tree.mayHoldControls, options != .commonMark { tree.showControlCharacters() }
        lookOver()
    }

    /// The formulas and template tags of the tree at this stage; nil without any.
    private mutating func verbatimSpans() -> [VerbatimSpan]? {
        let mathematics: Mathematics =
            switch options.mathematics {
            case .auto where survey.hasTwoDollars || survey.hasEscapedBrackets: .auto
            case .on where survey.hasDollars || survey.hasEscapedBrackets: .on
            default: .off
            }
        let tags = options.templateTags && survey.hasTemplateMarks
        guard mathematics != .off || tags else { return nil }
        let found = VerbatimSpans(
            tree, lines: lines, file: file, mathematics: mathematics, tags: tags)
        templateTags = found.tags
        return found.all.isEmpty ? nil : found.all
    }

    // MARK: Parsing

    private mutating func isWithinBounds() -> Bool {
        if isTooLarge {
            let limit = Document.largestBody >> 20
            diagnostics.append(
                .error(
                    .markdownTooLarge, "a text of more than \(limit) MiB is not read",
                    at: Place(file: file)))
            return false
        }
        if let excess = survey.excess {
            diagnostics.append(
                .error(
                    .markdownTooComplex, "the text is nested too deeply to be read",
                    at: Place(file: file, range: excess),
                    explanation: """
                        So many containers with so many blank lines or asterisks, or so many \
                        images that are not closed, would keep the parser busy for minutes.
                        """))
            return false
        }
        return true
    }

    /// Parses the prepared text and folds its tables; returns the placeholders in the tree.
    private mutating func parseBlocks(
        _ preparation: SourcePreparation?, isValid: Bool
    ) -> PlaceholderCodePoints? {
        let text = preparation.map { $0.bytes[...] } ?? source[start...]
        var placeholders = preparation?.placeholders
        if options.tables, survey.hasDelimiterRows {
            parseTables(text, &placeholders, isValid: isValid)
        } else {
            tree = parsed(text, LineMap(offset: linesAhead), isValid: isValid)
        }
        return placeholders
    }

    private func parsed(_ text: ArraySlice<UInt8>, _ map: LineMap, isValid: Bool) -> Tree {
        var tree =
            CmarkTree(text, validating: !isValid)?
            .flattened(sourceCount: text.count, lines: map) ?? Tree()
        tree.settleUnderlines(lines)
        return tree
    }

    /// One parse if all tables are between blank lines, as nearly all are; otherwise a second one
    /// to find them, and one more of the text with their cells as headings.
    private mutating func parseTables(
        _ text: ArraySlice<UInt8>, _ placeholders: inout PlaceholderCodePoints?, isValid: Bool
    ) {
        let found = placeholders ?? PlaceholderCodePoints(absentFrom: source[start...])
        let textLines = SourceLines(Array(text), firstLine: linesAhead + 1)
        if let found, let guess = TableRewriting(standingAloneIn: textLines, placeholders: found) {
            tree = parsed(guess, isValid: isValid)
            if guess.isBorneOut(by: tree, lines: textLines) {
                placeholders = found
                foldTables(guess, found)
                return
            }
        }
        tree = parsed(text, LineMap(offset: linesAhead), isValid: isValid)
        guard let found else { return }
        let rewriting = TableRewriting(tree, lines: textLines, placeholders: found)
        diagnostics += rewriting.mismatches.map {
            TableWarnings.warning(of: $0, in: lines, file: file)
        }
        guard rewriting.hasTables else { return }
        placeholders = found
        tree = parsed(rewriting, isValid: isValid)
        foldTables(rewriting, found)
    }

    private func parsed(_ rewriting: TableRewriting, isValid: Bool) -> Tree {
        parsed(
            rewriting.source[...], LineMap(offset: linesAhead, origins: rewriting.origins),
            isValid: isValid)
    }

    private mutating func foldTables(
        _ rewriting: TableRewriting, _ placeholders: PlaceholderCodePoints
    ) {
        tree.foldTables(rewriting.alignments, placeholders: placeholders)
        diagnostics += rewriting.longRows.map {
            TableWarnings.warning(of: $0, in: lines, file: file)
        }
        for line in rewriting.cutLines {
            diagnostics.append(
                .warning(
                    .markdownTableCut, "the table ends here: its rows lack too many cells",
                    at: Place(file: file, range: lines.range(of: line))))
        }
    }

    // MARK: Folding

    private mutating func foldInlines(
        _ definitions: [FootnoteDefinition], _ preparation: SourcePreparation?
    ) {
        if options.strikethrough, survey.hasRunsOfTildes {
            tree.foldStrikethrough(lines, preparation?.placeholders)
        }
        if options.autolinks, survey.hasBareLinks {
            tree.linkBareAddresses(preparation?.placeholders)
        }
        if options.footnotes, survey.hasFootnoteBrackets { resolveFootnotes(definitions) }
        if survey.hasMarkerBrackets {
            if options.taskLists { tree.foldTasks() }
            if options.callouts { tree.foldCallouts() }
        }
        if options.headingAttributes, survey.hasBraces { tree.foldHeadingAttributes() }
        if options.smart {
            if tree.headingsHold(SmartPunctuation.marks) {
                var plain = tree
                settleTexts(of: &plain, preparation)
                plainTree = plain
            }
            tree.replacePunctuation(preparation?.placeholders, linksAddresses: options.autolinks)
        }
        settleTexts(of: &tree, preparation)
        if options.moreMarkers, survey.hasAngles {
            let markers = MoreMarkers(in: &tree)
            moreMarkers = markers.exact
            nearMisses = markers.nearMisses
            markersInFootnotes = markers.inFootnotes
            if !markers.texts.isEmpty { addNearMisses(markers.texts) }
        }
    }

    /// Removes the barriers and decides the line breaks.
    private func settleTexts(of tree: inout Tree, _ preparation: SourcePreparation?) {
        if let preparation, preparation.hasBarriers, let placeholders = preparation.placeholders {
            tree.removeBarriers(placeholders)
        }
        if options.hardBreaks {
            tree.hardenBreaks()
        } else if options.cjkBreaks, !survey.isASCII {
            tree.joinCJKBreaks()
        }
    }

    /// Adds texts that are nearly markers and are in the file as they are: authors write `\<!--
    /// more -->` and `&lt;!-- more -->` to show one.
    private mutating func addNearMisses(_ texts: [MoreMarkers.Text]) {
        var places = PlaceFinder(tree, lines: lines, file: file)
        for text in texts where nearMisses.last != text.node {
            let place = places.place(of: text.offset..<text.offset + 1, in: text.node).range
            let written = lines.bytes[place]
            if written.elementsEqual([.less]) { nearMisses.append(text.node) }
        }
    }

    private mutating func resolveFootnotes(_ definitions: [FootnoteDefinition]) {
        let resolution = FootnoteResolution(definitions, in: &tree)
        footnotes = resolution.footnotes
        undefinedNotes = resolution.undefined
        spacedNotes = resolution.spaced
        for definition in resolution.unused {
            diagnostics.append(
                .warning(
                    .markdownUnusedFootnote,
                    "the footnote '[^\(definition.label)]' is referred to nowhere",
                    at: Place(file: file, range: definition.source)))
        }
        for (definition, first) in resolution.repeated {
            diagnostics.append(
                .warning(
                    .markdownRepeatedFootnote,
                    "the footnote '[^\(definition.label)]' is defined twice; the first counts",
                    at: Place(file: file, range: definition.source),
                    notes: [.init("first here", at: Place(file: file, range: first.source))]))
        }
    }

    // MARK: Checking

    /// Collects headings and code blocks, and warns.
    private mutating func lookOver() {
        var places = PlaceFinder(tree, lines: lines, file: file)
        var headingNodes: [NodeID] = []
        var measures = ContainerStack.Measures()
        var id = Tree.root
        while id != Tree.none {
            switch tree[id].kind {
            case .heading: headingNodes.append(id)
            case .codeBlock:
                let containers = ContainerStack(
                    around: id, in: tree, lines: lines, measures: &measures)
                tree[id].number = Int32(codeBlocks.count)
                let block = CodeBlock(
                    id, in: tree, lines: lines, containers: containers, file: file)
                codeBlocks.append(block)
                if block.isFenced, !block.isClosed { warnOfFence(block) }
            default: break
            }
            id = tree[id].kind.isLeafBlock ? tree.following(id) : tree.successor(id)
        }
        if survey.hasAngles { rawHTML = tree.rawHTML() }
        addHeadings(headingNodes, &places)
        for node in undefinedNotes {
            diagnostics.append(
                .warning(
                    .markdownUndefinedFootnote, "'\(tree.string(tree[node].text))' has no footnote",
                    at: places.place(of: node)))
        }
        for node in spacedNotes {
            let label = tree.string(tree[node].text).dropFirst(2).dropLast()
            diagnostics.append(
                LineStarts.warning(ofLabel: String(label), at: places.place(of: node)))
        }
        guard options != .commonMark else { return }
        diagnostics += ProseWarnings(tree, lines: lines, file: file).diagnostics
        if options.templateTags, survey.hasTemplateMarks {
            if survey.hasAngles, !templateTags.isEmpty {
                let code = tree.tagsInCode(&places)
                if !code.isEmpty {
                    templateTags.removeAll { code.contains($0.place.range.lowerBound) }
                }
            }
            templateTags += tree.embeddedTags(&places)
        }
        if survey.hasDefinitions {
            diagnostics +=
                ReferenceWarnings(tree, lines: lines, from: linesAhead + 1, file: file).diagnostics
        }
        if options.unsafeHTML, survey.hasAngles {
            diagnostics +=
                RepeatedIDs(
                    tree, rawHTML, headings, pageIDs: takenPageIDs, lines: lines, file: file
                ).diagnostics
            if options.repairsHTML { repairHTML() }
        }
    }

    private mutating func repairHTML() {
        html = HTMLRepairFinder.findings(in: tree, rawHTML)
        guard let html, !html.problems.isEmpty else { return }
        diagnostics += HTMLWarnings(html.problems, tree, lines: lines, file: file).diagnostics
    }

    private mutating func warnOfFence(_ block: CodeBlock) {
        var container = tree[block.node].parent
        while ![.document, .item, .blockQuote, .callout, .footnote].contains(tree[container].kind),
            tree[container].parent != Tree.none
        {
            container = tree[container].parent
        }
        let (end, fix) =
            switch tree[container].kind {
            case .item: ("ends with its list item", ", indented like the first")
            case .footnote: ("ends with its footnote", ", indented like the note's text")
            case .blockQuote, .callout: ("ends with its quote", ", with '>' before it")
            default: ("takes in all that follows", "")
            }
        diagnostics.append(
            .warning(
                .markdownUnclosedFence, "the code block is not closed, and \(end)",
                at: block.place, fixes: [.init("end it with a line of the same fence\(fix)")]))
    }

    /// The page's ids that an author's own would repeat: `more` only if there is a marker.
    private var takenPageIDs: Set<String> {
        moreMarkers.isEmpty ? options.pageIDs.subtracting(["more"]) : options.pageIDs
    }

    private mutating func addHeadings(_ nodes: [NodeID], _ places: inout PlaceFinder) {
        var given: [String: NodeID] = [:]
        for node in nodes where !tree[node].title.isEmpty {
            let id = tree.string(tree[node].title)
            if let first = given[id] {
                diagnostics.append(
                    .warning(
                        .markdownRepeatedHeading, "the id '\(id)' is given to two headings",
                        at: places.place(of: node),
                        notes: [.init("first here", at: places.place(of: first))]))
            } else {
                given[id] = node
                if takenPageIDs.contains(id) {
                    diagnostics.append(
                        RepeatedIDs.warning(ofPageID: id, at: places.place(of: node)))
                }
            }
        }
        var pageIDs = options.pageIDs
        for note in footnotes { pageIDs.formUnion(note.ids) }
        if options.unsafeHTML, !nodes.isEmpty { pageIDs.formUnion(tree.idsOfRawHTML(rawHTML)) }
        var ids = HeadingIDs(
            options.headingIDs, reserved: given.keys, pageIDs: pageIDs, count: nodes.count)
        for node in nodes {
            let plain = tree.plainBytes(of: node)
            let own = tree[node].title.isEmpty ? nil : tree.string(tree[node].title)
            let id =
                own.flatMap { given[$0] == node ? $0 : nil }
                ?? ids.next(
                    for: own.map { Array($0.utf8) } ?? plainTree?.plainBytes(of: node) ?? plain)
            tree[node].number = Int32(headings.count)
            headings.append(
                Heading(
                    level: Int(tree[node].level), id: id,
                    text: String(decoding: plain, as: UTF8.self), node: node))
        }
    }
}

extension Tree {
    /// Ends headings of several lines at the line that underlines them: libcmark 0.30.2 also counts
    /// the line after it.
    fileprivate mutating func settleUnderlines(_ lines: SourceLines) {
        for id in nodes.indices {
            let node = nodes[id]
            guard node.kind == .heading, node.lastLine > node.firstLine else { continue }
            let underline = (node.firstLine + 1...node.lastLine).first { line in
                let text = lines.bytes[lines.range(of: Int(line))].filter {
                    !$0.isBlank && $0 != .greater
                }
                return text.first.map { mark in
                    (mark == .equals || mark == .hyphen) && text.allSatisfy { $0 == mark }
                } ?? false
            }
            nodes[id].lastLine = underline ?? node.lastLine
        }
    }

    /// Whether a text in a heading contains one of these bytes. O(nodes + bytes of headings).
    fileprivate func headingsHold(_ marks: [UInt8]) -> Bool {
        nodes.indices.contains { index in
            guard nodes[index].kind == .heading else { return false }
            let heading = NodeID(index)
            var id = successor(heading, in: heading)
            while id != Tree.none {
                if self[id].kind == .text, bytes[self[id].text].contains(where: marks.contains) {
                    return true
                }
                id = successor(id, in: heading)
            }
            return false
        }
    }

    /// Every raw-HTML node in the tree, in document order. O(nodes).
    fileprivate func rawHTML() -> [NodeID] {
        func isRaw(_ kind: Node.Kind) -> Bool { kind == .htmlBlock || kind == .htmlInline }
        guard nodes.contains(where: { isRaw($0.kind) }) else { return [] }
        var found: [NodeID] = []
        var id = Tree.root
        while id != Tree.none {
            if isRaw(self[id].kind) { found.append(id) }
            id = successor(id)
        }
        return found
    }

    /// The ids that an author gives in raw HTML. O(bytes of it).
    fileprivate func idsOfRawHTML(_ rawHTML: [NodeID]) -> [String] {
        rawHTML.flatMap { node in
            RawHTML.ids(in: self[node].text, of: bytes).map {
                String(decoding: RawHTML.decoded(bytes[$0]), as: UTF8.self)
            }
        }
    }

    /// Makes every soft break a hard one. O(nodes).
    fileprivate mutating func hardenBreaks() {
        for id in nodes.indices where nodes[id].kind == .softBreak { nodes[id].kind = .hardBreak }
    }
}
