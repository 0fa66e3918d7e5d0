import Addresses
import Diagnostics
import Markdown

extension ConfigurationTable {
    /// All tables, in the order of docs/configuration.md.
    static let all: [ConfigurationTable] = [
        .init("site", \.site, Configuration.Site.keys) { $0.finish(&$1) },
        .init("build", \.build, Configuration.Build.keys) { $0.check($1) },
        .init("posts", \.posts, Configuration.Posts.keys),
        .init("pages", \.pages, Configuration.Pages.keys),
        .init(
            "archives", \.archives,
            [.perPage("posts on a page of the archives; `0`: one page with all")]),
        .init("terms", \.terms, Configuration.Terms.keys),
        .init(
            texts: "redirects", \.redirects, key: "an old address",
            "the address of this site that it leads to, such as `\"/new/\"`"),
        .init(
            entries: "menu", \.menu, Configuration.MenuItem.keys,
            standard: Configuration.MenuItem(name: "", url: "")),
        .init("markdown", \.markdown, MarkdownOptions.keys),
        .init("highlight", \.highlight, Configuration.Highlight.keys),
        .init("feeds", \.feeds, Configuration.Feeds.keys),
        .init("search", \.search, Configuration.Search.keys),
        .init("theme", \.self, [.themeParameters]),
        .init("diagnostics", \.diagnostics, Configuration.DiagnosticSettings.keys) { $0.check($1) },
        .init("snippets", \.snippets, Configuration.Snippets.keys, holdsTables: true) {
            $0.finish(&$1)
        },
        .init("publish", \.publish, PublishSettings.keys, holdsTables: true) { $0.finish(&$1) },
        .init(namedIn: "publish", PublishSettings.Target.keys, standard: .init()),
        .init(
            "security", \.self,
            [
                .policy(
                    \.policy,
                    "sources that the Content-Security-Policy of all targets and of the preview allows too"
                )
            ]),
        .init("serve", \.serve, [.hosts]),
    ]
}

extension Configuration.Site {
    static var keys: [ConfigurationKey<Self>] {
        [
            .text("title", \.title, isRequired: true, "the name of the site"),
            .address(
                "url", \.address,
                "where the site is published: absolute, `http` or `https`, no query, no fragment"),
            .text(
                "language", \.language,
                "a BCP 47 tag. Sets `lang` of the pages and chooses the words of the theme"),
            .zone(
                "timezone", \.zone,
                """
                an IANA name or `UTC`. Dates without an offset are in this zone. `CST` and `GMT+8` are \
                errors, since they are ambiguous
                """),
            .text(
                "description", \.description,
                "one line about the site, for machines, feeds and the foot of the page"),
            .text("author", \.author, "who writes the site"),
            .text("license", \.license, "shown at the foot of every page"),
            .text(
                "icp", \.icp,
                "the registration number that sites in China show; links to the registry"),
        ]
    }
}

extension Configuration.Build {
    static var keys: [ConfigurationKey<Self>] {
        [
            .folder(
                "content", \.content,
                "the folder with the articles, below the site's folder; `\".\"` is the site's folder itself"
            ),
            .text(
                "output", \.output, type: "path",
                "where the site is written, relative to the site's folder or absolute"),
            .text(
                "theme", \.theme,
                "the theme in `themes/NAME/`, else the one of that name inside the program"),
            .flag("drafts", \.drafts, "whether drafts are built"),
            .flag("future", \.future, "whether posts with a date to come are built"),
            .patterns("exclude", \.exclude, "files and folders that are neither read nor copied"),
            .patterns(
                "include", \.include,
                "those that are, whatever [else](#files-and-folders) keeps them out"),
        ]
    }
}

