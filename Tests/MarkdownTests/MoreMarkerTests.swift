import Markdown
import Testing

@Suite struct MoreMarkerTests {
    @Test(arguments: ["<!-- more -->", "<!--more-->", "<!--\tMORE\n-->", "a <!--More --> b"])
    func findsMarkersInAnySpacingAndCase(_ text: String) {
        let document = document(text)
        #expect(document.moreMarkers.count == 1)
        #expect(document.nearMisses == [])
    }

    @Test(arguments: [
        "<!-- more->", "<!--readmore-->", "<!- more -->", "<! more>", "a <!-- read more --> b",
        "<div><!-- more --></div>", "<!-- more", "<!--more --!>",
    ])
    func findsNearMisses(_ text: String) {
        let document = document(text)
        #expect(document.moreMarkers == [])
        #expect(document.nearMisses.count == 1)
    }

    @Test(arguments: [
        "`<!-- more -->`", "```\n<!-- more -->\n```", "    <!-- more -->", "\\<!-- more --\\>x",
        "<!-- more info -->", "<!-- nevermore -->", "more", "a[^1]\n\n[^1]: <!-- more -->",
    ])
    func findsNoneInCodeOrOtherComments(_ text: String) {
        #expect(document(text).moreMarkers == [])
    }

    @Test func writesASpanForTheFirstOnly() {
        let text = "a\n\n<!-- more -->\n\nb <!-- more --> c"
        #expect(html(text) == "<p>a</p>\n<span id=\"more\"></span>\n<p>b  c</p>\n")
        #expect(
            html(text, .standard, settings { $0.moreSpan = false }) == "<p>a</p>\n<p>b  c</p>\n")
        #expect(html("<!-- more -->", .commonMark) == "<!-- more -->\n")
    }
}
