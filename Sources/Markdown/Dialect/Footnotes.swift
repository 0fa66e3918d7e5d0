import Diagnostics

/// A footnote that the document refers to.
package struct Footnote: Sendable {
    /// 1-based, in the order in which the document first refers to the notes.
    package let number: Int
    /// As its author wrote it, without brackets and `^`.
    package let label: String
    /// Its ``Node/Kind/footnote`` node, whose children are blocks.
    package let node: NodeID
    /// The references to it, in the order in which a reader meets them.
    package let references: [NodeID]

    /// The ids of the note and of its references in HTML: `fn-1`, `fnref-1`, `fnref-1-2`.
    var ids: [String] {
        ["fn-\(number)", "fnref-\(number)"]
            + references.indices.dropFirst().map { "fnref-\(number)-\($0 + 1)" }
    }
}

/// Finds the references to footnotes, numbers the notes and puts them at the document's end.
struct FootnoteResolution {
    private(set) var footnotes: [Footnote] = []
    /// Text nodes that are `[^label]` without a definition.
    private(set) var undefined: [NodeID] = []
    /// Text nodes that are `[^ label ]`, defined without the blanks.
    private(set) var spaced: [NodeID] = []
    /// Definitions without a reference, and those whose label is defined earlier.
    private(set) var unused: [FootnoteDefinition] = []
    private(set) var repeated: [(definition: FootnoteDefinition, first: FootnoteDefinition)] = []

    private let definitions: [FootnoteDefinition]
    private var indices: [String: Int32] = [:]

    /// A note counts as referenced if a reader can reach it: from the text, or from another note
    /// that is. O(nodes + bytes).
    init(_ definitions: [FootnoteDefinition], in tree: inout Tree) {
        self.definitions = definitions
        for (index, definition) in definitions.enumerated() {
            if let first = indices[definition.label] {
                repeated.append((definition, definitions[Int(first)]))
            } else {
                indices[definition.label] = Int32(index)
            }
        }
        findReferences(in: &tree)
        number(&tree)
    }

    // MARK: References

    private mutating func findReferences(in tree: inout Tree) {
        tree.replaceTexts(thatMayHold: .emphasisOrBracket) { text, _, tree in
            references(in: text, tree)
        }
        for id in tree.nodes.indices
        where tree.nodes[id].kind == .footnoteReference && tree.nodes[id].number < 0 {
            tree.nodes[id].kind = .text
            if tree.nodes[id].number == Self.spacedNumber {
                spaced.append(NodeID(id))
            } else {
                undefined.append(NodeID(id))
            }
        }
    }

    private func references(in text: NodeID, _ tree: Tree) -> [InlinePiece] {
        let bytes = tree.bytes
        let end = tree[text].text.upperBound
        var pieces: [InlinePiece] = []
        var i = tree[text].text.lowerBound
        while i + 3 < end {
            guard bytes[i] == .openBracket, bytes[i + 1] == .caret else {
                i += 1
                continue
            }
            var close = i + 2
            var hasBlank = false
            while close < end, bytes[close] != .closeBracket, bytes[close] != .openBracket,
                !bytes[close].isLineEnd
            {
                hasBlank = hasBlank || bytes[close].isSpace
                close += 1
            }
            if close < end, bytes[close] == .closeBracket, close > i + 2 {
                let label = bytes[i + 2..<close]
                close += 1
                if hasBlank {
                    if isMeant(label) {
                        var piece = InlinePiece(range: i..<close, kind: .footnoteReference)
                        piece.number = Self.spacedNumber
                        pieces.append(piece)
                    }
                    i = close
                    continue
                }
                let index = indices[FootnoteDefinition.label(of: label)]
                if index != nil || isLikelyReference(label) {
                    var piece = InlinePiece(range: i..<close, kind: .footnoteReference)
                    piece.number = index ?? -1
                    pieces.append(piece)
                }
            }
            i = close
        }
        return pieces
    }

    private static let spacedNumber: Int32 = -2

    /// Whether a label with blanks is defined without them: `[^ a]`, `[^my note]`.
    private func isMeant(_ label: ArraySlice<UInt8>) -> Bool {
        let words = label.split(whereSeparator: \.isSpace)
        return [[], [UInt8.hyphen]].contains { separator in
            let name = ArraySlice(words.joined(separator: separator))
            return !name.isEmpty && indices[FootnoteDefinition.label(of: name)] != nil
        }
    }

    /// `[^1]` always; a name only next to other footnotes, because `[^a-z]` also occurs in prose
    /// about regular expressions.
    private func isLikelyReference(_ label: ArraySlice<UInt8>) -> Bool {
        !definitions.isEmpty || label.allSatisfy(\.isDigit)
    }

    // MARK: Numbers

    private mutating func number(_ tree: inout Tree) {
        guard !definitions.isEmpty else { return }
        /// The number of each definition, 0 before the first reference.
        var numbers = [Int32](repeating: 0, count: definitions.count)
        var order: [Int] = []
        var references: [[NodeID]] = []
        func collect(in top: NodeID) {
            var id = top
            while id != Tree.none {
                if tree[id].kind == .footnoteReference {
                    let index = Int(tree[id].number)
                    if numbers[index] == 0 {
                        order.append(index)
                        references.append([])
                        numbers[index] = Int32(order.count)
                    }
                    tree[id].number = numbers[index]
                    references[Int(numbers[index]) - 1].append(id)
                }
                id = tree.successor(id, in: top)
            }
        }
        collect(in: Tree.root)
        var next = 0
        while next < order.count {
            collect(in: definitions[order[next]].node)
            next += 1
        }
        unused = definitions.indices.filter {
            numbers[$0] == 0 && indices[definitions[$0].label] == Int32($0)
        }.map { definitions[$0] }
        guard !order.isEmpty else { return }

        let last = tree.lastChild(of: Tree.root)
        let section = tree.add(Node(.footnotes, parent: Tree.root))
        tree.link(section, after: last, in: Tree.root)
        var previous = Tree.none
        for (place, index) in order.enumerated() {
            let definition = definitions[index]
            tree.link(definition.node, after: previous, in: section)
            tree[definition.node].number = Int32(place + 1)
            previous = definition.node
            footnotes.append(
                Footnote(
                    number: place + 1, label: definition.label, node: definition.node,
                    references: references[place]))
        }
        tree[section].firstLine = tree[tree[section].firstChild].firstLine
        tree[section].lastLine = tree[previous].lastLine
        tree[section].column = 1
    }
}