extension Configuration.Posts {
    static var keys: [ConfigurationKey<Self>] {
        [
            .folder(
                "folder", \.folder,
                """
                the folder of posts below `content`; `"."` is the content folder itself. All other \
                Markdown files are pages
                """),
            .text("permalink", \.permalink, "the address of a post, see [below](#permalinks)"),
            .number(
                "per_page", \.perPage, in: 0...100_000,
                "posts on a page of a list; `0`: one page with all"),
            .choice(
                "excerpt", \.excerpt,
                "what lists show of a post that has neither `excerpt` in its front matter nor a marker"
            ),
            .number(
                "excerpt_length", \.excerptLength, in: 0...100_000,
                "length of an automatic excerpt in words; a Chinese character is one word"),
            .choice(
                "categories", \.categories,
                """
                what `categories: [A, B]` means: B below A, as in Hexo, or the two categories A and B, \
                as in Hugo and Jekyll
                """),
            .flag(
                "split_terms", \.splitsTerms,
                "whether `tags: a b` and `categories: a b` without brackets are two terms, as in Jekyll"
            ),
            .text(
                "default_category", \.defaultCategory,
                """
                what `:category` gives for a post without one; `""`: that part of the address is \
                dropped, as Jekyll does
                """),
            .choice(
                "category_token", \.categoryToken,
                "which of several categories `:category` gives; Hexo takes the last"),
            .outputPath(
                "list", \.list,
                """
                where the list of posts lies if the site has a [home page of its \
                own](#files-and-folders); `""` for none
                """),
            .flag(
                "lowercase", \.lowercase,
                "whether addresses from `permalink` are in lower case, as in Hugo"),
            .flag(
                "keep_index", \.keepsIndex,
                "whether `:path` of `a/index.md` is `a/index`, as in Hexo, rather than `a`"),
            .choice(
                "offsets", \.offsets,
                """
                the day of a date that is written with an offset: its own, or the one that clocks \
                in `timezone` show, as in Jekyll
                """),
            .choice(
                "aliases", \.aliases,
                """
                what `aliases` without a leading `/` start from: the site, or the folder that \
                contains the page, as in Hugo
                """),
        ]
    }
}

extension Configuration.Pages {
    static var keys: [ConfigurationKey<Self>] {
        [
            .text(
                "permalink", \.permalink,
                """
                the address of a page, with the tokens [of posts](#permalinks), such as \
                `"/:path.html"`; an `index.md` is its folder. `""`: `/:path/`, and files in HTML \
                keep their names
                """),
            .texts(
                "permalinks", \.permalinks,
                """
                the same for the pages below a folder of `content`: `{ "_docs" = "/docs/:path/" }`. \
                The innermost folder counts, and `:path` begins below it
                """),
            .flag(
                "sections", \.sections,
                """
                whether an `_index.md` with a text is a page where galley has no list, as in Hugo \
                and Zola
                """),
            .flag(
                "lowercase", \.lowercase, "whether addresses of pages are in lower case, as in Hugo"
            ),
        ]
    }
}

extension Configuration.Terms {
    static var keys: [ConfigurationKey<Self>] {
        [
            .number(
                "per_page", \.perPage, in: 0...100_000, standard: "that of `[posts]`",
                "posts on a page of a tag, a category or a series; `0`: one page with all"),
            .choice(
                "slug", \.slug,
                """
                how a name becomes a part of an address: `C++` is `C++` for galley, `C` for Hexo, \
                `c++` for Hugo and `c` for Jekyll
                """),
            .texts(
                "map", \.map,
                """
                other names in addresses, as Hexo's `tag_map` and `category_map`: \
                `{ "数据库" = "database" }`
                """),
        ]
    }
}

extension ConfigurationKey<Configuration.ListPages> {
    static func perPage(_ meaning: String) -> Self {
        .number(
            "per_page", \.perPage, in: 0...100_000, standard: "that of `[posts]`", meaning)
    }
}

extension Configuration.MenuItem {
    static var keys: [ConfigurationKey<Self>] {
        [
            .text("name", \.name, isRequired: true, "what is shown"),
            .text(
                "url", \.url, isRequired: true,
                "a path of the site, without its base path, or an absolute URL"),
        ]
    }
}

