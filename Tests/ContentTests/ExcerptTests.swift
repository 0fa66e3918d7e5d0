import Addresses
import Diagnostics
import Markdown
import Testing

@testable import Content

struct ExcerptTests {
    // MARK: The order of the rules

    @Test func frontMatterStandsInForTheText() {
        var head = FrontMatter()
        head.excerpt = "From the *head*"
        let excerpt = choose("One\n\n<!-- more -->\n\nTwo", head: head).0
        guard case .frontMatter("From the *head*") = excerpt.kind else {
            Issue.record("not from front matter: \(excerpt.kind)")
            return
        }
        #expect(excerpt.isCut)
        #expect(excerpt.hasMarker)
    }

    @Test func markerWinsOverTheConfiguration() {
        for rule in Configuration.AutomaticExcerpt.allCases {
            #expect(shown("One\n\n<!-- more -->\n\nTwo", rule: rule) == "<p>One</p>\n")
        }
    }

    @Test func configurationSaysWholeOrNone() {
        let text = "One\n\n# Two\n\nThree"
        let whole = choose(text, rule: .whole).0
        let none = choose(text, rule: .none).0
        #expect("\(whole.kind) \(whole.isCut)" == "whole false")
        #expect("\(none.kind) \(none.isCut)" == "none true")
        #expect(choose("", rule: .none).0.isCut == false)
    }

    // MARK: Markers

    @Test(arguments: ["<!-- more -->", "<!--more-->", "<!--  MORE  -->", "<!-- More-->"])
    func takesAMarkerInAnySpacingAndCase(marker: String) {
        let (excerpt, diagnostics) = choose("One\n\n\(marker)\n\nTwo")
        #expect(excerpt.hasMarker)
        #expect(excerpt.isCut)
        #expect(diagnostics == [])
    }

    @Test(arguments: ["```\n<!-- more -->\n```", "    <!-- more -->", "`<!-- more -->`"])
    func takesNoMarkerInsideCode(code: String) {
        #expect(choose("One\n\n\(code)\n\nTwo").0.hasMarker == false)
    }

