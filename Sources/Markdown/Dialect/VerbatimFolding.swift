extension Tree {
    /// Makes formulas and tags of the placeholders that ``SourcePreparation`` wrote for `spans`;
    /// leaves those in code, raw HTML and addresses to ``removeMarks(_:of:)``. O(nodes + bytes).
    mutating func foldVerbatim(_ spans: [VerbatimSpan], _ placeholders: PlaceholderCodePoints) {
        for id in 0..<NodeID(nodes.count) where self[id].kind == .text {
            let pieces = self.spans(in: self[id].text, spans, placeholders)
            guard let last = pieces.last else { continue }
            let end = self[id].text.upperBound
            let tail = replace(
                id,
                by: pieces.map { found in
                    var piece = InlinePiece(range: found.range, kind: found.span.nodeKind)
                    piece.isDisplay = found.span.kind == .formula(isDisplay: true)
                    return piece
                })
            var node = self[id].next
            for found in pieces {
                while node != Tree.none, self[node].kind != found.span.nodeKind {
                    node = self[node].next
                }
                if node == Tree.none { break }
                self[node].text = store(found.span.text)
                node = self[node].next
            }
            if last.range.upperBound == end {
                dropContinuations(after: tail, last.span.breaks.count, placeholders)
            }
        }
        foldTaggedListings(spans, placeholders)
    }

    private struct Placeholder {
        let range: Range<Int>
        let span: VerbatimSpan
    }

    private func spans(
        in text: Range<Int>, _ spans: [VerbatimSpan], _ placeholders: PlaceholderCodePoints
    ) -> [Placeholder] {
        var found: [Placeholder] = []
        var i = text.lowerBound
        while i < text.upperBound {
            guard
                let (index, end) = placeholders.verbatimIndex(
                    in: bytes, at: i, before: text.upperBound),
                index < spans.count, i > text.lowerBound
            else {
                i += 1
                continue
            }
            // The signs around the placeholder belong to it.
            let upper = end < text.upperBound && bytes[end] == .percent ? end + 1 : end
            found.append(Placeholder(range: i - 1..<upper, span: spans[index]))
            i = upper
        }
        return found
    }

    /// Removes the line breaks inside a span of several lines, and the placeholders of its further
    /// lines.
    private mutating func dropContinuations(
        after node: NodeID, _ count: Int, _ placeholders: PlaceholderCodePoints
    ) {
        for line in 0..<count {
            let lineBreak = self[node].next
            guard lineBreak != Tree.none, self[lineBreak].kind == .softBreak,
                case let next = self[lineBreak].next, next != Tree.none,
                self[next].kind == .text, case let text = self[next].text,
                placeholders.role(in: bytes, at: text.lowerBound, before: text.upperBound)
                    == .continuation
            else { return }
            self[lineBreak].kind = .removed
            let isLast = line + 1 == count
            let rest = min(text.lowerBound + (isLast ? 4 : 3), text.upperBound)..<text.upperBound
            self[next].text = rest
            if rest.isEmpty {
                self[next].kind = .removed
                self[node].next = self[next].next
            } else {
                self[node].next = next
            }
        }
    }

    // MARK: Listings

    /// Puts the tags around their listings, each in a paragraph of its own.
    private mutating func foldTaggedListings(
        _ spans: [VerbatimSpan], _ placeholders: PlaceholderCodePoints
    ) {
        guard spans.contains(where: { $0.kind == .closingTag }) else { return }
        for parent in 0..<NodeID(nodes.count) {
            switch self[parent].kind {
            case .document, .blockQuote, .item: break
            default: continue
            }
            var previous = Tree.none
            var child = self[parent].firstChild
            while child != Tree.none {
                let next = self[child].next
                if self[child].kind == .codeBlock,
                    let index = takeTag(of: child, spans, placeholders)
                {
                    let opening = addTag(spans[index], line: self[child].firstLine, like: child)
                    let closing = addTag(spans[index + 1], line: self[child].lastLine, like: child)
                    link(opening, after: previous, in: parent)
                    link(child, after: opening, in: parent)
                    link(closing, after: child, in: parent)
                    self[closing].next = next
                    previous = closing
                } else {
                    previous = child
                }
                child = next
            }
        }
    }

    /// Takes the index of the tag off a code block's info string.
    private mutating func takeTag(
        of block: NodeID, _ spans: [VerbatimSpan], _ placeholders: PlaceholderCodePoints
    ) -> Int? {
        let info = self[block].destination
        for i in info {
            guard
                let (index, _) = placeholders.verbatimIndex(
                    in: bytes, at: i, before: info.upperBound),
                index + 1 < spans.count, case .openingTag = spans[index].kind
            else { continue }
            self[block].destination = info.lowerBound..<i
            self[block].level = Node.betweenTags
            return index
        }
        return nil
    }

    private mutating func addTag(_ span: VerbatimSpan, line: Int32, like block: NodeID) -> NodeID {
        var paragraph = Node(.paragraph)
        paragraph.firstLine = line
        paragraph.lastLine = line
        paragraph.column = self[block].column
        let id = add(paragraph)
        var tag = Node(.templateTag, parent: id)
        tag.text = store(span.text)
        self[id].firstChild = add(tag)
        return id
    }
}

extension VerbatimSpan {
    fileprivate var nodeKind: Node.Kind {
        if case .formula = kind { .formula } else { .templateTag }
    }
}

extension PlaceholderCodePoints {
    /// The number of the placeholder whose first mark is at `i`, and the position after its last
    /// one.
    func verbatimIndex(
        in bytes: [UInt8], at i: Int, before end: Int
    ) -> (index: Int, end: Int)? {
        guard bytes[i] >= 0xEE, role(in: bytes, at: i, before: end) == .verbatim else { return nil }
        var at = i + 3
        var index = 0
        while at < end, bytes[at].isDigit, index < 1 << 40 {
            index = index * 10 + Int(bytes[at] - 0x30)
            at += 1
        }
        guard at > i + 3 else { return nil }
        if at < end, bytes[at] == .space { at += 1 }
        guard role(in: bytes, at: at, before: end) == .verbatim else { return nil }
        return (index, at + 3)
    }
}
