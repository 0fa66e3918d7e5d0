import Preview
import Testing

@testable import Commands

/// What stands at an address, as a host of static files answers.
struct ServeAnswerTests {
    private func served(_ url: String = "https://example.org/blog/") async throws -> ServedSite {
        try await ServedSite(
            """
            -- galley.toml
            [site]
            title = "Notes"
            url = "\(url)"
            language = "en"
            -- content/posts/海.md
            ---
            date: 2021-01-02
            aliases: [/old/]
            ---
            Text.
            -- content/posts/draft.md
            ---
            title: D
            date: 2021-01-03
            draft: true
            ---
            Text.
            -- static/a b.txt
            a
            """, drafts: true)
    }

    private func redirect(_ served: ServedSite, _ path: String) async -> String? {
        guard case .redirect(let target) = await served.live.answer(path) else { return nil }
        return target
    }

    @Test func sendsAFolderWithoutItsSlashOn() async throws {
        let served = try await served()
        #expect(await redirect(served, "/blog/2021/01/02/海") == "/blog/2021/01/02/%E6%B5%B7/")
        #expect(await redirect(served, "/blog") == "/blog/")
        #expect(await redirect(served, "/") == "/blog/")
    }

    @Test func answersAnIndexByItsName() async throws {
        let served = try await served()
        let page = try await served.page("/blog/2021/01/02/海/index.html")
        #expect(page.html == (try await served.page("/blog/2021/01/02/海/").html))
        #expect(page.status == 200)
    }

    @Test(arguments: [
        "/nowhere", "/blog/nowhere/", "/blog/rss.xml/", "/blogs/", "/2021/01/02/海/",
        "/blog//2021/01/02/海/", "/blog/A b.txt",
    ])
    func answersWithTheThemesPageWhereNothingStands(_ path: String) async throws {
        let served = try await served()
        let page = try await served.page(path)
        #expect(page.status == 404)
        #expect(page.html == (try await served.page("/blog/404.html").html))
        #expect(try await served.page("/blog/404.html").status == 200)
    }

    @Test func answersFeedsFilesAndRedirectsAsTheyAreBuilt() async throws {
        let served = try await served()
        guard case .made(_, name: "rss.xml") = await served.live.answer("/blog/rss.xml") else {
            Issue.record("no feed")
            return
        }
        guard case .file(let file) = await served.live.answer("/blog/a b.txt") else {
            Issue.record("no file")
            return
        }
        #expect(file.path.hasSuffix("/static/a b.txt"))
        #expect(file.root.hasSuffix("/static"))
        // It leads away at once: no client belongs on it.
        guard case .made(let html, _) = await served.live.answer("/blog/old/") else {
            Issue.record("no redirect")
            return
        }
        #expect(String(decoding: html, as: UTF8.self).contains("/blog/2021/01/02/%E6%B5%B7/"))
    }

    /// As every host of static files does it; a sitemap lists pages, and this is a file.
    @Test func showsAFolderOfAFileAtItsAddress() async throws {
        let served = try await ServedSite(
            BuiltSite.configuration + """
                -- content/posts/a.md
                ---
                date: 2021-01-02
                slug: a
                ---
                [Talk](/slides/), [again](/slides), [file](/slides/index.html)
                -- static/slides/index.html
                <!doctype html><title>Slides</title><script src="a.js"></script>
                -- static/slides/a.js
                1
                """)
        for path in ["/slides/", "/slides/index.html"] {
            guard case .file(let file) = await served.live.answer(path) else {
                Issue.record("no file at \(path)")
                continue
            }
            #expect(file.path.hasSuffix("/static/slides/index.html"))
        }
        #expect(await redirect(served, "/slides") == "/slides/")
        #expect(served.lines() == [])
        let outcome = try await served.site.build()
        #expect(outcome.ids == [])
        #expect(served.site.page("slides/index.html")?.contains("Slides") == true)
        #expect(served.site.page("sitemap.xml")?.contains("/a/") == true)
        #expect(served.site.page("sitemap.xml")?.contains("slides") == false)
        let text = try await served.text("/2021/01/02/a/")
        #expect(text.components(separatedBy: "href=\"/slides/\"").count == 4)
    }

    @Test func marksADraftAlone() async throws {
        let served = try await served()
        #expect(try await served.page("/blog/2021/01/03/draft/").mark == "Draft")
        #expect(try await served.page("/blog/2021/01/02/海/").mark == nil)
    }
}