    @Test func closesTheContainersThatTheMarkerStandsIn() {
        #expect(
            shown("> - *One <!-- more --> two* three\n> - four\n\nfive") == """
                <blockquote>
                <ul>
                <li><em>One </em></li>
                </ul>
                </blockquote>

                """)
    }

    @Test func leavesNoEmptyContainerBehind() {
        #expect(shown("- One\n- <!-- more --> two") == "<ul>\n<li>One</li>\n</ul>\n")
        #expect(shown("One\n\n<!-- more --> two") == "<p>One</p>\n")
    }

    @Test func cutsNothingWhereNothingFollowsTheMarker() {
        let excerpt = choose("One\n\n<!-- more -->\n").0
        #expect("\(excerpt.kind) \(excerpt.isCut) \(excerpt.hasMarker)" == "whole false true")
    }

    @Test(arguments: [
        "<!-- more -->\n\nOne two\n\n# Three",
        "<!-- note -->\n\n<!-- more -->\n\nOne two\n\n# Three",
        "<a id=\"top\"></a>\n\n---\n\n<!-- more -->\n\nOne two\n\n# Three",
    ])
    func showsTheDescriptionOrTheBeginningWhereTheMarkerStandsFirst(text: String) {
        let excerpt = choose(text).0
        #expect(excerpt.isCut)
        #expect(excerpt.hasMarker)
        #expect(shown(text).hasSuffix("<p>One two</p>\n"))
        var head = FrontMatter()
        head.description = "A line"
        guard case .description("A line") = choose(text, head: head).0.kind else {
            Issue.record("no description")
            return
        }
    }

    @Test func showsAllOfAShortTextBehindAMarkerThatStandsFirst() {
        let excerpt = choose("<!-- more -->\n\nOne two").0
        #expect("\(excerpt.kind) \(excerpt.isCut)" == "whole false")
    }

    @Test func seesAPictureBeforeTheMarker() {
        let text = "<center><img src=\"a.png\"></center>\n<!-- more -->\n\nOne"
        #expect(shown(text) == "<center><img src=\"a.png\"></center>\n")
    }

    @Test func countsWordsOnBothSidesOfABreak() {
        let document = parse("one<br>two<br/>three <b>fo</b>ur")
        #expect(WordCount(of: document).words == 4)
    }

    @Test func warnsOfASecondMarkerAndTakesTheFirst() throws {
        let text = "One\n\n<!-- more -->\n\nTwo\n\n<!--more-->\n\nThree"
        let (_, diagnostics) = choose(text)
        #expect(shown(text) == "<p>One</p>\n")
        #expect(diagnostics.map(\.id) == [.secondMarker])
        #expect(diagnostics.map(\.severity) == [.warning])
        #expect(try places(diagnostics, in: text) == ["<!--more-->"])
    }

    @Test func warnsOfAMarkerInAFootnote() throws {
        let text = "One[^1]\n\n[^1]: two <!-- more --> three\n"
        let (excerpt, diagnostics) = choose(text)
        #expect(!excerpt.hasMarker)
        #expect(diagnostics.map(\.id) == [.nearMarker])
        #expect(try places(diagnostics, in: text) == ["<!-- more -->"])
    }

    @Test(arguments: ["- One\n\n  <!-- more -->\n\n- Two", "> One\n>\n> <!-- more -->\n>\n> Two"])
    func cutsInListsAndQuotes(text: String) {
        let (excerpt, diagnostics) = choose(text)
        #expect(excerpt.hasMarker && excerpt.isCut)
        #expect(diagnostics.isEmpty)
        #expect(shown(text).contains("One") && !shown(text).contains("Two"))
    }

    @Test(arguments: ["<!-- more->", "<!--readmore-->", "<!-- read more -->"])
    func warnsOfANearMiss(comment: String) throws {
        let text = "One\n\n\(comment)\n\nTwo"
        let (excerpt, diagnostics) = choose(text)
        #expect(excerpt.hasMarker == false)
        #expect(diagnostics.map(\.id) == [.nearMarker])
        #expect(try places(diagnostics, in: text).allSatisfy { $0.hasPrefix(comment.prefix(6)) })
    }

    @Test func dropsFootnotesAndHeadingIdsAndResolvesReferencesFromBelow() {
        let text = "# T\n\nOne[^1] [two][ref]\n\n<!-- more -->\n\nThree\n\n[ref]: /x\n\n[^1]: Note"
        #expect(shown(text) == "<h1>T</h1>\n<p>One <a href=\"/x\">two</a></p>\n")
    }

    // MARK: Automatic

    @Test(arguments: [
        "# Two", "```\ncode\n```", "    code", "| a |\n| - |\n| b |", "<div>\n</div>",
    ])
    func endsBeforeWhatIsNoText(block: String) {
        let text = "One two\n\n\(block)\n\nThree"
        #expect(shown(text) == "<p>One two</p>\n")
        #expect(choose(text).0.isCut)
    }

    @Test func endsBeforeCodeInAList() {
        #expect(shown("- one\n- ```\n  x\n  ```\n") == "<ul>\n<li>one</li>\n</ul>\n")
    }

    @Test func keepsWhatStandsBeforeTheFirstText() {
        #expect(
            shown("# T\n\n![](a.png)\n\nOne\n\n# U")
                == "<h1>T</h1>\n<p><img src=\"a.png\" alt=\"\" /></p>\n<p>One</p>\n")
    }

    @Test func showsAShortTextWhole() {
        let excerpt = choose("One\n\nTwo").0
        #expect("\(excerpt.kind) \(excerpt.isCut)" == "whole false")
    }

    @Test func cutsNothingWhereOnlyFootnotesFollow() {
        #expect(choose("One[^1]\n\n[^1]: Note").0.isCut == false)
    }

    @Test func endsBetweenBlocksWhereTheLengthIsReached() {
        #expect(shown("一二三。\n\n四五六。\n\n七", length: 6) == "<p>一二三。</p>\n<p>四五六。</p>\n")
    }

    @Test(
        arguments: [
            ("一二三。四五六。七八", 7, "一二三。四五六。…"),
            ("一二三！四五六？七八", 5, "一二三！…"),
            ("一二三；四五六七八", 5, "一二三；…"),
            ("one two three four", 2, "one two…"),
            ("one two-three four", 2, "one…"),
            // Never before a closing mark.
            ("他说：“好。”然后走了很远", 4, "他说：“好。”…"),
            ("（一二。）三四五六七", 3, "（一二。）…"),
            ("真的？！一二三四", 3, "真的？！…"),
            ("一二 ）三四 五六七八", 3, "一二 ）三四…"),
            // A sentence's end, unless it leaves less than half of what a space would.
            ("一二三。四 五六七八", 5, "一二三。…"),
            ("一。二三四五六 七八九十", 7, "一。二三四五六…"),
            // Nothing within the length: the first beyond.
            ("一二三四五六。七八", 4, "一二三四五六。…"),
            // Nothing beyond for as long again: between two characters.
            ("一二三四五六七八九十一二三四五六七八。九", 4, "一二三四…"),
            ("一，二三四五六七八九十一二三四五六七八。九", 4, "一，二三四…"),
            // Lines that end in a word stay apart.
            ("one two\nthree four\nfive", 3, "one two\nthree…"),
            ("one two  \nthree four\nfive", 3, "one two<br />\nthree…"),
            ("one two<br>three four", 3, "one two<br>three…"),
            // Never inside a grapheme.
            ("一二。\u{FE00}三四五六七", 3, "一二。\u{FE00}…"),
        ])
    func cutsTheLastParagraph(text: String, length: Int, excerpt: String) {
        #expect(shown(text, length: length) == "<p>\(excerpt)</p>\n")
    }

    @Test(arguments: [
        ("前 " + String(repeating: "字", count: 1000), 150, "字"),
        ("Go 是一门语言，" + String(repeating: "它的并发模型很简单，", count: 25), 145, "，"),
        ("大家好。" + String(repeating: "今天我们来聊一聊这个话题，", count: 20), 135, "，"),
        ("一二三" + String(repeating: "，“字”", count: 150), 149, "，"),
        (String(repeating: "“字”", count: 200), 150, "”"),
        ("See https://e.example/" + String(repeating: "p/", count: 200), 100, "/"),
    ])
    func fillsMostOfTheLength(text: String, words: Int, end: String) throws {
        let html = shown(text)
        var line = html.replacing(/<[^>]*>/, with: "").trimmingSuffix(\.isNewline)
        #expect(line.hasSuffix("…"))
        line.removeLast()
        #expect(text.hasPrefix(line))
        #expect(line.hasSuffix(end))
        #expect((words...150).contains(WordCount(of: line).words), "\(line)")
    }

    @Test func cutsNeverInsideACodeSpanNorRawHTML() {
        #expect(
            shown("一二 `let x = 1。y` 三四。五六七八", length: 3)
                == "<p>一二 <code>let x = 1。y</code> 三四。…</p>\n"
                || shown("一二 `let x = 1。y` 三四。五六七八", length: 3) == "<p>一二…</p>\n")
        #expect(shown("一<b>二。三四</b>五。六七", length: 3) == "<p>一<b>二。三四</b>五。…</p>\n")
    }

    @Test func cutsInsideEmphasisAndClosesIt() {
        #expect(shown("**一二。三四五**六", length: 3) == "<p><strong>一二。…</strong></p>\n")
    }

    @Test func leavesAWordWithoutAnyPlaceToCutWhole() {
        let word = String(repeating: "a", count: 1000)
        #expect(choose("\(word)-\(word)-\(word)", length: 1).0.isCut == false)
    }

    // MARK: Asides

    @Test(arguments: [
        "<details>\n<summary>x</summary>\n\nHidden\n\n- Hidden\n\n</details>",
        "<details>\n\n<details>\n\nHidden\n\n</details>\n\nHidden\n\n</details>",
        "<div hidden>\n\nHidden\n\n</div>",
        "<div style=\"color: red; display : none\">\n\nHidden\n\n</div>",
        "<DIALOG>\n\nHidden\n\n</DIALOG>",
        "> <details>\n>\n> Hidden\n>\n> </details>",
        "<div align=\"center\">\n\n![](a.png)\n\nHidden\n\n</div>",
        "<div style='text-align:center'>\n<div>\n\nHidden\n\n</div>\n</div>",
        "<center>\n\nHidden\n\n</center>",
        "<figure>\n\n![](a.png)\n\n<figcaption>\n\nHidden\n\n</figcaption>\n</figure>",
        "<table>\n<tr><td>\n\nHidden\n\n</td></tr>\n</table>",
    ])
    func beginsAfterWhatIsHiddenAndAfterCaptions(_ aside: String) {
        #expect(card("\(aside)\n\nOne two three four\n\n## Five") == "<p>One two three four</p>\n")
        #expect(card("\(aside)\n\nOne two three four", length: 2) == "<p>One two…</p>\n")
        #expect(card("One\n\n\(aside)\n\nTwo").contains("Hidden") == false)
    }

    @Test func leavesHiddenTextOutOfAShortTextThatIsShownToItsEnd() {
        let text = "<details>\n\nHidden\n\n</details>\n\nOne"
        #expect(card(text) == "<p>One</p>\n")
        #expect(choose(text).0.isCut)
    }

    @Test func neverCutsWithinADetailsElementThatAParagraphOpens() {
        let text = "1. One <details><summary>x</summary>\n\n   Hidden text\n\n   </details>\n\nTwo"
        #expect(card(text, length: 2) == "<ol>\n<li>\n<p>One </p>\n</li>\n</ol>\n")
        let closed = "One <details>Hidden text</details> two three\n\nFour"
        #expect(card(closed, length: 3) == "<p>One…</p>\n")
    }

    @Test func takesACenteredTextThatIsAllThereIs() {
        let text = "<div align=\"center\">\n\nOne two three four\n\n</div>"
        #expect(card(text, length: 2) == "<p>One two…</p>\n")
    }

    @Test func endsBeforeDetailsOfATextInHTML() {
        let text = "<p>One</p><details><summary>x</summary><p>Hidden</p></details><p>Two</p>"
        #expect(card(text, isHTML: true) == "<p>One</p>")
    }

    // MARK: Always

    @Test func isBalancedHTMLWhateverTheText() {
        let pieces = [
            "一二三。", "word ", "**", "*", "`", "[x](y)", "![i](j)", "\n", "\n\n", "> ", "- ",
            "1. ", "# ", "```\n", "| a | b |\n| - | - |\n| c | d |\n", "<!-- more -->", "[^1]",
            "\n\n[^1]: n\n\n", "    ", "~~", "> [!NOTE]\n> ", "。”", "\\", "&amp;", "---\n", "<br>",
        ]
        var random = Sequence(state: 42)
        for _ in 0..<3000 {
            let count = Int(random.next() % 24) + 1
            let text = (0..<count).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }
                .joined()
            let length = Int(random.next() % 12) + 1
            let html = shown(text, length: length)
            #expect(firstUnbalancedTag(in: html) == nil, "\(text.debugDescription) gives \(html)")
        }
    }
}

