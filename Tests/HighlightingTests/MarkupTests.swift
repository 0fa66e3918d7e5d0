import Testing

@testable import Highlighting

/// Markup and style sheets.
struct MarkupTests {
    @Test func readsTags() {
        let code = """
            <!-- a --><a href="b" c=d>e &amp; f</a><br/>
            """
        #expect(
            tokens(code, "html") == """
                cm:<!-- a --> p:< nt:a na:href o:= s2:"b" na:c o:= s:d p:> ni:&amp; p:</ \
                nt:a p:> p:< nt:br p:/ p:>
                """)
    }

    @Test func readsScriptsAndStylesInTheirLanguages() {
        let code = "<style>a{b:#fff}</style><script>let x</script>"
        #expect(
            tokens(code, "html") == """
                p:< nt:style p:> nt:a p:{ k:b p:: mh:#fff p:} p:</ nt:style p:> p:< \
                nt:script p:> kd:let p:</ nt:script p:>
                """)
    }

    @Test func readsDeclarationsOfXML() {
        let code = """
            <?xml version="1.0"?><a:b><![CDATA[<c>]]></a:b>
            """
        #expect(
            tokens(code, "xml") == """
                cp:<?xml version="1.0"?> p:< nt:a:b p:> cp:<![CDATA[<c>]]> p:</ nt:a:b p:>
                """)
    }

    @Test func tellsSelectorsFromDeclarations() {
        let code = ".a, #b > p:hover { margin: 0 1.5em !important; }"
        #expect(
            tokens(code, "css") == """
                nc:.a p:, nn:#b o:> nt:p nd::hover p:{ k:margin p:: mi:0 mf:1.5 kt:em \
                k:!important p:; p:}
                """)
    }

    @Test func readsNestingOfSCSS() {
        let code = """
            $c: red; // d
            a { &:hover { color: $c } }
            """
        #expect(
            tokens(code, "scss") == """
                nv:$c p:: kc:red p:; c1:// d nt:a p:{ o:& nd::hover p:{ k:color p:: nv:$c \
                p:} p:}
                """)
    }

    @Test func readsFencesOfMarkdown() {
        let code = """
            # T
            - **b** `c` [d](e)
            ```go
            return
            ```
            f
            """
        #expect(
            tokens(code, "markdown") == """
                gh:# T k:- gs:**b** sb:`c` na:e s:```go k:return s:```
                """)
    }

    @Test func readsPHPInHTML() {
        let code = "<p><?php echo $x; ?></p>"
        #expect(
            tokens(code, "php") == """
                p:< nt:p p:> cp:<?php k:echo nv:$x p:; cp:?> p:</ nt:p p:>
                """)
    }

    @Test func aBlockWithoutTagsIsPHP() {
        let code = """
            echo "v $x";
            """
        #expect(
            tokens(code, "php") == """
                k:echo s2:"v  nv:$x s2:" p:;
                """)
    }
}
