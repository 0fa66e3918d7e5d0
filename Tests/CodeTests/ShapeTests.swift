import Testing

@testable import Code

/// Languages of which the shape is read.
@Suite struct ShapeTests {
    @Test(arguments: [
        ("batch", "@echo off\nif exist a.txt (\n  echo b :)\n) else (\n  del \"c d\"\n)\n"),
        (
            "batch",
            "for %%i in (*.txt) do echo %%i\nset \"A=%B:\"=%\"\nrem it's \"open\n:: \"\n:end\n"
        ),
        ("batch", "C:\\> dir \"a b\"\n Volume (C: has no label\n"),
        ("batch", "echo say \"hi\necho (\n"),
        (
            "powershell",
            "$a = \"b $(if ($c) { \"d)\" }) e\" # it's (\nGet-Item 'f''g' | % { $_.Name }\n"
        ),
        ("powershell", "$a = @\"\nb \" ( c\n\"@\n<# ( #> function B { param([int]$c = 1) }"),
        ("powershell", "PS C:\\> Get-Date\nit's (output\n"), ("powershell", "a –b “c d” `( \n"),
        ("groovy", "def a = \"b ${c[\"d\"]} (\" // (\ndef e = ~/f(\\/g/\nh('''i\n(''')\n"),
        (
            "groovy",
            "plugins {\n    id 'java'\n}\ndependencies {\n    implementation(\"a:b:1\")\n}\n"
        ),
        ("groovy", "a = b / c / d\n/* ( */ x = $/ y ( /$"),
        ("dart", "void main() {\n  print('a ${b['c']} (');\n  var r = r'\\'; /* /* ( */ */\n}\n"),
        ("lisp", "(defun a (b) \"c ( \\\" d\" ; (\n  '(e . #\\() `(f ,@g)) #| ( |#"),
        ("lisp", "(define (null? a) (eq? a '?))\n#;(b) (list ?\\( |a (b| #(1 2))"),
        ("lisp", "(setq a ?\\C-x b ?( c '(d))"), ("lisp", "  (a)\n(b)\n"),
        ("clojure", "(defn a [b] {:c #\"\\(d\" :e \\( :f #{1 2}}) ; )"),
        (
            "vim",
            "if a == \"b\" \" comment (\n  let c = 'it''s' | echo \"d\"\nelse \" it's\nendif\n"
        ),
        (
            "vim",
            "function! s:A(b) abort\n  let c = {\n        \\ 'd': [1,\n        \\ 2],\n        \\ }\n  return c\nendfunction"
        ),
        ("vim", "lua << EOF\nif (\nEOF\nlet x =<< trim END\n  (\nEND\ncall f(\"a\")\n"),
        (
            "vim",
            "nnoremap <leader>a :if x \\| echo '<CR>\nautocmd A B * if c | d | endif\nset a=(\n"
        ),
        (
            "vim",
            "vim9script\ndef A(b: number): list<number>\n  const c = [\n    1, # d\n  ]\n  return c\nenddef\n"
        ),
        ("vim", "augroup a\n  au!\naugroup END\nif x|echo 1|endif\nwhile 1 | break | endwhile"),
        ("matlab", "function y = a(x)\n  if x(end) > 1 % (\n    y = x';\n  end\nend\n"),
        (
            "matlab",
            "a = {'it''s', \"b\"}; c = [1, 2, ...\n  3]';\n%{\n( '\n%}\nfor i=1:3, d(i)=i; end\n"
        ),
        (
            "vbnet",
            "Sub A()\n  If b Then\n    c(\"d\"\"e\") ' (\n  End If\n  If f Then g()\nEnd Sub\n"
        ),
        (
            "vbnet",
            "For i = 1 To 3\n  x = i _\n    + 1\nNext i\nDo While a\nLoop\nSelect Case b\n  Case 1\nEnd Select"
        ),
        ("latex", "\\begin{a}\n  \\textbf{b} % }\n  \\{ \\verb|{| $c$\n\\end{a}\n"),
        ("latex", "\\begin{verbatim}\n{ \\begin{x}\n\\end{verbatim}"),
        ("zig", "const a = struct { b: u8 = '(' };\nconst c =\n    \\\\ d ( \"\n;\n// (\n"),
        (
            "solidity",
            "contract A { string b = 'c('; /* ( */ function d() public { e[0] = hex\"f\"; } }"
        ),
        ("nix", "{ pkgs, ... }: { a = ''\n  ${b \"c\"} ''${ ( '''\n''; d = \"e${f}\"; } # ("),
        ("ocaml", "let f (x : 'a) = match x with '(' -> \"(\" | '\\'' -> {|(|} | _ -> g' (* ( *)"),
        ("fsharp", "let f (x: 'a) = [| '('; ')' |] // (\nlet g = (*) 1 2\nlet s = @\"a\\\"\n"),
        (
            "scala",
            "val a = s\"b ${c(\"d\")} (\" // (\nval e = '('; val g = \"\"\"h ( \" \"\"\"\"\n"
        ),
        ("r", "a <- c(1, '(') # (\nb %in% r\"(c ( \")\"\n`d (` <- function(x) { x[[1]] }\n"),
    ])
    func reads(_ language: String, _ code: String) throws { try expectAccepted(language, code) }

