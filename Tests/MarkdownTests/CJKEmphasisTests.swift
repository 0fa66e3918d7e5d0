import Markdown
import Testing

@Suite(.enabled(if: ConformanceFolder.url != nil, "the conformance folder is not here"))
struct CJKEmphasisTests {
    struct Case: Decodable {
        let id: Int
        let input: String
        let expected_html: String
    }

    @Test func rendersEveryCaseOfTheAmendedEmphasisRule() throws {
        let cases: [Case] = try ConformanceFolder.cases("cjk-emphasis.json")
        let failed = cases.filter { html($0.input) != $0.expected_html + "\n" }
        for f in failed { print(f.id, f.input, html(f.input)) }
        #expect(failed.map(\.id) == [])
    }
}
