import Addresses
import Diagnostics
import Markdown
import TestSupport
import Testing

@testable import Content

/// Heads and configurations by chance: never a crash, the same twice, and places within the file.
struct FuzzTests {
    private static let heads = [
        "---\ntitle: A\ndate: 2021-01-02 03:04:05 +0800\ntags: [a, b]\ncategories:\n  - [A, B]\n---\nText\n",
        "+++\ntitle = \"A\"\ndate = 2021-01-02T03:04:05Z\ntags = [\"a\"]\n[taxonomies]\nx = [1]\n+++\nText\n",
        ";;;\n\"title\": \"A\", \"date\": \"2021-01-02\", \"n\": 1.5e3\n;;;\n",
        "{\"title\": \"A\", \"draft\": true}\n\nx\n",
        "title: A\ndraft: true\nexpires: 2030-01-01\n---\nx\n",
        "\n<!-- a -->\n---\ntitle: A\n---\n",
        "---\na: &x {b: 1}\nc: *x\nd: |\n  e\nf: >-\n  g\nimage: {path: a.png}\nauthor: [{name: A, url: /a/}]\n---\n",
        "---\nsticky: 10\nsnippets: {level: parse, go: {level: none, reason: x}}\npublishDate: 2021-01-01\n---\n",
    ].map { Array($0.utf8) }

    private static let keys = [
        "title: ", "date: ", "tags: ", "draft: ", "permalink: ", "sticky: ", "cover: ", "author: ",
        "build: ",
        "hidden: ", "expires: ", "original: ", "snippets: ", "series: ", "- ", "&a ", "*a", "|\n",
        "[[", "{{",
        "\"\"\"", "'''", "2021-01-01", "T00:00:00Z", " GMT", " = ", "\\u", "\\b", ";;;\n", "!!str ",
        "<<: ",
    ]

    private func isInside(_ found: [Diagnostic], _ count: Int) -> Bool {
        let places = found.flatMap { [$0.place].compactMap { $0 } + $0.notes.compactMap(\.place) }
        return places.allSatisfy { $0.range.lowerBound >= 0 && $0.range.upperBound <= count }
    }

    @Test func readsHeadsByChance() {
        let mutator = Mutator(
            Self.heads + Corpus.files(["content"], endings: [".md"]), tokens: Self.keys,
            longest: 1_500)
        let findings = Fuzzing.findings(.heads, mutator, rounds: 1_500) { bytes, chance in
            var rules = HeadRules(zone: .utc, categories: chance.next(2) == 0 ? .path : .list)
            rules.splitsTerms = chance.next(2) == 0
            rules.needsDate = chance.next(2) == 0
            let file = SourcePath("a.md")
            let (head, found) = readHead(of: bytes, file: file, rules: rules)
            let (again, foundAgain) = readHead(of: bytes, file: file, rules: rules)
            if head != again || found != foundAgain { return "not the same twice" }
            if !isInside(found, bytes.count) { return "a place outside" }
            if let head, !(0...bytes.count).contains(head.bodyOffset) { return "a body outside" }
            if head == nil, !found.hasErrors { return "no head and no error" }
            let text = String(decoding: bytes.prefix(200), as: UTF8.self)
            _ = PathSegment.segment(text)
            _ = PathSegment.ofTerm(text)
            _ = PathSegment.ofTitle(text)
            _ = LooseDate.read(text, in: .utc)
            let document = Document(
                parsing: bytes, from: head?.bodyOffset ?? 0, file: file, options: .standard)
            _ = WordCount(of: document)
            _ = AutomaticCut(document.tree, length: chance.next(300))
            return nil
        }
        #expect(findings == [])
    }

    @Test func readsConfigurationsByChance() {
        let sample = """
            [site]
            title = "T"
            url = "https://example.org/"
            timezone = "Asia/Shanghai"
            [posts]
            per_page = 10
            permalink = "/:year/:slug/"
            [[menu]]
            name = "A"
            url = "/a/"
            [snippets]
            level = "parse"
            [snippets.tools.go]
            command = ["go"]
            [publish.a]
            type = "directory"
            path = "x"
            keep = 3
            [build]
            exclude = ["*.a"]
            [theme.params]
            x = 1

            """
        let mutator = Mutator(
            [Array(sample.utf8)] + Corpus.files([""], endings: ["galley.toml"]),
            tokens: [
                "per_page = ", "keep = ", "[markdown]\n", "[highlight]\n", "[feeds]\n",
                "[search]\n",
            ])
        let findings = Fuzzing.findings(.configurations, mutator, rounds: 700) { bytes, _ in
            let (configuration, found) = Configuration.load(bytes, file: SourcePath("galley.toml"))
            if !isInside(found, bytes.count) { return "a place outside" }
            if configuration == nil, !found.hasErrors { return "nothing and no error" }
            return nil
        }
        #expect(findings == [])
    }
}
