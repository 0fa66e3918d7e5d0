import Addresses
import Markdown
import Snippets
import Testing

@testable import Articles

/// Ids of listings, which a link can lead to.
struct ListingIDsTests {
    private func ids(_ text: String) -> [String?] {
        let document = Document(
            parsing: Array(text.utf8), file: SourcePath("content/a.md"), options: .standard)
        let ids = ListingIDs(of: document, SnippetComments(in: document))
        return document.codeBlocks.map { ids[$0.node] }
    }

    private func block(_ info: String) -> String { "```\(info)\nx\n```\n\n" }

    @Test func onlyBlocksThatAskHaveOne() {
        #expect(
            ids(block("go id=map") + block("go") + block("go lineanchors=b")) == ["map", nil, "b"])
    }

    @Test func aSecondOneStepsAside() {
        let text = block("go id=map") + block("go id=map") + block("go id=map")
        #expect(ids(text) == ["map", "map-1", "map-2"])
    }

    @Test func aHeadingKeepsItsOwn() {
        #expect(ids("# map\n\n" + block("go id=map")) == ["map-1"])
        #expect(ids("# x {#map-L3}\n\n" + block("go id=map")) == ["map-1"])
    }

    @Test func noneIsALineOfAnother() {
        #expect(ids(block("go id=map") + block("go id=map-L2")) == ["map", "map-L2-1"])
    }

    @Test func blanksAreHyphens() {
        #expect(ids(block("go id=\"a b\"") + block("go id=\" \"")) == ["a-b", nil])
    }
}
