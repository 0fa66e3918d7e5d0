import Addresses
import Images
import Testing

@testable import Markdown

/// Pictures: sizes, loading and captions, in Markdown and in raw HTML.
struct PictureTests {
    /// The HTML with `known.png` of 30 × 20 pixels.
    private func html(_ text: String, eager: Int = 99) -> String {
        let document = Document(
            parsing: Array(text.utf8), file: SourcePath("a.md"), options: .standard)
        var settings = HTMLSettings()
        settings.pictures = PictureSettings(eager: eager) { destination in
            destination.elementsEqual("known.png".utf8) ? ImageSize(width: 30, height: 20) : nil
        }
        settings.destination = { destination, _ in Array("/x/".utf8) + destination }
        return String(decoding: Markdown.html(of: document, settings), as: UTF8.self)
    }

    @Test func writesTheSizesThatAreKnown() {
        #expect(
            html("![a](known.png) ![b](other.png)") == """
                <p><img src="/x/known.png" alt="a" width="30" height="20" /> \
                <img src="/x/other.png" alt="b" /></p>

                """)
    }

    @Test func letsAllButTheFirstWait() {
        #expect(
            html("![a](a) ![b](b)\n\n<img src=c>\n\n<img src=d loading=eager>\n", eager: 1) == """
                <p><img src="/x/a" alt="a" /> <img src="/x/b" alt="b" loading="lazy" /></p>
                <img loading="lazy" src="/x/c">
                <img src="/x/d" loading=eager>

                """)
    }

    @Test func makesACaptionOfTheTitleOfAPictureOnItsOwn() {
        #expect(
            html("![波浪](known.png \"海 < 山\")\n\n后面\n") == """
                <figure class="image">
                <img src="/x/known.png" alt="波浪" width="30" height="20" />
                <figcaption>海 &lt; 山</figcaption>
                </figure>
                <p>后面</p>

                """)
    }

    @Test func keepsATitleInARunningText() {
        #expect(html("见 ![a](a \"t\")") == "<p>见 <img src=\"/x/a\" alt=\"a\" title=\"t\" /></p>\n")
        #expect(html("![a](a)") == "<p><img src=\"/x/a\" alt=\"a\" /></p>\n")
    }

    @Test func closesAFigureInAListAndAQuote() {
        #expect(
            html("- ![a](a \"t\")\n\n> ![b](b \"u\")\n") == """
                <ul>
                <li>
                <figure class="image">
                <img src="/x/a" alt="a" />
                <figcaption>t</figcaption>
                </figure>
                </li>
                </ul>
                <blockquote>
                <figure class="image">
                <img src="/x/b" alt="b" />
                <figcaption>u</figcaption>
                </figure>
                </blockquote>

                """)
    }

    @Test(arguments: [
        ("<img src=\"known.png\">", "<img width=\"30\" height=\"20\" src=\"/x/known.png\">"),
        (
            "<IMG alt='a' src=known.png>",
            "<IMG width=\"30\" height=\"20\" alt='a' src=\"/x/known.png\">"
        ),
        ("<img src='known.png' width=15>", "<img height=\"10\" src='/x/known.png' width=15>"),
        (
            "<img src='known.png' height='10'/>",
            "<img width=\"15\" src='/x/known.png' height='10'/>"
        ),
        ("<img src='known.png' width='80%'>", "<img src='/x/known.png' width='80%'>"),
        ("<img src='known.png' width=1 height=1>", "<img src='/x/known.png' width=1 height=1>"),
        ("<img src='known.png' style='width:3em'>", "<img src='/x/known.png' style='width:3em'>"),
        ("<img alt=x>", "<img alt=x>"),
        ("<!-- <img src='known.png'> -->", "<!-- <img src='known.png'> -->"),
    ])
    func addsWhatRawHTMLLacks(_ text: String, _ expected: String) {
        #expect(html("<div>\n\(text)\n</div>\n") == "<div>\n\(expected)\n</div>\n")
    }

    @Test func writesSeveralPicturesOfOneBlockInTheirPlaces() {
        #expect(
            html(
                "<p><a href=\"u\"><img src=\"known.png\"></a><img src=\"b\"><a href=v>x</a></p>\n",
                eager: 1)
                == "<p><a href=\"/x/u\"><img width=\"30\" height=\"20\" src=\"/x/known.png\"></a>"
                + "<img loading=\"lazy\" src=\"/x/b\"><a href=\"/x/v\">x</a></p>\n")
    }
}
