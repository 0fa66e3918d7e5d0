import Templates
import Testing

/// What is wrong whatever the names: reported with its place, all mistakes of a file at once.
struct TemplateSyntaxTests {
    @Test func reportsATagThatIsNotClosed() {
        #expect(
            problems("<p>\n  漢字 {{number </p>") == [
                "layout.mustache:2:6: error syntax: a tag is not closed by '}}'"
            ])
        #expect(
            problems("{{number {{number}}\n{{{number}}\n{{! note") == [
                "layout.mustache:1:1: error syntax: a tag is not closed by '}}'",
                "layout.mustache:2:1: error syntax: a tag is not closed by '}}}'",
                "layout.mustache:3:1: error syntax: a comment is not closed by '}}'",
            ])
    }

    @Test func reportsASectionThatIsNotClosedWhereItOpens() {
        #expect(
            problems("\n {{#posts}}\n{{title}}\n") == [
                "layout.mustache:2:2: error syntax: 'posts' is not closed (add {{/posts}})"
            ])
        #expect(
            problems("{{#posts}}{{#title}}x{{/posts}}") == [
                "layout.mustache:1:11: error syntax: 'title' is not closed before '/posts' "
                    + "(add {{/title}})"
            ])
    }

    @Test func reportsAClosingTagThatClosesNothing() {
        #expect(
            problems("{{#posts}}\n{{/post}}{{/posts}}{{/posts}}") == [
                "layout.mustache:2:1: error syntax: '/post' closes nothing "
                    + "(the innermost open tag is 'posts')",
                "layout.mustache:2:20: error syntax: '/posts' closes nothing",
            ])
    }

    @Test func reportsBadDelimiters() {
        let message = "a change of delimiters takes two words without '=' (write {{=<% %>=}})"
        #expect(problems("{{=<%=}}") == ["layout.mustache:1:1: error syntax: \(message)"])
        #expect(problems("{{=a b c=}}") == ["layout.mustache:1:1: error syntax: \(message)"])
        #expect(problems("a {{== ==}}") == ["layout.mustache:1:3: error syntax: \(message)"])
        #expect(
            problems("{{=<% %>") == [
                "layout.mustache:1:1: error syntax: a tag is not closed by '=}}'"
            ])
    }

    @Test func reportsWhatIsNoName() {
        #expect(
            problems("{{}}{{# }}{{/ }}{{a b}}{{a..b}}{{.a}}{{{{number}}}}") == [
                "layout.mustache:1:1: error syntax: a tag has no name",
                "layout.mustache:1:5: error syntax: a tag has no name",
                "layout.mustache:1:11: error syntax: a tag has no name",
                "layout.mustache:1:19: error syntax: 'a b' is not a name",
                "layout.mustache:1:26: error syntax: 'a..b' has a dot without a name beside it",
                "layout.mustache:1:34: error syntax: '.a' has a dot without a name beside it",
                "layout.mustache:1:41: error syntax: '{number' is not a name",
            ])
    }

    @Test func reportsTagsThatNestTooDeep() {
        let deep = String(repeating: "{{#posts}}", count: 100_000)
        let found = problems(deep)
        #expect(
            found.last
                == "layout.mustache:1:2001: error syntax: tags nest deeper than 200")
    }

    @Test func checksTheSyntaxOfAPartialThatNobodyTakesIn() {
        #expect(
            problems("fine", ["unused": "{{/x}} {{anything}}"]) == [
                "unused.mustache:1:1: error syntax: '/x' closes nothing"
            ])
    }

    @Test func takesWhiteSpaceAroundSigilsAndNames() throws {
        let text = try render("{{ # posts }}{{ title }},{{ / posts }}{{ & number }}") {
            $0[.posts] = .list([post(title: "a"), post(title: "b")])
            $0[.number] = .number(7)
        }
        #expect(text == "a,b,7")
    }

    @Test func goesOnBehindABrokenTemplateWithoutFurtherComplaints() {
        #expect(
            problems("{{<base}}{{$main}}{{/main}}{{/base}}", ["base": "{{$main}}"]) == [
                "base.mustache:1:1: error syntax: 'main' is not closed (add {{/main}})"
            ])
    }

    /// Any bytes: loading and rendering end, and neither crashes.
    @Test(arguments: UInt64(1)...60)
    func survivesRandomTemplates(_ seed: UInt64) throws {
        let pieces = [
            "{{", "}}", "{{{", "}}}", "{{#post}}", "{{/post}}", "{{^posts}}", "{{/posts}}",
            "{{$b}}",
            "{{/b}}", "{{<layout}}", "{{/layout}}", "{{<a}}", "{{/a}}", "{{>a}}", "{{>layout}}",
            "{{=| |=}}", "|={{ }}=|", "|#post|", "|/post|", "{{.}}", "{{#.}}", "{{/.}}",
            "{{title}}",
            "{{! x", "\n", "  ", "\r\n", "\t", "text", "\u{0}", "{{#posts}}", "{{post.params.x.y}}",
            "漢",
        ]
        var random = SplitMix(state: seed)
        func text() -> String {
            (0..<Int.random(in: 0..<60, using: &random)).compactMap { _ in
                pieces.randomElement(using: &random)
            }.joined()
        }
        for _ in 0..<40 {
            let sources = [source("layout", text()), source("a", text())]
            for rules in [TemplateRules.strict, .specification] {
                for root in [TemplateKind.record(PageField.self), .free] {
                    let (library, _) = TemplateLibrary.load(
                        sources, layouts: [TemplateLayout("layout", root: root)],
                        schema: blogSchema, rules: rules)
                    var page = TemplateRecord<PageField>()
                    page[.post] = post(title: "t", params: ["x": TemplateValue("y")])
                    page[.posts] = .list([post(title: "u"), post(tags: ["v"])])
                    let table = TemplateTable(["post": page.value, "posts": .list([.flag(true)])])
                    let id = try #require(library["layout"])
                    var bytes: [UInt8] = []
                    _ = library.render(id, root == .free ? .table(table) : page.value, into: &bytes)
                }
            }
        }
    }
}

/// Random numbers that are the same in each run.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
