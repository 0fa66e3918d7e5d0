import Testing

@testable import Highlighting

/// Shells and sessions.
struct ShellTests {
    @Test func tellsCommandsFromArguments() {
        let code = "for f in *.go; do echo done; done"
        #expect(
            pieces(code, "bash") == """
                k:for k:in p:; k:do nb:echo p:; k:done
                """)
    }

    @Test func goesIntoSubstitutions() {
        let code = """
            x="a $(echo "$y" | wc) ${z:-1}" # c
            """
        #expect(
            pieces(code, "bash") == """
                nv:x o:= s2:" s2:a  k:$( s2:" nv:$y s2:" p:| k:) s2:  si:${ nv:z p:: p:- \
                nv:1 si:} s2:" c1:# c
                """)
    }

    @Test func computes() {
        let code = "echo $((1 + n * (2)))"
        #expect(
            pieces(code, "bash") == """
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
            pieces(code, "bash") == """
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
            pieces(code, "bash") == """
                o:<< sh:'EOF' sh:$x\nEOF
                """)
    }

    @Test func anAssignmentIsFollowedByACommand() {
        let code = "A=1 export B=2"
        #expect(
            pieces(code, "bash") == """
                nv:A o:= m:1 nb:export nv:B o:= m:2
                """)
    }

    @Test func aBlockThatBeginsWithAPromptIsASession() {
        let code = """
            $ echo a # b
            a
            """
        #expect(
            pieces(code, "bash") == """
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
            pieces(code, "console") == """
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
            pieces(code, "console") == """
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
            pieces(code, "console") == """
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
            pieces(code, "console") == """
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
            pieces(code, "console") == """
                gp:>>>  kc:None gp:mysql>  k:SELECT mi:1 p:; gp:(gdb)  k:bt go:#0 main
                """)
    }
}