extension MarkdownOptions {
    static var keys: [ConfigurationKey<Self>] {
        [
            .flag(
                "hard_breaks", \.hardBreaks,
                "a line break in a paragraph becomes `<br>`, as most Hexo blogs were rendered"),
            .choice(
                "heading_ids", \.headingIDs, of: [("github", .github), ("hexo", .hexo)],
                "how a heading gets its id, see [writing.md](writing.md#headings)"),
            .flag(
                "unsafe_html", \.unsafeHTML,
                """
                raw HTML passes; with `false` it is dropped, and so are `javascript:` addresses and \
                their like, see [security.md](security.md#unsafe_html--false)
                """),
            .flag("cjk_emphasis", \.cjkEmphasis, "`**重要。**这` is strong"),
            .flag(
                "cjk_breaks", \.cjkBreaks,
                """
                a line break between Chinese or Japanese characters leaves no space; no effect with \
                `hard_breaks`
                """),
            .flag(
                "smart", \.smart,
                """
                `"quotes"`, `--` and `...` become typographic, also in headings, whose ids stay the \
                same
                """),
            .mathematics(
                "math", \.mathematics,
                #"""
                whether [formulas](writing.md#formulas) in TeX stay as they are written; `"auto"`: in \#
                texts that have `$$…$$`, `\(…\)` or `\[…\]`
                """#),
        ]
    }
}

extension Configuration.Highlight {
    static var keys: [ConfigurationKey<Self>] {
        [
            .flag(
                "line_numbers", \.lineNumbers,
                "listings have line numbers unless the block says otherwise"),
            .choice(
                "listing", \.listing,
                """
                the HTML of a listing: galley's own, or Hexo's `figure.highlight` table, for style \
                sheets of Hexo themes
                """),
        ]
    }
}

extension Configuration.Feeds {
    static var keys: [ConfigurationKey<Self>] {
        [
            .outputPath("rss", \.rss, "the file of the RSS 2.0 feed; `\"\"` for none"),
            .outputPath("atom", \.atom, "the file of the Atom feed; `\"\"` for none"),
            .outputPath("json", \.json, "the file of the JSON Feed; `\"\"` for none"),
            .number("limit", \.limit, in: 0...100_000, "how many posts a feed holds"),
            .choice("content", \.content, "what it holds of each"),
            .flag("terms", \.terms, "a feed for each tag and category too: `/tags/Go/rss.xml`"),
        ]
    }
}

extension Configuration.Search {
    static var keys: [ConfigurationKey<Self>] {
        [
            .outputPath(
                "page", \.page, "the folder of the search page and of its index; `\"\"` for none"),
            .flag("code", \.code, "whether the words of listings are found too"),
        ]
    }
}

extension Configuration.DiagnosticSettings {
    static var keys: [ConfigurationKey<Self>] {
        [
            .set("warn", \.warn, of: "ids", "reported as warnings, also under `--strict`"),
            .set("off", \.off, of: "ids", "not reported"),
            .text(
                "baseline", \.baseline, type: "path",
                standard: "`\"galley.baseline.json\"`, where it is there",
                """
                the file of findings that are known and spared, see \
                [snippets.md](snippets.md#an-old-archive)
                """),
            .text(
                "manual", \.manual, type: "URL",
                """
                where your copy of [diagnostics.md](diagnostics.md) is published: the rules of a SARIF \
                report link to it
                """),
        ]
    }
}

extension Configuration.Snippets {
    static var keys: [ConfigurationKey<Self>] {
        CheckLevels.keys.map { $0.lifted(\.levels) } + [
            .list(
                "require", \.require, of: "languages",
                """
                in `check` and under `--strict` it is an error when the tool of such a language is \
                missing
                """),
            .text(
                "baseline", \.baseline, type: "path",
                "an older place for `baseline` of [`[diagnostics]`](#diagnostics)"),
            .flag("show", \.show, "verdicts under the listings of an article's page"),
            .commands(
                "tools", \.tools,
                """
                other commands for tools: a program, absolute or looked for in `PATH`, and arguments; \
                left out with `--untrusted`
                """),
        ]
    }
}
