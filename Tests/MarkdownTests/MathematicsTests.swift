import Addresses
import Markdown
import TestSupport
import Testing

@Suite struct MathematicsTests {
    private let on = standard { $0.mathematics = .on }

    /// The text of a document's HTML, entities decoded, without tags.
    private func shown(_ text: String, _ options: MarkdownOptions) -> String {
        html(text, options).replacing(/<[^>]*>/, with: "")
            .replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
    }

    // MARK: What a formula is

    @Test(arguments: [
        "$a_1 * b$ and $c * d_2$", "$$a_1 * b * c$$", "\\(a * b * c\\)", "\\[a * b * c = d\\]",
        "$\\{a\\}$", "$$x \\\\ y$$", "$f_*=g_*$", "$<x\\land y>$", "$a<b$ and $c>d$", "$\\$5$",
        "$$\n\\begin{aligned}\nx &= \\{1\\} \\\\\ny_1 &= z_2\n\\end{aligned}\n$$",
        "$$\na\n- b\n+ c\n=\n> e\n1. f\n$$", "$$\na\n\n    b\n\nc\n$$", "$$\n[a]: b\n$$",
        "where $$\na\n- b\n$$ holds", "\\[\na\n\n- b\n\\]", "$\"a\" -- b...$",
        "$https://a.example$ and $www.a.example$", "$~~a~~$", "$![a](b)$ $[^1]$ $:a:$",
        "$x$中$y$，$z$", "（$x$）", "$x$\n$y$", "$中\n文$",
    ])
    func keepsFormulasByteForByte(_ text: String) {
        var options = on
        options.smart = true
        #expect(shown("See " + text + " there.", options).contains(text))
        options.hardBreaks = true
        #expect(shown(text, options) == text + "\n")
    }

    @Test func escapesFormulasForHTML() {
        #expect(html("$a<b$ & $\"c\"$", on) == "<p>$a&lt;b$ &amp; $&quot;c&quot;$</p>\n")
    }

    @Test func keepsPricesAndOtherDollarsAsText() {
        #expect(html("*a* $5 and $10 *b*", on) == "<p><em>a</em> $5 and $10 <em>b</em></p>\n")
        #expect(html("$ a*b* $ c", on) == "<p>$ a<em>b</em> $ c</p>\n")
        #expect(html("$5-$10 *a* b", on) == "<p>$5-$10 <em>a</em> b</p>\n")
        #expect(html("\\$x*y* z\\$", on) == "<p>$x<em>y</em> z$</p>\n")
        #expect(html("$$ *a*", on) == "<p>$$ <em>a</em></p>\n")
        #expect(html("$a*b*\n\n*c*d$", on) == "<p>$a<em>b</em></p>\n<p><em>c</em>d$</p>\n")
        #expect(html("$$$ *a* $$$", on) == "<p>$$$ <em>a</em> $$$</p>\n")
    }

