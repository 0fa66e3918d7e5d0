import Addresses
import Diagnostics
import Testing

@testable import Content

/// What is said of YAML that is wrong, or that means something else than its author thinks.
@Suite struct YAMLAdviceTests {
    private func read(_ text: String) -> (FrontMatter?, [Diagnostic], LineTable) {
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
        ("title:A\ndate: 2021-08-12", ["2 write the line as: title: A"]),
        ("title： 全角\ndate: 2021-08-12", ["2 write the line as: title: 全角"]),
        ("title：全角\ndate: 2021-08-12", ["2 write the line as: title: 全角"]),
        ("title: C\ndate: 2021-08-12\ntags:[Go]", ["4 write the line as: tags: [Go]"]),
        ("title: D\ndate: 2021-08-12\ntags: [Go, Rust", ["4 write the line as: tags: [Go, Rust]"]),
        ("title: D\ntags: [Go, Rust\ndate: 2021-08-12", ["3 write the line as: tags: [Go, Rust]"]),
        ("title: \"hexo\" 好\ndate: 2021-08-12", ["2 quote the value: title: '\"hexo\" 好'"]),
        ("title: A\ndate:2021-08-12\ntags: [Go]", ["3 write the line as: date: 2021-08-12"]),
        (
            "title:A\ndate:2021-08-12",
            ["2 write the line as: title: A", "3 write the line as: date: 2021-08-12"]
        ),
        (
            "title:A\ndate:2021-08-12\ntags: [a]",
            ["2 write the line as: title: A", "3 write the line as: date: 2021-08-12"]
        ),
        ("title:A", ["2 write the line as: title: A"]),
        ("title = A\ndate: 2021-08-12", ["2 write the line as: title: A"]),
        ("title A\ndate: 2021-08-12", ["2 write the line as: title: A"]),
        ("title:\u{A0}A\ndate: 2021-08-12", ["2 write the line as: title: A"]),
        ("title:\u{3000}A\ndate: 2021-08-12", ["2 write the line as: title: A"]),
        (
            "title: A\ntags:\n-Go\n-Rust",
            ["4 write the line as: - Go", "5 write the line as: - Rust"]
        ),
        ("title: A\n// 注释\ntags: [a]", ["3 write the line as: # 注释"]),
        ("title: A\n tags: [a]\ndate: 2021-08-12", ["3 write the line as: tags: [a]"]),
        ("title: 'it's'\ndate: 2021-08-12", ["2 quote the value: title: 'it''s'"]),
        ("title: \"A\ndate: 2021-08-12", ["2 write the line as: title: \"A\""]),
        ("title: {A: b\ndate: 2021-08-12", ["2 quote the value: title: '{A: b'"]),
        ("x: {A: b\ndate: 2021-08-12", ["2 write the line as: x: {A: b}"]),
        ("title: A\ntags:\n  - [x] y\n  - b", ["4 quote the value: - '[x] y'"]),
        ("title: A\ntags:\n  - @a\n  - b", ["4 quote the value: - '@a'"]),
        ("title: A\ntags:\n  - \"a\" b\n", ["4 quote the value: - '\"a\" b'"]),
        ("title: A\ntags: [C#, #go]\ndate: 2021-08-12", ["3 quote the value: tags: ['C#', '#go']"]),
        ("title: A\ntags: [@a, b]\n", ["3 quote the value: tags: ['@a', b]"]),
        (
            "title: A: b\ntags:[c]\ndate: @x",
            [
                "2 quote the value: title: 'A: b'", "3 write the line as: tags: [c]",
                "4 quote the value: date: '@x'",
            ]
        ),
        (
            "title: {{ title }}\ndate: {{ date }}",
            ["2 quote the value: title: '{{ title }}'", "3 quote the value: date: '{{ date }}'"]
        ),
        ("description: a: b\r\ntitle: x\r\n", ["2 quote the value: description: 'a: b'"]),
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

    /// Each with what its author meant: the title or the description, else the tags.
    static let meant: [(lines: String, meaning: String)] = [
        // Quotes.
        ("title: \"a\\d\"", "a\\d"), ("title: \"C:\\Users\\me\"", "C:\\Users\\me"),
        ("title: \"a\\\"", "a\\"), ("title: \"say \\\"hi\\\" to \\d\"", "say \"hi\" to \\d"),
        ("title: 'it's'", "it's"), ("title: 'it's Bob's'", "it's Bob's"),
        ("title: 'a\\'b'", "a'b"), ("title: \"a\\'b\"", "a'b"),
        ("title: \"a \"b\" c\"", "a \"b\" c"), ("title: \"a\" or \"b\"", "\"a\" or \"b\""),
        ("title: \"\"x\"\"", "\"x\""), ("title: \"a\" b", "\"a\" b"), ("title: 'a' b", "'a' b"),
        ("title: \"x", "x"), ("title: 'x", "x"), ("title: \"x\ntags: [a]", "x"),
        ("title: \"x\na: 1\nb: 2\nc: 3\nd: 4\ne: 5\nf: \"y\"", "x"), ("title: \"x: y", "x: y"),
        ("title: \"x”", "x"), ("title: 'x\"", "x"), ("title: “x” \"y\": z", "“x” \"y\": z"),
        ("title: \"x\nsubtitle: \"y\"", "x"), ("\"title: x", "x"),
        ("title: \"C:\\x\ndraft: false", "C:\\x"),
        // Signs that begin a value.
        ("title: @x", "@x"), ("title: `x` y", "`x` y"), ("title: %x", "%x"), ("title: *x", "*x"),
        ("title: **x** y", "**x** y"), ("title: ? x", "? x"), ("title: - x", "- x"),
        ("title: > x", "> x"), ("title: | x", "| x"), ("title: >- x y", "x y"),
        ("title: & x", "& x"),
        ("title: ! x", "! x"), ("title: , x", ", x"), ("title: ] x", "] x"), ("title: [x", "[x"),
        ("title: {x", "{x"), ("title: [x] y", "[x] y"), ("title: [a, b] c", "[a, b] c"),
        ("title: {{ x }}", "{{ x }}"), ("title: {% x %}", "{% x %}"),
        // Colons and comments.
        ("title: key: value", "key: value"), ("title: a:", "a:"), ("title：x: y", "x: y"),
        ("title: C #", "C #"), ("title: C # and F#", "C # and F#"), ("title: 第 # 1 篇", "第 # 1 篇"),
        ("title: 学 C # 与 F#", "学 C # 与 F#"), ("title:x", "x"), ("\ttitle: x\ntags: [a]", "x"),
        ("<!-- a -->\ntitle: x", "x"),
        ("title: \"a\\d\" # a comment", "a\\d"), ("title: 'it's' # a comment", "it's"),
        ("tags: [Go, Rust # a comment", "Go/Rust"), ("tags: [Go, Rust]] # a comment", "Go/Rust"),
        ("tags: \"Go\" \"Rust\"", "Go/Rust"), ("tags: 'Go' | 'Rust'", "Go/Rust"),
        ("title: \"a\" \"b\"", "\"a\" \"b\""),
        // Text in lines of its own.
        ("description: |\nabc", "abc\n"), ("description: >\nabc\ndef", "abc def\n"),
        ("description: |\nabc\n\ndef\ntags: [a]", "abc\n\ndef\n"),
        ("description: |-\r\nabc\r\ntags: [a]", "abc"),
        ("description: | abc\n  def", "abc\ndef\n"),
        ("description: abc\ndef\ntags: [a]", "abc def"),
        // Lists.
        ("tags: Go, Rust]", "Go/Rust"), ("tags: - Go", "Go"), ("tags: - Go - Rust", "Go/Rust"),
        ("tags: [Go, Rust", "Go/Rust"), ("tags: [Go, Rust]]", "Go/Rust"), ("tags: Go]", "Go"),
        ("tags: [Go, Rust】", "Go/Rust"), ("tags: 【Go, Rust]", "Go/Rust"),
        ("tags: {Go, Rust", "Go/Rust"),
        ("tags: [\"Go', \"Rust\"]", "Go/Rust"), ("tags: [\"Go, \"Rust\"]", "Go/Rust"),
        ("tags: [\"Go\", \"Rust]", "Go/Rust"), ("tags: [\"Go\", \"Rust\"", "Go/Rust"),
        ("tags: [\"a, b\", c", "a, b/c"), ("tags: \"Go\", \"Rust\"", "Go/Rust"),
        ("tags: 'Go', Rust", "Go/Rust"), ("tags: [Go] [Rust]", "Go/Rust"),
        ("tags: [Go], [Rust]", "Go/Rust"),
        ("tags: [a, b] c", "a/b/c"), ("tags: [a, b],", "a/b"), ("tags: [a, b]。", "a/b"),
        ("tags: [a,, b]", "a/b"), ("tags: [a, [b]", "a/b"), ("tags: [C#, #go]", "C#/#go"),
        ("tags: [a, vec[0]]", "a/vec[0]"), ("tags: [@a, `b`, %c, *d]", "@a/`b`/%c/*d"),
        ("tags: [&a, b]", "&a/b"), ("tags: [Go, null, C: D、@x]", "Go/C: D/@x"),
        ("tags: [Go,\n  Rust", "Go/Rust"), ("tags:\n  [Go,\n  Rust", "Go/Rust"),
        ("tags:\n - Go\n- Rust", "Go/Rust"), ("tags:\n- Go\nRust", "Go/Rust"),
        ("tags:\nGo\nRust", "Go/Rust"), ("tags:\n  Go\n  Rust", "Go/Rust"),
        ("tags: Go\n- Rust", "Go/Rust"), ("tags: [Go, C]\n- Rust", "Go/C/Rust"),
        ("tags:\n-Go\n- Rust", "Go/Rust"), ("tags:\n- Go\n  - Rust", "Go/Rust"),
        ("tags:\n \t- Go\n \t- Rust", "Go/Rust"), ("tags:\n- 'it's'\n- @b", "it's/@b"),
        ("tags:\n- \"Go\n- Rust", "Go/Rust"), ("tags: 前端，@vue", "前端/@vue"),
        ("tags: Go、C#、null", "Go/C#/null"), ("tags: ［Go，Rust］", "Go/Rust"), ("tags: “Go”", "Go"),
        ("tags: [“Go”, ”Rust“]", "Go/Rust"), ("tags: [\"Go, Rust\"]", "Go/Rust"),
        ("tags: [Go、Rust, C]", "Go/Rust/C"), ("tags: (Go, Rust)", "Go/Rust"),
    ]

    @Test(arguments: meant)
    func offersWhatTheAuthorMeant(lines: String, meaning: String) {
        let text = "---\n\(lines)\n---\n\nText\n"
        let (_, found, _) = read(text)
        #expect(!found.isEmpty)
        var mended = mended(text)
        if mended == text,
            let fix = found.first?.fixes.first?.text.split(separator: ": ", maxSplits: 1).last
        {
            // No edit, for the value is of several lines: what is shown takes their place.
            mended = "---\n\(fix)\n---\n\nText\n"
        }
        let (head, left, _) = read(mended)
        #expect(left == [])
        let title = head?.title ?? head?.description
        #expect((title ?? head?.tags.joined(separator: "/")) == meaning)
    }

    @Test(arguments: [
        "title: a\n<<<<<<< HEAD\n", "[]: x", "%YAML 1.2\ntitle: x", "? [a]\n: x\nb: }",
        "title: a\n *b\nc: }{",
        "a: 'b' 'c'\nd: : :\n[\n", "x: !<a b\n", "? a\nb\n:", "- a\nb: c\n",
    ])
    func saysInPlainWordsWhatNoMendHelps(lines: String) {
        let (_, found, _) = read("---\n\(lines)\n---\n")
        #expect(!found.isEmpty)
        for problem in found {
            for word in ["while", "expected", "scanning", "parsing", "token", "block", "mapping"] {
                #expect(!problem.summary.contains(word))
            }
        }
    }

    @Test func writesAdviceInTheNotationOfTheHead() {
        func fix(_ text: String) -> String? { read(text).1.first?.fixes.first?.text }
        #expect(
            fix("+++\ntags = \"Go, C#\"\n+++\n")
                == "write several as a list: tags = [\"Go\", \"C#\"]")
        #expect(
            fix("{\"tags\": [\"Go、Rust\", \"C\"]}\n")
                == "write several as a list: \"tags\": [\"Go\", \"Rust\", \"C\"]")
        #expect(fix("+++\nlang = \"english\"\n+++\n") == "write lang = \"en\"")
    }

    @Test func offersSingleQuotesForABackslashThatIsAnEscape() throws {
        let text = "---\ntitle: \"The \\alpha release\"\n---\n"
        #expect(
            advice(text) == [
                "2 front-matter/control-character "
                    + "write it between single quotes: title: 'The \\alpha release'"
            ])
        #expect(read(mended(text)).0?.title == "The \\alpha release")
    }

    @Test func warnsOfAKeyWithAColon() {
        #expect(
            advice("---\ntitle:x: y\n---\n") == [
                "2 front-matter/misspelled-key write the line as: title: 'x: y'"
            ])
    }

    @Test func warnsOfAColonOfFullWidthBeforeAnother() {
        let found = read("---\ntitle：A: b\n---\n").1
        #expect(found.map(\.id) == [.frontMatterMisspelled])
        #expect(found.first?.fixes.first?.text == "write the line as: title: 'A: b'")
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
        #expect(found.first?.fixes.first?.text == "quote the text: \(fix)")
        #expect(read(mended("---\n\(lines)\n---\n")).1 == [])
    }

    @Test func warnsOfAKeyThatIsPartOfTheTextAbove() {
        let text = "---\ntitle: A\n  draft:true\n---\n"
        #expect(
            advice(text) == [
                "3 front-matter/swallowed-text write a line of its own: draft: true"
            ])
        #expect(read(mended(text)).0?.isDraft == true)
    }

    @Test func warnsOfAnItemThatIsAKey() {
        let text = "---\ntitle: E\ntags:\n  - k8s: 网络\n  - b\n---\n"
        #expect(advice(text) == ["4 front-matter/swallowed-text quote the text: - 'k8s: 网络'"])
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
        ("tags:\n- Go, Rust\n- C", "tags: [Go, Rust, C]"), ("tags: Go|Rust", "tags: [Go, Rust]"),
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
        "tags: distributed systems", "tags: I/O模型", "tags: CI/CD", "tags: [\"Paris, France\", C]",
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

    @Test(arguments: [
        ("series: A、B", "series: A"), ("series: 前端，后端", "series: 前端"),
        ("author: 张三、李四", "author: [张三, 李四]"), ("author: 张三, 李四", "author: [张三, 李四]"),
        ("authors: Ada King, Bo Lee and Jo", "authors: [Ada King, Bo Lee, Jo]"),
        ("authors: [Bo, \"Ada King; Al Bo\"]", "[Ada King, Al Bo]"),
        ("categories: [[\"Go、Rust\", C]]", "[Go, Rust]"),
    ])
    func warnsOfOneSeriesOrAuthorThatWasMeantAsSeveral(lines: String, fix: String) {
        let (head, found, _) = read("---\n\(lines)\n---\n")
        #expect(head != nil)
        #expect(found.map(\.id) == [.frontMatterOneTerm])
        #expect(found.first?.fixes.first?.text.hasSuffix(": " + fix) == true)
    }

    @Test(arguments: [
        "author: Lee, Bob", "author: Robert Downey, Jr.", "series: 内存、缓存与磁盘",
        "author: [\"Lee, Bob\", \"King, Ada\"]", "author: Ada (ACM, IEEE)", "series: C, C++",
        "author: Ada King, Acme Cloud", "author: Bo Lee, Staff Engineer, New Acme",
        "series: Go 语言、从入门到放弃的那些事情",
    ])
    func takesANameWithACommaForOne(lines: String) {
        #expect(advice("---\n\(lines)\n---\n") == [])
    }

    @Test func dividesTextsAtWhiteSpaceWhereTheSiteWantsIt() {
        var rules = HeadRules(zone: .utc, categories: .list)
        rules.splitsTerms = true
        func read(_ lines: String, _ rules: HeadRules) -> (FrontMatter?, [Diagnostic]) {
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
                "2 front-matter/syntax quote the value: title: '*x'"
            ])
    }
}
