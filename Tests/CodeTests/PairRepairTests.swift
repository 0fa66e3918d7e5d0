import Code
import Testing

/// Faults that one bracket or quote, more or less, mends: where they are reported, and with which edit.
@Suite("Pair repair")
struct PairRepairTests {
    private func fault(_ language: String, _ code: String) throws -> CodeFault {
        let language = try #require(CodeRegistry.language(language))
        guard case .refused(let fault) = language.read(Array(code.utf8)) else {
            throw Accepted()
        }
        return fault
    }

    private struct Accepted: Error {}

    private func line(of fault: CodeFault, in code: String) -> Int {
        code.utf8.prefix(fault.range.lowerBound).count { $0 == 0x0A } + 1
    }

    @Test(arguments: [
        ("go", "text, _ := reader.ReadString(\\n')\nfmt.Println(text)\n", 1),
        ("go", "q := query.Encode(\nif q == \"\" {\n\treturn\n}\n", 1),
        ("go", "r.GET(/ping\", handle)\nr.Run()\n", 1),
        ("python", "def lookupd: Dict[str, int], key: str) -> int:\n    return d[key]\n", 1),
        ("python", "names = ['a', 'b, 'c',\n         'd']\nprint(names)\n", 1),
        ("python", "x = np.random.normal(size=1000, 4))\ny = x.mean()\n", 1),
        ("javascript", "document.querySelector(.btn').remove();\nlet a = 1;\n", 1),
        ("javascript", "send({\n  \"password: \"open\"\n});\n", 2),
        ("javascript", "send(a;\nreturn b;\n", 1),
        ("swift", "override func failerror: NSError) {\n    print(error)\n}\n", 1),
        ("lua", "local out = run({ \"git\", \"--all, \"--one\" })\nif out then stop() end\n", 1),
        ("php", "$app->start($port;\n$app->log('x');\n", 1),
        ("ruby", "require logger'\nlog = Logger.new('a')\n", 1),
    ])
    func theLineOfTheFaultLacksOne(language: String, code: String, line: Int) throws {
        let fault = try fault(language, code)
        #expect(!fault.isDebatable)
        #expect(fault.isUnpaired || fault.edit != nil)
        #expect((line...line + 1).contains(self.line(of: fault, in: code)))
    }

    @Test(arguments: [
        ("go", "func main()\n\tprint(1)\n\tif a {\n\t\tb()\n\t}\n}\n", 1, " {"),
        ("go", "import\n\t\"fmt\"\n\t\"os\"\n)\n\nfunc main() {}\n", 1, "("),
    ])
    func theHeadOfABlockLacksItsBrace(
        language: String, code: String, line: Int, replacement: String
    ) throws {
        let fault = try fault(language, code)
        #expect(self.line(of: fault, in: code) == line)
        #expect(fault.edit?.replacement == replacement)
        let edit = try #require(fault.edit)
        var mended = Array(code.utf8)
        mended.replaceSubrange(edit.range, with: Array(edit.replacement.utf8))
        guard case .accepted = try #require(CodeRegistry.language(language)).read(mended) else {
            Issue.record("the edit does not mend it")
            return
        }
    }

    @Test func anEditThatManyPlacesWouldTakeIsNotProposed() throws {
        let fault = try fault("swift", "func playsong: Song) {\n    start(song)\n}\n")
        #expect(fault.isUnpaired)
        #expect(fault.edit == nil)
    }

    @Test(arguments: [
        // Where statements are left out, a brace may be among them.
        ("go", "func f() {\n\tfor i := range l {\n\t\t// ...\n\tg()\n}\n\nfunc h() {\n}\n"),
        ("java", "while (/* condition */ && !isDone) {\n    run();\n}\n"),
        ("javascript", "load(url)\n  .then(r => r.json())\n  .then(r => /* use it */)\n"),
        ("c", "void run() {\n<ENTRY Section>\n    down(lock);\n}\n"),
    ])
    func noSlips(language: String, code: String) throws {
        let fault = try fault(language, code)
        #expect(fault.isDebatable)
        #expect(!fault.isUnpaired)
    }

    @Test func aStringOfSQLEndsEarlyWhereAnArticleShowsInjection() throws {
        #expect(try !fault("sql", "SELECT a FROM t WHERE b = 'x' OR 1=1'\n").isUnpaired)
    }

    @Test func aKeywordInCapitalsIsOneInSmallLetters() throws {
        let code = "func main() {\n\tGo run(a)\n\tGo run(b)\n}\n"
        let fault = try fault("go", code)
        #expect(fault.message == "expected 'go', found 'Go'")
        #expect(line(of: fault, in: code) == 2)
        #expect(fault.edit?.replacement == "go")
        #expect(!fault.isDebatable)
    }

    @Test func groupsOfRegularExpressionsAreClosed() throws {
        #expect(
            try fault("javascript", "a = b.split(/\\n|\\r\\n)/);\n").message.hasSuffix("opened"))
        #expect(try fault("javascript", "a = /(?:x|[)]y/;\nb();\n").message.hasSuffix("closed"))
        #expect(throws: Accepted.self) { try fault("javascript", "a = /\\(([()\\]]+)\\)/;\n") }
    }

    @Test func aStringOfLuaGoesOnAfterBlanks() throws {
        #expect(throws: Accepted.self) { try fault("lua", "a = \"one\\z\n   two\"\nb = 1\n") }
        #expect(try fault("lua", "llocal a = {}\n").message == "expected 'local', found 'llocal'")
    }

    @Test func aLineOfDotsInBracketsIsLeftOut() throws {
        #expect(throws: Accepted.self) { try fault("go", "func f() {\n\t[...]\n\tg()\n}\n") }
    }
}
