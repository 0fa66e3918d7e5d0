import TestSupport
import Testing

@testable import Templates

/// Templates by chance: never a crash, the same twice, and problems within their file.
struct FuzzTests {
    @Test func readsTemplatesByChance() {
        let mutator = Mutator(
            Corpus.files(
                ["themes/paper/layouts", "themes/paper/partials"], endings: [".mustache"]),
            tokens: [
                "{{", "}}", "{{{", "{{#posts}}", "{{/posts}}", "{{^a}}", "{{> a}}", "{{<a}}",
                "{{$b}}", "{{/b}}",
                "{{! ", "{{=<% %>=}}", "{{post.title}}", "{{> layout}}", "{{#categories}}",
                "{{number}}",
            ], longest: 1_500)
        let findings = Fuzzing.findings(.templates, mutator, rounds: 800) { bytes, chance in
            let layout = source("layout", "")
            let sources = [
                TemplateSource(name: "layout", file: layout.file, bytes: bytes),
                source("a", "{{$b}}x{{/b}}{{> layout}}"),
            ]
            let rules: TemplateRules = .strict
            func render() -> ([UInt8], Int) {
                let (library, problems) = TemplateLibrary.load(
                    sources, layouts: [TemplateLayout("layout", root: .record(PageField.self))],
                    schema: chance.next(2) == 0 ? .free : blogSchema, rules: rules)
                var out: [UInt8] = []
                let isInside = problems.allSatisfy {
                    $0.file != layout.file || $0.range.upperBound <= bytes.count
                }
                if let id = library["layout"] { _ = library.render(id, .none, into: &out) }
                return (out, isInside ? problems.count : -1)
            }
            let saved = chance
            let first = render()
            chance = saved
            let second = render()
            if first.1 < 0 { return "a problem outside" }
            return first == second ? nil : "not the same twice"
        }
        #expect(findings == [])
    }
}
