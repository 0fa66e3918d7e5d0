import Testing

@testable import Content

@Suite("Templates of other generators, and pages without a text")
struct TemplateTextTests {
    @Test(arguments: [
        "", " \n\t\n", "<!-- more -->\n", "<!-- a -->\n\n<!-- b\n -->\n", "<!-- unclosed",
    ])
    func findsThatAPageIsEmpty(body: String) {
        #expect(TemplateText.stub(Array(body.utf8)[...]) == .empty)
    }

    @Test(arguments: [
        "{% for post in site.posts %}<a>{{ post.title }}</a>{% endfor %}",
        "# Archive\n\n{%- for p in paginator.posts -%}x{%- endfor -%}",
        "<div class=\"home\">\n{% include list.html %}\n</div>", "{% include a %}{{ content }}",
    ])
    func findsThatAPageIsATemplate(body: String) {
        #expect(TemplateText.stub(Array(body.utf8)[...]) == .template)
    }

    @Test(arguments: [
        "Text", "<p>Text</p>", "Text {{ site.title }}", "Text {% raw %}x{% endraw %}",
        "100 {% if x %} of {% endif %}", "<!-- a --> Text", "{", "{%", "<",
    ])
    func findsThatAPageHasATextOfItsOwn(body: String) {
        let stub = TemplateText.stub(Array(body.utf8)[...])
        #expect(stub == nil || body == "{%" || body == "<")
    }

    @Test(arguments: [
        ("---\n---\n<x/>", true), ("\u{FEFF}---\r\nlayout: null\r\n---\r\n", true),
        ("<rss>{{ site.title }}</rss>", true), ("<rss>{% if x %}", true), ("<rss/>", false),
        ("{\"a\": {\"b\": 1}}", false), ("--- x", false), ("{ {", false), ("", false),
    ])
    func tellsATemplateFromAFeed(text: String, isTemplate: Bool) {
        #expect(TemplateText.isTemplate(Array(text.utf8)[...]) == isTemplate)
    }

    @Test(arguments: [
        ("css", "---\n---\nbody {}\n"), ("js", "---\nlayout: x\n---\nx\n"),
        ("html", "\u{FEFF}---\r\n---\r\n<p>\r\n"), ("css", "a { color: {{ site.color }} }"),
        ("xml", "<a>{% for p in posts %}</a>"), ("svg", "<svg>{{ page.title }}</svg>"),
        ("txt", "{% include a %}"), ("json", "[{%- for p in posts -%}"),
    ])
    func findsACopiedFileThatSurelyIsATemplate(ending: String, text: String) {
        #expect(TemplateText.isUnrendered(Array(text.utf8)[...], ending: ending))
    }

    @Test(arguments: [
        ("css", "a{b{c:d}}"), ("js", "const a = `{{ x }} {% y %}`"), ("html", "<p>{{ name }}</p>"),
        ("txt", "---\na rule\n"), ("json", "{\"a\": \"Hello {{name}}\"}"), ("xml", "<a>{</a>"),
        ("css", "{% never\n closed"), ("txt", "----\n----\n"),
    ])
    func takesNoOtherFileForATemplate(ending: String, text: String) {
        #expect(!TemplateText.isUnrendered(Array(text.utf8)[...], ending: ending))
    }
}
