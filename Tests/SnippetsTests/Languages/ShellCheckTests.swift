import Languages
import Testing

@testable import Snippets

private func examination(
    _ text: String, label: String = "bash", _ check: LanguageCheck = .bash
) -> Examination {
    check.examine(
        SnippetText(
            code: Array(text.utf8), info: InfoString(label),
            language: Language.named(label) ?? Language("bash")))
}

/// What bash is asked, text by text.
private func asked(_ text: String, label: String = "bash") -> [String] {
    (examination(text, label: label).request?.texts ?? []).map {
        String(decoding: $0.bytes, as: UTF8.self)
    }
}

private func remarks(_ text: String, label: String = "bash") -> [String] {
    examination(text, label: label).remarks.map {
        "\($0.finding.message): \($0.finding.edit?.replacement ?? "")"
    }
}

private func reason(_ text: String, label: String = "bash") -> String {
    switch examination(text, label: label).result {
    case .accepted(let level): "\(level)"
    case .undecided(let reason): reason
    case .rejected(let findings, _): findings.map { "\($0.range) \($0.message)" }.joined()
    }
}

struct ShellCheckTests {
    @Test func asksForTheCommandsOfATranscriptAlone() {
        let text = "$ cd 目录 &&\n> ls\na (b\n$ pwd\n"
        #expect(asked(text) == ["cd 目录 &&\nls\npwd\n"])
        #expect(remarks(text) == ["prompts and output in a block labelled 'bash': console"])
        #expect(remarks("$ ls\n", label: "sh") == ["prompts in a block labelled 'sh': console"])
    }

    @Test func keepsThePlaceOfEachCommand() throws {
        let code = "$ 中\nout\n$ ls (x\n"
        let request = try #require(examination(code).request)
        let text = try #require(request.texts.first)
        #expect(text.origin(of: text.offset(line: 2, column: 4, in: .scalars)) == 15)
        #expect(Array(code.utf8)[15] == UInt8(ascii: "("))
    }

    @Test(arguments: [
        ("git push <远程> main\n", "git push xxxxxxxx main\n"),
        ("login <your-token>\n", "login xxxxxxxxxxxx\n"),
        ("cat <in >out\n", "cat <in >out\n"),
        ("cat <<EOF >out\nEOF\n", "cat <<EOF >out\nEOF\n"),
        ("diff <(a) <(b)\n", "diff <(a) <(b)\n"),
        ("cat <a>b\n", "cat xxxb\n"),
        ("cat <a>>b\n", "cat <a>>b\n"),
        ("echo \"<b>\"\n", "echo \"xxx\"\n"),
        ("etcd health (--a=$B|--all)\n", "etcd health xxxxxxxxxxxxxx\n"),
        ("ls && (cd x|y)\n", "ls && (cd x|y)\n"),
        ("echo {{ .Values.x }} {a,b}\n", "echo xxxxxxxxxxxxxxx {a,b}\n"),
        ("awk '{{print $1}}' f\n", "awk '{{print $1}}' f\n"),
    ])
    func fillsPlaceholdersIn(_ text: String, _ expected: String) {
        #expect(asked(text) == [expected])
    }

    @Test func countsElisions() {
        #expect(examination("make\n# ...\n...\n…\ngo test ./...\n").elisions == 3)
    }

    @Test(arguments: [
        "total 48\n-rw-r--r-- 1 me me 0 a (b)\n", "{\n  \"a\": 1\n}\n", "├── a\n└── b\n",
        "Error: no such host (x)\n", "commit 869cc0a (HEAD -> main)\nAuthor: A\n",
        "panic: runtime error\n\ngoroutine 1 [running]:\nmain.main()\n", "layer {\n  a: 1\n}\n",
        "10.0.0.1:80 is healthy\n", "FROM golang\nRUN go build (x)\n",
    ])
    func leavesOutputAlone(_ text: String) {
        #expect(reason(text) == "looks like output, not commands")
        #expect(remarks(text) == ["output is labelled 'bash': text"])
    }

    @Test func checksTheCommandsAmongOutput() {
        #expect(asked("ls -l\ntotal 4 (x\n") == ["ls -l\n", "ls -l\ntotal 4 (x\n"])
    }

    @Test(arguments: [
        ("$env:A = 1\n", "looks like PowerShell, not bash"),
        ("@echo off\n", "looks like batch, not bash"),
        ("set -gx A b\n", "looks like fish, not bash"),
        ("C:\\> dir\n", "a session of batch, not bash"),
        ("echo \0\n", "it holds NUL bytes"),
    ])
    func leavesOtherShellsAlone(_ text: String, _ expected: String) {
        #expect(reason(text) == expected)
    }

