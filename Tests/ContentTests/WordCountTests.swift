import Addresses
import Content
import Markdown
import Testing

struct WordCountTests {
    @Test(arguments: [
        ("", 0), ("用 Swift 6 写博客", 6), ("hello, world", 2), ("don't", 2), ("。，！……——", 0),
        ("ひらがなカタカナー", 9), ("한국어 글", 4), ("中文English中文", 5), ("Café naïve", 2),
        ("cafe\u{301} x", 2), ("x86-64", 2), ("123 456", 2), ("😀👍🏽", 0), ("Привет мир", 2),
        ("が", 1), ("か\u{3099}", 1), ("葛\u{E0100}城", 2), ("𠮷野家", 3), ("ＡＢＣ", 1),
    ])
    func countsCharactersAndRunsOfLetters(text: String, words: Int) {
        #expect(WordCount(of: text).words == words)
    }

    @Test(arguments: [
        (0, 0, 1), (400, 0, 1), (401, 0, 2), (0, 230, 1), (0, 231, 2), (200, 115, 1),
        (200, 116, 2), (4000, 2300, 20),
    ])
    func givesMinutesRoundedUpAndAtLeastOne(han: Int, latin: Int, minutes: Int) {
        let text = String(repeating: "字", count: han) + String(repeating: " word", count: latin)
        #expect(WordCount(of: text).minutes == minutes)
    }

    @Test(arguments: [
        ("# 标题\n\n正文 **bold**ed", 5), ("`inline code` x", 1), ("```\nlet x = 1\n```\n\n字", 1),
        ("    indented code\n\n字", 1), ("a\nb", 2), ("![alt text](a.png) x", 1),
        ("<b>x</b>y", 1), ("a<p>b</p>c", 3), ("a<br>b", 2), ("[链接](https://example.org) x", 3),
    ])
    func countsADocumentWithoutItsCode(text: String, words: Int) {
        let document = Document(
            parsing: Array(text.utf8), file: SourcePath("a.md"), options: .standard)
        #expect(WordCount(of: document).words == words)
    }
}
