import Testing

@testable import Snippets

struct HTMLCheckTests {
    @Test(
        arguments: [
            ("<div>\n  <p>a</p>\n", "0..<5: the element 'div' is not closed"),
            ("<ul><li><i>a</li></ul>\n", "8..<11: the element 'i' is not closed"),
            ("<ul><li><b><i>a</b></li></ul>\n", "11..<14: the element 'i' is not closed"),
            ("<p><b>a</b></b></p>\n", "11..<15: '</b>' closes nothing"),
            ("<div>\n  <p>a</p>\n</div>\n</div>\n", "24..<30: '</div>' closes nothing"),
            ("<SECTION><h2>a</h2>\n<p>b</SECTION>\n<span>", nil),
        ])
    func namesTheOneElementThatIsWrong(_ text: String, _ outcome: String?) {
        #expect(DataExamination.outcome(.html, text) == outcome ?? "shape")
    }

    /// Optional end tags, pieces of pages, templates, text of scripts and lists of tags.
    @Test(
        arguments: [
            "<ul><li>a<li>b</ul>", "<p>a<p>b", "<table><tr><td>a<tr><td>b</table>",
            "<br><img src=x>",
            "<html><body><div><p>a</p>", "<header><a>x</a></header>\n<main>",
            "</div>\n</body>\n</html>",
            "  <b>x</b>\n</div>", "<div><section><span><a>x</a>",
            "<% if a %><div><p>b</p><% end %>",
            "<div>…<p>a</p>", "<div>{% if x %}</div>{% endif %}</div>", "<my-card><p>a</p>",
            "<script>'<div>'</script><p>a</p>", "<svg><path d=''/><g></svg>", "<div/><p>a</p>",
            "<div>\n<span>",
            "{#if a}\n<div class=\"a\">\n{:else}\n<div class=\"b\">\n{/if}\n</div>",
            "<template #item=\"{ a }\"><MyCard :b=\"a < 1\" @c=\"d > 2\" /></template>",
        ])
    func mindsNoPieceOfAPage(_ text: String) {
        #expect(DataExamination.outcome(.html, text).hasPrefix("shape"))
    }

    @Test func mindsNoOpenElements() {
        #expect(DataExamination.outcome(.html, "<p>a<br><li>b</div> a < b") == "shape")
        #expect(DataExamination.outcome(.html, "<a @click=\"x\" :b='y' {{ c }} hidden>") == "shape")
    }

    @Test func namesTheCommentTagOrQuoteThatIsNeverEnded() {
        #expect(DataExamination.outcome(.html, "中<!-- x") == "3..<7: the comment is not closed")
        #expect(DataExamination.outcome(.html, "<div\n<p>") == "0..<4: the tag is not closed")
        #expect(
            DataExamination.outcome(.html, "<a href=\"x>y</a>") == "8..<9: the quote is not closed")
    }
}
