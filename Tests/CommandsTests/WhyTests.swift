import Content
import TestSupport
import Testing

@testable import Commands

/// `galley why`: every way to name a thing, and every reason for one that is missing.
struct WhyTests {
    private func answer(_ subject: String) async throws -> Why.Answer {
        let site = try BuiltSite(
            Fixture.text("chinese-site.txt") + "-- content/posts/broken.md\n---\ntitle: B\n---\n")
        defer { withExtendedLifetime(site.text) {} }
        let folder = SiteFolder(path: site.text.path)
        var request = BuildRequest()
        request.now = "2022-01-01"
        let planned = try #require(try await SiteSession.read(folder, request).planned().site)
        return Why(site: planned, folder: folder).answer(subject)
    }

    @Test(arguments: [
        "/2021/03/08/sea/", "/2021/03/08/sea", "/blog/2021/03/08/sea/",
        "https://example.org/blog/2021/03/08/sea/", "/2021/03/08/sea/#end",
        "public/2021/03/08/sea/index.html", "2021/03/08/sea/index.html",
    ])
    func findsThePostOfAnAddress(_ subject: String) async throws {
        let answer = try await answer(subject)
        #expect(answer.isFound)
        #expect(
            answer.text == "https://example.org/blog/2021/03/08/sea/ is the post "
                + "content/posts/sea/index.md")
    }

    @Test(arguments: ["content/posts/sea/index.md", "posts/sea/index.md"])
    func saysWhatASourceMakes(_ subject: String) async throws {
        let answer = try await answer(subject)
        #expect(answer.isFound)
        #expect(
            answer.text == "content/posts/sea/index.md makes "
                + "https://example.org/blog/2021/03/08/sea/ (public/2021/03/08/sea/index.html)")
    }

    @Test(arguments: [
        ("/about/", "the page content/about.md"),
        ("/2021/03/08/sea/wave.svg", "a copy of content/posts/sea/wave.svg"),
        ("/robots.txt", "a copy of static/robots.txt, in place of the generated robots.txt"),
        ("/page/2/", "page 2 of 2 of the home page"),
        ("/archives/2021/", "page 1 of 1 of the archive of 2021, 2 posts"),
        ("/tags/", "the index of tags"),
        ("/tags/%E6%B5%B7/", "page 1 of 1 of '海' in tags:\n  content/posts/sea/index.md"),
        ("/rss.xml", "a feed (rss)"),
        ("/sitemap.xml", "the sitemap"),
        ("/404.html", "the page for addresses that lead nowhere"),
        ("/old.html", "a redirect to /2021/03/08/sea/, the text content/posts/sea/index.md"),
        ("/galley/redirect.js", "the script of redirects"),
        ("/assets/search.92de8d5290.js", "the theme's search.js"),
        ("/search/", "the search page"), ("/search/index.json", "a part of the search index"),
    ])
    func namesTheMakerOf(_ subject: String, _ maker: String) async throws {
        let answer = try await answer(subject)
        #expect(answer.isFound)
        #expect(answer.text == "https://example.org/blog\(subject) is \(maker)")
    }

    @Test(arguments: [
        ("content/posts/draft.md", "is a draft: it is built with --drafts only"),
        ("content/_drafts/idea.md", "is a draft: it is built with --drafts only"),
        (
            "content/posts/future.md",
            "is dated 2030-01-01T00:00:00+08:00, in the future: it is built with --future, "
                + "or once that time has come"
        ),
        ("content/posts/expired.md", "expired at 2020-06-01T00:00:00+08:00"),
        ("content/posts/broken.md", "has errors and is left out"),
    ])
    func saysWhyASourceMakesNothing(_ source: String, _ reason: String) async throws {
        let answer = try await answer(source)
        #expect(!answer.isFound)
        #expect(answer.text == "\(source) \(reason)")
    }

    @Test func suggestsANearAddress() async throws {
        let answer = try await answer("/abuot/")
        #expect(!answer.isFound)
        #expect(answer.text == "nothing in this site makes '/abuot/'; did you mean '/about/'?")
    }
}

