import Addresses
import Images
import TestSupport
import Testing

@testable import Markdown

/// Articles by chance: never a crash, the same HTML twice, UTF-8, and places within the file.
struct FuzzTests {
    private static let tokens = [
        "**", "](", "![", "[^1]", "[^1]: ", "> ", "- ", "1. ", "# ", "```", "~~~\n", "|-|-|\n",
        "|a|b|\n",
        "<b>", "</b>", "<!-- more -->", "<!--", "<div>\n", "<pre>", "<h2>", "<script>", "&#8;",
        "&amp;",
        "http://a.b/", "www.a.b", "$$", "\\(", "\\]", "{{ a }}", "{% raw %}",
        "{% highlight go %}\n",
        "{: .a }", ":::", "[!NOTE]", "[x] ", "{#a}", "~~", "｜", "（", "）", "[TOC]\n", "@[toc]",
        "    ",
        "<a id=\"x\">", "<h2>a</h2>",
    ]

    private func options(_ chance: inout Chance) -> MarkdownOptions {
        if chance.next(8) == 0 { return .commonMark }
        var options = MarkdownOptions.standard
        options.smart = chance.next(3) == 0
        options.unsafeHTML = chance.next(3) > 0
        options.hardBreaks = chance.next(4) == 0
        options.mathematics = chance.next(2) == 0 ? .on : .auto
        options.headingIDs = chance.next(3) == 0 ? .hexo : .github
        return options
    }

    @Test func readsArticlesByChance() {
        let corpus = Corpus.files(
            ["content", "docs", "Tests/Fixtures/conformance"], endings: [".md", ".txt"])
        let mutator = Mutator(corpus, tokens: Self.tokens)
        let findings = Fuzzing.findings(.articles, mutator, rounds: 300) { source, chance in
            let options = options(&chance)
            let isHTML = chance.next(4) == 0
            func parse() -> Document {
                Document(
                    parsing: source, file: SourcePath("a.md"), options: options, isHTML: isHTML)
            }
            let document = parse()
            let out = html(of: document)
            if out != html(of: parse()) { return "not the same twice" }
            // A text in HTML reaches the parser as it is, and only where it is UTF-8.
            if String(validating: out, as: UTF8.self) == nil,
                !isHTML || String(validating: source, as: UTF8.self) != nil
            {
                return "no UTF-8"
            }
            var places = document.diagnostics.flatMap { found in
                [found.place].compactMap { $0 } + found.notes.compactMap(\.place)
                    + found.fixes.flatMap { $0.edits.map(\.place) }
            }
            places += document.links.map { document.place(of: $0.node) }
            places += document.templateTags.map(\.place) + document.codeBlocks.map(\.place)
            let bounds = 0..<source.count + 1
            if let place = places.first(where: {
                !bounds.contains($0.range.lowerBound) || !bounds.contains($0.range.upperBound)
            }) {
                return "a place at \(place.range)"
            }
            _ = document.dump()
            _ = ImageHead.size(in: source[...])
            return nil
        }
        #expect(findings == [])
    }
}
