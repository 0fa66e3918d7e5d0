import Testing

@testable import Rendering

struct OpenElementsTests {
    private func closed(_ html: String) -> String {
        var bytes = Array(html.utf8)
        OpenElements.close(in: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func closesWhatAnAuthorOrACutLeftOpen() {
        #expect(closed("<div class=\"x\"><b>a <i>b") == "<div class=\"x\"><b>a <i>b</i></b></div>")
        #expect(
            closed("<details><summary>s</summary>a") == "<details><summary>s</summary>a</details>")
    }

    @Test(arguments: [
        "<p>a<br>b<img src=x></p>", "<ul><li>a<li>b</ul>", "<!-- <div> -->", "a < b", "</div>",
        "<a title='<div>'>x</a>", "<svg/>", "<script>'<div>'</script>", "<", "<1>",
    ])
    func leavesTheRestAsItIs(_ html: String) {
        #expect(closed(html) == html)
    }

    @Test func endsWithWhateverText() {
        for text in ["<div", "<div title=\"", "<script>", "<!--", "</", "<a <b <c"] {
            _ = closed(text)
        }
        #expect(closed("<script>x") == "<script>x</script>")
    }
}
