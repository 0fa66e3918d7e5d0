import Addresses
import Import
import Testing

@Suite("A site of Jekyll")
struct JekyllTests {
    private let files = oldFiles([
        "_config.yml": """
        title: Notes
        baseurl: /notes
        url: https://example.org
        timezone: Asia/Shanghai
        paginate: 1
        plugins: [jekyll-feed]
        exclude: [vendor, README.md]
        include: [_pages]
        collections:
          docs: {output: true, permalink: "/manual/:path/"}
          hidden: {output: false}
        """,
        "README.md": "# Readme\n",
        "_posts/2021-02-03-Hello World.md": "---\ntitle: A\ncategories: Go Runtime\n---\n",
        "_posts/2020-01-01-b.md": "---\ndate: 2020-01-01 20:00:00 +0000\n---\n",
        "_docs/a/b.md": "---\n---\n",
        "_hidden/x.md": "---\n---\n",
        "_pages/team.md": "---\npermalink: /team/\n---\n",
        "about.md": "---\n---\n",
        "CNAME": "notes.example.org\n",
    ])

    @Test func givesAConfiguration() {
        #expect(Generator.recognized(in: files) == .jekyll)
        #expect(
            settings(ImportedSite(.jekyll, files).configuration()) == [
                "[site]", "title = \"Notes\"", "url = \"https://example.org/notes/\"",
                "language = \"en\"", "timezone = \"Asia/Shanghai\"",
                "[build]", "content = \".\"", "output = \"galley-public\"",
                "exclude = [\"README.md\"]", "include = [\"_pages\", \"_docs\"]",
                "[posts]", "folder = \"_posts\"",
                "permalink = \"/:categories/:year/:month/:day/:slug.html\"",
                "categories = \"list\"", "split_terms = true", "offsets = \"site\"",
                "per_page = 1",
                "[pages]", "permalink = \"/:path.html\"",
                "permalinks = { \"_docs\" = \"/manual/:path/\" }",
                "[terms]", "slug = \"jekyll\"", "[feeds]", "atom = \"feed.xml\"",
            ])
    }

    @Test func computesTheOldAddresses() {
        #expect(
            ImportedSite(.jekyll, files).addresses(now: 2_000_000_000).lines == [
                "feed /feed.xml", "list /", "list /page2/", "page /about.html",
                "page /manual/a/b/", "page /team/", "post /2020/01/02/b.html",
                "post /go/runtime/2021/02/03/Hello World.html",
            ])
    }

    @Test func takesThePatternThatDefaultsGiveAllPosts() {
        let files = oldFiles([
            "_config.yml": """
            permalink: pretty
            defaults:
            - scope: {path: "", type: posts}
              values: {permalink: "/:title/"}
            """,
            "CNAME": "notes.example.org\n",
            "_posts/2021-02-03-a.md": "---\n---\n", "about.md": "---\n---\n",
        ])
        let site = ImportedSite(.jekyll, files)
        let lines = settings(site.configuration())
        #expect(lines.contains("url = \"https://notes.example.org/\""))
        #expect(lines.contains("permalink = \"/:slug/\""))
        let addresses = site.addresses(now: 2_000_000_000).lines
        #expect(addresses == ["list /", "page /about/", "post /a/"])
    }
}
