extension Tree {
    /// Marks items that begin with `[ ]` or `[x]` and white space (GFM 0.29, section 5.3), and
    /// takes the brackets out of their text.
    mutating func foldTasks() {
        for id in 0..<NodeID(nodes.count) where self[id].kind == .item {
            let paragraph = self[id].firstChild
            guard paragraph != Tree.none, self[paragraph].kind == .paragraph,
                let run = textRun(from: self[paragraph].firstChild, after: Tree.none),
                run.previous == Tree.none, run.range.count >= 3,
                case let at = run.range.lowerBound,
                bytes[at] == .openBracket, bytes[at + 2] == .closeBracket
            else { continue }
            let mark = bytes[at + 1]
            let isChecked = mark | 0x20 == UInt8(ascii: "x")
            guard mark == .space || isChecked else { continue }
            if run.range.count > 3 {
                guard bytes[at + 3].isSpace else { continue }
            } else {
                let next = self[run.last].next
                guard next != Tree.none, self[next].kind == .softBreak else { continue }
            }
            self[id].flags.insert(.task)
            if isChecked { self[id].flags.insert(.checked) }
            cutText(of: paragraph, before: at + 3)
        }
    }

    /// Cuts the texts that a block begins with up to a byte of them; nodes left empty go.
    mutating func cutText(of block: NodeID, before end: Int) {
        var child = self[block].firstChild
        while child != Tree.none, self[child].kind == .text, self[child].text.lowerBound < end {
            let text = self[child].text
            if text.upperBound > end {
                self[child].text = end..<text.upperBound
                break
            }
            self[child].kind = .removed
            child = self[child].next
        }
        self[block].firstChild = child
    }
}
