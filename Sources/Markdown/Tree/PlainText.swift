extension Tree {
    /// The text of a node and what is inside it, without markup, as UTF-8.
    ///
    /// `**gRPC** 的 ![](a.png)⏎Channel` gives `gRPC 的  Channel`: a break is a space, or nothing
    /// between CJK characters; an image is its alternative text; raw HTML is a space where it
    /// separates words, and otherwise nothing, like footnote references; blocks end with a line
    /// break. O(nodes inside).
    package func plainBytes(of top: NodeID) -> [UInt8] {
        var out: [UInt8] = []
        var id = top
        while id != Tree.none {
            let node = self[id]
            switch node.kind {
            case .text, .code, .formula, .templateTag: out += bytes[node.text]
            case .softBreak: if !node.isJoined { out.append(.space) }
            case .hardBreak: out.append(.space)
            case .htmlInline: if partsWords(id) { out.append(.space) }
            case .codeBlock:
                endBlock(&out)
                out += bytes[node.text]
            case .tableCell where id != top:
                if let last = out.last, last != .lineFeed { out.append(.space) }
            case .paragraph, .heading, .calloutTitle, .tableRow, .item:
                if id != top { endBlock(&out) }
            default: break
            }
            id = successor(id, in: top)
        }
        return out
    }

    /// Whether a node is raw HTML that separates two words: `<br>`, and the tags of blocks, such as
    /// `</p>`.
    package func partsWords(_ id: NodeID) -> Bool {
        guard self[id].kind == .htmlInline,
            let name = RawHTML.elementName(at: self[id].text, in: bytes)
        else { return false }
        return name == "br" || !ElementTraits.of(name).isDisjoint(with: [.block, .endsParagraph])
    }

    /// See ``plainBytes(of:)``.
    package func plainText(of id: NodeID) -> String {
        String(decoding: plainBytes(of: id), as: UTF8.self)
    }

    private func endBlock(_ out: inout [UInt8]) {
        if let last = out.last, last != .lineFeed { out.append(.lineFeed) }
    }
}
