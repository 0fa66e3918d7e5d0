/// Finds the tags of other generators' template languages: Liquid's and Go's `{% … %}` and `{{ …
/// }}`.
enum TemplateText {
    /// Whether a file is a template: it begins with front matter, or contains a tag. O(bytes).
    static func isTemplate(_ bytes: ArraySlice<UInt8>) -> Bool {
        let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let text = isMarked ? bytes.dropFirst(3) : bytes
        if text.starts(with: "---\n".utf8) || text.starts(with: "---\r\n".utf8) { return true }
        return text.contains(tag: UInt8(ascii: "%")) || text.contains(tag: UInt8(ascii: "{"))
    }

    /// Extensions of text files that other generators render, and galley copies.
    static let endings: Set<String> = [
        "css", "scss", "sass", "less", "js", "svg", "html", "htm", "xml", "rss", "atom", "json",
        "webmanifest", "txt",
    ]

    /// Whether a copied file certainly is a template: it begins with front matter, or has tags that
    /// its language does not have. Scripts and HTML have their own `{{ }}`. O(bytes).
    ///
    /// - Parameter bytes: the beginning of the file.
    static func isUnrendered(_ bytes: ArraySlice<UInt8>, ending: String) -> Bool {
        let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let text = isMarked ? bytes.dropFirst(3) : bytes
        if beginsWithFrontMatter(text) { return true }
        switch ending {
        case "js", "html", "htm": return false
        case "css", "scss", "sass", "less", "xml", "rss", "atom", "svg":
            return text.hasWhole(tag: UInt8(ascii: "%")) || text.hasWhole(tag: UInt8(ascii: "{"))
        default: return text.hasWhole(tag: UInt8(ascii: "%"))
        }
    }

    /// `---`, lines, `---`; a single line of dashes is not front matter.
    private static func beginsWithFrontMatter(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.starts(with: "---\n".utf8) || text.starts(with: "---\r\n".utf8) else {
            return false
        }
        return text.dropFirst(3).firstRange(of: Array("\n---".utf8)) != nil
    }

    /// The kind of a page without a text of its own; nil: it has one. O(bytes).
    static func stub(_ body: ArraySlice<UInt8>) -> Page.Stub? {
        if isBlank(body) { return .empty }
        guard body.contains(tag: UInt8(ascii: "%")) else { return nil }
        return hasLoop(body) || isMarkupAlone(body) ? .template : nil
    }

    /// Whether it holds only white space and comments.
    private static func isBlank(_ body: ArraySlice<UInt8>) -> Bool {
        var rest = body.drop { $0 <= 0x20 }
        while rest.starts(with: "<!--".utf8) {
            rest = rest.after("-->", from: rest.startIndex + 4).drop { $0 <= 0x20 }
        }
        return rest.isEmpty
    }

    /// Whether it has a tag that begins with `for`: `{%- for post in site.posts -%}`.
    private static func hasLoop(_ body: ArraySlice<UInt8>) -> Bool {
        var rest = body
        while let tag = rest.index(ofTag: UInt8(ascii: "%")) {
            let word = rest[(tag + 2)...].drop { $0 <= 0x20 || $0 == UInt8(ascii: "-") }
            if word.starts(with: "for ".utf8) { return true }
            rest = rest[(tag + 2)...]
        }
        return false
    }

    /// Whether it holds only tags of templates and of HTML: `<div>{% include posts.html %}</div>`.
    private static func isMarkupAlone(_ body: ArraySlice<UInt8>) -> Bool {
        var rest = body.drop { $0 <= 0x20 }
        while let first = rest.first {
            if first == UInt8(ascii: "<") {
                rest = rest.after(">", from: rest.startIndex)
            } else if rest.starts(with: "{%".utf8) {
                rest = rest.after("%}", from: rest.startIndex)
            } else if rest.starts(with: "{{".utf8) {
                rest = rest.after("}}", from: rest.startIndex)
            } else {
                return false
            }
            rest = rest.drop { $0 <= 0x20 }
        }
        return true
    }
}

extension ArraySlice<UInt8> {
    /// Whether it contains `{` followed by `second`.
    fileprivate func contains(tag second: UInt8) -> Bool { index(ofTag: second) != nil }

    private static var longestTag: Int { 200 }

    /// Whether a short tag begins and ends on one line: `{% if x %}`, `{{ x }}`. O(bytes).
    fileprivate func hasWhole(tag second: UInt8) -> Bool {
        let end = second == UInt8(ascii: "%") ? "%}" : "}}"
        var rest = self
        while let start = rest.index(ofTag: second) {
            let line = rest[(start + 2)...].prefix(Self.longestTag).prefix { $0 != 0x0A }
            if line.firstRange(of: Array(end.utf8)) != nil { return true }
            rest = rest[(start + 2)...]
        }
        return false
    }

    fileprivate func index(ofTag second: UInt8) -> Int? {
        var rest = self
        while let brace = rest.firstIndex(of: UInt8(ascii: "{")) {
            rest = rest[(brace + 1)...]
            if rest.first == second { return brace }
        }
        return nil
    }

    /// The text after the next `end`; empty without one.
    fileprivate func after(_ end: StaticString, from start: Int) -> ArraySlice<UInt8> {
        end.withUTF8Buffer { end in
            var i = start
            while i + end.count <= endIndex {
                if self[i..<(i + end.count)].elementsEqual(end) { return self[(i + end.count)...] }
                i += 1
            }
            return self[endIndex...]
        }
    }
}
