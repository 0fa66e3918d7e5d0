import Diagnostics
import Testing

/// Signs of full width and markers of other tools that stay in the text.
struct LiteralSignTests {
    private func found(_ text: String) -> [Diagnostic] { document(text).diagnostics }

    @Test(arguments: [
        "[TOC]", "[[toc]]", "[[_TOC_]]", "[_toc_]", "${toc}", "@[toc]", "@[TOC](目录)",
        "[toc]  \nMore",
        "[[_TOC_]]\nMore",
    ])
    func warnsOfAMarkerForTheContents(_ text: String) throws {
        let warning = try #require(found(text + "\n").first)
        #expect(warning.id.string == "markdown/literal-toc")
        #expect(warning.place?.range.lowerBound == 0)
        let end = text.split(separator: "\n")[0].utf8.count
        #expect(warning.place?.range.upperBound == (text.hasPrefix("[toc]  ") ? 5 : end))
        #expect(found("`" + text + "`\n").allSatisfy { $0.id != warning.id })
    }

    @Test func keepsWordsThatOnlyBeginLikeAMarker() {
        #expect(found("[toc] 是目录\n\n@[tocsin]\n\n\\[TOC]\n\n    [TOC]\n").isEmpty)
    }

    @Test func warnsOfPipesOfFullWidth() throws {
        let text = "｜a｜b｜\n｜---｜---｜\n｜1｜2｜\n"
        let warning = try #require(found(text).first)
        #expect(warning.id.string == "markdown/literal-table")
        #expect(warning.place?.range == 0..<11)
        #expect(warning.fixes[0].edits.count == 9)
        #expect(found("> ｜a｜\n> ｜-｜\n").map(\.id.string) == ["markdown/literal-table"])
        #expect(found("｜a｜b｜\n| - | - |\n").map(\.id.string) == ["markdown/literal-table"])
    }

    @Test func keepsPipesOfFullWidthInProseAndCode() {
        #expect(found("｜标题｜\n正文\n\n｜a｜\n\n```\n｜a｜b｜\n｜1｜2｜\n```\n").isEmpty)
    }

    @Test(arguments: [
        ("x [a](/b/）y", "(/b/）", 1), ("[a]（/b/）", "（/b/）", 2), ("![]（../a.png)", "（../a.png)", 1),
        ("[a](https://e.example/中）后", "(https://e.example/中）", 1),
        ("[a]（https://e.example/）。", "（https://e.example/）", 2),
    ])
    func warnsOfParenthesesOfFullWidth(_ text: String, _ part: String, _ edits: Int) throws {
        let warning = try #require(
            found(text + "\n").first { $0.id.string == "markdown/literal-link" })
        let range = try #require(warning.place?.range)
        #expect(String(decoding: Array(text.utf8)[range], as: UTF8.self) == part)
        #expect(warning.fixes[0].edits.count == edits)
        #expect(!found("`" + text + "`\n").contains { $0.id == warning.id })
    }

    @Test(arguments: [
        "数组 a[i]（下标）", "[1]（见下）", "[a](/中（文）)", "[a](/b/) （x）", "\\[a\\]（/b/）", "见（/etc/hosts）",
        "a] (/b/）",
    ])
    func keepsParenthesesThatAreNoAddress(_ text: String) {
        #expect(!found(text + "\n").contains { $0.id.string == "markdown/literal-link" })
    }
}
