import Addresses
import Diagnostics
import Text

extension Diagnostic.ID {
    package static let markdownDestinationWithSpace =
        Diagnostic.ID("markdown/destination-with-space")
    package static let markdownUnknownElement = Diagnostic.ID("markdown/unknown-element")
    package static let markdownLiteralEmphasis = Diagnostic.ID("markdown/literal-emphasis")
    package static let markdownUnclosedFence = Diagnostic.ID("markdown/unclosed-fence")
}

/// What a reader of the source would take for markup and CommonMark does not, or the other way
/// round.
struct ProseWarnings {
    private(set) var diagnostics: [Diagnostic] = []
    private let tree: Tree
    private let lines: SourceLines
    private let file: SourcePath
    private var places: PlaceFinder
    private var unknownNames: Set<String> = []

    /// O(nodes + bytes of the source).
    init(_ tree: Tree, lines: SourceLines, file: SourcePath) {
        self.tree = tree
        self.lines = lines
        self.file = file
        places = PlaceFinder(tree, lines: lines, file: file)
        let bytes = tree.bytes
        var id = Tree.root
        while id != Tree.none {
            let node = tree[id]
            switch node.kind {
            case .htmlBlock, .htmlInline: warnOfUnknownElement(id)
            case .text where !node.text.isEmpty:
                let first = bytes[node.text.lowerBound]
                if first == .closeBracket, node.text.count == 1 { warnOfDestination(id) }
                if first == .asterisk, node.text.count > 1 { warnOfAsterisks(id) }
            default: break
            }
            id = tree.successor(id)
        }
    }

    // MARK: Destinations

    /// `![](图 1.png)`: a destination with a space needs `<>`, or the whole stays text.
    private mutating func warnOfDestination(_ bracket: NodeID) {
        let next = tree[bracket].next
        guard next != Tree.none, tree[next].kind == .text,
            tree[next].text.lowerBound == tree[bracket].text.upperBound,
            let run = tree.textRun(from: next, after: bracket),
            tree.bytes[run.range.lowerBound] == .openParenthesis,
            let close = tree.bytes[run.range.prefix(1_024)].firstIndex(of: .closeParenthesis),
            case let inside = run.range.lowerBound + 1..<close,
            case let address = tree.bytes.trimmed(inside),
            tree.bytes[address].contains(where: { $0.isBlank }),
            !tree.bytes[address].contains(.quote), Self.looksLikeAddress(tree.bytes[address])
        else { return }
        let text = tree.string(address)
        let place = places.place(of: bracket)
        let end = lines.range(of: lines.line(of: place.range.lowerBound)).upperBound
        let written = Array(text.utf8)
        var fixes = [Diagnostic.Fix("write it in angle brackets: (<\(text)>)")]
        if let at = lines.bytes.firstIndex(of: written, in: place.range.lowerBound..<end) {
            fixes = [
                Diagnostic.Fix(
                    "write it in angle brackets",
                    edits: [
                        .init(Place(file: file, range: at..<at + written.count), "<\(text)>")
                    ])
            ]
        }
        diagnostics.append(
            .warning(
                .markdownDestinationWithSpace,
                "'(\(text))' is text, because an address with a space needs angle brackets",
                at: place, fixes: fixes))
    }

    /// A path or a URL rather than an aside: it has a period or a slash and no sentence mark.
    private static func looksLikeAddress(_ text: ArraySlice<UInt8>) -> Bool {
        let last = text.suffix(6)
        return (text.contains(.slash) || last.dropLast().contains(.period)) && text.count < 300
    }

    // MARK: Raw words

    /// `<none>` in prose is an unknown element to a browser, and vanishes.
    private mutating func warnOfUnknownElement(_ id: NodeID) {
        guard let name = RawHTML.elementName(at: tree[id].text, in: tree.bytes),
            !HTMLElements.isKnown(name), unknownNames.insert(name).inserted
        else { return }
        diagnostics.append(
            .warning(
                .markdownUnknownElement, "'<\(name)>' is not shown: browsers know no such element",
                at: places.place(of: id),
                explanation: """
                    What stands in angle brackets is raw HTML. To show it, write it as code or \
                    escape the bracket.
                    """,
                fixes: [.init("write `<\(name)>` or \\<\(name)>")]))
    }

    // MARK: Emphasis

    /// `** 重要 **` and the like: asterisks that stay in the text of a CJK sentence.
    private mutating func warnOfAsterisks(_ id: NodeID) {
        let text = tree[id].text
        let next = tree[id].next
        guard tree.bytes[text].allSatisfy({ $0 == .asterisk }) else { return }
        var isBesideCJK = false
        if next != Tree.none, tree[next].kind == .text, !tree[next].text.isEmpty {
            var start = tree[next].text.lowerBound
            if tree.bytes[start] == .space { start += 1 }
            isBesideCJK = Flanking.startsWithCJK(
                tree.bytes, from: start, to: tree[next].text.upperBound)
        }
        // Texts that adjoin in the tree adjoin in its bytes.
        var end = text.lowerBound
        if end > 0, tree.bytes[end - 1] == .space { end -= 1 }
        guard isBesideCJK || Flanking.endsWithCJK(tree.bytes, from: 0, to: end) else { return }
        diagnostics.append(
            .warning(
                .markdownLiteralEmphasis,
                "'\(tree.string(text))' is shown as it stands, since it opens or closes nothing",
                at: places.place(of: id),
                explanation: """
                    Emphasis opens with asterisks before a character and closes with as many \
                    after one: no space on the inner side, and both in one paragraph.
                    """))
    }
}
