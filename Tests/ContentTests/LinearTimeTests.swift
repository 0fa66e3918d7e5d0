import Addresses
import Markdown
import TestSupport
import Testing

@testable import Content

/// Whatever reads a head, a configuration or a name takes time by its length, not by its square.
struct LinearTimeTests {
    private static let yaml = [
        "k№: v\n", "k№:v\n", "k: v\n", "title： a\n", "- a\n", "tags: [a, b\n", "a: \"b\" c\n",
        "k№: &a b\n",
        "k№: *a\n", "k№: {a: b}\n", "k№: [a]\n", "k№: |\n  a\n", "{a: ", "[", "- ", "? a\n",
        "k№: #a\n",
        "k№: \"\\b\"\n", "#a\n", "  ", "\t", "k№: 2021-01-01 10:00\n", "tgas№: a\n", "date: 1\n",
        "!a ",
        "k№: a: b\n", "k№: 第 #1 篇\n",
    ]
    private static let toml = [
        "k№ = 1\n", "[t№]\n", "[[a]]\n", "a.b№ = 1\n", "k№ = [\n", "k№ = {a = 1}\n", "k№ = \"a\"\n",
        "k№ = 'a\n", "k№ = “a”\n", "k№ = a b\n", "k№：1\n",
    ]
    private static let json = [
        "\"k№\": 1,", "\"k№\": [1],", "[", "{\"a\":", "\"\\u4e2d", "\"a\": \"\\", "1,",
        "\"k№\": 1e9,",
    ]

    private static func head(_ bytes: [UInt8]) {
        var rules = HeadRules(zone: .utc, categories: .path)
        rules.splitsTerms = true
        _ = readHead(of: bytes, file: SourcePath("a.md"), rules: rules)
    }

    private static func tree(_ bytes: [UInt8]) -> Document {
        Document(parsing: bytes, file: SourcePath("a.md"), options: .standard)
    }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    private static let functions: [TextFunction] = [
        TextFunction("a head in YAML", in: ("---\n", "\n---\n"), yaml, head),
        TextFunction("a head in TOML", in: ("+++\n", "\n+++\n"), toml, head),
        TextFunction("a head in JSON", in: (";;;\n", "\n;;;\n"), json, head),
        TextFunction("a leading object", in: ("{", "}\n"), json, head),
        TextFunction("a head that nothing closes", in: ("---\n", ""), yaml, head),
        TextFunction("a head without its first fence", in: ("", "\n---\nx\n"), yaml, head),
        TextFunction(
            "what is before a head", in: ("", "\n---\na: b\n---\n"),
            ["<!-- a -->", "<!--", "\u{200B}", "\n\n", " \n", "---\n", "--\n"], head),
        TextFunction("a text without a head", ["a: b\n\n", "---\n", "***\n", "+++\n"], head),
        TextFunction(
            "terms", in: ("---\ntags: ", "\n---\n"), ["a, ", "a、", "a，", "a ", "-a"], head),
        TextFunction(
            "dates", in: ("---\ndate: ", "\n---\n"), ["1 ", "-", ":", "a1", "2021-01-01 "], head),
        TextFunction(
            "an author", in: ("---\nauthor: '", "'\n---\n"), ["[a](b)", "[", "](", "[a]("], head),
        TextFunction("the configuration", in: ("[site]\n", "\n"), toml + ["[[menu]]\n"]) {
            _ = Configuration.load($0, file: SourcePath("galley.toml"))
        },
        TextFunction("a path pattern", ["*", "**/", "?a", "[a", "{a,"], size: 300) {
            _ = PathPattern(text($0))
        },
        TextFunction(
            "an automatic excerpt", ["a\n\n", "> a\n\n", "- a\n", "<p>\n\n", "**a** ", "中。"]
        ) {
            _ = AutomaticCut(tree($0).tree, length: 200)
        },
        TextFunction("the count of words", ["a ", "中", "한국 ", "a-b ", "`a` ", "<p>a\n\n"]) {
            _ = WordCount(of: tree($0))
        },
        TextFunction("slugs", ["A b", "C++ ", "%E4%BD%A0", "../", "a/b/"]) {
            _ = PathSegment.segment(text($0))
            _ = PathSegment.ofTerm(text($0))
            _ = PathSegment.ofTitle(text($0))
            _ = PathSegment.flaw(text($0))
        },
        TextFunction("a date in words", ["2021 ", "Jan ", "GMT ", "+08:00 "]) {
            _ = LooseDate.read(text($0), in: .utc)
        },
        TextFunction("an encoding", ["\u{FFFD}"]) {
            _ = EncodingGuess($0 + [0xFF, 0x81])
            _ = UTF16Text([0xFF, 0xFE] + $0)
        },
        TextFunction("a template", ["{{ a }}", "{% a", "---\n"]) {
            _ = TemplateText.isTemplate($0[...])
            _ = TemplateText.stub($0[...])
        },
    ]

    @Test(arguments: functions)
    func takesTimeByLength(function: TextFunction) {
        #expect(function.problems() == [])
    }
}
