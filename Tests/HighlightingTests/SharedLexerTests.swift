import Testing

@testable import Highlighting

/// Colors from the lexers of the checker, where a scanner by itself goes wrong.
struct SharedLexerTests {
    @Test func aRawByteStringOfRustMayHoldQuotes() {
        #expect(
            tokens("let a = br#\"x\"y\"#; // z", "rust")
                == "kd:let o:= sa:br s:#\"x\"y\"# p:; c1:// z")
    }

    @Test func anAttributeOfPHPIsNoComment() {
        #expect(
            tokens("#[Route('/a')]\nfunction f() {} # b", "php") == """
                p:#[ nf:Route p:( s1:'/a' p:) p:] k:function nf:f p:( p:) p:{ p:} c1:# b
                """)
    }

    @Test func variablesInStringsOfPHPAreTold() {
        #expect(
            tokens("echo \"a $b {$c->d} e\";", "php") == """
                k:echo s2:"a  nv:$b s2:  si:{ nv:$c s2:->d} e" p:;
                """)
    }

    @Test func aDivisionMayFollowAnIncrement() {
        #expect(
            tokens("a++ / 2; b = c / d", "javascript") == "o:++ o:/ mi:2 p:; o:= o:/")
    }

    @Test func aRegularExpressionMayFollowAConditionsBracket() {
        #expect(
            tokens("if (x) /[\"]/.test(y)\nlet a = \"b\"", "js") == """
                k:if p:( p:) sr:/["]/ p:. nf:test p:( p:) kd:let o:= s2:"b"
                """)
    }

    @Test func aHashBeginsACommentOfMySQL() {
        #expect(
            tokens("SELECT 1; # it's one\nSELECT 2;", "sql")
                == "k:SELECT mi:1 p:; c1:# it's one k:SELECT mi:2 p:;")
    }

    @Test func theTextOfAnElementIsNoCode() {
        #expect(
            tokens("const a = <p className=\"b\">it's for {name}</p>;", "jsx") == """
                kd:const o:= p:< nt:p na:className o:= s2:"b" p:> p:{ p:} p:</ nt:p p:> p:;
                """)
    }

    @Test func quotesNestInFormattedStrings() {
        #expect(
            tokens("f\"a {d[\"b\"]!r:>{w}} c\" + 'd'", "python") == """
                sa:f s2:"a  si:{ p:[ s2:"b" p:] si:! si:: s2:> si:{ si:} si:} s2: c" o:+ s1:'d'
                """)
    }

    @Test func aRuneMayBeAQuote() {
        #expect(
            tokens("var r = '\"'\ns := \"a\"", "go") == "kd:var o:= sc:'\"' o::= s:\"a\"")
    }

    @Test func whatIsForAnotherLanguageIsCodeToo() {
        let code = "#ifdef __cplusplus\nextern \"C\" {\n#endif\nint x;"
        #expect(
            tokens(code, "c") == """
                cp:#ifdef __cplusplus k:extern s:"C" p:{ cp:#endif kt:int p:;
                """)
    }

    @Test func bothBranchesOfAConditionAreCode() {
        let code = "#if A\nint f(int a) {\n#else\nint f(long a) {\n#endif\n}"
        #expect(
            tokens(code, "c") == """
                cp:#if A kt:int nf:f p:( kt:int p:) p:{ cp:#else kt:int nf:f p:( kt:long p:) \
                p:{ cp:#endif p:}
                """)
    }

    @Test func theScriptOfAPageIsCode() {
        #expect(
            tokens("<script>\n// it's\nvar a = 1;\n</script>", "javascript") == """
                p:< nt:script p:> c1:// it's kd:var o:= mi:1 p:; p:</ nt:script p:>
                """)
    }

    @Test func whatAMagicCommandRunsIsCode() {
        #expect(
            tokens("%timeit [e for e in range(9)]", "python") == """
                p:[ k:for ow:in nb:range p:( mi:9 p:) p:]
                """)
    }
}
