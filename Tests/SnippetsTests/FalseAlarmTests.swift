import Testing

@testable import Snippets

/// Kinds of blocks that no author would call faulty, and next to them faults that stay faults.
struct FalseAlarmTests {
    /// `passed`, `passed as python`, `failed`, `skipped: …`, `unchecked: …`, and the label that is proposed.
    private func outcome(_ info: String, _ code: String) async throws -> String {
        let blocks = await ProofedBlocks([(info, Array(code.utf8))])
        let snippet = try #require(blocks.snippets.first)
        switch snippet.verdict {
        case .passed(let pass): return pass.readAs.map { "passed as \($0)" } ?? "passed"
        case .failed: return "failed"
        case .expected: return "expected"
        case .skipped(let reason): return "skipped: \(reason)"
        case .unchecked(let reason): return "unchecked: \(reason)"
        }
    }

    private func expect(
        _ info: String, _ code: String, _ wanted: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let found = try await outcome(info, code)
        #expect(found.hasPrefix(wanted), sourceLocation: sourceLocation)
    }

    @Test func aSynopsisOfSQLIsNoFault() async throws {
        let synopsis = "unchecked: a synopsis"
        try await expect("sql", "SHOW TABLES [AND name LIKE 'x'];\nSELECT FROM;\n", synopsis)
        try await expect("sql", "SELECT @@[SESSION.]mode;\n", synopsis)
        try await expect(
            "sql", "ALTER TABLE t [[DEFAULT] CHARACTER SET c] [COLLATE d]]\n", synopsis)
        try await expect("sql", "SELECT a, b FROM [T] WHERE [ID] IN (1, 2;\n", "failed")
    }

    @Test func marksOfHighlightersAreNoCode() async throws {
        try await expect("php", "{-$old = 1;-}\n{+$new = 2;+}\nsend($new);\n", "unchecked: parts")
        try await expect(
            "json", "{\n  {:hl-comment:// the rest:}\n  \"a\": 1\n}\n", "unchecked: parts")
    }

    @Test func stressedWordsOfJavaScriptAreRead() async throws {
        try await expect("js", "alert( *!*key*/!* in user );\n", "passed")
        try await expect("js", "*!*\nlet a = [1, 2;\n*/!*\nlet b = 3;\n", "failed")
        try await expect("c", "int c = a *!*b;\n", "passed")
    }

    @Test func whatAProgramPrintsBelowIt() async throws {
        let program = "func main() {\n\tfmt.Println(1)\n}\n"
        try await expect("go", program + "buffer: is full\n1\n", "unchecked: code with what")
        try await expect("go", program + "func g() {\n\tx := [1\n}\n", "failed")
    }

    @Test func whatALineOfCodeGives() async throws {
        let printed = "unchecked: code with what"
        try await expect("js", "_.chop('space', 3);\n=> ['spa', 'ce']\n", printed)
        try await expect("python", "print(score)\n[Out] 0.95\n", printed)
        try await expect("js", "const f = (a, b) => {\n  return [a + b;\n};\nf(1, 2);\n", "failed")
    }

    @Test func dotsInTheMiddleOfALineOfJSON() async throws {
        try await expect("json", "{\n  \"a\": [\n    1,\n    ···\n  ]\n}\n", "passed")
    }

    @Test func aNameInTheAddressOfACommand() async throws {
        try await expect("bash", "wrk -t 4 http://localhost:(PORT)/blog\n", "passed")
        try await expect("bash", "docker run -v ($pwd):/src image\nmake\n", "failed")
    }

    @Test func messagesOfTLSUnderC() async throws {
        try await expect(
            "c", "enum {\n  closed(1),\n  open(2),\n  (255)\n} State;\n", "unchecked: not c: it is")
    }

    @Test func whatIsNoMakefileHasNoCommands() async throws {
        try await expect(
            "makefile", "proxy / http://127.0.0.1:80 {\n  header Host {host}\n}\n", "passed")
        try await expect("makefile", "all: a.o\n  cc -o all a.o\n", "failed")
    }

    @Test func directivesOfBladeInPHPAreATemplate() async throws {
        try await expect(
            "php", "@setup\n    $now = new Date;\n@endsetup\n",
            "unchecked: it contains template tags")
    }

