import Addresses
import Content

/// What Jekyll's configuration says, as settings of galley.
struct JekyllSettings {
    private(set) var settings = Settings(.jekyll)
    private let configuration: JekyllConfiguration
    private let files: OldFiles

    init(_ configuration: JekyllConfiguration, _ files: OldFiles) {
        self.configuration = configuration
        self.files = files
        addSite()
        addFiles()
        addPosts()
        addLists()
        ThemeServices(configuration.site).add(to: &settings)
        addUtterances()
    }

    private mutating func addSite() {
        let site = configuration.site
        settings.setTitle(site.text("title") ?? site.text("name"), site.origin("title"))
        settings.setURL(site.text("url"), path: site.text("baseurl"), site.origin("url"), files)
        settings.setLanguage(
            [site.text("lang"), site.text("locale"), site.text("language")].compactMap { $0 },
            site.origin(site.text("lang") == nil ? "locale" : "lang"))
        settings.setZone(site.text("timezone"), site.origin("timezone"))
        settings.set("site", "description", site.text("description"), site.origin("description"))
        settings.set(
            "site", "author", site.text("author", "name") ?? site.text("author"),
            site.origin("author"))
        if site.flag("show_drafts") == true {
            settings.set("build", "drafts", true, site.origin("show_drafts"))
        }
        if site.flag("future") == true {
            settings.set("build", "future", true, site.origin("future"))
        }
    }

    private mutating func addFiles() {
        let site = configuration.site
        let source = configuration.source.string
        settings.set(
            "build", "content", source.isEmpty ? "." : source,
            site.value("source") == nil ? "Jekyll's default" : site.origin("source"))
        settings.setOutput(of: .jekyll)
        let prefix = source.isEmpty ? "" : source + "/"
        let excluded = site.texts("exclude").compactMap { pattern -> String? in
            var bare = pattern.hasPrefix("/") ? String(pattern.dropFirst()) : pattern
            while bare.hasSuffix("/") { bare.removeLast() }
            let isForeign =
                bare.isEmpty || bare.contains { "[]{}!".contains($0) } || bare.contains("..")
            if isForeign { return nil }
            let isThere =
                files.has(SourcePath(prefix + bare)) || files.hasFolder(SourcePath(prefix + bare))
            return isThere ? prefix + bare : nil
        }
        if !excluded.isEmpty {
            settings.set("build", "exclude", .texts(excluded), site.origin("exclude"))
        }
        var included = site.texts("include").map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
        included += configuration.collections.map { "_" + $0.name }
        included = included.filter { name in
            files.has(SourcePath(prefix + name)) || files.hasFolder(SourcePath(prefix + name))
        }
        if !included.isEmpty {
            settings.set(
                "build", "include", .texts(included.map { prefix + $0 }),
                "\(site.origin("include")), collections")
        }
    }

    private mutating func addPosts() {
        let site = configuration.site
        settings.set("posts", "folder", "_posts", "where Jekyll has them")
        let (permalink, origin) = configuration.postPermalink
        settings.set(
            "posts", "permalink", Self.pattern(permalink, collection: "posts"), origin)
        settings.set("posts", "categories", "list", "Jekyll's meaning of [A, B]")
        settings.set("posts", "split_terms", true, "Jekyll's meaning of 'tags: a b'")
        settings.set("posts", "offsets", "site", "Jekyll shows all dates in one zone")
        let suffix = configuration.pageSuffix == "/" ? "/" : ".html"
        settings.set(
            "pages", "permalink", "/:path" + suffix,
            site.value("permalink") == nil ? "Jekyll's default" : site.origin("permalink"))
        var patterns: [String: String] = [:]
        var origins: [String] = []
        for collection in configuration.collections {
            patterns["_" + collection.name] = Self.pattern(
                collection.permalink, collection: collection.name)
            origins.append(collection.origin)
        }
        if !patterns.isEmpty {
            settings.set("pages", "permalinks", .map(patterns), origins.joined(separator: ", "))
        }
    }

    /// A pattern or a style of Jekyll in galley's tokens.
    static func pattern(_ permalink: String, collection: String) -> String {
        var pattern = ("/" + JekyllConfiguration.pattern(permalink)).collapsingSlashes
            .replacing(":output_ext", with: ".html").replacing(":collection", with: collection)
            .replacing(/:(?:title|slug|name)(?![A-Za-z_])/, with: ":slug")
        if pattern.hasSuffix("index.html") { pattern.removeLast("index.html".count) }
        if !pattern.hasSuffix("/"), !pattern.hasSuffix(".html") { pattern += ".html" }
        return pattern
    }

    private mutating func addLists() {
        let site = configuration.site
        if let number = site.number("paginate") {
            settings.set("posts", "per_page", number, site.origin("paginate"))
        } else {
            settings.set(
                "posts", "per_page", 0, "Jekyll's lists are not divided without 'paginate'")
        }
        settings.set("terms", "slug", "jekyll", "Jekyll's addresses of tags and categories")
        let plugins = site.texts("plugins") + site.texts("gems")
        if let path = site.text("feed", "path") ?? site.text("atom_feed", "path"),
            !path.contains("://")
        {
            settings.set(
                "feeds", "atom", path.hasPrefix("/") ? String(path.dropFirst()) : path,
                site.origin("feed", "path"))
        } else if plugins.contains("jekyll-feed")
            || files.has(configuration.source.appending("feed.xml"))
        {
            settings.set("feeds", "atom", "feed.xml", "jekyll-feed's default")
        }
    }

    /// Minimal Mistakes has the repository of utterances elsewhere.
    private mutating func addUtterances() {
        let site = configuration.site
        guard site.text("comments", "provider") == "utterances" else { return }
        settings.set(
            "theme.params.utterances", "repo", site.text("repository"), site.origin("repository"))
        settings.set(
            "theme.params.utterances", "issue_term",
            site.text("comments", "utterances", "issue_term"),
            site.origin("comments", "utterances", "issue_term"))
    }
}
