import Text

/// `<!-- snippet: check=skip reason="needs a cluster" -->`: attributes of the code block below it,
/// for blocks whose info string cannot have them.
package struct SnippetComment: Sendable, Hashable {
    /// The text after the colon: `check=skip reason="…"`.
    package let text: String
    /// The range of ``text`` in the HTML that was read, in UTF-8 bytes.
    let range: Range<Int>

    /// The attributes, read like those of an info string; `language=go` sets the language.
    package var info: InfoString { InfoString(attributes: text) }

    /// How a piece of HTML that begins with a comment relates to a snippet.
    enum Reading: Hashable {
        case comment(SnippetComment)
        /// A comment that was probably meant for a snippet, and its first word: `snipet`.
        case nearMiss(String)
        case other
    }

    /// The shortest and the longest word that may be a near miss: two letters may be missing or
    /// added.
    private static let shortest = 5
    private static let longest = 9

    /// Reads the text of a raw-HTML node. `snippet:` may be in any case; without a colon, or
    /// misspelled, it is a near miss if attributes follow. O(bytes).
    static func read(_ html: [UInt8]) -> Reading {
        let isSpace: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
        guard let open = html.firstIndex(where: { !isSpace($0) }),
            html[open...].starts(with: "<!--".utf8),
            let start = html[(open + 4)...].firstIndex(where: { !isSpace($0) })
        else { return .other }
        let letters = html[start...].prefix { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
        guard letters.count >= shortest, letters.count <= longest else { return .other }
        let word = String(decoding: letters, as: UTF8.self)
        let rest = html[letters.endIndex...]
        let end = endOfComment(rest, in: html)
        let isNamed = rest.first == UInt8(ascii: ":")
        if isNamed, word.lowercased() == "snippet" {
            var range = letters.endIndex + 1..<end
            while let first = html[range].first, isSpace(first) { range = range.dropFirst() }
            while let last = html[range].last, isSpace(last) { range = range.dropLast() }
            let text = String(decoding: html[range], as: UTF8.self)
            return .comment(SnippetComment(text: text, range: range))
        }
        guard nearestName(to: word, in: ["snippet", "snippets"], within: 2) != nil,
            isNamed || html[rest.startIndex..<end].contains(UInt8(ascii: "="))
        else { return .other }
        return .nearMiss(word)
    }

    private static func endOfComment(_ rest: ArraySlice<UInt8>, in html: [UInt8]) -> Int {
        var i = rest.startIndex
        while i + 2 < html.count {
            if html[i...].starts(with: "-->".utf8) { return i }
            i += 1
        }
        return html.count
    }
}
