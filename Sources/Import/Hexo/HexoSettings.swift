import Addresses
import Content

/// What Hexo's configuration says, as settings of galley.
struct HexoSettings {
    private(set) var settings = Settings(.hexo)
    private let configuration: HexoConfiguration
    private let files: OldFiles

    init(_ configuration: HexoConfiguration, _ files: OldFiles) {
        self.configuration = configuration
        self.files = files
        addSite()
        addPosts()
        addLists()
        addTexts()
        addTheme()
    }

    private mutating func addSite() {
        let site = configuration.site
        settings.setTitle(site.text("title"), site.origin("title"))
        settings.setURL(site.text("url"), path: site.text("root"), site.origin("url"), files)
        settings.setLanguage(site.texts("language"), site.origin("language"))
        settings.setZone(site.text("timezone"), site.origin("timezone"))
        settings.set("site", "description", site.text("description"), site.origin("description"))
        settings.set("site", "author", site.text("author"), site.origin("author"))
        let source = configuration.source.string
        settings.set(
            "build", "content", source.isEmpty ? "." : source,
            site.value("source_dir") == nil ? "Hexo's default" : site.origin("source_dir"))
        settings.setOutput(of: .hexo)
        if site.flag("render_drafts") == true {
            settings.set("build", "drafts", true, site.origin("render_drafts"))
        }
        settings.set(
            "build", "future", site.flag("future") ?? true,
            site.value("future") == nil ? "Hexo's default" : site.origin("future"))
        let skipped = site.texts("skip_render")
        if !skipped.isEmpty {
            settings.note(
                "skip_render (\(site.origin("skip_render"))): galley renders every Markdown file, and copies all others."
            )
        }
    }

    private mutating func addPosts() {
        let site = configuration.site
        settings.set("posts", "folder", "_posts", "where Hexo has them")
        let origin =
            site.value("permalink") == nil ? "Hexo's default" : site.origin("permalink")
        settings.set("posts", "permalink", Self.pattern(configuration.permalink), origin)
        if configuration.permalink.contains(":category") {
            settings.set("posts", "category_token", "last", "Hexo takes the last category")
            settings.set(
                "posts", "default_category", configuration.defaultCategory,
                site.value("default_category") == nil
                    ? "Hexo's default" : site.origin("default_category"))
        }
        for name in ["id", "hash", "timestamp"] where configuration.permalink.contains(":\(name)") {
            settings.note("The token ':\(name)' of the permalink has no counterpart in galley.")
        }
        settings.set("posts", "offsets", "site", "Hexo shows all dates in one zone")
        settings.set("posts", "categories", "path", "Hexo's meaning of [A, B]")
        settings.set("pages", "permalink", "/:path.html", "Hexo's addresses of pages")
    }

    /// `:year/:title/` as `/:year/:path/`.
    static func pattern(_ permalink: String) -> String {
        var pattern = ("/" + permalink).collapsingSlashes
            .replacing(/:title(?![A-Za-z_])/, with: ":path").replacing(
                /:name(?![A-Za-z_])/, with: ":slug")
        if pattern.hasSuffix("index.html") { pattern.removeLast("index.html".count) }
        if !pattern.hasSuffix("/"), !pattern.hasSuffix(".html") { pattern += "/" }
        return pattern
    }

    private mutating func addLists() {
        let site = configuration.site
        func origin(_ list: String) -> String {
            if site.number(list + "_generator", "per_page") != nil {
                return site.origin(list + "_generator", "per_page")
            }
            return site.value("per_page") == nil ? "Hexo's default" : site.origin("per_page")
        }
        settings.set("posts", "per_page", configuration.perPage(of: "index"), origin("index"))
        settings.set(
            "archives", "per_page", configuration.perPage(of: "archive"), origin("archive"))
        settings.set("terms", "per_page", configuration.perPage(of: "tag"), origin("tag"))
        settings.set("terms", "slug", "hexo", "Hexo's addresses of tags and categories")
        var map: [String: String] = [:]
        var places: [String] = []
        for key in ["category_map", "tag_map"] {
            let names = site.table(key).compactMapValues(\.scalar)
            if !names.isEmpty { places.append(site.origin(key)) }
            map.merge(names) { first, _ in first }
        }
        if !map.isEmpty {
            settings.set("terms", "map", .map(map), places.joined(separator: ", "))
        }
        for (format, path, origin) in Self.feeds(configuration, files) ?? [] {
            settings.set("feeds", format, path, origin)
        }
    }

    /// The feeds of hexo-generator-feed, by galley's names; nil: the site has none.
    static func feeds(
        _ configuration: HexoConfiguration, _ files: OldFiles
    ) -> [(format: String, path: String, origin: String)]? {
        let site = configuration.site
        let packages = files.bytes(SourcePath("package.json")).map {
            String(decoding: $0, as: UTF8.self).contains("hexo-generator-feed")
        }
        if site.value("feed") == nil, packages != true { return nil }
        if site.flag("feed", "enable") == false { return nil }
        let types = site.texts("feed", "type")
        let paths = site.texts("feed", "path")
        let origin = site.value("feed") == nil ? "hexo-generator-feed" : site.origin("feed")
        return (types.isEmpty ? ["atom"] : types).enumerated().map { index, type in
            let format = type.hasPrefix("rss") ? "rss" : "atom"
            let standard = format == "rss" ? "rss2.xml" : "atom.xml"
            return (format, index < paths.count ? paths[index] : standard, origin)
        }
    }

    private mutating func addTexts() {
        let site = configuration.site
        let isMarkdownIt = site.value("markdown") != nil
        let breaks =
            isMarkdownIt
            ? site.flag("markdown", "render", "breaks") ?? site.flag("markdown", "breaks")
            : site.flag("marked", "breaks")
        let key = isMarkdownIt ? ["markdown", "render", "breaks"] : ["marked", "breaks"]
        settings.set(
            "markdown", "hard_breaks", breaks ?? !isMarkdownIt,
            breaks == nil ? "the default of Hexo's renderer" : site.origin(key))
        settings.set("markdown", "heading_ids", "hexo", "Hexo's anchors")
        if let numbers = site.flag("highlight", "line_number") {
            settings.set(
                "highlight", "line_numbers", numbers, site.origin("highlight", "line_number"))
        }
    }

    private mutating func addTheme() {
        let theme = configuration.theme
        if !theme.table("menu").isEmpty { addMenu(["menu"], theme) }
        ThemeServices(theme).add(to: &settings)
        ThemeServices(configuration.site).add(to: &settings)
    }

    /// `home: / || fa fa-home`, without the icon.
    private mutating func addMenu(_ path: [String], _ theme: OldConfiguration) {
        for key in theme.keys(of: path) {
            switch theme.value(path + [key]) {
            case .string(let text)?:
                let url = String(text.prefix { $0 != "|" }).trimmed
                guard url.hasPrefix("/") || url.contains("://") else { continue }
                settings.addMenu(Self.name(key), url, theme.origin(path + [key]))
            case .table?:
                if let url = theme.value(path + [key, "url"])?.scalar
                    ?? theme.value(path + [key, "link"])?.scalar
                {
                    settings.addMenu(Self.name(key), url, theme.origin(path + [key]))
                } else if path.count < 3 {
                    addMenu(path + [key], theme)
                }
            default: continue
            }
        }
    }

    /// `首页` of `首页||fas fa-home`.
    private static func name(_ key: String) -> String {
        String(key.prefix { $0 != "|" }).trimmed
    }
}
