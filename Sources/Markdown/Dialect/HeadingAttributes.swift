extension Tree {
    /// Takes `{#id .class}` off the end of headings: the id into the node's `title`, the classes
    /// into its `destination`, parted by spaces.
    ///
    /// `## 安装 {#install .wide}`. Braces that hold anything else are text, and so is `\{#id}`.
    mutating func foldHeadingAttributes() {
        for id in 0..<NodeID(nodes.count) where self[id].kind == .heading {
            let last = lastChild(of: id)
            guard last != Tree.none, self[last].kind == .text,
                bytes[self[last].text].last(where: { !$0.isSpace }) == .closeBrace,
                let run = lastTextRun(of: id)
            else { continue }
            let text = bytes.trimmed(run.range)
            guard let open = bytes[text].lastIndex(of: .openBrace), !isEscaped(open, in: run),
                let attributes = HeadingAttributes(bytes[open + 1..<text.upperBound - 1])
            else { continue }
            if let value = attributes.id { self[id].title = value }
            if !attributes.classes.isEmpty {
                self[id].destination = store(Array(attributes.classes.joined(separator: [.space])))
            }
            var end = open
            while end > run.range.lowerBound, bytes[end - 1].isBlank { end -= 1 }
            cutText(of: id, from: end, in: run)
        }
    }

    private func lastTextRun(of id: NodeID) -> TextRun? {
        var found: TextRun?
        var child = self[id].firstChild
        var previous = Tree.none
        while let run = textRun(from: child, after: previous) {
            found = run
            previous = run.last
            child = self[previous].next
        }
        return found
    }

    /// A brace is a text node of its own only where a backslash stood before it.
    private func isEscaped(_ brace: Int, in run: TextRun) -> Bool {
        var id = run.first
        while self[id].text.upperBound <= brace { id = self[id].next }
        return self[id].text == brace..<brace + 1 && id != run.last
    }

    /// Cuts the last run of a block from a byte of it on.
    private mutating func cutText(of block: NodeID, from end: Int, in run: TextRun) {
        var id = run.first
        var kept = run.previous
        while id != Tree.none, self[id].text.lowerBound < end {
            self[id].text = self[id].text.lowerBound..<min(self[id].text.upperBound, end)
            kept = id
            id = self[id].next
        }
        while id != Tree.none {
            self[id].kind = .removed
            id = self[id].next
        }
        if kept == Tree.none {
            self[block].firstChild = Tree.none
        } else {
            self[kept].next = Tree.none
        }
    }
}

/// What stands between the braces: `#id`, `.class`, in any order, parted by blanks.
private struct HeadingAttributes {
    private(set) var id: Range<Int>?
    private(set) var classes: [ArraySlice<UInt8>] = []

    /// nil where something else stands there, or nothing.
    init?(_ text: ArraySlice<UInt8>) {
        for word in text.split(whereSeparator: \.isSpace) {
            let name = word.dropFirst()
            guard !name.isEmpty, name.allSatisfy({ !#""'<>{}#="#.utf8.contains($0) }) else {
                return nil
            }
            if word.first == .hash, id == nil {
                id = name.startIndex..<name.endIndex
            } else if word.first == .period, !name.contains(.period) {
                classes.append(name)
            } else {
                return nil
            }
        }
        if id == nil, classes.isEmpty { return nil }
    }
}