    @Test func keepsEscapedBracketsThatAreNoFormulas() {
        for options in [on, .standard] {
            #expect(html("a \\( b", options) == "<p>a ( b</p>\n")
            #expect(html("\\[1\\] and \\[2, 3\\]", options) == "<p>[1] and [2, 3]</p>\n")
            #expect(
                html("\\[x\\] \\[a\\](b) \\[!NOTE\\]", options) == "<p>[x] [a](b) [!NOTE]</p>\n")
        }
        #expect(
            html("\\[sic\\] a\\[i\\] file\\(s\\) \\(see below\\)")
                == "<p>[sic] a[i] file(s) (see below)</p>\n")
    }

    // MARK: Where it is on

    @Test func isOnByItselfInATextWithAFormulaThatIsNothingElse() {
        #expect(html("$a*b*c$") == "<p>$a<em>b</em>c$</p>\n")
        for sign in ["$$x$$", "\\(x\\)", "\\[x^2\\]", "\\[\nx\n\\]", "$$\nx\n\n$$"] {
            #expect(html("$a*b*c$\n\n\(sign)").hasPrefix("<p>$a*b*c$</p>\n"), "\(sign)")
        }
        for sign in [
            "`$$x$$`", "```\n$$\nx\n$$\n```", "    $$x$$", "<p>$$x$$</p>", "\\[1\\]", "$$ x",
        ] {
            #expect(html("$a*b*c$\n\n\(sign)").hasPrefix("<p>$a<em>b</em>c$</p>\n"), "\(sign)")
        }
    }

    @Test func isOffWhereItIsSwitchedOff() {
        let off = standard { $0.mathematics = .off }
        #expect(html("$$a*b*c$$ \\(x\\)", off) == "<p>$$a<em>b</em>c$$ (x)</p>\n")
        #expect(html("$$a*b*c$$", .commonMark) == "<p>$$a<em>b</em>c$$</p>\n")
    }

    // MARK: Where it stands

    @Test func leavesCodeAddressesAndRawHTML() {
        #expect(html("`$a` b$ *c*", on) == "<p><code>$a</code> b$ <em>c</em></p>\n")
        #expect(html("`` $a`b$ `` *c*", on) == "<p><code>$a`b$</code> <em>c</em></p>\n")
        #expect(
            html("[a](/$b*c*d$ \"$t$\") ![$x_1$](y_$.png)", on)
                == "<p><a href=\"/$b*c*d$\" title=\"$t$\">a</a> "
                + "<img src=\"y_$.png\" alt=\"$x_1$\" /></p>\n")
        #expect(
            html("<b title=\"$x\" id='$y'>*c*</b> $", on)
                == "<p><b title=\"$x\" id='$y'><em>c</em></b> $</p>\n")
        #expect(
            html("<https://a.example/?$x=1&$y> https://b.example/?$x=1&$y", on)
                .contains(">https://b.example/?$x=1&amp;$y</a>"))
        #expect(html("b <!-- $ --> $*a*", on) == "<p>b <!-- $ --> $<em>a</em></p>\n")
        #expect(
            html("    $a$ *b*\n\n```sh $x$\necho $a$ *b*\n```\n\n<p>$a$ *b*</p>", on)
                == "<pre><code>$a$ *b*\n</code></pre>\n<pre><code class=\"language-sh\">"
                + "echo $a$ *b*\n</code></pre>\n<p>$a$ *b*</p>\n")
    }

    @Test func standsInContainersAndInlines() {
        #expect(html("**a $x_1*y$**中", on) == "<p><strong>a $x_1*y$</strong>中</p>\n")
        #expect(
            html("[$x_1$](/a) ~~$y_1$~~", on)
                == "<p><a href=\"/a\">$x_1$</a> <del>$y_1$</del></p>\n")
        #expect(
            html("> $$\n> a\n> - b\n> $$", on)
                == "<blockquote>\n<p>$$\na\n- b\n$$</p>\n</blockquote>\n")
        #expect(
            html("- a\n  $$\n  x\n    y\n  - z\n  $$\n- b", on)
                == "<ul>\n<li>a\n$$\nx\n  y\n- z\n$$</li>\n<li>b</li>\n</ul>\n")
        #expect(
            html("1. > $$\n   > a\n   > + b\n   > $$ c", on)
                == "<ol>\n<li>\n<blockquote>\n<p>$$\na\n+ b\n$$ c</p>\n</blockquote>\n</li>\n</ol>\n"
        )
        #expect(html("- a $5\n- b$ c", on) == "<ul>\n<li>a $5</li>\n<li>b$ c</li>\n</ul>\n")
        #expect(html("- $$ a\n- b $$", on) == "<ul>\n<li>$$ a</li>\n<li>b $$</li>\n</ul>\n")
        #expect(
            html("a[^1]\n\n[^1]: $x_1 * y_1 * z$", on).contains("<p>$x_1 * y_1 * z$ <a"))
        #expect(html("> [!NOTE] $x*y*z$\n> b", on).contains("callout-title\">$x*y*z$</p>"))
        #expect(html("- [x] $x*y*z$", on).contains("\"> $x*y*z$</li>"))
    }

    @Test func endsWithItsQuote() {
        #expect(
            html("> $$ a\n\n$$ b", on)
                == "<blockquote>\n<p>$$ a</p>\n</blockquote>\n<p>$$ b</p>\n")
        #expect(html("> $$\n> a\n\n*c*\n\n> b\n> $$", on).contains("<p><em>c</em></p>"))
        #expect(
            html("> $$\n> a_1 * b_2\n>\n> + c_3\n> $$\n\n*d*", on)
                == "<blockquote>\n<p>$$\na_1 * b_2\n\n+ c_3\n$$</p>\n</blockquote>\n"
                + "<p><em>d</em></p>\n")
    }

    @Test(arguments: [
        "It costs $5 and $10.", "US$5, or A$10.", "$HOME/a and $PATH/b", "from $5-$10 to $20",
        "$ 5 and $ 10", "5$ and 10$ more", "$1,000 or $2,000", "$5（约$4）",
    ])
    func takesMoneyForText(_ text: String) {
        #expect(html("*a* \(text) *b*\n\n$$x$$").contains("<p><em>a</em> \(text) <em>b</em></p>"))
    }

    @Test(arguments: [
        ("- a\n\n  $$\n  x_1*y*z\n\n  + b\n  $$\n\n  *c*\n", "<p>$$\nx_1*y*z\n\n+ b\n$$</p>"),
        ("1. a\n\n   $$\n   x\n\n\n   y\n   $$\n", "<p>$$\nx\n\n\ny\n$$</p>"),
        ("> - $$\n>   x_1\n>\n>   y_1\n>   $$\n", "<li>$$\nx_1\n\ny_1\n$$</li>"),
        ("a[^1]\n\n[^1]: $$\n    x\n\n    y\n    $$\n", "<p>$$\nx\n\ny\n$$ <a"),
    ])
    func keepsBlankLinesOfFormulasInContainers(_ text: String, _ shown: String) {
        #expect(html(text).contains(shown))
    }

    @Test func standsInTablesWithItsPipes() {
        let table = "| $|x|$ | b |\n|---|---|\n| $a\\|b$ | $c$ |\n| $|y|$ | $5 | a$ |\n"
        let cells = html(table, on).matches(of: /<t[hd]>(.*)<\/t[hd]>/).map { String($0.output.1) }
        #expect(cells.prefix(4) == ["$|x|$", "b", "$a\\|b$", "$c$"])
        #expect(
            html("| $$ | b |\n|---|---|\n| *a* | $$ |\n", on).contains("<td><em>a</em></td>"))
        let prices = html("| a | b |\n|---|---|\n| $5 | a$ |\n", on)
        #expect(prices.contains("<td>$5</td>\n<td>a$</td>"))
    }

    @Test func standsInHeadingsAndTheirIDs() {
        let document = document("## The $x_1*y*z$ rule {#a}\n\nb $u*v*w$\n===", on)
        #expect(document.headings.map(\.text) == ["The $x_1*y*z$ rule", "b $u*v*w$"])
        #expect(document.headings.first?.id == "a")
    }

    @Test func endsADisplayFormulaWhereABlockIsNoTeX() {
        #expect(
            html("$$\na\n\n```\nb\n```\n\n*c* $$", on)
                == "<p>$$\na</p>\n<pre><code>b\n</code></pre>\n<p><em>c</em> $$</p>\n")
        #expect(html("$$\n\n# a\n\n*b*\n$$", on).contains("<em>b</em>"))
        #expect(html("$$ a\n\n*b* $$ c", on).contains("<em>b</em>"))
    }

    // MARK: The tree

    @Test func hasANodeForEachFormula() {
        #expect(
            document("a $x$ $$y\nz$$ \\(u\\) \\[v\\]", on).dump() == """
                document 1:1-2:16
                  paragraph 1:1-2:16
                    text 1:1-1:3 "a "
                    formula 1:3-1:6 "$x$"
                    text 1:6-1:7 " "
                    formula(display) 1:7-2:4 "$$y\\nz$$"
                    text 2:4-2:5 " "
                    formula 2:5-2:10 "\\\\(u\\\\)"
                    text 2:10-2:11 " "
                    formula(display) 2:11-2:16 "\\\\[v\\\\]"

                """)
    }

    @Test func keepsPlacesBehindFormulas() {
        let text = "> $$\n> a\n> $$ [^9] $x$ [^8]"
        #expect(
            document(text, on).findings
                == ["markdown/undefined-footnote: [^9]", "markdown/undefined-footnote: [^8]"])
    }

    @Test func replacesWhatIsNotUTF8AndNUL() {
        let bytes = Array("$a\0".utf8) + [0xFF] + Array("b$".utf8)
        let document = Document(parsing: bytes, file: SourcePath("a.md"), options: on)
        #expect(
            String(decoding: Markdown.html(of: document, HTMLSettings()), as: UTF8.self)
                == "<p>$a\u{FFFD}\u{FFFD}b$</p>\n")
    }

    @Test func readsLineEndsOfAllKinds() {
        #expect(html("$$\r\na\r\n- b\r\n$$\r\nc", on) == "<p>$$\na\n- b\n$$\nc</p>\n")
    }

    @Test func neverTouchesATextWithoutMarks() {
        #expect(html("a \\* b {c} :: $ \\", on) == "<p>a * b {c} :: $ \\</p>\n")
    }

    // MARK: Formulas of public blogs

    private struct Formula: Decodable {
        let kind: String
        let tex: String

        var isInline: Bool { kind == "inline" }
    }

    @Test(.enabled(if: ConformanceFolder.url != nil, "the conformance data is not here"))
    func keepsTheFormulasOfPublicBlogs() throws {
        let formulas: [Formula] = try ConformanceFolder.cases("formulas.json")
        #expect(formulas.count > 1_000)
        for formula in formulas {
            let tex = formula.tex
            var texts =
                formula.isInline
                ? ["$\(tex)$", "\\(\(tex)\\)"] : ["$$\(tex)$$", "\\[\n\(tex)\n\\]"]
            texts.append("$$\n\(tex)\n$$")
            for text in texts {
                let shown = shown("看 \(text) **重要。**这", on)
                #expect(shown == "看 \(text) 重要。这\n", "\(text)")
            }
            let quoted = "> 看\n> $$\n> \(tex.replacing("\n", with: "\n> "))\n> $$\n> *a*"
            #expect(shown(quoted, on).contains("$$\n\(tex)\n$$\na"), "\(tex)")
            guard !tex.contains("\n") else { continue }
            let cell = "| a | b |\n|---|---|\n| 看 $\(tex)$ | **c** |\n\n## $\(tex)$"
            #expect(shown(cell, on).contains("看 $\(tex)$\n"), "\(tex)")
            #expect(document(cell, on).headings.first?.text == "$\(tex)$")
        }
    }
}
