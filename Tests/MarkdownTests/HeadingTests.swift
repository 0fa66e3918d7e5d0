import Markdown
import Testing

@Suite struct HeadingTests {
    private func ids(_ text: String, _ style: MarkdownOptions.HeadingIDs = .github) -> [String] {
        document(text, standard { $0.headingIDs = style }).headings.map(\.id)
    }

    @Test func makesIdsAsGitHubDoes() {
        #expect(
            ids("# gRPC 的 Channel（一）\n# foo - Bar_baz!\n# `a.b` *c*\n# Ünï") == [
                "grpc-的-channel一", "foo---bar_baz", "ab-c", "ünï",
            ])
    }

    @Test func makesIdsAsHexoDoes() {
        #expect(
            ids("# 吞吐量（Throughput) 一\n# foo - Bar_baz!\n# Café Æ\n# a.b.c", .hexo) == [
                "吞吐量（Throughput-一", "foo-Bar-baz", "Cafe-AE", "a-b-c",
            ])
    }

    @Test func makesRepeatedIdsUnique() {
        #expect(ids("# a\n# a\n# a-1\n# a\n# A") == ["a", "a-1", "a-1-1", "a-2", "a-3"])
    }

    @Test func namesAHeadingWithoutLetters() {
        #expect(ids("#\n# !!!\n# 😀") == ["section", "section-1", "section-2"])
    }

    @Test func takesTheIdAndClassesOfItsAuthor() {
        let out = html("## 安装 {#install .wide .x}\n\nSetext {.c}\n===\n")
        #expect(
            out
                == "<h2 id=\"install\" class=\"wide x\">安装</h2>\n<h1 id=\"setext\" class=\"c\">Setext</h1>\n"
        )
    }

    @Test func keepsOffTheIdsOfThePage() {
        #expect(
            ids("# Content\n# More\n# Content\n# content-1") == [
                "content-1", "more-1", "content-2", "content-1-1",
            ])
        #expect(ids("# fn 1\n# fnref 1 2\n\na[^x] b[^x]\n\n[^x]: n") == ["fn-1-1", "fnref-1-2-1"])
        #expect(ids("# fn 1") == ["fn-1"])
        let own = standard { $0.pageIDs = ["q"] }
        #expect(document("# Q\n# Content", own).headings.map(\.id) == ["q-1", "content"])
    }

    @Test func letsOtherHeadingsStepAsideForAnAuthorsId() {
        #expect(ids("# a\n# b {#a}\n# c {#x}\n# d {#x}") == ["a-1", "a", "x", "x-1"])
        #expect(
            document("# c {#x}\n# d {#x}").findings == ["markdown/repeated-heading-id: # d {#x}"])
        #expect(document("# c {#x}\n# d {#x}").diagnostics.map(\.id) == [.markdownRepeatedHeading])
    }

    @Test(arguments: ["# a {b}", "# a \\{#b}", "# a {#b} c", "# a `{#b}`", "# a {#b#c}", "# {}"])
    func leavesOtherBracesAlone(_ text: String) {
        let braces = html(text).filter { $0 == "{" || $0 == "}" }
        #expect(braces == "{}")
    }

    @Test func givesTheOutlineInDocumentOrder() {
        let document = document("# *A* `b`\n\n> ## C[^1]\n\n- ### ![d](e)\n\n[^1]: #### n")
        #expect(document.headings.map(\.level) == [1, 2, 3, 4])
        #expect(document.headings.map(\.text) == ["A b", "C", "d", "n"])
    }

    @Test func writesAnchorsBehindHeadings() {
        let out = html(
            "# 标 题", .standard,
            settings {
                $0.anchors = HeadingAnchor(label: "Link to")
                $0.idPrefix = "x-"
            })
        #expect(
            out
                == "<h1 id=\"x-标-题\">标 题 <a class=\"anchor\" href=\"#x-%E6%A0%87-%E9%A2%98\" aria-label=\"Link to 标 题\">#</a></h1>\n"
        )
    }

    @Test func writesNoIdsWhenAskedNotTo() {
        #expect(html("# a {#b}", .standard, settings { $0.headingIDs = false }) == "<h1>a</h1>\n")
        #expect(html("# a", .commonMark) == "<h1>a</h1>\n")
    }
}
