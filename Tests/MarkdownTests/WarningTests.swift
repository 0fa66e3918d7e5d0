import Addresses
import Diagnostics
import Markdown
import Testing

@Suite struct WarningTests {
    @Test func warnsOfADestinationWithASpace() {
        let document = document("看 ![](图 1.png) 和 [a](b c/d.md)")
        #expect(
            document.findings == [
                "markdown/destination-with-space: 图 1.png",
                "markdown/destination-with-space: b c/d.md",
            ])
        #expect(
            document.diagnostics.flatMap(\.fixes).flatMap(\.edits).map(\.replacement) == [
                "<图 1.png>", "<b c/d.md>",
            ])
        #expect(self.findings("[a](see below) [x](<a b.md>) ![](a.png \"t t\")") == [])
    }

    private func findings(_ text: String) -> [String] { document(text).findings }

    @Test func warnsOfUnknownElementsOncePerName() {
        #expect(
            findings("<none> and <None> &amp; *<string>* <my-tag> <b> <!-- x --> <svg>") == [
                "markdown/unknown-element: <none>", "markdown/unknown-element: <string>",
            ])
        #expect(findings("<route>\n\n`<none>` \\<none>") == ["markdown/unknown-element: <route>"])
    }

    @Test func warnsOfAsterisksLeftBesideCJK() {
        #expect(findings("这是 ** 重要 ** 的") == ["markdown/literal-emphasis: **"])
        #expect(findings("x &amp; **未闭合") == ["markdown/literal-emphasis: **"])
        #expect(findings("2 ** 3 `中**文` **中**文") == [])
    }

    @Test(arguments: [
        "** not bold ** at all", "x ** not bold** y", "**open only", "see **this, not closed",
        "* ** item ** text", "the end.** And on", "(**left open", "| a |\n|---|\n| ** b c ** |",
    ])
    func warnsOfAsterisksLeftInEnglishProse(_ text: String) {
        #expect(findings(text) == ["markdown/literal-emphasis: **"])
    }

    @Test func warnsOncePerPairOfAsterisks() {
        #expect(
            findings("** one thing ** and ** two things **").count == 2)
    }

    @Test(arguments: [
        "2 ** 3", "2 ** 10 ** 2", "a ** b ** c", "char** argv, int **", "pass **kwargs on",
        "f(**anything)", "src/**/*.go and **/*.md", "a password: ********", "\\*\\*not bold",
        "&#42;&#42;kept", "**bold** `** x **`", "****", "x** 2",
    ])
    func leavesAsterisksThatAreMeant(_ text: String) {
        #expect(findings(text) == [])
    }

    @Test(arguments: [
        ("a <title> b\n\nc", "<title"), ("x\n\n<style>\na {}\n\nb", "<style"),
        ("<xmp>a</xmp> <XMP>b", "<XMP"), ("> <script>1</script>\n> <script>\n> 2", "<script"),
        ("a <iframe src=\"x\" /> b", "<iframe"), ("a\n\n<!-- b\n\nc", "<!--"),
        ("<div>\n<!-- a --> <textarea> <style></style>\n</div>", "<textarea"),
        ("<title>a</titles>", "<title"), ("<!--> <title>", "<title"),
        ("<textarea>\na </textarea-x>", "<textarea"),
    ])
    func warnsOfHTMLThatTakesInTheRest(_ text: String, _ tag: String) {
        #expect(findings(text) == ["markdown/unclosed-html: \(tag)"])
    }

    @Test func countsTheTagThatIsOpen() {
        let text = "> <script>1</script>\n> <script>\n> 2"
        let document = document(text)
        #expect(document.diagnostics.map { $0.place?.range.lowerBound } == [23])
    }

    @Test(arguments: [
        "<title>a</title>", "<style>\n\na {}\n</style>\n\nb", "<!-- a --> b", "`<title>`",
        "<iframe src=\"x\"></iframe>", "<svg><title/><style/></svg>", "<div> <b> open",
        "<title>a</TITLE >", "<!-- a --!> b", "<!-->", "<!-- <title> -->",
        "<script>'<style>'</script>",
        "a <xmp>*b*</xmp> c",
    ])
    func leavesHTMLThatEnds(_ text: String) {
        #expect(findings(text) == [])
    }

    @Test func warnsOfUnclosedFences() {
        #expect(findings("```go\nx") == ["markdown/unclosed-fence: ```go"])
        #expect(
            findings("> ~~~\n> x\n\ny\n\n- ```\n  x\n\n```\n```") == [
                "markdown/unclosed-fence: ~~~", "markdown/unclosed-fence: ```",
            ])
        #expect(findings("```\n```\n\n    ```\n    x\n\n- ```\n  x\n  ```\n") == [])
    }

    @Test func countsTheFrontMatterToPlaces() {
        let source = "---\ntitle: x\n---\n<none> ![](图 1.png)\n"
        let document = Document(
            parsing: Array(source.utf8), from: 17, file: SourcePath("a.md"), options: .standard)
        #expect(
            document.findings == [
                "markdown/unknown-element: <none>", "markdown/destination-with-space: 图 1.png",
            ])
    }

    @Test func warnsOfNothingInPlainCommonMark() {
        #expect(document("<none> ** 中 ** ![](图 1.png)", .commonMark).diagnostics == [])
    }

    @Test func reportsBytesThatAreNotUTF8() {
        for bytes in [[0x61, 0xFF, 0x62], [0xE4, 0xB8], [0xC0, 0x80], [0xED, 0xA0, 0x80]]
            as [[UInt8]]
        {
            let document = Document(
                parsing: bytes, file: SourcePath("a.md"), options: .standard)
            #expect(document.diagnostics.map(\.id) == [.markdownInvalidUTF8])
            #expect(String(validating: html(of: document), as: UTF8.self) != nil)
        }
    }
}
