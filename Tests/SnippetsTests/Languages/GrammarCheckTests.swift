import Languages
import Testing

@testable import Snippets

/// Blocks of the languages that galley has a grammar of: what they are taken for.
struct GrammarCheckTests {
    private func examine(_ label: String, _ code: String) throws -> Examination {
        let language = try #require(Language.named(label))
        return LanguageCheck.grammars.examine(
            SnippetText(code: Array(code.utf8), info: InfoString(label), language: language))
    }

    private func findings(_ label: String, _ code: String) throws -> [Finding] {
        let examination = try examine(label, code)
        #expect(examination.request == nil)
        guard case .rejected(let findings, .parse) = examination.result else { return [] }
        return findings
    }

    private func reason(_ examination: Examination) -> String? {
        if case .undecided(let reason) = examination.result { reason } else { nil }
    }

    private func isAccepted(_ examination: Examination) -> Bool {
        if case .accepted(.parse) = examination.result { true } else { false }
    }

    @Test(arguments: [
        ("go", "Name string `json:\"name\"`\n"), ("go", "Get(key string) error\n"),
        ("go", "case 1:\n\tf()\n"), ("go", "\"a\": 1,\n"), ("go", "{1, 2},\n"),
        ("go", "a, b = b, a\n"), ("go", "f(\n\ta,\n\t...\n\tb,\n)\n"),
        ("go", "A Kind = 1 << iota\nB\n"), ("java", "private Page(int n) { this.n = n; }\n"),
        ("java", "int f() { return 1; }\nint x = f();\nif (x > 0) { x = 2; } else x = 3;\n"),
        ("js", "a: 1,\nb: 2\n"), ("js", ".then(f);\n"), ("css", "color: red;\n"),
        ("proto", "string name = 1;\n"), ("lua", "local x <const> = 1\n"),
        ("python", "    a = 1\n      # 注\n    b = 2\n"), ("python", "%timeit f(1)\n"),
    ])
    func passesFragments(_ label: String, _ code: String) throws {
        #expect(isAccepted(try examine(label, code)))
    }

    @Test func countsElisionsAndTellsWhatIsCutOff() throws {
        #expect(try examine("go", "f(...)\n// ...\n").elisions == 2)
        #expect(try examine("go", "func f() {\n\ta()\n").isCutOff)
        #expect(try !examine("go", "func f() {\n\ta()\n}\n").isCutOff)
    }

    @Test func findsAFaultAndTheEditThatMendsIt() throws {
        let code = "func f() {\n\tx := （1)\n\tg(x)\n\th(x)\n}\n"
        let finding = try #require(try findings("go", code).first)
        #expect(finding.range == 17..<20)
        #expect(finding.edit == .init(range: 17..<20, replacement: "("))
        #expect(finding.fix == "write '('")
    }

    @Test func findsTypographicQuotesInTheOnlyLine() throws {
        let finding = try #require(try findings("go", "fmt.Println(“hi”)\n").first)
        #expect(finding.edit == .init(range: 12..<15, replacement: "\""))
    }

    @Test func putsACommaWhereALineEndsTooEarly() throws {
        let code = "x := T{\n\ta: 1,\n\tb: 2\n}\nf(x)\ng(x)\n"
        let finding = try #require(try findings("go", code).first)
        #expect(finding.edit == .init(range: 20..<20, replacement: ","))
        #expect(finding.fix == "insert ','")
    }

    @Test(arguments: [
        ("go", "$ go run main.go\nhello\n", "console"), ("go", "{\"a\": 1}\n", "json"),
        ("go", "(gdb) bt\n#0 main\n", "gdb"),
        ("java", "$ java A\n1\n", "console"), ("js", "let a: number = 1;\n", "typescript"),
        ("go", "├── a\n└── b\n", "text"), ("python", "<p>a b</p>\n", "html"),
    ])
    func tellsTheLabelThatABlockShouldHave(
        _ label: String, _ code: String, _ right: String
    ) throws {
        let examination = try examine(label, code)
        #expect(examination.remarks.map(\.finding.edit?.replacement) == [right])
    }

    @Test func readsTheKinOfALanguageByItsName() throws {
        #expect(isAccepted(try examine("python", "print \"a\"\n")))
        #expect(isAccepted(try examine("js", "let a = <b>c</b>;\n")))
        #expect(try examine("js", "let a: number = 1;\n").readAs == "typescript")
    }

    @Test func readsWhatIsTypedInASession() throws {
        #expect(isAccepted(try examine("python", ">>> x = 1\n>>> x\n1\n")))
        let code = ">>> s = '中'\nout\n>>> f(，)\n"
        let finding = try #require(try findings("python", code).first)
        #expect(Array(code.utf8)[finding.range.lowerBound...].starts(with: "，".utf8))
    }

