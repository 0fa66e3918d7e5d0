import Diagnostics
import Text

extension Diagnostic.ID {
    package static let markdownUnknownElement = Diagnostic.ID("markdown/unknown-element")
}

/// Words in angle brackets that a browser takes for unknown elements and does not show: `<none>`,
/// `<pod-name>`, and `<path>` outside of SVG.
///
/// A name with a hyphen may be a custom element, which has attributes or an end.
struct UnknownElements {
    private let tree: Tree
    private var found: [Tag] = []
    /// How often each name is used.
    private var counts: [String: Int] = [:]
    private var ended: Set<String> = []
    /// How many `<svg>` and `<math>` are open.
    private var foreignDepth = 0

    private struct Tag {
        let name: String
        let node: NodeID
        /// In ``Tree/bytes``.
        let range: Range<Int>
        var mayBeCustom = false
        /// Whether browsers take it for a comment.
        var isComment = false
    }

    init(_ tree: Tree) { self.tree = tree }

    /// Reads a node of raw HTML. O(bytes).
    mutating func read(_ node: NodeID) {
        var scanner = MarkupScanner(tree.bytes, tree[node].text)
        while let markup = scanner.next() {
            if markup.kind == .comment {
                if foreignDepth == 0 { readComment(markup, in: node) }
                continue
            }
            let name = scanner.name(of: markup)
            if ForeignElements.names.contains(name) {
                let opens = markup.kind == .startTag && markup.ending != .selfClosing
                foreignDepth = max(0, foreignDepth + (opens ? 1 : markup.kind == .endTag ? -1 : 0))
                continue
            }
            if markup.kind == .startTag, foreignDepth == 0, RawTextElements.names.contains(name) {
                scanner.position =
                    RawTextElements.endTag(
                        name, in: tree.bytes, markup.range.upperBound..<tree[node].text.upperBound)
                    ?? tree[node].text.upperBound
            } else if !HTMLElements.isKnown(name, isForeign: foreignDepth > 0) {
                add(markup, name, of: node)
            }
        }
    }

    /// Reads what browsers take for a comment but its author does not: `<?php … ?>` and, in prose,
    /// `<!DOCTYPE html>`, `<?xml … ?>` and `<![CDATA[ … ]]>`.
    private mutating func readComment(_ markup: MarkupScanner.Markup, in node: NodeID) {
        let text = tree.bytes[markup.range]
        guard markup.ending == .closed, text.count > 3, !text.starts(with: "<!--".utf8) else {
            return
        }
        let isProse = tree[node].kind == .htmlInline
        let isCode = ["<?php", "<?=", "<? "].contains { text.starts(with: $0.utf8) }
        guard isProse || isCode, !isInTemplate(node) else { return }
        let name = String(decoding: text.prefix(24).prefix { !$0.isSpace }, as: UTF8.self)
        let isFirst = counts[name] == nil
        counts[name, default: 0] += 1
        guard isFirst else { return }
        found.append(Tag(name: name, node: node, range: markup.range, isComment: true))
    }

    private mutating func add(_ markup: MarkupScanner.Markup, _ name: String, of node: NodeID) {
        if markup.kind == .endTag, !ended.insert(name).inserted { return }
        let hasHyphen = name.utf8.contains(.hyphen)
        if hasHyphen {
            if markup.kind == .endTag { return }
            // `<my-tag a="b">`: a custom element.
            if tree.bytes[markup.name.upperBound..<markup.range.upperBound].contains(.equals) {
                return
            }
        }
        // `{{<name …>}}` belongs to a template.
        if isInTemplate(node) { return }
        let isFirst = counts[name] == nil
        if isFirst || markup.kind == .startTag { counts[name, default: 0] += 1 }
        guard isFirst else { return }
        found.append(Tag(name: name, node: node, range: markup.range, mayBeCustom: hasHyphen))
    }

    /// Whether `>}}` comes after a tag: the text that follows it begins with `}}`.
    private func isInTemplate(_ node: NodeID) -> Bool {
        let next = tree[node].next
        guard next != Tree.none, tree[next].kind == .text else { return false }
        return tree.bytes[tree[next].text].starts(with: "}}".utf8)
    }

    /// One warning a name, at its first tag, with its count.
    func diagnostics(_ places: inout PlaceFinder, _ lines: SourceLines) -> [Diagnostic] {
        found.filter { !$0.mayBeCustom || !ended.contains($0.name) }.map { tag in
            let place = places.place(of: tag.range, ofHTML: tag.node)
            let inner = tree.bytes[tag.range].dropFirst().prefix { $0 != .greater && !$0.isLineEnd }
            let word = String(decoding: inner, as: UTF8.self)
            if tag.isComment { return warning(ofComment: tag, word, at: place) }
            let count = counts[tag.name] ?? 1
            let times = count == 1 ? "" : " (\(count) times in this text)"
            return .warning(
                .markdownUnknownElement,
                "'<\(word)>' is not shown: browsers know no such element\(times)", at: place,
                explanation: """
                    Text in angle brackets is raw HTML. To show it, write it as code or escape the \
                    bracket.
                    """,
                fixes: [.init("write `<\(word)>` or \\<\(word)>")])
        }
    }

    private func warning(ofComment tag: Tag, _ word: String, at place: Place) -> Diagnostic {
        let count = counts[tag.name] ?? 1
        let times = count == 1 ? "" : " (\(count) times in this text)"
        let isWhole = word.utf8.count + 2 == tag.range.count
        let shown = isWhole ? "<\(word)>" : "<\(word) …"
        return .warning(
            .markdownUnknownElement,
            "'\(shown)' is not shown: browsers take it for a comment\(times)", at: place,
            fixes: [.init("write it as code, or '&lt;' for its '<'")])
    }
}
