import Addresses
import Markdown
import Testing

@Suite struct TreeTests {
    @Test func keepsANodeAtFiftySixBytes() {
        #expect(MemoryLayout<Node>.stride == 56)
    }

    @Test func dumpsATreeWithPlaces() {
        #expect(
            document(
                "# 标题 `a`\n\n- [x] b\n  *c* &amp; \\* d\n\n> ![e](f \"g\")\n\n```go\nh\n```\n<div>\n"
            ).dump()
                == """
                document 1:1-11:6
                  heading(1) 1:1-1:13 id=标题-a
                    text 1:3-1:10 "标题 "
                    code 1:10-1:13 "a"
                  list(tight) 3:1-4:17
                    item(done) 3:1-4:17
                      paragraph 3:3-4:17
                        text 3:6-3:8 " b"
                        soft-break 3:8-4:1
                        emphasis 4:3-4:6
                          text 4:4-4:5 "c"
                        text 4:6-4:17 " & * d"
                  quote 6:1-6:14
                    paragraph 6:3-6:14
                      image 6:3-6:14 "f" title="g"
                        text 6:5-6:6 "e"
                  code-block 8:1-10:4 info="go" "h\\n"
                  html-block 11:1-11:6 "<div>\\n"

                """)
    }

    @Test func partsWordsWhereRawHTMLDoes() {
        let document = document("a<br>b<P>c</p>d <td>e</td><td>f<b>g</b><i>h</i>")
        let words = document.tree.plainText(of: Tree.root).split(separator: " ")
        #expect(words == ["a", "b", "c", "d", "e", "fgh"])
    }

    @Test func writesPlainText() {
        let document = document(
            "# A *b*\n\nc `d` ![e](f) <i>g</i>  \nh[^1]\n\n- i\n- j\n\n|k|l|\n|-|-|\n\n```\nm\n```\n\n[^1]: n"
        )
        #expect(document.plainText(of: document.headings[0].node) == "A b")
        #expect(document.plainText(of: Tree.root) == "A b\nc d e g h\ni\nj\nk l\nm\nn")
    }

    @Test func findsLinksWithTheirPlaces() {
        let text =
            "[a](b%20c) ![d](e&amp;f) <http://g.h> [i]\n\n<img src=\"j?k&amp;l\"> www.m.n [*o*](p(q) \"r\") s\n\n[i]: /u"
        let document = document(text)
        #expect(
            document.links.map(\.destination) == [
                "b%20c", "e&f", "http://g.h", "/u", "j?k&l", "http://www.m.n", "p(q)",
            ])
        #expect(
            document.links.map(\.use)
                == [.followed, .picture, .followed, .followed, .picture, .followed, .followed])
        let places = document.links.map {
            String(decoding: document.source[document.place(of: $0.node).range], as: UTF8.self)
        }
        #expect(
            places == [
                "[a](b%20c)", "![d](e&amp;f)", "<http://g.h>", "[i]", "<img src=\"j?k&amp;l\">",
                "www.m.n",
                "[*o*](p(q) \"r\")",
            ])
    }

    @Test func findsThePlacesOfInlineNodesInContainersAndCells() {
        let text = "> 1. a `b`\n>    [c](d)\n\n|e|\n|-|\n|`f` [g](h)|\n"
        let document = document(text)
        let texts = document.tree.nodes.indices.filter {
            [.code, .link].contains(document.tree.nodes[$0].kind)
        }.map {
            String(decoding: document.source[document.place(of: NodeID($0)).range], as: UTF8.self)
        }
        #expect(texts.sorted() == ["[c](d)", "[g](h)", "`b`", "`f`"])
    }

    @Test func countsLinesAtEveryKindOfLineBreak() {
        let document = document("a\rb\r\nc\n\n# d\r\n# e\r# f")
        #expect(document.headings.map { document.tree[$0.node].firstLine } == [5, 6, 7])
        #expect(
            document.headings.map {
                String(decoding: document.source[document.place(of: $0.node).range], as: UTF8.self)
            } == ["# d", "# e", "# f"])
    }

    @Test func skipsAByteOrderMark() {
        #expect(html("\u{FEFF}# a") == "<h1 id=\"a\">a</h1>\n")
    }

    @Test func readsAnEmptyText() {
        #expect(html("") == "")
        #expect(document("").dump() == "document 1:1-1:1\n")
    }
}
