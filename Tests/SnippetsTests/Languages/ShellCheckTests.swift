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

private func remarks(_ text: String, label: String = "bash") -> [String] {
    examination(text, label: label).remarks.map {
        "\($0.finding.message): \($0.finding.edit?.replacement ?? "")"
    }
}

private func reason(_ text: String, label: String = "bash") -> String {
    switch examination(text, label: label).result {
    case .accepted(let level): "\(level)"
    case .undecided(let reason), .text(let reason): reason
    case .rejected(let findings, _): findings.map { "\($0.range) \($0.message)" }.joined()
    }
}

struct ShellCheckTests {
    @Test func readsTheCommandsOfATranscriptAlone() {
        let text = "$ cd 目录 &&\n> ls\na (b\n$ pwd\n"
        #expect(reason(text) == "parse")
        #expect(remarks(text) == ["prompts and output in a block labelled 'bash': console"])
        #expect(remarks("$ ls\n", label: "sh") == ["prompts in a block labelled 'sh': console"])
    }

    @Test func keepsThePlaceOfEachCommand() {
        #expect(reason("$ 中\nout\n$ ls (x\n").hasPrefix("15..<16 "))
    }

    @Test(arguments: [
        "git push <远程> main\n", "login <your-token>\n", "cat <in >out\n",
        "cat <<EOF >out\nEOF\n", "diff <(a) <(b)\n", "cat <a>b\n", "cat <a>>b\n",
        "echo \"<b>\"\n", "etcd health (--a=$B|--all)\n", "ls && (cd x|y)\n",
        "echo {{ .Values.x }} {a,b}\n", "awk '{{print $1}}' f\n",
    ])
    func passesPlaceholders(_ text: String) {
        #expect(reason(text) == "parse")
    }

    @Test func countsElisions() {
        #expect(examination("make\n# ...\n...\n…\ngo test ./...\n").elisions == 3)
    }

    @Test(arguments: [
        "total 48\n-rw-r--r-- 1 me me 0 a (b)\n", "├── a\n└── b\n",
        "Error: no such host (x)\n", "commit 869cc0a (HEAD -> main)\nAuthor: A\n",
        "panic: runtime error\n\ngoroutine 1 [running]:\nmain.main()\n", "10.0.0.1:80 is healthy\n",
        "NAME   READY   STATUS\nweb-1  1/1     Running\n", "key = value\nother = more\n",
        "Downloading crates ...\n  Compiled 3 of 4 (x)\n", "-p int\n      the port (80)\n",
    ])
    func tellsOutputApart(_ text: String) {
        #expect(reason(text) == "output, labelled bash")
        #expect(remarks(text) == ["output is labelled 'bash': text"])
    }

    /// Neither a command nor surely what a program prints.
    @Test(arguments: [
        "layer {\n  a: 1\n}\n", "FROM golang\nRUN go build (x)\n", ":%!xxd\n",
        "[a]# tool -x\nError: no\n", "db.run({\n  a: 1,\n})\n",
    ])
    func leavesWhatIsNoCommandUnchecked(_ text: String) {
        #expect(reason(text) == "looks like output, not commands")
        #expect(remarks(text) == [])
    }

    @Test(arguments: [
        ("{\n  \"a\": 1\n}\n", "json"), ("kind: A\nmetadata:\n  name: b\n", "yaml"),
        ("FROM golang:1\nWORKDIR /x\nCOPY . .\nRUN go build ./...\n", "dockerfile"),
        ("[main]\n  a = b c\n", "ini"),
    ])
    func readsAnotherLanguageUnderAShellsLabel(_ text: String, _ language: String) {
        let examination = examination(text)
        #expect(examination.readAs == language)
        #expect(remarks(text) == ["labelled bash, but it reads as \(language): \(language)"])
    }

    @Test(arguments: [
        "ls -l\ntotal 4 (x\n", "meshctl stat -n prod\nNAME   READY (x\nweb    1/1\n",
        "--set a.b=true \\\n--set c.d=1\n", ".build/release/Server <ip> 8080\n",
        "build/bin/server start\n", "echo \"web: x $PORT\" > Procfile\n",
        "> meshctl authz -n prod deploy/web\nROUTE   SERVER (x\n",
        "make all\n\n   done in 3 seconds (x.\n", "tool run <...> <..>\n",
    ])
    func readsTheCommandsAmongOutput(_ text: String) {
        #expect(reason(text) == "parse")
    }

    @Test func leavesAQuoteOpenThatTheReaderFills() {
        #expect(reason("git commit -m \"\n") == "the text stops where a quote begins")
        #expect(reason("git commit -m x\"\n").hasSuffix("the double quote is never closed"))
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

    @Test func readsZshsOwnSyntaxByItsLabel() {
        #expect(reason("for f (*.txt) echo $f\n", label: "zsh") == "parse")
        #expect(reason("ls *(.)\n", label: "zsh") == "parse")
    }

    @Test(arguments: [
        ("echo 中 \"a\n", "9..<10 the double quote is never closed"),
        ("x=$(date\n", "2..<4 '$(' is never closed"),
        ("if true; then\n  ls\n", "0..<2 'if' is never closed by 'fi'"),
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
        #expect(reason(text) == "parse")
    }

    @Test(arguments: [
        "if \"$(", "echo \"\n", "if x\n", "<", "ls <a", "{{", "cat <<A\n", "(", "f()\n", "`\n",
    ])
    func readsHostileText(_ repeated: String) {
        let text = String(repeating: repeated, count: 200_000 / repeated.utf8.count)
        _ = examination(text)
        _ = examination(text, label: "console", .console)
    }

    @Test func readsConsolesAndTakesOtherShellsByTheirShape() {
        #expect(
            "\(examination("$ ls\n", label: "console", .console).result)"
                == "accepted(Snippets.CheckLevel.parse)")
        #expect(
            "\(examination("C:\\> dir\n", label: "cmd", .otherShells).result)"
                == "accepted(Snippets.CheckLevel.shape)")
        #expect(
            "\(examination("dir\n", label: "cmd", .otherShells).result)"
                == "accepted(Snippets.CheckLevel.shape)")
    }
}
