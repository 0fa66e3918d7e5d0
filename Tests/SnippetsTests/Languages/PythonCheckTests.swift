import Languages
import Testing

@testable import Snippets

private func examination(_ text: String) -> Examination {
    LanguageCheck.python.examine(
        SnippetText(
            code: Array(text.utf8), info: InfoString("python"),
            language: Language.named("python") ?? Language("python")))
}

private func asked(_ text: String) -> [String] {
    (examination(text).request?.texts ?? []).map { String(decoding: $0.bytes, as: UTF8.self) }
}

struct PythonCheckTests {
    @Test(arguments: [
        ("    a = 1\n      # 注\n    b = 2\n", ["a = 1\n  # 注\nb = 2\n"]),
        ("def f():\n", ["def f(): pass\n"]),
        ("def f():  # 中\n    # todo\ng()\n", ["def f(): pass  # 中\n    # todo\ng()\n"]),
        ("def f():\ndef g():\n", ["def f(): pass\ndef g(): pass\n"]),
        ("if x:\ny = 1\n", ["if x:\ny = 1\n"]),
        ("x = {\n  1:\n  2}\n", ["x = {\n  1:\n  2}\n"]),
        ("@app.get('/')\n", ["@app.get('/')\ndef _(): pass\n"]),
        ("else:\n  x\n", ["else:\n  x\n", "if 1: pass\nelse:\n  x\n"]),
        (
            "        x\n    y\nz\n",
            ["        x\n    y\nz\n", "if 1:\n    if 1:\n        x\n    y\nz\n"]
        ),
        (" x\ny\n", [" x\ny\n"]),
        ("%timeit f(1)\n!ls\n", ["pass#       \n0  \n"]),
        ("f(key=<my key>)\na < b > c\n", ["f(key=________)\na < b > c\n"]),
        ("\u{FEFF}x = 1\n", ["x = 1\n"]),
        (">>> x = 1\n>>> x\n1\n", ["x = 1\nx\n"]),
        ("'''\n>>> x (\n'''\n", ["'''\n>>> x (\n'''\n"]),
    ])
    func makesParsableTextOf(_ text: String, _ expected: [String]) {
        #expect(asked(text) == expected)
    }

    @Test(arguments: [
        ("…\n", ["...\n", "   \n"]),
        (
            "def f():\n\t...\n    return\n",
            [
                "def f():\n\t...\n    return\n", "def f():\n\t   \n    return\n",
            ]
        ),
        ("if x:\n    ...\n", ["if x:\n    ...\n", "if x: pass\n       \n"]),
        ("x = 1 ......\n", ["x = 1       \n"]),
        ("import os, …\n", ["import os, _  \n"]),
        ("f(a, ...)\n", ["f(a, ...)\n", "f(a, *_ )\n"]),
        ("{'a': 1, ...}\n", ["{'a': 1, ...}\n", "{'a': 1, **_}\n"]),
        ("[1, 2 ... 9]\n", ["[1, 2 ... 9]\n", "[1, 2 ,   9]\n"]),
        ("[1, ... 9]\n", ["[1, ... 9]\n", "[1,     9]\n"]),
        ("'...' # ... and more\n", ["'...' # ... and more\n"]),
    ])
    func fillsGapsIn(_ text: String, _ expected: [String]) {
        #expect(asked(text) == expected)
    }

    @Test func keepsPlacesThroughPromptsAndMargins() throws {
        let code = ">>> s = '中'\nout\n>>> f(，)\n"
        let text = try #require(examination(code).request?.texts.first)
        let offset = text.origin(of: text.offset(line: 2, column: 3, in: .scalars))
        #expect(Array(code.utf8)[offset...].starts(with: "，".utf8))
    }

    @Test(arguments: [
        ("x\nTraceback (most recent call last):\n", "output with a traceback"),
        ("f()\nIndexError: out of range\n", "output with a traceback"),
        ("{% for x in y %}\n", "a template, not Python"),
        ("%%bash\nls\n", "an IPython cell of another language"),
        ("<p>x</p>\n", "mark-up, not Python"),
        ("$ python a.py\n1\n", "a session of another program, not Python"),
    ])
    func leavesAlone(_ text: String, _ expected: String) throws {
        guard case .undecided(let reason) = examination(text).result else {
            Issue.record("decided")
            return
        }
        #expect(reason == expected)
        #expect(examination(text).request == nil)
    }

    @Test(arguments: ["(", "\"\"\"\n", "...\n", "f(...,", "if x:\n", ">>> (\n", "\t", "=<a", "…"])
    func readsHostileText(_ repeated: String) {
        _ = examination(String(repeating: repeated, count: 200_000 / repeated.utf8.count))
    }
}

struct PythonToolTests {
    @Test func readsPlacesAndWhatIsTooMuch() {
        let output = ToolOutput(
            files: ["0.py", "1.py", "2.py"],
            text: "0.py:2:9: invalid character '；' (U+FF1B)\n"
                + "2.py: undecided: nested too deeply for Python\n", status: 0)
        #expect(
            PythonTool.readings(of: output) == [
                .rejected([
                    ToolFinding(
                        line: 2, column: 9, unit: .scalars, "invalid character '；' (U+FF1B)")
                ]),
                .accepted, .undecided("nested too deeply for Python"),
            ])
    }

    @Test func tellsACrash() {
        let output = ToolOutput(files: ["0.py"], text: "MemoryError\n", status: 1)
        #expect(PythonTool.readings(of: output) == [.crashed("MemoryError")])
    }
}
