import Content
import Planning
import Testing

@testable import Rendering

/// What docs/themes.md promises of the records in lists is there where the site has it.
struct PromisedFieldsTests {
    /// A site in which the post `middle` has all that a post can have, and so have its terms.
    private func site() throws -> RenderedSite {
        var site = try RenderedSite()
        site.configuration.posts.perPage = 1
        let shared = { (head: inout FrontMatter) in
            head.tags = ["Go"]
            head.series = "Tour"
        }
        try site.post("last", "2021-03-03") { shared(&$0) }
        try site.post(
            "middle", "2021-02-02", title: "Middle",
            "# Middle\n\nIntro.\n\n<!-- more -->\n\n## A\n\n## B\n\n## C\n",
            isDraft: true, isFuture: true
        ) {
            shared(&$0)
            $0.categories = [["Systems", "Runtime"]]
            $0.sticky = 1
            $0.language = "en-GB"
            $0.updated = Moment("2021-04-01", zone: .utc)
            $0.original = FrontMatter.Original(
                title: "Original", url: "https://a.example/", author: "A")
            $0.authors = [FrontMatter.Author(name: "Ada", url: "/ada/")]
            $0.cover = "/img/c.png"
            $0.description = "In brief."
            $0.params = ["subtitle": .string("Sub")]
        }
        try site.post("first", "2020-01-01") { shared(&$0) }
        site.asset("img/c.png", size: .init(width: 30, height: 20))
        site.asset("favicon.png", isStatic: true, size: .init(width: 32, height: 32))
        return site
    }

    /// The post that the pages below show.
    private let post = "/2021/02/02/middle/"

    /// Where the column *in* may say that a field is, with a page of that kind that shows the post,
    /// its layout, and the section around the post.
    private let places: [(words: Set<String>, path: String, layout: String, tag: String)] = [
        (["everywhere", "lists, page", "lists", "home"], "/", "home", "posts"),
        (["everywhere", "lists, page", "lists"], "/tags/Go/page/2/", "term", "posts"),
        (["everywhere", "lists, page", "lists"], "/categories/Systems/Runtime/", "term", "posts"),
        (["everywhere", "lists, page", "lists"], "/series/Tour/page/2/", "term", "posts"),
        (["everywhere"], "/archives/page/2/", "archive", "years"),
        (["everywhere"], "/archives/2021/02/", "archive", "years"),
        (["everywhere", "lists, page", "page"], "/2021/02/02/middle/", "post", "post"),
    ]

    @Test func everyListFillsTheFieldsOfAPostThatThePagePromises() throws {
        let fields = try ThemesPage().fields.filter { $0.record == "post" }
        #expect(fields.allSatisfy { $0.rest.count == 2 })
        for (words, path, layout, tag) in places {
            let promised = fields.filter { words.contains($0.rest[0]) }.map(\.name)
            #expect(promised.count > 10)
            let probes = promised.map { "{{#\($0)}}\($0) {{/\($0)}}" }.joined(separator: "{{! }}")
            let inner = tag == "years" ? "{{#posts}}\(probes){{/posts}}" : probes
            var site = try site()
            site.overrides["layouts/\(layout).mustache"] = "{{#\(tag)}}\(inner){{/\(tag)}}"
            let filled = Set(try site.render(path).split(separator: " ").map(String.init))
            #expect(Set(promised).subtracting(filled) == [], "empty in \(path)")
        }
    }

    /// One tag for each field of a record, `title=[{{title}}]`.
    private func probes(_ record: String, _ fields: [ThemesPage.Field]) -> String {
        fields.filter { $0.record == record && !$0.kind.contains("list") && $0.kind != "flag" }
            .map { "\(record).\($0.name)=[{{\($0.name)}}]\n" }.joined()
    }

