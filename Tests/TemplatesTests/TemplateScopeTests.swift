import Templates
import Testing

/// Where names come from when a page is rendered.
struct TemplateScopeTests {
    @Test func doesNotFallThroughToAnOuterRecordForNil() throws {
        let text = try render(
            "{{#site}}{{#posts}}[{{title}}|{{description}}|{{language}}]{{/posts}}{{/site}}"
        ) {
            $0[.site] = site(title: "SITE", description: "the site's")
            $0[.posts] = .list([post(title: "one"), post(description: "own")])
        }
        #expect(text == "[one||][|own|]")
    }

    @Test func findsOuterNamesThatTheInnerRecordsLack() throws {
        let text = try render("{{#posts}}{{title}} {{number}} {{site.title}};{{/posts}}") {
            $0[.site] = site(title: "S")
            $0[.number] = .number(-2)
            $0[.posts] = .list([post(title: "a"), post(title: "b")])
        }
        #expect(text == "a -2 S;b -2 S;")
    }

    @Test func takesEmptyTextEmptyListFalseAndNilAsFalse() throws {
        let layout = """
            {{#post}}{{#title}}t{{/title}}{{^title}}-{{/title}}\
            {{#tags}}l{{/tags}}{{^tags}}-{{/tags}}\
            {{#isDraft}}f{{/isDraft}}{{^isDraft}}-{{/isDraft}}\
            {{#minutes}}n{{/minutes}}{{^minutes}}-{{/minutes}}{{/post}}{{^post}}no post{{/post}}
            """
        #expect(try render(layout) == "no post")
        #expect(try render(layout) { $0[.post] = post(title: "") } == "----")
        #expect(
            try render(layout) { $0[.post] = post(title: "x", tags: ["y"], isDraft: true) }
                == "tlf-")
    }

    @Test func takesZeroAndARecordWithoutValuesAsTrue() throws {
        let text = try render("{{#number}}{{.}}{{/number}}{{#post}} p{{/post}}") {
            $0[.number] = .number(0)
            $0[.post] = TemplateRecord<PostField>().value
        }
        #expect(text == "0 p")
    }

    @Test func givesEachItemOfAListAsADot() throws {
        let text = try render(
            "{{#post.tags}}<{{.}}>{{/post.tags}}{{#post.title}}{{.}}{{/post.title}}"
        ) {
            $0[.post] = post(title: "t&", tags: ["a", "<b>"])
        }
        #expect(text == "<a><&lt;b&gt;>t&amp;")
    }

    @Test func restoresTheOuterRecordBehindASection() throws {
        let layout = """
            {{#posts}}{{title}}:{{#posts}}{{title}}{{/posts}}:{{title}};{{/posts}}
            """
        let text = try render(layout) { $0[.posts] = .list([post(title: "a"), post(title: "b")]) }
        #expect(text == "a:ab:a;b:ab:b;")
    }

    @Test func putsABlocksNamesIntoTheScopeOfThePlaceItIsPut() throws {
        let text = try render(
            "{{<base}}{{$item}}{{title}}{{/item}}{{/base}}",
            ["base": "{{#posts}}<{{$item}}?{{/item}}>{{/posts}}"]
        ) { $0[.posts] = .list([post(title: "a"), post(title: "b")]) }
        #expect(text == "<a><b>")
    }

    @Test func looksIntoATableBeforeTheRecordsAroundItOnly() throws {
        let layout = """
            {{#post}}{{#params.box}}{{title}} {{number}} {{#posts}}{{title}}{{/posts}}{{/params.box}}{{/post}}
            """
        let box = TemplateTable(["title": TemplateValue("boxed"), "unused": .none])
        let text = try render(layout) {
            $0[.number] = .number(1)
            $0[.posts] = .list([post(title: "inner"), post()])
            $0[.post] = post(title: "outer", params: ["box": .table(box)])
        }
        #expect(text == "boxed 1 inner")
    }

    @Test func rendersValuesOfAWrongKindAsNothing() throws {
        let (library, problems) = loadBlog(
            "[{{#posts}}{{title}},{{/posts}}{{post.title}}{{number}}{{post.params.a.b}}]")
        #expect(problems == [])
        let id = try #require(library["layout"])
        for root in [
            TemplateValue.none, .record([]), .flag(true), .list([.none]),
            .record([.none, TemplateValue("x"), .list([.none, .record([])]), .none, .list([])]),
        ] {
            var bytes: [UInt8] = []
            #expect(library.render(id, root, into: &bytes) == nil)
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(text == "[]" || text == "[,,]")
        }
    }
}