    @Test func leavesZshsOwnSyntaxAlone() {
        #expect(reason("for f (*.txt) echo $f\n", label: "zsh") == "looks like zsh, not bash")
        #expect(reason("ls *(.)\n", label: "zsh") == "looks like zsh, not bash")
        #expect(asked("ls -l\n", label: "zsh") == ["ls -l\n"])
    }

    @Test(arguments: [
        ("echo 中 \"a\n", "9..<10 '\"' is never closed"),
        ("x=$(date\n", "2..<4 '$(' is never closed"),
        ("if true; then\n  ls\n", "0..<2 'if' is never closed"),
        ("f() {\n  ls\n", "4..<5 '{' is never closed"),
    ])
    func pointsAtWhatIsNeverClosed(_ text: String, _ expected: String) {
        #expect(reason(text) == expected)
    }

    @Test(arguments: [
        "case $x in a) ls;; (b) ls;; esac\n", "a=(1 2); echo ${#a[@]} \"${a[0]:-it's}\"\n",
        "echo $((1 << 2)) $'it\\'s' \"$(echo \")\")\"\n", "f ()\n{\n  ls\n}\n",
        "[[ $a =~ ^(b|c)$ ]] && ls\n", "for ((i = 0; i < 3; i++)); do ls; done\n",
        "echo `ls \"a b\"` # it's\n", "cat <<A <<'B'\n\"\nA\n(\nB\nls\n", "echo done if for {\n",
    ])
    func findsNothingOpenIn(_ text: String) {
        #expect(reason(text) == "bash not run")
    }

    @Test(arguments: [
        "if \"$(", "echo \"\n", "if x\n", "<", "ls <a", "{{", "cat <<A\n", "(", "f()\n", "`\n",
    ])
    func readsHostileText(_ repeated: String) {
        let text = String(repeating: repeated, count: 200_000 / repeated.utf8.count)
        _ = examination(text)
        _ = examination(text, label: "console", .console)
    }

    @Test func checksConsolesAndOtherShellsByTheirShape() {
        #expect(
            "\(examination("$ ls\n", label: "console", .console).result)"
                == "accepted(Snippets.CheckLevel.shape)")
        #expect(
            "\(examination("C:\\> dir\n", label: "cmd", .otherShells).result)"
                == "accepted(Snippets.CheckLevel.shape)")
        #expect(
            "\(examination("dir\n", label: "cmd", .otherShells).result)"
                == "undecided(\"no checker for batch\")")
    }
}

struct BashToolTests {
    private func reading(_ text: String, status: Int32 = 2) -> ToolReading {
        BashTool.reading(of: ToolOutput(files: ["0.sh"], text: text, status: status))
    }

    private func rejected(_ line: Int, _ column: Int?, _ unit: ToolFinding.Unit, _ words: String)
        -> ToolReading
    {
        .rejected([ToolFinding(line: line, column: column, unit: unit, words)])
    }

    @Test func pointsAtTheTokenInScalars() {
        let words = "syntax error near unexpected token `('"
        #expect(
            reading("0.sh: line 3: \(words)\n0.sh: line 3: `echo 中 (x)'\n")
                == rejected(3, 8, .scalars, words))
    }

    @Test func pointsAtTheOperatorBehindAnother() {
        let words = "syntax error near unexpected token `&&'"
        #expect(
            reading("0.sh: line 1: \(words)\n0.sh: line 1: `a && b && && c'\n")
                == rejected(1, 11, .scalars, words))
    }

    @Test func takesTheLineWhereTheTokenCannotBeTold() {
        let words = "syntax error near unexpected token `fi'"
        #expect(
            reading("0.sh: line 1: \(words)\n0.sh: line 1: `fi fi'\n")
                == rejected(1, 1, .scalars, words)
                || reading("0.sh: line 1: \(words)\n0.sh: line 1: `fi fi'\n")
                    == rejected(1, nil, .scalars, words)
        )
    }

    @Test func endsAtTheLastLine() {
        let words = "syntax error: unexpected end of file"
        #expect(
            reading("0.sh: line 3: \(words)\n") == rejected(2, Int(Int32.max), .bytes, words))
        let named = words + " from `if' command on line 1"
        #expect(reading("0.sh: line 3: \(named)\n") == rejected(1, nil, .bytes, named))
    }

    @Test func acceptsAWarning() {
        let words = "warning: here-document at line 1 delimited by end-of-file (wanted `EOF')"
        #expect(reading("0.sh: line 2: \(words)\n", status: 0) == .accepted)
        #expect(reading("", status: 0) == .accepted)
    }

    @Test func tellsACrashFromAFault() {
        #expect(reading("Killed\n", status: -9) == .crashed("Killed"))
        #expect(
            reading("0.sh: 0.sh: cannot execute binary file\n", status: 126)
                == .undecided("bash takes it for a program"))
    }
}
