/// The listings between tags: `{% highlight go %}` of Jekyll, `{% codeblock %}` of Hexo, `{{<
/// highlight go >}}` of Hugo, each tag on a line of its own.
///
/// The tags stay text, and the content between them is code, as in those generators.
struct TaggedListings {
    struct Listing {
        /// The name that the tag gives; empty without one.
        let language: [UInt8]
        /// The tag after the code.
        let closing: Range<Int>
    }

    private let lines: SourceLines
    private let bytes: [UInt8]
    /// For each text of a closing tag, a line before which it does not occur, as far as was
    /// searched.
    private var unclosed: [[UInt8]: Int] = [:]

    init(_ lines: SourceLines) {
        self.lines = lines
        bytes = lines.bytes
    }

    /// The listing that a tag begins; nil where it begins no listing. Linear for all tags of a text
    /// if called in order, each tag after the listing before it.
    mutating func listing(
        behind tag: TemplateSyntax, of mark: InlineScanner.Mark, in block: LeafBlock
    ) -> Listing? {
        let isKnown = ["highlight", "codeblock", "code"].contains(tag.name)
        guard !tag.isEnd, isKnown || Self.isLikely(tag), mark.beginsLine, mark.endsLine,
            let close = Self.closing(tag)
        else { return nil }
        let first = lines.line(of: tag.range.lowerBound)
        // A fence that is indented further would not be a fence.
        let start = first == block.lines.lowerBound ? block.start : lines.start(of: first)
        guard tag.range.lowerBound - start <= block.indent + 3 else { return nil }
        if first < unclosed[close] ?? 0 || !isKnown && unclosed.count > Self.mostNames {
            return nil
        }
        var line = first + 1
        defer { unclosed[close] = line }
        while line <= lines.lastLine {
            let range = lines.range(of: line)
            let text = bytes.trimmed(block.prefix(of: range, lines)..<range.upperBound)
            if !block.holds(range, lines) { return nil }
            if isTag(close, text) {
                return Listing(language: language(of: tag), closing: text)
            }
            if text.count >= VerbatimSpan.fence.count,
                bytes[text].starts(with: VerbatimSpan.fence)
            {
                return nil
            }
            // `code-tabs` holds code blocks.
            if !isKnown, bytes[text].starts(with: Self.fence) { return nil }
            line += 1
        }
        return nil
    }

    /// Each name without its end tag is searched for once.
    private static let mostNames = 20

    private static let fence = Array("```".utf8)

    /// Names of shortcodes that sites define for their listings: `{{< code-rust "main" >}}`, `{{<
    /// high go >}}`.
    private static func isLikely(_ tag: TemplateSyntax) -> Bool {
        guard tag.form == .shortcode || tag.form == .markdownShortcode else { return false }
        return tag.name == "high" || tag.name.hasPrefix("code-")
    }

    /// Words after `code-` that describe how the listing is shown.
    private static let noLanguages: Set<Substring> = [
        "block", "example", "file", "group", "sample", "snippet", "tab", "toggle",
    ]

    /// The closing tag without blanks and hyphens: `{%endhighlight%}`, `{{</highlight>}}`.
    private static func closing(_ tag: TemplateSyntax) -> [UInt8]? {
        let name = tag.name.filter { $0 != "-" }
        return switch tag.form {
        case .tag: Array("{%end\(name)%}".utf8)
        case .shortcode: Array("{{</\(name)>}}".utf8)
        case .markdownShortcode: Array("{{%/\(name)%}}".utf8)
        case .output, .attributes, .container: nil
        }
    }

    private func isTag(_ close: [UInt8], _ text: Range<Int>) -> Bool {
        guard text.count >= close.count, text.count < close.count + 16,
            bytes[text.lowerBound] == .openBrace
        else { return false }
        return bytes[text].lazy.filter { !$0.isBlank && $0 != .hyphen }.elementsEqual(close)
    }

    /// `go` of `highlight go linenos` and of `codeblock title lang:go`; never a word that is not a
    /// language.
    private func language(of tag: TemplateSyntax) -> [UInt8] {
        if tag.name.hasPrefix("code-") {
            let name = tag.name.dropFirst(5)
            return Self.noLanguages.contains(name) ? [] : Array(name.utf8)
        }
        let words = bytes[tag.arguments].split(whereSeparator: \.isSpace)
        let isNamed = ["highlight", "high"].contains(tag.name)
        let mark = Array("lang:".utf8)
        guard let word = isNamed ? words.first : words.first(where: { $0.starts(with: mark) })
        else { return [] }
        let name = isNamed ? word.drop { $0 == .quote } : word.dropFirst(mark.count)
        let language = name.last == .quote ? name.dropLast() : name
        let isName = language.allSatisfy {
            $0.isLetter || $0.isDigit || "+#-_.".utf8.contains($0)
        }
        return isName ? Array(language) : []
    }
}
