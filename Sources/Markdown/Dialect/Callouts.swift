extension Tree {
    /// Makes callouts of quotes that begin with `[!NOTE]`, `[!TIP]`, `[!IMPORTANT]`, `[!WARNING]`
    /// or `[!CAUTION]` in any case; what follows on the line is the title.
    ///
    ///     > [!TIP] 先量再改          callout(tip): callout-title(先量再改), paragraph(…)
    ///     > …
    mutating func foldCallouts() {
        for id in 0..<NodeID(nodes.count) where self[id].kind == .blockQuote {
            let paragraph = self[id].firstChild
            guard let text = leadingText(of: paragraph),
                let (kind, end) = calloutMarker(in: self[text].text)
            else { continue }
            self[id].kind = .callout
            self[id].level = kind.rawValue
            self[text].text = end..<self[text].text.upperBound
            if self[text].text.isEmpty {
                self[paragraph].firstChild = self[text].next
                self[text].kind = .removed
            }
            moveTitle(from: paragraph, of: id)
        }
    }

    private func calloutMarker(in range: Range<Int>) -> (CalloutKind, end: Int)? {
        guard range.count > 3, bytes[range.lowerBound] == .openBracket,
            bytes[range.lowerBound + 1] == .exclamation,
            let close = bytes[range.prefix(16)].firstIndex(of: .closeBracket)
        else { return nil }
        let word = bytes[range.lowerBound + 2..<close].map(\.lowercased)
        guard let kind = CalloutKind.allCases.first(where: { word.elementsEqual($0.name.utf8) })
        else { return nil }
        var end = close + 1
        guard end == range.upperBound || bytes[end].isSpace else { return nil }
        while end < range.upperBound, bytes[end].isSpace { end += 1 }
        return (kind, end)
    }

    /// Splits the paragraph's first line off as the title; removes a paragraph that becomes empty.
    private mutating func moveTitle(from paragraph: NodeID, of callout: NodeID) {
        let first = self[paragraph].firstChild
        var last = Tree.none
        var child = first
        while child != Tree.none, self[child].kind != .softBreak, self[child].kind != .hardBreak {
            last = child
            child = self[child].next
        }
        let rest = child == Tree.none ? Tree.none : self[child].next
        if child != Tree.none { self[child].kind = .removed }
        self[paragraph].firstChild = rest
        var after = paragraph
        if rest == Tree.none {
            after = self[paragraph].next
            self[paragraph].kind = .removed
        }
        guard last != Tree.none else {
            self[callout].firstChild = after
            return
        }
        self[last].next = Tree.none
        var title = Node(.calloutTitle, parent: callout)
        title.firstLine = self[paragraph].firstLine
        title.lastLine = title.firstLine
        title.column = self[paragraph].column
        title.firstChild = first
        title.next = after
        let id = add(title)
        self[callout].firstChild = id
        child = first
        while child != Tree.none {
            self[child].parent = id
            child = self[child].next
        }
    }
}

extension CalloutKind {
    /// The name in the brackets, in lower case, which is also in the class of the HTML.
    package var name: String {
        switch self {
        case .note: "note"
        case .tip: "tip"
        case .important: "important"
        case .warning: "warning"
        case .caution: "caution"
        }
    }
}