    @Test func codeWithoutSemicolonsIsNotOfALanguageThatHasThem() async throws {
        try await expect(
            "java", "key = hash(name)\nplace = key % size\n", "unchecked: not java: no statement")
        try await expect("java", "int a = b()\nint c = 1;\n", "failed")
        try await expect("nginx", "frontend web\n  bind *:80\n  use_backend app\n", "unchecked")
    }

    @Test func valuesOfOtherProgramsInJSON() async throws {
        let words = "unchecked: not JSON: words"
        try await expect("json", "{\"_id\": ObjectId(\"5f\"), \"a\": 1}\n", words)
        try await expect("json", "{\"a\": 1, \"data\": requestBody}\n", words)
        try await expect("json", "{\n  \"a\": [1],\n  {name: value, name: value, ...}\n}\n", "")
        try await expect("json", "{\n  \"a\": ture\n}\n", "failed")
        try await expect("json", "{\n  \"a\": value\"\n}\n", "failed")
        try await expect("json", "{key: \"a\", value: \"b\"}\n", "passed")
        try await expect("json", "{\"key\": \"a\", value: \"b\"}\n", "failed")
        try await expect("json", "[{'id': 2, 'ok': True}]\n", "passed as python")
        try await expect(
            "json", "{\n  \"a\": 1 // [tl! remove]\n  \"a\": 2 // [tl! add]\n}\n",
            "unchecked: lines")
    }

    @Test func tagsThatASentenceMentions() async throws {
        try await expect(
            "xml", "<rules>\n  one\n</rules>\nPut it into <answer> tags.\n<answer>1</answer>\n",
            "passed")
        try await expect("xml", "<x-card>\n  <x-slot:title>A</x-slot>\n</x-card>\n", "passed")
        try await expect("xml", "<a>\n  <b:c>A</b>\n</a>\n", "failed")
        try await expect("xml", "<a>\n  <b>A\n</a>\n", "failed")
    }

    @Test func placeholdersAndYAMLUnderTOML() async throws {
        try await expect("toml", "[languages.<code>]\ntitle = \"A\"\n", "passed")
        try await expect("toml", "global:\n  user: \"root\"\n", "passed as yaml")
        try await expect("markdown", "+++\ntitle: 'A'\n+++\n\nText\n", "failed")
    }

    @Test func aLineOfProseMakesNoLog() async throws {
        let keys = (1...9).map { "key\($0): \($0)\n" }.joined()
        try await expect("yaml", keys + "two words: 1\nthis line has words\n", "failed")
        try await expect(
            "yaml", "one.count\n- Kind: a: b\n\ntwo.count\n- Kind: c\n", "unchecked: few")
    }

    @Test func whatProgramsReportUnderBash() async throws {
        let log = "2022/05/17 21:47:09.626332 engine.go:567: [Debug] GET /ping (1 handler)\n"
        let route =
            "2022/05/17 21:47:09.6 web.go:57: [Debug] App: Method=GET    path=/a   --> name=main.f (1 of 2)\n"
        try await expect("bash", route + route, "skipped: output")
        try await expect(
            "bash", "kubectl logs app -n web\n\n" + log, "unchecked: looks like output")
        try await expect("bash", "vi /etc/sudoers\n# add\nann ALL=(ALL) ALL\n", "unchecked: what")
        try await expect("bash", "ls\n# add\nann ALL=(ALL) ALL\n", "failed")
    }

    @Test func anAttributeWinsOverWhatABlockLooksLike() async throws {
        let log = "2022/05/17 21:47:09.626332 engine.go:567: [Debug] GET /ping (1 handler)\n"
        try await expect("bash check=parse", log, "failed")
        try await expect("bash fails=\"unexpected\"", log, "expected")
        try await expect("java", "这是结果。\n", "skipped: output")
        try await expect("java check=parse", "这是结果。\n", "failed")
        try await expect("yaml", "a b c d e\nf g h: [\n", "unchecked")
        try await expect("yaml check=parse", "a b c d e\nf g h: [\n", "failed")
        try await expect("json", "{\"a\": requestBody}\n", "unchecked")
        try await expect("json check=parse", "{\"a\": requestBody}\n", "failed")
        try await expect("java fails=\"expected nothing\"", "这是结果。\n", "failed")
    }

    @Test func theOutputOfASessionIsNotWhatALabelIsAbout() async throws {
        try await expect("go", "$ go run main.go\n{\"a\": \"b\n c\"}\n", "passed")
    }
}
