/// A footnote's definition as found in the tree.
struct FootnoteDefinition: Sendable {
    let node: NodeID
    /// The place of `[^label]:` in the file.
    let source: Range<Int>
    /// The normalized label, which references are compared with.
    let label: String

    /// Labels are compared as those of links are (CommonMark 0.30, section 4.7): without case.
    static func label(of bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self).lowercased()
    }
}

extension Tree {
    /// Takes the items that ``SourcePreparation`` wrote for definitions out of their lists and out
    /// of the flow; they have no parent afterwards. O(nodes).
    mutating func foldFootnotes(of preparation: SourcePreparation) -> [FootnoteDefinition] {
        guard let placeholders = preparation.placeholders, !preparation.definitions.isEmpty else {
            return []
        }
        var definitions: [FootnoteDefinition] = []
        for id in 0..<NodeID(nodes.count) {
            switch self[id].kind {
            case .document, .blockQuote, .item, .footnote: break
            default: continue
            }
            var previous = Tree.none
            var child = self[id].firstChild
            while child != Tree.none {
                let next = self[child].next
                let kept =
                    self[child].kind == .list
                    ? extract(from: child, preparation, placeholders, into: &definitions) : [child]
                if kept.isEmpty { self[child].kind = .removed }
                for node in kept {
                    link(node, after: previous, in: id)
                    previous = node
                }
                child = next
            }
            if previous == Tree.none {
                self[id].firstChild = Tree.none
            } else {
                self[previous].next = Tree.none
            }
        }
        return definitions
    }

    /// Takes the definitions out of a list.
    ///
    /// - Returns: the remaining lists. Empty if the list had no other items; several if definitions
    ///   separated an author's items that happen to have the same marker.
    private mutating func extract(
        from list: NodeID, _ preparation: SourcePreparation, _ placeholders: PlaceholderCodePoints,
        into definitions: inout [FootnoteDefinition]
    ) -> [NodeID] {
        var lists: [NodeID] = []
        var current = Tree.none
        var previous = Tree.none
        var item = self[list].firstChild
        while item != Tree.none {
            let next = self[item].next
            self[item].next = Tree.none
            if let index = takeDefinitionIndex(of: item, preparation, placeholders) {
                let definition = preparation.definitions[index]
                self[item].kind = .footnote
                self[item].parent = Tree.none
                definitions.append(
                    FootnoteDefinition(
                        node: item, source: definition.label,
                        label: FootnoteDefinition.label(of: preparation.name(of: definition))))
                current = Tree.none
            } else {
                if current == Tree.none {
                    current = lists.isEmpty ? list : add(self[list])
                    self[current].firstLine = self[item].firstLine
                    lists.append(current)
                    previous = Tree.none
                }
                link(item, after: previous, in: current)
                self[current].lastLine = self[item].lastLine
                previous = item
            }
            item = next
        }
        return lists
    }

    /// Reads and removes the index that an item begins with, if it is a definition's. O(1): visits
    /// no more blocks than a definition opens.
    private mutating func takeDefinitionIndex(
        of item: NodeID, _ preparation: SourcePreparation, _ placeholders: PlaceholderCodePoints
    ) -> Int? {
        let (leaf, depth) = firstLeaf(of: item)
        guard leaf != Tree.none else { return nil }
        let text = self[leaf].kind == .codeBlock ? leaf : self[leaf].firstChild
        guard text != Tree.none else { return nil }
        let range = text == leaf ? self[leaf].destination : self[text].text
        guard text == leaf || self[text].kind == .text,
            placeholders.role(in: bytes, at: range.lowerBound, before: range.upperBound)
                == .footnote
        else { return nil }
        var i = range.lowerBound + 3
        var index = 0
        while i < range.upperBound, bytes[i].isDigit, index < preparation.definitions.count {
            index = index * 10 + Int(bytes[i] - 0x30)
            i += 1
        }
        guard index < preparation.definitions.count, preparation.definitions[index].depth == depth
        else { return nil }
        i = min(i + 3, range.upperBound)
        while i < range.upperBound, bytes[i].isBlank { i += 1 }
        if text == leaf {
            self[leaf].destination = i..<range.upperBound
        } else {
            self[text].text = i..<range.upperBound
            if i == range.upperBound { removeLeadingText(of: leaf) }
        }
        self[leaf].column = self[item].column
        return index
    }

    /// The paragraph, heading or code block that an item begins with, and how many quotes and items
    /// are around it.
    private func firstLeaf(of item: NodeID) -> (NodeID, depth: Int) {
        var id = self[item].firstChild
        var depth = 0
        while id != Tree.none, depth <= NoteOpening.deepest {
            switch self[id].kind {
            case .blockQuote, .item: depth += 1
            case .list: break
            case .paragraph, .heading, .codeBlock: return (id, depth)
            default: return (Tree.none, depth)
            }
            id = self[id].firstChild
        }
        return (Tree.none, depth)
    }

    /// Takes the first text, now empty, out of a leaf block, and also removes the block if nothing
    /// else is in it.
    private mutating func removeLeadingText(of leaf: NodeID) {
        let text = self[leaf].firstChild
        var rest = self[text].next
        self[text].kind = .removed
        if rest != Tree.none, self[rest].kind == .softBreak {
            self[rest].kind = .removed
            rest = self[rest].next
        }
        self[leaf].firstChild = rest
        guard rest == Tree.none, self[leaf].kind == .paragraph else { return }
        self[leaf].kind = .removed
        self[self[leaf].parent].firstChild = self[leaf].next
    }
}
