import Testing

@testable import Commands

/// Files that are copied as they are: of bundles, of the content folder, and of `static/`.
struct CopiedFilesTests {
    @Test func staticFilesStandAtTheRootAndReplaceWhatIsGenerated() async throws {
        let site = try BuiltSite(
            BuiltSite.configuration + """
                -- content/img/a.svg
                <svg/>
                -- static/404.html
                my own
                -- static/robots.txt
                mine
                -- static/.well-known/x.txt
                x
                -- static/deep/b.txt
                b

                """)
        let outcome = try await site.build()
        #expect(outcome.ids == [])
        #expect(site.page("404.html") == "my own\n")
        #expect(site.page("robots.txt") == "mine\n")
        #expect(site.page("deep/b.txt") == "b\n")
        #expect(site.page("img/a.svg") == "<svg/>\n")
    }

    @Test func copiesBytesThatAreNoText() async throws {
        let site = try BuiltSite(BuiltSite.configuration + "-- content/\n")
        let bytes = (0...255).map { UInt8($0) }
        try site.text.write("content/img/a b.bin", bytes: bytes)
        try await site.build()
        #expect(try site.tree()["img/a b.bin"].map { Array($0) } == bytes)
    }

    @Test func theContentFolderMayBeTheSitesFolder() async throws {
        let site = try BuiltSite(
            """
            -- galley.toml
            [site]
            title = "Notes"
            url = "https://example.org/"
            language = "en"
            [build]
            content = "."
            [posts]
            folder = "_posts"
            -- _posts/2021-01-02-a.md
            # A
            -- about.md
            # About
            -- img/a.svg
            <svg/>

            """)
        #expect(try await site.build().ids == [])
        let first = try site.tree()
        #expect(site.page("2021/01/02/a/index.html") != nil)
        #expect(site.page("about/index.html") != nil)
        #expect(site.page("img/a.svg") == "<svg/>\n")
        #expect(try site.files().filter { $0.contains("toml") || $0.hasPrefix("public") } == [])
        // The output is no content of the next build.
        try site.write("img/b.svg", "<svg/>\n")
        try await site.build()
        #expect(try site.files().count == first.count + 1)
    }

    @Test func aBundlesFilesAreReachedFromEveryListAndFeed() async throws {
        let site = try BuiltSite(
            BuiltSite.configuration + """
                -- content/posts/sea/index.md
                ---
                date: 2021-01-02
                tags: [go]
                ---
                # Sea

                ![wave](img/wave.svg) [data](data.csv)
                -- content/posts/sea/img/wave.svg
                <svg/>
                -- content/posts/sea/data.csv
                1

                """)
        #expect(try await site.build().ids == [])
        let folder = "/2021/01/02/sea/"
        #expect(site.page("2021/01/02/sea/img/wave.svg") == "<svg/>\n")
        for page in ["index.html", "tags/go/index.html", "2021/01/02/sea/index.html"] {
            let html = try #require(site.page(page))
            #expect(html.contains("src=\"\(folder)img/wave.svg\""), "\(page)")
            #expect(html.contains("href=\"\(folder)data.csv\""), "\(page)")
        }
        let feed = try #require(site.page("rss.xml"))
        #expect(feed.contains("src=\"https://example.org\(folder)img/wave.svg\""))
    }

    @Test func takesNoOutputForContentWhereverTheBuildGoes() async throws {
        let site = try BuiltSite(
            BuiltSite.configuration + "\n[build]\ncontent = \".\"\n\n-- a.md\nA\n")
        try await site.build()
        let outcome = try await site.build { $0.output = site.text.absolute("elsewhere") }
        #expect(outcome.report?.assets == 0)
        #expect(outcome.report?.pages == 1)
    }

    @Test func saysOnceThatTemplatesOfOtherGeneratorsAreCopied() async throws {
        let site = try BuiltSite(
            BuiltSite.configuration + "-- content/about.md\nx\n"
                + "-- static/css/b.css\n---\n---\nbody {}\n-- content/a.xml\n<a>{{ site.title }}</a>\n"
                + "-- static/c.js\n---\n---\nx\n-- static/d.js\nlet d = `{{ x }}`\n")
        let outcome = try await site.build()
        #expect(outcome.ids == ["warning content/unrendered-template"])
        #expect(
            outcome.diagnostics.first?.summary == "'content/a.xml' is a template of another "
                + "generator, and is copied as it is, and so are 2 more")
        #expect(site.page("css/b.css") == "---\n---\nbody {}\n")
    }
}
