import Foundation
import TestSupport
import Testing
import Text

@testable import Markdown

/// Raw HTML whose elements end within the block that they begin in, whatever their author wrote.
@Suite struct HTMLRepairTests {
    @Test(arguments: [
        ("- a <b>b\n- c", "<ul>\n<li>a <b>b</b></li>\n<li>c</li>\n</ul>\n"),
        ("a <font color=red>b\n\nc", "<p>a <font color=red>b</font></p>\n<p>c</p>\n"),
        ("a <B>b <i>c", "<p>a <B>b <i>c</i></b></p>\n"),
        ("## a <small>b\n\nc", "<h2 id=\"a-b\">a <small>b</small></h2>\n<p>c</p>\n"),
        ("*a <b>b* c</b>", "<p><em>a <b>b</b></em> c</p>\n"),
        ("|a <b>b|\n|-|\n|c|", "<th>a <b>b</b></th>"),
        ("<b>a\n", "<p><b>a</b></p>\n"),
        ("<ul><li><b>a<li>b</ul>", "<ul><li><b>a</b></li><li>b</li></ul>\n"),
        ("<div><b>a</div>b", "<div><b>a</b></div>b\n"),
        ("<b><i>a</b>b</i>", "<p><b><i>a</i></b>b</p>\n"),
        ("<div>\n\na", "<div>\n<p>a</p>\n</div>"),
    ])
    func endsWhatIsLeftOpen(_ text: String, _ shown: String) {
        #expect(html(text).contains(shown), "\(html(text))")
    }

    @Test(arguments: [
        ("a</div> b</p>", "<p>a b</p>\n"), ("</b>a", "<p>a</p>\n"),
        ("</details>\n\na", "\n<p>a</p>\n"),
        ("- <div>a\n\n</div>", "<ul>\n<li>\n<div>a\n</div></li>\n</ul>\n\n"),
        ("<table><tr><td></div>a</td></tr></table>", "<table><tr><td>a</td></tr></table>\n"),
        ("a <img src=x></img> b", "<p>a <img src=x> b</p>\n"),
    ])
    func leavesOutEndTagsOfNothing(_ text: String, _ shown: String) {
        #expect(html(text) == shown)
    }

    @Test(arguments: [
        "<div class=\"x\">\n\na *b*\n\n</div>", "<center>\n\n![](a.png)\n\n</center>",
        "<details>\n<summary>s</summary>\n\n- a\n- b\n\n</details>",
        "<table>\n<tr>\n<td>\n\na\n\n</td>\n</tr>\n</table>", "<font color=red>\n\na\n\n</font>",
        "> <div>\n>\n> a\n>\n> </div>", "a <kbd>b</kbd> <a href=\"c\">d</a><br>ef",
        "<svg><g/><path d=\"M0 0\"/><title>a</title></svg>", "<!-- <div> -->\n\na <!-- <b> --> b",
        "<script>\nif (a < b) '<div>'\n</script>", "<style>\na > b {}\n</style>",
        "<pre>\na <b>b</b>\n\n</pre>", "a <textarea>b</textarea> c", "a <span title='<b>'>b</span>",
        "<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "<select><option>a</option></select>",
        "<video src=\"a.mp4\"><source src=b></video>", "<my-element>\n\na\n\n</my-element>",
        "<?php a ?> b", "<!DOCTYPE html>", "1 < 2 <3",
    ])
    func leavesWhatIsSoundAsItIs(_ text: String) {
        let document = document(text)
        #expect(html(text) == html(text, standard { $0.repairsHTML = false }))
        #expect(document.findings.filter { !$0.hasPrefix("markdown/unknown") } == [])
    }

    /// Elements that go on over blocks, or end further inside than they begin.
    @Test(arguments: [
        (
            "1. a <details>\n\n   b\n\n   </details>",
            "<p>a </p><details>\n<p>b</p>\n</details>\n</li>"
        ),
        ("<center>\n\na</center>\n\nb", "<center>\n<p>a</p>\n</center>\n<p>b</p>\n"),
        ("<table><tr><td>\n\n- a </td></tr></table>\n\nb", "</ul>\n</td></tr></table>\n<p>b</p>\n"),
        ("<b><div>a</b>b</div>c", "<p><b><div>ab</div></b>c</p>\n"),
        ("<p align=\"center\">\n\na\n\n</p>", "<p align=\"center\">\n</p>\n<p>a</p>"),
        ("a <div>b</div> c", "<p>a </p><div>b</div> c\n"),
        ("<div>\n\na</div> <center>b</center>", "<p>a </p></div><center>b</center>\n"),
        ("<h2>a</h3>", "<h2>a</h2>\n"),
        ("<p>a</br>b</p>", "<p>a<br>b</p>"),
        (
            "<table><tr><td><div>a<td>b</td></div></td></tr></table>",
            "<table><tr><td><div>a</div></td><td>b</td></tr></table>"
        ),
        (
            "<table><tr><td><table><td>a</table><b>b<tbody><td>c</table>",
            "<td><table><td>a</td></table><b>b</b></td></tr><tbody><td>c</td></tbody></table>"
        ),
    ])
    func letsElementsGoOn(_ text: String, _ shown: String) {
        #expect(html(text).contains(shown), "\(html(text))")
    }

