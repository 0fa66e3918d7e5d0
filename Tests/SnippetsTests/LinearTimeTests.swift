import Addresses
import Diagnostics
import Languages
import Markdown
import TestSupport
import Testing

@testable import Snippets

/// Whatever checks a code block takes time by its length, not by its square.
struct LinearTimeTests {
    private static let code = [
        "func a() {\n", "}\n", "...\n", "…\n", "// a\n", "/* a ", "if a:\n", "  if a:\n",
        "def a(b):\n",
        "a = \"bcd\n", "\"${", "{%", "?(", "a = 'b'\n", "\"\"\"\n", "<a>", "<a b=\"c\">", "</a>",
        "<!-- a", "<a\n",
        "{\"a\": 1,\n",
        "\"a\": [\n", "[1, ", "a: b\n", "- a\n", "- - ", "a:\n  ", "[a№]\n", "a№ = 1\n",
        "key№: a\n",
        "$ ls\n", "# ls\n", "> a\n", ">>> a\n", "... a\n", "(gdb) a\n", "a$ b\nc\n", "1: a\n",
        "+ a\n",
        "- b\n", "@@ -1 +1 @@\n", "--- a\n+++ b\n", "SELECT a FROM b WHERE ", "FROM a\n",
        "RUN a \\\n",
        "a: b\n\tc\n", "location / {\n", "<<EOF\n", "cat <<A\n", "$(", "${a", "case a in\n", "fi\n",
        "done\n",
        "a | b \\\n", "GET /a HTTP/1.1\n", "A: b\n", "#if a\n", "#include <a>\n", "“a” ", "a，b ",
        "\u{200B}",
        "package main\n", "import \"a\"\n", "x := <a>\n", "YOUR_KEY ", "&a ", "*a ", "? a\n", "? ",
        "a: |\n",
        "%a ", "{% a %}", "{{ a }} ", "r#\"", "q{", "@a ", "end\n", "class A {\n",
    ]

    /// Numbered repetitions of fences would be blocks of their own, so there is one block.
    private static func examine(_ code: [UInt8], _ label: String) {
        let fence = Array(repeating: UInt8(ascii: "~"), count: 40)
        let source = fence + Array(label.utf8) + [0x0A] + code + [0x0A] + fence + [0x0A]
        let document = Document(parsing: source, file: SourcePath("a.md"), options: .standard)
        let examined = SnippetExaminer(SnippetSettings()).examine(
            document, SnippetComments(in: document), defaults: SnippetDefaults())
        let resolver = VerdictResolver(toolbox: Toolbox([]), answers: ToolAnswers())
        _ = examined.map { resolver.verdict(of: $0) }
    }

    @Test(arguments: Language.all.map(\.name) + [""])
    func checksCodeInTimeByItsLength(label: String) {
        let function = TextFunction(label, Self.code, size: 600, common: false) {
            Self.examine($0, label)
        }
        #expect(function.problems() == [])
    }

    private static let functions: [TextFunction] = [
        TextFunction(
            "an info string",
            [
                "go ", "hl=1 ", "hl=№,", "title=\"", "title='a' ", "{", "a=b ", "check=",
                "reason=\"a ",
            ]
        ) {
            let text = String(decoding: $0, as: UTF8.self)
            _ = InfoString(text)
            _ = InfoString.problems(in: text, lines: 3)
            _ = InfoString.problems(inAttributes: text, lines: 3)
        },
        TextFunction("lines", ["1,", "1-2,", "№-9,", "-"]) {
            _ = LineSet(String(decoding: $0, as: UTF8.self))
        },
        TextFunction("a guess of the language", code, size: 600) {
            _ = LanguageGuess.guess(of: $0)
        },
        TextFunction("many blocks", ["```go\na\n```\n", "<!-- galley: a -->\n", "```\n"]) {
            let document = Document(parsing: $0, file: SourcePath("a.md"), options: .standard)
            _ = SnippetExaminer(SnippetSettings()).examine(
                document, SnippetComments(in: document), defaults: SnippetDefaults())
        },
        TextFunction("a baseline", ["{\"a\": ", "[", "{\"version\": 1, \"failures\": ["]) {
            _ = Baseline($0)
            _ = Baseline(of: [Baseline.Key]()).ranges(in: $0)
        },
    ]

    @Test(arguments: functions)
    func takesTimeByLength(function: TextFunction) {
        #expect(function.problems() == [])
    }
}
