import Markdown
import Testing

@Suite(.enabled(if: ConformanceFolder.url != nil, "the conformance folder is not here"))
struct CommonMarkTests {
    struct Example: Decodable {
        let example: Int
        let section: String
        let markdown: String
        let html: String
    }

    @Test func rendersEveryExampleOfCommonMark030() throws {
        let examples: [Example] = try ConformanceFolder.cases("commonmark-0.30.json")
        #expect(examples.count == 652)
        let failed = examples.filter { html($0.markdown, .commonMark) != $0.html }
        #expect(failed.map(\.example) == [])
    }

    /// The examples that the dialect reads otherwise, and because of what.
    private static let intended: [Int: String] = [:]

    @Test func differsInTheDialectOnlyWhereAnExtensionMeansIt() throws {
        let examples: [Example] = try ConformanceFolder.cases("commonmark-0.30.json")
        let plain = settings { $0.headingIDs = false }
        let differing = examples.filter { html($0.markdown, .standard, plain) != $0.html }
        for e in differing where Self.intended[e.example] == nil { print(e.example, e.section, e.markdown.debugDescription, html(e.markdown, .standard, plain).debugDescription) }
        #expect(differing.map(\.example) == Self.intended.keys.sorted())
    }
}