    @Test(arguments: [
        ("<a name=\"x\"/>a", "<p><a name=\"x\"/></a>a</p>\n"),
        ("<div/>\n\na", "<div/></div>\n<p>a</p>\n"),
        ("<span/>a</span>", "<p><span/>a</span></p>\n"),
        ("<b>c <i class=\"d\"/> e</b>", "<p><b>c <i class=\"d\"/></i> e</b></p>\n"),
        ("<script src=\"x\" />\n", "<script src=\"x\" /></script>\n"),
        ("<svg><g/><a/></svg><b/>c", "<p><svg><g/><a/></svg><b/></b>c</p>\n"),
    ])
    func takesASlashForNoContentWhereNoEndTagFollows(_ text: String, _ shown: String) {
        #expect(html(text) == shown)
        #expect(document(text).diagnostics == [])
    }

    @Test(arguments: RawTextElements.names.sorted())
    func losesNothingInATextElement(_ name: String) {
        // Of these, `<xmp>` alone ends a paragraph.
        let (before, after) = name == "xmp" ? ("<p>a </p>", "") : ("<p>a ", "</p>")
        #expect(
            html("a <\(name)> *b*\n\nc")
                == "\(before)<\(name)></\(name)> <em>b</em>\(after)\n<p>c</p>\n")
        let block = html("<div><\(name)>a <b>b\n\nc</div>")
        #expect(block == "<div><\(name)>a <b>b\n</\(name)>\n<p>c</p>\n</div>")
        #expect(html("a <\(name)>b</\(name)-x></\(name)> c").contains(">b</\(name)-x></\(name)> c"))
    }

    @Test(arguments: [
        ("<!-- a\n\nb", "<!-- a\n\nb\n-->\n"),
        ("<div title=\"a <b>\n\nc", "&lt;div title=\"a <b>\n</b>\n<p>c</p>\n"),
        ("<div <a b='c' d=\"e <i>", "&lt;div &lt;a b='c' d=\"e <i>\n</i>\n"),
        ("<iframe src=x\n\na</iframe>", "<iframe src=x\n></iframe>\n<p>a</p>\n"),
        ("<div></div\n\na", "<div></div\n>\n<p>a</p>\n"),
    ])
    func endsTagsAndCommentsThatAreCutShort(_ text: String, _ shown: String) {
        #expect(html(text) == shown)
        #expect(document(text).diagnostics.contains { $0.id == .markdownUnclosedHTML })
    }

    @Test(arguments: [
        ("<svg><p>a</p><g/></svg>b", "<p><svg></svg></p><p>a</p><g/></g>b\n"),
        ("<svg>\n\n*a*\n\n</svg>", "<svg>\n</svg>\n<p><em>a</em></p>\n"),
        (
            "<svg><foreignObject><div>a</div></foreignObject></svg>",
            "<svg><foreignObject><div>a</div></foreignObject></svg>"
        ),
        ("<svg><title>a<b>", "<svg><title>a<b></b></title></svg>"),
        ("<svg><![CDATA[ > <b> ]]></svg>", "<svg><![CDATA[ > <b> ]]></svg>"),
    ])
    func endsSVGWhereHTMLBegins(_ text: String, _ shown: String) {
        #expect(html(text).contains(shown), "\(html(text))")
    }

    @Test(arguments: [
        ("<body class=\"x\">\n<p>a</p>\n</body>\n", "<p>a</p>"),
        ("a <plaintext> b", "<p>a &lt;plaintext> b</p>\n"),
        (
            "<select><div>a</div><option>b<option>c</select>",
            "<select>a<option>b</option><option>c</option></select>"
        ),
    ])
    func leavesOutWhatHasNoPlace(_ text: String, _ shown: String) {
        #expect(html(text).contains(shown), "\(html(text))")
        #expect(!html(text).contains("<body"))
    }

    @Test(arguments: [
        ("<a href=\"x\">https://e.example</a>", "<p><a href=\"x\">https://e.example</a></p>\n", []),
        (
            "<a href=\"x\">b [c.html](https://o.example/c.html)</a>",
            "<a href=\"x\">b </a><a href=\"https://o.example/c.html\">c.html</a>", ["<a"]
        ),
        ("<a href=\"x\"><b@c.example></a>", "<p><a href=\"x\">b@c.example</a></p>\n", []),
        (
            "<a>b [c](d) *e*</a>", "<p><a>b </a><a href=\"d\">c</a> <em>e</em></p>\n",
            ["markdown/misplaced-tag: <a"]
        ),
        ("<a>b <i>c <a>d</a> e</i>", "<p><a>b <i>c </i></a><a>d</a> e</p>\n", ["<a", "<i"]),
        ("[a <a href=b>c</a> d](e)", "<p><a href=\"e\">a c d</a></p>\n", ["<a href=b>"]),
        (
            "<div><a href=b>\n\nc [d](e)\n\n</a></div>",
            "<div><a href=b>\n<p>c d</p>\n<p></p>\n</a></div>", ["<a"]
        ),
        ("<form><form>a</form></form>", "<form>a</form>\n", ["<form>"]),
        ("<a>b <table><td><a>c</a></table></a>", "<td><a>c</a></td></table></a></p>\n", []),
    ])
    func endsALinkWhereAnotherBegins(_ text: String, _ shown: String, _ tags: [String]) {
        #expect(html(text).contains(shown), "\(html(text))")
        let found = document(text).findings
        #expect(found.count == tags.count, "\(found)")
        for (finding, tag) in zip(found, tags) { #expect(finding.hasSuffix(tag), "\(finding)") }
    }

    @Test func readsScriptsAsBrowsersDo() {
        let text = "<div><script><!-- <script> </script> --></script>a</div>"
        #expect(html(text) == text + "\n")
        #expect(html("<script><!-- <script>\n").hasSuffix("--></script>\n"))
    }

    @Test(arguments: [
        ("a <b>b\n\nc <b>d", ["markdown/unclosed-html: <b>"]),
        ("> a\n> </div>\n", ["markdown/stray-end-tag: </div>"]),
        ("<b><i>a</b>b</i>", ["markdown/unclosed-html: <i"]),
        ("a </my-tag> b", ["markdown/stray-end-tag: </my-tag>"]),
        ("<p>a<div>b</div></p>\n<ul><li>c</ul>", []),
        (
            "x\n\n<html>\n<p>a</p>\n</html>\n",
            ["markdown/misplaced-tag: <html>"]
        ),
    ])
    func saysWhatIsWrongOnceAName(_ text: String, _ findings: [String]) {
        let found = document(text).findings
        #expect(found.map { $0.prefix(24) } == findings.map { $0.prefix(24) }, "\(found)")
    }

    @Test func countsWhatItSaysOnce() throws {
        let warning = try #require(document("a <b>b\n\nc <b>d\n\ne").diagnostics.first)
        #expect(warning.summary == "'<b>' is not closed (2 times in this text)")
        #expect(warning.place?.range == 2..<4)
        let nested = try #require(document("a <b>b <b>c").diagnostics.first)
        #expect(nested.place?.range == 2..<4)
    }

    @Test func endsWhatACutLeavesOpenAndKeepsWhatGoesOn() throws {
        let text = "<div>\n\n<font color=red>\n\na\n\n<!-- more -->\n\nb\n\n</font>\n\n</div>"
        let document = document(text)
        let marker = try #require(document.moreMarkers.first)
        let before = html(of: document, settings { $0.cut = Cut(before: marker) })
        #expect(
            String(decoding: before, as: UTF8.self)
                == "<div>\n<font color=red>\n<p>a</p>\n</font></div>")
        let after = html(of: document, settings { $0.start = document.tree[marker].next })
        #expect(String(decoding: after, as: UTF8.self) == "<p>b</p>\n\n\n")
    }

    @Test func keepsTheWayBackFromANoteThatABlockEnds() {
        let out = html("a[^1]\n\n[^1]: b <div>c</div>\n")
        #expect(out.contains("<p>b </p><div>c</div> <a class=\"footnote-back\""))
    }

    /// Elements within one another, and end tags that reach through them.
    @Test(arguments: [
        ("x ", "<b>", ""), ("<div><div>\n\n", "<p><div><b>x ", "</i></div>"),
        ("<div>\n\n", "<span>", "</div></b>"), ("", "<p><b>", "</p></li>"),
        ("<table>", "<tr><td>", "</li></td>"), ("<svg>", "<g><a>", "</svg>"),
        ("<select>", "<option>", "</optgroup>"), ("", "<h1>", "</h2></h1>"),
    ])
    func isLinear(_ start: String, _ opening: String, _ ending: String) {
        func text(_ count: Int) -> String {
            start + String(repeating: opening, count: count)
                + String(repeating: ending, count: count)
        }
        #expect(StrictHTML.problem(in: html(text(500))) == nil)
        let (short, long) = (text(500), text(8_000))
        let isLinear = (0..<3).contains { _ in
            // 16 times the text, with room; by its square it would be 256 times.
            processorTime { _ = html(long) } < 70 * processorTime { _ = html(short) }
        }
        #expect(isLinear)
    }

    /// Seconds of this thread on a processor, which other tests do not disturb.
    private func processorTime(_ work: () -> Void) -> Double {
        func now() -> Double {
            var time = timespec()
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
        }
        let start = now()
        work()
        return now() - start
    }

    // MARK: Always

    private static let pieces =
        [
            "b", "i", "a", "font", "span", "div", "p", "details", "ul", "li", "dl", "dt", "table",
            "tr",
            "td", "h2", "h3", "pre", "button", "select", "option", "object", "svg", "g",
            "foreignObject", "math", "mi", "title", "textarea", "script", "style", "iframe", "ruby",
            "rt", "my-box", "none", "body",
        ].flatMap { ["<\($0)>", "</\($0)>", "<\($0)/>", "<\($0.uppercased()) title='a>b<i>'>"] } + [
            "<br>", "<img src=x>", "<!-- c -->", "<!--", "-->", "<![CDATA[ <b> ]]>", "<?x > ?>",
            "<div title=\"", "<div\n", "<!-- more -->", "<script><!-- <script>", "</br>",
            "<plaintext>",
        ]
    private static let markdown = [
        "\n", "\n\n", "\n\n", "- ", "> ", "1. ", "# ", "*", "**", "`", "a ", "中 ", "[x](y) ",
        "![i](j)",
        "|a|b|\n|-|-|\n|", "    ", "```\n", "> [!NOTE] ", "[^1]", "\n\n[^1]: n", "- [x] ", "  \n",
    ]

    @Test func isBalancedWhateverTheText() {
        var chance = Chance(state: 14)
        for _ in 0..<3_000 {
            let text = (0..<chance.next(24) + 1).map { _ in
                chance.next(2) == 0
                    ? Self.pieces[chance.next(Self.pieces.count)]
                    : Self.markdown[chance.next(Self.markdown.count)]
            }.joined()
            let document = document(text)
            let whole = String(decoding: html(of: document), as: UTF8.self)
            #expect(StrictHTML.problem(in: whole) == nil, "\(text.debugDescription) gives \(whole)")
            let node = NodeID(chance.next(document.tree.nodes.count))
            guard document.tree[node].kind != .removed, node != Tree.root else { continue }
            let cut = html(of: document, settings { $0.cut = Cut(before: node) })
            let part = String(decoding: cut, as: UTF8.self)
            #expect(
                StrictHTML.problem(in: part) == nil, "\(text.debugDescription) cut gives \(part)")
        }
    }
}

