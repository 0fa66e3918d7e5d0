import Languages
import Testing

@testable import Snippets

private func examine(_ code: String) throws -> Examination {
    let language = try #require(Language.named("go"))
    return LanguageCheck.go.examine(
        SnippetText(code: Array(code.utf8), info: InfoString("go"), language: language))
}

private func texts(_ code: String) throws -> [String] {
    try #require(try examine(code).request).texts.map { String(decoding: $0.bytes, as: UTF8.self) }
}

struct GoCheckTests {
    @Test func leavesAFileAlone() throws {
        let file = "package main\n\nimport \"fmt\"\n\nfunc main() { fmt.Println() }\n"
        #expect(try texts(file) == [file])
        #expect(try texts("// a\n") == ["package p;// a\n"])
    }

    @Test func wrapsDeclarationsOnTheirFirstLine() throws {
        #expect(try texts("func f() {}\n") == ["package p;func f() {}\n"])
        #expect(try texts("func (t *T) F() error\n") == ["package p;func (t *T) F() error\n"])
    }

    @Test func wrapsStatementsInAFunction() throws {
        #expect(try texts("x := 1\nf(x)\n").first == "package p;func _(){x := 1\nf(x)\n\n}")
        #expect(
            try texts("func(x int) bool { return true }\n").first
                == "package p;func _(){func(x int) bool { return true }\n\n}")
    }

    @Test func wrapsEachRunOfStatementsBetweenFunctions() throws {
        #expect(
            try texts("x := 1\nfunc f() {}\nf()\n") == [
                "package p;func _(){x := 1\n\n}\nfunc f() {}\nfunc _(){f()\n\n}"
            ])
    }

    @Test func movesImportsToTheFront() throws {
        #expect(
            try texts("f()\nimport \"fmt\"\n").first
                == "package p;import \"fmt\"\nfunc _(){f()\n\n}")
        #expect(
            try texts("package a\nfunc f() {}\npackage b\nimport \"c\"\n") == [
                "package a\nimport \"c\"\nfunc f() {}\n         \n"
            ])
    }

    @Test(arguments: [
        ("Name string `json:\"name\"`\n", "type _ struct{"),
        ("Get(key string) error\n", "type _ interface{"),
        ("case 1:\n\tf()\n", "func _(){switch{"), ("\"a\": 1,\n", "var _=_{"),
        ("func(int) bool\n", "type _ "), ("_ \"net/http/pprof\"\n", "import("),
        ("else if x {\n}\n", "func _(){if _{}"),
    ])
    func triesWhatAPartMayBeAPartOf(code: String, head: String) throws {
        #expect(try texts(code).contains { $0.hasPrefix("package p;" + head + code) })
    }

    @Test func completesWhatIsCutOffAtItsEnds() throws {
        #expect(try texts("func f() {\n") == ["package p;func f() {\n\n}"])
        #expect(try texts("f(a, ...\n").first == "package p;func _(){f(a,    \n\n)\n}")
        #expect(
            try texts("\t\treturn\n\t})\n").first
                == "package p;func _(){_(func(){\t\treturn\n\t})\n\n}")
    }

    @Test func completesNoBodyThatLacksItsBrace() throws {
        #expect(try texts("func f() {\n\ta()\n") == ["package p;func f() {\n\ta()\n"])
        #expect(try texts("package a\nfunc f() {\n") == ["package a\nfunc f() {\n"])
    }

    @Test func fillsInAndCountsElisions() throws {
        let examination = try examine("f(...)\n// ...\n")
        #expect(examination.elisions == 2)
        let request = try #require(examination.request)
        #expect(request.texts[0].elisions == 2)
        #expect(request.texts[0].bytes.starts(with: "package p;func _(){f(   )\n// ...\n".utf8))
    }

    @Test func findsThePlaceOfAFaultThroughTheWrapper() throws {
        let text = try #require(try examine("x := （1）\n").request?.texts.first)
        let offset = text.offset(line: 1, column: 25, in: .bytes)
        #expect(text.origin(of: offset) == 5)
    }

    @Test func rejectsAShapeThatIsSurelyBroken() throws {
        guard case .rejected(let findings, .shape) = try examine("f(a[1)\n").result else {
            Issue.record("not rejected")
            return
        }
        #expect(findings.map(\.range) == [5..<6])
    }

    @Test(arguments: [
        ("$ go run main.go\nhello\n", "console"), ("(gdb) bt\n", "gdb"),
        ("TEXT main.main(SB), $0\n", "asm"), ("0x0000 00000 (a.go:3)\tTEXT\ta\n", "asm"),
        ("MOVQ g(BX), DX\n", "asm"),
        ("panic: a\n\ngoroutine 1 [running]:\n", "text"), ("{\"a\": 1}\n", "json"),
        ("p1 equals p2? false\n", "text"), ("2020/04/01 22:31:59 hello\n", "text"),
        ("<p>{{ .Name }}</p>\n", "html"), ("syntax = \"proto3\";\n", "protobuf"),
    ])
    func knowsWhatIsNoGo(code: String, label: String) throws {
        let examination = try examine(code)
        #expect(examination.request == nil)
        #expect(examination.remarks.map(\.finding.replacement) == [label])
        guard case .undecided = examination.result else {
            Issue.record("\(examination.result)")
            return
        }
    }

    @Test(arguments: [
        "Name string\n", "x.y()\n", "<-done\n", "a, b = b, a\n", "fmt.Println（x）\n",
        "s := `\n$ go run\n{{ .A }}\n`\n", "{1, 2},\n", "map[string]int\n",
        "return 0xdeadbeef ^ x\n", "git string\n", "{{1, 2}, {3}}}\n", "package p\n@\n",
    ])
    func takesForGoWhatMayBeGo(code: String) throws {
        #expect(try examine(code).request != nil)
    }

    @Test func readsGofmt() {
        let output = ToolOutput(
            files: ["0.go", "1.go"],
            text: "0.go:3:9: expected ';', found x\n0.go:4:1: expected '}'\n1.go\n", status: 2)
        #expect(
            Tool.gofmt.read(output) == [
                .rejected([
                    ToolFinding(line: 3, column: 9, "expected ';', found x"),
                    ToolFinding(line: 4, column: 1, "expected '}'"),
                ]), .accepted,
            ])
    }
}
