import Languages
import Testing

@testable import Snippets

struct TextGuessTests {
    private func reading(_ code: String) -> String {
        switch LanguageGuess.reading(of: Array(code.utf8)) {
        case .language(let language): language.name
        case .text: "text"
        case .unknown: "unknown"
        }
    }

    @Test(
        arguments: [
            "该算法从根对象开始搜索。\n如果没有引用链，则对象不可用。\n", "【输入形式】\n一个整数 n\n\n3 4\n",
            "账号：nacos\n密码：nacos\n", "5 12\n3 8\n",
            "+---+---+\n| a | b |\n+---+---+\n2 rows in set (0.00 sec)\n",
            "| a | b |\n|---|---|\n| 1 | 2 |\n", "src\n|-- a.c\n`-- b.c\n",
            "total 8\ndrwxr-xr-x 2 a a 4096 x\n",
            "error[E0463]: can't find crate\n --> src/lib.rs:1:1\n  |\n1 | fn main() {\n",
            "java.lang.NullPointerException\n\tat a.B.c(B.java:1)\n",
            "[INFO] Scanning for projects\n",
            "2024/02/04 18:25:22.958727 registry.go:274: start\n", "https://example.org/a?b=c\n",
            "Take every file to your box. Maybe you will need it.\n",
            "        ______\nA --> |      |\nB --> |______|\n", "undo\nredo\ncut\n", "A → B → C\n",
            "  -h, --help   shows help\n      --port int   the port\n",
            "# TYPE a_total counter\na_total{b=\"c\"} 12\n", "a_total 12\n",
            "Server Version: 14.0\nIs Local: yes\n", "level=info ts=1 msg=\"x\"\n",
            "./main.go:8:14: cannot take the address of m\n", "ValueError: no such key\n",
            "Mon Jan  2 15:04:05 2006: started {a}\n", "GET /a/{id}\nHTTP/1.1 200 OK\n",
            "NAME   AGE\nweb    3d\n", "=== RUN   TestA\n--- PASS: TestA (0.00s)\n",
            "src/cmd/go/main.go\n", "0x45 00069 (a.go:3)\tMOVQ\tAX, BX\n", "✓ all checks passed\n",
            "10 address is : 0x3C8004\n", "Hello World!\n",
        ])
    func knowsTextThatIsNoCode(_ text: String) {
        #expect(reading(text) == "text")
    }

    @Test(
        arguments: [
            ("bash", "dapr upgrade --runtime-version 1.9.0 -k\n"),
            ("bash", "KITEX=1 kitex --version\n"),
            ("bash", "rustup target add thumbv7em-none-eabihf\n"),
            ("bash", "ffmpeg -i in.mp4 out.png\n"),
            ("bash", "cd x\nmake\nmake install\n"), ("bash", "go install example.org/x@latest\n"),
            ("bash", "mysql -u 用户名 -p密码\n"), ("unknown", "select a - b\n"),
            ("unknown", "x = y --z\n"), ("unknown", "# 数组\n"), ("unknown", "return -1\n"),
            ("unknown", "name = \"值\"\n"), ("unknown", "// 说明\n"),
            ("unknown", "foo(\"中文中文中文\");\n"),
            ("unknown", "make is a tool --with options\n"),
            ("bash", "TOKEN=abc\nNAME_1=\"a b\"\nexport A=$TOKEN\n"),
            ("bash", "sign verify \\\n  --issuer=https://a.b \\\n  --x y\n"),
            ("bash", "protoc --go_out=plugins=grpc,a=b:. *.proto\n"),
            ("bash", "kubectl apply -f a.yaml\n\nService created: web\n"),
            ("bash", "// build it\ngit add .\n"), ("unknown", "Name string\nAge int\n"),
            ("unknown", "ENV A b c\n"), ("unknown", "Dim x As Integer\n"),
            ("unknown", "    const N = 1\n"), ("unknown", "Foo(bar baz qux)\n"),
            ("unknown", "window.a\nredis-server\n"),
            ("yaml", "- rule: A\n  condition: >\n    a and\n    not b\n  tags: [x]\n"),
            ("yaml", "- name: a\n  fields: [b]\n  more: c\n"),
        ])
    func knowsCommandsFromOtherCode(_ expected: String, _ text: String) {
        #expect(reading(text) == expected)
    }

    /// What no signs are enough for is read by a grammar, if no other one takes it.
    @Test(
        arguments: [
            ("passed (java)", "public interface Weapon {\n    void attack();\n}\n"),
            ("passed (php)", "$cfg['secret'] = 'hello';\n"),
            ("passed (javascript)", "var editor = CodeMirror(document.body);\n"),
            ("unchecked (no language)", "a.b(c)\n"), ("unchecked (no language)", "x = 1\n"),
            ("skipped (no language, reads as text)", "4\n"),
            ("passed (console)", "me:~/src$ ls\na\n"),
            (
                "passed (go)",
                "func main() {\n\u{A0} s := []string{\"a\"}\n\u{A0} fmt.Println(s)\n}\n"
            ),
            ("passed (c)", "int grow(dict *d) {\n  d->size = 1;\n  return d->used;\n}\n"),
        ])
    func readsByTheOneGrammarThatTakesAText(_ expected: String, _ code: String) async {
        let blocks = await ProofedBlocks([("", Array(code.utf8))])
        var outcome = blocks.outcome(0)
        if case .passed(let pass) = blocks.snippets[0].verdict {
            outcome += " (\(pass.readAs ?? ""))"
        }
        #expect(outcome == expected)
    }

    @Test func takesAnyBytesInLinearTime() {
        for text in ["|", "- ", "你", "\n", "a ", "-x ", "1"] {
            let bytes = Array(String(repeating: text, count: 200_000).utf8)
            _ = LanguageGuess.reading(of: bytes)
        }
        for seed in 0..<300 { _ = LanguageGuess.reading(of: DataExamination.randomBytes(seed)) }
    }
}
