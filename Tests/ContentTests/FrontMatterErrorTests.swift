import Addresses
import Diagnostics
import Testing

@testable import Content

@Suite struct FrontMatterErrorTests {
    /// `LINE:COLUMN id: summary` of everything that is found, and whether a head came out.
    private func problems(_ text: String) -> (hasHead: Bool, [String]) {
        let bytes = Array(text.utf8)
        let lines = LineTable(bytes)
        let (head, found) = readHead(
            of: bytes, file: SourcePath("a.md"), rules: HeadRules(zone: .utc, categories: .path))
        let shown = found.map {
            let position = lines.position(of: $0.place?.range.lowerBound ?? -1)
            return "\(position.line):\(position.column) \($0.id): \($0.summary)"
        }
        return (head != nil, shown)
    }

    @Test(arguments: [
        ("draft: maybe", "'draft' must be true or false, not text"),
        ("draft: [true, false]", "'draft' must be true or false, not a list"),
        ("published: soon", "'published' must be true or false, not text"),
        ("private: 2", "'private' must be true or false, not a number"),
        ("hidden: home", "'hidden' must be true or false, not text"),
        ("hide: [home]", "'hide' must be true or false, not a list"),
        ("unlisted: {a: 1}", "'unlisted' must be true or false, not a table of keys"),
        ("headless: perhaps", "'headless' must be true or false, not text"),
        ("build: never", "'build' must be a table, not text"),
        ("publishDate: [a, b]", "'publishDate' must be a date, not a list"),
        ("slug: {a: 1}", "'slug' must be text, not a table of keys"),
        ("permalink: [/a, /b]", "'permalink' must be text, not a list"),
        ("params: {hidden: perhaps}", "'hidden' must be true or false, not text"),
    ])
    func leavesOutATextThatMayBeHiddenOrHasNoAddress(line: String, summary: String) {
        let (hasHead, found) = problems("---\nx: 1\n\(line)\n---\n")
        #expect(!hasHead)
        #expect(found.count == 1)
        #expect(found.allSatisfy { $0.hasPrefix("3:") && $0.hasSuffix(": \(summary)") })
    }

    @Test(arguments: [
        ("tags: {a: 1, b: 2}", "'tags' must be a text or a list of texts, not a table of keys"),
        ("title: [a, b]", "'title' must be text, not a list"),
        ("title: {a: 1}", "'title' must be text, not a table of keys"),
        ("sticky: high", "'sticky' must be true or a whole number, not text"),
        ("sticky: 1e300", "'sticky' must be true or a whole number, not a number"),
        ("series: [a, b]", "'series' has 2 names, and only 'a' counts"),
        ("original: [a, b]", "'original' must be text, not a list"),
        ("image: {alt: x}", "'image' must be an address, not a table of keys"),
        ("author: {twitter: x}", "'author' must be a name, not a table of keys"),
        ("alias: true", "'alias' must be an address or a list of addresses, not true or false"),
        ("excerpt: {a: 1}", "'excerpt' must be text, not a table of keys"),
        ("snippets: all", "'snippets' must be a table, not text"),
    ])
    func warnsOfAWrongTypeAtItsLineAndKeepsTheText(line: String, summary: String) {
        let (hasHead, found) = problems("---\nx: 1\n\(line)\n---\n")
        #expect(hasHead)
        #expect(found == ["3:1 front-matter/wrong-type: \(summary)"])
    }

