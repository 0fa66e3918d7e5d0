import Addresses
import Markdown
import Testing

@testable import Snippets

struct InfoStringProblemTests {
    /// Each problem as `word: message; fix -> replacement`.
    private func problems(_ text: String, lines: Int = 9) -> [String] {
        InfoString.problems(in: text, lines: lines).map { describe($0, in: text) }
    }

    private func describe(_ problem: InfoStringProblem, in text: String) -> String {
        let word = String(decoding: Array(text.utf8)[problem.range], as: UTF8.self)
        let fix = problem.fix.map { "; \($0)" } ?? ""
        let replacement = problem.replacement.map { " -> \($0)" } ?? ""
        return "\(word): \(problem.message)\(fix)\(replacement)"
    }

    @Test func findsMisspeltAttributes() {
        #expect(
            problems("go hightlight=3 titel=\"例\" zzz=1") == [
                "hightlight: 'hightlight' is no attribute of a code block",
                "titel: 'titel' is no attribute of a code block; did you mean 'title'? -> title",
                "zzz: 'zzz' is no attribute of a code block",
            ])
        #expect(
            problems("go linenso") == [
                "linenso: 'linenso' is no attribute of a code block; did you mean 'linenos'? -> linenos"
            ])
    }

    @Test func takesCaptionsAndForeignAttributesAsTheyAre() {
        for text in [
            "bash 安装 https://example.org/a?b=c link", "go cmd/main.go",
            "go {.wide #main class=\"x\" data-id=1}", "rust,ignore", "rust,linenos,hl_lines=3-4 8",
            "go {linenos=true,hl_lines=[3,\"6-8\"],linenostart=5,anchorlinenos=true,style=emacs}",
            "ts showLineNumbers {1,3} twoslash", "ts:line-numbers {1}",
            "rust,no_run", "rust,ignore-windows,edition2024", "rust,compile_fail,E0308",
            "rust,should_panic,test_harness", "rust,editable,hidelines=#,noplayground",
            "rust,mdbook-runnable", "no_run", "compile_fail",
            "js title=\"x\" showLineNumbers=5 live noInline",
            "bash npm2yarn",
            "js frame=\"none\" wrap ins={1} del={2-3} collapse={1-5} startLineNumber=5",
            "js \"text\" /regex/ preserveIndent mark=\"text\" ins=/a b/ del={\"A\":1-2}",
            "js{4} [file.js]", "js:line-numbers=2 {1}", "js :line-numbers", "{r echo=FALSE}",
            "{r setup, include=FALSE}", "{.python .numberLines}", "c++ {.line-numbers}", "js{1,3}",
            "python:main.py", "lang=go", "ts twoslash", "js showLineNumbers{5}", "yaml=", "js=101",
            "go:main.go",
            "", "swift, highlight=[1, 3]", "js mark:1,4-7 first_line:5 wrap:false",
        ] {
            #expect(problems(text) == [], "\(text)")
        }
    }

    @Test(
        arguments: [
            ("rust,compile-fail", "compile-fail", "compile_fail"),
            ("rust,should-panic", "should-panic", "should_panic"),
            ("rust,shouldpanic", "shouldpanic", "should_panic"),
            ("rust,no-run", "no-run", "no_run"),
            ("rust norun", "norun", "no_run"), ("rust,edition-2021", "edition-2021", "edition2021"),
            ("js showLinenumbers", "showLinenumbers", "showLineNumbers"),
            ("compile-fail", "compile-fail", "compile_fail"), ("ts twoslsh", "twoslsh", "twoslash"),
            ("bash npm2yran", "npm2yran", "npm2yarn"),
        ])
    func findsNearMissesOfFlags(_ text: String, _ word: String, _ flag: String) {
        let problems = InfoString.problems(in: text, lines: 3)
        #expect(problems.map(\.replacement) == [flag])
        #expect(problems.map { describe($0, in: text).hasPrefix(word + ":") } == [true])
    }

    @Test func findsWordsThatAreNoCaption() {
        #expect(
            problems("Dockerfile base image") == [
                "base image: 'base image' are no attributes of a code block; "
                    + "for a caption write title=\"base image\" -> title=\"base image\""
            ])
        #expect(
            problems("go 示例") == [
                "示例: '示例' is no attribute of a code block; for a caption write title=\"示例\" "
                    + "-> title=\"示例\""
            ])
    }

    @Test func findsBadLines() {
        #expect(
            problems("go hl=7-5 ins=x {8,12}") == [
                "7-5: '7-5' is no range: its last line comes first; write 5-7",
                "x: 'x' is no set of lines; write numbers and ranges, as in ins=3,5-7",
                "{8,12}: there is no line 12: the block has 9 lines; "
                    + "count from 1 at the block's first line, whatever 'start' is",
            ])
        #expect(
            problems("go start=x linenos=ture") == [
                "x: 'x' is no line number; write a number from 0 to 1000000000",
                "ture: 'linenos' is true or false, not 'ture'; did you mean 'true'? -> true",
            ])
        #expect(
            problems("go hl=1-99999999999999999999 del=0") == [
                "1-99999999999999999999: '99999999999999999999' is no line number; "
                    + "write numbers from 1 to 1000000000",
                "0: '0' is no line number; write numbers from 1 to 1000000000",
            ])
    }

    @Test func findsWhatTheCheckCannotDo() {
        #expect(
            problems("go check=prase") == [
                "prase: 'check' is shape, parse, types, run or skip, not 'prase'; "
                    + "did you mean 'parse'? -> parse"
            ])
        #expect(
            problems("go fails=") == [
                "fails=: 'fails' needs a part of the error's text; "
                    + "write fails=\"…\" with what the checker says"
            ])
        #expect(problems("go check=skip reason=\"x\" fails=\"y\" version=go1.22 check=Types") == [])
    }

    @Test func findsTextAtAClosingQuote() {
        let fix = "put a space after it, or quotes of the other kind around a value with quotes"
        #expect(
            problems("go title=\"a\"q.go hl=1") == [
                "\"a\": text follows the closing quote of 'title'; " + fix
            ])
        #expect(problems("go title='a \"q\".go' hl=1") == [])
        #expect(problems("go {title=\"a\"}") == [])
        #expect(problems("go title=\"a\",hl=1 fails=\"x\"") == [])
    }

    @Test func findsQuotesThatNothingCloses() {
        #expect(
            problems("go title=\"main.go hl=3") == [
                "\"main.go hl=3: the quote of 'title' is not closed; close it"
            ])
    }

    @Test func findsMisspeltAndUnknownLanguages() {
        #expect(
            problems("javasciprt") == [
                "javasciprt: 'javasciprt' is no language that is known; "
                    + "did you mean 'javascript'? -> javascript"
            ])
        for (label, meant) in [("goalng", "golang"), ("ams", "asm"), ("Pyhton", "python")] {
            #expect(InfoString.problems(in: label, lines: 1).map(\.replacement) == [meant])
        }
        #expect(
            problems(".xyzzyx") == [
                "xyzzyx: 'xyzzyx' is no language that is known; "
                    + "name the language, or write 'text' for none"
            ])
        for label in ["brainfuck", "Golang", "JSON", "as", "config.toml", "language-go", "mindmap"]
        {
            #expect(problems(label) == [], "\(label)")
        }
    }

    @Test func takesNoWordForACaptionInAComment() {
        let text = "go check=types language=pyhton nolinenos"
        #expect(
            InfoString.problems(inAttributes: text, lines: 1).map { describe($0, in: text) } == [
                "go: 'go' is no attribute of a code block; write language=go -> language=go",
                "pyhton: 'pyhton' is no language that is known; did you mean 'python'? -> python",
            ])
    }

    @Test func staysShortAndQuickOnLongInfoStrings() {
        let long = "go " + String(repeating: "zzz=1 ", count: 100_000)
        #expect(InfoString.problems(in: long, lines: 1).count == 8)
        let word = String(repeating: "x", count: 1_000_000)
        #expect(InfoString.problems(in: "\(word) \(word)=1 \(word)", lines: 1).count == 3)
    }

    @Test func findsThePlaceOnTheFence() throws {
        let text = "> 1. ~~~~  go title=\"a &amp; b\" \\*例 titel=x\n>    x\n>    ~~~~\n"
        let document = Document(
            parsing: Array(text.utf8), file: SourcePath("a.md"), options: .standard)
        let block = try #require(document.codeBlocks.first)
        let problem = try #require(InfoString.problems(in: block.info, lines: 1).last)
        let place = document.place(ofInfo: problem.range, in: block)
        #expect(String(decoding: document.source[place.range], as: UTF8.self) == "titel")
    }
}

