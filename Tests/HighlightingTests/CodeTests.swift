import Testing

@testable import Highlighting

/// Languages of words, signs, strings and comments.
struct CodeTests {
    @Test func tellsKeywordsTypesAndCalls() {
        let code = "func (m *Map) Load(k any) error { return f(len(s)) }"
        #expect(
            tokens(code, "go") == """
                kd:func p:( o:* p:) nf:Load p:( kt:any p:) kt:error p:{ k:return nf:f p:( \
                nb:len p:( p:) p:) p:}
                """)
    }

    @Test func marksNumbersOfEveryBase() {
        let code = "x = 42 + 0x1Fu + 0b101 + 017 + 1.5e-3f;"
        #expect(
            tokens(code, "c") == """
                o:= mi:42 o:+ mh:0x1Fu o:+ mb:0b101 o:+ mo:017 o:+ mf:1.5e-3f p:;
                """)
    }

    @Test func aMemberIsNoKeyword() {
        let code = "a.default.class"
        #expect(
            tokens(code, "java") == """
                p:. p:.
                """)
    }

    @Test func readsEscapesInStrings() {
        let code = """
            s := "a\\tb\\u00e9" + `raw\\n`
            """
        #expect(
            tokens(code, "go") == """
                o::= s:"a se:\\t s:b se:\\u00e9 s:" o:+ s:`raw\\n`
                """)
    }

    @Test func aLoneQuoteIsNoCharacter() {
        let code = "don't /* it's */ 'x'"
        #expect(
            tokens(code, "c") == """
                cm:/* it's */ sc:'x'
                """)
    }

    @Test func readsWholeDirectives() {
        let code = """
            #include <stdio.h> // io
            #define MAX(a) \\
              (a) + 1
            int x;
            """
        #expect(
            tokens(code, "c") == """
                cp:#include cpf: <stdio.h>  c1:// io cp:#define MAX(a) \\\n  (a) + 1 kt:int \
                p:;
                """)
    }

    @Test func disabledCodeIsAComment() {
        let code = """
            #if 0
            int x;
            #if 1
            #endif
            #else
            int y;
            #endif
            """
        #expect(
            tokens(code, "c") == """
                cp:#if 0 c:\nint x;\n#if 1\n#endif cp:#else kt:int p:; cp:#endif
                """)
    }

    @Test func readsRawStringsWithDelimiters() {
        let code = """
            auto s = R"x(a)" b)x";
            """
        #expect(
            tokens(code, "cpp") == """
                k:auto o:= sa:R s:"x(a)" b)x" p:;
                """)
    }

    @Test func tellsLifetimesFromCharacters() {
        let code = """
            fn f<'a>(x: &'a str) { 'b'; println!("{}", x) }
            """
        #expect(
            tokens(code, "rust") == """
                kd:fn nf:f o:< nl:'a o:> p:( p:: o:& nl:'a kt:str p:) p:{ sc:'b' p:; \
                fm:println! p:( s:"{}" p:, p:) p:}
                """)
    }

    @Test func nestsComments() {
        let code = "/* a /* b */ c */ let x = 1"
        #expect(
            tokens(code, "swift") == """
                cm:/* a /* b */ c */ kd:let nv:x o:= mi:1
                """)
    }

    @Test func goesIntoInterpolations() {
        let code = """
            "a \\(f("b") + 1) c"
            """
        #expect(
            tokens(code, "swift") == """
                s:"a  si:\\( nf:f p:( s:"b" p:) o:+ mi:1 si:) s: c"
                """)
    }

    @Test func goesIntoTemplates() {
        let code = "`a ${b + `c ${1}`} d`"
        #expect(
            tokens(code, "javascript") == """
                sb:`a  si:${ o:+ sb:`c  si:${ mi:1 si:} sb:` si:} sb: d`
                """)
    }

    @Test func tellsADivisionFromARegularExpression() {
        let code = "a = b / 2 / c; d = /x[/]y/g.test(e)"
        #expect(
            tokens(code, "javascript") == """
                o:= o:/ mi:2 o:/ p:; o:= sr:/x[/]y/g p:. nf:test p:( p:)
                """)
    }

    @Test func readsPrefixesOfStrings() {
        let code = """
            f"a {x:>{w}} {{b}}" + rb"\\x"
            """
        #expect(
            tokens(code, "python") == """
                sa:f s2:"a  si:{ si:: s2:> si:{ si:} si:} s2:  se:{{ s2:b se:}} s2:" o:+ sa:rb \
                s2:"\\x"
                """)
    }

    @Test func documentationIsAStringOnItsOwn() {
        let code = """
            def f():
                \"""doc\"""
                return \"""no doc\"""
            """
        #expect(
            tokens(code, "python") == """
                k:def nf:f p:( p:) p:: sd:\"""doc\""" k:return s2:\"""no doc\"""
                """)
    }

    @Test func namesBehindImportsAreNamespaces() {
        let code = "from a.b import c as d"
        #expect(
            tokens(code, "python") == """
                kn:from nn:a p:. nn:b kn:import nn:c k:as
                """)
    }

    @Test func readsKeysOfJSON() {
        let code = """
            {"a": [1.5, true, "b"], "c" : null} // d
            """
        #expect(
            tokens(code, "json") == """
                p:{ nt:"a" p:: p:[ mf:1.5 p:, kc:true p:, s2:"b" p:] p:, nt:"c" p:: kc:null \
                p:} c1:// d
                """)
    }

    @Test func readsQuotedWords() {
        let code = "A = %w[a b]; x =~ /re/i; :sym"
        #expect(
            tokens(code, "ruby") == """
                o:= sx:%w[a b] p:; o:=~ sr:/re/i p:; ss::sym
                """)
    }

    @Test func readsHereDocumentsOfRuby() {
        let code = """
            f(<<~EOS, 1)
              text
            EOS
            end
            """
        #expect(
            tokens(code, "ruby") == """
                nf:f p:( sh:<<~EOS p:, mi:1 p:) sh:  text\nEOS k:end
                """)
    }

    @Test func readsSubstitutionsOfPerl() {
        let code = "my @a = qw(a b); $x =~ s/foo/bar/g;"
        #expect(
            tokens(code, "perl") == """
                k:my nv:@a o:= s:qw(a b) p:; nv:$x o:=~ sr:s/foo/bar/g p:;
                """)
    }

    @Test func ignoresTheCaseOfSQL() {
        let code = "select Count(*) FROM t WHERE x = 'it''s' -- c"
        #expect(
            tokens(code, "sql") == """
                k:select k:Count p:( o:* p:) k:FROM k:WHERE o:= s1:'it''s' c1:-- c
                """)
    }

    @Test func readsStringsAndCommentsOfPowerShell() {
        let code = """
            <# a
            # b #>
            $x = "c`"d $y $(1 + 2)" # e "f"
            'it''s "g"'
            @"
            h "$x"
            "@
            @'
            $x "@
            '@
            """
        #expect(
            tokens(code, "powershell") == """
                cm:<# a\n# b #> nv:$x o:= s2:"c se:`" s2:d  nv:$y s2:  si:$( mi:1 o:+ mi:2 si:) \
                s2:" c1:# e "f" s1:'it''s "g"' sh:@"\nh " nv:$x sh:"\n"@ sh:@'\n$x "@\n'@
                """)
    }

    @Test func readsLongBracketsOfLua() {
        let code = "--[==[ a ]] b\n]==] x = [==[ ]] ]==]"
        #expect(tokens(code, "lua") == "cm:--[==[ a ]] b\n]==] o:= s:[==[ ]] ]==]")
    }

    @Test func readsCommentsOverLinesOfRuby() {
        let code = """
            =begin
            if "x"
            =end of it
            x =begin 1 end
            """
        #expect(
            tokens(code, "ruby") == """
                cm:=begin\nif "x"\n=end of it o:= k:begin mi:1 k:end
                """)
    }

    @Test func readsAtomsAndCharactersOfErlang() {
        let code = """
            f('if it', $a, $", $\\n) % "
            """
        #expect(
            tokens(code, "erlang") == """
                nf:f p:( ss:'if it' p:, sc:$a p:, sc:$" p:, sc:$\\n p:) c1:% "
                """)
    }

    @Test func readsSigilsOfElixir() {
        let code = """
            x = ~r/a"b/i; ~w[a "b]; ~s"if"; ~S\"""
            "if"
            \"""
            """
        #expect(
            tokens(code, "elixir") == """
                o:= sr:~r/a"b/i p:; sx:~w[a "b] p:; sx:~s"if" p:; sx:~S\"""\n"if"\n\"""
                """)
    }

    @Test func goesIntoInterpolatedStringsOfCSharp() {
        let code = """
            var s = $"a {f(1)} {{b}}";
            """
        #expect(
            tokens(code, "csharp") == """
                kd:var o:= sa:$ s2:"a  si:{ nf:f p:( mi:1 p:) si:} s2:  se:{{ s2:b}}" p:;
                """)
    }
}
