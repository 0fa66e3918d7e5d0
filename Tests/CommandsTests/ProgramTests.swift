import Foundation
import TestSupport
import Testing

@testable import Commands

/// The program as a user meets it: exit codes, what goes to which stream, its environment.
@Suite(.enabled(if: GalleyProgram.isThere, "the program is not beside the tests"))
struct ProgramTests {
    private static let post = "---\ntitle: A\ndate: 2021-01-02\n---\nText.\n"

    private func site(_ post: String = ProgramTests.post) throws -> BuiltSite {
        try BuiltSite(BuiltSite.configuration + "-- content/posts/a.md\n" + post)
    }

    @Test(
        arguments: [
            ("build --now 2022-01-01", 0), ("build --now tomorrow", 2),
            ("build --url example.org", 2),
            ("build --site nowhere", 2), ("build --frobnicate", 64),
            ("build --output galley.toml", 2), ("why /2021/01/02/a/", 0),
            ("why /2021/01/02/b/", 1), ("markdown nowhere.md", 2), ("new post ???", 2),
            ("init .", 2),
            ("--version", 0),
        ] as [(String, Int32)])
    func endsWithTheCodeOf(_ arguments: String, _ code: Int32) throws {
        let words = arguments.split(separator: " ").map(String.init)
        #expect(try GalleyProgram.run(words, in: site().text).code == code)
    }

    @Test func endsWithOneWhenAPostIsBrokenAndTellsItOnStderr() throws {
        let site = try site("---\ndraft: maybe\ndate: 2021-01-02\n---\n")
        let run = try GalleyProgram.run(["build"], in: site.text)
        #expect(run.code == 1)
        #expect(run.output == "")
        #expect(run.errors.hasPrefix("content/posts/a.md:2:1: error: "))
        #expect(run.errors.contains("left out  1 with errors\nfound     1 error\n"))
    }

