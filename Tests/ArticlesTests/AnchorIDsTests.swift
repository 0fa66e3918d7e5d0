import TestSupport
import Testing

@testable import Articles

/// The ids that raw HTML gives to a page.
struct AnchorIDsTests {
    @Test func findsTheIdsOfHTML() {
        let html = "<h2 id=\"a\">x</h2><p data-id=\"no\" id=\"中\">id=\"text\"</p> id=\"cut"
        #expect(AnchorIDs(in: Array(html.utf8)).all == ["a", "中", "cut"])
    }

    @Test func takesTimeByLength() {
        let function = TextFunction("ids of a page", ["id=\"a№\" ", " id=\"", " name='", "="]) {
            _ = AnchorIDs(in: $0).all
        }
        #expect(function.problems() == [])
    }
}
