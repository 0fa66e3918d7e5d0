import Addresses
import Diagnostics
import Testing

@testable import Content

@Suite struct FrontMatterTests {
    private static let file = SourcePath("content/posts/a.md")

    private func head(
        _ text: String, _ categories: Configuration.CategoryMeaning = .path
    ) throws -> FrontMatter {
        let zone = try #require(Zone(identifier: "Asia/Shanghai"))
        let (head, found) = readHead(
            of: Array(text.utf8), file: Self.file,
            rules: HeadRules(zone: zone, categories: categories))
        #expect(found == [])
        return try #require(head)
    }

    private func yaml(
        _ lines: String, _ categories: Configuration.CategoryMeaning = .path
    ) throws -> FrontMatter {
        try head("---\n" + lines + "\n---\nText", categories)
    }

    // MARK: Notations

    @Test(arguments: [
        "---\ntitle: 你好\ntags: [Go, 标签]\ndraft: true\nx: {a: 1}\n---\n",
        "---\ntitle: 你好\ntags:\n\t- Go\n\t- 标签\ndraft: true\nx:\n\ta: 1\n...\n",
        "---\r\ntitle: 你好\r\ntags: [Go, 标签]\r\ndraft: true\r\nx: {a: 1}\r\n---\r\n",
        "title: 你好\ntags: [Go, 标签]\ndraft: true\nx: {a: 1}\n---\n",
        "\u{FEFF}title: 你好\ntags: [Go, 标签]\ndraft: true\nx: {a: 1}\n---\n",
        "+++\ntitle = \"你好\"\ntags = [\"Go\", \"标签\"]\ndraft = true\n[x]\na = 1\n+++\n",
        ";;;\n{\"title\": \"你好\", \"tags\": [\"Go\", \"标签\"], \"draft\": true, \"x\": {\"a\": 1}}\n;;;\n",
        ";;;\n\"title\": \"你好\", \"tags\": [\"Go\", \"标签\"], \"draft\": true, \"x\": {\"a\": 1}\n;;;\n",
        "{\n\"title\": \"\\u4f60好\", \"tags\": [\"Go\", \"标签\"], \"draft\": true, \"x\": {\"a\": 1}\n}\n",
    ])
    func readsEveryNotationAlike(text: String) throws {
        let source = text + "Text"
        let head = try head(source)
        #expect(head.title == "你好")
        #expect(head.tags == ["Go", "标签"])
        #expect(head.isDraft)
        #expect(head.params == ["x": .table(["a": .integer(1)])])
        #expect(String(decoding: source.utf8.dropFirst(head.bodyOffset), as: UTF8.self) == "Text")
    }

    @Test func takesAFileWithoutFrontMatter() throws {
        let head = try head("# Title\n\nText")
        #expect(head.title == nil)
        #expect(head.bodyOffset == 0)
        #expect(head.places.isEmpty)
    }

    @Test func takesEmptyFrontMatter() throws {
        for text in ["---\n---\n", "---\n\n---\n", "---\n# none\n---\n", "+++\n+++\n", "{}\n"] {
            let head = try head(text)
            #expect(head.params.isEmpty)
            #expect(head.bodyOffset == text.utf8.count)
        }
    }

    @Test func placesCountFromTheStartOfTheFile() throws {
        for source in [
            "\u{FEFF}---\r\ntitle: 你\r\nlastmod: 2021-01-01\r\n中文: 1\r\n---\r\n",
            "+++\nlastmod = 2021-01-01\ntitle = '你'\n\"中文\" = 1\n+++\n",
            "{\"title\": \"你\", \"lastmod\": \"2021-01-01\", \"中文\": 1}\n",
        ] {
            let bytes = Array(source.utf8)
            let places = try head(source).places.mapValues {
                String(decoding: bytes[$0.range], as: UTF8.self).filter { $0 != "\"" }
            }
            #expect(places == ["title": "title", "updated": "lastmod", "中文": "中文"])
        }
    }

    // MARK: Texts

