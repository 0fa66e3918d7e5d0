extension Tree {
    /// A readable dump of the tree, one node a line, with its lines and byte columns:
    ///
    ///     document 1:1-3:8
    ///       heading(2) 1:1-1:9 id=intro
    ///         text 1:4-1:9 "Intro"
    ///       paragraph 3:1-3:8
    ///         link 3:1-3:8 "/a"
    ///           text 3:2-3:4 "a b"
    ///
    /// The end is the column after the last byte. Texts are quoted, line breaks and quotes escaped.
    /// Indentation stops at 64 levels. O(nodes + bytes).
    func dump(_ places: inout PlaceFinder, lines: SourceLines, headings: [Heading]) -> String {
        var out = ""
        var id = Tree.root
        var depth = 0
        while id != Tree.none {
            let node = self[id]
            let range = places.range(of: id)
            out += String(repeating: "  ", count: min(depth, 64))
            out += name(of: node)
            out += " \(position(range.lowerBound, lines))-\(position(range.upperBound, lines))"
            out += details(of: node, headings)
            out += "\n"
            if node.firstChild != Tree.none {
                id = node.firstChild
                depth += 1
                continue
            }
            while id != Tree.none, self[id].next == Tree.none {
                id = self[id].parent
                depth -= 1
            }
            if id != Tree.none { id = self[id].next }
        }
        return out
    }

    private func position(_ offset: Int, _ lines: SourceLines) -> String {
        let line = lines.line(of: offset)
        return "\(line):\(offset - lines.start(of: line) + 1)"
    }

    private func name(of node: Node) -> String {
        switch node.kind {
        case .document: "document"
        case .blockQuote: "quote"
        case .list:
            node.isOrdered
                ? "ordered-list(\(node.number), \(node.isTight ? "tight" : "loose"))"
                : "list(\(node.isTight ? "tight" : "loose"))"
        case .item: node.isTask ? (node.isChecked ? "item(done)" : "item(open)") : "item"
        case .codeBlock: "code-block"
        case .htmlBlock: "html-block"
        case .customBlock: "custom-block"
        case .paragraph: "paragraph"
        case .heading: "heading(\(node.level))"
        case .thematicBreak: "thematic-break"
        case .callout: "callout(\(CalloutKind(rawValue: node.level)?.name ?? ""))"
        case .calloutTitle: "callout-title"
        case .table: "table"
        case .tableRow: node.number == 0 ? "table-head" : "table-row"
        case .tableCell:
            switch Alignment(rawValue: node.level) ?? .none {
            case .none: "table-cell"
            case .left: "table-cell(left)"
            case .center: "table-cell(center)"
            case .right: "table-cell(right)"
            }
        case .footnotes: "footnotes"
        case .footnote: "footnote(\(node.number))"
        case .text: "text"
        case .softBreak: node.isJoined ? "soft-break(joined)" : "soft-break"
        case .hardBreak: "hard-break"
        case .code: "code"
        case .htmlInline: "html"
        case .customInline: "custom"
        case .emphasis: "emphasis"
        case .strong: "strong"
        case .strikethrough: "strikethrough"
        case .link: "link"
        case .image: "image"
        case .footnoteReference: "footnote-reference(\(node.number))"
        case .formula: node.isDisplay ? "formula(display)" : "formula"
        case .templateTag: "template-tag"
        case .removed: "removed"
        }
    }

    private func details(of node: Node, _ headings: [Heading]) -> String {
        switch node.kind {
        case .text, .code, .htmlInline, .htmlBlock, .formula, .templateTag:
            return " " + quoted(node.text)
        case .codeBlock:
            let info = node.destination.isEmpty ? "" : " info=" + quoted(node.destination)
            return info + " " + quoted(node.text)
        case .link, .image:
            let title = node.title.isEmpty ? "" : " title=" + quoted(node.title)
            return " " + quoted(node.destination) + title
        case .heading:
            let index = Int(node.number)
            let id = index < headings.count ? headings[index].id : ""
            let classes = node.destination.isEmpty ? "" : " class=" + string(node.destination)
            return (id.isEmpty ? "" : " id=" + id) + classes
        default: return ""
        }
    }

    private func quoted(_ range: Range<Int>) -> String {
        var out = "\""
        for scalar in string(range).unicodeScalars {
            switch scalar {
            case "\n": out += "\\n"
            case "\t": out += "\\t"
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\u{0}"..<" ", "\u{7F}"..<"\u{A0}":
                out += "\\u{\(String(scalar.value, radix: 16))}"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }
}