struct WhyHiddenAddressTests {
    @Test func knowsTheAddressThatADraftWouldHave() throws {
        let site = try SiteText(
            BuiltSite.configuration
                + "-- content/posts/a.md\n---\ntitle: A\ndate: 2020-01-01\ndraft: true\n---\nx\n")
        let run = try GalleyProgram.run(["why", "/2020/01/01/a/"], in: site)
        #expect(run.code == 1)
        #expect(run.output.contains("content/posts/a.md is a draft"))
    }

    @Test(arguments: [
        ("content/posts/_u.md", "'_u.md' begins with '_'; 'include' under [build] takes it in"),
        ("content/x.md.bak", "'content/x.md.bak' is left out by its name; 'include' under [build]"),
        ("static/.env", "'static/.env' is left out by its name"),
        ("content/old/o.md", "'exclude' under [build] names it"),
        ("content/old", "content/old makes nothing: 'exclude' under [build] names it"),
        ("content/old/a.bak", "'exclude' under [build] names it"),
        ("/.env", "'static/.env' is left out by its name"),
        ("static/.git/config", "'static/.git/' is a repository, which is never copied"),
        ("galley.toml", "it is the configuration"), ("README.txt", "it lies neither in 'content'"),
        (
            "content/tags/index.md",
            "it has no text of its own, and https://example.org/tags/ is the"
        ),
        ("content/notes/_index.md", "there is no list at https://example.org/notes/"),
        ("content/posts/exp.md", "expired at 2021-09-01"),
        ("/2021/08/12/exp/", "expired at 2021-09-01"),
        ("content/posts/later.md", "left out"),
    ])
    func saysWhyAFileOfTheSiteMakesNothing(subject: String, reason: String) throws {
        let run = try GalleyProgram.run(["why", subject], in: Self.site())
        #expect(run.code == 1)
        #expect(run.output.contains(reason), "\(run.output)")
    }

    @Test(arguments: [
        (
            "content/categories/_index.md",
            "gives the list https://example.org/categories/ its title"
        ),
        ("content/posts/C#入门.md", "makes https://example.org/2021/08/12/C%23%E5%85%A5%E9%97%A8/"),
    ])
    func saysWhatAFileOfTheSiteMakes(subject: String, answer: String) throws {
        let run = try GalleyProgram.run(["why", subject], in: Self.site())
        #expect(run.code == 0)
        #expect(run.output.contains(answer), "\(run.output)")
    }

    private static func site() throws -> SiteText {
        let head = "---\ntitle: T\ndate: 2021-08-12\n"
        return try SiteText(
            BuiltSite.configuration + "[build]\nexclude = [\"content/old/\"]\n" + """
                -- content/posts/_u.md
                \(head)---
                -- content/posts/C#入门.md
                \(head)---
                -- content/posts/exp.md
                \(head)expires: 2021-09-01
                ---
                -- content/posts/a.md
                \(head)---
                -- content/posts/later.md
                ---
                title: L
                date: 2021-08-12 10:00:00
                permalink: /2021/08/12/a/
                ---
                -- content/tags/index.md
                ---
                type: tags
                ---
                -- content/categories/_index.md
                ---
                title: C
                ---
                -- content/notes/_index.md
                ---
                title: N
                ---
                -- content/x.md.bak
                -- content/old/o.md
                -- content/old/a.bak
                -- static/.env
                -- static/.git/config
                -- README.txt

                """)
    }
}

