import Addresses
import Content

/// A site of Jekyll.
struct JekyllSite: OldSite {
    private let configuration: JekyllConfiguration
    private let files: OldFiles
    private let posts: [OldText]
    private let pages: [OldText]
    private let collections: [(JekyllConfiguration.Collection, [OldText])]
    let settings: Settings

    init(_ files: OldFiles) {
        self.files = files
        let configuration = JekyllConfiguration(files)
        self.configuration = configuration
        settings = JekyllSettings(configuration, files).settings
        let source = configuration.source
        let zone = settings.zone
        func texts(_ folder: SourcePath, _ isText: (String) -> Bool) -> [OldText] {
            OldText.all(
                in: files, below: folder, zone: zone, categories: .list, splitsTerms: true, isText)
        }
        posts = texts(source.appending("_posts")) { relative in
            SourcePath(relative).stem.contains(/^\d{4}-\d{1,2}-\d{1,2}-/)
        }
        let included = Set(configuration.site.texts("include"))
        let excluded = configuration.site.texts("exclude").map {
            $0.hasPrefix("/") ? String($0.dropFirst()) : $0
        }
        pages = texts(source) { relative in
            let parts = relative.split(separator: "/").map(String.init)
            let isHidden = parts.contains { part in
                (part.hasPrefix("_") || part.hasPrefix(".") || part.hasPrefix("#"))
                    && !included.contains(part)
            }
            let isExcluded = excluded.contains { name in
                let bare = name.hasSuffix("/") ? String(name.dropLast()) : name
                return relative == bare || relative.hasPrefix(bare + "/")
            }
            return !isHidden && !isExcluded && !["vendor", "node_modules"].contains(parts[0])
        }.filter { files.bytes($0.source)?.starts(with: "---".utf8) ?? false }
        collections = configuration.collections.map { collection in
            let folder = source.appending("_" + collection.name)
            return (collection, texts(folder) { _ in true })
        }
    }

    var texts: [SourcePath] {
        (posts + pages + collections.flatMap(\.1)).map(\.source)
    }

    func addresses(now: Int64) -> [OldAddress] {
        let rule = JekyllRule(configuration, zone: settings.zone)
        let hidesFuture = configuration.site.flag("future") != true
        let shown = posts.filter { !$0.isHidden(now: now, hidesFuture: hidesFuture) }
        var found = shown.compactMap { post in
            rule.address(ofPost: post).map { OldAddress(.post, $0, source: post.source) }
        }
        for (collection, texts) in collections {
            found += texts.filter { !$0.isHidden(now: now, hidesFuture: hidesFuture) }
                .compactMap { text in
                    rule.address(of: text, in: collection).map {
                        OldAddress(.page, $0, source: text.source)
                    }
                }
        }
        found += pages.filter { !$0.isHidden(now: now, hidesFuture: false) }.compactMap { page in
            rule.address(ofPage: page).map { OldAddress(.page, $0, source: page.source) }
        }
        if let number = configuration.site.number("paginate") {
            let pattern = configuration.site.text("paginate_path") ?? "/page:num"
            let bare = pattern.hasPrefix("/") ? String(pattern.dropFirst()) : pattern
            let pager = OldPager(
                perPage: number, pattern: bare.hasSuffix("/") ? bare : bare + "/")
            found += pager.paths(of: shown.count, at: .root).map {
                OldAddress(.list, $0.path, counterpart: .posts(page: $0.number))
            }
        } else {
            found.append(OldAddress(.list, .root, counterpart: .posts(page: 1)))
        }
        if case .text(let feed)? = settings.value("feeds", "atom") {
            found.append(OldAddress(.feed, URLPath(feed), counterpart: .feed))
        }
        return found
    }
}
