import Addresses
import Images
import TestSupport
import Testing

@testable import Markdown

/// Whatever reads a text takes time by its length, not by its square.
struct LinearTimeTests {
    private static let inline = [
        "*a **b ", "_a* ", "**中** ", "** 重要 ** ", "[a", "a]", "[a](b ", "[a](<b", "![a](b.png) ",
        "[^№] ", "[a№]: /u\n", "`a", "``a` ", "~~a ", "~~a~~ ", "<b>", "<b id=\"№\">", "</b>",
        "<a b=\"",
        "<!--", "<!-- a -->", "<?", "<script>", "<pre>a</pre>\n", "&amp;", "&#8;", "http://a.b/(",
        "www.a.b ", "a@b.c ", "$a ", "$$", "\\(a", "\\(a\\) ", "{{ a ", "{{ a }} ", "{% a %} ",
        "{{< a",
        "{: .a }", "\"a ", "'a' ", "a-- ", "...", "](/a）", "]（/a ", "[a]（/b/） ", "java.* ",
        "a\u{E000}",
        "中\n", "<none№> ",
    ]

    private static let blocks = [
        "> ", "- ", "1. a\n", "# a\n", "# a№\n", "a\n===\n", "```\n", "~~~ go\na\n~~~\n",
        "    a\n\n",
        "|a|b|\n", "|-|-|\n", "|a|\n|-|\n|b|\n\n", "｜a｜\n", "[^№]: a\n\n", "[ ] a\n", "- [x] a\n",
        "> [!NOTE]\n> a\n\n", ":::a\n", "{% highlight go %}\na\n{% endhighlight %}\n", "[TOC]\n\n",
        "@[toc]\n", "<div>\n\n", "<details>\n", "$$\na\n$$\n\n", "\\[\n", "\n\n", "***\n",
        "<!-- more -->\n\n", "<a id=\"a№\"></a>\n\n",
    ]

    private static func parse(
        _ source: [UInt8], _ options: MarkdownOptions = .standard, isHTML: Bool = false
    ) -> Document {
        Document(parsing: source, file: SourcePath("a.md"), options: options, isHTML: isHTML)
    }

    private static let everything = standard {
        $0.smart = true
        $0.mathematics = .on
    }

    private static let functions: [TextFunction] = [
        TextFunction("Markdown as HTML", inline + blocks) {
            _ = Markdown.html(of: parse($0, everything))
        },
        TextFunction("links and places", inline + ["[a](b№) ", "![a](c.png)\n"]) {
            let document = parse($0)
            var places = document.places
            for link in document.links { _ = places.place(of: link.node) }
        },
        TextFunction(
            "tags that do not end", in: ("<div ", "y=\""),
            ["<a ", "<a b='", "<plaintext ", "<p c=\"d\" "], common: false
        ) {
            _ = Markdown.html(of: parse($0))
        },
        TextFunction(
            "elements of text without an end", in: ("<div x=1>", ""),
            ["<xmp>", "<title a=b>", "<iframe src=c>"], common: false
        ) {
            let document = parse($0)
            _ = (document.links, Markdown.html(of: document))
        },
        TextFunction("HTML without raw HTML", ["<b>", "<a b=", "<p>\n\n"]) { source in
            _ = Markdown.html(of: parse(source, standard { $0.unsafeHTML = false }))
        },
        TextFunction(
            "a text in HTML",
            [
                "<b>", "<h2>a</h2>", "<h2>a", "<pre>", "<code>", "<!--", "<a b=\"", "<p id=\"№\">",
                "{{ a ",
                "{{ a }}", "<script>", "&amp;", "&a", "</", "<code>a</code>", "{{<",
            ]
        ) {
            let document = parse($0, isHTML: true)
            _ = Markdown.html(of: document)
            for id in document.rawHTML { _ = document.words(ofHTML: id, listings: true) }
        },
        TextFunction(
            "words of raw HTML", in: ("<div>\n", "\n"), ["<b>", "<pre>", "<td>a", "<!--a"]
        ) {
            let document = parse($0)
            for id in document.rawHTML { _ = document.words(ofHTML: id, listings: false) }
        },
        TextFunction("a description", inline) { _ = parse($0).tree.plainText(of: Tree.root) },
        TextFunction(
            "more markers", ["<!--more-->", "<!-- more", "<!-- more -->\n\n", "\\<!-- more "]
        ) {
            _ = parse($0).moreMarkers
        },
        TextFunction("heading ids", ["# a\n\n", "# a-№\n\n", "# a\n\n# a-1\n\n", "# 中 {#a№}\n\n"]) {
            _ = parse($0, standard { $0.headingIDs = .hexo }).headings
        },
        TextFunction("the dump of a tree", blocks, size: 400) { _ = parse($0).dump() },
        TextFunction(
            "the size of a picture", ["<svg", "<svg width=\"1\" ", "<!DOCTYPE [", "<?xml "]
        ) {
            _ = ImageHead.size(in: $0[...])
            _ = ImageHead.size(in: ([0xFF, 0xD8, 0xFF] + $0)[...])
        },
    ]

    @Test(arguments: functions)
    func takesTimeByLength(function: TextFunction) {
        #expect(function.problems() == [])
    }
}