/// Every kind of path of a site has a true answer.
struct WhyKindsTests {
    private static func site() throws -> SiteText {
        try SiteText(
            BuiltSite.configuration + """
                [build]
                exclude = ["content/posts/out/"]
                [feeds]
                terms = true
                -- content/posts/a.md
                ---
                title: A
                date: 2021-01-01
                tags: Go
                aliases: /alias/
                ---
                -- content/posts/quiet.md
                ---
                title: Q
                date: 2021-01-02
                unlisted: true
                ---
                -- content/posts/d/index.md
                ---
                title: D
                date: 2021-01-03
                draft: true
                tags: Rust
                aliases: /old-d/
                ---
                -- content/posts/d/notes.md
                ---
                title: N
                ---
                -- content/posts/d/x.txt
                -- content/posts/out/o.md
                ---
                title: O
                date: 2021-01-04
                ---
                -- content/posts/out/o.txt
                -- content/_drafts/pic.txt
                -- static/robots.txt
                -- static/logo.txt
                -- content/nope.tmp~

                """)
    }

    @Test(arguments: [
        ("/2021/01/02/quiet/", "is the post content/posts/quiet.md; it is unlisted"),
        ("content/posts/quiet.md", "it is unlisted: no list, feed, sitemap or search index"),
        ("/alias/", "is a redirect to /2021/01/01/a/, the text content/posts/a.md"),
        ("alias/index.html", "is a redirect to /2021/01/01/a/"),
        ("/tags/Go/rss.xml", "is a feed (rss) of 'Go' in tags"),
        ("static/robots.txt", "(public/robots.txt), in place of the generated robots.txt"),
        ("static/logo.txt", "makes https://example.org/logo.txt (public/logo.txt)"),
        ("/logo.txt", "is a copy of static/logo.txt"),
        ("public/logo.txt", "is a copy of static/logo.txt"),
        ("/archives/2021/01/", "of the archive of 2021-01, 1 post"),
    ])
    func saysWhatMakesIt(subject: String, answer: String) throws {
        let run = try GalleyProgram.run(["why", subject], in: Self.site())
        #expect(run.code == 0)
        #expect(run.output.contains(answer), "\(run.output)")
    }

    @Test(arguments: [
        ("/2021/01/03/d/", "content/posts/d/index.md is a draft"),
        ("/old-d/", "content/posts/d/index.md is a draft"),
        ("/2021/01/03/d/x.txt", "content/posts/d/x.txt is not copied, as the text that it belongs"),
        ("content/posts/d/x.txt", "not published: content/posts/d/index.md is a draft"),
        (
            "content/posts/d/notes.md",
            "content/posts/d/notes.md is not published, as the text that it lies beside is not: "
                + "content/posts/d/index.md is a draft"
        ),
        ("/2021/01/03/d/notes/", "content/posts/d/notes.md is not published"),
        ("content/posts/d", "content/posts/d/index.md is a draft"),
        ("/tags/Rust/", "the tag 'Rust' is not listed, as no published text has it"),
        ("/tags/Rust/rss.xml", "the tag 'Rust' is not listed"),
        ("content/posts/out/o.md", "'exclude' under [build] names it"),
        ("content/posts/out/o.txt", "'exclude' under [build] names it"),
        (
            "/2021/01/04/o/",
            "content/posts/out/o.md makes nothing: 'exclude' under [build] names it"
        ),
        ("content/_drafts/pic.txt", "lies among drafts: it is copied with --drafts only"),
        ("content/nope.tmp~", "is left out by its name"),
        ("content/posts", "is a folder"), ("galley.toml", "it is the configuration"),
        (
            "https://other.example/a/",
            "is no address of this site, which is at https://example.org/"
        ),
        ("/nothing-at-all/", "nothing in this site makes '/nothing-at-all/'"),
        ("content/posts/gone.md", "nothing in this site makes 'content/posts/gone.md'"),
    ])
    func saysWhyNothingDoes(subject: String, answer: String) throws {
        let run = try GalleyProgram.run(["why", subject], in: Self.site())
        #expect(run.code == 1)
        #expect(run.output.contains(answer), "\(run.output)")
    }
}