    @Test(arguments: [
        ("title: 2018", "2018"), ("title: 1.10", "1.10"), ("title: no", "no"),
        ("title: true", "true"), ("title: 2021-01-01", "2021-01-01"), ("title: 017", "017"),
        ("title: 'a: b'", "a: b"), ("title: C# 与 Go", "C# 与 Go"),
        ("title: \"[译文] foo: bar\"", "[译文] foo: bar"), ("title: |\n  a\n", "a\n"),
    ])
    func titleIsText(line: String, expected: String) throws {
        #expect(try yaml(line).title == expected)
    }

    @Test func takesAnEmptyTitleAsNone() throws {
        for line in ["title:", "title: ''", "title: null", "title: '  '"] {
            #expect(try yaml(line).title == nil)
        }
        #expect(try head("+++\ntitle = 2018\n+++\n").title == "2018")
    }

    // MARK: Tags and categories

    @Test(arguments: [
        ("tags: [a, b]", ["a", "b"]), ("tags:\n- a\n- b c", ["a", "b c"]),
        ("tags: two words", ["two words"]), ("tags: 2018", ["2018"]),
        ("tags: [2018, 1.10, true]", ["2018", "1.10", "true"]), ("tags:", []), ("tags: []", []),
        ("tags: ''", []), ("tags: null", []), ("tags: ~", []), ("tags:\n- \n- a", ["a"]),
        ("tag: a", ["a"]), ("tags: [a, a, ' a ']", ["a"]),
        ("tags: [[a], [b, [c]]]", ["a", "b", "c"]),
        ("tags: [{name: a}, {title: b, x: 1}]", ["a", "b"]),
        ("tags: [a\u{200B}, '\u{3000}b']", ["a", "b"]),
    ])
    func readsTags(line: String, expected: [String]) throws {
        #expect(try yaml(line).tags == expected)
    }

    @Test(arguments: [
        ("categories: [A, B]", [["A", "B"]], [["A"], ["B"]]),
        ("categories:\n- [A, B]\n- [C]", [["A", "B"], ["C"]], [["A", "B"], ["C"]]),
        ("categories:\n- [A, B]\n- C", [["A", "B"], ["C"]], [["A", "B"], ["C"]]),
        ("categories: A", [["A"]], [["A"]]), ("category: A B", [["A B"]], [["A B"]]),
        ("categories: 2018", [["2018"]], [["2018"]]), ("categories:", [], []),
        ("categories: []", [], []), ("categories: [[]]", [], []),
        ("categories: [[A], [A]]", [["A"]], [["A"]]),
    ])
    func readsCategoriesAsConfigured(line: String, path: [[String]], list: [[String]]) throws {
        #expect(try yaml(line, .path).categories == path)
        #expect(try yaml(line, .list).categories == list)
    }

    // MARK: Names that others use

