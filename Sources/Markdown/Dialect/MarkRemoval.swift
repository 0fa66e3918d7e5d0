import Text

extension Tree {
    /// Takes out of the tree what `preparation` wrote into its source, and the sentinels of cells
    /// that ``foldTables(_:sentinels:)`` left; barriers stay in texts, for what is folded next.
    ///
    /// In text and addresses the marks are single scalars by now; in code and raw HTML the
    /// reference stands as it was written. O(bytes).
    mutating func removeMarks(_ sentinels: Sentinels, of preparation: SourcePreparation?) {
        copyTexts(MarkRemoval(bytes, sentinels, preparation))
    }

    /// Takes the barriers out of texts.
    mutating func removeBarriers(_ sentinels: Sentinels) {
        var removal = MarkRemoval(bytes, sentinels, nil)
        removal.keepsBarriers = false
        copyTexts(removal)
    }

    private mutating func copyTexts(_ removal: MarkRemoval) {
        var removal = removal
        for id in nodes.indices {
            let node = nodes[id]
            let isLiteral: Bool
            switch node.kind {
            case .code, .codeBlock, .htmlInline, .htmlBlock: isLiteral = true
            default: isLiteral = false
            }
            nodes[id].text = removal.copy(
                node.text, isLiteral: isLiteral, isText: node.kind == .text)
            nodes[id].destination = removal.copy(node.destination)
            nodes[id].title = removal.copy(node.title)
        }
        bytes = removal.bytes
    }
}

/// The bytes of a tree, copied without marks.
private struct MarkRemoval {
    private(set) var bytes: [UInt8] = []
    var keepsBarriers = true
    private let old: [UInt8]
    private let sentinels: Sentinels
    private let preparation: SourcePreparation?
    private let reference: [UInt8]
    private let lead: UInt8

    init(_ old: [UInt8], _ sentinels: Sentinels, _ preparation: SourcePreparation?) {
        self.old = old
        self.sentinels = sentinels
        self.preparation = preparation
        reference = sentinels.reference
        lead = sentinels.utf8(.emphasis)[0]
        bytes.reserveCapacity(old.count)
    }

    mutating func copy(
        _ range: Range<Int>, isLiteral: Bool = false, isText: Bool = false
    ) -> Range<Int> {
        let start = bytes.count
        if range.isEmpty { return start..<start }
        if !mayHoldMarks(range, isLiteral: isLiteral) {
            bytes += old[range]
            return start..<bytes.count
        }
        var from = range.lowerBound
        var i = from
        while i < range.upperBound {
            if old[i] == lead,
                let role = sentinels.role(in: old, at: i, before: range.upperBound),
                role != .barrier || !isText || !keepsBarriers
            {
                bytes += old[from..<i]
                i += 3
                if role == .footnote { i = restoreDefinition(at: i, before: range.upperBound) }
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
        bytes += old[from..<range.upperBound]
        return start..<bytes.count
    }

    /// Nearly no text does.
    private func mayHoldMarks(_ range: Range<Int>, isLiteral: Bool) -> Bool {
        old.withUnsafeBytes { old in
            let text = UnsafeRawBufferPointer(rebasing: old[range])
            return text.index(of: lead, from: 0) != nil
                || isLiteral && text.index(of: .ampersand, from: 0) != nil
        }
    }

    /// Writes `[^label]:` again where a definition was rewritten but stands in code or a paragraph.
    private mutating func restoreDefinition(at start: Int, before end: Int) -> Int {
        var i = start
        var index = 0
        while i < end, old[i].isDigit {
            index = index * 10 + Int(old[i] - 0x30)
            i += 1
        }
        guard let preparation, i > start, index < preparation.definitions.count,
            sentinels.role(in: old, at: i, before: end) == .footnote
        else { return i }
        if bytes.suffix(preparation.marker.count).elementsEqual(preparation.marker) {
            bytes.removeLast(preparation.marker.count)
        }
        bytes += preparation.source(of: preparation.definitions[index])
        return i + 3
    }
}
