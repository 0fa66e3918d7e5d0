import Addresses
import Diagnostics
import Text

extension Diagnostic.ID {
    package static let markdownUnusedReference = Diagnostic.ID("markdown/unused-reference")
    package static let markdownUndefinedReference = Diagnostic.ID("markdown/undefined-reference")
}

/// Link references without a definition, and definitions without a reference.
struct ReferenceWarnings {
    private(set) var diagnostics: [Diagnostic] = []
    private let tree: Tree
    private let bytes: [UInt8]
    private let definitions: LinkDefinitions
    private let labels: Set<String>
    private let file: SourcePath
    private var places: PlaceFinder

    /// How many labels are compared with a missing one.
    private static let guesses = 200

    /// `firstLine` is the first line after the front matter. O(nodes + bytes).
    init(_ tree: Tree, lines: SourceLines, from firstLine: Int, file: SourcePath) {
        self.tree = tree
        self.file = file
        bytes = lines.bytes
        definitions = LinkDefinitions(tree, lines: lines, from: firstLine)
        labels = Set(definitions.all.map(\.label).filter { !$0.hasPrefix("^") })
        places = PlaceFinder(tree, lines: lines, file: file)
        warnOfUnused()
        // In a text without definitions, `a[i][j]` is most likely not a reference.
        if !labels.isEmpty { warnOfUndefined() }
    }

    private mutating func warnOfUnused() {
        var warned: Set<String> = []
        for definition in definitions.all
        where !definition.isComment && !definitions.named.contains(definition.label)
            && warned.insert(definition.label).inserted
        {
            if definition.label.hasPrefix("^") {
                warnOfFootnote(definition)
                continue
            }
            diagnostics.append(
                .warning(
                    .markdownUnusedReference,
                    "'[\(definition.written)]' is referred to nowhere",
                    at: Place(file: file, range: definition.range)))
        }
    }

    /// `[^my note]: text`, which is meant as a footnote and defines a link.
    private mutating func warnOfFootnote(_ definition: LinkDefinitions.Definition) {
        let start = definition.range.lowerBound + 2
        let label = start..<start + definition.written.utf8.count - 1
        diagnostics.append(
            LineStarts.warning(
                ofLabel: String(definition.written.dropFirst()),
                at: Place(file: file, range: label)))
    }

    // MARK: Undefined references

    /// References that libcmark left as text: `[text][label]` and `[label][]`. A lone `[label]` may
    /// well be literal.
    private mutating func warnOfUndefined() {
        // The open brackets in the text of one paragraph.
        var open: [(text: NodeID, offset: Int)] = []
        var id = Tree.root
        while id != Tree.none {
            let node = tree[id]
            if node.kind.isLeafBlock { open = [] }
            if node.kind == .text, !node.flags.contains(.insideLink) { readText(id, &open) }
            id = tree.successor(id)
        }
    }

    private mutating func readText(_ id: NodeID, _ open: inout [(text: NodeID, offset: Int)]) {
        let text = tree[id].text
        var i = text.lowerBound
        while i < text.upperBound {
            if tree.bytes[i] == .openBracket {
                open.append((id, i))
            } else if tree.bytes[i] == .closeBracket, let start = open.popLast(),
                let end = labelEnd(at: i + 1, before: text.upperBound)
            {
                warn(start, i, end, in: id)
                i = end
            }
            i += 1
        }
    }

    /// The closing bracket of the label that opens at `start`.
    private func labelEnd(at start: Int, before end: Int) -> Int? {
        guard start < end, tree.bytes[start] == .openBracket else { return nil }
        let label = tree.bytes[start + 1..<end].prefix(1000)
        guard let close = label.firstIndex(where: { $0 == .closeBracket || $0 == .openBracket }),
            tree.bytes[close] == .closeBracket
        else { return nil }
        return close
    }

    /// `start` is the bracket before the text, `middle` the one after it, `end` the last one.
    private mutating func warn(
        _ start: (text: NodeID, offset: Int), _ middle: Int, _ end: Int, in id: NodeID
    ) {
        let isCollapsed = end == middle + 2
        let isWhole = start.text == id
        guard !isCollapsed || isWhole, isProse(start, before: middle, end, in: id) else { return }
        let label = isCollapsed ? start.offset + 1..<middle : middle + 2..<end
        let name = LinkDefinitions.normalized(tree.bytes[label])
        guard !name.isEmpty, !name.hasPrefix("^"), !labels.contains(name) else { return }
        let part = isWhole ? start.offset..<end + 1 : middle + 1..<end + 1
        let place = places.place(of: part, in: id)
        guard isUnescaped(place.range) else { return }
        let written = tree.string(label)
        let near = definitions.all.lazy.map(\.written).prefix(Self.guesses).filter {
            abs($0.utf8.count - written.utf8.count) <= 3
        }
        let fix =
            nearestName(to: written, in: near).map { "did you mean '[\($0)]'?" }
            ?? "define it, with a blank line before: [\(written)]: https://…"
        diagnostics.append(
            .warning(
                .markdownUndefinedReference, "there is no definition of '[\(written)]'",
                at: place, explanation: "Without one, the brackets are shown as they are.",
                fixes: [.init(fix)]))
    }

    /// Not `a[i][j]`, `[]byte`, `[0][1]`: code and citations in prose.
    private func isProse(
        _ start: (text: NodeID, offset: Int), before middle: Int, _ end: Int, in id: NodeID
    ) -> Bool {
        let before = tree[start.text].text.lowerBound..<start.offset
        if let last = tree.bytes[before].last,
            last.isLetter || last.isDigit
                || [.closeBracket, .closeParenthesis, .underscore].contains(last)
        {
            return false
        }
        let behind = end + 1..<tree[id].text.upperBound
        if let next = tree.bytes[behind].first,
            next.isLetter || next.isDigit || [.openBracket, .openParenthesis].contains(next)
        {
            return false
        }
        let isNumber =
            start.text == id && start.offset + 1 < middle
            && tree.bytes[start.offset + 1..<middle].allSatisfy(\.isDigit)
        return !isNumber && (start.text != id || start.offset + 1 < middle)
    }

    /// Whether the source has these brackets as they are, not escaped.
    private func isUnescaped(_ range: Range<Int>) -> Bool {
        bytes[range].first == .openBracket && bytes[range].last == .closeBracket
            && !bytes[range].contains(.backslash)
    }
}
