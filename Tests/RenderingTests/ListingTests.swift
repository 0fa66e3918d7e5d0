import Content
import Snippets
import Testing

@testable import Rendering

/// Code blocks as listings.
struct ListingTests {
    private func listing(
        _ code: String, _ info: String, _ change: (inout Configuration.Highlight) -> Void = { _ in }
    ) -> String {
        var style = Configuration.Highlight()
        change(&style)
        var out: [UInt8] = []
        Listing(style: style, label: "Code")
            .append(Array(code.utf8)[...], info: InfoString(info), to: &out)
        return String(decoding: out, as: UTF8.self)
    }

    @Test func writesOneElementPerLine() {
        #expect(
            listing("if a < b {\n\n}\n", "Golang") == """
                <figure class="listing numbered"><pre tabindex="0" role="group" \
                aria-label="Code go"><code class="language-go"><span class="line">\
                <span class="k">if</span> a <span class="o">&lt;</span> b <span class="p">{</span>
                </span><span class="line">
                </span><span class="line"><span class="p">}</span>
                </span></code></pre></figure>

                """)
    }

    @Test func marksLinesAndCountsFromTheGivenNumber() {
        #expect(
            listing("a\nb\nc\nd", "text start=20 hl=1,2-3 ins=3 del=4").contains(
                """
                <span class="line hl" data-line="20">a
                </span><span class="line hl" data-line="21">b
                </span><span class="line hl ins" data-line="22">c
                </span><span class="line del" data-line="23">d
                </span></code>
                """))
    }

    @Test func showsTheTitleAndNamesTheRegionByIt() {
        let html = listing("x\n", "go title=\"a<b>.go\"")
        #expect(html.contains("<figcaption>a&lt;b&gt;.go</figcaption><pre tabindex=\"0\""))
        #expect(html.contains("role=\"group\" aria-label=\"a&lt;b&gt;.go\">"))
    }

    @Test func linksAHexoCaption() {
        #expect(
            listing("x\n", "go main.go https://example.org/?a&b").contains(
                """
                <figcaption><a href="https://example.org/?a&amp;b">main.go</a></figcaption>
                """))
    }

    @Test func keepsTheNameOfAnUnknownLanguage() {
        #expect(listing("x\n", "brain\"fuck").contains("<code class=\"language-brain&quot;fuck\">"))
    }

    @Test func callsABlockWithoutALanguageText() {
        #expect(listing("x\n", "").contains("<code class=\"language-text\">"))
    }

    @Test func anEmptyBlockHasNoLine() {
        #expect(listing("", "go").contains("<code class=\"language-go\"></code></pre></figure>"))
    }

    @Test func numbersAreTheSitesUnlessTheBlockSays() {
        let plain = "<figure class=\"listing\">"
        #expect(listing("x\n", "go linenos=false").hasPrefix(plain))
        #expect(listing("x\n", "go") { $0.lineNumbers = false }.hasPrefix(plain))
        #expect(
            listing("x\n", "go linenos") { $0.lineNumbers = false }
                .hasPrefix("<figure class=\"listing numbered\">"))
    }

    /// A reader who has all lines but those of output, without their prompts, has the commands.
    @Test func tellsPromptsAndOutputApart() {
        #expect(
            listing("$ ls\na b\n$ id\n", "console hl=2").contains(
                """
                <span class="line"><span class="gp">$ </span>ls
                </span><span class="line out hl"><span class="go">a b</span>
                </span><span class="line"><span class="gp">$ </span>id
                </span></code>
                """))
    }

    @Test func closesAPieceAtTheEndOfEachLine() {
        #expect(
            listing("/* a\n\nb */\n", "c").contains(
                """
                <span class="line"><span class="cm">/* a</span>
                </span><span class="line">
                </span><span class="line"><span class="cm">b */</span>
                </span></code>
                """))
    }

    @Test func givesLinesIDsOnRequest() {
        var out: [UInt8] = []
        Listing(style: Configuration.Highlight(), label: "Code")
            .append(Array("a\nb\n".utf8)[...], info: InfoString("text start=9"), id: "m", to: &out)
        let html = String(decoding: out, as: UTF8.self)
        #expect(html.hasPrefix("<figure class=\"listing numbered\" id=\"m\">"))
        #expect(
            html.contains(
                """
                <span class="line" id="m-L9" data-line="9">a
                </span><span class="line" id="m-L10" data-line="10">b
                </span>
                """))
    }

    @Test func passesMermaidThrough() {
        #expect(
            listing("graph TD; A-->B\n", "mermaid nolinenos").hasSuffix(
                """
                <code class="language-mermaid"><span class="line">graph TD; A--&gt;B
                </span></code></pre></figure>

                """))
    }

    @Test func writesHexosTable() {
        #expect(
            listing("a+\nb\n", "go main.go first_line:9 mark:2") { $0.listing = .hexo } == """
                <figure class="highlight go"><figcaption>main.go</figcaption><table><tr>\
                <td class="gutter"><pre><span class="line">9</span><br>\
                <span class="line">10</span><br></pre></td>\
                <td class="code"><pre><span class="line">a<span class="o">+</span></span><br>\
                <span class="line marked">b</span><br></pre></td></tr></table></figure>

                """)
    }

    @Test(arguments: [
        (997, " numbered"), (998, " numbered digits-4"), (9_998, " numbered digits-5"),
        (1_000_000_000, " numbered digits-10"),
    ])
    func saysHowWideItsNumbersAre(_ start: Int, _ classes: String) {
        #expect(
            listing("a\nb\nc\n", "text start=\(start)")
                .hasPrefix("<figure class=\"listing\(classes)\">"))
        #expect(
            listing("a\nb\nc\n", "text start=\(start) nolinenos")
                .hasPrefix("<figure class=\"listing\">"))
    }

    @Test func hexosTableTellsOutputApart() {
        #expect(
            listing("$ ls\na b\n", "console mark:2 nolinenos") { $0.listing = .hexo }.contains(
                """
                <span class="line"><span class="gp">$ </span>ls</span><br>\
                <span class="line out marked"><span class="go">a b</span></span><br>
                """))
    }

    @Test(arguments: [
        ("GoLang title=x", "<pre><code class=\"language-go\">a &lt; b\n</code></pre>\n"),
        ("brain\"fuck", "<pre><code class=\"language-brain&quot;fuck\">a &lt; b\n</code></pre>\n"),
        ("", "<pre><code>a &lt; b\n</code></pre>\n"),
    ])
    func isPlainInFeeds(_ info: String, _ html: String) {
        var out: [UInt8] = []
        Listing.appendPlain(Array("a < b\n".utf8)[...], info: InfoString(info), to: &out)
        #expect(String(decoding: out, as: UTF8.self) == html)
    }

    /// The contract of a listing, over broken code, control characters and invalid UTF-8 too.
    @Test func itsTextIsTheBlocksText() {
        var generator = SeededGenerator(seed: 2)
        let pieces: [[UInt8]] = [
            Array("<".utf8), Array("&amp;".utf8), Array(">\"'".utf8), Array("\n".utf8),
            Array("\t".utf8), Array("\r".utf8), Array("重要".utf8), Array("\u{600}<".utf8),
            Array("</span>".utf8), Array("/* ".utf8), Array("func f() {".utf8), [0xFF], [0x00],
            [0xE4, 0xB8],
        ]
        for round in 0..<500 {
            var code: [UInt8] = []
            for _ in 0..<Int.random(in: 0...20, using: &generator) {
                code += pieces.randomElement(using: &generator) ?? []
            }
            if !code.isEmpty, code.last != 0x0A { code.append(0x0A) }
            var out: [UInt8] = []
            let label = ["go", "swift", "", "unknown"][round % 4]
            Listing(style: Configuration.Highlight(), label: "Code")
                .append(code[...], info: InfoString(label), to: &out)
            #expect(Self.text(of: out) == code)
        }
    }

    /// HTML without its tags and with its entities decoded.
    private static func text(of html: [UInt8]) -> [UInt8] {
        let entities: [(StaticString, Character)] = [
            ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"), ("&quot;", "\""), ("&#39;", "'"),
        ]
        var text: [UInt8] = []
        var i = 0
        next: while i < html.count {
            if html[i] == UInt8(ascii: "<") {
                i = (html[i...].firstIndex(of: UInt8(ascii: ">")) ?? html.endIndex) + 1
                continue
            }
            if html[i] == UInt8(ascii: "&") {
                for (name, character) in entities
                where html[i...].starts(with: Array("\(name)".utf8)) {
                    text += Array(String(character).utf8)
                    i += name.utf8CodeUnitCount
                    continue next
                }
            }
            text.append(html[i])
            i += 1
        }
        // The break behind the figure is not of the listing.
        return text.last == 0x0A ? text.dropLast() : text
    }
}

/// The same numbers in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
