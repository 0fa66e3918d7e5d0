import Text

extension Document {
    /// The text that a reader sees of a raw-HTML node: the text between its tags, in UTF-8, with a
    /// line break where an element separates words. Empty for a lone tag and where raw HTML is
    /// dropped.
    ///
    /// `<p>a<b>b</b></p><p>c</p>` gives `ab` and `c`. O(bytes).
    ///
    /// - Parameter listings: whether the content of `<pre>` counts.
    package func words(ofHTML id: NodeID, listings: Bool) -> [UInt8] {
        let html = tree[id].text
        let isTag = tree[id].kind == .htmlInline && !tree.isSource
        guard options.unsafeHTML, !isTag, html.count > 2 else { return [] }
        let bytes = tree.bytes
        var out: [UInt8] = []
        var reached = html.lowerBound
        var scanner = MarkupScanner(bytes, html)
        while let markup = scanner.next() {
            out += RawHTML.decoded(bytes[reached..<markup.range.lowerBound])
            if markup.kind != .comment {
                let name = scanner.name(of: markup)
                if !Self.phrasing.contains(name) { out.append(.lineFeed) }
                let isHidden = Self.withoutWords.contains(name) || name == "pre" && !listings
                if markup.kind == .startTag, isHidden {
                    let rest = scanner.position..<html.upperBound
                    scanner.position =
                        RawTextElements.endTag(name, in: bytes, rest) ?? html.upperBound
                }
            }
            reached = scanner.position
        }
        out += RawHTML.decoded(bytes[reached..<html.upperBound])
        return out.contains { $0 > 0x20 } ? out : []
    }

    /// Elements that may occur inside a word.
    private static let phrasing: Set<String> = [
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "font", "i", "ins",
        "kbd",
        "mark", "q", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "tt", "u", "var",
        "wbr",
    ]

    private static let withoutWords: Set<String> = [
        "iframe", "math", "noscript", "object", "script", "select", "style", "svg", "template",
        "textarea", "title",
    ]
}