    @Test func knowsTheNamesThatOthersUse() throws {
        for key in ["updated", "lastmod", "modified", "last_modified_at"] {
            #expect(try yaml("\(key): 2021-01-02").updated?.rfc3339 == "2021-01-02T00:00:00+08:00")
        }
        for key in ["excerpt", "summary"] { #expect(try yaml("\(key): x").excerpt == "x") }
        for key in ["permalink", "url", "path"] {
            #expect(try yaml("\(key): /x/").permalink == "/x/")
        }
        for key in ["aliases", "alias", "redirect_from"] {
            #expect(try yaml("\(key): [/a, /b]").aliases == ["/a", "/b"])
            #expect(try yaml("\(key): /a").aliases == ["/a"])
        }
        for key in ["cover", "image", "thumbnail"] { #expect(try yaml("\(key): x").cover == "x") }
        for key in ["expires", "expiryDate"] {
            #expect(try yaml("\(key): 2021-01-02").expires?.day == 2)
        }
        for key in ["lang", "language"] { #expect(try yaml("\(key): en").language == "en") }
        #expect(try yaml("slug: x").slug == "x")
        #expect(try yaml("description: x").description == "x")
        #expect(try yaml("image: {path: /x.png, alt: y}").cover == "/x.png")
        #expect(try yaml("cover: false").cover == nil)
    }

    @Test(arguments: [
        ("cover: {image: /a.png, alt: a hill}", "/a.png"), ("image: {src: /b.png}", "/b.png"),
        ("cover: {url: 'https://a.org/b.png', relative: true}", "https://a.org/b.png"),
        ("cover: [a.png, b.png]", "a.png"), ("image: {feature: a.png}", "a.png"),
        ("cover: {image: {src: a.png}}", "a.png"), ("cover: {image: ''}", nil), ("cover: []", nil),
        ("image: {path: /a.png, thumbnail: /t.png}", "/a.png"),
        ("image: {teaser: t.png, feature: f.png}", "f.png"), ("image: {teaser: t.png}", "t.png"),
        ("image: {feature: , teaser: t.png, credit: X}", "t.png"),
        ("image: {feature: , credit: X}", nil), ("image: {featured: f.png}", "f.png"),
        ("cover: {Image: a.png}", "a.png"),
        ("cover: 'data:image/png;base64,AAAA'", "data:image/png;base64,AAAA"), ("cover: {}", nil),
    ])
    func readsACoverOfAnyShape(line: String, expected: String?) throws {
        #expect(try yaml(line).cover == expected)
    }

    @Test func leavesOutACoverThatNamesNoPicture() throws {
        let (head, found) = readHead(
            of: Array("---\ntitle: T\nimage: {credit: X, alt: y}\n---\n".utf8),
            file: SourcePath("a.md"), rules: HeadRules(zone: .utc, categories: .path))
        #expect(head?.title == "T" && head?.cover == nil)
        #expect(found.map(\.id) == [.frontMatterWrongType])
        #expect(found.map(\.severity) == [.warning])
    }

    @Test func showsASignForControlCharacters() throws {
        for text in [
            "---\ntitle: \"a\\bc\"\ntags: [x, \"y\\e\"]\nauthor: \"Z\\bx\"\n---\n",
            "+++\ntitle = \"a\\bc\"\ntags = [\"x\", \"y\\u001B\"]\nauthor = \"Z\\bx\"\n+++\n",
        ] {
            let (head, found) = readHead(
                of: Array(text.utf8), file: SourcePath("a.md"),
                rules: HeadRules(zone: .utc, categories: .path))
            #expect(head?.title == "a␈c")
            #expect(head?.tags == ["x", "y␛"])
            #expect(head?.authors == [FrontMatter.Author(name: "Z␈x")])
            #expect(
                found.map(\.id) == [.frontMatterControlCharacter, .frontMatterControlCharacter])
            #expect(found.map { $0.place?.range.count } == [5, 4])
        }
    }

    @Test(arguments: [
        ("author: Ada", [FrontMatter.Author(name: "Ada")]),
        ("by: Ada", [FrontMatter.Author(name: "Ada")]),
        ("authors: [Ada, Bo]", [FrontMatter.Author(name: "Ada"), FrontMatter.Author(name: "Bo")]),
        (
            "author: {name: Ada, url: https://a.org}",
            [FrontMatter.Author(name: "Ada", url: "https://a.org")]
        ),
        (
            "authors:\n- name: Ada\n  link: /ada/\n- Bo",
            [FrontMatter.Author(name: "Ada", url: "/ada/"), FrontMatter.Author(name: "Bo")]
        ),
        ("author: '[Ada](https://a.org)'", [FrontMatter.Author(name: "Ada", url: "https://a.org")]),
        (
            "author: '[Ada](https://a.org) (Org), [Bo](/b)'",
            [FrontMatter.Author(name: "Ada (Org), Bo")]
        ),
        ("author:", []), ("author: {}", []), ("author: ''", []),
    ])
    func readsAuthors(line: String, expected: [FrontMatter.Author]) throws {
        #expect(try yaml(line).authors == expected)
    }

    @Test func keepsAuthorsForLayoutsTheSiteHas() throws {
        #expect(try yaml("author: Ada").params == ["author": .string("Ada")])
    }

    @Test func readsTaxonomiesAndExtraOfZola() throws {
        let head = try head(
            """
            +++
            title = "x"
            [taxonomies]
            tags = ["Go", "并发"]
            categories = ["Go"]
            series = ["S"]
            [extra]
            toc = false
            cover = "a.png"
            author = "Ada"
            url = "https://demo.org/"
            +++
            """ + "\n")
        #expect(head.tags == ["Go", "并发"])
        #expect(head.categories == [["Go"]])
        #expect(head.series == "S")
        #expect(head.cover == "a.png")
        #expect(head.authors == [FrontMatter.Author(name: "Ada")])
        #expect(head.permalink == nil)
        #expect(head.params["toc"] == .boolean(false))
    }

    @Test func prefersTheTopsKeysToThoseOfATable() throws {
        let head = try yaml(
            "params: {tags: [b], cover: c.png, toc: 1}\ntags: [a]\ntoc: 2\ncover: d.png")
        #expect(head.tags == ["a"])
        #expect(head.cover == "d.png")
        #expect(head.params["toc"] == .integer(2))
    }

    @Test func takesAListOfOneForTheOne() throws {
        let head = try yaml("title: [a]\nslug: [b]\ndescription: [[c]]\ndate: [2021-01-02]")
        #expect(head.title == "a")
        #expect(head.slug == "b")
        #expect(head.description == "c")
        #expect(head.date?.day == 2)
    }

    @Test(arguments: [
        ("draft: true", true), ("draft: false", false), ("draft:", false),
        ("published: false", true), ("published: true", false), ("x: 1", false),
        ("draft: yes", true), ("draft: no", false), ("draft: 'true'", true),
        ("draft: \"false\"", false),
        ("draft: 1", true), ("draft: 0", false), ("draft: On", true), ("draft: TRUE\u{200B}", true),
        ("\u{200B}draft: true", true), ("Draft: true", true), ("private: true", true),
        ("private:", false),
        ("publish: false", true), ("publish: true", false), ("draft: ''", false),
        ("published: ''", false),
        // Any of them hides, whatever the others say.
        ("draft: false\npublished: false", true), ("published: true\ndraft: true", true),
        ("draft: false\nDraft: true", true), ("draft: false\nparams: {draft: true}", true),
    ])
    func readsDrafts(line: String, expected: Bool) throws {
        #expect(try yaml(line).isDraft == expected)
    }

    @Test(arguments: [
        ("sticky: true", 1), ("sticky: 100", 100), ("top: 3", 3), ("pin: true", 1),
        ("pin: false", 0), ("sticky:", 0), ("sticky: '10'", 10), ("sticky: [7]", 7),
        ("top: yes", 1),
        ("sticky: 2.0", 2), ("sticky: 'true'", 1),
    ])
    func readsSticky(line: String, expected: Int) throws {
        #expect(try yaml(line).sticky == expected)
    }

    @Test func readsSeries() throws {
        #expect(try yaml("series: Swift 入门").series == "Swift 入门")
        #expect(try yaml("series: [A]").series == "A")
        #expect(try yaml("series:").series == nil)
    }

    @Test func readsTheOriginalOfATranslation() throws {
        let full = FrontMatter.Original(title: "T", url: "https://a.org/", author: "A")
        #expect(try yaml("original: {title: T, url: https://a.org/, author: A}").original == full)
        #expect(
            try yaml("original:\n  title: T\n  url: https://a.org/\n  author: A").original == full)
        #expect(
            try yaml("original: https://a.org/").original
                == FrontMatter.Original(title: "", url: "https://a.org/", author: ""))
        #expect(try yaml("original:").original == nil)
    }

