import Testing

@testable import Snippets

struct XMLCheckTests {
    @Test func takesDocumentsAndParts() {
        #expect(
            DataExamination.outcome(.xml, "<?xml version=\"1.0\"?><a b='1'>&lt;<!-- x --><c/></a>")
                == "parse")
        #expect(DataExamination.outcome(.xml, "<a/>text<b></b>") == "parse")
        #expect(DataExamination.outcome(.xml, "</a>\n") == "parse")
    }

    @Test func takesElisionsInTagsAndText() {
        #expect(
            DataExamination.outcome(.xml, "<a\n  ...\n  b=\"1\"\n  ... />") == "parse, 2 elisions")
        #expect(DataExamination.outcome(.xml, "<a>\n  ...\n</a>") == "parse, 1 elisions")
        #expect(DataExamination.outcome(.xml, "<a>\n  <b/>\n  ...") == "parse, 1 elisions")
        #expect(DataExamination.outcome(.xml, "<a>加载中...</a>") == "parse")
    }

    @Test func pointsBehindChineseText() {
        #expect(
            DataExamination.outcome(.xml, "<a>中<b></a>")
                == "9..<13: '</a>' is where '<b>' has to be closed")
        #expect(DataExamination.outcome(.xml, "<a>中 & b</a>") == "7..<8: '&' begins no entity")
        #expect(
            DataExamination.outcome(.xml, "<中 b=“1”/>") == "7..<10: '“' is where XML has '\"'")
    }

    @Test func namesWhatIsNeverClosed() {
        #expect(DataExamination.outcome(.xml, "<a>\n<b>x") == "4..<6: '<b>' is never closed")
        #expect(
            DataExamination.outcome(.xml, "<a b=\"x>\n<c d=\"y\"/>")
                == "5..<6: the quote is not closed")
        #expect(DataExamination.outcome(.xml, "x <!-- y") == "2..<6: the comment is not closed")
    }

    @Test func leavesTemplatesUndecided() {
        #expect(
            DataExamination.outcome(.xml, "<a\n<#if x>\nb=\"1\"\n</#if>\nc=\"2\"></a>") == "shape")
        #expect(
            DataExamination.outcome(.xml, "<a>{% if x %}<b>{% endif %}</a>")
                == "undecided: a template, not XML as it is")
    }

    @Test func takesAnyBytes() {
        for seed in 0..<300 {
            _ = LanguageCheck.xml.examine(
                DataExamination.dataText(DataExamination.randomBytes(seed), "xml"))
            _ = LanguageCheck.html.examine(
                DataExamination.dataText(DataExamination.randomBytes(seed), "html"))
        }
    }
}
