import Preview
import Testing

@testable import Commands

/// Which tabs an edit concerns.
struct ServeReloadTests {
    private static let a = "/2021/01/02/a/"
    private static let b = "/2020/01/03/b/"

    private func served() async throws -> ServedSite {
        try await ServedSite(
            BuiltSite.configuration + """
                -- content/posts/a.md
                ---
                title: A
                date: 2021-01-02
                ---
                ![x](/x.png)

                ```json
                {"a": 1}
                ```

                ```json
                {"a": 1
                ```
                -- content/posts/b.md
                ---
                title: B
                date: 2020-01-03
                ---
                Text.
                -- theme/assets/paper.css
                body { color: red }
                -- static/extra.css
                p { color: red }
                -- static/x.png
                not really

                """)
    }

    @Test func aBodyConcernsItsOwnPageAndItsCards() async throws {
        let served = try await served()
        let (a, b) = (try await served.page(Self.a), try await served.page(Self.b))
        let (home, tags) = (try await served.page("/"), try await served.page("/archives/"))
        try await served.edit("content/posts/b.md", "Text", "Other text")
        #expect(try await served.page(Self.a).identity == a.identity)
        #expect(try await served.page(Self.b).identity != b.identity)
        #expect(try await served.page("/").identity != home.identity)
        #expect(try await served.page("/archives/").identity == tags.identity)
    }

    @Test func aStyleSheetOfTheThemeIsSwappedAndReloadsNothing() async throws {
        let served = try await served()
        let before = try await served.page(Self.a)
        try await served.edit("theme/assets/paper.css", "red", "blue")
        let after = try await served.page(Self.a)
        #expect(after.html != before.html)
        #expect(after.identity == before.identity)
        #expect(after.styles != before.styles)
        let address = try #require(after.styles["/assets/paper.css"])
        #expect(String(decoding: after.html, as: UTF8.self).contains("href=\"\(address)\""))
    }

    @Test func aStyleSheetOfTheSiteIsSwappedToo() async throws {
        let served = try await served()
        let before = try await served.page(Self.a)
        #expect(before.styles["/extra.css"] == nil)
        try await served.edit("static/extra.css", "red", "blue")
        let after = try await served.page(Self.a)
        #expect(after.identity == before.identity)
        #expect(after.styles["/extra.css"] == "/extra.css?1")
    }

    @Test func anImageConcernsThePagesThatShowIt() async throws {
        let served = try await served()
        let (a, b) = (try await served.page(Self.a), try await served.page(Self.b))
        try await served.edit("static/x.png", "not", "still not")
        #expect(try await served.page(Self.a).identity != a.identity)
        #expect(try await served.page(Self.b).identity == b.identity)
    }

    @Test func aFileThatIsWrittenAsItWasConcernsNobody() async throws {
        let served = try await served()
        let before = try await served.page(Self.b)
        try await served.edit("content/posts/b.md", "Text", "Text")
        #expect(try await served.page(Self.b).identity == before.identity)
    }

    @Test func verdictsStandAtTheirBlocks() async throws {
        let served = try await served()
        let notes = try await served.page(Self.a).notes
        #expect(notes.map(\.kind) == ["passed", "failed"])
        #expect(notes.last?.text.hasPrefix("✗ ") == true)
        #expect(try await served.page("/").notes == [])
        // They are told in the terminal when the text was edited.
        _ = served.lines()
        try await served.edit("content/posts/a.md", "[x]", "[y]")
        #expect(served.lines().contains("warning snippet/json/parse"))
    }
}