struct CheckAttributeTests {
    @Test func readsWhatTheAuthorWants() {
        let info = InfoString(
            "go check=Types name=a file=b.go version=go1.22 fails=\"x y\" reason='no tool'")
        #expect(info.check == .types)
        #expect(!info.isSkipped)
        #expect(
            [info.name, info.file, info.version, info.fails, info.reason] == [
                "a", "b.go", "go1.22", "x y", "no tool",
            ])
        #expect(InfoString("go check=SKIP").isSkipped)
        #expect(InfoString("go check=skip").check == nil)
        #expect(InfoString("go reason=").reason == nil)
    }

    @Test func prefersTheNearerInfoString() {
        let merged = InfoString("go check=skip hl=1")
            .merging(
                InfoString(attributes: "language=c check=types reason=x start=7 hl=2 nolinenos"))
        #expect(merged.label == "go")
        #expect(merged.isSkipped)
        #expect(merged.reason == "x")
        #expect(merged.start == 7)
        #expect(merged.highlighted == LineSet([1...1]))
        #expect(merged.lineNumbers == false)
    }

    @Test func takesALanguageFromWeakerAttributes() {
        #expect(InfoString("").merging(InfoString(attributes: "language=go")).label == "go")
        #expect(InfoString(attributes: "nolinenos check=skip").label == "")
        #expect(InfoString(attributes: "a b").title == nil)
    }

    @Test func readsTheFormsOfQiitaAndVitePress() {
        let qiita = InfoString("go:cmd/main.go")
        #expect([qiita.label, qiita.title] == ["go", "cmd/main.go"])
        let press = InfoString("ts:line-numbers=2 {1}")
        #expect(press.label == "ts")
        #expect(press.lineNumbers == true)
        #expect(press.title == nil)
        #expect(InfoString("ts:no-line-numbers").lineNumbers == false)
        #expect(InfoString("go showLineNumbers").lineNumbers == true)
        #expect(InfoString("go {.wide #main}").title == nil)
    }
}