    @Test(arguments: [
        ("batch", "if a (\n  echo b\n", true), ("groovy", "android {\n    ...\n", true),
        ("lisp", "(defun a ()\n  (b)", true),
    ])
    func readsWhatIsCutOff(_ language: String, _ code: String, _ isCutOff: Bool) throws {
        guard case .accepted(let acceptance) = try read(language, code) else {
            Issue.record("refused")
            return
        }
        #expect(acceptance.isCutOff == isCutOff)
        #expect(acceptance.isShape)
    }

    @Test func readsWhatIsLeftOut() throws {
        try expectAccepted("groovy", "android {\n    ...\n    // ...\n}", elisions: 2)
        try expectAccepted("lisp", "(defun a ()\n  ...)\n; ...\n", elisions: 2)
    }

    @Test(arguments: [
        ("batch", "copy ⟦\"a b c⟧\ndir\n", "the string is not closed"),
        ("batch", "if a ⟦(⟧\n  b\nif c (\n  d\n)\n", "is never closed"),
        ("powershell", "if ($a) {\n  b(1⟦}⟧\n", "to close '('"),
        ("powershell", "$a = ⟦\"⟧b\n$c = 1\n", "the string is not closed"),
        ("powershell", "$a = ⟦@\"⟧\nb\n  \"@\n", "the here-string is never closed"),
        ("powershell", "function A {\n}\n⟦}⟧\n", "found '}'"),
        ("groovy", "a = ⟦'b⟧\nc = 1\n", "the string is not closed"),
        ("groovy", "a ⟦{⟧\n    b 1\nc {\n}\n", "'{' is never closed"),
        ("dart", "f(a, [1, 2⟦)⟧;", "to close '['"),
        ("lisp", "(a (b [c⟦)⟧)", "to close '['"),
        ("lisp", "(a ⟦\"⟧b)\n", "the string is not closed"),
        ("lisp", "⟦(⟧a (b)\n(c d)\n", "'(' is never closed"), ("clojure", "(a)⟦)⟧\n", "found ')'"),
        ("vim", "⟦if⟧ a\n  b\ncall c()\n", "'if' is never closed"),
        (
            "vim", "function! A()\n  ⟦if⟧ b\n    c\nendfunction\n",
            "'if' is not closed before 'endfunction'"
        ),
        ("vim", "let a = ⟦'b⟧\n", "the string is not closed"),
        ("vim", "call a⟦(⟧1\nb\n", "'(' is not closed on its line"),
        ("vim", "a\n⟦endif⟧\n", "'endif' closes nothing"),
        ("vim", "lua⟦ << EOF⟧\na\n", "the here-document is never closed"),
        ("matlab", "⟦for⟧ i=1:3\n  a(i)=1;\nb=2;\n", "'for' is never closed"),
        ("matlab", "a = ⟦'b;⟧\nc\n", "the string is not closed"),
        ("matlab", "a = [1, 2⟦)⟧;\n", "to close '['"),
        ("matlab", "plot(x⟦，⟧y)\n", "is not ','"),
        (
            "vbnet", "Sub A()\n  ⟦If⟧ b Then\n    c()\nEnd Sub\n",
            "'If' is not closed before 'End Sub'"
        ),
        ("vbnet", "a = ⟦\"b⟧\n", "the string is not closed"),
        ("latex", "\\begin{a}\n\\begin{b}\n\\end{b}\n⟦\\end{c}⟧\n", "closes nothing"),
        ("latex", "\\textbf⟦{⟧a\n\\b{c}\n\\d{e}\n", "'{' is never closed"),
        ("zig", "const a = ⟦\"b;⟧\n", "the string is not closed"),
        ("solidity", "f(a[1⟦)⟧;", "to close '['"),
        ("nix", "a = ⟦''⟧b;\n", "the string is not closed"),
        ("ocaml", "let a = [1; 2⟦)⟧", "to close '['"),
        ("fsharp", "let a = (1, 2⟦]⟧", "to close '('"),
        ("scala", "val a = ⟦\"b⟧\n", "the string is not closed"),
        ("r", "a <- c(1, 2⟦]⟧\n", "to close '('"),
    ])
    func findsWhatIsWrong(_ language: String, _ code: String, _ message: String) throws {
        try expectRefused(language, code, message)
    }

    @Test(arguments: [
        "batch", "clojure", "dart", "fsharp", "gotemplate", "groovy", "hcl", "jinja", "latex",
        "liquid",
        "lisp", "matlab", "nix", "ocaml", "openmetrics", "powershell", "r", "scala", "solidity",
        "thrift",
        "vbnet", "vim", "zig",
    ])
    func readsAnyBytes(_ name: String) throws {
        let language = try #require(CodeRegistry.language(name))
        var state: UInt64 = 42
        let signs = Array("{{%}}(['\"`$|\\#?end if\nfor \n.-<@:;,/*!x1".utf8)
        for length in [1, 2, 3, 5, 8, 20, 60, 300] {
            for _ in 0..<60 {
                let code = (0..<length).map { _ -> UInt8 in
                    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    let random = Int(state >> 33)
                    return random % 9 == 0
                        ? UInt8(truncatingIfNeeded: random >> 8) : signs[random % signs.count]
                }
                _ = language.read(code)
                _ = language.spans(of: code)
            }
        }
    }
}
