import Markdown
import Testing

@Suite struct StrikethroughTests {
    private func inline(_ text: String) -> String {
        String(html(text).dropFirst(3).dropLast(5))
    }

    @Test func strikesOverOtherMarkup() {
        #expect(
            inline("~~a *b* `c` [d](e)~~")
                == "<del>a <em>b</em> <code>c</code> <a href=\"e\">d</a></del>")
        #expect(inline("**~~a~~ b**") == "<strong><del>a</del> b</strong>")
        #expect(inline("[~~a~~](b)") == "<a href=\"b\"><del>a</del></a>")
    }

    @Test func letsThePairThatClosesFirstWin() {
        #expect(inline("~~a **b~~ c**") == "<del>a **b</del> c**")
        #expect(inline("~~a __b~~ c__") == "<del>a __b</del> c__")
        #expect(inline("**a ~~b** c~~") == "<strong>a ~~b</strong> c~~")
        #expect(inline("~~a *b **c~~ d** e*") == "<del>a *b **c</del> d** e*")
    }

    @Test func leavesEscapedTildesAlone() {
        #expect(inline("\\~~a~~") == "~~a~~")
        #expect(inline("~~a\\~~") == "~~a~~")
        #expect(inline("\\~~~a~~") == "~<del>a</del>")
        #expect(inline("`\\~~a~~` \\~~b") == "<code>\\~~a~~</code> ~~b")
    }

    @Test func leavesSingleTildesAlone() {
        #expect(inline("1~2 和 3~4") == "1~2 和 3~4")
        #expect(inline("a ~~~~b~~~~") == "a ~~~~b~~~~")
    }

    @Test func needsAFlankingRun() {
        #expect(inline("~~ a ~~") == "~~ a ~~")
        #expect(inline("这~~“旧”~~的") == "这<del>“旧”</del>的")
    }

    @Test func strikesInHeadingsListsAndQuotes() {
        #expect(
            html("> - ~~a~~") == "<blockquote>\n<ul>\n<li><del>a</del></li>\n</ul>\n</blockquote>\n"
        )
        #expect(html("# ~~a~~") == "<h1 id=\"a\"><del>a</del></h1>\n")
    }
}
