import Addresses
import Import
import Testing

@Suite("A site of Hexo")
struct HexoTests {
    private let files = oldFiles([
        "_config.yml": """
        title: 手记
        url: https://example.org
        root: /blog/
        language: zh_CN
        timezone: Asia/Shanghai
        permalink: :year/:month/:title/
        per_page: 1
        tag_map:
          数据库: database
        theme: next
        feed:
          path: atom.xml
        """,
        "_config.next.yml": """
        menu:
          首页: / || fa fa-home
          关于: /about/ || fa fa-user
        giscus:
          repo: me/blog
          repo_id: R_1
        disqus:
          shortname: me
        """,
        "source/_posts/b.md":
            "---\ntitle: B\ndate: 2021-02-03 10:00:00\ntags: [C++, 数据库]\n---\nText\n",
        "source/_posts/go/index.md":
            "---\ntitle: A\ndate: 2020-02-03\ncategories: [Go, Runtime]\n---\n",
        "source/_posts/draft.md": "---\ntitle: D\ndate: 2020-02-03\npublished: false\n---\n",
        "source/about/index.md": "---\ntitle: About\n---\n",
        "source/links.md": "---\ntitle: Links\n---\n",
    ])

    @Test func isRecognized() {
        #expect(Generator.recognized(in: files) == .hexo)
    }

    @Test func givesAConfigurationWithTheOriginOfEachLine() {
        let text = ImportedSite(.hexo, files).configuration()
        #expect(
            settings(text) == [
                "[site]", "title = \"手记\"", "url = \"https://example.org/blog/\"",
                "language = \"zh-CN\"", "timezone = \"Asia/Shanghai\"",
                "[build]", "content = \"source\"", "output = \"galley-public\"", "future = true",
                "[posts]", "folder = \"_posts\"", "permalink = \"/:year/:month/:path/\"",
                "offsets = \"site\"", "categories = \"path\"", "per_page = 1", "keep_index = true",
                "[pages]", "permalink = \"/:path.html\"", "[archives]", "per_page = 1",
                "[terms]", "per_page = 1", "slug = \"hexo\"",
                "map = { \"数据库\" = \"database\" }",
                "[markdown]", "hard_breaks = true", "heading_ids = \"hexo\"",
                "[feeds]", "atom = \"atom.xml\"",
                "[theme.params.giscus]", "repo = \"me/blog\"", "repo_id = \"R_1\"",
                "[[menu]]", "name = \"首页\"", "url = \"/\"",
                "[[menu]]", "name = \"关于\"", "url = \"/about/\"",
            ])
        #expect(text.contains("title = \"手记\"  # _config.yml:1 title\n"))
        #expect(text.contains("repo = \"me/blog\"  # _config.next.yml:5 giscus.repo\n"))
    }

    @Test func namesWhatIsNotTakenOver() {
        #expect(
            ImportedSite(.hexo, files).notes == [
                "Comments of disqus (_config.next.yml:7 disqus) are not taken over: the theme has "
                    + "giscus, utterances and waline."
            ])
    }

    @Test func computesTheOldAddresses() {
        let lines = ImportedSite(.hexo, files).addresses(now: 2_000_000_000).lines
        #expect(
            lines == [
                "feed /atom.xml", "list /", "list /archives/", "list /archives/2020/",
                "list /archives/2020/02/", "list /archives/2021/", "list /archives/2021/02/",
                "list /archives/page/2/", "list /page/2/", "page /about/", "page /links.html",
                "post /2020/02/go/index/", "post /2021/02/b/", "term /categories/Go/",
                "term /categories/Go/Runtime/", "term /tags/C/", "term /tags/database/",
            ])
    }

    @Test func writesTermsInLowerCaseWhereHexoDoes() {
        let files = oldFiles([
            "_config.yml": "title: A\nurl: https://example.org\nfilename_case: 1\n",
            "source/_posts/a.md": "---\ndate: 2020-01-01\ntags: [Node.js, go]\n---\n",
        ])
        let site = ImportedSite(.hexo, files)
        #expect(settings(site.configuration()).contains("map = { \"Node.js\" = \"node.js\" }"))
        let terms = site.addresses(now: 2_000_000_000).lines.filter { $0.hasPrefix("term") }
        #expect(terms == ["term /tags/go/", "term /tags/node-js/"])
    }

    @Test func readsTheTitleOfAFileNameWithADate() {
        let files = oldFiles([
            "_config.yml":
                "title: A\nurl: https://example.org\nnew_post_name: :year-:month-:title.md\n"
                + "permalink: :title.html\n",
            "source/_posts/2020-01-hello.md": "---\ndate: 2020-01-01\n---\n",
        ])
        let addresses = ImportedSite(.hexo, files).addresses(now: 2_000_000_000)
        #expect(addresses.first?.path == URLPath("/hello.html"))
    }
}
