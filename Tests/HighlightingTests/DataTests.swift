import Testing

@testable import Highlighting

/// Data formats.
struct DataTests {
    @Test func readsKeysAndScalars() {
        let code = """
            a: b c # d
            "e f": 'g'
            h: [1, x, {i: true}]
            """
        #expect(
            tokens(code, "yaml") == """
                nt:a p:: l:b c c1:# d nt:"e f" p:: s1:'g' nt:h p:: p:[ mi:1 p:, l:x p:, p:{ \
                nt:i p:: kc:true p:} p:]
                """)
    }

    @Test func readsBlockScalarsByTheirIndent() {
        let code = """
            a:
              - b: |
                  c: d

                 e
                f: g
            """
        #expect(
            tokens(code, "yaml") == """
                nt:a p:: p:- nt:b p:: p:| no:      c: d\n\n     e\n nt:f p:: l:g
                """)
    }

    @Test func readsAnchorsAliasesAndTags() {
        let code = """
            a: &x !t b
            c: *x
            <<: *x
            """
        #expect(
            tokens(code, "yaml") == """
                nt:a p:: nl:&x kt:!t l:b nt:c p:: nv:*x nt:<< p:: nv:*x
                """)
    }

    @Test func aColonInAWordIsNoKey() {
        let code = "url: http://x:80/#f"
        #expect(
            tokens(code, "yaml") == """
                nt:url p:: l:http://x:80/#f
                """)
    }

    @Test func readsTemplatesInYAML() {
        let code = "a: {{ .Values.b }}-c"
        #expect(
            tokens(code, "yaml") == """
                nt:a p:: nv:{{ .Values.b }} l:-c
                """)
    }

    @Test func readsValuesOverLines() {
        let code = """
            [a.b] # c
            d = [1,
             2.5] # e
            f = \"""
            g\"""
            h = 2021-08-12
            """
        #expect(
            tokens(code, "toml") == """
                k:[a.b] c1:# c na:d o:= p:[ mi:1 p:, mf:2.5 p:] c1:# e na:f o:= \
                s2:\"""\ng\""" na:h o:= ld:2021-08-12
                """)
    }

    @Test func readsSections() {
        let code = """
            ; a
            [b]
            c = d e
            f: 5
            """
        #expect(
            tokens(code, "ini") == """
                c1:; a k:[b] na:c o:= s:d e na:f o:: mi:5
                """)
    }
}
