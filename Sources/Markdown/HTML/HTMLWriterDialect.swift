/// The nodes that are not in CommonMark.
extension HTMLWriter {
    // MARK: Callouts and tables

    mutating func openCallout(_ node: Node) {
        if node.kind == .calloutTitle {
            startLine()
            out.put("<p class=\"callout-title\">")
            return
        }
        let kind = CalloutKind(rawValue: node.level) ?? .note
        startLine()
        out.put("<aside class=\"callout callout-")
        out.append(contentsOf: kind.name.utf8)
        out.put("\" role=\"note\">\n")
        if node.firstChild == Tree.none || tree[node.firstChild].kind != .calloutTitle {
            out.put("<p class=\"callout-title\">")
            out.append(escaping: settings.words.title(of: kind))
            out.put("</p>\n")
        }
    }

    mutating func openTable(_ node: Node) {
        switch node.kind {
        case .table:
            startLine()
            isInTableBody = false
            out.put("<table>\n")
        case .tableRow:
            if node.number == 0 { out.put("<thead>\n") }
            if node.number == 1 {
                isInTableBody = true
                out.put("<tbody>\n")
            }
            out.put("<tr>\n")
        default:
            out.put(tree[node.parent].number == 0 ? "<th" : "<td")
            switch Alignment(rawValue: node.level) ?? .none {
            case .none: break
            case .left: out.put(" align=\"left\"")
            case .center: out.put(" align=\"center\"")
            case .right: out.put(" align=\"right\"")
            }
            out.put(">")
        }
    }

    mutating func closeTable(_ node: Node) {
        switch node.kind {
        case .table:
            if isInTableBody { out.put("</tbody>\n") }
            out.put("</table>\n")
        case .tableRow: out.put(node.number == 0 ? "</tr>\n</thead>\n" : "</tr>\n")
        default: out.put(tree[node.parent].number == 0 ? "</th>\n" : "</td>\n")
        }
    }

    // MARK: Footnotes

    mutating func openFootnote(_ node: Node, _ id: NodeID) {
        switch node.kind {
        case .footnotes:
            startLine()
            out.put("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"")
            out.append(escaping: settings.words.footnotes)
            out.put("\">\n<ol>\n")
        case .footnote:
            out.put("<li id=\"")
            writeFootnoteID("fn-", node.number)
            out.put("\">\n")
            let note = document.footnotes[Int(node.number) - 1]
            footnote = note
            let last = tree.lastChild(of: id)
            footnoteEnd = last != Tree.none && tree[last].kind == .paragraph ? last : Tree.none
        default:
            out.put("<sup class=\"footnote-ref\"><a href=\"#")
            writeFootnoteID("fn-", node.number)
            out.put("\" id=\"")
            writeFootnoteID("fnref-", node.number)
            let occurrence = document.referenceIndex(of: id)
            if occurrence > 0 {
                out.append(.hyphen)
                out.append(number: Int32(occurrence + 1))
            }
            out.put("\" role=\"doc-noteref\">")
            out.append(number: node.number)
            out.put("</a></sup>")
        }
    }

    mutating func closeFootnote(_ node: Node) {
        if node.kind == .footnotes {
            out.put("</ol>\n</section>\n")
            return
        }
        if footnoteEnd == Tree.none {
            startLine()
            out.put("<p>")
            writeBackLinks(behindText: false)
            out.put("</p>\n")
        }
        footnote = nil
        footnoteEnd = Tree.none
        out.put("</li>\n")
    }

    private mutating func writeFootnoteID(_ kind: StaticString, _ number: Int32) {
        out.append(escaping: settings.idPrefix)
        out.put(kind)
        out.append(number: number)
    }

    mutating func writeBackLinks(behindText: Bool) {
        guard let footnote else { return }
        for index in footnote.references.indices {
            if behindText || index > 0 { out.append(.space) }
            out.put("<a class=\"footnote-back\" href=\"#")
            writeFootnoteID("fnref-", Int32(footnote.number))
            if index > 0 {
                out.append(.hyphen)
                out.append(number: Int32(index + 1))
            }
            out.put("\" role=\"doc-backlink\" aria-label=\"")
            out.append(escaping: settings.words.backToText)
            out.put(" ")
            out.append(number: Int32(footnote.number))
            if index > 0 {
                out.append(.hyphen)
                out.append(number: Int32(index + 1))
            }
            out.put("\">↩</a>")
        }
    }
}
