import Testing

@testable import Rendering

/// What a page of `paper` loads, held to what docs/paper.md promises, in bytes before compression.
struct ThemeSizeTests {
    private func bytes(_ names: String...) throws -> Int {
        try names.map { name in
            try #require(ThemeFile.builtIn.first { $0.path == "assets/" + name }).bytes.count
        }.reduce(0, +)
    }

    @Test func styleSheetsOfAPageTakeAtMost20KB() throws {
        #expect(try bytes("paper.css", "syntax.css") <= 20_000)
    }

    @Test func scriptsOfAPageTakeAtMost5KB() throws {
        #expect(try bytes("scheme.js", "paper.js") <= 5_000)
    }

    /// What is measured above is all that the frame of every page links to.
    @Test func everyPageLinksToTheseFilesAlone() throws {
        let frame = try #require(
            ThemeFile.builtIn.first { $0.path == "layouts/base.mustache" })
        let links = String(decoding: frame.bytes, as: UTF8.self)
            .matches(of: /assets\.(\w+?)_(css|js)\.href/).map { "\($0.1).\($0.2)" }
        #expect(links.sorted() == ["paper.css", "paper.js", "scheme.js", "syntax.css"])
    }
}
