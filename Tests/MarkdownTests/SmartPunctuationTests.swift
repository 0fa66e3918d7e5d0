import Markdown
import TestSupport
import Testing

@Suite struct SmartPunctuationTests {
    private func inline(_ text: String, _ change: (inout MarkdownOptions) -> Void = { _ in })
        -> String
    {
        let options = standard {
            $0.smart = true
            change(&$0)
        }
        return String(html(text, options).dropFirst(3).dropLast(5))
    }

    @Test(arguments: [
        ("\"a 'b' c\" 'd' it's 'tis", "“a ‘b’ c” ‘d’ it’s ’tis"),
        ("a--b --- c ---- d ----- e", "a–b — c –– d —– e"),
        ("a.. b... c.... d......", "a.. b… c…. d……"),
        ("\"*a*\" *\"b\"* (\"c\")", "“<em>a</em>” <em>“b”</em> (“c”)"),
        ("\"open\n\n\"a", "“open</p>\n<p>“a"), ("'90s rock'n'roll", "’90s rock’n’roll"),
        ("\"a `b\"`\"", "“a <code>b&quot;</code>”"), ("5'10\"", "5’10”"),
    ])
    func replacesPlainSignsAsLibcmarkDoes(_ text: String, _ smart: String) {
        #expect(inline(text) == smart)
    }

    @Test(arguments: [
        ("他说\"你好\"，然后\"走\"了", "他说“你好”，然后“走”了"), ("\"你好。\"他说", "“你好。”他说"),
        ("变量'x'和'y'的", "变量‘x’和‘y’的"), ("说：\"**重要**\"的", "说：“<strong>重要</strong>”的"),
        ("他说\"hello\"然后\"world\"。", "他说“hello”然后“world”。"), ("使用\"`x`\"即可", "使用“<code>x</code>”即可"),
        ("（\"甲\"、\"乙\"）", "（“甲”、“乙”）"), ("他说 \"你好\" 然后", "他说 “你好” 然后"),
        ("这是\"甲\n乙\"的", "这是“甲乙”的"), ("\"'甲'说\"", "“‘甲’说”"),
    ])
    func pairsQuotesOfChineseInTurn(_ text: String, _ smart: String) {
        #expect(inline(text) == smart)
    }

    @Test(arguments: [
        ("the '90s and '80s", "the ’90s and ’80s"), ("rock 'n' roll", "rock ’n’ roll"),
        ("（'90s）", "（’90s）"), ("'90s 的歌，'80s 的诗", "’90s 的歌，’80s 的诗"), ("'twas 'em'", "’twas ‘em’"),
        ("'a 'tis b'", "‘a ’tis b’"), ("'90 days'", "‘90 days’"), ("*'n'*", "<em>’n’</em>"),
    ])
    func writesAnApostropheForWhatIsLeftOut(_ text: String, _ smart: String) {
        #expect(inline(text) == smart)
    }

    @Test(arguments: [
        "# A -- b\n", "# \"甲\"乙...\n", "# It's *\"x\"* --- y\n", "A 'b'\nc -- d\n===\n",
        "# \\\"a\\\" `--` b\n",
        "## a {#b--c}\n\n## b--c\n",
    ])
    func leavesIDsAlone(_ text: String) {
        for ids in [MarkdownOptions.HeadingIDs.github, .hexo] {
            let plain = document(text, standard { $0.headingIDs = ids })
            let smart = document(
                text,
                standard {
                    $0.headingIDs = ids
                    $0.smart = true
                })
            #expect(smart.headings.map(\.id) == plain.headings.map(\.id))
        }
    }

    @Test(arguments: ["15\"显示器", "一个\"未闭合", "屏幕5\"和6\"的"])
    func keepsAQuoteBesideChineseThatPairsWithNone(_ text: String) {
        #expect(inline(text).contains("&quot;"))
        #expect(!inline(text).contains("“"))
    }

    @Test(arguments: [
        "https://a.b/c--d...e", "www.a.b/x--y", "<https://a.b/c--d>", "http://a.b/it's/x...y",
        "<https://a.b/?c&amp;d--e>",
        "me--x@a.b",
    ])
    func leavesAddressesAlone(_ text: String) {
        let plain = String(html(text).dropFirst(3).dropLast(5))
        #expect(inline(text) == plain)
        #expect(inline("\"看\(text) 吧\"") == "“看\(plain) 吧”")
        let unlinked = String(
            html(text, standard { $0.autolinks = false }).dropFirst(3).dropLast(5))
        #expect(inline(text) { $0.autolinks = false } == unlinked)
    }

    @Test func leavesDestinationsTitlesAndCodeAlone() {
        #expect(
            inline("[\"a\"](/b--c '\"t\"') ![\"d\"](e...f) `g--h` <i title=\"j--k\"></i>")
                == "<a href=\"/b--c\" title=\"&quot;t&quot;\">“a”</a> <img src=\"e...f\" alt=\"&quot;d&quot;\" /> <code>g--h</code> <i title=\"j--k\"></i>"
        )
    }

    @Test(arguments: [
        "\\\"a\\\"", "&quot;a&quot;", "a\\-\\-b", "a\\.\\.\\.", "&#39;a&#x27;", "it\\'s",
        "a&#45;&#45;b",
    ])
    func keepsWhatIsEscaped(_ text: String) {
        #expect(inline(text) == String(html(text).dropFirst(3).dropLast(5)))
        #expect(inline("`\(text)`") == String(html("`\(text)`").dropFirst(3).dropLast(5)))
    }

    @Test func replacesPartsOfARunThatIsEscapedInPart() {
        #expect(inline("a--\\-b") == "a–-b")
        #expect(inline("a...\\.b") == "a….b")
    }

    @Test func writesThemInHeadingsTablesAndCallouts() {
        let out = html(
            "# \"甲\"\n\n|\"a\"|\n|-|\n|b--c|\n\n> [!NOTE] it's\n> x...\n",
            standard { $0.smart = true })
        #expect(out.contains("“甲”</h1>"))
        #expect(out.contains("<th>“a”</th>") && out.contains("<td>b–c</td>"))
        #expect(out.contains("it’s") && out.contains("x…"))
    }
}
