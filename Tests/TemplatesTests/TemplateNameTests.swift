import Templates
import Testing

/// Names, checked against a schema when templates are loaded.
struct TemplateNameTests {
    @Test func reportsAnUnknownVariableWithWhatWasMeant() {
        #expect(
            problems("<h1>\n{{post.titel}}{{nummer}}{{{zzz}}}</h1>") == [
                "layout.mustache:2:3: error unknownName: 'post' has no 'titel' "
                    + "(did you mean 'title'?)",
                "layout.mustache:2:17: error unknownName: there is no 'nummer' "
                    + "(did you mean 'number'?)",
                "layout.mustache:2:28: error unknownName: there is no 'zzz'",
            ])
    }

    @Test func reportsAnUnknownSectionAndNothingInsideIt() {
        #expect(
            problems("{{#psots}}{{title}}{{/psots}}{{^post.daft}}{{/post.daft}}") == [
                "layout.mustache:1:4: error unknownName: there is no 'psots' "
                    + "(did you mean 'posts'?)",
                "layout.mustache:1:33: error unknownName: 'post' has no 'daft'",
            ])
    }

    @Test func reportsANameThatIsKnownElsewhereOnly() {
        #expect(
            problems("{{title}}{{#posts}}{{title}}{{/posts}}{{title}}") == [
                "layout.mustache:1:3: error unknownName: there is no 'title'",
                "layout.mustache:1:41: error unknownName: there is no 'title'",
            ])
    }

    @Test func reportsFieldsOfWhatHasNone() {
        #expect(
            problems("{{post.title.length}}{{#posts.title}}{{/posts.title}}") == [
                "layout.mustache:1:3: error wrongUse: 'post.title' is text, which has no fields",
                "layout.mustache:1:25: error wrongUse: 'posts' is a list, which has no fields",
            ])
    }

    @Test func reportsWhatCannotBeWritten() {
        #expect(
            problems("{{post}}{{post.tags}}{{post.isDraft}}{{#posts}}{{.}}{{/posts}}") == [
                "layout.mustache:1:3: error wrongUse: 'post' is a record and cannot be written "
                    + "(use it as {{#post}})",
                "layout.mustache:1:11: error wrongUse: 'post.tags' is a list and cannot be written "
                    + "(use it as {{#post.tags}})",
                "layout.mustache:1:24: error wrongUse: 'post.isDraft' is a flag and cannot be "
                    + "written (use it as {{#post.isDraft}})",
                "layout.mustache:1:50: error wrongUse: '.' is a record and cannot be written "
                    + "(name one of its fields)",
            ])
        #expect(
            problems("{{#post}}{{#.}}x{{/.}}{{/post}}") == [
                "layout.mustache:1:13: error wrongUse: '.' is a record and is this section's own "
                    + "record (name one of its fields)"
            ])
    }

    @Test func warnsOfMarkupEscapedAndTextUnescaped() {
        #expect(
            problems("{{#post}}{{content}}{{{title}}}{{&title}}{{{content}}}{{title}}{{/post}}")
                == [
                    "layout.mustache:1:12: warning escaping: 'content' is markup, and two braces show "
                        + "its tags to the reader (write {{{content}}})",
                    "layout.mustache:1:24: warning escaping: 'title' is text, and three braces write "
                        + "it unescaped (write {{title}})",
                    "layout.mustache:1:35: warning escaping: 'title' is text, and three braces write "
                        + "it unescaped (write {{title}})",
                ])
    }

    @Test func leavesAFreeSubtreeUnchecked() throws {
        let layout =
            "{{post.params.math}}{{#post.params.links}}{{url}} {{number}};{{/post.params.links}}"
        #expect(problems(layout) == [])
        let links = ["a", "b"].map {
            TemplateValue.table(TemplateTable(["url": TemplateValue($0)]))
        }
        let text = try render(layout) {
            $0[.number] = .number(3)
            $0[.post] = post(params: ["math": .flag(true), "links": .list(links)])
        }
        #expect(text == "truea 3;b 3;")
    }

    @Test func reportsAMissingPartialParentOrLayout() {
        #expect(
            problems("{{>partials/foot}}\n{{<bsae}}{{/bsae}}", ["partials/foo": "", "base": ""])
                == [
                    "layout.mustache:1:4: error missingTemplate: there is no template 'partials/foot' "
                        + "(did you mean 'partials/foo'?)",
                    "layout.mustache:2:4: error missingTemplate: there is no template 'bsae' "
                        + "(did you mean 'base'?)",
                ])
        let (library, problems) = TemplateLibrary.load(
            [source("layouts/post", "")], layouts: [TemplateLayout("layouts/pots", root: .free)])
        #expect(library["layouts/pots"] == nil)
        #expect(problems.map(\.message) == ["there is no layout 'layouts/pots'"])
        #expect(problems.map(\.hint) == ["did you mean 'layouts/post'?"])
    }

    @Test func namesTheLayoutInWhichAPartialIsWrong() {
        let (_, problems) = TemplateLibrary.load(
            [
                source("home", "{{>name}}"), source("post", "{{>name}}"),
                source("name", "\n{{description}}"),
            ],
            layouts: [
                TemplateLayout("post", root: .record(PostField.self)),
                TemplateLayout("home", root: .record(CategoryField.self)),
            ], schema: blogSchema)
        #expect(problems.map(\.layout) == ["home"])
        #expect(problems.map { "\($0.file):\($0.line):\($0.column)" } == ["name.mustache:2:3"])
        #expect(problems.map(\.range) == [3..<14])
    }

    @Test func countsColumnsInScalarsAndRangesInBytes() throws {
        let (_, problems) = loadBlog("é漢👍🏽 {{nope}}")
        let problem = try #require(problems.first)
        #expect(problem.column == 8)
        #expect(problem.range == 16..<20)
    }

    @Test func reportsFaultsOfTheSchemaItself() {
        let schema = TemplateSchema([
            TemplateRecordType(
                name: "a", fields: [.init("b", .list(.record("c"))), .init("b", .text)]),
            TemplateRecordType(name: "a", fields: []),
        ])
        let expected = [
            "field 'b' of 'a' is a record 'c', which the schema lacks",
            "record 'a' has two fields 'b'",
            "the schema has two records 'a'",
        ]
        #expect(schema.faults == expected)
        let (_, problems) = TemplateLibrary.load(
            [source("x", "")], layouts: [TemplateLayout("x", root: .record("y"))], schema: schema)
        #expect(problems.map(\.message) == ["the schema has no record 'y'"] + expected)
        #expect(problems.allSatisfy { $0.kind == .schema })
    }

    @Test func saysWhereAValueIsNotWhatTheSchemaSays() {
        var page = TemplateRecord<PageField>()
        page[.posts] = .list([post(), post(tags: ["x"])])
        page[.site] = TemplateValue("text")
        let kind = TemplateKind.record(PageField.self)
        #expect(blogSchema.mismatch(in: page.value, kind: kind) == "site: text, not a record")
        page[.site] = .none
        #expect(blogSchema.mismatch(in: page.value, kind: kind) == nil)
        page[.categories] = .list([category("a"), site()])
        #expect(
            blogSchema.mismatch(in: page.value, kind: kind)
                == "categories[1]: 3 values for the 2 fields of 'category'")
    }
}
