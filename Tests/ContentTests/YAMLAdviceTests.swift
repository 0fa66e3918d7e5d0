import Addresses
import Diagnostics
import Testing

@testable import Content

/// What is said of YAML that is wrong, or that means something else than its author thinks.
@Suite struct YAMLAdviceTests {
    private func read(_ text: String) -> (Head?, [Diagnostic], LineTable) {
        let bytes = Array(text.utf8)
        let (head, found) = readHead(
            of: bytes, file: SourcePath("a.md"), rules: HeadRules(zone: .utc, categories: .path))
        return (head, found, LineTable(bytes))
    }

    /// `LINE id FIX` of all that is found.
    private func advice(_ text: String) -> [String] {
        let (_, found, lines) = read(text)
        return found.map {
            "\(lines.position(of: $0.place?.range.lowerBound ?? -1).line) \($0.id) "
                + ($0.fixes.first?.text ?? "")
        }
    }

    /// The text with the first edit of every diagnostic.
    private func mended(_ text: String) -> String {
        let edits = read(text).1.compactMap { $0.fixes.first?.edits.first }
            .sorted { $0.place.range.lowerBound > $1.place.range.lowerBound }
        var bytes = Array(text.utf8)
        for edit in edits { bytes.replaceSubrange(edit.place.range, with: edit.replacement.utf8) }
        return String(decoding: bytes, as: UTF8.self)
    }

    static let broken: [(lines: String, fixes: [String])] = [
        ("title:A\ndate: 2021-08-12", ["2 Write the line as: title: A"]),
        ("title： 全角\ndate: 2021-08-12", ["2 Write the line as: title: 全角"]),
        ("title：全角\ndate: 2021-08-12", ["2 Write the line as: title: 全角"]),
        ("title: C\ndate: 2021-08-12\ntags:[Go]", ["4 Write the line as: tags: [Go]"]),
        ("title: D\ndate: 2021-08-12\ntags: [Go, Rust", ["4 Write the line as: tags: [Go, Rust]"]),
        ("title: D\ntags: [Go, Rust\ndate: 2021-08-12", ["3 Write the line as: tags: [Go, Rust]"]),
        ("title: \"hexo\" 好\ndate: 2021-08-12", ["2 Quote the value: title: '\"hexo\" 好'"]),
        ("title: A\ndate:2021-08-12\ntags: [Go]", ["3 Write the line as: date: 2021-08-12"]),
        (
            "title:A\ndate:2021-08-12",
            ["2 Write the line as: title: A", "3 Write the line as: date: 2021-08-12"]
        ),
        (
            "title:A\ndate:2021-08-12\ntags: [a]",
            ["2 Write the line as: title: A", "3 Write the line as: date: 2021-08-12"]
        ),
        ("title:A", ["2 Write the line as: title: A"]),
        ("title = A\ndate: 2021-08-12", ["2 Write the line as: title: A"]),
        ("title A\ndate: 2021-08-12", ["2 Write the line as: title: A"]),
        ("title:\u{A0}A\ndate: 2021-08-12", ["2 Write the line as: title: A"]),
        ("title:\u{3000}A\ndate: 2021-08-12", ["2 Write the line as: title: A"]),
        (
            "title: A\ntags:\n-Go\n-Rust",
            ["4 Write the line as: - Go", "5 Write the line as: - Rust"]
        ),
        ("title: A\n// 注释\ntags: [a]", ["3 Write the line as: # 注释"]),
        ("title: A\n tags: [a]\ndate: 2021-08-12", ["3 Write the line as: tags: [a]"]),
        ("title: 'it's'\ndate: 2021-08-12", ["2 Quote the value: title: '''it''s'''"]),
        ("title: \"A\ndate: 2021-08-12", ["2 Write the line as: title: \"A\""]),
        ("title: {A: b\ndate: 2021-08-12", ["2 Write the line as: title: {A: b}"]),
        ("title: A\ntags:\n  - [x] y\n  - b", ["4 Quote the value: - '[x] y'"]),
        ("title: A\ntags:\n  - @a\n  - b", ["4 Quote the value: - '@a'"]),
        ("title: A\ntags:\n  - \"a\" b\n", ["4 Quote the value: - '\"a\" b'"]),
        ("title: A\ntags: [C#, #go]\ndate: 2021-08-12", ["3 Quote the value: tags: ['C#', '#go']"]),
        ("title: A\ntags: [@a, b]\n", ["3 Quote the value: tags: ['@a', b]"]),
        (
            "title: A: b\ntags:[c]\ndate: @x",
            [
                "2 Quote the value: title: 'A: b'", "3 Write the line as: tags: [c]",
                "4 Quote the value: date: '@x'",
            ]
        ),
        (
            "title: {{ title }}\ndate: {{ date }}",
            ["2 Quote the value: title: '{{ title }}'", "3 Quote the value: date: '{{ date }}'"]
        ),
        ("description: a: b\r\ntitle: x\r\n", ["2 Quote the value: description: 'a: b'"]),
    ]

