import Markdown
import Testing

@Suite struct CJKBreakTests {
    private func inline(_ text: String, _ options: MarkdownOptions = .standard) -> String {
        String(html(text, options).dropFirst(3).dropLast(5))
    }

    @Test func dropsABreakBetweenCJKCharacters() {
        #expect(inline("这是\n一行") == "这是一行")
        #expect(inline("これは\nテスト") == "これはテスト")
    }

    @Test func dropsABreakBesideCJKPunctuation() {
        #expect(inline("调用，\nfoo") == "调用，foo")
        #expect(inline("foo\n（见下）") == "foo（见下）")
        #expect(inline("他说，\n`foo`") == "他说，<code>foo</code>")
    }

    @Test(arguments: [
        ("他说\n“你好”\n然后……\n走了", "他说“你好”然后……走了"), ("他说“你好”\n“再见”", "他说“你好”“再见”"),
        ("“hello”\n然后", "“hello”然后"), ("中——\n文", "中——文"), ("然后……”\n“走", "然后……”“走"),
        ("**“你好”**\n“走”", "<strong>“你好”</strong>“走”"), ("他‘说’\n‘走’", "他‘说’‘走’"),
    ])
    func dropsABreakBesideAQuoteOrAnEllipsisOfChinese(_ text: String, _ joined: String) {
        #expect(inline(text) == joined)
    }

    @Test(arguments: [
        "“a”\nb", "a…\n“b”", "走了……\nb", "“你好”\nb", "isn’t\nb", "한국어”\n“단어", "……\n……",
    ])
    func keepsABreakBesideAQuoteOrAnEllipsisOfEnglish(_ text: String) {
        #expect(inline(text).contains("\n"))
    }

    @Test(arguments: [
        "in\n`code`", "hello.\nworld", "调用\n`foo()`", "中文\nword", "word\n中文", "한국어\n단어",
        "中文\n한국어", "笑😀\n😀笑", "`代码`\n中文", "![图](a)\n中文", "<b>中</b>\n<i>文</i>", "a…\nb",
    ])
    func keepsOtherBreaks(_ text: String) {
        #expect(inline(text).contains("\n"))
    }

    @Test func looksIntoEmphasisAndLinks() {
        #expect(
            inline("中\n**文**\n[字](a)\n~~删~~\n去")
                == "中<strong>文</strong><a href=\"a\">字</a><del>删</del>去")
        #expect(inline("中[^1]\n文\n\n[^1]: x").hasPrefix("中<sup"))
        #expect(!inline("中[^1]\n文\n\n[^1]: x").contains("</sup>\n文"))
    }

    @Test func dropsABreakBesideAZeroWidthSpace() {
        #expect(inline("a\u{200B}\nb") == "a\u{200B}b")
    }

    @Test func keepsHardBreaksAndHardBreaksMode() {
        #expect(inline("中  \n文") == "中<br />\n文")
        #expect(inline("中\n文", standard { $0.hardBreaks = true }) == "中<br />\n文")
        #expect(inline("a\nb", standard { $0.hardBreaks = true }) == "a<br />\nb")
        #expect(inline("中\n文", standard { $0.cjkBreaks = false }) == "中\n文")
    }

    @Test func dropsBreaksInItemsNotesAndPlainText() {
        #expect(html("- 中\n  文\n> 引\n> 文").contains("中文"))
        #expect(document("中\n文 a\nb").plainText(of: Tree.root) == "中文 a b")
    }
}
