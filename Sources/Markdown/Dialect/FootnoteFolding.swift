/// A footnote's definition as it was found in the tree.
struct FootnoteDefinition: Sendable {
    let node: NodeID
    /// Where `[^label]:` stands in the file.
    let source: Range<Int>
    /// The label as references are compared with it.
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
        guard let sentinels = preparation.sentinels, !preparation.definitions.isEmpty else {
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
                    ? extract(from: child, preparation, sentinels, into: &definitions) : [child]
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
    /// - Returns: the lists that are left: none where it had no other items, several where
    ///   definitions stood between an author's items that happen to have the same marker.
    private mutating func extract(
        from list: NodeID, _ preparation: SourcePreparation, _ sentinels: Sentinels,
        into definitions: inout [FootnoteDefinition]
    ) -> [NodeID] {
        var lists: [NodeID] = []
        var current = Tree.none
        var previous = Tree.none
        var item = self[list].firstChild
        while item != Tree.none {
            let next = self[item].next
            self[item].next = Tree.none
            if let index = takeDefinitionIndex(of: item, preparation, sentinels) {
                let source = preparation.definitions[index]
                let label = preparation.source(of: source).dropFirst(2).dropLast(2)
                self[item].kind = .footnote
                self[item].parent = Tree.none
                definitions.append(
                    FootnoteDefinition(
                        node: item, source: source, label: FootnoteDefinition.label(of: label)))
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

    /// Reads and cuts off the index that an item begins with, if it is a definition's.
    private mutating func takeDefinitionIndex(
        of item: NodeID, _ preparation: SourcePreparation, _ sentinels: Sentinels
    ) -> Int? {
        let paragraph = self[item].firstChild
        guard paragraph != Tree.none, self[paragraph].kind == .paragraph,
            case let text = self[paragraph].firstChild, text != Tree.none,
            self[text].kind == .text, case let range = self[text].text,
            sentinels.role(in: bytes, at: range.lowerBound, before: range.upperBound)
                == .footnote
        else { return nil }
        var i = range.lowerBound + 3
        var index = 0
        while i < range.upperBound, bytes[i].isDigit, index < preparation.definitions.count {
            index = index * 10 + Int(bytes[i] - 0x30)
            i += 1
        }
        guard index < preparation.definitions.count else { return nil }
        i = min(i + 3, range.upperBound)
        while i < range.upperBound, bytes[i].isBlank { i += 1 }
        self[text].text = i..<range.upperBound
        if i == range.upperBound {
            var rest = self[text].next
            self[text].kind = .removed
            if rest != Tree.none, self[rest].kind == .softBreak {
                self[rest].kind = .removed
                rest = self[rest].next
            }
            self[paragraph].firstChild = rest
            if rest == Tree.none {
                self[paragraph].kind = .removed
                self[item].firstChild = self[paragraph].next
            }
        }
        self[paragraph].column = self[item].column
        return index
    }
}
