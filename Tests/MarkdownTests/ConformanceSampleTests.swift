import Markdown
import Testing

/// The specifications by cases of our own, so that a checkout without the public suites is tested too.
struct ConformanceSampleTests {
    @Test func rendersCommonMarkByItsRules() throws {
        let cases = try ConformanceSample.cases("commonmark.txt")
        #expect(cases.count == 349)
        for sample in cases {
            #expect(
                comparable(html(sample.markdown, .commonMark)) == comparable(sample.html),
                "\(sample.name)")
        }
    }

    @Test func rendersGitHubsExtensionsByTheirRules() throws {
        let plain = settings { $0.headingIDs = false }
        let cases = try ConformanceSample.cases("gfm.txt")
        #expect(cases.count == 47)
        for sample in cases {
            let rendered = html(sample.markdown, .standard, plain)
            #expect(comparable(rendered) == comparable(sample.html), "\(sample.name)")
        }
    }

    @Test func rendersEmphasisBesideChineseByTheAmendedRule() throws {
        let plain = settings { $0.headingIDs = false }
        let cases = try ConformanceSample.cases("cjk.txt")
        #expect(cases.count == 30)
        for sample in cases {
            let rendered = html(sample.markdown, .standard, plain)
            #expect(comparable(rendered) == comparable(sample.html), "\(sample.name)")
        }
    }

    /// HTML without what does not count: line ends at either end and beside tags of blocks, galley's class
    /// of task items, and the order and spelling of a check box's attributes.
    private func comparable(_ html: String) -> String {
        html.replacing(" class=\"task\"", with: "")
            .replacing(
                "<input type=\"checkbox\" disabled checked aria-label=\"Done\">",
                with: "<input type=\"checkbox\" checked=\"\" disabled=\"\" />"
            )
            .replacing(
                "<input type=\"checkbox\" disabled aria-label=\"To do\">",
                with: "<input type=\"checkbox\" disabled=\"\" />"
            )
            .trimmingSuffix { $0.isNewline }
    }
}

extension String {
    fileprivate func trimmingSuffix(while drops: (Character) -> Bool) -> String {
        var text = self[...]
        while let last = text.last, drops(last) { text.removeLast() }
        return String(text)
    }
}