    @Test(arguments: [
        "9223372036854775807", "-9223372036854775808", "99999999999999999999", "1000000001",
    ])
    func leavesOutANumberBeyondItsRange(number: String) {
        let expected = """
            'sticky' must be true or a whole number from -1000000000 to 1000000000, not \(number)
            """
        #expect(
            problems("---\nsticky: \(number)\n---\n")
                == (true, ["2:1 front-matter/wrong-type: \(expected)"]))
        #expect(
            problems("{\"sticky\": \(number)}\n")
                == (true, ["1:2 front-matter/wrong-type: \(expected)"]))
    }

    @Test(arguments: [
        ("title: [译文] foo: bar", 3), ("title: @x", 3), ("title: a: b", 3),
        ("title: \"a", 3), ("x: [a", 4), ("title: `a`", 3), ("title: %a", 3), ("just text", 3),
    ])
    func refusesBrokenYAMLAtItsLineCountingTheFrontMatter(line: String, number: Int) {
        let (hasHead, found) = problems("---\nx: 1\n\(line)\n---\nText")
        #expect(!hasHead)
        #expect(found.count == 1)
        #expect(found.allSatisfy { $0.contains("front-matter/syntax: Front matter") })
        #expect(
            found.allSatisfy {
                (Int($0.prefix { $0 != ":" }) ?? 0) <= number && !$0.hasPrefix("1:")
            })
    }

    @Test(arguments: ["title: [a", "title: {a: b", "title: \"a"])
    func pointsToWhatIsNeverClosed(line: String) {
        let (_, found) = problems("---\n\(line)\ndate: 2025-03-09\ntags: [x]\n---\n")
        #expect(found.map { $0.prefix(4) } == ["2:8 "])
    }

    @Test(arguments: [
        ("[译文] foo: bar", "quote the value: title: '[译文] foo: bar'"),
        ("@x", "quote the value: title: '@x'"),
        ("a: it's", "quote the value: title: 'a: it''s'"),
        ("\"hexo\" 好", "quote the value: title: '\"hexo\" 好'"),
        ("'a' 'b'", "quote the value: title: '''a'' ''b'''"),
        ("`a`", "quote the value: title: '`a`'"),
        ("%a", "quote the value: title: '%a'"), ("*a* b", "quote the value: title: '*a* b'"),
        ("- a", "quote the value: title: '- a'"), ("> a b", "quote the value: title: '> a b'"),
        ("{{ title }}", "quote the value: title: '{{ title }}'"),
        ("{a} b", "quote the value: title: '{a} b'"),
        ("a: b: c", "quote the value: title: 'a: b: c'"),
    ])
    func adviseQuotesForATitle(value: String, fix: String) throws {
        let source = Array("---\ntitle: \(value)\n---\n".utf8)
        let file = SourcePath("a.md")
        let (_, found) = readHead(
            of: source, file: file, rules: HeadRules(zone: .utc, categories: .path))
        let advice = try #require(found.first?.fixes.first)
        #expect(advice.text == fix)
        let edit = try #require(advice.edits.first)
        var mended = source
        mended.replaceSubrange(edit.place.range, with: edit.replacement.utf8)
        let (head, rest) = readHead(
            of: mended, file: file, rules: HeadRules(zone: .utc, categories: .path))
        #expect(rest == [])
        #expect(head?.title == value)
    }

    @Test func refusesBrokenTOMLAndJSONAtTheirLine() {
        #expect(
            problems("+++\ntitle = 你\n+++\n").1.allSatisfy { $0.hasPrefix("2:") })
        #expect(problems("+++\ntitle = \n+++\n").1.count == 1)
        let json = [
            (
                "{\"a\": 1,}\n",
                "1:9 front-matter/syntax: Front matter is not JSON: a key must follow the comma"
            ),
            (
                "{\n\"a\" 1}\n",
                "2:5 front-matter/syntax: Front matter is not JSON: ':' must be here"
            ),
            (
                "{\n\"a\": 01}\n",
                "2:6 front-matter/syntax: Front matter is not JSON: a value must be here"
            ),
            (
                "{\"a\": 1} x\n",
                "1:9 front-matter/syntax: Front matter is not JSON: nothing may follow the object on its line"
            ),
            (
                "{\"a\": \"\\ud83d\"}\n",
                "1:14 front-matter/syntax: Front matter is not JSON: half a surrogate pair is no character"
            ),
            (
                "{\"a\": \"b\tc\"}\n",
                "1:9 front-matter/syntax: Front matter is not JSON: a tab in a string is written '\\t'"
            ),
            (
                "{\"a\": 1\n",
                "2:1 front-matter/syntax: Front matter is not JSON: ',' must be here"
            ),
            (
                ";;;\n{\"a\": 1} 2\n;;;\n",
                "2:10 front-matter/syntax: Front matter is not JSON: nothing may follow the object"
            ),
        ]
        for (text, expected) in json { #expect(problems(text) == (false, [expected])) }
    }

    @Test func leavesOutWhatMayBeFrontMatterOrTextWithAMend() {
        let (head, found) = readHead(
            of: Array("--\ntitle: x\ndraft: true\n--\n".utf8), file: SourcePath("a.md"),
            rules: HeadRules(zone: .utc, categories: .path))
        #expect(head == nil)
        #expect(found.map(\.id) == [.frontMatterDoubtful])
        #expect(found.map(\.severity) == [.error])
        #expect(
            found.first?.fixes.map(\.text) == [
                "write '---' alone on a line before the keys, and again after them"
            ])
    }

    @Test(arguments: [
        ("---\ntitle: x\n----------\n\nText", "write '---' for '----------' in line 3"),
        ("---\ntitle: x\n——\nText", "write '---' for '——' in line 3"),
        ("+++\ntitle = 1\n++++\n", "write '+++' for '++++' in line 3"),
        ("---\ntitle: x\n--- text\n", "write '---' for '--- text' in line 3"),
        ("---\ntitle: x\n\n----\n", "write a line '---' after the keys"),
        ("---\ntitle: x", "write a line '---' after the keys"),
    ])
    func saysWhatClosesFrontMatter(_ text: String, _ fix: String) {
        let (_, problems) = readHead(
            of: Array(text.utf8), file: SourcePath("a.md"),
            rules: HeadRules(zone: .utc, categories: .path))
        #expect(problems.map(\.id) == [.frontMatterUnclosed])
        #expect(problems.flatMap(\.fixes).map(\.text) == [fix])
    }

    @Test func refusesFrontMatterThatNothingCloses() {
        #expect(
            problems("---\ntitle: x\n\nText")
                == (
                    false,
                    ["1:1 front-matter/unclosed: Front matter must be closed by a line '---'"]
                ))
    }

    @Test(arguments: [
        "---\ntitle: a\nx: 1\ntitle: b\n---\n", "---\n'title': a\nx: 1\n\"title\" : b\n---\n",
        "{\"title\": \"a\",\n\n\n\"title\": \"b\"}\n",
    ])
    func refusesAKeyGivenTwiceWithBothPlaces(text: String) throws {
        let bytes = Array(text.utf8)
        let (head, found) = readHead(
            of: bytes, file: SourcePath("a.md"), rules: HeadRules(zone: .utc, categories: .path))
        #expect(head == nil)
        let problem = try #require(found.first)
        #expect(found.count == 1)
        #expect(problem.id == .frontMatterDuplicateKey)
        #expect(problem.summary == "Key 'title' is given twice")
        let lines = LineTable(bytes)
        let again = try #require(problem.place)
        let first = try #require(problem.notes.first?.place)
        #expect(lines.line(of: again.range.lowerBound) == 4)
        #expect(lines.line(of: first.range.lowerBound) == (text.first == "{" ? 1 : 2))
    }

    @Test func refusesAKeyGivenTwiceInTOML() {
        #expect(
            problems("+++\na = 1\na = 2\n+++\n")
                == (false, ["3:1 front-matter/duplicate-key: Key 'a' is given twice"]))
    }

    @Test(arguments: [
        ("lastmod: 2021-01-01\nupdated: 2022-01-01", "2:1", "lastmod", "updated"),
        ("updated: 2021-01-01\nlastmod: 2022-01-01", "3:1", "lastmod", "updated"),
        ("path: /a\nurl: /b", "2:1", "path", "url"),
    ])
    func warnsOfTwoSpellingsAndTakesTheFirstOfOurList(
        lines: String, place: String, dropped: String, kept: String
    ) {
        #expect(
            problems("---\n\(lines)\n---\n")
                == (
                    true,
                    [
                        "\(place) front-matter/two-spellings: '\(dropped)' is not used, "
                            + "since '\(kept)' is given too"
                    ]
                ))
    }

    @Test(arguments: [
        "a: &x [1]\n*x : 2", "a: &x 1\n? *x\n: 2", "a: &x [1]\n[*x]: 2",
        "a: &x [1]\nb: {[*x, 1] : 2}",
        "a: &x [1]\n? [*x]\n: 2", "a: &x 1\nb: {*x : 1}",
    ])
    func refusesAliasesInKeys(lines: String) {
        let (hasHead, found) = problems("---\n\(lines)\n---\n")
        #expect(!hasHead)
        #expect(
            found.map { $0.drop { $0 != " " } } == [
                " front-matter/alias: YAML alias '*x' is one of too many, or within a key"
            ])
    }

    @Test(arguments: ["", "? *a30\n: 1\n", "[*a30]: 1\n", "*a30 : 1\n", "b: {<<: *a30}\n"])
    func refusesAnAliasBombAtOnce(end: String) {
        var text = "---\na0: &a0 [x, x]\n"
        for level in 1...30 {
            text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n"
        }
        let clock = ContinuousClock()
        let spent = clock.measure { #expect(!problems(text + end + "---\n").hasHead) }
        #expect(spent < .seconds(2))
    }

    @Test func refusesBombsOfTablesAndLongTextsAtOnce() {
        var tables = "---\na0: &a0 {x: 1, y: 2}\n"
        for level in 1...30 {
            tables += "a\(level): &a\(level) {x: *a\(level - 1), y: *a\(level - 1)}\n"
        }
        func repeats(_ count: Int) -> String {
            "[" + Array(repeating: "*a", count: count).joined(separator: ", ") + "]\n"
        }
        let long = "---\na: &a \(String(repeating: "x", count: 100_000))\nb: " + repeats(200)
        let many = "---\na: &a x\nb: " + repeats(100_000)
        var chain = "---\na0: &a0 x\n"
        for level in 1...20_000 { chain += "a\(level): &a\(level) [*a\(level - 1)]\n" }
        var deep = "---\na0: &a0 x\n"
        let (open, close) = (String(repeating: "[", count: 60), String(repeating: "]", count: 60))
        for level in 1...60 { deep += "a\(level): &a\(level) \(open)*a\(level - 1)\(close)\n" }
        let clock = ContinuousClock()
        let spent = clock.measure {
            for text in [tables, long, many, chain, deep] {
                let (hasHead, found) = problems(text + "---\n")
                #expect(!hasHead)
                #expect(found.count == 1)
                #expect(
                    found.allSatisfy {
                        $0.contains("front-matter/alias") || $0.contains("too-deep")
                    })
            }
        }
        #expect(spent < .seconds(4))
    }

    @Test func takesStarsAndAmpersandsInText() {
        #expect(problems("---\ntitle: Q & A *now* &amp; R&D\nx: '*x &y'\n---\n") == (true, []))
    }

    @Test(arguments: [70, 1_000, 100_000])
    func refusesDeepNesting(levels: Int) {
        let open = String(repeating: "[", count: levels)
        let close = String(repeating: "]", count: levels)
        for text in [
            "---\na: \(open)\(close)\n---\n", "{\"a\": \(open)\(close)}\n",
            "+++\na = \(open)\(close)\n+++\n",
            "+++\n" + String(repeating: "a.", count: levels) + "a = 1\n+++\n",
            "+++\n[" + String(repeating: "a.", count: levels) + "a]\n+++\n",
        ] {
            let (hasHead, found) = problems(text)
            #expect(!hasHead)
            #expect(found.count == 1)
            #expect(found.allSatisfy { $0.contains("front-matter/too-deep") })
        }
    }

    @Test(arguments: ["- ", "? ", "-\t"])
    func refusesBlocksThatAreNestedInOneLine(mark: String) {
        let (hasHead, found) = problems(
            "---\na:\n  " + String(repeating: mark, count: 200_000) + "x\n---\n")
        #expect(!hasHead)
        #expect(found.count == 1)
        #expect(found.allSatisfy { $0.contains("front-matter/too-deep") })
    }

    @Test func refusesDeepBlocks() {
        let lines = (0..<100).map { String(repeating: " ", count: $0) + "a:" }
        let (hasHead, found) = problems("---\n" + lines.joined(separator: "\n") + " 1\n---\n")
        #expect(!hasHead)
        #expect(found.allSatisfy { $0.contains("front-matter/too-deep") })
    }

    @Test func survivesEveryTruncation() {
        let texts = [
            "---\ntitle: \"a\"\ntags: [a, {b: c}]\nx: |\n  y\n---\n",
            "+++\na = [1, {b = \"\"\"x\"\"\"}]\n+++\n",
            "{\"a\": [1, {\"b\": \"\\u0041\"}], \"c\": -1e5}\n", "title: x\ntags:\n- a\n---\n",
        ]
        for text in texts {
            for count in 0...text.utf8.count {
                _ = problems(String(decoding: text.utf8.prefix(count), as: UTF8.self))
            }
            for count in 0..<text.utf8.count {
                var bytes = Array(text.utf8)
                bytes.remove(at: count)
                _ = problems(String(decoding: bytes, as: UTF8.self))
            }
        }
    }
}
