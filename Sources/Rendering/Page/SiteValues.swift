import Addresses
import Content
import Planning
import Templates
import Text

/// The values that all pages share, built once, and those of a page's head.
final class SiteValues: Sendable {
    let site: Site
    let tags: TermValues
    let categories: TermValues
    let series: TermValues
    /// What the link to the rest of a post is called.
    let moreLabel: ThemePattern
    private let pagesOf: ThemePattern
    private let shared: TemplateRecord<RootField>
    /// The years that have posts, without these.
    private let years: [Int: TemplateRecord<YearField>]
    private let menu: SiteMenu
    /// What Open Graph calls the site's language.
    private let locale: TemplateValue

    /// O(terms and years).
    init(site: Site) {
        self.site = site
        tags = TermValues(site.plan.tags, site)
        categories = TermValues(site.plan.categories, site)
        series = TermValues(site.plan.series, site)
        moreLabel = site.theme.strings.pattern("read_more_of")
        pagesOf = site.theme.strings.pattern("pages_of")
        menu = SiteMenu(site)
        years = Dictionary(
            uniqueKeysWithValues: site.plan.archive.years.map {
                ($0.year, Self.year($0.year, site))
            })
        let configuration = site.configuration.site
        locale = TemplateValue(OpenGraphLocale.name(of: configuration.language))
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
        root[.assets] = ThemeAsset.record(site.theme.allAssets, href: site.href)
        root[.search] = SiteValues.search(site)
        root[.strings] = site.theme.stringsValue
        root[.theme] = site.theme.parameters
        root[.icons] = .list(SiteIcon.all(of: site).map { $0.value(of: site) })
        root[.feeds] = .list(SiteValues.feeds(site))
        shared = root
    }

    func terms(_ kind: Taxonomy.Kind) -> TermValues {
        switch kind {
        case .tags: tags
        case .categories: categories
        case .series: series
        }
    }

    /// The root record of a page at `path`, without what its kind adds.
    func root(at path: URLPath) -> TemplateRecord<RootField> {
        var root = shared
        root[.menu] = menu.value(at: path)
        return root
    }

    /// The head of a page; `image` is an absolute URL.
    func page(
        title: String, path: URLPath, description: String? = nil, type: String = "website",
        language: String? = nil, image: TemplateValue = .none, isIndexed: Bool = true,
        pager: Pager? = nil, jsonLD: [UInt8]? = nil
    ) -> TemplateValue {
        var page = TemplateRecord<PageField>(through: .jsonLd)
        page[.title] = TemplateValue(title)
        page[.documentTitle] = .text(documentTitle(title, pager))
        page[.description] = TemplateValue(description)
        page[.permalink] = .text(site.address.permalinkBytes(path))
        page[.type] = TemplateValue(type)
        page[.isIndexed] = .flag(isIndexed)
        page[.locale] =
            language.map { TemplateValue(OpenGraphLocale.name(of: $0)) } ?? locale
        page[.image] = image
        page[.newerHref] = pager?.newer.map(site.hrefValue) ?? .none
        page[.olderHref] = pager?.older.map(site.hrefValue) ?? .none
        page[.jsonLd] = jsonLD.map { .text($0) } ?? .none
        return page.value
    }

    /// `标题 · 第 2 / 3 页 · 站名`; the site's title once where the page has no other.
    private func documentTitle(_ title: String, _ pager: Pager?) -> [UInt8] {
        let siteTitle = site.configuration.site.title
        var full = Array(title.utf8)
        if let pager, pager.number > 1 {
            full.append(" · ")
            full.append(contentsOf: pageText(pager))
        }
        if full.elementsEqual(siteTitle.utf8) { return full }
        full.append(" · ")
        full.append(siteTitle)
        return full
    }

    /// `第 2 / 3 页`.
    private func pageText(_ pager: Pager) -> [UInt8] {
        pagesOf.filled { name, out in
            switch name {
            case "number": out.append(decimal: pager.number)
            case "count": out.append(decimal: pager.count)
            default: return false
            }
            return true
        }
    }

    /// A year of an archive, without its posts.
    func year(_ year: Int) -> TemplateRecord<YearField> {
        years[year] ?? Self.year(year, site)
    }

    private static func year(_ year: Int, _ site: Site) -> TemplateRecord<YearField> {
        var record = TemplateRecord<YearField>(through: .posts)
        record[.year] = .number(year)
        record[.text] = TemplateValue(site.theme.strings.year(year))
        record[.href] = site.hrefValue(Archive.base.appending(folder: String(year)))
        return record
    }

    func pager(_ pager: Pager) -> TemplateValue {
        var record = TemplateRecord<PagerField>(through: .count)
        record[.isPaged] = .flag(pager.count > 1)
        record[.text] = .text(pageText(pager))
        record[.newerHref] = pager.newer.map(site.hrefValue) ?? .none
        record[.olderHref] = pager.older.map(site.hrefValue) ?? .none
        record[.number] = .number(pager.number)
        record[.count] = .number(pager.count)
        return record.value
    }

    func date(_ moment: Moment) -> TemplateValue {
        var machine: [UInt8] = []
        machine.reserveCapacity(25)
        machine.append(rfc3339: moment)
        var monthDay: [UInt8] = []
        monthDay.append(padded: moment.month)
        monthDay.append(UInt8(ascii: "-"))
        monthDay.append(padded: moment.day)
        var date = TemplateRecord<DateField>(through: .monthDay)
        date[.machine] = .text(machine)
        date[.text] = .text(site.theme.strings.dateBytes(moment))
        date[.monthDay] = .text(monthDay)
        return date.value
    }

    /// A picture of front matter: the address as a link of the text would be written.
    func image(
        _ written: String?, alt: String, _ links: LinkWriter, isAbsolute: Bool
    ) -> TemplateValue {
        guard let written, !written.isEmpty, let picture = links.picture(written) else {
            return .none
        }
        // A picture within the page is one, but nothing that other sites can show.
        let isWithin = LinkScheme.unsafe(in: picture) == "data" && !isAbsolute
        guard isWithin || links.isShareable(written) else { return .none }
        var image = TemplateRecord<ImageField>(through: .alt)
        image[.href] = TemplateValue(links.address(picture, absolute: isAbsolute))
        image[.alt] = TemplateValue(alt)
        if let size = links.imageSize(of: picture) {
            image[.width] = .number(size.width)
            image[.height] = .number(size.height)
        }
        return image.value
    }

    /// The text that another was translated from.
    func original(_ original: FrontMatter.Original?, _ links: LinkWriter) -> TemplateValue {
        guard let original else { return .none }
        var value = TemplateRecord<OriginalField>(through: .author)
        value[.title] = TemplateValue(original.title.isEmpty ? original.url : original.title)
        value[.href] = TemplateValue(
            original.url.isEmpty ? nil : links.address(original.url, absolute: false))
        value[.author] = TemplateValue(original.author)
        return value.value
    }

    /// Who wrote a text, as its front matter says.
    func authors(_ authors: [FrontMatter.Author], _ links: LinkWriter) -> TemplateValue {
        .list(
            authors.map { author in
                var value = TemplateRecord<AuthorField>(through: .href)
                value[.name] = TemplateValue(author.name)
                value[.href] = TemplateValue(
                    author.url.map { links.address($0, absolute: false) })
                return value.value
            })
    }

    /// The keys of front matter that galley does not know itself.
    func params(_ head: FrontMatter) -> TemplateValue {
        if head.params.isEmpty { return .table(.empty) }
        return .table(TemplateTable(head.params.mapValues(Theme.templateValue)))
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
