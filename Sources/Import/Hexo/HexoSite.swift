import Addresses
import Content

/// A site of Hexo.
struct HexoSite: OldSite {
    private let configuration: HexoConfiguration
    private let files: OldFiles
    private let posts: [OldText]
    private let pages: [OldText]
    let settings: Settings

    init(_ files: OldFiles) {
        self.files = files
        let configuration = HexoConfiguration(files)
        self.configuration = configuration
        var settings = HexoSettings(configuration, files).settings
        let zone = settings.zone
        posts = OldText.all(in: files, below: configuration.posts, zone: zone, categories: .path) {
            !Self.isHidden($0)
        }
        pages = OldText.all(in: files, below: configuration.source, zone: zone, categories: .path) {
            !Self.isHidden($0)
        }
        if posts.contains(where: { $0.stem == "index" }) {
            settings.set("posts", "keep_index", true, "Hexo keeps the name of an index.md")
        }
        if configuration.site.number("filename_case") == 1 {
            Self.addLowercaseTerms(of: posts, to: &settings, configuration)
        }
        self.settings = settings
    }

    /// With `filename_case: 1` addresses of terms are in lower case.
    private static func addLowercaseTerms(
        of posts: [OldText], to settings: inout Settings, _ configuration: HexoConfiguration
    ) {
        var map: [String: String] = [:]
        if case .map(let known)? = settings.value("terms", "map") { map = known }
        let names = Set(posts.flatMap { $0.head.tags + $0.head.categories.joined() })
        for name in names where (map[name] ?? name) != (map[name] ?? name).lowercased() {
            map[name] = (map[name] ?? name).lowercased()
        }
        if map.isEmpty { return }
        settings.set("terms", "map", .map(map), configuration.site.origin("filename_case"))
    }

    var texts: [SourcePath] { (posts + pages).map(\.source) }

    /// Whether a part of a path keeps a file out of Hexo's site.
    private static func isHidden(_ path: String) -> Bool {
        path.split(separator: "/").contains { $0.hasPrefix("_") || $0.hasPrefix(".") }
    }

    func addresses(now: Int64) -> [OldAddress] {
        let hidesFuture = configuration.site.flag("future") == false
        let rule = HexoRule(configuration, terms: termMap)
        let shown = posts.filter {
            !$0.isHidden(now: now, hidesFuture: hidesFuture) && $0.date != nil
        }
        var found: [OldAddress] = shown.compactMap { post in
            rule.address(ofPost: post).map { OldAddress(.post, $0, source: post.source) }
        }
        found += pages.filter { !$0.isHidden(now: now, hidesFuture: false) }
            .map { OldAddress(.page, rule.address(ofPage: $0), source: $0.source) }
        return found + lists(shown, rule)
    }

    /// `tag_map` and `category_map`.
    private var termMap: [String: String] {
        if case .map(let map)? = settings.value("terms", "map") { map } else { [:] }
    }

    private func lists(_ posts: [OldText], _ rule: HexoRule) -> [OldAddress] {
        let site = configuration.site
        let folder = site.text("pagination_dir") ?? "page"
        func pages(_ count: Int, of list: String, at base: String) -> [(path: URLPath, number: Int)]
        {
            OldPager(perPage: configuration.perPage(of: list), pattern: folder + "/:num/")
                .paths(of: count, at: URLPath(base))
        }
        let home = "/" + (site.text("index_generator", "path").map { $0 + "/" } ?? "")
        var found = pages(posts.count, of: "index", at: home.collapsingSlashes).map {
            OldAddress(.list, $0.path, counterpart: .posts(page: $0.number))
        }
        let archive = "/" + configuration.folder("archive_dir", "archives") + "/"
        func addArchive(_ count: Int, _ base: String, _ year: Int?, _ month: Int?) {
            found += pages(count, of: "archive", at: base).map {
                OldAddress(
                    .list, $0.path, counterpart: .archive(year: year, month: month, page: $0.number)
                )
            }
        }
        addArchive(posts.count, archive, nil, nil)
        let years = Dictionary(grouping: posts) { $0.date?.year ?? 0 }
        for (year, posts) in years.sorted(by: { $0.key < $1.key }) {
            addArchive(posts.count, archive + "\(year)/", year, nil)
            let months = Dictionary(grouping: posts) { $0.date?.month ?? 0 }
            for (month, posts) in months.sorted(by: { $0.key < $1.key }) {
                addArchive(posts.count, archive + "\(year)/\(digits(month, 2))/", year, month)
            }
        }
        var tags = TermCounts()
        var categories = TermCounts()
        for post in posts {
            tags.add(post.head.tags.map { [$0] })
            categories.add(post.head.categories)
        }
        for (terms, taxonomy, list, key, standard) in [
            (tags, "tags", "tag", "tag_dir", "tags"),
            (categories, "categories", "category", "category_dir", "categories"),
        ] {
            let base = "/" + configuration.folder(key, standard) + "/"
            for (names, count) in terms.sorted {
                let path = names.map(rule.term).joined(separator: "/")
                found += pages(count, of: list, at: base + path + "/").map {
                    OldAddress(
                        .term, $0.path,
                        counterpart: .term(taxonomy: taxonomy, names: names, page: $0.number))
                }
            }
        }
        if let feed = HexoSettings.feeds(configuration, files) {
            found += feed.map { OldAddress(.feed, URLPath($0.path), counterpart: .feed) }
        }
        return found
    }
}

extension String {
    /// `/a/` for `//a//`.
    var collapsingSlashes: String {
        var out = self
        while let double = out.firstRange(of: "//") { out.replaceSubrange(double, with: "/") }
        return out
    }
}