/// Whether every start tag has its end tag, in order, as a browser's tokenizer sees them.
enum StrictHTML {
    static func problem(in html: String) -> String? {
        let bytes = Array(html.utf8)
        var scanner = MarkupScanner(bytes, bytes.indices)
        var open: [(name: String, isForeign: Bool, holdsHTML: Bool)] = []
        while true {
            scanner.readsCDATA = open.last?.isForeign ?? false
            guard let markup = scanner.next() else { return open.last?.name }
            guard markup.ending == .closed || markup.ending == .selfClosing else {
                return "not ended"
            }
            let name = scanner.name(of: markup)
            if markup.kind == .comment || markup.kind == .endTag && name == "br" { continue }
            if markup.kind == .endTag {
                if open.popLast()?.name != name { return "</\(name)>" }
                continue
            }
            let traits = ElementTraits.of(name)
            let isWithin = open.last.map { $0.isForeign && !$0.holdsHTML } ?? false
            let isForeign = isWithin || name == "svg" || name == "math"
            if !isForeign, traits.contains(.page) || name == "plaintext" { return "<\(name)>" }
            if isForeign ? markup.ending == .selfClosing : traits.contains(.void) { continue }
            let outer = open.last { $0.name == name || ElementTraits.of($0.name).contains(.marker) }
            if name == "a", !isForeign, let outer, outer.name == name, !outer.isForeign {
                return "<a> in another"
            }
            let holdsHTML = isWithin && ForeignElements.withHTML.contains(name)
            open.append((name, isForeign, holdsHTML))
            guard !isForeign, traits.contains(.rawText) else { continue }
            var reader = RawTextElements.Reader(name)
            guard let end = reader.endTag(in: bytes, scanner.position..<bytes.count) else {
                return "<\(name)>"
            }
            scanner.position = end
        }
    }
}
