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
        "<!-- more", "<!--more --!>", "<!–– more ––>", "a <-- more --> b", "<img>\n<!- more -->",
    ])
    func findsNearMisses(_ text: String) {
        let document = document(text)
        #expect(document.moreMarkers == [])
        #expect(document.nearMisses.count == 1)
    }

    @Test(arguments: [
        "`<!-- more -->`", "```\n<!-- more -->\n```", "    <!-- more -->", "\\<!-- more --\\>x",
        "<!-- more info -->", "<!-- nevermore -->", "more", "a[^1]\n\n[^1]: <!-- more -->",
        "<pre>\n<!-- more -->\n</pre>", "<style>\n/* <!-- more --> */\n</style>", "<!--moreover-->",
        "<!-- old: <!-- more -->", "x <- more -> y", "&lt;!-- more --&gt;", "&lt;!--readmore--&gt;",
        "\\<!--readmore-->", "`<!--readmore-->`", "<code>&lt;!- more --&gt;</code>",
    ])
    func findsNoneInCodeOrOtherComments(_ text: String) {
        #expect(document(text).moreMarkers == [])
        #expect(document(text).nearMisses == [])
    }

    @Test(arguments: [
        ("<img src=\"a.png\">\n<!-- more -->\n\nb", 1, "<img src=\"a.png\">\n"),
        ("<div><!-- more --></div>", 1, "<div>\n"),
        ("> a\n>\n> <center>x</center>\n> <!--more-->\n> y\n\nz", 4, "<center>x</center>\n"),
        ("<table>\n<tr><td>a</td></tr>\n</table> <!-- more --> b", 3, "</table>"),
    ])
    func findsOneWithinABlockOfHTML(_ text: String, line: Int, before: String) throws {
        let document = document(text)
        let marker = try #require(document.moreMarkers.first)
        #expect(document.moreMarkers.count == 1)
        #expect(document.nearMisses == [])
        let place = document.place(of: marker).range
        #expect(document.source[place].starts(with: "<!--".utf8))
        let lines = document.source[..<place.lowerBound].count { $0 == UInt8(ascii: "\n") }
        #expect(lines == line - 1 + (text.hasPrefix("<img") ? 1 : 0))
        let cut = html(of: document, settings { $0.cut = Cut(before: marker) })
        #expect(String(decoding: cut, as: UTF8.self).contains(before.dropLast()))
        let whole = String(decoding: html(of: document), as: UTF8.self)
        #expect(whole.contains("<span id=\"more\"></span>"))
        #expect(!whole.contains("<!--"))
    }

    @Test func keepsWhatStandsAroundOneInItsBlock() {
        #expect(
            html("<p>a</p>\n<!-- more -->\n<p>b</p>\n<!--more-->\n<p>c</p>\n")
                == "<p>a</p>\n<span id=\"more\"></span>\n<p>b</p>\n<p>c</p>\n")
        #expect(document("<p>a</p>\n<!-- more -->\n<p>b</p>\n<!--more-->\n").moreMarkers.count == 2)
    }

    @Test(arguments: [
        ("<!--more Read on-->", "Read on"), ("<!--more\t阅读全文 »-->", "阅读全文 »"),
        ("a <!--more x--> b", "x"), ("<!--more-->", nil), ("<!-- more -->", nil),
        ("<!--more -->", nil),
    ])
    func readsTheLabelOfTheLink(_ text: String, _ label: String?) {
        let document = document(text)
        #expect(document.moreMarkers.count == 1)
        #expect(document.moreLabel == label)
    }

    @Test func writesASpanForTheFirstOnly() {
        let text = "a\n\n<!-- more -->\n\nb <!-- more --> c"
        #expect(html(text) == "<p>a</p>\n<span id=\"more\"></span>\n<p>b  c</p>\n")
        #expect(
            html(text, .standard, settings { $0.moreSpan = false }) == "<p>a</p>\n<p>b  c</p>\n")
        #expect(html("<!-- more -->", .commonMark) == "<!-- more -->\n")
    }

    @Test func listsMarkersInFootnotesApart() {
        let document = document("a[^1]\n\n[^1]: b\n\n    <!-- more -->\n\nc")
        #expect(document.moreMarkers == [])
        #expect(document.markersInFootnotes.count == 1)
    }
}
