import Foundation
import TestSupport
import Testing

@testable import Commands

/// `unsafe_html = false`: whatever an article or galley.toml holds, nothing of the pages, feeds, search
/// index and JSON-LD runs in a reader's browser.
struct UnsafePayloadTests {
    /// Begins with `javascript:` for a browser, however it is written; `MARK` is the payload's number.
    private static let addresses = [
        "javascript:MARK()", "JaVaScRiPt:MARK()", "\u{1}javascript:MARK()",
        "java\u{9}script:MARK()",
        "vbscript:MARK()", "data:text/html,MARK", "data:text/html;base64,MARK",
        "data:application/xhtml+xml,MARK", "blob:https://a.example/MARK",
        "view-source:javascript:MARK",
        "livescript:MARK", "filesystem:https://a.example/MARK", "jar:https://a.example/MARK",
        "data:image/svg+xml,MARK",
    ]

    /// Bodies of Markdown.
    private static let bodies: [String] =
        addresses.flatMap { address in
            [
                "[a](<\(address)>)", "![a](<\(address)>)", "[a]\n\n[a]: <\(address)>",
                "<a href=\"\(address)\">a</a>",
            ]
        } + [
            "[a](javascript:MARK\\(\\))", "[a](&#106;avascript:MARK)", "[a](java&#x09;script:MARK)",
            "[a](java&Tab;script:MARK)", "[a](java&NewLine;script:MARK)",
            "[a](javascript&colon;MARK)",
            "[a](&#1;javascript:MARK)", "<javascript:MARK()>", "<JAVASCRIPT:MARK>",
            "<data:text/html,MARK>",
            "[a](jav\\\nascript:MARK)", "![a][b]\n\n[b]: javascript:MARK \"t\"",
            "[![a](javascript:MARK)](javascript:MARK)", "[a](javascript:MARK 'onclick=\"x\"')",
            "[a](</\"onclick=\"MARK()>)", "![a\"onerror=\"MARK()](x.png \"\\\" onerror=MARK()\")",
            "<script>MARK()</script>", "<div onclick=\"MARK()\">\n\ntext\n\n</div>",
            "text <img src=x onerror=MARK()> text", "<svg onload=MARK()>",
            "<svg><script>MARK()</script></svg>",
            "<iframe srcdoc=\"<script>MARK()</script>\"></iframe>",
            "<object data=\"javascript:MARK()\">",
            "<embed src=\"javascript:MARK()\">", "<math href=\"javascript:MARK()\">x</math>",
            "<form action=\"javascript:MARK()\"><button>b</button></form>",
            "<base href=\"javascript:MARK//\">",
            "<meta http-equiv=\"refresh\" content=\"0;url=javascript:MARK()\">",
            "<style>@import 'MARK'</style>", "<link rel=stylesheet href=\"data:text/css,MARK\">",
            "<details open ontoggle=MARK()>", "<!--><script>MARK()</script>-->",
            "<!-- --!><script>MARK()</script> -->",
            "<?php <script>MARK()</script> ?>", "<![CDATA[<script>MARK()</script>]]>",
            "<!X <script>MARK()</script>>",
            "<x<script>MARK()</script>", "<a href=\"x\"onclick=MARK()>",
            "a <b onmouseover=MARK()>b</b>",
            "| a |\n|---|\n| [a](javascript:MARK) <img src=x onerror=MARK()> |",
            "> [!NOTE]\n> [a](javascript:MARK) <script>MARK()</script>",
            "a[^1]\n\n[^1]: [a](javascript:MARK) <script>MARK()</script>",
            "# [a](javascript:MARK) <img src=x onerror=MARK()> {#\"onclick=MARK}",
            "## a {#x onclick=\"MARK()\"}", "- [ ] <img src=x onerror=MARK()> [a](javascript:MARK)",
            "```go title=\"<script>MARK()</script>\" onclick=\"MARK()\"\nx\n```",
            "```js link=\"javascript:MARK()\" url=\"javascript:MARK()\"\nx\n```",
            "```\"><script>MARK()</script>\nx\n```", "```html\n<script>MARK()</script>\n```",
            "{% codeblock a lang:js javascript:MARK() b %}\nx\n{% endcodeblock %}",
            "~~[a](javascript:MARK)~~ **<script>MARK()</script>**", "$$<script>MARK()</script>$$",
            "$$\\href{javascript:MARK()}{a}$$", "www.example.org/\"onclick=\"MARK()",
            "https://example.org/\"onclick=\"MARK()", "{{<script>MARK()</script>}}",
            "<script>MARK()\n\n<!-- more -->\n\n</script>text",
            "[a](javascript:MARK)\n\n<!-- more -->\n\nb",
            "\u{E000}<script>MARK()</script>", "<scr\u{0}ipt>MARK()</scr\u{0}ipt>",
        ]

    /// Lines of front matter.
    private static let heads: [String] =
        addresses.filter { !$0.contains("\u{1}") && !$0.contains("\u{9}") }.flatMap { address in
            [
                "original: \"\(address)\"", "original: {title: T, url: \"\(address)\"}",
                "author: {name: A, url: \"\(address)\"}", "author: \"[A](\(address))\"",
                "authors: [{name: A, link: \"\(address)\"}]", "cover: \"\(address)\"",
                "cover: {image: \"\(address)\"}",
            ]
        } + [
            "original: \"\\x01javascript:MARK()\"",
            "author: {name: A, url: \"java\\nscript:MARK()\"}",
            "cover: \"java\\tscript:MARK()\"", "cover: 'x.png\" onerror=\"MARK()'",
            "original: 'https://example.org/\" onclick=\"MARK()'",
            "description: <script>MARK()</script>", "description: '\"><script>MARK()</script>'",
            "excerpt: '<img src=x onerror=MARK()> [a](javascript:MARK)'",
            "summary: <script>MARK()</script>", "summary: '[a](javascript:MARK)'",
            "tags: ['<script>MARK()</script>', '\" onclick=\"MARK()']",
            "categories: ['<img src=x onerror=MARK()>']", "series: '\"><script>MARK()</script>'",
            "author: <script>MARK()</script>",
            "original: {title: '<script>MARK()</script>', url: /x, author: '<b onclick=MARK()>'}",
            "title: '</title><script>MARK()</script>'", "title: '<img src=x onerror=MARK()>'",
            "language: 'en\" onclick=\"MARK()'", "license: 'javascript:MARK()'",
            "description: '</script><script>MARK()</script>'", "link: 'javascript:MARK()'",
            "aliases: ['/x\" onclick=\"MARK/']", "keywords: '\"><script>MARK()</script>'",
        ]