/// A generator whose numbers are the same in every run (SplitMix64).
private struct Sequence: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

private func parse(_ text: String, isHTML: Bool = false) -> Document {
    Document(
        parsing: Array(text.utf8), file: SourcePath(isHTML ? "a.html" : "a.md"),
        options: .standard)
}

/// The HTML of an automatic excerpt, as a card shows it.
private func card(_ text: String, length: Int = 150, isHTML: Bool = false) -> String {
    let document = parse(text, isHTML: isHTML)
    var posts = Configuration.Posts()
    posts.excerptLength = length
    let excerpt = Excerpt.choose(for: FrontMatter(), in: document, posts: posts).0
    var settings = HTMLSettings()
    settings.headingIDs = false
    settings.footnotes = false
    settings.start = excerpt.start
    if case .cut(let cut) = excerpt.kind { settings.cut = cut }
    return String(decoding: html(of: document, settings), as: UTF8.self)
}

private func choose(
    _ text: String, head: FrontMatter = FrontMatter(), rule: Configuration.AutomaticExcerpt = .auto,
    length: Int = 150
) -> (Excerpt, [Diagnostic]) {
    var posts = Configuration.Posts()
    posts.excerpt = rule
    posts.excerptLength = length
    return Excerpt.choose(for: head, in: parse(text), posts: posts)
}

