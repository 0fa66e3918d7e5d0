import Addresses
import Content
import Planning
import Templates
import Text

/// The values that all pages share, built once, and those of a page's head.
struct SiteValues: Sendable {
    let site: Site
    private let shared: TemplateRecord<RootField>

    init(site: Site) {
        self.site = site
        let configuration = site.configuration.site
        var record = TemplateRecord<SiteField>()
        record[.title] = TemplateValue(configuration.title)
        record[.href] = TemplateValue(site.href(.root))
        record[.language] = TemplateValue(configuration.language)
        record[.description] = TemplateValue(configuration.description)
        record[.author] = TemplateValue(configuration.author)
        record[.license] = TemplateValue(configuration.license)
        record[.icp] = TemplateValue(configuration.icp)
        var root = TemplateRecord<RootField>()
        root[.site] = record.value
        root[.assets] = ThemeAsset.record(site.theme.assets, href: site.href)
        root[.search] = SiteValues.search(site)
        root[.strings] = site.theme.stringsValue
        root[.theme] = site.theme.parameters
        root[.feeds] = .list(SiteValues.feeds(site))
        shared = root
    }

    /// The root record of a page at `path`, without what its kind adds.
    func root(at path: URLPath) -> TemplateRecord<RootField> {
        var root = shared
        root[.menu] = .list(menu(at: path))
        return root
    }

    /// The head of a page; `image` is an absolute URL.
    func page(
        title: String, path: URLPath, description: String? = nil, type: String = "website",
        language: String? = nil, image: TemplateValue = .none, isIndexed: Bool = true,
        pager: Pager? = nil, jsonLD: [UInt8]? = nil
    ) -> TemplateValue {
        let siteTitle = site.configuration.site.title
        var page = TemplateRecord<PageField>()
        var full = title
        if let pager, pager.number > 1 {
            full += " · " + pageText(pager)
        }
        page[.title] = TemplateValue(title)
        page[.documentTitle] = TemplateValue(
            full == siteTitle ? siteTitle : full + " · " + siteTitle)
        page[.description] = TemplateValue(description)
        page[.permalink] = TemplateValue(site.address.permalink(path).string)
        page[.type] = TemplateValue(type)
        page[.isIndexed] = .flag(isIndexed)
        page[.locale] = TemplateValue(
            OpenGraphLocale.name(of: language ?? site.configuration.site.language))
        page[.image] = image
        page[.newerHref] = TemplateValue(pager?.newer.map(site.href))
        page[.olderHref] = TemplateValue(pager?.older.map(site.href))
        page[.jsonLd] = jsonLD.map { .text($0) } ?? .none
        return page.value
    }

    /// `第 2 / 3 页`.
    func pageText(_ pager: Pager) -> String {
        site.theme.strings.filled(
            "pages_of", [("number", String(pager.number)), ("count", String(pager.count))])
    }

    func pager(_ pager: Pager) -> TemplateValue {
        var record = TemplateRecord<PagerField>()
        record[.isPaged] = .flag(pager.count > 1)
        record[.text] = TemplateValue(pageText(pager))
        record[.newerHref] = TemplateValue(pager.newer.map(site.href))
        record[.olderHref] = TemplateValue(pager.older.map(site.href))
        record[.number] = .number(pager.number)
        record[.count] = .number(pager.count)
        return record.value
    }

    func date(_ moment: Moment) -> TemplateValue {
        func two(_ n: Int) -> String { n < 10 ? "0\(n)" : String(n) }
        var date = TemplateRecord<DateField>()
        date[.machine] = TemplateValue(moment.rfc3339)
        date[.text] = TemplateValue(site.theme.strings.date(moment))
        date[.monthDay] = TemplateValue(two(moment.month) + "-" + two(moment.day))
        return date.value
    }

    func link(_ title: String, _ path: URLPath) -> TemplateValue {
        var link = TemplateRecord<LinkField>()
        link[.title] = TemplateValue(title)
        link[.href] = TemplateValue(site.href(path))
        return link.value
    }

    /// A picture of front matter: the address as a link of the text would be written.
    func image(
        _ written: String?, alt: String, _ links: LinkCollector, isAbsolute: Bool
    ) -> TemplateValue {
        guard let written, !written.isEmpty else { return .none }
        var image = TemplateRecord<ImageField>()
        image[.href] = TemplateValue(links.address(written, absolute: isAbsolute))
        image[.alt] = TemplateValue(alt)
        if let size = links.imageSize(of: written) {
            image[.width] = .number(size.width)
            image[.height] = .number(size.height)
        }
        return image.value
    }

    func term(_ term: Term, depth: Int = 1) -> TemplateValue {
        var record = TemplateRecord<TermField>()
        record[.name] = TemplateValue(term.name)
        record[.href] = TemplateValue(site.href(term.path))
        record[.count] = .number(term.posts.count)
        record[.depth] = .number(depth)
        return record.value
    }

    private func menu(at path: URLPath) -> [TemplateValue] {
        guard let entries = site.plan.menu else { return defaultMenu(at: path) }
        return entries.map { entry in
            switch entry.target {
            case .route(let target, let query, let fragment):
                var href = site.href(target)
                if let query { href += "?" + query }
                if let fragment { href += "#" + PercentCoding.encode(path: fragment) }
                return menuEntry(entry.name, href, isCurrent: target == path)
            case .external(let url), .special(let url):
                return menuEntry(entry.name, url, isCurrent: false)
            case .samePage(let fragment):
                return menuEntry(entry.name, "#" + fragment, isCurrent: false)
            case .missing(let missing, _):
                return menuEntry(entry.name, site.href(URLPath(missing)), isCurrent: false)
            }
        }
    }

    /// Home, archives, and the taxonomies that have terms.
    private func defaultMenu(at path: URLPath) -> [TemplateValue] {
        let strings = site.theme.strings
        var entries = [(strings["home"], URLPath.root), (strings["archives"], Archive.base)]
        for kind in [Taxonomy.Kind.tags, .categories]
        where !site.plan.taxonomy(kind).terms.isEmpty {
            entries.append((strings[kind.rawValue], kind.path))
        }
        return entries.map { menuEntry($0, site.href($1), isCurrent: $1 == path) }
    }

    private func menuEntry(_ name: String, _ href: String, isCurrent: Bool) -> TemplateValue {
        var record = TemplateRecord<MenuField>()
        record[.name] = TemplateValue(name)
        record[.href] = TemplateValue(href)
        record[.isCurrent] = .flag(isCurrent)
        return record.value
    }

    private static func search(_ site: Site) -> TemplateValue {
        guard let search = site.plan.search else { return .none }
        var record = TemplateRecord<SearchField>()
        record[.href] = TemplateValue(site.href(search.path))
        record[.index] = TemplateValue(site.href(search.path))
        return record.value
    }

    private static func feeds(_ site: Site) -> [TemplateValue] {
        let feeds = site.configuration.feeds
        let rows = [
            ("RSS", feeds.rss, "application/rss+xml"),
            ("Atom", feeds.atom, "application/atom+xml"),
            ("JSON Feed", feeds.json, "application/feed+json"),
        ]
        return rows.filter { !$0.1.isEmpty }.map { name, file, type in
            var feed = TemplateRecord<FeedField>()
            feed[.name] = TemplateValue(name)
            feed[.title] = TemplateValue(site.configuration.site.title + " " + name)
            feed[.href] = TemplateValue(site.href(URLPath(file)))
            feed[.type] = TemplateValue(type)
            return feed.value
        }
    }
}