    // MARK: Other keys

    @Test(arguments: [
        ("a", Value.string("a")), ("'1'", .string("1")), ("1", .integer(1)), ("-12", .integer(-12)),
        ("0", .integer(0)), ("017", .string("017")), ("1.5", .number(1.5)), ("1e3", .number(1000)),
        ("12:30:45", .string("12:30:45")), ("0x1F", .string("0x1F")), ("1_000", .string("1_000")),
        ("true", .boolean(true)), ("False", .boolean(false)), ("yes", .string("yes")),
        ("no", .string("no")), ("on", .string("on")), ("null", .null), ("~", .null), ("", .null),
        ("99999999999999999999", .string("99999999999999999999")), ("1.2.3", .string("1.2.3")),
        ("2021-02-30", .string("2021-02-30")), ("2018-4-3", .string("2018-4-3")),
        ("2021-01-01", .date(Moment(instant: 1_609_430_400, offset: 28_800))),
        ("'2021-01-01'", .string("2021-01-01")), ("+1", .integer(1)), ("--1", .string("--1")),
        ("[a, 1]", .list([.string("a"), .integer(1)])),
        ("{a: [1]}", .table(["a": .list([.integer(1)])])),
    ])
    func keepsOtherKeysWithTheirType(text: String, expected: Value) throws {
        #expect(try yaml("x: \(text)").params == ["x": expected])
    }

