import Testing

@testable import Highlighting

/// Formats that are read line by line.
struct LineTests {
    @Test func classifiesLinesOfADiff() {
        let code = """
            diff --git a/x b/x
            --- a/x
            @@ -1 +1 @@
            -a
            +b
             c
            """
        #expect(
            tokens(code, "diff") == """
                gh:diff --git a/x b/x gh:--- a/x gu:@@ -1 +1 @@ gd:-a gi:+b
                """)
    }

    @Test func readsAMessageOfHTTP() {
        let code = """
            HTTP/1.1 200 OK
            Content-Type: application/json

            {"a": 1}
            """
        #expect(
            tokens(code, "http") == """
                kr:HTTP/1.1 mi:200 ne:OK na:Content-Type o:: l:application/json p:{ nt:"a" \
                p:: mi:1 p:}
                """)
    }

    @Test func readsRecipesInTheShellsLanguage() {
        let code = """
            CC := gcc
            all: $(OBJ) # a
            \t@echo $(CC) $$x
            """
        #expect(
            tokens(code, "makefile") == """
                nv:CC  o::= nf:all o:: nv:$(OBJ nv:) c1:# a o:@ nb:echo nv:$(CC) nv:$$x
                """)
    }

    @Test func readsCommandsOfADockerfile() {
        let code = """
            FROM a AS b
            RUN cd x && \\
              echo $Y
            CMD ["c"]
            """
        #expect(
            tokens(code, "dockerfile") == """
                k:FROM k:AS k:RUN nb:cd o:&& se:\\\n nb:echo nv:$Y k:CMD p:[ s2:"c" p:]
                """)
    }

    @Test func readsDirectivesOfNginx() {
        let code = """
            server { listen 80; # a
            }
            """
        #expect(
            tokens(code, "nginx") == """
                k:server p:{ k:listen mi:80 p:; c1:# a p:}
                """)
    }

    @Test func tellsValuesFromCommentsInAssembly() {
        let code = """
            a: mov $5, %rax # b
              call f@plt ; c
              ldr r0, #4
            """
        #expect(
            tokens(code, "asm") == """
                nl:a p:: nf:mov o:$ mi:5 p:, nv:%rax c1:# b nf:call o:@ c1:; c nf:ldr p:, \
                o:# mi:4
                """)
    }
}
