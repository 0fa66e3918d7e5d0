import Addresses
import Content

/// What Hugo's configuration says, as settings of galley.
struct HugoSettings {
    private(set) var settings = Settings(.hugo)
    /// The section of the posts; nil: the site has none.
    private(set) var section: String?
    private let configuration: HugoConfiguration
    private let files: OldFiles

    init(_ configuration: HugoConfiguration, _ files: OldFiles) {
        self.configuration = configuration
        self.files = files
        addSite()
        let texts = OldText.all(
            in: files, below: configuration.texts, zone: settings.zone, categories: .list
        ) { _ in true }
        section = chosenSection(texts)
        addPosts(texts)
        addPages(texts)
        addLists()
        addMenu()
        ThemeServices(configuration.site).add(to: &settings)
    }

    private mutating func addSite() {
        let site = configuration.site
        let code = configuration.language
        let title = site.text("title") ?? site.text("languages", code, "title")
        settings.setTitle(title, site.origin("title"))
        settings.setURL(site.text("baseURL"), site.origin("baseURL"), files)
        let languages = [
            site.text("languages", code, "locale"), site.text("languages", code, "languageCode"),
            site.text("locale"), site.text("languageCode"), code,
        ]
        settings.setLanguage(languages.compactMap { $0 }, site.origin("languageCode"))
        settings.setZone(site.text("timeZone"), site.origin("timeZone"))
        settings.set(
            "site", "description",
            site.text("params", "description")
                ?? site.text("languages", code, "params", "description"),
            site.origin("params", "description"))
        settings.set(
            "site", "author",
            site.text("params", "author", "name") ?? site.text("params", "author")
                ?? site.text("author", "name"), site.origin("params", "author"))
        settings.set(
            "build", "content", configuration.content.string,
            site.value("contentDir") == nil ? "Hugo's default" : site.origin("contentDir"))
        settings.setOutput(of: .hugo)
        if site.flag("buildDrafts") == true {
            settings.set("build", "drafts", true, site.origin("buildDrafts"))
        }
        if site.flag("buildFuture") == true {
            settings.set("build", "future", true, site.origin("buildFuture"))
        }
    }

    private func chosenSection(_ texts: [OldText]) -> String? {
        let site = configuration.site
        let main =
            site.texts("params", "mainSections") + site.texts("mainSections")
            + site.texts("languages", configuration.language, "params", "mainSections")
        return Sections(texts).posts(named: main)
    }

    private mutating func addPosts(_ texts: [OldText]) {
        guard let section else {
            settings.set("posts", "folder", "posts", "no section has dated texts")
            return settings.note("No section has dated texts, so all texts are pages.")
        }
        let folder = configuration.folder.isEmpty ? section : configuration.folder + "/" + section
        settings.set("posts", "folder", folder, "the section with most dated texts")
        if let (written, origin) = configuration.permalink(of: section) {
            settings.set("posts", "permalink", pattern(written, section: section), origin)
        } else {
            settings.set(
                "posts", "permalink",
                pattern("/:sections/:slugorcontentbasename/", section: section),
                "Hugo's default")
        }
        if configuration.isLowercase {
            settings.set("posts", "lowercase", true, "Hugo's addresses are in lower case")
        }
        settings.set("posts", "categories", "list", "Hugo's meaning of [A, B]")
        settings.set("posts", "aliases", "page", "Hugo's aliases start from the page")
        settings.set(
            "posts", "list", String(configuration.base.dropFirst()) + section + "/",
            "the section's list")
    }

    /// A pattern of Hugo in galley's tokens.
    private func pattern(_ written: String, section: String) -> String {
        let depth =
            configuration.folder.isEmpty ? 0 : configuration.folder.split(separator: "/").count
        let sections = depth == 0 ? ":sections" : ":sections[\(depth):]"
        var pattern = (configuration.base + written).collapsingSlashes
            .replacing(/:slug(?![A-Za-z_])/, with: ":slug_or_title").replacing(
                /:title(?![A-Za-z_])/, with: ":hugo_title"
            )
            .replacing(/:sections(?![A-Za-z_\[])/, with: sections)
            .replacing(/:section(?![A-Za-z_])/, with: section)
        if configuration.isUgly, !pattern.hasSuffix(".html") {
            pattern = (pattern.hasSuffix("/") ? String(pattern.dropLast()) : pattern) + ".html"
        }
        if !pattern.hasSuffix("/"), !pattern.hasSuffix(".html") { pattern += "/" }
        return pattern
    }

    private mutating func addPages(_ texts: [OldText]) {
        var patterns: [String: String] = [:]
        let path = configuration.isUgly ? ":path.html" : ":path/"
        let folder = configuration.folder
        if !folder.isEmpty { patterns[folder] = configuration.base + path }
        for name in configuration.patternedSections where name != section {
            guard let (written, _) = configuration.permalink(of: name),
                texts.contains(where: { $0.folders.first == name }),
                texts.allSatisfy({
                    $0.folders.first != name || $0.date != nil || !Self.needsDate(written)
                })
            else { continue }
            patterns[folder.isEmpty ? name : folder + "/" + name] = pattern(written, section: name)
        }
        if !patterns.isEmpty {
            settings.set(
                "pages", "permalinks", .map(patterns),
                "folders of languages, and \(configuration.site.origin("permalinks"))")
        }
        settings.set("pages", "sections", true, "Hugo's pages of sections")
        if configuration.isUgly {
            settings.set("pages", "permalink", "/:path.html", configuration.site.origin("uglyURLs"))
        }
        if configuration.isLowercase {
            settings.set("pages", "lowercase", true, "Hugo's addresses are in lower case")
        }
    }

    private static func needsDate(_ pattern: String) -> Bool {
        pattern.contains(/:(year|month|day|weekday)/)
    }

    private mutating func addLists() {
        let (number, origin) = configuration.perPage
        settings.set("posts", "per_page", number, origin)
        settings.set("terms", "slug", "hugo", "Hugo's addresses of tags and categories")
        settings.set("feeds", "rss", "index.xml", "Hugo's default")
        settings.set("feeds", "terms", true, "Hugo's default")
        for name in configuration.taxonomies where !["tags", "categories", "series"].contains(name)
        {
            settings.note(
                "The taxonomy '\(name)' is not taken over: galley has tags, categories and series.")
        }
    }

    private mutating func addMenu() {
        let site = configuration.site
        let paths = [
            ["languages", configuration.language, "menus", "main"],
            ["languages", configuration.language, "menu", "main"], ["menus", "main"],
            ["menu", "main"], ["menus", configuration.language, "main"],
        ]
        guard let path = paths.first(where: { site.value($0) != nil }),
            case .list(let items)? = site.value(path)
        else { return }
        var entries: [(weight: Int, name: String, url: String, index: Int)] = []
        for (index, item) in items.enumerated() {
            guard case .table(let entry) = item, entry["parent"]?.scalar == nil,
                let url = entry["url"]?.scalar ?? entry["pageref"]?.scalar,
                let name = entry["name"]?.scalar ?? entry["identifier"]?.scalar
            else { continue }
            var weight = 0
            if case .integer(let number)? = entry["weight"] { weight = number }
            let isPath = !url.contains(":") && !url.hasPrefix("/") && !url.hasPrefix("#")
            entries.append((weight, name, isPath ? "/" + url : url, index))
        }
        for entry in entries.sorted(by: { ($0.weight, $0.index) < ($1.weight, $1.index) }) {
            settings.addMenu(entry.name, entry.url, site.origin(path + [String(entry.index)]))
        }
    }
}
