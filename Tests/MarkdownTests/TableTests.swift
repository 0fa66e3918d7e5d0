import Markdown
import Testing

@Suite struct TableTests {
    /// A table's HTML from its rows, cells parted by `|`.
    private func table(_ head: String, _ rows: String...) -> String {
        func row(_ cells: String, _ tag: String) -> String {
            let cells = cells.split(separator: "|", omittingEmptySubsequences: false)
            return "<tr>\n" + cells.map { "<\(tag)>\($0)</\(tag)>\n" }.joined() + "</tr>\n"
        }
        let body =
            rows.isEmpty ? "" : "<tbody>\n" + rows.map { row($0, "td") }.joined() + "</tbody>\n"
        return "<table>\n<thead>\n" + row(head, "th") + "</thead>\n" + body + "</table>\n"
    }

    @Test func readsATableDirectlyBeforeARule() {
        #expect(html("|a|b|\n|-|-|\n|1|2|\n---\n") == table("a|b", "1|2") + "<hr />\n")
        #expect(
            html("|a|b|\n|-|-|\n---\n\n- x") == table("a|b") + "<hr />\n<ul>\n<li>x</li>\n</ul>\n")
    }

    @Test func takesAnEqualsUnderlineForARow() {
        #expect(html("|a|b|\n|-|-|\n|1|2|\n===\n") == table("a|b", "1|2", "===|"))
    }

    @Test func fillsShortRowsAndDropsExtraCells() {
        #expect(html("|a|b|\n|-|-|\n|1|\n|1|2|3|\n||\n") == table("a|b", "1|", "1|2", "|"))
    }

    @Test(arguments: [
        ("|", "<p>|</p>\n"), ("*", "<ul>\n<li></li>\n</ul>\n"),
        ("2. x", "<ol start=\"2\">\n<li>x</li>\n</ol>\n"),
        ("<br>", "<br>\n"), ("    x|y", "<pre><code>x|y\n</code></pre>\n"),
    ])
    func endsATableBeforeABlockThatInterruptsNoParagraph(_ line: String, _ block: String) {
        #expect(html("|a|b|\n|-|-|\n|1|2|\n\(line)\n") == table("a|b", "1|2") + block)
    }

    @Test func readsAHeadThatIsIndentedInAParagraph() {
        #expect(html("text\n    |a|\n|-|\n|1|\n") == "<p>text</p>\n" + table("a", "1"))
        #expect(html("|a|\n    |-|\n") == "<p>|a|\n|-|</p>\n")
    }

    /// As in cmark-gfm 0.29.0.gfm.6.
    @Test(arguments: [
        ("`grep \"a\\\\|b\"`|正则", "<code>grep &quot;a\\|b&quot;</code>|正则"), ("x\\\\|y|2", "x|y|2"),
        ("x\\\\\\|y|2", "x\\|y|2"), ("`x\\|y`|2", "<code>x|y</code>|2"), ("\\\\|2|3", "|2|3"),
        ("`\\\\`|2", "<code>\\\\</code>|2"), ("\\\\ |2", "\\|2"),
    ])
    func keepsAPipeAfterAnyBackslashInItsCell(_ row: String, _ cells: String) {
        let written = html("|a|b|\n|-|-|\n|\(row)|\n").split(separator: "\n").filter {
            $0.hasPrefix("<td>")
        }
        #expect(
            written.map { $0.dropFirst(4).dropLast(5) }.joined(separator: "|") == cells)
    }

    @Test func readsTablesInListsAndQuotes() {
        #expect(
            html("- |a|b|\n  |-|-|\n  |1|2|\n\n  > |c|\n  > |-|\n  > |3|\n")
                == "<ul>\n<li>\n\(table("a|b", "1|2"))<blockquote>\n\(table("c", "3"))</blockquote>\n</li>\n</ul>\n"
        )
        #expect(
            html("1.\t> - |a|\n\t>   |-|\n\t>   |1|\n")
                == "<ol>\n<li>\n<blockquote>\n<ul>\n<li>\n\(table("a", "1"))</li>\n</ul>\n</blockquote>\n</li>\n</ol>\n"
        )
    }

    @Test func keepsAListTightAroundATable() {
        #expect(
            html("- x\n- y\n  |a|\n  |-|\n- z\n")
                == "<ul>\n<li>x</li>\n<li>y\n\(table("a"))</li>\n<li>z</li>\n</ul>\n")
    }

    @Test func endsATableAtALazyLine() {
        #expect(
            html("> |a|b|\n> |-|-|\n> |1|2|\n|3|4|\n")
                == "<blockquote>\n\(table("a|b", "1|2"))</blockquote>\n<p>|3|4|</p>\n")
        #expect(html("- a | b\n---|---\n") == "<ul>\n<li>a | b\n---|---</li>\n</ul>\n")
    }

    @Test func beginsATableInTheMiddleOfAParagraph() {
        #expect(html("text\n|a|\n|-|\n|1|\n") == "<p>text</p>\n" + table("a", "1"))
    }

    @Test func resolvesReferencesAndNotesInCells() {
        let text = "|[x]|b[^1]|\n|-|-|\n|~~s~~|**中。**文|\n\n[x]: /u\n\n[^1]: n\n"
        let out = html(text, .standard, settings { $0.footnotes = false })
        #expect(
            out == table("<a href=\"/u\">x</a>|b", "<del>s</del>|<strong>中。</strong>文"))
        #expect(html(text).contains("<th>b<sup class=\"footnote-ref\">"))
    }

    @Test func takesPipesInCodeOnlyWhereTheyAreEscaped() {
        #expect(html("|a|\n|-|\n|`x\\|y`|\n").contains("<td><code>x|y</code></td>"))
        #expect(html("|a|b|\n|-|-|\n|`x|y`|\n") == table("a|b", "`x|y`"))
    }

    @Test(arguments: [
        "$$a$$\n\n| x | $a|b$ |\n|---|---|\n| 1 | 2 |", "| x | y |\n|---|---|\n| $$a|b$$ | 2 |",
        "| {{ x | upper }} | y |\n|---|---|\n| 1 | 2 |",
        "| x | y |\n|---|---|\n| {{ x | upper }} | 2 |", "$$\n|a|b|\n|-|-|-|\n$$",
    ])
    func countsNoPipesInFormulasAndTags(_ text: String) {
        #expect(document(text).diagnostics.map(\.id.string) == [])
    }

    @Test func countsCellsOnceBesideAFormula() {
        let text = "$$a$$\n\n| x | y |\n|---|---|\n| 1 | 2 | 3 |\n\n|a|b|\n|-|-|-|\n"
        #expect(
            document(text).diagnostics.map(\.id.string).sorted() == [
                "markdown/literal-table", "markdown/lost-cells",
            ])
    }

    @Test func setsColumnsByAttribute() {
        let out = html("|a|b|c|d|\n|:-|:-:|-:|-|\n")
        #expect(
            out.contains(
                "<th align=\"left\">a</th>\n<th align=\"center\">b</th>\n<th align=\"right\">c</th>\n<th>d</th>"
            ))
    }

    @Test func leavesTablesInCodeAndPlainCommonMarkAlone() {
        #expect(html("```\n|a|\n|-|\n```\n") == "<pre><code>|a|\n|-|\n</code></pre>\n")
        #expect(html("|a|\n|-|\n", .commonMark) == "<p>|a|\n|-|</p>\n")
        #expect(html("|a|b|\n|-|\n") == "<p>|a|b|\n|-|</p>\n")
    }

    @Test func keepsTheColumnsOfEachTableWhereNestedAndOuterOnesAlternate() {
        let out = html("- |a|\n  |:-|\n\n|b|c|\n|-:|:-:|\n\n> |d|\n> |-|\n\n|e|\n|:-:|\n")
        let cells = out.split(separator: "\n").filter {
            $0.hasPrefix("<th>") || $0.hasPrefix("<th ")
        }
        #expect(
            cells == [
                "<th align=\"left\">a</th>", "<th align=\"right\">b</th>",
                "<th align=\"center\">c</th>", "<th>d</th>", "<th align=\"center\">e</th>",
            ])
    }

    @Test func boundsTheCellsThatShortRowsAreFilledWith() {
        let columns = 3_000
        let text =
            String(repeating: "|a", count: columns) + "|\n"
            + String(repeating: "|-", count: columns) + "|\n"
            + String(repeating: "|b|\n", count: 6_000)
        let document = document(text)
        #expect(text.utf8.count < 40_000)
        #expect(html(of: document).count < 8_000_000)
        #expect(document.diagnostics.map(\.id) == [.markdownTableCut])
    }

    @Test func countsLinesBehindATable() {
        let document = document("|a|b|\n|-|-|\n|1|2|\n\n# x\n")
        let heading = document.headings[0].node
        #expect(document.place(of: heading).range == 19..<22)
        #expect(document.tree[heading].firstLine == 5)
    }
}
