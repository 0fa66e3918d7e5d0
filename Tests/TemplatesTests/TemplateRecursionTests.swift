import Templates
import Testing

/// Templates that include each other: as deep as the data, never without end.
struct TemplateRecursionTests {
    private let tree = """
        <li>{{name}}
          {{#children}}
          {{> tree}}
          {{/children}}
        </li>

        """

    @Test func rendersATreeWithAPartialThatIncludesItself() throws {
        let text = try render("{{#categories}}{{>tree}}{{/categories}}", ["tree": tree]) {
            $0[.categories] = .list([
                category("a", [category("b", [category("c")]), category("d")])
            ])
        }
        #expect(
            text == """
                <li>a
                <li>b
                <li>c
                </li>
                </li>
                <li>d
                </li>
                </li>

                """)
    }

    @Test func reportsATemplateThatIncludesItselfWithoutEnd() {
        #expect(
            problems("\n{{>layout}}") == [
                "layout.mustache:2:4: error recursion: 'layout' includes itself without end "
                    + "(put the tag into a section that ends some time)"
            ])
        #expect(
            problems("{{>a}}", ["a": "{{>b}}", "b": "{{<a}}{{/a}}"]) == [
                "b.mustache:1:4: error recursion: 'a' includes itself without end "
                    + "(put the tag into a section that ends some time)"
            ])
        #expect(problems("  {{>layout}}\n").count == 1)
    }

    @Test func stopsRecursionThatOnlyDataShows() throws {
        let (library, problems) = loadBlog("{{#number}}\n.{{>layout}}{{/number}}")
        #expect(problems == [])
        var page = TemplateRecord<PageField>()
        page[.number] = .number(1)
        let id = try #require(library["layout"])
        var bytes: [UInt8] = []
        let problem = try #require(library.render(id, page.value, into: &bytes))
        #expect(problem.kind == .recursion)
        #expect(problem.file == "layout.mustache")
        #expect(problem.line == 2)
        #expect(problem.column == 5)
        #expect(bytes.count == 201)
    }

    @Test func reportsTemplatesThatNestTooDeep() {
        var partials: [String: String] = [:]
        for level in 0..<500 { partials["p\(level)"] = "{{>p\(level + 1)}}" }
        partials["p500"] = ""
        #expect(
            problems("{{>p0}}", partials) == [
                "p63.mustache:1:4: error recursion: templates and blocks nest deeper than 64"
            ])
    }

    /// Thirty templates that each take in the next one twice would make a thousand million.
    @Test func reportsTemplatesThatMultiply() {
        var partials: [String: String] = [:]
        for level in 0..<30 { partials["p\(level)"] = "{{>p\(level + 1)}}{{>p\(level + 1)}}" }
        partials["p30"] = "{{number}}"
        let found = problems("{{>p0}}", partials)
        #expect(found.count == 1)
        #expect(found.first?.contains("makes the page longer than 100000 tags") == true)
    }

    @Test func endsWithBlocksThatMultiplyThroughEachOther() {
        var layout = "{{<base}}"
        for level in 0..<40 {
            layout += "{{$b\(level)}}{{$b\(level + 1)}}{{/b\(level + 1)}}"
            layout += "{{$b\(level + 1)}}{{/b\(level + 1)}}{{/b\(level)}}"
        }
        let found = problems(layout + "{{/base}}", ["base": "{{$b0}}{{/b0}}"])
        #expect(found.contains { $0.contains("makes the page longer than") })
    }
}
