import Languages
import Testing

@testable import Snippets

struct LanguageGuessTests {
    private func guess(_ code: String) -> String? {
        LanguageGuess.guess(of: Array(code.utf8))?.name
    }

    @Test(
        arguments: [
            ("go", "func (s *Stack) Push(x int) {\n\ts.items = append(s.items, x)\n}\n"),
            ("go", "if err != nil {\n\treturn err\n}\n"),
            ("python", "def f(x):\n    return x\n"),
            ("python", ">>> 1 + 1\n2\n"),
            ("java", "@Override\npublic void run() {\n    System.out.println(1);\n}\n"),
            ("javascript", "const fs = require('fs');\nconsole.log(fs);\n"),
            ("swift", "guard let x = y else { return }\nlet z: Int = x\n"),
            ("rust", "fn main() {\n    println!(\"x\");\n}\n"),
            ("c", "#include <stdio.h>\nint main(void) {\n    printf(\"x\");\n}\n"),
            ("cpp", "#include <vector>\nstd::vector<int> v;\n"),
            ("sql", "SELECT id FROM users WHERE id = 1;\n"),
            ("console", "$ ls\na b\n"), ("console", "[root@host ~]# ls\n"),
            ("bash", "#!/bin/sh\nx=1\n"), ("bash", "docker run \\\n  --rm nginx\n"),
            ("gdb", "(gdb) bt\n#0 main\n"), ("json", "{\n  \"a\": [1, true, null]\n}\n"),
            ("json", "[{\"a\": \"b\"}]\n"), ("toml", "[a]\nb = \"c\"\nd = 1\n"),
            ("ini", "[core]\n  editor = vim\n"),
            ("yaml", "apiVersion: v1\nkind: Pod\nmetadata:\n  name: x\n"),
            ("xml", "<?xml version=\"1.0\"?>\n<a/>\n"), ("html", "<div>\n  <p>x</p>\n</div>\n"),
            ("diff", "@@ -1,2 +1,2 @@\n-a\n+b\n"), ("diff", " a\n-b\n+c\n"),
            ("dockerfile", "FROM debian\nRUN apt-get update\n"),
            ("makefile", ".PHONY: all\nall:\n\tcc x.c\n"),
            ("protobuf", "syntax = \"proto3\";\nmessage A {\n}\n"), ("asm", "TEXT ·f(SB), $0-8\n"),
        ])
    func knowsLanguagesByTheirForm(language: String, code: String) {
        #expect(guess(code) == language)
    }

    @Test(
        arguments: [
            "", "\n\n", "hello, world\n", "2018/10/06 17:45:55 client.Search err: deadline\n",
            "git is a version control system, and a good one.\n", "go get [-d] [packages]\n",
            "├── a\n└── b.go\n", "goroutine 1 [running]:\nmain.main()\n", "graph LR;\n a --> b;\n",
            "Host: example.org\nAccept: */*\n", "{ a: 1 }\n", "mysql> select * from t;\n",
            "error: cannot find 'x' in scope\nfunc f() {\n", "a\nb\n$ ls\n",
        ])
    func isSilentWhereItIsNotSure(code: String) {
        #expect(guess(code) == nil)
    }

    @Test func readsAnyBytes() {
        #expect(LanguageGuess.guess(of: [0, 0xFF, 0x0A, 0xE2, 0x94]) == nil)
        #expect(LanguageGuess.guess(of: [UInt8](repeating: 0x7B, count: 1 << 20)) == nil)
        #expect(LanguageGuess.guess(of: [UInt8](repeating: 0x0A, count: 1 << 20)) == nil)
    }
}

struct LabelLintTests {
    private func fixes(_ label: String, _ code: String) -> [String] {
        LabelLint.remarks(for: Array(code.utf8), label: label, LanguageLabel(label)).map {
            "\($0.finding.message) -> \($0.finding.edit?.replacement ?? "")"
        }
    }

    @Test func proposesALanguageWhereThereIsNone() {
        #expect(
            fixes("", "package main\n") == ["the block has no language, and looks like go -> go"])
        #expect(fixes("", "some text\n") == [])
    }

    @Test func takesTheNameOfAFileForItsLanguage() {
        #expect(fixes("config.toml", "a = 1\n") == ["'config.toml' is the name of a file -> toml"])
        #expect(fixes("src/main.go", "x\n") == ["'src/main.go' is the name of a file -> go"])
        #expect(fixes("policy.csv", "x\n") == ["'policy.csv' is the name of a file -> csv"])
    }

    @Test func takesAClassForItsLanguage() {
        #expect(
            fixes("js-vue", "let a = {{ b }}\n") == [])
        #expect(
            fixes("language-bash", "ls\n")
                == ["'language-bash' is the name of a class, not of a language -> bash"])
    }

    @Test func takesAssemblyForNoActionScript() {
        #expect(
            fixes("as", "TEXT ·f(SB), $0-8\n\tMOVQ AX, BX\n")
                == ["'as' means ActionScript, and this looks like assembly -> asm"])
        #expect(fixes("as", "var a:int = 1;\n") == [])
    }

    @Test func isSilentAboutKnownLabelsInAnyCase() {
        for label in ["go", "Golang", "JSON", "c++", "brainfuck", "text"] {
            #expect(fixes(label, "$ ls\n") == [], "\(label)")
        }
    }
}
