import Templates
import Testing

@Suite struct TemplateFillingTests {
    private let shared: TemplateRecord<PageField> = {
        var page = TemplateRecord<PageField>()
        page[.site] = site(title: "A & B")
        page[.number] = .number(3)
        page[.posts] = .list([
            post(title: "x", tags: ["u", "<v>"]),
            post(title: "y", isDraft: true, params: ["k": .list([.flag(true)])]),
        ])
        page[.categories] = .list([category("a", [category("b", [category("c")])]), category("d")])
        page[.post] = post(title: "own", content: "<p>", params: ["k": TemplateValue("v")])
        return page
    }()

    /// What a page without any values makes of a layout that `shared` was written into.
    private func written(
        _ layout: String, _ partials: [String: String] = [:], known: [PageField]
    ) throws -> String {
        let (library, problems) = loadBlog(layout, partials)
        #expect(problems == [])
        let bytes = try renderFilled(library, shared, known, TemplateRecord())
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func writesWhatIsKnownIntoTheText() throws {
        let layout =
            "{{site.title}} {{number}}{{#site.description}}!{{/site.description}}{{^post}}-{{/post}}"
        #expect(try written(layout, known: [.site, .number]) == "A &amp; B 3-")
        #expect(try written(layout, known: [.site]) == "A &amp; B -")
        #expect(try written(layout, known: []) == " -")
    }

    @Test func writesASectionAboutAKnownListOnceForEachItem() throws {
        let layout = "{{#posts}}{{> row}};{{/posts}}"
        let row = "{{title}}{{#isDraft}}!{{/isDraft}}{{^isDraft}}?{{/isDraft}}"
        #expect(try written(layout, ["row": row], known: [.posts]) == "x?;y!;")
    }

    /// What the content needs of its section keeps it, and so needs the values again.
    @Test(arguments: [
        "{{#posts}}{{#tags}}{{.}},{{/tags}}{{/posts}}",
        "{{#number}}{{.}}{{/number}}",
        "{{#posts}}{{#params}}{{#k}}{{.}}{{/k}}{{/params}}{{title}}{{/posts}}",
        "{{#post}}{{title}}{{#params}}{{k}}{{title}}{{/params}}{{{content}}}{{/post}}",
        "{{#site}}{{#posts}}{{title}}{{/posts}}{{title}}{{/site}}",
        "{{#posts}}{{#posts}}{{title}}{{/posts}}{{title}}{{/posts}}",
        "{{#site.title}}{{#post}}{{title}}{{/post}}{{/site.title}}",
        "{{#post}}{{#site.title}}{{title}}{{number}}{{/site.title}}{{/post}}",
        "{{post.params.k}}{{post.params.none}}{{#post.params.k}}+{{/post.params.k}}",
        "<{{#site}}{{#post}}{{^isDraft}}a{{/isDraft}}b{{/post}}c{{/site}}>{{number}}",
        "{{#site.title}}{{^post.isDraft}}u {{/post.isDraft}}l {{site.title}}{{/site.title}}<end>",
        "{{#site}}{{#post}}{{^number}}x{{/number}}y{{/post}}{{/site}}",
        "{{^post.isDraft}}a{{^site.description}}b{{/site.description}}{{/post.isDraft}}c",
    ]) func rendersTheSameWithAnyOfTheValuesKnown(layout: String) throws {
        _ = try render(layout) { $0 = shared }
    }

    /// `render` compares the page with those into which any of the values were written before.
    @Test func rendersTheSameWhateverTheLayout() throws {
        var state: UInt64 = 11
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        let sections = [
            "site", "site.title", "site.description", "number", "posts", "post", "post.isDraft",
            "post.params.k", "categories",
        ]
        func layout(_ depth: Int) -> String {
            (0..<next(4) + 1).map { _ in
                switch next(depth > 3 ? 3 : 7) {
                case 0: return ["a", "b ", "<c>", "d\n"][next(4)]
                case 1: return ["{{number}}", "{{site.title}}", "{{post.title}}"][next(3)]
                case 2: return "-"
                default:
                    let name = sections[next(sections.count)]
                    return "{{\(next(5) < 3 ? "^" : "#")\(name)}}\(layout(depth + 1)){{/\(name)}}"
                }
            }.joined()
        }
        for _ in 0..<400 { _ = try render(layout(0)) { $0 = shared } }
    }

    @Test func goesOnWithTheOriginalWhereATemplateIncludesItself() throws {
        let tree = "({{name}}{{#children}}{{>tree}}{{/children}})"
        let text = try render("{{#categories}}{{>tree}}{{/categories}}", ["tree": tree]) {
            $0 = shared
        }
        #expect(text == "(a(b(c)))(d)")
    }

    @Test func endsWhereListsAreWrittenWithinEachOther() throws {
        let depth = 60
        let opened = String(repeating: "{{#categories}}", count: depth)
        let closed = String(repeating: "{{/categories}}", count: depth)
        let layout = "{{#post.isDraft}}\(opened)x\(closed){{/post.isDraft}}"
        #expect(try render(layout) { $0[.categories] = shared[.categories] } == "")
    }
}

@Suite struct TemplateRecordTests {
    @Test func growsToTheFieldThatIsSet() {
        var record = TemplateRecord<PostField>(through: .title)
        #expect(record.value == .record([]))
        #expect(record[.tags] == .none)
        record[.description] = TemplateValue("d")
        #expect(record.value == .record([.none, TemplateValue("d")]))
        var more = TemplateRecord(record, through: .tags)
        more[.tags] = .list([])
        more[.title] = TemplateValue("t")
        #expect(
            more.value
                == .record([TemplateValue("t"), TemplateValue("d"), .none, .none, .list([])]))
    }

    @Test func isTheSameInALayoutAsAWholeOne() throws {
        var short = TemplateRecord<PostField>(through: .title)
        short[.title] = TemplateValue("t")
        let text = try render("{{#post}}{{title}}{{^isDraft}}-{{/isDraft}}{{minutes}}{{/post}}") {
            $0[.post] = short.value
        }
        #expect(text == "t-")
    }
}
