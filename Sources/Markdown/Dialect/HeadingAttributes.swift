extension Tree {
    /// Takes `{#id .class}` off the end of headings: the id goes into the node's `title`, the
    /// classes into its `destination`, separated by spaces.
    ///
    /// `## 安装 {#install .wide}`. Braces that hold anything else are text, and so is `\{#id}`.
    mutating func foldHeadingAttributes() {
        for id in 0..<NodeID(nodes.count) where self[id].kind == .heading {
            let last = lastChild(of: id)
            guard last != Tree.none, self[last].kind == .text,
                case let range = bytes.trimmed(self[last].text), range.count > 3,
                bytes[range.upperBound - 1] == .closeBrace,
                let open = bytes[range].lastIndex(of: .openBrace),
                let attributes = HeadingAttributes(bytes[open + 1..<range.upperBound - 1])
            else { continue }
            if let value = attributes.id { self[id].title = value }
            if !attributes.classes.isEmpty {
                self[id].destination = store(Array(attributes.classes.joined(separator: [.space])))
            }
            let start = self[last].text.lowerBound
            var end = open
            while end > start, bytes[end - 1].isBlank { end -= 1 }
            self[last].text = start..<end
        }
    }
}

/// The attributes between the braces: `#id`, `.class`, in any order, separated by blanks.
private struct HeadingAttributes {
    private(set) var id: Range<Int>?
    private(set) var classes: [ArraySlice<UInt8>] = []

    /// nil where the text is empty or contains anything else.
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
