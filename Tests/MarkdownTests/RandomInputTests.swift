import Addresses
import Markdown
import TestSupport
import Testing

/// Texts put together by chance from what the grammars are made of.
@Suite struct RandomInputTests {
    private static let tokens: [[UInt8]] =
        [
            "*", "**", "***", "_", "__", "~~", "~", "`", "```", "~~~", "[", "]", "![", "](", ")",
            "[^1]",
            "[^1]:", "[^a]: ", "[!NOTE]", "[ ] ", "[x] ", "> ", ">", "- ", "+ ", "1. ", "1) ", "# ",
            "###### ", "{#a}", "{.b}", "|", "|-|-|", "|a|b|", ":-:", "---", "===", "\n", "\n",
            "\n\n",
            "\r", "\r\n", "  ", "    ", "\t", "  \n", "\\", "&amp;", "&#xE000;", "\u{E000}", "<",
            "<b>",
            "</b>", "<!-- more -->", "<!- more", "<none>", "http://a.b/_c_", "www.a.b", "a@b.c",
            "a", "b ",
            "中", "文。", "「", "한", "😀", "\u{FE0F}", "\u{200B}", "\u{0}", "\u{FEFF}", "\"", "'",
            "(a b.c)", "$", "$", "$$", "$$\n", "\\(", "\\)", "\\[", "\\]", "{{ a", " }}", "{% b %}",
            "{{< c", " >}}", "{: .d}", ":::e\n", "{% highlight go %}\n", "\n{% endhighlight %}\n",
            ": ", "[a]: /u", "…", "<div>\n", "</div>",
        ].map { Array($0.utf8) } + [[0xFF], [0xE4, 0xB8], [0xEE, 0x80], [0xF0]]

    private func text(_ chance: inout Chance) -> [UInt8] {
        var text: [UInt8] = []
        for _ in 0..<chance.next(60) + 1 { text += Self.tokens[chance.next(Self.tokens.count)] }
        return text
    }

    @Test func neverFailsAndKeepsItsPlacesInTheFile() {
        var chance = Chance(state: 1)
        for round in 0..<3_000 {
            let head = Array("---\na: b\n---\n".utf8)
            let source = head + text(&chance)
            var options = MarkdownOptions.standard
            options.unsafeHTML = round % 3 != 0
            options.smart = round % 5 == 0
            options.hardBreaks = round % 7 == 0
            options.mathematics = round % 2 == 0 ? .on : .auto
            let document = Document(
                parsing: source, from: head.count, file: SourcePath("a.md"), options: options)
            let out = html(of: document)
            #expect(String(validating: out, as: UTF8.self) != nil)
            let places =
                document.links.map { document.place(of: $0.node) }
                + document.codeBlocks.map(\.place)
                + document.diagnostics.compactMap(\.place)
            #expect(
                places.allSatisfy {
                    $0.range.lowerBound >= head.count && $0.range.upperBound <= source.count
                })
            #expect(!document.dump().isEmpty)
            for id in document.tree.nodes.indices where document.tree.nodes[id].kind != .removed {
                let cut = html(of: document, settings { $0.cut = Cut(before: NodeID(id)) })
                if !options.unsafeHTML, id > 0 {
                    #expect(Balance.isBalanced(cut), "round \(round)")
                }
            }
        }
    }

    /// Without what an extension reads, the dialect is CommonMark.
    @Test func readsPlainTextsAsCommonMarkDoes() {
        var chance = Chance(state: 2)
        let plain = standard {
            $0.headingIDs = .none
            $0.repairsHTML = false
        }
        let marks = [
            "|", "~~", "[^", "[!", "[ ]", "[x]", "{", "http", "www", "@", "more", "中", "文", "「",
            "\u{200B}", "한", "$", "\\(", "\\[", ":::",
        ]
        for _ in 0..<3_000 {
            let text = String(decoding: text(&chance), as: UTF8.self)
            guard !marks.contains(where: { text.contains($0) }) else { continue }
            #expect(html(text, plain) == html(text, .commonMark))
        }
    }
}
