import Addresses
import Content

/// A site of Zola; of several languages the default one.
struct ZolaSite: OldSite {
    private let configuration: OldConfiguration
    private let all: [OldText]
    private let section: String?
    /// Whether addresses are in lower case, without signs.
    private let slugifies: Bool
    private static let content = SourcePath("content")
    let settings: Settings

    init(_ files: OldFiles) {
        var configuration = OldConfiguration()
        for name in ["config.toml", "zola.toml"] {
            if let bytes = files.bytes(SourcePath(name)) {
                configuration.add(SourcePath(name), bytes)
            }
        }
        self.configuration = configuration
        let codes = configuration.table("languages").keys.map { $0.lowercased() }
        let language = configuration.text("default_language") ?? "en"
        all = OldText.all(in: files, below: Self.content, zone: .utc, categories: .list) {
            relative in
            let stem = SourcePath(relative).stem.lowercased()
            return !codes.contains { $0 != language.lowercased() && stem.hasSuffix("." + $0) }
        }
        section = Sections(all).posts(named: [])
        slugifies = configuration.text("slugify", "paths") ?? "on" == "on"
        settings = Self.settings(configuration, files, section, all, slugifies)
    }

    private static func settings(
        _ site: OldConfiguration, _ files: OldFiles, _ section: String?, _ texts: [OldText],
        _ slugifies: Bool
    ) -> Settings {
        var settings = Settings(.zola)
        settings.setTitle(site.text("title"), site.origin("title"))
        settings.setURL(site.text("base_url"), site.origin("base_url"), files)
        settings.setLanguage(
            [site.text("default_language") ?? "en"], site.origin("default_language"))
        settings.set("site", "description", site.text("description"), site.origin("description"))
        settings.set("site", "author", site.text("author"), site.origin("author"))
        settings.setOutput(of: .zola)
        if let section {
            settings.set("posts", "folder", section, "the section with most dated texts")
            settings.set("posts", "permalink", "/:sections/:slug/", "Zola's addresses")
            settings.set("posts", "list", section + "/", "the section's list")
            let index = texts.first { $0.relative == section + "/_index.md" }
            if case .integer(let number)? = index?.head.params["paginate_by"] {
                settings.set("posts", "per_page", number, "\(section)/_index.md paginate_by")
            } else {
                settings.set("posts", "per_page", 0, "no paginate_by in the section")
            }
            if slugifies {
                settings.set("posts", "lowercase", true, "Zola's addresses are in lower case")
            }
        } else {
            settings.set("posts", "folder", "posts", "no section has dated texts")
        }
        settings.set("posts", "categories", "list", "Zola's meaning of [A, B]")
        settings.set("pages", "sections", true, "Zola's pages of sections")
        if slugifies {
            settings.set("pages", "lowercase", true, "Zola's addresses are in lower case")
        }
        settings.set("terms", "slug", "jekyll", "Zola's addresses of terms")
        let feeds = site.texts("feed_filenames") + site.texts("feed_filename")
        for name in feeds.isEmpty ? ["atom.xml"] : feeds {
            let format = name.contains("rss") ? "rss" : "atom"
            settings.set(
                "feeds", format, name,
                feeds.isEmpty ? "Zola's default" : site.origin("feed_filenames"))
        }
        ThemeServices(site).add(to: &settings)
        return settings
    }

    var texts: [SourcePath] { all.map(\.source) }

    func addresses(now: Int64) -> [OldAddress] {
        let shown = all.filter { !$0.isHidden(now: now, hidesFuture: false) }
        var found: [OldAddress] = shown.map { text in
            let isPost = section != nil && text.folders.first == section && text.stem != "_index"
            return OldAddress(
                isPost ? .post : text.stem == "_index" ? .list : .page, address(of: text),
                source: text.source)
        }
        var tags = TermCounts()
        var categories = TermCounts()
        for text in shown {
            tags.add(text.head.tags.map { [$0] })
            categories.add(text.head.categories)
        }
        for (name, terms) in [("tags", tags), ("categories", categories)]
        where !terms.sorted.isEmpty {
            found.append(OldAddress(.list, URLPath("/\(name)/"), counterpart: .taxonomy(name)))
            for (names, _) in terms.sorted {
                let path = names.map(PathSegment.ofJekyll).joined(separator: "/")
                found.append(
                    OldAddress(
                        .term, URLPath("/\(name)/\(path)/"),
                        counterpart: .term(taxonomy: name, names: names, page: 1)))
            }
        }
        if configuration.flag("generate_feeds") ?? configuration.flag("generate_feed") ?? false {
            let names = configuration.texts("feed_filenames") + configuration.texts("feed_filename")
            for name in names.isEmpty ? ["atom.xml"] : names {
                found.append(OldAddress(.feed, URLPath(name), counterpart: .feed))
            }
        }
        return found
    }

    /// https://www.getzola.org/documentation/content/overview/
    private func address(of text: OldText) -> URLPath {
        if let own = text.head.permalink {
            return URLPath(("/" + own + "/").collapsingSlashes)
        }
        var folders = text.folders
        if text.stem == "_index" { return path(folders) }
        var name = OldText.nameWithoutDate(text.stem)
        if text.stem == "index", let last = folders.popLast() {
            name = OldText.nameWithoutDate(last)
        }
        return path(folders + [text.head.slug ?? name])
    }

    private func path(_ parts: [String]) -> URLPath {
        let segments = parts.map { slugifies ? Self.slug($0) : PathSegment.segment($0) }
        return URLPath(("/" + segments.joined(separator: "/") + "/").collapsingSlashes)
    }

    /// As Jekyll's, but a `_` stays.
    private static func slug(_ name: String) -> String {
        name.split(separator: "_", omittingEmptySubsequences: false)
            .map { PathSegment.ofJekyll(String($0)) }.joined(separator: "_")
    }
}