    @Test func everyFieldOfARecordInAListIsFilled() throws {
        let fields = try ThemesPage().fields
        let p = { (record: String) in probes(record, fields) }
        let pages: [(path: String, layout: String, body: String)] = [
            ("/", "home", "{{#feeds}}\(p("feed")){{/feeds}}{{#menu}}\(p("menu entry")){{/menu}}"),
            ("/", "home", "{{#icons}}\(p("icon")){{/icons}}{{#search}}\(p("search")){{/search}}"),
            ("/", "home", "{{#posts}}{{#date}}\(p("date")){{/date}}{{/posts}}"),
            ("/", "home", "{{#posts}}{{#updated}}\(p("date")){{/updated}}{{/posts}}"),
            ("/", "home", "{{#posts}}{{#cover}}\(p("image")){{/cover}}{{/posts}}"),
            ("/", "home", "{{#posts}}{{#tags}}\(p("term")){{/tags}}{{/posts}}"),
            ("/", "home", "{{#posts}}{{#series}}\(p("term")){{/series}}{{/posts}}"),
            ("/", "home", "{{#posts}}{{#original}}\(p("original")){{/original}}{{/posts}}"),
            ("/", "home", "{{#posts}}{{#related}}\(p("link")){{/related}}{{/posts}}"),
            ("/", "home", "{{#posts}}{{#newer}}\(p("link")){{/newer}}{{/posts}}"),
            (
                "/", "home",
                "{{#posts}}{{#categories}}{{#terms}}\(p("term")){{/terms}}{{/categories}}{{/posts}}"
            ),
            ("/tags/", "taxonomy", "{{#terms}}\(p("term")){{/terms}}"),
            ("/categories/Systems/", "term", "{{#children.terms}}\(p("term")){{/children.terms}}"),
            ("/tags/Go/page/2/", "term", "{{#pager}}\(p("pager")){{/pager}}"),
            ("/archives/", "archive", "{{#years}}\(p("year")){{/years}}"),
            (post, "post", "{{#post}}{{#contents}}\(p("contents entry")){{/contents}}{{/post}}"),
            (post, "post", "{{#post.series_posts}}\(p("series post")){{/post.series_posts}}"),
        ]
        for (path, layout, body) in pages {
            var site = try site()
            site.overrides["layouts/\(layout).mustache"] = body
            let page = try site.render(path)
            #expect(page.contains("=["), "nothing in \(body)")
            #expect(!page.contains("=[]"), "\(page)")
        }
    }

    /// `[name depth]` for each term.
    private let depths = "[{{name}} {{depth}}]"

    @Test func termsHaveTheirDepthWhereverTheyStand() throws {
        var site = try site()
        site.overrides["layouts/home.mustache"] =
            "{{#posts}}{{#categories}}{{#terms}}\(depths){{/terms}}{{/categories}}{{/posts}}"
        site.overrides["layouts/term.mustache"] =
            "{{#children}}{{#terms}}\(depths){{/terms}}{{/children}}"
        site.overrides["layouts/taxonomy.mustache"] = "{{#terms}}\(depths){{/terms}}"
        #expect(try site.render("/") == "[Systems 1][Runtime 2]")
        #expect(try site.render("/categories/Systems/") == "[Runtime 2]")
        #expect(try site.render("/categories/") == "[Systems 1][Runtime 2]")
    }

    /// What a card shows is of the post, and of no outer record.
    @Test func listsShowTheOriginalTheSeriesAndOtherKeys() throws {
        var site = try site()
        site.overrides["layouts/home.mustache"] = """
            {{#posts}}{{title}}|{{description}}|{{params.subtitle}}|{{words_text}}|\
            {{minutes_text}}|{{series.name}}|{{original.title}}|{{updated.machine}}|{{language}}|\
            {{newer.title}}|{{older.title}}|{{#related}}{{title}},{{/related}}{{/posts}}
            """
        #expect(
            try site.render("/") == """
                Middle|In brief.|Sub|4 words|1 min|Tour|Original|2021-04-01T00:00:00Z|en-GB|\
                last|first|last,first,
                """)
    }

    @Test func aPageHasWhatItsTextAndHeadGive() throws {
        var site = try site()
        site.page("about", "Some words.\n") {
            $0.updated = Moment("2021-04-01", zone: .utc)
            $0.original = FrontMatter.Original(title: "Original", url: "", author: "A")
        }
        site.overrides["layouts/page.mustache"] =
            "{{#post}}{{words_text}}|{{updated.machine}}|{{original.title}}|{{description}}{{/post}}"
        #expect(
            try site.render("/about/") == "2 words|2021-04-01T00:00:00Z|Original|Some words.")
    }
}
