import Addresses
import Diagnostics
import Markdown
import Text

/// The tables of `galley.toml`, each with its keys.
extension ConfigurationReader {
    /// nil without a title or a usable URL.
    mutating func site() -> Configuration.Site? {
        let keys = [
            "title", "url", "language", "timezone", "description", "author", "license", "icp",
        ]
        return section("site", keys: keys) { section in
            var title = ""
            var url = ""
            section.read("title", into: &title)
            section.read("url", into: &url)
            for key in ["title", "url"] where section.values[key] == nil {
                section.refuse(
                    key, "'site.\(key)' must be given", id: .configurationMissingKey)
            }
            let address = SiteAddress(url)
            if address == nil, case .string? = section.values["url"] {
                section.refuse(
                    "url", "'site.url' must be an absolute http or https URL, not '\(url)'",
                    explanation: "Such as https://example.org/ or https://example.org/blog/.")
            }
            if title.isEmpty, case .string? = section.values["title"] {
                section.refuse("title", "'site.title' must not be empty")
            }
            guard let address, !title.isEmpty else { return nil }
            var site = Configuration.Site(title: title, address: address)
            section.read("language", into: &site.language)
            section.checkLanguage(site.language)
            section.readZone(into: &site.zone)
            section.read("description", into: &site.description)
            section.read("author", into: &site.author)
            section.read("license", into: &site.license)
            section.read("icp", into: &site.icp)
            return site
        }
    }

    mutating func build() -> Configuration.Build {
        let keys = ["content", "output", "theme", "drafts", "future", "exclude", "include"]
        return section("build", keys: keys) { section in
            var build = Configuration.Build()
            section.read("content", into: &build.content)
            section.read("output", into: &build.output)
            section.read("theme", into: &build.theme)
            section.read("drafts", into: &build.drafts)
            section.read("future", into: &build.future)
            section.read("exclude", into: &build.exclude)
            section.read("include", into: &build.include)
            section.checkOutput(of: build)
            if build.theme.isEmpty || build.theme.contains("/") || build.theme.hasPrefix(".") {
                section.refuse(
                    "theme", "'build.theme' must be the name of a theme, not '\(build.theme)'",
                    id: .configurationBadPath, explanation: "Themes are in themes/NAME.")
            }
            return build
        }
    }

    mutating func posts() -> Configuration.Posts {
        let keys = [
            "folder", "permalink", "per_page", "excerpt", "excerpt_length", "categories",
            "split_terms", "default_category", "category_token", "list",
        ]
        return section("posts", keys: keys) { section in
            var posts = Configuration.Posts()
            section.read("folder", into: &posts.folder)
            section.read("permalink", into: &posts.permalink)
            section.read("per_page", into: &posts.perPage, in: 0...100_000)
            section.read("excerpt", into: &posts.excerpt)
            section.read("excerpt_length", into: &posts.excerptLength, in: 0...100_000)
            section.read("categories", into: &posts.categories)
            section.read("default_category", into: &posts.defaultCategory)
            section.read("category_token", into: &posts.categoryToken)
            section.readFile("list", into: &posts.list)
            section.read("split_terms", into: &posts.splitsTerms)
            return posts
        }
    }

    mutating func archives() -> Configuration.ListPages {
        section("archives", keys: ["per_page"]) { $0.listPages() }
    }

    mutating func terms() -> Configuration.ListPages {
        section("terms", keys: ["per_page"]) { $0.listPages() }
    }

    mutating func markdown() -> MarkdownOptions {
        let keys = [
            "hard_breaks", "heading_ids", "unsafe_html", "cjk_emphasis", "cjk_breaks", "smart",
            "math",
        ]
        return section("markdown", keys: keys) { section in
            var markdown = MarkdownOptions.standard
            section.read("hard_breaks", into: &markdown.hardBreaks)
            section.read(
                "heading_ids", into: &markdown.headingIDs,
                from: [("github", .github), ("hexo", .hexo)])
            section.read("unsafe_html", into: &markdown.unsafeHTML)
            section.read("cjk_emphasis", into: &markdown.cjkEmphasis)
            section.read("cjk_breaks", into: &markdown.cjkBreaks)
            section.read("smart", into: &markdown.smart)
            section.readMathematics(into: &markdown.mathematics)
            return markdown
        }
    }

    mutating func highlight() -> Configuration.Highlight {
        section("highlight", keys: ["line_numbers", "listing"]) { section in
            var highlight = Configuration.Highlight()
            section.read("line_numbers", into: &highlight.lineNumbers)
            section.read("listing", into: &highlight.listing)
            return highlight
        }
    }

    mutating func feeds() -> Configuration.Feeds {
        section("feeds", keys: ["rss", "atom", "json", "limit", "content", "terms"]) { section in
            var feeds = Configuration.Feeds()
            section.readFile("rss", into: &feeds.rss)
            section.readFile("atom", into: &feeds.atom)
            section.readFile("json", into: &feeds.json)
            section.read("limit", into: &feeds.limit, in: 0...100_000)
            section.read("content", into: &feeds.content)
            section.read("terms", into: &feeds.terms)
            return feeds
        }
    }

    mutating func search() -> Configuration.Search {
        section("search", keys: ["page", "code"]) { section in
            var search = Configuration.Search()
            section.readFile("page", into: &search.page)
            section.read("code", into: &search.code)
            return search
        }
    }

    mutating func themeParameters() -> [String: Value] {
        section("theme", keys: ["params"]) { section in
            var parameters: [String: Value] = [:]
            section.read("params", into: &parameters)
            return parameters
        }
    }

