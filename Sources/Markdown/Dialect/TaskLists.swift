extension Tree {
    /// Marks items that begin with `[ ]` or `[x]` and white space (GFM 0.29, section 5.3), and
    /// takes the brackets out of their text.
    mutating func foldTasks() {
        for id in 0..<NodeID(nodes.count) where self[id].kind == .item {
            guard let text = leadingText(of: self[id].firstChild), case let range = self[text].text,
                range.count >= 3, case let at = range.lowerBound,
                bytes[at] == .openBracket, bytes[at + 2] == .closeBracket
            else { continue }
            let isChecked = bytes[at + 1] | 0x20 == UInt8(ascii: "x")
            guard isChecked || bytes[at + 1] == .space else { continue }
            if range.count > 3 {
                guard bytes[at + 3].isSpace else { continue }
            } else {
                let next = self[text].next
                guard next != Tree.none, self[next].kind == .softBreak else { continue }
            }
            self[id].flags.insert(.task)
            if isChecked { self[id].flags.insert(.checked) }
            self[text].text = at + 3..<range.upperBound
        }
    }

    /// The text that a paragraph begins with; nil if `block` is not a paragraph or begins with
    /// markup.
    func leadingText(of block: NodeID) -> NodeID? {
        guard block != Tree.none, self[block].kind == .paragraph,
            case let text = self[block].firstChild, text != Tree.none, self[text].kind == .text
        else { return nil }
        return text
    }
}
