import Testing

@testable import Highlighting

/// Shells and sessions.
struct ShellTests {
    @Test func tellsCommandsFromArguments() {
        let code = "for f in *.go; do echo done; done"
        #expect(
            tokens(code, "bash") == """
                k:for k:in p:; k:do nb:echo p:; k:done
                """)
    }

    @Test func goesIntoSubstitutions() {
        let code = """
            x="a $(echo "$y" | wc) ${z:-1}" # c
            """
        #expect(
            tokens(code, "bash") == """
                nv:x o:= s2:" s2:a  k:$( s2:" nv:$y s2:" p:| k:) s2:  si:${ nv:z p:: p:- \
                nv:1 si:} s2:" c1:# c
                """)
    }

    @Test func computes() {
        let code = "echo $((1 + n * (2)))"
        #expect(
            tokens(code, "bash") == """
                nb:echo k:$(( m:1 o:+ nv:n o:* p:( m:2 p:) k:))
                """)
    }

    @Test func readsHereDocuments() {
        let code = """
            cat <<-EOF > f
            \thi $x
            \tEOF
            echo
            """
        #expect(
            tokens(code, "bash") == """
                o:<<- sh:EOF o:> sh:\thi  nv:$x sh:\n\tEOF nb:echo
                """)
    }

    @Test func aQuotedHereDocumentHasNoVariables() {
        let code = """
            cat <<'EOF'
            $x
            EOF
            """
        #expect(
            tokens(code, "bash") == """
                o:<< sh:'EOF' sh:$x\nEOF
                """)
    }

    @Test func anAssignmentIsFollowedByACommand() {
        let code = "A=1 export B=2"
        #expect(
            tokens(code, "bash") == """
                nv:A o:= m:1 nb:export nv:B o:= m:2
                """)
    }

    @Test func aBlockThatBeginsWithAPromptIsASession() {
        let code = """
            $ echo a # b
            a
            """
        #expect(
            tokens(code, "bash") == """
                gp:$  nb:echo c1:# b go:a
                """)
    }

    @Test func readsSessions() {
        let code = """
            # note
            $ cat <<EOF
            hi
            EOF
            hi
            me@host:~/x$ id \\
              -u
            0
            """
        #expect(
            tokens(code, "console") == """
                c1:# note gp:$  o:<< sh:EOF sh:hi\nEOF go:hi go:\n gp:me@host:~/x$  se:\\\n go:0
                """)
    }

    @Test func aHashPromptsWhereTheFirstPromptIsOne() {
        let code = """
            # ls
            f
            # id
            """
        #expect(
            tokens(code, "console") == """
                gp:#  go:f go:\n gp:# 
                """)
    }

    @Test func hashesBehindACommandAreOutput() {
        let code = """
            $ curl :9090/metrics
            # HELP up Whether it is.
            # TYPE up gauge
            up 1
            # EOF
            $ id
            # TYPE
            """
        #expect(
            tokens(code, "console") == """
                gp:$  go:# HELP up Whether it is. go:\n go:# TYPE up gauge go:\n go:up 1 go:\n \
                go:# EOF go:\n gp:$  go:# TYPE
                """)
    }

    @Test func aHashDirectlyAboveAPromptIsAComment() {
        let code = """
            $ true
            # then
            $ true
            """
        #expect(
            tokens(code, "console") == """
                gp:$  nb:true c1:# then gp:$  nb:true
                """)
    }

    @Test func readsWhatIsTypedInItsLanguage() {
        let code = """
            >>> None
            mysql> SELECT 1;
            (gdb) bt
            #0 main
            """
        #expect(
            tokens(code, "console") == """
                gp:>>>  kc:None gp:mysql>  k:SELECT mi:1 p:; gp:(gdb)  k:bt go:#0 main
                """)
    }

    @Test(arguments: ["pycon", "ipython", "python", "py"])
    func readsSessionsOfPython(label: String) {
        let code = """
            >>> def f():
            ...     return 1
            >>> f()
            1
            $ 5
            # 6
            """
        #expect(
            tokens(code, label) == """
                gp:>>>  k:def nf:f p:( p:) p:: gp:...  k:return mi:1 gp:>>>  nf:f p:( p:) go:1 \
                go:\n go:$ 5 go:\n go:# 6
                """)
    }

    @Test func readsSessionsOfIPython() {
        let code = """
            In [1]: for x in y:
               ...:     x
            Out[1]: 1
            """
        #expect(
            tokens(code, "ipython") == """
                gp:In [1]:  k:for ow:in p:: gp:   ...:  go:Out[1]: 1
                """)
    }

    @Test func aSessionsLabelAloneMakesNoSession() {
        #expect(tokens("return 1", "pycon") == "k:return mi:1")
        #expect(tokens("x\n>>> 1", "pycon") == "go:x go:\n gp:>>>  mi:1")
        #expect(tokens("...\nreturn 1", "python") == "p:... k:return mi:1")
    }

    @Test func readsSessionsOfDatabases() {
        let code = """

            mysql> SELECT 1
                -> FROM t;
            | 1 |
            postgres=# SELECT 2
            postgres-# ;
            """
        #expect(
            tokens(code, "sql") == """
                go:\n gp:mysql>  k:SELECT mi:1 gp:    ->  k:FROM p:; go:| 1 | go:\n \
                gp:postgres=#  k:SELECT mi:2 gp:postgres-#  p:;
                """)
    }

    @Test func aUserAndAHostMakeASession() {
        #expect(tokens("me@host:~$ true\nx", "bash") == "gp:me@host:~$  nb:true go:x")
        #expect(tokens("ssh me@host # in", "bash") == "c1:# in")
    }

    @Test func delimitersOfHereDocumentsAreAnyWord() {
        #expect(
            tokens("cat <<'END-1' > x\nit's \"a\nEND-1\necho \"b\"", "bash") == """
                o:<< sh:'END-1' o:> sh:it's "a\nEND-1 nb:echo s2:" s2:b"
                """)
        #expect(
            tokens("cat <<\"END OF FILE\"\nit's\nEND OF FILE\necho", "bash") == """
                o:<< sh:"END OF FILE" sh:it's\nEND OF FILE nb:echo
                """)
        #expect(
            tokens("cat <<a.b\n'\na.b\necho", "bash") == "o:<< sh:a.b sh:'\na.b nb:echo")
    }

    @Test func debuggersAndInterpretersPrompt() {
        #expect(
            tokens("(pprof) top10\nShowing nodes\n", "console")
                == "gp:(pprof)  k:top10 go:Showing nodes go:\n")
        #expect(tokens("(ipdb) p x\n1", "console") == "gp:(ipdb)  k:p go:1")
        #expect(
            tokens("[1] pry(main)> 1 + 1\n=> 2", "console")
                == "gp:[1] pry(main)>  mi:1 o:+ mi:1 go:=> 2")
    }
}
