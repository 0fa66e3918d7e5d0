import Testing

@testable import Publishing

struct TagScanTests {
    private func tags(_ html: String) -> [String] {
        var scan = TagScan(Array(html.utf8))
        var tags: [String] = []
        while let tag = scan.next() {
            let attributes = tag.attributes.sorted { $0.key < $1.key }.map {
                "\($0.key)=\($0.value)"
            }
            let raw = String(decoding: tag.rawText, as: UTF8.self)
            tags.append(
                ([tag.name] + attributes).joined(separator: " ") + (raw.isEmpty ? "" : " {\(raw)}"))
        }
        return tags
    }

    @Test(arguments: [
        ("<P CLASS=a id='b' x>t</p>", ["p class=a id=b x="]),
        ("a < b <!-- <i> --> <br/>", ["br"]),
        ("<a href=\"?a=1&amp;b=2\" href='no'>", ["a href=?a=1&b=2"]),
        (
            "<script>if (a<b) '<img src=x>'</SCRIPT><img>",
            ["script {if (a<b) '<img src=x>'}", "img"]
        ),
        // A browser ends a script at its own end tag alone, and not inside an escaped script.
        ("<script>'</scripts>'</script ><p>", ["script {'</scripts>'}", "p"]),
        (
            "<script><!--<script></script>--></script><p>",
            ["script {<!--<script></script>-->}", "p"]
        ),
        ("<!--> <i> <!-- --!><b>", ["i", "b"]), ("<?php '<i>' ?><b>", ["b"]),
        ("<img = src=\"a", ["img == src=a"]),
        ("<style>a{}</style", ["style {a{}}"]), ("<!-- open <b>", []), ("<", []),
    ])
    func findsStartTags(_ html: String, _ expected: [String]) {
        #expect(tags(html) == expected)
    }

    @Test func readsTheTextThatListingsCutIntoSpans() {
        let html = "<span class=\"s\">ghp_</span><b>A&amp;B</b>\n<i\n>x"
        #expect(
            String(decoding: TagScan.textAlone(Array(html.utf8)[...]), as: UTF8.self)
                == "ghp_A&B\n\nx")
    }
}
