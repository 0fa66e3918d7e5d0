import Addresses
import Content

/// A site of Hugo; of several languages the default one.
struct HugoSite: OldSite {
    private let configuration: HugoConfiguration
    private let all: [OldText]
    private let section: String?
    let settings: Settings

    init(_ files: OldFiles) {
        let configuration = HugoConfiguration(files)
        self.configuration = configuration
        let made = HugoSettings(configuration, files)
        settings = made.settings
        section = made.section
        // Other languages by folders below the default one, or by names.
        let others = Set(configuration.languageFolders.values.filter { $0 != configuration.folder })
        let codes = Set(configuration.site.keys(of: ["languages"])).subtracting([
            configuration.language
        ])
        all = OldText.all(
            in: files, below: configuration.texts, zone: settings.zone, categories: .list
        ) { relative in
            let folder = relative.split(separator: "/").first.map(String.init) ?? ""
            if configuration.folder.isEmpty, others.contains(folder) { return false }
            let stem = SourcePath(relative).stem.lowercased()
            return !codes.contains { stem.hasSuffix("." + $0) }
        }
    }

    var texts: [SourcePath] { all.map(\.source) }

    func addresses(now: Int64) -> [OldAddress] {
        let rule = HugoRule(configuration)
        let hidesFuture = configuration.site.flag("buildFuture") != true
        let bundles = Set(
            all.filter { $0.stem == "index" && !$0.folders.isEmpty }.map(\.source.folder))
        let cascades = all.filter { !$0.head.hiddenBelow.isEmpty }
        let shown = all.filter { text in
            guard !text.isHidden(now: now, hidesFuture: hidesFuture), text.head.makesPage else {
                return false
            }
            let isCascaded = cascades.contains { cascade in
                cascade.source != text.source && text.source.isInside(cascade.source.folder)
                    && cascade.head.hiddenBelow.contains {
                        $0.holds(text.source, content: configuration.content)
                    }
            }
            if isCascaded { return false }
            // Texts within a leaf bundle are its resources.
            return !bundles.contains { $0 != text.source.folder && text.source.isInside($0) }
                && !(bundles.contains(text.source.folder) && !text.stem.hasPrefix("index"))
        }
        var found: [OldAddress] = []
        for text in shown {
            guard let path = rule.address(of: text) else { continue }
            let isPost = text.folders.first == section && text.stem.hasPrefix("_index") == false
            let isList = text.stem.hasPrefix("_index")
            found.append(
                OldAddress(isPost ? .post : isList ? .list : .page, path, source: text.source))
        }
        return found + lists(shown, rule)
    }

    private func lists(_ texts: [OldText], _ rule: HugoRule) -> [OldAddress] {
        let pages = texts.filter { !$0.stem.hasPrefix("_index") }
        let posts = pages.filter { $0.folders.first == section && section != nil }
        let pager = OldPager(perPage: configuration.perPage.number)
        let base = configuration.base
        var found: [OldAddress] = []
        if section != nil {
            found += pager.paths(of: posts.count, at: URLPath(base)).map {
                OldAddress(.list, $0.path, counterpart: .posts(page: $0.number))
            }
        }
        found.append(OldAddress(.feed, URLPath(base + "index.xml"), counterpart: .feed))
        let disabled = Set(configuration.site.texts("disableKinds").map { $0.lowercased() })
        if let section, !disabled.contains("section") {
            let list = URLPath(base + rule.term(section) + (configuration.isUgly ? ".html" : "/"))
            found += pager.paths(of: posts.count, at: list).map {
                OldAddress(.list, $0.path, counterpart: .posts(page: $0.number))
            }
        }
        for taxonomy in configuration.taxonomies where ["tags", "categories"].contains(taxonomy) {
            found.append(
                OldAddress(
                    .list, URLPath(base + taxonomy + (configuration.isUgly ? ".html" : "/")),
                    counterpart: .taxonomy(taxonomy)))
            var terms = TermCounts()
            for text in pages {
                terms.add(
                    taxonomy == "tags" ? text.head.tags.map { [$0] } : text.head.categories)
            }
            for (names, count) in terms.sorted {
                let segment = names.map(rule.term).joined(separator: "/")
                if segment.isEmpty { continue }
                let path = base + taxonomy + "/" + segment + (configuration.isUgly ? ".html" : "/")
                found += pager.paths(of: count, at: URLPath(path)).map {
                    OldAddress(
                        .term, $0.path,
                        counterpart: .term(taxonomy: taxonomy, names: names, page: $0.number))
                }
            }
        }
        return found
    }
}
