import Testing

@testable import Snippets

struct HTMLCheckTests {
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
