import Addresses
import Content
import Markdown
import Planning
import TestSupport
import Testing

@testable import Rendering

/// Whatever writes an article takes time by its length, not by its square; raw HTML that has to be
/// closed has tests of its own.
struct LinearTimeTests {
    private static let texts = [
        "a b ", "中文。", "# a№\n\n", "[a](b№.md) ", "![a](b№.png)\n\n", "```go\na := 1\n```\n",
        "`a` ", "a\n\n",
        "> a\n\n", "- a\n", "|a|\n|-|\n|b|\n\n", "<!-- more -->\n\n", "[^№]\n\n[^№]: b\n\n",
        "sync_map ",
        "WaitGroup", "café ", "ＡＢＣ", "a№ ", "<td>a</td>\n\n", "<img src=\"a.png\">\n", "^", "&amp;",
    ]

    @Test func writesAnArticleInTimeByItsLength() throws {
        var fixture = try RenderedSite()
        try fixture.post("a")
        let site = try fixture.site()
        let text = fixture.text(post: 0)
        let function = TextFunction("an article", Self.texts) { bytes in
            let checked = RenderedSite.checked(text, bytes, at: site.plan.postPaths[0], site)
            let article = ArticleRenderer(site: site).render(checked, post: 0)
            _ = PageRenderer(site: site).page(post: 0, article)
            _ = checked.findings.anchors.all
        }
        #expect(function.problems() == [])
    }

    private static let functions: [TextFunction] = [
        TextFunction("terms of a search", texts) {
            let document = Document(parsing: $0, file: SourcePath("a.md"), options: .standard)
            _ = SearchTokenizer.terms(
                title: String(decoding: $0, as: UTF8.self), labels: [], of: document, code: true,
                shards: SearchShards(count: 4))
        },
        TextFunction(
            "a theme's parameters", ["[params]\n", "a№ = 1\n", "[params.a№]\n", "a = [\n"]
        ) {
            let file = ThemeFile(
                path: "theme.toml", source: SourcePath("theme/theme.toml"), bytes: $0)
            _ = Theme.load(
                [file].over(ThemeFile.builtIn), language: "en", parameters: [:], place: { _ in nil }
            )
        },
        TextFunction("notes of ejected files", ["a b\n", "paper/a.css abc\n", "#\n"]) {
            _ = EjectedFiles($0)
        },
    ]

    @Test(arguments: functions)
    func takesTimeByLength(function: TextFunction) {
        #expect(function.problems() == [])
    }
}
