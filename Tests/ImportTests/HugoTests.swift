import Addresses
import Import
import Testing

@Suite("A site of Hugo")
struct HugoTests {
    private let files = oldFiles([
        "hugo.toml": """
        baseURL = "https://example.org/"
        title = "Notes"
        languageCode = "en-us"
        [pagination]
        pagerSize = 1
        [permalinks]
        posts = "/:year/:slug"
        talks = "/t/:title/"
        [[menus.main]]
        name = "Later"
        url = "/later/"
        weight = 2
        [[menus.main]]
        name = "Home"
        url = "/"
        weight = 1
        """,
        "content/posts/My Post.md":
            "---\ntitle: Go v1.2 (again)\ndate: 2021-02-03\ntags: [C++]\n---\n",
        "content/posts/b/index.md": "---\ntitle: B\nslug: Bee\ndate: 2020-02-03\n---\n",
        "content/talks/One.md": "---\ntitle: One Two\n---\n",
        "content/About.md": "+++\ntitle = 'About'\n+++\n",
        "content/c.md": "---\nurl: /see/c.html\n---\n",
    ])

    @Test func givesAConfiguration() {
        let site = ImportedSite(.hugo, files)
        #expect(Generator.recognized(in: files) == .hugo)
        #expect(
            settings(site.configuration()) == [
                "[site]", "title = \"Notes\"", "url = \"https://example.org/\"",
                "language = \"en-US\"",
                "[build]", "content = \"content\"", "output = \"galley-public\"",
                "[posts]", "folder = \"posts\"", "permalink = \"/:year/:slug_or_title/\"",
                "lowercase = true", "categories = \"list\"", "aliases = \"page\"",
                "list = \"posts/\"", "per_page = 1",
                "[pages]", "permalinks = { \"talks\" = \"/t/:hugo_title/\" }",
                "sections = true", "lowercase = true",
                "[terms]", "slug = \"hugo\"", "[feeds]", "rss = \"index.xml\"", "terms = true",
                "[[menu]]", "name = \"Home\"", "url = \"/\"",
                "[[menu]]", "name = \"Later\"", "url = \"/later/\"",
            ])
    }

    @Test func computesTheOldAddresses() {
        #expect(
            ImportedSite(.hugo, files).addresses(now: 2_000_000_000).lines == [
                "feed /index.xml", "list /", "list /categories/", "list /page/2/", "list /posts/",
                "list /posts/page/2/", "list /tags/", "page /about/", "page /see/c.html",
                "page /t/one-two/", "post /2020/bee/", "post /2021/go-v1.2-again/",
                "term /tags/c++/",
            ])
    }

    @Test func takesTheFolderOfTheDefaultLanguage() {
        let files = oldFiles([
            "config/_default/hugo.yaml": """
            baseURL: https://example.org/
            title: Notes
            defaultContentLanguage: en
            uglyURLs: true
            """,
            "config/_default/languages.yaml": """
            en: {contentDir: content/en}
            zh: {contentDir: content/zh}
            """,
            "content/en/blog/a.md": "---\ntitle: A\ndate: 2020-01-01\n---\n",
            "content/zh/blog/a.md": "---\ntitle: A\ndate: 2020-01-01\n---\n",
        ])
        let site = ImportedSite(.hugo, files)
        let lines = settings(site.configuration())
        #expect(lines.contains("folder = \"en/blog\""))
        #expect(lines.contains("permalink = \"/:sections[1:]/:slugorcontentbasename.html\""))
        #expect(lines.contains("permalinks = { \"en\" = \"/:path.html\" }"))
        #expect(site.addresses(now: 2_000_000_000).lines.contains("post /blog/a.html"))
    }
}
