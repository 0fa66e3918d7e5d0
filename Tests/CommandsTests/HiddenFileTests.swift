import Foundation
import TestSupport
import Testing

@testable import Commands

/// Files whose heads hide them, or that belong to texts which are not published, are not copied.
struct HiddenFileTests {
    private static let open = "-- content/posts/2020-01-01-open.md\n---\ntitle: Open\n---\nopen\n"

    @Test(arguments: [
        String.Encoding.utf16LittleEndian, .utf16BigEndian,
    ])
    func readsHTMLInUTF16AsAText(encoding: String.Encoding) async throws {
        let site = try BuiltSite(BuiltSite.configuration + Self.open)
        let mark: [UInt8] = encoding == .utf16LittleEndian ? [0xFF, 0xFE] : [0xFE, 0xFF]
        for (name, key) in [("hidden", "draft: true"), ("shown", "tags: [x]")] {
            let text = "---\ntitle: T\ndate: 2020-02-01\n\(key)\n---\n<p>words of \(name)</p>\n"
            let data = try #require(text.data(using: encoding))
            try site.text.write("content/posts/\(name).html", bytes: mark + Array(data))
        }
        let unmarked = try #require("---\ndraft: true\n---\n".data(using: encoding))
        try site.text.write("content/posts/unmarked.html", bytes: Array(unmarked))
        let outcome = try await site.build()
        #expect(outcome.ids == ["error content/invalid-utf8"])
        #expect(site.page("2020/02/01/shown/index.html")?.contains("words of shown") == true)
        #expect(!(try site.files()).contains { $0.contains("hidden") || $0.contains("unmarked") })
    }

    @Test(arguments: ["mkdown", "mkdn", "mdwn", "mdtext"])
    func readsAllEndingsOfMarkdown(ending: String) async throws {
        let site = try BuiltSite(
            BuiltSite.configuration + """
                -- content/posts/2020-02-01-a.\(ending)
                ---
                title: A
                ---
                *words*
                -- content/posts/2020-02-01-b.\(ending)
                ---
                draft: true
                ---
                secret

                """)
        #expect(try await site.build().ids == [])
        #expect(site.page("2020/02/01/a/index.html")?.contains("<em>words</em>") == true)
        #expect(!(try site.outputText()).contains("secret"))
    }

    @Test(arguments: ["a.md", "notes/a.markdown", "a.html", "a.txt", "a.mdx"])
    func copiesNoFileOfStaticThatIsNotPublished(name: String) async throws {
        for key in ["draft: true", "published: false", "password: abc", "publishDate: 2999-01-01"] {
            let site = try BuiltSite(
                BuiltSite.configuration + Self.open
                    + "-- static/\(name)\n---\ntitle: A\n\(key)\n---\nsecret\n")
            #expect(try await site.build().ids == ["error content/hidden-file"])
            #expect(!(try site.outputText()).contains("secret"))
        }
    }

    @Test func copiesFilesOfStaticThatAreUnlistedOrNamed() async throws {
        let site = try BuiltSite(
            BuiltSite.configuration + """
                [build]
                include = ["static/raw/"]

                """ + Self.open + """
                    -- static/slides.md
                    ---
                    title: A
                    hidden: true
                    ---
                    slides
                    -- static/open.md
                    ---
                    title: A
                    ---
                    words
                    -- static/raw/a.md
                    ---
                    draft: true
                    ---
                    wanted

                    """)
        #expect(try await site.build().ids == [])
        #expect(try site.outputText().contains("slides"))
        #expect(try site.outputText().contains("wanted"))
    }

    @Test(arguments: [
        "a.mdx", "a.Rmd", "a.qmd", "a.textile", "a.org", "a.txt", "a", "a.css",
    ])
    func copiesNoFileWhoseFrontMatterHidesIt(name: String) async throws {
        for key in ["draft: true", "published: false", "password: abc", "hidden: true"] {
            let site = try BuiltSite(
                BuiltSite.configuration + Self.open
                    + "-- content/posts/\(name)\n---\ntitle: A\n\(key)\n---\nsecret\n")
            #expect(try await site.build().ids == ["error content/hidden-file"])
            #expect(!(try site.outputText()).contains("secret"))
        }
    }

    @Test(arguments: ["draft: false", "title: A", "layout: null"])
    func copiesFilesWhoseFrontMatterDoesNot(key: String) async throws {
        let site = try BuiltSite(
            BuiltSite.configuration + Self.open
                + "-- content/a.org\n---\n\(key)\n---\nwords\n-- content/b.txt\nStatus: draft\n\nx\n"
        )
        #expect(!(try await site.build().diagnostics.hasErrors))
        #expect(site.page("a.org")?.contains("words") == true)
        #expect(site.page("b.txt") != nil)
    }

    @Test func copiesNoFilesOfTheFolderBesideADraft() async throws {
        let site = try BuiltSite(
            BuiltSite.configuration + Self.open + """
                -- content/posts/s.md
                ---
                date: 2020-02-01
                draft: true
                ---
                -- content/posts/s/n.txt
                secret
                -- content/posts/p.md
                ---
                date: 2020-02-01
                password: x
                ---
                -- content/posts/p/sub/n.txt
                secret
                -- content/docs.md
                ---
                draft: true
                ---
                -- content/docs/a.md
                words
                -- content/docs/n.txt
                of the page a
                -- content/posts/2020-01-01-open/n.txt
                of the post

                """)
        #expect(try await site.build().ids == ["error front-matter/password"])
        #expect(!(try site.outputText()).contains("secret"))
        #expect(site.page("docs/n.txt") != nil)
        #expect(site.page("posts/2020-01-01-open/n.txt") != nil)
        let run = try GalleyProgram.run(["why", "content/posts/s/n.txt"], in: site.text)
        #expect(run.code == 1)
        #expect(run.output.contains("content/posts/s.md is a draft"), "\(run.output)")
    }

