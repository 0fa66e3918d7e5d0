import Addresses
import Content
import Diagnostics
import TestSupport
import Testing

struct SlugTests {
    private func load(_ text: String) async throws -> (Library, [Diagnostic]) {
        let site = try SiteText(text)
        let configuration = try Configuration.sample()
        let (list, _) = try scan(site.folder, configuration)
        return try await Content.load(list, from: site.folder, configuration, now: 1_577_836_800)
    }

    @Test(arguments: [
        ("plain", "plain"), ("Go 语言  入门", "Go-语言-入门"), ("a\u{3000}b\tc", "a-b-c"),
        (" a ", "a"), ("Cafe\u{301}", "Caf\u{E9}"), ("C++.入门", "C++.入门"), ("   ", ""),
    ])
    func keepsUnicodeAndCaseAndMakesSpacesHyphens(name: String, slug: String) {
        // By scalars: Swift's == holds both forms of é for equal.
        #expect(Array(PathSegment.segment(name).unicodeScalars) == Array(slug.unicodeScalars))
    }

    @Test(arguments: [
        ("Go：入门 (1)", "Go-入门-1"), ("C++ 入门", "C++-入门"), ("C# 入门", "C#-入门"), ("C 入门", "C-入门"),
        ("用 .NET 写", "用-.NET-写"), ("用 NET 写", "用-NET-写"), ("Node.js", "Node.js"),
        ("Release v1.2.0: What Is New", "Release-v1.2.0-What-Is-New"), ("CI/CD", "CI~CD"),
        ("CI-CD", "CI--CD"), ("CI CD", "CI-CD"), ("CI - CD", "CI-CD"), ("C/C++", "C~C++"),
        ("Q&A", "Q&A"), ("Q & A", "Q-A"), ("Hello, World!", "Hello-World"),
        ("End. Next...", "End-Next"),
        ("#1 Go", "1-Go"), ("..", ""), ("？！…", ""), ("😀 go", "😀-go"), ("a\u{0}b", "a-b"),
        ("Cafe\u{301}", "Caf\u{E9}"),
    ])
    func makesASegmentOfATitleThatKeepsTheSignsOfWords(title: String, segment: String) {
        #expect(
            Array(PathSegment.ofTitle(title).unicodeScalars) == Array(segment.unicodeScalars))
    }

    @Test(arguments: [
        ("go/intro", "go/intro"), ("%E4%BD%A0%E5%A5%BD", "你好"), ("100%", "100%"),
        ("%2541", "%41"), ("/a/b/", "a/b"), ("%E4%BD", "%E4%BD"),
    ])
    func takesFoldersOfASlugAndDecodesItOnce(written: String, slug: String) async throws {
        let (library, diagnostics) = try await load(
            "-- content/posts/2019-01-02-a.md\n---\nslug: \"\(written)\"\n---\n")
        #expect(diagnostics == [])
        #expect(library.posts.map(\.slug) == [slug])
    }

    @Test(arguments: ["%2e%2e", "%00", "a/%2E%2E/b"])
    func refusesASlugThatDecodesToWhatCannotStand(written: String) async throws {
        let (library, diagnostics) = try await load(
            "-- content/posts/2019-01-02-a.md\n---\nslug: \"\(written)\"\n---\n")
        #expect(library.posts.isEmpty)
        #expect(diagnostics.map(\.id) == [.badSlug])
    }

    @Test(arguments: [
        ("", PathSegment.Flaw.empty), (".", .dots), ("..", .dots), ("a\u{0}b", .control),
        ("a\nb", .control), ("\u{7F}", .control),
        (String(repeating: "字", count: 86), .tooLong), ("CON", .onWindows(.device)),
        ("aux.txt", .onWindows(.device)), ("com1", .onWindows(.device)),
        ("LPT³", .onWindows(.device)), ("a.", .onWindows(.ending("."))),
        ("a ", .onWindows(.ending(" "))), ("C++-:-notes", .onWindows(.character(":"))),
        ("a?", .onWindows(.character("?"))), ("<a", .onWindows(.character("<"))),
        ("字*", .onWindows(.character("*"))), ("a|b", .onWindows(.character("|"))),
        ("\"a", .onWindows(.character("\""))), ("a\\b", .onWindows(.character("\\"))),
    ])
    func findsWhatIsWrongWithASegment(segment: String, flaw: PathSegment.Flaw) {
        #expect(PathSegment.flaw(segment) == flaw)
    }

    @Test(arguments: [
        "a", "..a", "console", "com", "com10", "字", String(repeating: "a", count: 255),
    ])
    func findsNothingWrongWithAGoodSegment(segment: String) {
        #expect(PathSegment.flaw(segment) == nil)
    }

    @Test func comesFromTheKeyThenTheFileOrFolderName() async throws {
        let (library, diagnostics) = try await load(
            """
            -- content/posts/2019-01-06-Go 语言.md
            -- content/posts/a b/2019-01-05-bundle/index.md
            -- content/posts/x/2019-01-04-file.md
            ---
            slug: Key Word
            ---
            -- content/posts/2019-01-03.md
            -- content/posts/index.md
            ---
            date: 2019-01-02
            ---
            """)
        #expect(diagnostics == [])
        #expect(
            library.posts.map { [$0.slug, $0.pathSlug] } == [
                ["Go-语言", "2019-01-06-Go 语言"], ["bundle", "a b/2019-01-05-bundle"],
                ["Key-Word", "x/Key Word"],
                ["2019-01-03", "2019-01-03"], ["index", "index"],
            ])
    }

    @Test(arguments: ["..", "a/../b", "."])
    func refusesASlugThatLeadsElsewhereOrNowhere(slug: String) async throws {
        let (library, diagnostics) = try await load(
            """
            -- content/posts/2019-01-02-a.md
            ---
            slug: "\(slug)"
            ---
            """)
        #expect(library.posts.isEmpty)
        #expect(library.hidden.map(\.reason) == [.broken])
        #expect(diagnostics.map(\.id) == [.badSlug])
        #expect(diagnostics.map(\.severity) == [.error])
    }

    @Test func takesTheNameWhereTheSlugKeyIsLeftBlank() async throws {
        let (library, diagnostics) = try await load(
            "-- content/posts/2019-01-02-a.md\n---\nslug: \"  \"\n---\n")
        #expect(library.posts.map(\.slug) == ["a"])
        #expect(diagnostics == [])
    }

    @Test func warnsOfANameThatWindowsReserves() async throws {
        let (library, diagnostics) = try await load("-- content/posts/2019-01-02-aux.md")
        #expect(library.posts.map(\.slug) == ["aux"])
        #expect(diagnostics.map(\.id) == [.reservedName])
        #expect(diagnostics.map(\.severity) == [.warning])
    }

    @Test(arguments: [
        ("%E4%B8%AD.md", "中", "中"), ("%25E4.md", "%E4", "%E4"), ("100%.md", "100%", "100%"),
        ("2021-01-01-%E4%B8%AD.md", "中", "2021-01-01-中"), ("a%2Fb.md", "a%2Fb", "a%2Fb"),
        ("%E4%B8%AD/index.md", "中", "中"), ("%E4%B8%AD/x.md", "x", "中/x"),
    ])
    func decodesTheNameOfAFileOnce(file: String, slug: String, path: String) async throws {
        let (library, diagnostics) = try await load(
            "-- content/posts/\(file)\n---\ndate: 2019-01-01\n---\nx\n")
        #expect(diagnostics == [])
        #expect(library.posts.map(\.slug) == [slug])
        #expect(library.posts.map(\.pathSlug) == [path])
        if slug != "x" { #expect(library.posts.map(\.title) == [slug]) }
    }
}
