import Addresses
import Content
import Diagnostics
import Planning
import TestSupport
import Testing

@testable import Rendering

/// Themes and whole pages by chance: never a crash, the same page twice, UTF-8.
struct FuzzTests {
    @Test func readsThemesByChance() {
        let corpus = ThemeFile.builtIn.filter {
            $0.path.hasSuffix(".toml") || $0.path.hasSuffix(".mustache")
        }
        let mutator = Mutator(
            corpus.map(\.bytes),
            tokens: [
                "[params]\n", "extends = ", "a = 1\n", "{{theme.a}}", "{{strings.a}}",
                "\"{count}\"",
            ])
        let findings = Fuzzing.findings(.themes, mutator, rounds: 60) { bytes, chance in
            let path = corpus[chance.next(corpus.count)].path
            let file = ThemeFile(path: path, source: SourcePath("theme/" + path), bytes: bytes)
            let (_, found) = Theme.load(
                [file].over(ThemeFile.builtIn), language: "en", parameters: [:], place: { _ in nil }
            )
            let places = found.compactMap(\.place).filter { $0.file == file.source }
            let isInside = places.allSatisfy { $0.range.upperBound <= bytes.count }
            return isInside ? nil : "\(path): a place outside"
        }
        #expect(findings == [])
    }

    @Test func writesPagesByChance() throws {
        var fixture = try RenderedSite()
        try fixture.post("a") { $0.tags = ["Go"] }
        try fixture.post("b", "2020-01-01")
        let site = try fixture.site()
        let mutator = Mutator(
            Corpus.files(["content", "docs"], endings: [".md"]),
            tokens: [
                "<!-- more -->", "```go\n", "```\n", "[a](b.md)", "![a](a.png)", "<b>", "</div>",
                "<table>",
                "<img src=a.png srcset=\"a 1x, b 2x\">", "[^1]", "[^1]: a\n", "# A\n", "$$",
                "<a href=", "{#a}",
                "<pre>", "<svg>", "<title>",
            ])
        let (text, path) = (fixture.text(post: 0), site.plan.postPaths[0])
        let findings = Fuzzing.findings(.pages, mutator, rounds: 150) { input, _ in
            // What is no UTF-8 does not come so far.
            let bytes = Array(String(decoding: input, as: UTF8.self).utf8)
            func page() -> [UInt8] {
                let checked = RenderedSite.checked(text, bytes, at: path, site)
                let article = ArticleRenderer(site: site).render(checked, post: 0)
                return PageRenderer(site: site).page(post: 0, article)
                    + article.summary.excerpt + Array(article.summary.description.utf8)
            }
            let first = page()
            if first != page() { return "not the same twice" }
            return String(validating: first, as: UTF8.self) == nil ? "no UTF-8" : nil
        }
        #expect(findings == [])
    }
}
