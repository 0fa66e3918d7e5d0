import Addresses
import Diagnostics
import Text

extension Diagnostic.ID {
    package static let markdownDestinationWithSpace =
        Diagnostic.ID("markdown/destination-with-space")
    package static let markdownLiteralLink = Diagnostic.ID("markdown/literal-link")
    package static let markdownLiteralEmphasis = Diagnostic.ID("markdown/literal-emphasis")
    package static let markdownUnclosedFence = Diagnostic.ID("markdown/unclosed-fence")
}

/// Text that a reader of the source would take for markup and CommonMark does not, or the other way
/// round.
struct ProseWarnings {
    private(set) var diagnostics: [Diagnostic] = []
    private let tree: Tree
    private let lines: SourceLines
    private let file: SourcePath
    private var places: PlaceFinder
    private var elements: UnknownElements
    private var lineStarts: LineStarts
    private var pairs: LiteralPairs

    /// O(nodes + bytes of the source).
    init(_ tree: Tree, lines: SourceLines, file: SourcePath) {
        self.tree = tree
        self.lines = lines
        self.file = file
        places = PlaceFinder(tree, lines: lines, file: file)
        elements = UnknownElements(tree)
        lineStarts = LineStarts(tree, lines: lines, file: file)
        pairs = LiteralPairs(tree, lines: lines)
        let bytes = tree.bytes
        var id = Tree.root
        // Whether the next text begins a line of a paragraph.
        var isAtLineStart = false
        while id != Tree.none {
            let node = tree[id]
            switch node.kind {
            case .htmlBlock, .htmlInline: elements.read(id)
            case .text:
                if isAtLineStart { lineStarts.read(id, &places) }
                if node.marks.contains(.emphasisOrBracket) { readText(id, bytes.span) }
                if node.marks.contains(.singleMark) { pairs.read(id, &places) }
            case .link: lineStarts.readLink(id, &places)
            default: break
            }
            isAtLineStart =
                node.kind == .paragraph
                || (node.kind == .softBreak || node.kind == .hardBreak)
                    && tree[node.parent].kind == .paragraph
            id = tree.successor(id)
        }
        diagnostics += elements.diagnostics(&places, lines)
        diagnostics += lineStarts.diagnostics + pairs.diagnostics
    }

    private mutating func readText(_ id: NodeID, _ bytes: borrowing Span<UInt8>) {
        let text = tree[id].text
        var i = text.lowerBound
        var runs: [Range<Int>] = []
        while i + 1 < text.upperBound {
            let byte = bytes[i]
            if byte == .closeBracket, bytes[i + 1] == .openParenthesis || bytes[i + 1] == 0xEF {
                warnOfAddress(after: i, in: id)
            } else if byte == .asterisk, bytes[i + 1] == .asterisk {
                var end = i + 2
                while end < text.upperBound, bytes[end] == .asterisk { end += 1 }
                runs.append(i..<end)
                i = end
                continue
            }
            i += 1
        }
        if !runs.isEmpty { warnOfAsterisks(runs, in: id) }
    }

    // MARK: Addresses

    /// Reads the file after a bracket, because the tree may have links and emphasis there.
    private mutating func warnOfAddress(after bracket: Int, in id: NodeID) {
        let place = places.place(of: bracket..<bracket + 1, in: id).range
        guard lines.bytes[place].elementsEqual([.closeBracket]) else { return }
        if let address = SpacedDestination(at: place.lowerBound, in: lines.bytes)?.address {
            warnOfSpace(in: address)
        } else if let link = FullWidthLink(at: place.lowerBound, in: lines.bytes) {
            warnOfParentheses(of: link)
        }
    }

    /// `![](图 1.png)`: a destination with a space needs `<>`, or the whole stays text.
    private mutating func warnOfSpace(in address: Range<Int>) {
        let text = String(decoding: lines.bytes[address], as: UTF8.self)
        let place = Place(file: file, range: address)
        diagnostics.append(
            .warning(
                .markdownDestinationWithSpace,
                "'(\(text))' is text, because an address with a space needs angle brackets",
                at: place,
                fixes: [
                    Diagnostic.Fix(
                        "write it in angle brackets", edits: [.init(place, "<\(text)>")])
                ]))
    }

    /// `[text](/a/）` and `[text]（/a/）`, which are not links because of their full-width
    /// parentheses.
    private mutating func warnOfParentheses(of link: FullWidthLink) {
        diagnostics.append(
            .warning(
                .markdownLiteralLink,
                "this is no link: its address is in parentheses of full width",
                at: Place(file: file, range: link.range),
                fixes: [
                    .init(
                        "write '(' and ')' around the address",
                        edits: link.marks.map {
                            .init(Place(file: file, range: $0.range), $0.ascii)
                        })
                ]))
    }

    // MARK: Emphasis

    /// `** 重要 **` and similar asterisks that stay in the text, once for each pair of runs.
    private mutating func warnOfAsterisks(_ runs: [Range<Int>], in id: NodeID) {
        let emphasis = LiteralEmphasis(tree.bytes, text: tree[id].text)
        var index = 0
        while index < runs.count {
            let run = runs[index]
            let next = index + 1 < runs.count ? runs[index + 1] : nil
            index += 1
            guard emphasis.isMeant(run, next: next) else { continue }
            let place = places.place(of: run, in: id)
            // `\*\*` and `&#42;` show that the author wants literal asterisks.
            guard lines.bytes[place.range].elementsEqual(tree.bytes[run]) else { continue }
            // Both ends of `** 重要 **` are one mistake.
            index += 1
            diagnostics.append(
                .warning(
                    .markdownLiteralEmphasis,
                    "'\(tree.string(run))' is shown as it is, since it opens or closes nothing",
                    at: place,
                    explanation: """
                        Emphasis opens with asterisks before a character and closes with as many \
                        after one: no space on the inner side, and both in one paragraph.
                        """))
        }
    }
}