    @Test func leavesACommandOfPsqlAlone() throws {
        #expect(isAccepted(try examine("sql", "db=# \\d t\ndb=# SELECT '中',\ndb-#   1;\n")))
        let code = "db=# \\d t\ndb=# SELECT (1;\n"
        let finding = try #require(try findings("sql", code).first)
        #expect(code.utf8.count - finding.range.lowerBound < 10)
    }

    @Test(arguments: [
        ("go", "p1 equals p2? false\n"),
        ("java", "Hello World 1\nHello World 2\n"),
        ("python", "epoch 1: loss 0.3\nepoch 2: loss 0.2\nepoch 3: loss 0.1\n"),
    ])
    func leavesWhatIsNoProgramUnchecked(_ label: String, _ code: String) throws {
        let reason = try #require(reason(try examine(label, code)))
        #expect(reason.hasPrefix("not \(label): line "))
    }

    @Test func leavesMarkedAndNumberedCodeUnchecked() throws {
        let marked = "func add**Observer**(_ a: Int)\nfunc b(for**Key** c: Int)\n"
        #expect(reason(try examine("swift", marked)) == "words of it are marked by '**'")
        let replaced = "f(\n  a: 1 // [tl! remove]\n  a: 2 // [tl! add]\n)\n"
        #expect(reason(try examine("swift", replaced)) == "lines of it are marked as removed")
        let asked = "is <#type#>\n<#pattern#> as <#type#>\n"
        #expect(reason(try examine("swift", asked)) == "it has placeholders")
        let query = "DROP x y;\nQuery OK, 0 rows affected (0.01 sec)\n"
        #expect(reason(try examine("sql", query)) == "code with what it prints")
        let numbered = "9  f() {\n10   return a + b;\n11 }\n"
        #expect(reason(try examine("js", numbered)) == "its lines are numbered")
        #expect(try !findings("js", "f(a ** b;\ng(c ** d);\nh();\n").isEmpty)
    }

    @Test func readsHeadingsOfStatementsThatFollowElsewhere() throws {
        #expect(isAccepted(try examine("csharp", "using (var a = new B())\nusing (var c = d)\n")))
        #expect(isAccepted(try examine("csharp", "if (a.B == true)\n")))
    }

    @Test(arguments: [
        "+----+-----+\n| id | x |\n+----+-----+\n",
        "*************************** 1. row ***************************\n id: 1\n",
    ])
    func tellsResultsOfAQuery(_ code: String) throws {
        #expect(try examine("sql", code).result == .text("output, labelled sql"))
    }

    @Test(arguments: [
        ("swift", "/*\n 1. setup\n*/\nlet x = = 1\n"),
        ("lua", "if x == then print(1) end\nf()\ng()\n"),
        ("go", "func main() {\n\t// result\n\tx := f(1;\n\tg(x)\n}\n"),
        ("js", "const t = \"<#x#>\" + ;\nf(t);\ng(t);\n"),
    ])
    func findsFaultsNextToWhatLooksLikeText(_ label: String, _ code: String) throws {
        #expect(try !findings(label, code).isEmpty)
    }

    @Test func takesNoProgramForOutput() throws {
        let code = "local m = {}\nfunction m.f(...)\n  goto done\n  :done::\nend\nreturn m\n"
        if case .text = try examine("lua", code).result { Issue.record("taken for output") }
    }

    @Test func tellsOutput() throws {
        let examination = try examine("go", "2020/04/01 22:31:59 hello\n")
        #expect(examination.result == .text("output, labelled go"))
        #expect(examination.remarks.map(\.finding.edit?.replacement) == ["text"])
    }

    @Test func readsTheHiddenLinesOfRustdoc() throws {
        #expect(isAccepted(try examine("rust", "# use std::fs;\n#\n#[test]\nfn f() {}\n")))
    }

    @Test func readsNothingWithNULBytes() throws {
        #expect(reason(try examine("go", "x := \0\n")) == "it holds NUL bytes")
    }

    @Test func readsAnyBytes() throws {
        let hostile: [[UInt8]] = [
            [], [0], [0xFF, 0xFE, 0x0A], Array("{{{{\"'`<<<$[,{%".utf8), Array("...".utf8),
            Array(repeating: UInt8(ascii: "\\"), count: 1000), Array("import \"".utf8),
            Array("/*".utf8), Array("FROM <<<<".utf8), Array("{% ".utf8), Array("<%".utf8),
        ]
        for name in LanguageCheck.grammars.languages {
            let language = try #require(Language.named(name))
            for code in hostile {
                let examination = LanguageCheck.grammars.examine(
                    SnippetText(code: code, info: InfoString(name), language: language))
                #expect(examination.request == nil)
            }
        }
    }

    @Test(arguments: ["(", "\"\"\"\n", "...\n", "f(...,", "if x:\n", ">>> (\n", "\t", "=<a", "…"])
    func readsHostileText(_ repeated: String) throws {
        let code = String(repeating: repeated, count: 100_000 / repeated.utf8.count)
        for label in ["go", "java", "js", "python", "css"] { _ = try examine(label, code) }
    }
}
