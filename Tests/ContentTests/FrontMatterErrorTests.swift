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
            of: bytes, file: SourcePath("a.md"), zone: .utc, categories: .path)
        let shown = found.map {
            let position = lines.position(of: $0.place?.range.lowerBound ?? -1)
            return "\(position.line):\(position.column) \($0.id): \($0.summary)"
        }
        return (head != nil, shown)
    }

    @Test(arguments: [
        ("tags: {a: 1}", "'tags' must be a text or a list of texts, not a table of keys"),
        ("tags: [[a]]", "'tags' must be a text or a list of texts, not a list"),
        ("title: [a]", "'title' must be text, not a list"),
        ("date: [a]", "'date' must be a date, not a list"),
        ("draft: maybe", "'draft' must be true or false, not text"),
        ("published: 2021-01-01", "'published' must be true or false, not a date"),
        ("sticky: high", "'sticky' must be true or a whole number, not text"),
        ("series: [a, b]", "'series' must be one name, not a list"),
        ("original: [a]", "'original' must be text, not a list"),
        ("image: {alt: x}", "'image' must be an address, not a table of keys"),
    ])
    func refusesAWrongTypeAtItsLine(line: String, summary: String) {
        let (hasHead, found) = problems("---\nx: 1\n\(line)\n---\n")
        #expect(!hasHead)
        #expect(found == ["3:1 front-matter/wrong-type: \(summary)"])
    }

    @Test(arguments: [
        "9223372036854775807", "-9223372036854775808", "99999999999999999999", "1000000001",
    ])
    func refusesANumberBeyondItsRange(number: String) {
        let expected = """
            'sticky' must be true or a whole number from -1000000000 to 1000000000, not \(number)
            """
        #expect(
            problems("---\nsticky: \(number)\n---\n")
                == (false, ["2:1 front-matter/wrong-type: \(expected)"]))
        #expect(
            problems("{\"sticky\": \(number)}\n")
                == (false, ["1:2 front-matter/wrong-type: \(expected)"]))
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
        ("[译文] foo: bar", "Quote the value: title: '[译文] foo: bar'"),
        ("@x", "Quote the value: title: '@x'"),
        ("a: it's", "Quote the value: title: 'a: it''s'"),
    ])
    func adviseQuotesForATitle(value: String, fix: String) throws {
        let source = Array("---\ntitle: \(value)\n---\n".utf8)
        let file = SourcePath("a.md")
        let (_, found) = readHead(of: source, file: file, zone: .utc, categories: .path)
        let advice = try #require(found.first?.fixes.first)
        #expect(advice.text == fix)
        let edit = try #require(advice.edits.first)
        var mended = source
        mended.replaceSubrange(edit.place.range, with: edit.replacement.utf8)
        let (head, rest) = readHead(of: mended, file: file, zone: .utc, categories: .path)
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
                "2:5 front-matter/syntax: Front matter is not JSON: ':' must stand here"
            ),
            (
                "{\n\"a\": 01}\n",
                "2:6 front-matter/syntax: Front matter is not JSON: a value must stand here"
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
                "{\"a\": 1\n",
                "2:1 front-matter/syntax: Front matter is not JSON: ',' must stand here"
            ),
            (
                ";;;\n{\"a\": 1} 2\n;;;\n",
                "2:10 front-matter/syntax: Front matter is not JSON: nothing may follow the object"
            ),
        ]
        for (text, expected) in json { #expect(problems(text) == (false, [expected])) }
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
            of: bytes, file: SourcePath("a.md"), zone: .utc, categories: .path)
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
        ("draft: false\npublished: false", "3:1", "published", "draft"),
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
        "a: &x 1\nb: *x", "a: &x [1]\n*x : 2", "a: [&x 1, *x]", "a: {b: &x 1, c: *x}",
        "a: \"\"\nb: &x\n  - 1\nc: !!seq *x", "- &x 1\n- *x", "{\"a\":&x 1,\"b\":*x}",
    ])
    func refusesAliases(lines: String) {
        let (hasHead, found) = problems("---\n\(lines)\n---\n")
        #expect(!hasHead)
        #expect(found.count == 1)
        #expect(
            found.allSatisfy {
                $0.hasSuffix("front-matter/alias: YAML aliases such as '*x' are not supported")
            })
    }

    @Test func refusesAnAliasBombAtOnce() {
        var text = "---\na0: &a0 [x, x]\n"
        for level in 1...30 {
            text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n"
        }
        let clock = ContinuousClock()
        let spent = clock.measure { #expect(!problems(text + "? *a30\n: 1\n---\n").hasHead) }
        #expect(spent < .seconds(2))
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
