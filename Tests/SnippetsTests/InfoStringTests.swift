import Testing

@testable import Snippets

struct InfoStringTests {
    /// A label alone is taken as it is; with a blank behind it the words are read one by one.
    @Test(arguments: ["go", "c++", "C#", "objective-c", "x86_64", "go2", "", "brainfuck", "pyhton"])
    func readsALabelAloneAsAmongWords(_ label: String) {
        #expect(InfoString(label) == InfoString(label + " "))
        #expect(
            InfoString.problems(in: label, lines: 3)
                == InfoString.problems(in: label + " ", lines: 3))
    }

    @Test func readsGalleysOwnForm() {
        let info = InfoString(
            #"go title="cmd/main.go" start=20 hl=3,5-7 ins=1 check=skip nolinenos"#)
        #expect(info.label == "go")
        #expect(info.title == "cmd/main.go")
        #expect(info.start == 20)
        #expect(info.highlighted == LineSet([3...3, 5...7]))
        #expect(info.inserted == LineSet([1...1]))
        #expect(info.attributes == ["check": "skip"])
        #expect(info.lineNumbers == false)
    }

    @Test func readsBracedLinesAndAttributeLists() {
        let info = InfoString(#"go {1,4-7} {.wide #main title="a \"b\""}"#)
        #expect(info.highlighted == LineSet([1...1, 4...7]))
        #expect(info.title == #"a "b""#)
    }

    @Test func readsHexosCaptionLinkAndMarks() {
        let info = InfoString("js 示例 代码 https://example.org/a.js link mark:1,4-7 first_line:5")
        #expect(info.label == "js")
        #expect(info.title == "示例 代码")
        #expect(info.link == "https://example.org/a.js")
        #expect(info.highlighted == LineSet([1...1, 4...7]))
        #expect(info.start == 5)
    }

    @Test func readsHugosAttributeList() {
        let info = InfoString(#"go {linenos=true,hl_lines=[3,"6-8"],linenostart=5}"#)
        #expect(info.label == "go")
        #expect(info.lineNumbers == true)
        #expect(info.highlighted == LineSet([3...3, 6...8]))
        #expect(info.start == 5)
    }

    @Test func readsZolasCommas() {
        let info = InfoString("rust,linenos,hl_lines=3-4 8,linenostart=9")
        #expect(info.label == "rust")
        #expect(info.lineNumbers == true)
        #expect(info.highlighted == LineSet([3...4, 8...8]))
        #expect(info.start == 9)
    }

    @Test(
        arguments: [
            ("bash run the server", nil), ("Dockerfile my-service", nil), ("js 示例", nil),
            ("js app.js", "app.js"), ("js src/", "src/"), ("js .babelrc", ".babelrc"),
            ("docker Dockerfile", "Dockerfile"), ("js \"An example\"", "An example"),
            ("js 'app' {1}", "app"), ("js \"a\" \"b\"", nil), ("js title=x \"a\"", "x"),
            ("js [npm]", "npm"), ("js title=\"a b.js\"", "a b.js"), ("js:title=a.js", "a.js"),
            ("js filename=\"a.js\"", "a.js"), ("js 示例 https://example.org/ x", "示例"),
            ("js /regex/", nil), ("rust,ignore", nil), ("js npm2yarn", nil), ("go 1.22", nil),
            ("js app.js live", "app.js"), ("python:main.py", "main.py"),
        ])
    func takesQuotedTextsAndFilesAloneForCaptions(_ text: String, _ title: String?) {
        #expect(InfoString(text).title == title)
    }

    @Test func readsWhatOtherGeneratorsWrite() {
        let code = InfoString(
            #"js {1,3} ins={2} del={"a":4-5} showLineNumbers startLineNumber=5 wrap "text" /re/ frame="none""#
        )
        #expect(code.label == "js")
        #expect(code.highlighted == LineSet([1...1, 3...3]))
        #expect(code.inserted == LineSet([2...2]))
        #expect(code.deleted == LineSet([4...5]))
        #expect(code.start == 5)
        #expect(code.lineNumbers == true)
        #expect(code.title == nil)
        for text in [
            "js showLineNumbers=7", "js showLineNumbers{7}", "js=7", "js :line-numbers=7",
            "js:line-numbers=7 {1}", "js {numberLines:7}", "js startLineNumber=7 lineNumbers",
        ] {
            let info = InfoString(text)
            #expect(info.label == "js", "\(text)")
            #expect(info.start == 7, "\(text)")
            #expect(info.lineNumbers == true, "\(text)")
        }
        #expect(InfoString("js showLineNumbers=false").lineNumbers == false)
        #expect(InfoString("c++ {.line-numbers}").lineNumbers == true)
        #expect(InfoString("{.python .numberLines}").lineNumbers == true)
        for (text, label) in [
            ("{.python .numberLines}", "python"), ("{r echo=FALSE}", "r"), ("js{1,3}", "js"),
            ("lang=go", "go"), ("rust,no_run", "rust"), ("no_run", "rust"), ("yaml=", "yaml"),
            ("compile_fail,E0308", "rust"),
        ] {
            #expect(InfoString(text).label == label, "\(text)")
        }
        #expect(InfoString("rust,compile_fail").isMeantToFail)
        #expect(!InfoString("rust,no_run").isMeantToFail)
    }

    @Test func keepsWhatItCannotRead() {
        let info = InfoString("go hl=7-3 start=x")
        #expect(info.malformed == ["hl=7-3", "start=x"])
        #expect(InfoString("") == InfoString())
    }

    @Test func neverFailsOnBrokenText() {
        for text in [
            "{", "}", "{{{", "go title=\"", "=", "go =", ",,,", "go hl=[1,", "{1,", "go\t{a=}",
        ] {
            _ = InfoString(text)
        }
        #expect(InfoString("go title=\"open").title == "open")
    }

    /// CommonMark takes the backslashes of an info string away.
    @Test(arguments: [
        (#"go title="a "q".go" hl=1"#, #"a "q".go"#), (#"go title=""q" b" hl=1"#, #""q" b"#),
        (#"go title="f("x", "y")" hl=1"#, #"f("x", "y")"#),
        (#"go title="a \"q\".go" hl=1"#, #"a "q".go"#), (#"go title="" hl=1"#, ""),
        (#"go title="a" fails="b" hl=1"#, "a"), (#"go title="a"fails="b" hl=1"#, "a"),
        (#"go title="a "q" hl=1"#, "a "),
    ])
    func keepsQuotesInsideOfAValue(_ text: String, _ title: String) {
        let info = InfoString(text)
        #expect(info.title == title)
        #expect(info.highlighted.contains(1))
    }
}

struct InfoStringBoundTests {
    @Test func refusesALineNumberThatNoListingCanCountTo() {
        let info = InfoString("go start=9223372036854775807")
        #expect(info.start == 1)
        #expect(info.malformed == ["start=9223372036854775807"])
        for lines in ["1-9223372036854775807", "9223372036854775807", "99999999999999999999", "0"] {
            let info = InfoString("go hl=\(lines)")
            #expect(info.highlighted.isEmpty)
            #expect(info.malformed == ["hl=\(lines)"])
        }
    }
}
