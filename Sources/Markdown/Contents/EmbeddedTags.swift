import Diagnostics

extension Tree {
    /// The template tags in raw HTML and in addresses: `<img src="{{ site.url }}/a.png">`,
    /// `[a]({{site.url}}/a)`. Skips comments, scripts, style sheets and code. O(nodes + bytes of
    /// HTML and addresses).
    func embeddedTags(_ places: inout PlaceFinder) -> [TemplateTag] {
        var tags: [TemplateTag] = []
        var id = Tree.root
        while id != Tree.none {
            switch self[id].kind {
            case .htmlBlock, .htmlInline:
                if !isHidden(self[id].text) {
                    tags += self.tags(in: self[id].text, of: id, &places)
                }
            case .link, .image: tags += self.tags(in: self[id].destination, of: id, &places)
            default: break
            }
            id = successor(id)
        }
        return tags
    }

    /// The offsets in the file of template tags inside `<code>` and similar inline HTML. O(nodes).
    func tagsInCode(_ places: inout PlaceFinder) -> Set<Int> {
        var starts: Set<Int> = []
        var code: String?
        var id = Tree.root
        while id != Tree.none {
            let node = self[id]
            if node.kind.isLeafBlock { code = nil }
            switch node.kind {
            case .htmlInline:
                guard let name = RawHTML.elementName(at: node.text, in: bytes) else { break }
                let isEnd = bytes[node.text].dropFirst().first == .slash
                if isEnd ? code == name : code == nil && Self.codeElements.contains(name) {
                    code = isEnd ? nil : name
                }
            case .templateTag where code != nil: starts.insert(places.range(of: id).lowerBound)
            default: break
            }
            id = successor(id)
        }
        return starts
    }

    /// Elements whose text is code.
    private static let codeElements: Set<String> = [
        "code", "kbd", "pre", "samp", "script", "style",
    ]

    private func isHidden(_ html: Range<Int>) -> Bool {
        let start = bytes[bytes.trimmed(html)].prefix(7).map(\.lowercased)
        return ["<!--", "<script", "<style"].contains { start.starts(with: $0.utf8) }
    }

    private func tags(
        in range: Range<Int>, of id: NodeID, _ places: inout PlaceFinder
    ) -> [TemplateTag] {
        guard bytes[range].contains(.openBrace) else { return [] }
        var tags: [TemplateTag] = []
        var closings = ClosingMarks(before: range.upperBound)
        /// The open element that holds code.
        var code: String?
        var i = range.lowerBound
        while let mark = bytes[i..<range.upperBound].firstIndex(where: {
            $0 == .openBrace || $0 == .less
        }) {
            i = mark + 1
            if bytes[mark] == .less {
                guard let name = RawHTML.elementName(at: mark..<range.upperBound, in: bytes)
                else { continue }
                let isEnd = bytes[i] == .slash
                if isEnd ? code == name : code == nil && Self.codeElements.contains(name) {
                    code = isEnd ? nil : name
                }
                continue
            }
            guard code == nil, let tag = TemplateSyntax(at: mark, in: bytes, range, &closings),
                tag.form != .attributes
            else { continue }
            tags.append(TemplateTag(name: tag.title, isEnd: tag.isEnd, place: places.place(of: id)))
            i = tag.range.upperBound
        }
        return tags
    }
}