    @Test func keepsTypesOfTOMLAndJSON() throws {
        let date = Value.date(Moment(instant: 1_609_459_200, offset: 0))
        #expect(
            try head("+++\na = 1\nb = 1.5\nc = 2021-01-01T00:00:00Z\nd = 07:32:00\n+++\n").params
                == ["a": .integer(1), "b": .number(1.5), "c": date, "d": .string("07:32:00")])
        #expect(
            try head("{\"a\": [1, -2.5e1, null, true], \"b\": \"\\ud83d\\ude00\\n\"}\n").params
                == [
                    "a": .list([.integer(1), .number(-25), .null, .boolean(true)]),
                    "b": .string("😀\n"),
                ])
    }

    @Test(arguments: [
        ("---\nid: 45075e3\n---\n", "45075e3"), ("---\nid: 1.10\n---\n", "1.10"),
        ("---\nid: 1e5\n---\n", "1e5"), ("---\nid: +7\n---\n", "+7"), ("---\nid: 42\n---\n", nil),
        ("---\nid: 1.5\n---\n", nil), ("---\nid: 007\n---\n", nil), ("---\nid: x1e5\n---\n", nil),
        ("+++\nid = 1.10\n+++\n", "1.10"), ("+++\nid=1_000 # many\n+++\n", "1_000"),
        ("+++\nid = 42\n+++\n", nil), ("+++\n\"id\" = 1e5\n+++\n", "1e5"),
        ("{\"id\": 1.10}\n", "1.10"), ("{\"id\": 42}\n", nil),
        ("---\nid: 2021-08-03 10:00:00\n---\n", "2021-08-03 10:00:00"),
        ("---\nid: True\n---\n", "True"),
        ("+++\nid = 2021-08-03 10:00:00\n+++\n", "2021-08-03 10:00:00"),
        ("---\nid: true\n---\n", nil),
        ("+++\n[extra]\nid = 1.10\n+++\n", "1.10"),
    ])
    func keepsTheTextOfANumberThatIsCountedOtherwise(text: String, written: String?) throws {
        #expect(try head(text).writtenTexts["id"] == written)
    }

    @Test func isTheSameFromManyThreads() async throws {
        let zone = try #require(Zone(identifier: "Europe/Berlin"))
        let bytes = Array("---\ntitle: x\ndate: 2021-07-01 10:00\ntags: [a, b]\n---\n".utf8)
        let file = Self.file
        await withTaskGroup(of: String?.self) { group in
            for _ in 0..<200 {
                group.addTask {
                    let (head, _) = readHead(
                        of: bytes, file: file, rules: HeadRules(zone: zone, categories: .path))
                    return head.map { "\($0.title ?? "") \($0.date?.rfc3339 ?? "") \($0.tags)" }
                }
            }
            for await shown in group {
                #expect(shown == "x 2021-07-01T10:00:00+02:00 [\"a\", \"b\"]")
            }
        }
    }

    // MARK: Values of another shape

    @Test(arguments: [
        "cover: true", "image: 5", "thumbnail: \"yes\"", "cover: {image: true}", "excerpt: true",
        "description: 5", "summary: 2.5", "author: true", "tags: true", "categories: true",
        "series: true", "original: true", "description: [1]",
    ])
    func leavesOutAValueThatSaysNothing(line: String) throws {
        let (head, found) = readHead(
            of: Array("---\n\(line)\n---\n".utf8), file: SourcePath("a.md"),
            rules: HeadRules(zone: .utc, categories: .path))
        #expect(found.map(\.id) == [.frontMatterWrongType])
        #expect(found.map(\.severity) == [.warning])
        let kept = try #require(head)
        #expect(kept.cover == nil && kept.excerpt == nil && kept.description == nil)
        #expect(kept.authors.isEmpty && kept.tags.isEmpty && kept.categories.isEmpty)
        #expect(kept.series == nil && kept.original == nil)
    }

    @Test(arguments: [
        "cover: false", "excerpt: false", "description: false", "author: false", "tags: false",
        "series: false", "original: false", "header: {overlay_color: \"#000\"}", "header: true",
    ])
    func takesFalseForNone(line: String) throws {
        let (head, found) = readHead(
            of: Array("---\n\(line)\n---\n".utf8), file: SourcePath("a.md"),
            rules: HeadRules(zone: .utc, categories: .path))
        #expect(found == [])
        let kept = try #require(head)
        #expect(kept.cover == nil && kept.excerpt == nil && kept.tags.isEmpty)
        #expect(kept.authors.isEmpty && kept.series == nil && kept.original == nil)
    }

    @Test(arguments: [
        ("header: {teaser: /t.png}", "/t.png"),
        ("header: {overlay_image: o.jpg, teaser: t.png}", "o.jpg"),
        ("header:\n  image: i.png\n  caption: x\n  og_image: g.png", "i.png"),
        ("header: {og_image: g.png}", "g.png"), ("cover: c.png\nheader: {image: i.png}", "c.png"),
        ("header: {image: , teaser: t.png}", "t.png"), ("header: {image: {path: p.png}}", "p.png"),
    ])
    func takesThePictureOfAHeaderForTheCover(lines: String, cover: String) throws {
        #expect(try head("---\n\(lines)\n---\n").cover == cover)
    }

    @Test func takesKeysWithoutValuesForNames() throws {
        #expect(try head("---\ntags: {Go, Rust}\n---\n").tags == ["Go", "Rust"])
    }

    @Test(arguments: [
        ("+++\nslug = 1.10\n+++\n", "1.10"), ("{\"slug\": 45075e3}\n", "45075e3"),
        ("+++\nslug = 1_000\n+++\n", "1_000"), ("+++\nslug = 2021-08-03\n+++\n", "2021-08-03"),
    ])
    func keepsTheTextOfASlugThatIsNoText(text: String, slug: String) throws {
        #expect(try head(text).slug == slug)
    }

    @Test func keepsTheTextOfNumbersInLists() throws {
        #expect(try head("+++\ntags = [1.10, 2.0]\n+++\n").tags == ["1.10", "2.0"])
    }

    @Test(arguments: [
        ("zh_CN", "zh-CN"), ("english", "en"), ("en_US.UTF-8", "en-US"), ("jp", "ja"),
        ("python", nil),
        ("true", nil),
    ])
    func warnsOfALanguageThatIsNoTag(written: String, meant: String?) throws {
        let (head, found) = readHead(
            of: Array("---\nlang: \(written)\n---\n".utf8), file: SourcePath("a.md"),
            rules: HeadRules(zone: .utc, categories: .path))
        #expect(head?.language == meant)
        #expect(found.map(\.id) == [.frontMatterBadLanguage])
        #expect(found.first?.fixes.map(\.text) == (meant.map { ["write lang: \($0)"] } ?? []))
    }

    @Test(arguments: ["en", "zh-Hant-TW", "pt-BR", "gsw"])
    func takesALanguageTag(tag: String) throws {
        #expect(try head("---\nlang: \(tag)\n---\n").language == tag)
    }
}