    mutating func snippets() -> Configuration.Snippets {
        let keys = ["level", "reason", "unlabelled", "require", "baseline", "show", "tools"]
        // Every other table is a language's.
        return section("snippets", keys: keys, allowsTables: true) { section in
            var snippets = Configuration.Snippets()
            snippets.levels = section.readWishes(others: ["tools"])
            section.read("require", into: &snippets.require)
            section.read("baseline", into: &snippets.baseline)
            if !snippets.baseline.isEmpty { _ = section.inner(snippets.baseline, "baseline") }
            section.read("show", into: &snippets.show)
            section.readCommands("tools", into: &snippets.tools)
            return snippets
        }
    }

    mutating func serve() -> Configuration.Serve {
        section("serve", keys: ["hosts"]) { section in
            var serve = Configuration.Serve()
            section.readHosts("hosts", into: &serve.hosts)
            return serve
        }
    }

    /// - Parameter snippets: the settings of `[snippets]`, which may name the baseline too.
    mutating func diagnosticSettings(
        _ snippets: Configuration.Snippets
    ) -> Configuration.DiagnosticSettings {
        var settings = section("diagnostics", keys: ["warn", "off", "baseline", "manual"]) {
            section in
            var settings = Configuration.DiagnosticSettings()
            section.read("warn", into: &settings.warn)
            section.read("off", into: &settings.off)
            section.read("baseline", into: &settings.baseline)
            if !settings.baseline.isEmpty { _ = section.inner(settings.baseline, "baseline") }
            section.read("manual", into: &settings.manual)
            if !settings.manual.isEmpty, SiteAddress(settings.manual) == nil {
                section.refuse(
                    "manual", "'diagnostics.manual' must be an absolute http or https URL",
                    id: .configurationBadValue)
            }
            return settings
        }
        if settings.baseline.isEmpty {
            settings.baseline = snippets.baseline
        } else if !snippets.baseline.isEmpty {
            leaveOutBaselineOfSnippets()
        }
        return settings
    }
}

extension ConfigurationSection {
    /// `[archives]` or `[terms]`.
    mutating func listPages() -> Configuration.ListPages {
        var pages = Configuration.ListPages()
        read("per_page", into: &pages.perPage, in: 0...100_000)
        return pages
    }

    /// A table of commands: `gofmt = ["go1.22", "fmt"]`.
    mutating func readCommands(_ key: String, into target: inout [String: [String]]) {
        guard let value = values[key] else { return }
        guard case .table(let table) = value else {
            return refuse(
                key, "'\(path).\(key)' must be a table", id: .configurationWrongType)
        }
        var section = ConfigurationSection(
            path: ConfigurationSection.join(path, key), values: table, places: places,
            place: place(of: key))
        for name in table.keys.sorted() {
            var command: [String] = []
            section.read(name, into: &command)
            if section.diagnostics.isEmpty, command.first?.isEmpty ?? true {
                section.refuse(name, "'\(section.path).\(name)' must name a program")
            }
            target[name] = command
        }
        for diagnostic in section.diagnostics { report(diagnostic) }
    }

    /// Host names, some with a leading `*.`.
    mutating func readHosts(_ key: String, into target: inout [HostPattern]) {
        var texts: [String] = []
        read(key, into: &texts)
        for text in texts {
            do {
                target.append(try HostPattern(text))
            } catch {
                refuse(
                    key, "'\(path).\(key)' must not hold '\(text)', which \(error.reason)",
                    explanation: error.explanation)
            }
        }
    }

    /// `"auto"`, `true` or `false`.
    mutating func readMathematics(into target: inout Mathematics) {
        switch values["math"] {
        case .boolean(let flag): target = flag ? .on : .off
        case .string("auto"): target = .auto
        case nil: break
        default: refuse("math", "'markdown.math' must be \"auto\", true or false")
        }
    }

    mutating func checkLanguage(_ text: String) {
        let language = LanguageTag(text)
        if language.isWritten { return }
        refuse(
            "language", "'site.language' must be a language tag such as 'zh-CN', not '\(text)'",
            nearest: language.meant)
    }

    mutating func readZone(into target: inout Zone) {
        var identifier = target.identifier
        read("timezone", into: &identifier)
        if let zone = Zone(identifier: identifier) {
            target = zone
            return
        }
        refuse(
            "timezone",
            "'site.timezone' must be a zone such as 'Asia/Shanghai', not '\(identifier)'",
            explanation: "Abbreviations such as CST mean different zones in different countries.",
            nearest: ZoneAdvice.zone(for: identifier))
    }

    /// The output is replaced as a whole, so it must not contain the site or its content.
    mutating func checkOutput(of build: Configuration.Build) {
        let parts = build.output.split(separator: "/").filter { $0 != "." }
        let isAbsolute = build.output.hasPrefix("/")
        let output = SourcePath(parts.joined(separator: "/"))
        let holdsSite = parts.isEmpty || !isAbsolute && parts.allSatisfy { $0 == ".." }
        let holdsContent = !isAbsolute && build.content.isInside(output)
        let isInContent =
            !isAbsolute && !build.content.string.isEmpty && output.isInside(build.content)
        if holdsSite || holdsContent || isInContent {
            refuse(
                "output", "'build.output' must be a folder of its own, not '\(build.output)'",
                id: .configurationBadPath,
                explanation: "A build exchanges the whole folder for the new one.")
        }
    }

    /// A file below the output; empty for none.
    mutating func readFile(_ key: String, into target: inout String) {
        var text = target
        read(key, into: &text)
        if text.isEmpty || inner(text, key) != nil { target = text }
    }
}
