import Markdown
import Testing

/// The marks that the dialect writes into a source never touch what its author wrote.
@Suite struct PrivateUseTests {
    @Test func keepsPrivateUseCharactersOfTheSource() {
        #expect(html("\u{E000}**真。**她\u{E000}") == "<p>\u{E000}<strong>真。</strong>她\u{E000}</p>\n")
        #expect(
            html("`&#xE000;` **真。**她 `&#57344;`")
                == "<p><code>&amp;#xE000;</code> <strong>真。</strong>她 <code>&amp;#57344;</code></p>\n"
        )
        #expect(
            html("&#xe010; **真。**她 \u{E000}") == "<p>\u{E010} <strong>真。</strong>她 \u{E000}</p>\n")
    }

    @Test func leavesNoMarkInCodeAddressesTitlesOrHTML() {
        #expect(
            html(
                "`真**。**她` [a](/真**。**她 \"真**。**她\") <b title=\"真**。**她\"></b>\n\n```真**。**她\n真**。**她\n```\n\n<div 真**。**她></div>"
            )
                == """
                <p><code>真**。**她</code> <a href="/%E7%9C%9F**%E3%80%82**%E5%A5%B9" title="真**。**她">a</a> \
                <b title="真**。**她"></b></p>
                <pre><code class="language-真**。**她">真**。**她
                </code></pre>
                <div 真**。**她></div>

                """)
    }

    @Test func stillReadsASourceThatTakesEveryPrivateUseCharacter() {
        let all = String(
            String.UnicodeScalarView((0xE000...0xF8FF).compactMap(Unicode.Scalar.init)))
        #expect(
            html("**a** 真**。**她\n\n" + all) == "<p><strong>a</strong> 真**。**她</p>\n<p>\(all)</p>\n")
    }

    @Test func amendsOnlyRunsOfTwoOrMore() {
        #expect(html("*真。*她") == "<p>*真。*她</p>\n")
        #expect(html("中\\**文**") == "<p>中*<em>文</em>*</p>\n")
        #expect(html("***真。***她") == "<p><em><strong>真。</strong></em>她</p>\n")
    }

    @Test func amendsEmphasisInAllContainers() {
        let strong = "<strong>真。</strong>她"
        #expect(
            html("> - **真。**她") == "<blockquote>\n<ul>\n<li>\(strong)</li>\n</ul>\n</blockquote>\n")
        #expect(html("# **真。**她") == "<h1 id=\"真她\">\(strong)</h1>\n")
    }
}
