import Markdown
import TestSupport
import Testing

@Suite(.enabled(if: ConformanceFolder.url != nil, "the conformance folder is not here"))
struct CommonMarkTests {
    struct Example: Decodable {
        let example: Int
        let section: String
        let markdown: String
        let html: String
    }

    private func examples() throws -> [Example] {
        try ConformanceFolder.cases("commonmark-0.30.json")
    }

    @Test func rendersEveryExampleOfCommonMark030() throws {
        let examples = try examples()
        #expect(examples.count == 652)
        let failed = examples.filter { html($0.markdown, .commonMark) != $0.html }
        #expect(failed.map(\.example) == [])
    }

    /// The examples that the dialect reads otherwise: addresses and `a@b.c` without angle brackets.
    private let bareLinks = [601, 605, 607, 610, 611]

    @Test func differsInTheDialectOnlyWhereAnExtensionMeansIt() throws {
        let plain = settings { $0.headingIDs = false }
        let examples = try examples()
        let dialect = standard { $0.repairsHTML = false }
        let differing = examples.filter { html($0.markdown, dialect, plain) != $0.html }
        #expect(differing.map(\.example) == bareLinks)
        let unlinked = standard {
            $0.repairsHTML = false
            $0.autolinks = false
        }
        #expect(examples.allSatisfy { html($0.markdown, unlinked, plain) == $0.html })
    }
}
