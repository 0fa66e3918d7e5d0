import Markdown
import Testing

@Suite struct CalloutTests {
    @Test func makesCalloutsOfAllFiveKinds() {
        for kind in CalloutKind.allCases {
            let word = kind.name.uppercased()
            #expect(
                html("> [!\(word)]\n> *x*\n") == """
                    <aside class="callout callout-\(kind.name)" role="note">
                    <p class="callout-title">\(MarkdownWords().title(of: kind))</p>
                    <p><em>x</em></p>
                    </aside>

                    """)
        }
    }

    @Test func takesTheRestOfTheLineForTheTitle() {
        #expect(
            html("> [!tip] 先 *量* 再改\n> x\n>\n> - y\n") == """
                <aside class="callout callout-tip" role="note">
                <p class="callout-title">先 <em>量</em> 再改</p>
                <p>x</p>
                <ul>
                <li>y</li>
                </ul>
                </aside>

                """)
    }

    @Test func nestsInListsAndQuotes() {
        let out = html("- > [!NOTE]\n  > a\n\n> > [!WARNING]\n> > b\n")
        #expect(out.contains("<li>\n<aside class=\"callout callout-note\""))
        #expect(out.contains("<blockquote>\n<aside class=\"callout callout-warning\""))
    }

    @Test func standsWithoutText() {
        #expect(html("> [!NOTE]").contains("<p class=\"callout-title\">Note</p>\n</aside>"))
    }

    @Test(arguments: [
        "> [!OTHER]\n> x", "> \\[!NOTE]\n> x", "> x [!NOTE]", "[!NOTE]", "> [!NOTE]x",
    ])
    func leavesOtherQuotesAlone(_ text: String) {
        #expect(!html(text).contains("callout"))
    }

    @Test func takesTitlesFromTheWordsOfTheLanguage() {
        let out = html("> [!NOTE]\n> x", .standard, settings { $0.words.note = "注意" })
        #expect(out.contains("<p class=\"callout-title\">注意</p>"))
    }
}