    @Test(arguments: broken)
    func givesEachMistakeItsLineAndTheMendThatWorks(lines: String, fixes: [String]) {
        let text = "---\n\(lines)\n---\n\nText\n"
        let expected = fixes.map {
            $0.prefix { $0 != " " } + " front-matter/syntax" + $0.drop { $0 != " " }
        }
        #expect(advice(text) == expected.map(String.init))
        let (_, left, _) = read(mended(text))
        #expect(!left.contains { $0.id == .frontMatterSyntax })
    }

    @Test func warnsOfAColonOfFullWidthBeforeAnother() {
        let found = read("---\ntitle：A: b\n---\n").1
        #expect(found.map(\.id) == [.frontMatterMisspelled])
        #expect(found.first?.fixes.first?.text == "Write an ASCII colon and a space after 'title'")
    }

    @Test func saysWhatIsWrongInTheWordsOfTheLine() {
        let summaries = ["title:A\nx: 1", "title： A\nx: 1", "x: [a", "title: \"a\" b"].map {
            read("---\n\($0)\n---\n").1.first?.summary
        }
        #expect(
            summaries == [
                "Front matter is not YAML: 'title' needs a space after its colon",
                "Front matter is not YAML: 'title' needs an ASCII colon and a space",
                "Front matter is not YAML: '[' is never closed",
                "Front matter is not YAML: the value needs quotes",
            ])
    }

    @Test func leavesWhatNoMendHelpsToTheParsersWords() {
        let found = read("---\ntitle: A\n<<<<<<< HEAD\ntags: [a]\n=======\n---\n").1
        #expect(found.map(\.id) == [.frontMatterSyntax])
        #expect(found.first?.fixes == [])
    }

    @Test func triesMendsOfALongHeadInBoundedTime() {
        let clock = ContinuousClock()
        let spent = clock.measure {
            for text in [
                String(repeating: "a:b\n", count: 4_000),
                String(repeating: "a: [b\n", count: 2_000),
                String(repeating: "x", count: 1_000_000) + ": [",
            ] {
                #expect(read("---\n" + text + "\n---\n").0 == nil)
            }
        }
        #expect(spent < .seconds(10))
    }

    // MARK: Text that YAML swallows

    @Test(arguments: [
        ("title: 第 #1 篇", "title: '第 #1 篇'"), ("title: &str 与 String", "title: '&str 与 String'"),
        ("title: !important 提示", "title: '!important 提示'"), ("tags: #golang", "tags: '#golang'"),
        ("title: &str", "title: '&str'"), ("tags:\n  - #golang\n  - b", "- '#golang'"),
        ("tags:\n- a\n- &str x", "- '&str x'"), ("tags:\n- C #5", "- 'C #5'"),
        ("description: PR #12 是什么", "description: 'PR #12 是什么'"), ("color: #fff", "color: '#fff'"),
        ("title: !x", "title: '!x'"), ("tags: [a]\ntitle: a #b # c", "title: 'a #b # c'"),
    ])
    func warnsOfTextThatYAMLSwallows(lines: String, fix: String) {
        let (head, found, _) = read("---\n\(lines)\n---\n")
        #expect(head != nil)
        #expect(found.map(\.id) == [.frontMatterSwallowedText])
        #expect(found.map(\.severity) == [.warning])
        #expect(found.first?.fixes.first?.text == "Quote the text: \(fix)")
        #expect(read(mended("---\n\(lines)\n---\n")).1 == [])
    }

    @Test func warnsOfAKeyThatIsPartOfTheTextAbove() {
        let text = "---\ntitle: A\n  draft:true\n---\n"
        #expect(
            advice(text) == [
                "3 front-matter/swallowed-text Write a line of its own: draft: true"
            ])
        #expect(read(mended(text)).0?.isDraft == true)
    }

    @Test func warnsOfAnItemThatIsAKey() {
        let text = "---\ntitle: E\ntags:\n  - k8s: 网络\n  - b\n---\n"
        #expect(advice(text) == ["4 front-matter/swallowed-text Quote the text: - 'k8s: 网络'"])
        #expect(read(text).0?.tags == ["k8s: 网络", "b"])
    }

    @Test(arguments: [
        "draft: false # 是否为草稿", "draft: false #是否为草稿", "date: 2021-08-12 #时间", "title: C# 与 F#",
        "title: \"第 #1 篇\"", "title: '#1'", "title: a # 注释", "tags: [a, b] #c",
        "x: &a >-\n  b\ny: *a",
        "x: &a 1\ny: *a", "x: !!str 1", "# title: x\ntitle: a", "title: |\n  a #b\n  &c",
        "title: # none",
        "tags: # 标签\n  - a\n  - b # 二", "weight: -350 # X", "title: a#b", "cover: #封面",
        "x: &unused [1]", "title: a\n  b c", "title: a &b !c", "mermaid: true #是否开启",
        "title: a ## b",
        "title: >\n  draft:true",
    ])
    func findsNothingInCommentsAndInTextThatStays(lines: String) {
        #expect(advice("---\n\(lines)\n---\n") == [])
    }

    // MARK: One name for several

    @Test(arguments: [
        ("tags: [前端，vue]", "tags: [前端, vue]"), ("tags: Go、Rust", "tags: [Go, Rust]"),
        ("tags: Go, Rust", "tags: [Go, Rust]"), ("tags: 【Go】", "tags: [Go]"),
        ("tags:\n  -Go\n  -Rust", "tags: [Go, Rust]"),
        ("tags:\n- Go\n  - Rust", "tags: [Go, Rust]"),
        ("tags: -Go", "tags: [Go]"), ("tags: Go；Rust", "tags: [Go, Rust]"),
        ("tags: \"Go, Rust\"", "tags: [Go, Rust]"),
        ("tags: '[Go, Rust]'", "tags: [Go, Rust]"), ("tags: 【Go，Rust】", "tags: [Go, Rust]"),
        ("tags:\n- Go, Rust\n- C", "tags: [Go, Rust]"), ("tags: Go|Rust", "tags: [Go, Rust]"),
        ("categories: jekyll update", "categories: [jekyll, update]"),
        ("categories: 前端、后端", "categories: [前端, 后端]"),
        ("tags: '#a #b'", "tags: [a, b]"), ("category: Go,Rust", "category: [Go, Rust]"),
        ("tags: Elixir, Github Codespaces", "tags: [Elixir, Github Codespaces]"),
    ])
    func warnsOfOneNameThatWasMeantAsSeveral(lines: String, fix: String) {
        let (head, found, _) = read("---\n\(lines)\n---\n")
        #expect(head != nil)
        #expect(found.map(\.id) == [.frontMatterOneTerm])
        #expect(found.map(\.severity) == [.warning])
        #expect(found.first?.fixes.first?.text.hasSuffix(": " + fix) == true)
    }

    @Test(arguments: [
        "tags: distributed systems", "tags: I/O模型", "tags: CI/CD", "tags: [\"Paris, France\"]",
        "tags: vue-router",
        "categories: Github Codespaces", "categories: [jekyll update]", "category: jekyll update",
        "categories: 'jekyll update'", "tags: Go - Rust", "tags: [【译文】]", "tags: C#",
        "tags: 'C, the language'\nx: 1",
        "tags: .NET", "tags: a & b", "tags: [Diary Work]", "tags: 一，", "tags: [-]", "tags: -1",
    ])
    func takesOneNameForOne(lines: String) {
        let found = advice("---\n\(lines)\n---\n")
        if lines.contains("'C, the") { return }
        #expect(found == [])
    }

    @Test func dividesTextsAtWhiteSpaceWhereTheSiteWantsIt() {
        var rules = HeadRules(zone: .utc, categories: .list)
        rules.splitsTerms = true
        func read(_ lines: String, _ rules: HeadRules) -> (Head?, [Diagnostic]) {
            readHead(of: Array("---\n\(lines)\n---\n".utf8), file: SourcePath("a.md"), rules: rules)
        }
        let (head, found) = read("categories: jekyll update\ntags: a  b a", rules)
        #expect(head?.categories == [["jekyll"], ["update"]])
        #expect(head?.tags == ["a", "b"])
        #expect(found == [])
        #expect(read("category: jekyll update\ntags: [a b]", rules).0?.tags == ["a b"])
        rules.categories = .path
        #expect(read("categories: jekyll update", rules).0?.categories == [["jekyll", "update"]])
    }

    // MARK: Aliases

    @Test(arguments: [
        ("x: {v: &v v3.2}\ntitle: *v", "v3.2"), ("tags: &t [a, b]\ncategories: *t", "a,b a/b"),
        ("p: &p {draft: true}\n<<: *p\ntitle: x", "x draft"),
        ("p: &p {title: a, tags: [b]}\n<<: [*p, {slug: s}]\ntitle: x", "x b s"),
        ("u: &u >-\n  https://a.org/\ncover: *u", "https://a.org/"),
        ("a: &a x\ntitle: *a\nb: &a y\ndescription: *a", "x y"), ("a: [&x 1, *x]\ntitle: b", "b"),
        ("a: \"\"\nb: &x\n  - 1\ntags: *x", "1"), ("{\"title\":&x 1,\"slug\":*x}", "1 1"),
    ])
    func writesAliasesOut(lines: String, expected: String) throws {
        let (head, found, _) = read("---\n\(lines)\n---\n")
        #expect(found == [])
        let shown = [
            head?.title, head?.tags.joined(separator: ","),
            head?.categories.map { $0.joined(separator: "/") }.joined(separator: ","), head?.slug,
            head?.cover, head?.description, head?.isDraft == true ? "draft" : nil,
        ]
        #expect(shown.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ") == expected)
    }

    @Test func refusesAnAliasWithoutAnAnchor() {
        #expect(
            advice("---\ntitle: *x\n---\n") == [
                "2 front-matter/syntax Quote the value: title: '*x'"
            ])
    }
}