    /// Whole files, by name.
    private static let pages: [(name: String, body: String)] = [
        (
            "html",
            "<p onclick=MARK()>a</p><script>MARK()</script><a href=\"javascript:MARK()\">b</a>"
        ),
        ("html", "<img src=x onerror=MARK()><iframe src=\"javascript:MARK()\"></iframe>"),
        ("html", "<h2 id=\"a\" onclick=\"MARK()\">a</h2><svg onload=MARK()></svg>"),
        ("html", "a <b onclick='MARK()'>b</b> <a href=java&#10;script:MARK()>c</a>"),
        (
            "html",
            "<style>MARK</style><pre><code onclick=MARK()>x</code></pre><math><a xlink:href=javascript:MARK()>"
        ),
        ("html", "&lt;script&gt;MARK()&lt;/script&gt;<p>text</p><!--><script>MARK()</script>-->"),
    ]

    private static let menu =
        addresses.filter { !$0.contains("\u{1}") && !$0.contains("\u{9}") } + [
            "\\u0001javascript:MARK()", "java\\tscript:MARK()", "java\\nscript:MARK()",
            "/\\\" onclick=\\\"MARK()",
        ]

    private static func mark(_ text: String, _ number: Int) -> String {
        text.replacing("MARK", with: "pwn\(number)x")
    }

    private func site() throws -> BuiltSite {
        var text = """
            -- galley.toml
            [site]
            title = "N </title><script>pwn1()</script>"
            url = "https://example.org/"
            language = "en"
            description = "N \\" onclick=\\"pwn2()"
            author = "</script><script>pwn3()</script>"
            license = "<img src=x onerror=pwn4()>"
            icp = "<script>pwn5()</script>"
            [posts]
            per_page = 0
            [feeds]
            limit = 1000
            [markdown]
            unsafe_html = false

            """
        var number = 100
        for address in Self.menu {
            number += 1
            text += Self.mark(
                "[[menu]]\nname = \"<b onclick=MARK()>\"\nurl = \"\(address)\"\n", number)
        }
        for body in Self.bodies {
            number += 1
            text +=
                "-- content/posts/p\(number).md\n---\ntitle: P\(number)\ndate: 2021-01-02\n---\n"
            text += Self.mark(body, number) + "\n"
            text +=
                "-- content/pages/g\(number)/_index.md\n---\ntitle: G\n---\n"
                + Self.mark(body, number) + "\n"
        }
        for head in Self.heads {
            number += 1
            let title = head.hasPrefix("title") ? "" : "title: P\(number)\n"
            text += "-- content/posts/p\(number).md\n---\n\(title)date: 2021-01-02\n"
            text += Self.mark(head, number) + "\n---\nText.\n"
        }
        for (ending, body) in Self.pages {
            number += 1
            text +=
                "-- content/posts/p\(number).\(ending)\n---\ntitle: P\(number)\ndate: 2021-01-02\n---\n"
            text += Self.mark(body, number) + "\n"
        }
        return try BuiltSite(text)
    }

    @Test func nothingOfAnArticleRunsWhereRawHTMLIsOff() async throws {
        let count = Self.bodies.count + Self.heads.count + Self.pages.count + Self.menu.count
        #expect(count >= 60)
        let site = try site()
        let outcome = try await site.build()
        #expect(outcome.state == .swapped)
        let active = ActiveContent(mark: "pwn")
        var kinds: [String: Int] = [:]
        for file in try site.files() {
            let kind = String(file.split(separator: ".").last ?? "")
            kinds[kind, default: 0] += 1
            let text = site.page(file) ?? ""
            let found =
                switch kind {
                case "html": active.findings(inHTML: text)
                case "json": active.findings(inJSON: Data(text.utf8))
                case "xml": active.findings(inFeed: text)
                default: [String]()
                }
            #expect(found == [], "\(file)")
        }
        #expect(kinds["html", default: 0] >= count)
        #expect(kinds["json", default: 0] > 1 && kinds["xml", default: 0] > 1)
    }

    /// The test's own eyes: what it looks for is found where raw HTML passes.
    @Test func theSamePayloadsAreActiveWhereRawHTMLPasses() async throws {
        let site = try site()
        let toml = try #require(site.text.text("galley.toml"))
        try site.write(
            "galley.toml", toml.replacing("unsafe_html = false", with: "unsafe_html = true"))
        try await site.build()
        let active = ActiveContent(mark: "pwn")
        let pages = try site.files().filter { $0.hasSuffix(".html") }
        let hits = pages.count { !active.findings(inHTML: site.page($0) ?? "").isEmpty }
        #expect(hits > 60)
        #expect(!active.findings(inFeed: site.page("rss.xml") ?? "").isEmpty)
        #expect(!active.findings(inJSON: Data((site.page("feed.json") ?? "").utf8)).isEmpty)
    }
}
