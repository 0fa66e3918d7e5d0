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

    @Test func countsUnknownElements() {
        let messages = document("<pod-name> `<x>` <Pod-Name>\n\n<pod-name> <none></none>")
            .diagnostics
        #expect(
            messages.map(\.summary) == [
                "'<pod-name>' is not shown: browsers know no such element (3 times in this text)",
                "'<none>' is not shown: browsers know no such element",
            ])
    }

    @Test(arguments: [
        ("```\na", "takes in all that follows"), ("- ```\n  a\n\n文", "ends with its list item"),
        ("> ```\n> a\n\n文", "ends with its quote"),
        ("a[^1]\n\n[^1]: ```\n    b\n\n文", "ends with its footnote"),
    ])
    func saysWhereAnUnclosedCodeBlockEnds(_ text: String, _ end: String) {
        let messages = document(text).diagnostics.map(\.summary)
        #expect(messages == ["the code block is not closed, and \(end)"])
    }

    @Test(arguments: [
        ("先写 <!DOCTYPE html> 再写", "'<!DOCTYPE html>' is not shown"),
        ("use <?php echo 1; ?> here", "'<?php echo 1; ?>' is not shown"),
        ("a <![CDATA[ b ]]> c", "'<![CDATA[ b ]]>' is not shown"),
        ("<?php\necho 1;\n?>\n\ntext", "'<?php …' is not shown"),
        ("a <?xml version=\"1.0\"?> b <?xml x?>", "(2 times in this text)"),
    ])
    func warnsOfDeclarationsThatVanish(_ text: String, _ message: String) {
        let found = document(text).diagnostics
        #expect(found.map(\.id) == [.markdownUnknownElement])
        #expect(found[0].summary.contains(message), "\(found[0].summary)")
    }

    @Test(arguments: [
        "<!-- a --> b <!-- c -->", "<?xml version=\"1.0\"?>\n<svg></svg>", "<!DOCTYPE html>\n",
        "`<?php ?>` \\<!DOCTYPE html>", "<svg><![CDATA[ a ]]></svg>",
    ])
    func leavesCommentsAndDeclarationsOfBlocks(_ text: String) {
        #expect(findings(text) == [])
    }

    @Test(arguments: [
        ("<?php\n\necho 1;", "'<?php' has no end", "end it with '?>'"),
        ("<![CDATA[ a", "'<![CDATA[' has no end", "end it with ']]>'"),
        ("<!X a", "'<!X' has no end", "write '&lt;'"),
        ("<div>\na </ x\n", "'</' has no end", "write '&lt;'"),
        ("<!-- a\n", "the comment is not closed", "end it with '-->'"),
    ])
    func saysWhatAnOpenDeclarationNeeds(_ text: String, _ message: String, _ fix: String) {
        let found = document(text).diagnostics.filter { $0.place?.range.isEmpty == false }
        let hint = found.first { $0.summary.hasPrefix(message) }?.fixes.map(\.text) ?? []
        #expect(hint.contains { $0.hasPrefix(fix) }, "\(found.map(\.summary))")
    }

    @Test(arguments: [
        ("＃ 标题", "# "), ("＃＃ 标题", "## "), ("＃＃标题", "## "), ("＃　标题", "# "), ("文\n＃ 标题", "# "),
    ])
    func warnsOfHeadingsWithSignsOfFullWidth(_ text: String, _ mend: String) {
        let found = document(text).diagnostics
        #expect(found.map(\.id) == [.markdownLiteralHeading])
        #expect(found.flatMap(\.fixes).flatMap(\.edits).map(\.replacement) == [mend])
    }

    @Test(arguments: [
        "＃话题", "＃话题＃ 文", "＃ 甲 ＃ 乙", "文 ＃ 5", "＃", "＃ ", "＃＃＃＃＃＃＃ 七", "| ＃ | a |\n|---|---|",
    ])
    func leavesOtherSignsOfFullWidth(_ text: String) {
        #expect(findings(text) == [])
    }

    @Test(arguments: [
        ("a[^ n]\n\n[^n]: text", "[^n]"), ("a[^n ]\n\n[^n]: text", "[^n]"),
        ("a[^ 1 ]\n\n[^1]: text", "[^1]"), ("a[^my note]\n\n[^my-note]: text", "[^my-note]"),
    ])
    func warnsOfAReferenceWithABlank(_ text: String, _ mend: String) {
        let found = document(text).diagnostics.filter { $0.id == .markdownLiteralFootnote }
        #expect(
            found.map { $0.fixes.map(\.text) } == [
                ["write '\(mend)', here and where it is referred to"]
            ])
    }

    @Test(arguments: ["a[^ b]\n\n[^c]: x\n\n[^c]", "regex [^ a] and [^,; ]"])
    func leavesOtherBracketsWithABlank(_ text: String) {
        #expect(!findings(text).contains { $0.hasPrefix("markdown/literal-footnote") })
    }

    @Test func warnsOfUnknownElementsOncePerName() {
        #expect(
            findings(
                "<none> and <None> &amp; *<string>* <my-tag x=\"1\"> <b></b> <!-- x --> <svg></svg>"
            )
                == [
                    "markdown/unknown-element: <none>", "markdown/unknown-element: <string>",
                ])
        #expect(findings("<route>\n\n`<none>` \\<none>") == ["markdown/unknown-element: <route>"])
    }

    @Test(arguments: [
        ("kubectl logs <pod-name> 查看", "<pod-name>"), ("cd <path> x", "<path>"),
        ("<div>\n<p>a <your-name></p>\n</div>", "<your-name>"), ("/home/<text>/x", "<text>"),
        ("- a\n  <div>\n  <none>\n  </div>", "<none>"),
    ])
    func warnsOfNamesThatVanish(_ text: String, _ tag: String) {
        #expect(findings(text) == ["markdown/unknown-element: \(tag)"])
    }

    @Test(arguments: [
        "<my-widget></my-widget>", "<my-widget id=\"x\">",
        "<svg><path d=\"\"/><g><text>x</text></g></svg>",
        "<math><mi>x</mi></math>", "{{<music loop>}}", "<script>a<none></script>", "`<pod-name>`",
    ])
    func leavesCustomElementsAndThoseOfSVG(_ text: String) {
        #expect(findings(text) == [])
    }

    @Test(arguments: [
        ("##安装\n\n正文", "##"), ("#前言", "#"), ("###Meeting notes", "###"), ("文\n##标题\n文", "##"),
        ("> ##5.dump", "##"), ("#Getting started", "#"), ("##`go` 用法\n", ""),
        ("##【重点】", "##"), ("##《书》", "##"), ("##“引”", "##"), ("##**粗**", "##"),
        ("text  \n##标题", "##"), ("text\\\n###*标题* 二", "###"), ("#【重点】", ""), ("#*粗*", ""),
        ("#include <stdio.h>", ""), ("#define X 1", ""), ("#pragma once", ""),
        ("#import \"a.h\"", ""), ("#ifdef X", ""), ("#endif // 完", ""), ("#if os(Linux)", ""),
        ("#available(iOS 15, *)", ""), ("#import导入 包", "#"),
        ("#Overview\n\ntext", "#"), ("#Overview\ntext", "#"), ("#前言\n正文。", "#"),
        ("##标题##", "##"), ("##标题 ##", "##"), ("##C#语法", "##"), ("##1", "##"),
        ("#总结#\n\n正文", "#"), ("#1.安装\n\n正文", "#"), ("#2、配置\n\n- a", "#"),
    ])
    func warnsOfAHeadingWithoutASpace(_ text: String, _ marks: String) {
        #expect(findings(text) == (marks.isEmpty ? [] : ["markdown/literal-heading: \(marks)"]))
    }

    @Test(arguments: ["[^a b](https://e.example)", "[^a b]", "[a b]: /u\n\n[a b]"])
    func takesNoLinkForAFootnote(_ text: String) {
        #expect(findings(text) == [])
    }

    @Test func mendsAHeadingWithASpace() {
        let edits = document("##安装").diagnostics.flatMap(\.fixes).flatMap(\.edits)
        #expect(edits.map(\.replacement) == [" "])
        #expect(edits.map(\.place.range) == [2..<2])
    }

    @Test(arguments: [
        "#1 is fixed", "#golang", "#Go #Rust", "#话题#", "\\##安装", "#include <b></b>",
        "- #room:matrix.org (join)",
        "#golang #k8s\n\ntext", "#golang\n\ntext", "#Swift", "#Swift\n\n#Vapor", "text\n#Swift",
        "#123\n\ntext", "#Facade\n\n", "#Decade\n\ntext", "#安装依赖\nnpm i\n#test", "> #Swift\n\ntext",
        "#1 is fixed\n\ntext", "#1.5 is out\n\ntext", "#话题#二\n\ntext", "##1\n2", "#今天很好。\n真的",
        "#!/bin/sh x", "##0.00", "a ##安装", "#######七", "`##安装`", "## 安装", "#{x} y", "#fff",
    ])
    func leavesTagsAndNumbersAlone(_ text: String) {
        #expect(findings(text) == [])
    }

    @Test(arguments: ["[TOC]", "a\n\n[toc]\n\n# b", "[[toc]]", "> [Toc]"])
    func warnsOfAMarkerForContents(_ text: String) {
        #expect(findings(text).count == 1)
        #expect(document(text).diagnostics.first?.id == .markdownLiteralContents)
    }

    @Test(arguments: ["\\[TOC]", "see [TOC] here", "`[TOC]`", "[TOC][x]\n\n[x]: /u", "[toc] 见"])
    func leavesOtherBracketsAlone(_ text: String) {
        #expect(findings(text) == [])
    }

    @Test(arguments: [
        ("a[^my note]\n\n[^my note]: the text of it\n", "my note"),
        ("a[^the url]\n\n[^the url]: https://a.b\n", "the url"),
        ("[^a b]: c d", "a b"), ("[^a b]: text", "a b"), ("文\n\n[^我的 注]: 内容\n", "我的 注"),
    ])
    func warnsOfAFootnotesLabelWithABlank(_ text: String, _ label: String) {
        #expect(findings(text) == ["markdown/literal-footnote: \(label)"])
    }

    @Test(arguments: [
        ("*注意：*见下", "*"), ("__重要：__见下", "__"), ("_斜体_中文", "_"), ("只有*“引用”*的", "*"),
        ("*注意 `x`：*见", "*"), ("- _说明：_见", "_"), ("这__很__重要", "__"),
    ])
    func warnsOfPairsLeftBesideChinese(_ text: String, _ mark: String) {
        #expect(findings(text) == ["markdown/literal-emphasis: \(mark)"])
    }

    @Test(arguments: [
        "java.*或javax.*", "通配符*、?和*。", "变量_name_的值", "`__init__`方法和__init__方法", "\\*注意：\\*见下",
        "5*3*2 个", "count(*)，和*，", "[标题_作者的博客_网站](/x)", "*注意*：见下", "指向*T的指针和*U", "a_b_c 与 d_e_f",
        "*.go和*.md文件",
    ])
    func leavesSignsThatAreNoPairs(_ text: String) {
        #expect(findings(text) == [])
    }

    @Test(arguments: [
        ("![a](https://e.example/x y.png)", "https://e.example/x y.png"),
        ("![a](x y.png \"t\")", "x y.png"), ("[甲](../图 片.md '题')", "../图 片.md"),
        ("![a](/a (1).png)", "/a (1).png"), ("[a](https://e.example/x y)", "https://e.example/x y"),
        ("![a](/*b c*.png)", "/*b c*.png"),
    ])
    func warnsOfAnAddressWithASpace(_ text: String, _ address: String) {
        #expect(findings(text) == ["markdown/destination-with-space: \(address)"])
        let edits = document(text).diagnostics.flatMap(\.fixes).flatMap(\.edits)
        #expect(edits.map(\.replacement) == ["<\(address)>"])
    }

    @Test(arguments: [
        "a[1](see below)", "`[a](x y.md)`", "[a]({{ x }}/y.md)", "(x y.md)", "[a](x \"y.md\" z)",
        "[a]([b c](https://e.example/))",
    ])
    func takesNoAsideForAnAddress(_ text: String) {
        #expect(findings(text) == [])
    }

    @Test(arguments: [
        ("| 甲 | 乙 |\n｜---｜---｜", 3), ("甲 ｜ 乙\n---｜---\n1 ｜ 2", 3),
        ("| 甲 ｜ 乙 |\n|---|---|\n| 1 | 2 |", 1),
        ("> | 甲 | 乙 |\n> ｜:--｜--:｜\n> | 1 | 2 |", 3),
    ])
    func warnsOfPipesOfFullWidth(_ text: String, _ count: Int) {
        let warnings = document(text).diagnostics
        #expect(warnings.map(\.summary) == ["this is no table: its pipes are of full width"])
        #expect(warnings.flatMap(\.fixes).flatMap(\.edits).count == count)
    }

    @Test(arguments: ["甲 ｜ 乙\n丙 ｜ 丁", "甲\n－－－", "- 甲 ｜ 乙\n- ---｜---", "甲\n---｜---"])
    func leavesPipesOfFullWidthInProse(_ text: String) {
        #expect(findings(text) == [])
    }

    @Test(arguments: [
        ("## a {#content}", "## a {#content}"), ("<a id=\"content\"></a>", "content"),
        ("a\n\n<!-- more -->\n\n<h2 id=\"more\">b</h2>", "more"),
        ("<!-- more -->\n\n# b {#more}", "# b {#more}"),
    ])
    func warnsOfAnIDThatThePageHas(_ text: String, _ place: String) {
        #expect(document(text).findings.filter { $0.contains("id") }.count == 1)
        #expect(findings(text).first?.hasSuffix(place) ?? false)
    }

    @Test func keepsAnIDThatOnlyAMarkerWouldRepeat() {
        #expect(findings("## a {#more}\n\n<a id=\"more-2\"></a>") == [])
        #expect(html("## a {#content}") == "<h2 id=\"content\">a</h2>\n")
    }

    @Test func warnsOfCellsThatAreNotShown() {
        let text =
            "| 符号 | 含义 |\n|---|---|\n| `|` | 逻辑或 |\n| `a || b` | 短路 |\n| a | b | |\n> | c |\n"
        let document = document(text)
        #expect(document.findings == ["markdown/lost-cells: 逻辑或", "markdown/lost-cells: b` | 短路"])
        #expect(document.diagnostics.map { $0.fixes.flatMap(\.edits).count } == [1, 2])
        #expect(findings("> |a|\n> |-|\n> |1|2|\n") == ["markdown/lost-cells: 2"])
    }

    @Test(arguments: [
        ("| A | B | C |\n|---|---|\n| 1 | 2 | 3 |", "|---|---|"), ("> a | b\n> :-|:-|-", ":-|:-|-"),
        ("| a | b |\n| 1 | 2 |\n| 3 | 4 |", "| 1 | 2 |"),
        ("| a | b |\n|——|——|\n| 1 | 2 |", "|——|——|"),
        ("| a | b |\n|---+---|\n| 1 | 2 |", "|---+---|"),
        ("| a | b |\n\n|---|---|\n| 1 | 2 |", "|---|---|"),
    ])
    func warnsOfATableThatIsNone(_ text: String, _ row: String) {
        #expect(findings(text) == ["markdown/literal-table: \(row)"])
    }

    @Test(arguments: [
        "|a|\n|-|\n|1|", "|x| + |y|\nis the sum", "```\n|a|b|\n|-|\n```", "a | b\nc | d",
        "|a|\n|b|", "a\n:-",
    ])
    func leavesOtherPipesAlone(_ text: String) {
        #expect(findings(text) == [])
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
        ("a <iframe src=\"x\"> b", "<iframe"), ("a\n\n<!-- b\n\nc", "<!-- b"),
        ("<!-- a --> <textarea> <style></style>", "<textarea"),
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
        "<iframe src=\"x\"></iframe>", "<svg><title/><style/></svg>",
        "a <iframe src=\"x\" /> b", "<title>a</TITLE >", "<!-- a --!> b", "<!-->",
        "<!-- <title> -->",
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
