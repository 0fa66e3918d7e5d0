import Addresses
import Diagnostics
import Foundation
import Markdown
import Testing

/// libcmark's list of inputs that drive parsers into recursion or quadratic time, and our own.
@Suite struct PathologicalTests {
    private static func times(_ text: String, _ count: Int) -> String {
        String(repeating: text, count: count)
    }

    private static let inputs: [(name: String, text: String)] = [
        ("nested strong emphasis", times("*a **a ", 30_000) + "b" + times(" a** a*", 30_000)),
        ("emphasis closers", times("a_ ", 60_000)),
        ("emphasis openers", times("_a ", 60_000)),
        ("link closers", times("a]", 60_000)),
        ("link openers", times("[a", 60_000)),
        ("mismatched openers and closers", times("*a_ ", 50_000)),
        ("issue 389", times("*a ", 20_000) + times("_a*_ ", 20_000)),
        ("openers and closers of three", "a**b" + times("c* ", 50_000)),
        ("link openers and emphasis closers", times("[ a_", 50_000)),
        ("[ (](", times("[ (](", 50_000)),
        ("![[]()", times("![[]()", 3_000)),
        ("nested brackets", times("[", 25_000) + "a" + times("]", 25_000)),
        ("nested quotes", times("> ", 25_000) + "a"),
        ("nested lists", (0..<500).map { times("  ", $0) + "* a\n" }.joined()),
        ("lists on one line", times("- ", 25_000) + "```\nx"),
        ("backticks", (1..<1_500).map { "e" + times("`", $0) }.joined()),
        ("unclosed links A", times("[a](<b", 30_000)),
        ("unclosed links B", times("[a](b", 30_000)),
        ("unclosed comments", "</" + times("<!--", 100_000)),
        ("unclosed instructions", "a " + times("<?", 100_000)),
        ("unclosed declarations", "a " + times("<!A ", 50_000)),
        ("empty lines in nested lists", times("- ", 1_000) + "x" + times("\n", 10_000)),
        ("emphasis in nested quotes", times(">", 5_000) + times("a*", 5_000)),
        ("nested inlines", times("*", 20_000) + "a" + times("*", 20_000)),
        ("references", (1..<20_000).map { "[\($0)]: u\n" }.joined() + times("[0] ", 5_000)),
        ("ends of labels behind blanks", "x\n" + times(" ", 100_000) + times("]:", 50_000)),
        ("entities", times("&amp; ", 50_000)),
        ("tildes", times("~~a ", 50_000)),
        ("crossed tildes", times("~~a **b~~ c** ", 10_000)),
        ("nested tildes", times("*~~a", 10_000) + times("b~~*", 10_000)),
        ("crossed tildes in CJK", times("**中~~文", 20_000)),
        ("wide table", times("|a", 20_000) + "|\n" + times("|-", 20_000) + "|\n|b|\n"),
        ("deep table", times("> ", 1_000) + "|a|\n" + times("> ", 1_000) + "|-|\n"),
        ("many tables", times("|a|b|\n|-|-|\n|1|2|\n\n", 5_000)),
        ("delimiter rows", times("|-|\n", 50_000)),
        ("notes", (1..<10_000).map { "[^\($0)]: u [^\($0 + 1)]\n\n" }.joined() + "[^1]"),
        ("references to one note", times("[^1] ", 30_000) + "\n\n[^1]: x"),
        ("undefined notes", times("[^1] ", 30_000)),
        ("note openers", times("[^a", 50_000) + "\n\n[^b]: x"),
        ("hosts", times("_www.x", 30_000)),
        ("addresses", times("http://", 50_000) + times("a@", 50_000)),
        ("parentheses", "http://a.b/" + times("(", 50_000) + times(")", 50_000)),
        ("equal headings", times("# a\n", 20_000)),
        ("unknown elements", (0..<20_000).map { "<t\($0)> " }.joined()),
        ("destinations with spaces", times("![](a b.png) ", 20_000)),
        ("literal asterisks", times("中** 文 ", 30_000)),
        ("CJK breaks", times("中\n", 50_000)),
        ("dollars", "$$x$$\n\n" + times("$a ", 50_000) + times("$$ ", 50_000)),
        ("formula openers", "$$x$$\n\n" + times("\\(see ", 50_000) + "\\)" + times("\\[a", 50_000)),
        ("formula blocks", times("$$\n\n", 20_000) + times("\\[\n\n", 20_000)),
        ("formulas", times("$$x$$ $y$ \\(z\\) ", 10_000)),
        ("formula of many lines", "$$\n" + times("- a\n\n", 20_000) + "$$"),
        ("dollars in code", times("`$$` ``$$ ", 20_000) + "$$x$$"),
        ("dollars in HTML", times("<a b=\"$$ ", 20_000) + times("<!-- $$", 20_000) + "$$x$$"),
        ("dollars in addresses", times("](a (b ", 20_000) + times("](", 20_000) + "$$x$$"),
        ("tag openers", times("{{ a ", 50_000) + times("{% a ", 50_000) + times("{{\"", 50_000)),
        ("tags", times("{{ a }} {% b %} ", 10_000)),
        ("attributes", times("{: ", 50_000) + times("{: .a", 50_000)),
        ("containers", times("::: a\n", 20_000)),
        ("listing openers", times("{% highlight %}\n", 20_000)),
        ("listings", times("{% highlight %}\na\n{% endhighlight %}\n", 5_000)),
        ("escapes", times("\\~~a~~ \\[^1] ", 20_000)),
        (
            "fences in nested lists",
            (0..<200).map {
                times("  ", $0) + "- ```\n" + times("  ", $0) + "  a\n" + times("  ", $0)
                    + "  ```\n"
            }.joined()
        ),
        ("long underlined table", "|a|b|\n|-|-|\n" + times("|1|2|\n", 10_000) + "---"),
    ]

