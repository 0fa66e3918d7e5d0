import Text

extension Tree {
    /// Whether a reader sees anything between a node and `end`, the node at `end` excluded.
    ///
    /// Text and code, a picture and a table are visible; a thematic break, empty containers and
    /// comments are not. `Tree.none` as `end` is the end of the document. O(nodes between).
    package func showsAnything(from start: NodeID, upTo end: NodeID) -> Bool {
        var id = start
        while id != Tree.none, id != end {
            switch self[id].kind {
            case .text, .code, .codeBlock:
                if bytes[self[id].text].contains(where: { $0 > 0x20 }) { return true }
            case .image: return true
            case .htmlBlock, .htmlInline:
                if showsAnything(of: self[id].text) { return true }
            case .footnotes:
                id = following(id)
                continue
            default: break
            }
            id = successor(id)
        }
        return false
    }

    /// Whether a piece of raw HTML has text outside its tags, or an element that is visible without
    /// text.
    private func showsAnything(of html: Range<Int>) -> Bool {
        var scanner = MarkupScanner(bytes, html)
        var reached = html.lowerBound
        while let markup = scanner.next() {
            if bytes[reached..<markup.range.lowerBound].contains(where: { $0 > 0x20 }) {
                return true
            }
            if markup.kind == .startTag {
                let name = scanner.name(of: markup)
                if Self.seenByThemselves.contains(name) { return true }
                if Self.hidden.contains(name) {
                    let rest = scanner.position..<html.upperBound
                    scanner.position =
                        RawTextElements.endTag(name, in: bytes, rest) ?? html.upperBound
                }
            }
            reached = scanner.position
        }
        return bytes[reached..<html.upperBound].contains { $0 > 0x20 }
    }

    private static let seenByThemselves: Set<String> = [
        "audio", "button", "canvas", "embed", "iframe", "img", "input", "math", "meter", "object",
        "picture", "progress", "select", "svg", "textarea", "video",
    ]

    private static let hidden: Set<String> = ["script", "style", "template", "title"]
}
