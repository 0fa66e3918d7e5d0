import Testing

@testable import Snippets

/// A transcript as text: `program| typed` and `| output`.
func outline(_ text: String, isConsole: Bool = false) -> String? {
    let lines = CodeLines(Array(text.utf8))
    guard let transcript = Transcript(lines, isConsole: isConsole) else { return nil }
    var out = ""
    for entry in transcript.entries {
        for line in entry.typed { out += "\(entry.program.rawValue)| \(lines.string(line))\n" }
        for line in lines.string(entry.output).split(separator: "\n") { out += "| \(line)\n" }
    }
    return out
}

struct TranscriptTests {
    @Test func partsCommandsFromOutput() {
        #expect(
            outline("$ echo 你好\n你好\n$ ls\n\na.txt\n") == """
                shell| echo 你好
                | 你好
                shell| ls
                | a.txt

                """)
    }

    @Test func followsBackslashesQuotesAndHereDocuments() {
        #expect(
            outline(
                """
                $ make \\
                    all
                ok
                $ echo 'a
                b'
                a
                $ cat <<EOF
                $HOME (
                EOF
                done
                """) == """
                    shell| make \\
                    shell|     all
                    | ok
                    shell| echo 'a
                    shell| b'
                    | a
                    shell| cat <<EOF
                    shell| $HOME (
                    shell| EOF
                    | done

                    """)
    }

    @Test func takesOffTheShellsSecondPrompt() {
        #expect(
            outline("$ for f in *; do\n>   echo $f\n> done\na\n> b\n") == """
                shell| for f in *; do
                shell|   echo $f
                shell| done
                | a
                | > b

                """)
    }

    @Test func takesWhatFollowsAnOpenQuoteForOutput() {
        #expect(
            outline("$ echo it's\nits\n$ ls\n") == """
                shell| echo it's
                | its
                shell| ls

                """)
    }

    @Test(arguments: [
        ("user@host:~/src$ id\n", "shell| id\n"),
        ("[root@db ~]# id\n", "shell| id\n"),
        ("root@x:/# id\n", "shell| id\n"),
        ("me@mac src % id\n", "shell| id\n"),
        ("MacBook:src me$ id\n", "shell| id\n"),
        ("➜  app git:(main) ✗ id\n", "shell| id\n"),
        ("➜ id\n", "shell| id\n"),
        ("❯ id\n", "shell| id\n"),
        ("(venv) $ id\n", "shell| id\n"),
        ("(venv) me@host:~$ id\n", "shell| id\n"),
        ("bash-5.1$ id\n", "shell| id\n"),
        ("~/src $ id\n", "shell| id\n"),
        ("% id\n", "shell| id\n"),
        ("me@host ~> id\n", "fish| id\n"),
        ("PS C:\\a b> dir\n", "powershell| dir\n"),
        ("PS> dir\n", "powershell| dir\n"),
        ("C:\\Users\\me>dir\n", "batch| dir\n"),
        ("(gdb) bt\n", "gdb| bt\n"),
        ("(lldb) bt\n", "lldb| bt\n"),
        ("(dlv) bt\n", "dlv| bt\n"),
        ("mysql> SELECT 1;\n", "sql| SELECT 1;\n"),
        ("MariaDB [db]> SELECT 1;\n", "sql| SELECT 1;\n"),
        ("postgres=# \\d\n", "sql| \\d\n"),
        ("db=> SELECT 1;\n", "sql| SELECT 1;\n"),
        ("sqlite> .tables\n", "sql| .tables\n"),
        ("127.0.0.1:6379> GET a\n", "redis| GET a\n"),
        (">>> 1\n", "python| 1\n"),
        (">>>1\n", "python| 1\n"),
        ("In [12]: 1\n", "python| 1\n"),
        ("irb(main):001:0> 1\n", "ruby| 1\n"),
        ("scala> 1\n", "other| 1\n"),
        ("gore> 1\n", "other| 1\n"),
    ])
    func knowsThePrompt(_ text: String, _ expected: String) {
        #expect(outline(text) == expected)
    }

    @Test(arguments: [
        "echo $HOME\n", "#!/bin/sh\n# ls\nls\n", "key=> value\n", "> quoted text, not typed\n",
        ">>>>>>> main\n", "50% done\n", "{\"a\": 1}\n", "cat> file\n cat\n",
        "cat <<EOF\n$ ls\nEOF\n", "# install it\nmake install\n", "",
    ])
    func seesNoPrompt(_ text: String) {
        #expect(outline(text) == nil)
    }

    @Test func tellsARootPromptFromAComment() {
        #expect(outline("# ls -l\ntotal 4\n") == "shell| ls -l\n| total 4\n")
        #expect(outline("# ls -l\n") == nil)
        #expect(outline("# ls -l\n", isConsole: true) == "shell| ls -l\n")
        #expect(outline("# list the files\nls -l\n") == nil)
        #expect(outline("# comment\n$ ls\na\n") == "shell| ls\n| a\n")
    }

    @Test func readsStatementsOverSeveralLines() {
        let text = "mysql> SELECT *\n    -> FROM t;\n+---+\n| a |\nmysql> SELECT\n1;\n1\n"
        #expect(
            outline(text) == """
                sql| SELECT *
                sql| FROM t;
                | +---+
                | | a |
                sql| SELECT
                sql| 1;
                | 1

                """)
    }

    @Test func keepsPythonsSuites() {
        #expect(
            outline(">>> if x:\n...     f()\n...\n1\n") == """
                python| if x:
                python|     f()
                python| 
                | 1

                """)
    }

    @Test(arguments: [
        ("", "$ "), ("", "$ \n"), ("", "$ cat <<EOF\n"), ("", "$ echo '\n"),
        ("cat <<EOF\n", "$ a\n"), ("", "# ls (\n"), ("", "mysql> SELECT\n"),
    ])
    func readsHostileTextInOnePass(_ start: String, _ repeated: String) {
        let text = start + String(repeating: repeated, count: 200_000 / repeated.utf8.count)
        let lines = CodeLines(Array(text.utf8))
        #expect((Transcript(lines)?.entries.count ?? 0) <= lines.ranges.count)
    }
}