/// The HTML that a listing shows.
private func shown(
    _ text: String, rule: Configuration.AutomaticExcerpt = .auto, length: Int = 150
) -> String {
    var settings = HTMLSettings()
    settings.headingIDs = false
    settings.footnotes = false
    settings.moreSpan = false
    switch choose(text, rule: rule, length: length).0.kind {
    case .cut(let cut): settings.cut = cut
    case .whole: break
    case .frontMatter, .description, .none: return ""
    }
    return String(decoding: html(of: parse(text), settings), as: UTF8.self)
}

/// The parts of the text that diagnostics point to.
private func places(_ diagnostics: [Diagnostic], in text: String) throws -> [String] {
    try diagnostics.map {
        let place = try #require($0.place)
        let bytes = Array(text.utf8)[place.range]
        return String(decoding: bytes, as: UTF8.self)
            .trimmingSuffix { $0.isNewline }
    }
}

extension String {
    fileprivate func trimmingSuffix(_ isTrimmed: (Character) -> Bool) -> String {
        var text = self
        while let last = text.last, isTrimmed(last) { text.removeLast() }
        return text
    }
}

/// The first tag that closes nothing, or what stays open at the end; nil: all is balanced.
private func firstUnbalancedTag(in html: String) -> String? {
    var open: [Substring] = []
    for part in html.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
        let tag = part.prefix { $0 != ">" }
        let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
        if tag.hasPrefix("!") || tag.hasSuffix("/") || ["br", "img", "hr", "input"].contains(name) {
            continue
        }
        if !tag.hasPrefix("/") {
            open.append(name)
        } else if open.popLast() != name {
            return "</\(name)>"
        }
    }
    return open.last.map { "<\($0)>" }
}
