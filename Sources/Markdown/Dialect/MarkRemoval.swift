import Text

extension Tree {
    /// Takes out of the tree what `preparation` wrote into its source, and the placeholders of
    /// cells that ``foldTables(_:placeholders:)`` left. Barriers stay in texts for the folding that
    /// follows.
    ///
    /// In text and addresses the marks are now single scalars; in code and raw HTML the reference
    /// is still as written. O(bytes).
    mutating func removeMarks(
        _ placeholders: PlaceholderCodePoints, of preparation: SourcePreparation?
    ) {
        clean(MarkRemoval(placeholders, preparation, keepsBarriers: true))
    }

    /// Takes the barriers out of texts.
    mutating func removeBarriers(_ placeholders: PlaceholderCodePoints) {
        clean(MarkRemoval(placeholders, nil, keepsBarriers: false))
    }

    private mutating func clean(_ removal: MarkRemoval) {
        for id in nodes.indices {
            let node = nodes[id]
            let isLiteral: Bool
            switch node.kind {
            case .code, .codeBlock, .htmlInline, .htmlBlock: isLiteral = true
            default: isLiteral = false
            }
            if !node.text.isEmpty, node.kind != .text || removal.mayStand(in: node.marks),
                let text = removal.clean(
                    node.text, of: bytes, isLiteral: isLiteral, isText: node.kind == .text)
            {
                nodes[id].text = store(text)
                nodes[id].marks = .all
            }
            if !node.destination.isEmpty, let text = removal.clean(node.destination, of: bytes) {
                nodes[id].destination = store(text)
            }
            if !node.title.isEmpty, let text = removal.clean(node.title, of: bytes) {
                nodes[id].title = store(text)
            }
        }
    }
}

/// Removes the placeholders from texts.
private struct MarkRemoval {
    private let placeholders: PlaceholderCodePoints
    private let preparation: SourcePreparation?
    private let keepsBarriers: Bool
    private let reference: [UInt8]
    private let lead: UInt8

    init(
        _ placeholders: PlaceholderCodePoints, _ preparation: SourcePreparation?,
        keepsBarriers: Bool
    ) {
        self.placeholders = placeholders
        self.preparation = preparation
        self.keepsBarriers = keepsBarriers
        reference = placeholders.reference
        lead = placeholders.utf8(.emphasis)[0]
    }

    /// A part of `old` without marks; nil where it has no marks, as nearly every text.
    func clean(
        _ range: Range<Int>, of old: [UInt8], isLiteral: Bool = false, isText: Bool = false
    ) -> [UInt8]? {
        guard mayHoldMarks(range, of: old, isLiteral: isLiteral) else { return nil }
        var bytes: [UInt8] = []
        var from = range.lowerBound
        var i = from
        while i < range.upperBound {
            if old[i] == lead,
                let role = placeholders.role(in: old, at: i, before: range.upperBound),
                !(keepsBarriers && isText && role.staysForFolding)
            {
                bytes += old[from..<i]
                i += 3
                if role == .footnote {
                    i = restoreDefinition(at: i, before: range.upperBound, of: old, to: &bytes)
                } else if role == .verbatim {
                    i = restoreVerbatim(at: i - 3, before: range.upperBound, of: old, to: &bytes)
                }
                from = i
            } else if isLiteral, old[i] == .ampersand, i + reference.count <= range.upperBound,
                old[i..<i + reference.count].elementsEqual(reference)
            {
                bytes += old[from..<i]
                i += reference.count
                from = i
            } else {
                i += 1
            }
        }
        if from == range.lowerBound { return nil }
        bytes += old[from..<range.upperBound]
        return bytes
    }

    /// Whether a text with these marks may hold one.
    func mayStand(in marks: TextMarks) -> Bool {
        marks.contains(.privateUse) || lead != 0xEE
    }

    private func mayHoldMarks(_ range: Range<Int>, of old: [UInt8], isLiteral: Bool) -> Bool {
        old.withUnsafeBytes { old in
            let text = UnsafeRawBufferPointer(rebasing: old[range])
            return text.index(of: lead, from: 0) != nil || isLiteral && text.contains(reference)
        }
    }

    /// Restores a formula or a tag whose placeholder is in code, raw HTML or an address; returns
    /// the position after the placeholder.
    private func restoreVerbatim(
        at start: Int, before end: Int, of old: [UInt8], to bytes: inout [UInt8]
    ) -> Int {
        guard let preparation,
            let (index, next) = placeholders.verbatimIndex(in: old, at: start, before: end),
            index < preparation.verbatim.count
        else { return start + 3 }
        if bytes.last == .percent { bytes.removeLast() }
        bytes += preparation.verbatim[index].text
        var i = next
        for _ in preparation.verbatim[index].breaks {
            var mark = i
            while mark < end, old[mark].isSpace || old[mark] == .greater { mark += 1 }
            guard mark < end,
                placeholders.role(in: old, at: mark, before: end) == .continuation
            else { return i }
            i = mark + 3
        }
        return i < end && old[i] == .percent ? i + 1 : i
    }

    /// Restores `[^label]:` where a rewritten definition turns out to be in code or a paragraph.
    private func restoreDefinition(
        at start: Int, before end: Int, of old: [UInt8], to bytes: inout [UInt8]
    ) -> Int {
        var i = start
        var index = 0
        let count = preparation?.definitions.count ?? 0
        while i < end, old[i].isDigit, index < count {
            index = index * 10 + Int(old[i] - 0x30)
            i += 1
        }
        guard let preparation, i > start, index < count,
            placeholders.role(in: old, at: i, before: end) == .footnote
        else { return i }
        let definition = preparation.definitions[index]
        let lead = preparation.lead(of: definition)
        if bytes.suffix(lead.count).elementsEqual(lead) { bytes.removeLast(lead.count) }
        bytes += preparation.source(of: definition)
        return i + 3
    }
}