    /// Each in a fraction of a second in a release build; a quadratic one would pass the limit.
    @Test(.timeLimit(.minutes(60)), arguments: inputs.indices)
    func isReadInTime(_ index: Int) {
        let (name, text) = Self.inputs[index]
        let document = document(text)
        let out = html(of: document)
        #expect(!out.isEmpty, "\(name)")
        #expect(!document.diagnostics.contains { $0.severity == .error }, "\(name)")
    }

    @Test func nestsTwentyFiveThousandQuotes() {
        let out = html(String(repeating: "> ", count: 25_000) + "a")
        #expect(out.components(separatedBy: "<blockquote>").count == 25_001)
    }

    private static let refused = [
        times("![[]()", 160_000),
        times("- ", 30_000) + "x" + times("\n", 30_000),
        "> " + times("- ", 30_000) + "x\n" + times(">\n", 30_000),
        times(">", 100_000) + times("a*", 100_000),
    ]

    @Test(arguments: refused.indices)
    func refusesWhatLibcmarkWouldTakeMinutesFor(_ index: Int) {
        let document = document(Self.refused[index])
        #expect(document.diagnostics.map(\.id) == [.markdownTooComplex])
        #expect(document.diagnostics.map(\.severity) == [.error])
        #expect(html(of: document) == [])
    }

    @Test func refusesATextThatIsTooLarge() {
        let bytes = [UInt8](repeating: 0x61, count: Document.largestBody + 1)
        let document = Document(parsing: bytes, file: SourcePath("a.md"), options: .standard)
        #expect(document.diagnostics.map(\.id) == [.markdownTooLarge])
        #expect(html(of: document) == [])
    }

    @Test func readsControlCharacters() {
        #expect(html("abc\u{0}de\u{0}") == "<p>abc\u{FFFD}de\u{FFFD}</p>\n")
        #expect(html("a\u{8}b\u{1B}\rc") == "<p>a␈b␛\nc</p>\n")
        #expect(html("a\u{8}b\u{1B}\rc", .commonMark) == "<p>a\u{8}b\u{1B}\nc</p>\n")
    }
}