    @Test func textsInABundleAreUnlistedWithIt() async throws {
        let site = try BuiltSite(
            BuiltSite.configuration + Self.open + """
                -- content/posts/a/index.md
                ---
                date: 2020-02-01
                unlisted: true
                ---
                -- content/posts/a/notes.md
                words

                """)
        #expect(try await site.build().ids == [])
        #expect(site.page("2020/02/01/a/notes/index.html") != nil)
        #expect(site.page("sitemap.xml")?.contains("/notes/") == false)
    }

    @Test func aDraftTranslationHidesNoOtherTextOfTheBundle() async throws {
        let site = try BuiltSite(
            BuiltSite.configuration + """
                -- content/posts/a/index.md
                ---
                date: 2020-02-01
                ---
                -- content/posts/a/index.zh.md
                ---
                date: 2020-02-01
                draft: true
                ---
                secret
                -- content/posts/a/notes.md
                words

                """)
        try await site.build()
        #expect(site.page("2020/02/01/a/notes/index.html")?.contains("words") == true)
        #expect(!(try site.outputText()).contains("secret"))
    }

    @Test func thePageOfTheSiteStandsForAddressesThatLeadNowhere() async throws {
        let site = try BuiltSite(
            BuiltSite.configuration + Self.open + "-- content/404.md\n# Gone\n\nNot here.\n")
        #expect(!(try await site.build().diagnostics.hasErrors))
        #expect(site.page("404.html")?.contains("Not here.") == true)
        #expect(site.page("404/index.html") == nil)
        #expect(site.page("sitemap.xml")?.contains("404") == false)
    }

    @Test(arguments: ["permalink: false", "url: false", "slug: false", "slug: [true]"])
    func makesNoAddressOfFalse(key: String) async throws {
        let site = try BuiltSite(
            BuiltSite.configuration + Self.open + "-- content/b.md\n---\n\(key)\n---\nsecret\n")
        #expect(try await site.build().ids == ["error front-matter/wrong-type"])
        #expect(!(try site.outputText()).contains("secret"))
    }

    @Test(arguments: [
        ("status: [a, draft]", [String]()), ("visibility: [members, paid]", []),
        ("status: {state: draft}", ["error front-matter/wrong-type"]),
        ("isDraft: true", []), ("is_draft: true", []),
    ])
    func leavesOutWhatAListOrATableHides(key: String, ids: [String]) async throws {
        let site = try BuiltSite(
            BuiltSite.configuration + Self.open + "-- content/b.md\n---\n\(key)\n---\nsecret\n")
        #expect(try await site.build().ids == ids)
        #expect(!(try site.outputText()).contains("secret"))
    }

    @Test func readsKeysThatSayTheOpposite() async throws {
        let site = try BuiltSite(
            BuiltSite.configuration
                + "-- content/posts/2020-02-01-b.md\n---\nlisted: false\n---\nsecret\n"
                + "-- content/posts/2020-02-02-c.md\n+++\nin_search_index = false\n+++\nzyzzyva\n"
                + "-- content/d.md\n---\nstatus: drafts\n---\nx\n")
        #expect(try await site.build().ids == ["warning front-matter/misspelled-key"])
        #expect(site.page("index.html")?.contains("/2020/02/01/b/") == false)
        #expect(!(try site.outputText { !$0.hasPrefix("search/terms") }).contains("zyzz"))
    }

    @Test(arguments: ["./content/posts/2020-01-01-open.md", "/2020/01/01/open/index.html"])
    func whyAnswersForOtherSpellings(subject: String) throws {
        let site = try SiteText(BuiltSite.configuration + Self.open)
        #expect(try GalleyProgram.run(["why", subject], in: site).code == 0)
    }

    @Test func whyNamesTheTextThatAFileBelongsTo() throws {
        let site = try SiteText(
            BuiltSite.configuration
                + "-- content/posts/a/index.md\n---\ndate: 2020-01-01\ndraft: true\n---\n"
                + "-- content/posts/a/n.txt\nx\n")
        let run = try GalleyProgram.run(["why", "content/posts/a/n.txt"], in: site)
        #expect(run.code == 1)
        #expect(run.output.contains("content/posts/a/index.md is a draft"), "\(run.output)")
    }

    @Test func namesEveryFileThatIsLeftOutByItsName() async throws {
        let files = (0..<40).map { "-- content/posts/x\($0).md.bak\n" }.joined()
        let site = try BuiltSite(
            BuiltSite.configuration + files + "-- static/img/a.bak\n-- static/node_modules/b.js\n"
                + "-- content/a.md\nx\n")
        let report = try #require(try await site.build().report)
        #expect(report.leftOut.count == 42)
        let lines = report.lines
        #expect(lines.contains("left out  42 files by their names"))
        #expect(
            lines.contains(
                "          content/posts/ x0.md.bak, x1.md.bak, x10.md.bak, x11.md.bak and 36 more")
        )
        #expect(lines.contains("          static/ node_modules/"))
        #expect(lines.contains("          static/img/ a.bak"))
        #expect(lines.contains("          all names: --verbose; see 'include' under [build]"))
        let all = report.lines(isVerbose: true)
        for name in report.leftOut { #expect(all.contains("          " + name)) }
    }
}
