import Content
import Testing

@testable import Rendering

/// Who wrote a post, on its page and in lists.
struct AuthorsTests {
    private func site(_ authors: [FrontMatter.Author]) throws -> RenderedSite {
        var site = try RenderedSite()
        site.configuration.site.author = "Site"
        site.configuration.site.license = "CC"
        try site.post("a", "2021-01-01") { $0.authors = authors }
        return site
    }

    private let two = [
        FrontMatter.Author(name: "Ada <b>", url: "https://a.example/?a&b"),
        FrontMatter.Author(name: "Bo"),
    ]

    @Test func thePostNamesThem() throws {
        let page = try site(two).render("/2021/01/01/a/")
        #expect(
            page.contains(
                "<span><a href=\"https://a.example/?a&amp;b\" rel=\"author\">Ada &lt;b&gt;</a></span>\n"
                    + "<span>Bo</span>"))
        #expect(page.contains("<meta name=\"author\" content=\"Ada &lt;b&gt;\">"))
        #expect(page.contains("<meta name=\"author\" content=\"Bo\">"))
        #expect(page.contains("<dd>Bo</dd>"))
        #expect(!page.contains("content=\"Site\"") && !page.contains("<dd>Site</dd>"))
    }

    @Test func aCardNamesThemWhereTheyAreNotTheSitesAuthor() throws {
        #expect(try site(two).render("/").contains("<span>Bo</span>"))
        let own = try site([FrontMatter.Author(name: "Site")])
        #expect(try !own.render("/").contains("<span>Site</span>"))
        #expect(try own.render("/2021/01/01/a/").contains("<span>Site</span>"))
    }

    @Test func aPostWithoutAuthorsHasTheSitesInItsNotice() throws {
        let page = try site([]).render("/2021/01/01/a/")
        #expect(!page.contains("<span>Site</span>"))
        #expect(page.contains("<meta name=\"author\" content=\"Site\">"))
        #expect(page.contains("<dd>Site</dd>"))
    }

    @Test func layoutsSeeThemEverywhere() throws {
        var site = try site(two)
        let names = "{{#authors}}[{{name}}|{{href}}]{{/authors}}{{#is_by_others}}!{{/is_by_others}}"
        site.overrides["layouts/archive.mustache"] =
            "{{#years}}{{#posts}}\(names){{/posts}}{{/years}}"
        #expect(try site.render("/archives/") == "[Ada &lt;b&gt;|https://a.example/?a&amp;b][Bo|]!")
        site.overrides["layouts/page.mustache"] = "{{#post}}\(names){{/post}}"
        site.page("about") { $0.authors = [FrontMatter.Author(name: "Bo")] }
        #expect(try site.render("/about/") == "[Bo|]")
    }
}
