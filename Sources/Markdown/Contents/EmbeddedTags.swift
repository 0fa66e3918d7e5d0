import Diagnostics

extension Tree {
    /// The template tags in raw HTML and in addresses: `<img src="{{ site.url }}/a.png">`,
    /// `[a]({{site.url}}/a)`. Comments, scripts and style sheets may hold what they like.
    /// O(nodes + bytes of HTML and addresses).
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

    private func isHidden(_ html: Range<Int>) -> Bool {
        let start = bytes[bytes.trimmed(html)].prefix(7).map(\.lowercased)
        return ["<!--", "<script", "<style"].contains { start.starts(with: $0.utf8) }
    }

    private func tags(
        in range: Range<Int>, of id: NodeID, _ places: inout PlaceFinder
    ) -> [TemplateTag] {
        var tags: [TemplateTag] = []
        var closings = ClosingMarks(before: range.upperBound)
        var i = range.lowerBound
        while let brace = bytes[i..<range.upperBound].firstIndex(of: .openBrace) {
            i = brace + 1
            guard let tag = TemplateSyntax(at: brace, in: bytes, range, &closings),
                tag.form != .attributes
            else { continue }
            tags.append(TemplateTag(name: tag.title, isEnd: tag.isEnd, place: places.place(of: id)))
            i = tag.range.upperBound
        }
        return tags
    }
}
