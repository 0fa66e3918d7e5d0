import Text

/// The elements of raw HTML around blocks of Markdown whose content is not what a text begins with.
///
/// Some show their content only on demand (`<details>`, `<dialog>`, `<template>`, the attribute
/// `hidden`, `display: none`). Others belong to something else: captions in `<figure>`, `<center>`
/// and `<div align="center">`, the cells of a `<table>`, the links of a `<nav>`. Excerpts and
/// descriptions begin and end outside of them.
package struct AsideElements {
    package enum Kind {
        /// Not shown at first.
        case hidden
        /// Shown, but not running text.
        case caption
    }

    /// Whether elements of the kind ``Kind/caption`` count.
    private let readsCaptions: Bool
    /// The outermost open element.
    private var open: (name: String, kind: Kind)?
    /// How many elements of its name are open.
    private var depth = 0
    /// The kinds of all elements opened so far, whether they count or not.
    package private(set) var found: Set<Kind> = []

    package init(readsCaptions: Bool = true) {
        self.readsCaptions = readsCaptions
    }

    /// The kind of element around the current position; nil in running text.
    package var kind: Kind? { open?.kind }

    /// Reads the tags of a piece of raw HTML. Call it for each piece in document order. O(bytes).
    package mutating func read(_ id: NodeID, in tree: Tree) {
        let bytes = tree.bytes
        let text = tree[id].text
        var scanner = MarkupScanner(bytes, text)
        while let markup = scanner.next() {
            if markup.kind == .comment { continue }
            let name = scanner.name(of: markup)
            let isStart = markup.kind == .startTag
            if let open {
                if open.name == name { depth += isStart ? 1 : -1 }
                if depth == 0 { self.open = nil }
            } else if isStart, let kind = Self.kind(of: name, markup, in: bytes) {
                found.insert(kind)
                if kind == .hidden || readsCaptions {
                    open = (name, kind)
                    depth = 1
                }
            }
            if isStart, RawTextElements.names.contains(name) {
                let rest = scanner.position..<text.upperBound
                scanner.position =
                    RawTextElements.endTag(name, in: bytes, rest) ?? text.upperBound
            }
        }
    }

    private static func kind(
        of name: String, _ markup: MarkupScanner.Markup, in bytes: [UInt8]
    ) -> Kind? {
        switch name {
        case "details", "dialog", "template": return .hidden
        case "center", "figure", "nav", "table": return .caption
        // Blocks that do not end with the paragraph that they begin.
        case "article", "aside", "div", "section": break
        default: return nil
        }
        var kind: Kind?
        var tag = TagReader(bytes, from: markup.name.upperBound, before: markup.range.upperBound)
        while let attribute = tag.next() {
            let value = String(
                decoding: bytes[attribute.value].lazy.filter { $0 > .space }.map(\.lowercased),
                as: UTF8.self)
            switch attribute.name {
            case "hidden": return .hidden
            case "style":
                if value.contains("display:none") { return .hidden }
                if value.contains("text-align:center") { kind = .caption }
            case "align": if value == "center" { kind = .caption }
            default: break
            }
        }
        return kind
    }
}
