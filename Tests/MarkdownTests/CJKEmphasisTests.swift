import Markdown
import TestSupport
import Testing

@Suite(.enabled(if: ConformanceFolder.url != nil, "the conformance folder is not here"))
struct CJKEmphasisTests {
    struct Case: Decodable {
        let id: Int
        let input: String
        let expected: String

        enum CodingKeys: String, CodingKey {
            case id
            case input
            case expected = "expected_html"
        }
    }

    /// All of them: none of the cases at hand needs a character that libcmark's tables lack.
    @Test func rendersEveryCaseOfTheAmendedEmphasisRule() throws {
        let cases: [Case] = try ConformanceFolder.cases("cjk-emphasis.json")
        #expect(cases.count == 62)
        let failed = cases.filter { html($0.input) != $0.expected + "\n" }
        #expect(failed.map(\.id) == [])
    }
}
