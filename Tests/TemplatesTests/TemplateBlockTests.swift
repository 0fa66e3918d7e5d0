import Templates
import Testing

/// Inheritance and partials beyond the specification's cases.
struct TemplateBlockTests {
    @Test func reportsABlockThatOverridesNothing() {
        #expect(
            problems(
                "{{<base}}\n{{$mian}}x{{/mian}}{{/base}}", ["base": "{{$main}}{{/main}}"]) == [
                    "layout.mustache:2:4: error unknownBlock: parent 'base' has no block 'mian' "
                        + "(did you mean 'main'?)"
                ])
    }

    @Test func reportsABlockGivenTwice() {
        #expect(
            problems(
                "{{<base}}{{$a}}x{{/a}}{{$a}}y{{/a}}{{/base}}", ["base": "{{$a}}{{/a}}"]) == [
                    "layout.mustache:1:26: error unknownBlock: block 'a' is given twice to parent "
                        + "'base'"
                ])
    }

    @Test func letsABlockOverrideWhatAPartialOrAGrandparentOffers() throws {
        let text = try render(
            "{{<middle}}{{$head}}H{{/head}}{{$main}}M{{/main}}{{/middle}}",
            [
                "middle": "{{<base}}{{$side}}S{{/side}}{{/base}}",
                "base": "{{>head}}|{{$main}}{{$side}}s{{/side}}{{/main}}|{{$side}}s{{/side}}",
                "head": "{{$head}}h{{/head}}",
            ])
        #expect(text == "H|M|S")
    }

    @Test func reportsWhatAParentTagWouldDrop() {
        #expect(
            problems(
                """
                {{<base}}
                  {{! a note is fine }}
                  lost
                  {{$a}}kept{{/a}}
                  {{number}}
                  {{#posts}}{{$a}}{{/a}}{{/posts}}
                {{/base}}
                """, ["base": "{{$a}}{{/a}}"]) == [
                    "layout.mustache:3:3: warning droppedContent: text inside of parent 'base' but "
                        + "outside of its blocks is dropped",
                    "layout.mustache:5:5: error droppedContent: 'number' is inside of parent "
                        + "'base' but outside of its blocks (put it into a block)",
                    "layout.mustache:6:6: error droppedContent: 'posts' is inside of parent "
                        + "'base' but outside of its blocks (put it into a block)",
                ])
    }

    @Test func keepsABlockFromContainingItself() throws {
        let text = try render(
            "{{<base}}{{$a}}[{{$a}}inner{{/a}}]{{/a}}{{/base}}", ["base": "{{$a}}own{{/a}}"])
        #expect(text == "[inner]")
    }

    @Test func writesALayoutOfThreeLevelsWithItsIndentation() throws {
        let base = """
            <html>
              <head>
                {{$head}}
                <title>{{site.title}}</title>
                {{/head}}
              </head>
              <body>
                {{$main}}{{/main}}
                {{> footer}}
              </body>
            </html>

            """
        let list = """
            {{<base}}
            {{$main}}
            <ul>
              {{#posts}}
              <li>
                {{$item}}
                {{/item}}
              </li>

              {{/posts}}
            </ul>
            {{/main}}
            {{/base}}
            """
        let layout = """
            {{<list}}
              {{$item}}
                <b>{{title}}</b>
                {{{content}}}
              {{/item}}
            {{/list}}
            """
        let footer = "<footer>\n  {{number}}\n</footer>\n"
        let text = try render(layout, ["base": base, "list": list, "footer": footer]) {
            $0[.site] = site(title: "S")
            $0[.number] = .number(1)
            $0[.posts] = .list([post(title: "a", content: "<pre>x\ny</pre>")])
        }
        #expect(
            text == """
                <html>
                  <head>
                    <title>S</title>
                  </head>
                  <body>
                    <ul>
                      <li>
                        <b>a</b>
                        <pre>x
                y</pre>
                      </li>

                    </ul>

                    <footer>
                      1
                    </footer>
                  </body>
                </html>

                """)
    }

    @Test func takesTheFirstOfTwoSourcesWithOneName() throws {
        let (library, problems) = TemplateLibrary.load(
            [source("a", "{{>b}}"), source("b", "site's"), source("b", "theme's")],
            layouts: [TemplateLayout("a", root: .free)])
        #expect(problems == [])
        let id = try #require(library["a"])
        var bytes: [UInt8] = []
        #expect(library.render(id, .none, into: &bytes) == nil)
        #expect(bytes == Array("site's".utf8))
    }
}
