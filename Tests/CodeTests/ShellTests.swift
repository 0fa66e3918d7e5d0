import Testing

@testable import Code

@Suite struct ShellTests {
    @Test(arguments: [
        "", "# nothing\n", "echo hi", "a=1 b=2 make -j4 2>&1 | tee log", "! grep -q x y && exit 1",
        "if [ -f x ]; then\n  echo 1\nelif (b) then c\nelse\n  d\nfi >log",
        "for f in *.txt; do mv \"$f\" \"${f%.txt}.md\"; done",
        "for ((i = 0; i < 3; i++)); do\n  echo $i\ndone", "for x\ndo a; done",
        "while read -r l; do echo \"$l\"; done < <(ls)", "until a; do b; done &",
        "select x in a b; do break; done",
        "case $1 in\n  -h|--help) usage ;;\n  (*.tar.gz) tar x ;&\n  *) a ;;&\n  in) b\nesac",
        "f() {\n  local a=(1 2) b\n}\nfunction g-h { f; }\nfunction i() ( f )",
        "cat <<EOF; cat <<-'E F' | b\n$(\nEOF\n\tit's\n\tE F\necho",
        "x=$(cat <<A.B-c\n\"\nA.B-c\n)", "grep x <<<\"$y\"", "diff <(a | b) >(c)",
        "a=(1 'b c' # d\n  [3]=e $(f)) b+=(2)\ndeclare -A m=([x]=1)", "a[1 + 2]=3",
        "echo \"a $(b \"c ${d:-\"e\"}\") `f`\" $'it\\'s' $\"g\"", "echo ${x:-'}'} ${x//(/_} $[1+2]",
        "echo $((1 + (2))) $( (a) ) $((a); (b))", "((i++)) && ((a))",
        "[[ $a == *.txt && ( -f b || ! $c =~ ^(x|y)z$ ) ]]", "echo !(a|b) @(c).d",
        "time -p a | b", "coproc p { a; }", "echo then fi } [ ] in", "{ a; } 2>/dev/null",
        "exec {fd}>x 3<&- &>y", "a && # c\n  b \\\n  --c", "echo a#b # c",
        "if\\\n  a; then b; fi", "({ a;}|b)", "echo \"${x:-it's}\"", "time",
        "\u{FEFF}#!/bin/sh\necho",
    ])
    func readsWhatABlockMayHold(_ code: String) throws {
        try expectAccepted("shell", code)
        let reading = try #require(CodeRegistry.language("shell")).read(
            wholeFile: Array(code.utf8))
        guard case .accepted = reading else {
            Issue.record("\(reading)\n\(code)")
            return
        }
    }

    @Test(arguments: [
        "for f in *.txt(.); do print -l ${(s:,:)f}; done", "if [[ -f x ]] { a } else { b }",
        "for x (a b) echo $x", "foreach x (a b)\n  echo $x\nend", "() { echo $1 } a",
        "repeat 3 echo x", "{ a } always { b }", "diff =(a) <(b)", "ls *(om[1]) <1-9>.txt",
        "f() echo", "while ((1)) { a }", "case x { (a|b) c ;| d) e }", "a &!",
    ])
    func readsTheShellOfZ(_ code: String) throws {
        try expectAccepted("zsh", code)
    }

    @Test(arguments: [
        ("kubectl get pod <name> -o yaml", 1), ("ssh <your user>@<host's name>", 2),
        ("cat < in > out", 0), ("<binary> --help", 1), ("curl http://<ip>:<port>/", 2),
        ("f() { ... }", 1), ("if a; then\n  # ...\nfi", 1), ("for x in …; do ... done", 2),
        ("docker ps (-a)", 1), ("etcdctl health (--all|--name=$N)", 1),
        ("make [options] ...", 1), ("case x in\n  a) b ;;\n  ...\nesac", 1),
    ])
    func readsWhatArticlesWrite(_ code: String, _ elisions: Int) throws {
        try expectAccepted("shell", code, elisions: elisions)
    }

    @Test func readsWhatIsCutOff() throws {
        for code in ["a &&", "a | # c\n", "a; b ||\n\n"] {
            #expect(
                try read("shell", code) == .accepted(.init(start: "file", isCutOff: true)),
                "\(code)")
        }
    }

    @Test func findsWhatIsNeverClosed() throws {
        try expectRefused(
            "shell", "⟦while⟧ a; do\n  b\n", "'while' is never closed by 'done'",
            edited: "while a; do\n  b\ndone\n")
        try expectRefused("shell", "f() ⟦{⟧\n  a\n", "'{' is never closed")
        try expectRefused(
            "shell", "a ⟦$(⟧b | c\nd", "'$(' is never closed", edited: "a $(b | c)\nd")
        try expectRefused("shell", "a ⟦`⟧b", "the backquote is never closed", edited: "a `b`")
        try expectRefused("shell", "echo ⟦${⟧a", "'${' is never closed", edited: "echo ${a}")
        try expectRefused("shell", "⟦((⟧1 + 2", "'((' is never closed", edited: "((1 + 2))")
    }

    @Test func findsHereDocumentsWithoutEnd() throws {
        try expectRefused("shell", "cat ⟦<<EOF⟧\na\n EOFx\n", "no line is just 'EOF'")
        try expectRefused(
            "shell", "cat <<EOF\na\n⟦  EOF⟧\n", "no blanks around 'EOF'",
            edited: "cat <<EOF\na\nEOF\n")
        let code = Array("cat <<EOF\na\n".utf8)
        #expect(
            try #require(CodeRegistry.language("shell")).read(wholeFile: code)
                == .accepted(.init(start: "file")))
    }

    @Test func findsWhereItShouldClose() throws {
        try expectRefused(
            "shell", "if a; then\n  b⟦⟧\nc\n", "expected 'fi' to close 'if' of line 1",
            edited: "if a; then\n  b\nfi\nc\n")
        try expectRefused(
            "shell", "while a; do\n  if b; then\n    c⟦⟧\ndone", "expected 'fi'",
            edited: "while a; do\n  if b; then\n    c\n  fi\ndone")
        try expectRefused(
            "shell", "for a in b; do\n  for c in d; do\n    e⟦⟧\ndone\n", "expected 'done'",
            edited: "for a in b; do\n  for c in d; do\n    e\n  done\ndone\n")
        try expectRefused(
            "shell", "a=(\n  b\n  c⟦⟧\nd\n", "expected ')'", edited: "a=(\n  b\n  c\n)\nd\n")
        try expectRefused(
            "shell", "case $a in\n  b) c⟦⟧\n  d) e ;;\nesac", "expected ';;'",
            edited: "case $a in\n  b) c ;;\n  d) e ;;\nesac")
    }

    @Test func findsTheQuoteThatTurnsTheRestAround() throws {
        try expectRefused(
            "shell", "a ⟦\"⟧b\nc \"d\"\ne \"f g\"\n", "the double quote is never closed",
            edited: "a \"b\"\nc \"d\"\ne \"f g\"\n")
        try expectRefused(
            "shell", "if [ ⟦\"⟧$a = b ]; then\n  c \"d\"\nfi\n", "the double quote",
            edited: "if [ \"$a = b\" ]; then\n  c \"d\"\nfi\n")
        try expectRefused(
            "shell", "I can⟦'⟧t find it\n", "the apostrophe begins a quoted text",
            edited: "I can\\'t find it\n")
    }

    @Test(arguments: [
        ("if a; then\n  b\n⟦esle⟧\n  c\nfi", "else"), ("while a; do\n  b\n⟦doen⟧", "done"),
        ("if a; ⟦thne⟧\n  b\nfi", "then"), ("⟦fro⟧ x in a; do b; done", "for"),
        ("⟦cse⟧ a in\n  b) c ;;\nesac", "case"), ("⟦whille⟧ a; do b; done", "while"),
    ])
    func findsMisspeltWords(_ code: String, _ word: String) throws {
        let wrong = code.split(separator: "⟦", omittingEmptySubsequences: false)
        let parts = wrong[1].split(separator: "⟧", omittingEmptySubsequences: false)
        try expectRefused(
            "shell", code, "should be '\(word)'", edited: "\(wrong[0])\(word)\(parts[1])")
    }

    @Test func findsWhatIsMissing() throws {
        try expectRefused(
            "shell", "if a\n  ⟦b⟧\nfi", "expected 'then' for 'if' of line 1, found 'b'",
            edited: "if a; then\n  b\nfi")
        try expectRefused("shell", "if a\n⟦fi⟧", "expected 'then' for 'if' of line 1")
        try expectRefused(
            "shell", "while read a;\n  ⟦b⟧ c\ndone", "expected 'do' for 'while' of line 1",
            edited: "while read a; do\n  b c\ndone")
        try expectRefused(
            "shell", "if [ a ] ⟦then⟧\n  b\nfi", "which is an argument here",
            edited: "if [ a ]; then\n  b\nfi")
        try expectRefused(
            "shell", "f() { a ⟦}⟧\nb", "which is an argument here", edited: "f() { a; }\nb")
        try expectRefused(
            "shell", "⟦if[⟧ a ]; then b; fi", "a blank is missing",
            edited: "if [ a ]; then b; fi")
        try expectRefused("shell", "a\n⟦fi⟧", "'fi' has no 'if'")
        try expectRefused("shell", "a ⟦;;⟧ b", "';;' stands only in 'case'")
        try expectRefused("shell", "a | ⟦;⟧ b", "expected a command after '|'")
        try expectRefused("shell", "if a; then ⟦fi⟧", "expected a command after 'then'")
        try expectRefused(
            "shell", "a >⟦⟧\nb", "expected a file after '>', found the end of the line")
        try expectRefused("shell", "[[ a ⟦b⟧ ]]", "an operator")
        try expectRefused(
            "shell", "if ⟦[⟧ -f x; then echo 1; fi", "'[' is never closed",
            edited: "if [ -f x ]; then echo 1; fi")
        try expectRefused(
            "shell", "⟦[⟧ -f x] && a", "'[' is never closed", edited: "[ -f x ] && a")
        try expectRefused("shell", "echo a⟦(⟧b)", "unexpected '('")
        try expectRefused(
            "shell", "a= ⟦(⟧1 2)", "an array begins right after '='", edited: "a=(1 2)")
    }

    @Test func findsSignsOfTypesetting() throws {
        try expectRefused(
            "shell", "echo ⟦“⟧hello world”", "is not '\"'", edited: "echo \"hello world\"")
        try expectRefused("shell", "cd a⟦；⟧ ls", "is not ';'", edited: "cd a; ls")
        try expectRefused("shell", "apt⟦\u{A0}⟧install x", "is not ' '", edited: "apt install x")
        try expectRefused("shell", "ls ⟦–⟧l", "is not '-'", edited: "ls -l")
        try expectAccepted("shell", "echo '“a”；' 你好；\n# “\n请输入“a”")
    }

    @Test func tellsTheKindsOfTokens() {
        let code = "if a=\"b $c\"; then # d\r\n  e 2>&1 'f' <<E $(g `h`)\r\ni\r\nE\r\nfi"
        var parser = ShellParser(Array(code.utf8), isZsh: false, isFragment: true)
        #expect(parser.run() == .accepted(.init(start: "file")))
        let tokens = parser.tokens
        func texts(_ kind: UInt8) -> [String] {
            (0..<tokens.count).filter { tokens.kinds[$0] == kind }
                .map { parser.text(tokens.range(of: $0)) }
        }
        #expect(texts(ShellToken.reservedWord) == ["if", "then", "fi"])
        #expect(texts(ShellToken.comment) == ["# d\r"])
        #expect(texts(ShellToken.expansion) == ["$c"])
        #expect(texts(ShellToken.string) == ["\"b ", "\"", "'f'", "i\r\nE\r\n"])
        #expect(texts(ShellToken.word) == ["a=", "e", "E", "g", "h"])
        #expect(texts(ShellToken.number) == ["1"])
        for index in 1..<tokens.count {
            #expect(tokens.ends[index - 1] <= tokens.starts[index])
        }
    }

    @Test(arguments: [
        "(", "$(", "((", "\"$(", "${x:-", "{ ", "if ", "[[ (", "`$(", "a=(", "!(", "f() ",
        "coproc ",
        "{ a } always ", "repeat 3 ", "f() if a ",
    ])
    func readsAnyDepth(_ opener: String) throws {
        let code = Array(String(repeating: opener, count: 20_000).utf8)
        for name in ["shell", "zsh"] {
            _ = try #require(CodeRegistry.language(name)).read(code)
        }
        guard opener == "$(" else { return }
        #expect(try read("shell", String(repeating: opener, count: 500_000)) == .gaveUp)
    }
}