    @Test func saysWhatItMade() throws {
        let site = try site()
        let first = try GalleyProgram.run(["build", "--now", "2022-01-01"], in: site.text)
        let lines = first.errors.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines.first?.hasPrefix("made      1 post, 0 pages, 6 lists, 0 assets (") == true)
        #expect(lines.first?.hasSuffix(" files new, 0 unchanged, 0 removed)") == true)
        #expect(lines.dropFirst().first == "left out  nothing")
        #expect(lines.last?.hasPrefix("done      in ") == true)
        let second = try GalleyProgram.run(["build", "--now", "2022-01-01"], in: site.text)
        #expect(second.errors.contains("\nnothing changed, nothing done, in "))
        #expect(second.code == 0)
    }

    @Test func printsTheReportAsJSON() throws {
        let site = try site(Self.post + "\n[a](/b/)\n")
        let run = try GalleyProgram.run(
            ["build", "--format", "json", "--now", "2022-01-01"], in: site.text)
        #expect(run.code == 0)
        let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
        let report = try #require(json as? [String: Any])
        #expect(report.keys.sorted() == ["diagnostics", "summary", "version"])
        #expect(report["version"] as? Int == 1)
        #expect((report["summary"] as? [String: Any])?["posts"] as? Int == 1)
        let diagnostics = try #require(report["diagnostics"] as? [[String: Any]])
        #expect(diagnostics.map { $0["id"] as? String } == ["link/broken"])
        #expect(diagnostics.first?["line"] as? Int == 7)
        #expect(diagnostics.first?["file"] as? String == "content/posts/a.md")
    }

    @Test func strictEndsWithOneAndKeepsTheOutput() throws {
        let site = try site(Self.post + "\n![a](b.png)\n")
        let run = try GalleyProgram.run(
            ["build", "--strict", "--now", "2022-01-01"], in: site.text)
        #expect(run.code == 1)
        #expect(run.errors.hasSuffix("nothing was written: the output is as it was\n"))
        #expect(try site.files() == [])
    }

    @Test func givesTheSameBytesUnderAnyZoneLocaleAndOrder() throws {
        let text = try Fixture.text("chinese-site.txt")
        let expected = try Fixture.text("chinese-site.output.txt")
        let environments = [
            ["TZ": "America/Los_Angeles", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"],
            ["TZ": "Pacific/Kiritimati", "LANG": "C"],
        ]
        for (index, environment) in environments.enumerated() {
            let site = try BuiltSite(text, isReversed: index == 1)
            let run = try GalleyProgram.run(
                ["build", "--now", "2022-01-01"], in: site.text, environment: environment)
            #expect(run.code == 0)
            #expect(try site.outputText() == expected)
        }
    }

    @Test func initMakesASiteThatBuildsWithoutAWord() throws {
        let empty = try SiteText("")
        let made = try GalleyProgram.run(["init", "blog"], in: empty)
        #expect(made.code == 0)
        #expect(
            made.output
                == "galley.toml\ncontent/posts/hello.md\ncontent/pages/about.md\n.gitignore\n")
        let run = try GalleyProgram.run(
            ["build", "--site", "blog", "--strict", "--format", "json"], in: empty)
        #expect(run.code == 0)
        #expect(run.output.hasSuffix("\"diagnostics\": []}\n"))
        let home = try #require(empty.text("blog/public/index.html"))
        #expect(home.contains("href=\"/2024/01/01/hello/#more\""))
        #expect(empty.text("blog/public/about/index.html") != nil)
    }

    @Test func initLeavesAFolderThatHoldsASiteAlone() throws {
        let site = try site()
        let before = site.text.text("galley.toml")
        let run = try GalleyProgram.run(["init", "."], in: site.text)
        #expect(run.errors.contains("'.' holds 'galley.toml' already"))
        #expect(site.text.text("galley.toml") == before)
        #expect(site.text.text("content/pages/about.md") == nil)
    }

    @Test func newWritesAPostThatGalleyReadsBack() throws {
        let site = try site()
        let run = try GalleyProgram.run(
            ["new", "post", "【译文】A: \"b\" <c>", "--now", "2021-02-03 04:05:06"],
            in: site.text)
        #expect(run.output == "content/posts/译文-A-b-c.md\n")
        #expect(
            site.text.text("content/posts/译文-A-b-c.md") == """
                ---
                title: "【译文】A: \\"b\\" <c>"
                date: 2021-02-03 04:05:06
                tags: []
                categories: []
                draft: true
                ---

                <!-- more -->

                """)
        let built = try GalleyProgram.run(
            ["build", "--drafts", "--now", "2022-01-01"], in: site.text)
        #expect(built.code == 0)
        let page = try #require(site.page("2021/02/03/译文-A-b-c/index.html"))
        #expect(page.contains("<h1>【译文】A: &quot;b&quot; &lt;c&gt;</h1>"))
    }

    @Test(arguments: [
        (["C++ 入门"], "C++-入门"), (["C# 入门"], "C#-入门"), ([".NET"], "dotNET"), (["NET"], "NET"),
        (["CI/CD"], "CI~CD"), (["CI-CD"], "CI--CD"), (["C#", "--slug", "c-sharp"], "c-sharp"),
        (["介绍", "--slug", "go/intro"], "go/intro"),
    ])
    func newNamesAFileByTheTitleOrTheSlug(arguments: [String], name: String) throws {
        let site = try BuiltSite(BuiltSite.configuration)
        let run = try GalleyProgram.run(["new", "post"] + arguments, in: site.text)
        #expect(run.code == 0)
        #expect(run.output == "content/posts/\(name).md\n")
    }

    @Test(arguments: ["..", "a//b", "_x", ".x", ""])
    func newRefusesASlugThatIsNoNameOfAText(slug: String) throws {
        let site = try BuiltSite(BuiltSite.configuration)
        let run = try GalleyProgram.run(["new", "post", "T", "--slug", slug], in: site.text)
        #expect(run.code == 2)
        #expect(run.errors.contains("fix: write letters, digits and hyphens"))
    }

    @Test func newWritesAPageAndNeverOverAFile() throws {
        let site = try site()
        let run = try GalleyProgram.run(["new", "page", "About me"], in: site.text)
        #expect(run.output == "content/pages/About-me.md\n")
        #expect(site.text.text("content/pages/About-me.md") == "---\ntitle: \"About me\"\n---\n\n")
        try site.write("content/pages/About-me.md", "mine")
        let again = try GalleyProgram.run(["new", "page", "About me"], in: site.text)
        #expect(again.code == 2)
        #expect(site.text.text("content/pages/About-me.md") == "mine")
    }

    @Test func markdownReadsStdinAndPrintsTheTree() throws {
        let folder = try SiteText("")
        let source = "# A\n\n- b `c`\n\n```go\nx\n```\n"
        let tree = try GalleyProgram.run(["markdown", "--tree"], in: folder, input: source)
        #expect(
            tree.output == """
                document 1:1-7:4
                  heading(1) 1:1-1:4 id=a
                    text 1:3-1:4 "A"
                  list(tight) 3:1-3:8
                    item 3:1-3:8
                      paragraph 3:3-3:8
                        text 3:3-3:5 "b "
                        code 3:5-3:8 "c"
                  code-block 5:1-7:4 info="go" "x\\n"

                """)
        let page = try GalleyProgram.run(["markdown"], in: folder, input: source)
        #expect(
            page.output == """
                <h1 id="a">A</h1>
                <ul>
                <li>b <code>c</code></li>
                </ul>
                <figure class="listing numbered"><pre tabindex="0" role="group" \
                aria-label="code go"><code class="language-go"><span class="line">x
                </span></code></pre></figure>

                """)
        let plain = try GalleyProgram.run(
            ["markdown", "--commonmark"], in: folder, input: "~~a~~\n\n```go\nx\n```\n")
        #expect(
            plain.output
                == "<p>~~a~~</p>\n<pre><code class=\"language-go\">x\n</code></pre>\n")
    }
}
