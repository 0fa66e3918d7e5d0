import Content
import Planning
import Snippets

/// What rendering a route needs of the site's texts: a build has all of them, a preview finds those
/// that are asked for.
package protocol RenderedTexts {
    /// The post or page with this index, written; nil for one that could not be read.
    func article(post index: Int) -> Article?
    func article(page index: Int) -> Article?
    /// What lists and feeds show of a post.
    func summary(post index: Int) -> Summary?
    /// What an `_index.md` gives to its list, by its index in the library.
    func rendered(listText index: Int) -> RenderedListText?
}

/// Renders any route of a site into bytes.
///
/// `build` maps it over all routes, and a preview calls it for the address that a browser asked for,
/// so both give the same bytes. The files of the search index come from ``SearchIndex``, which takes
/// what all texts left for it.
package struct RouteRenderer: Sendable {
    package let site: Site
    private let pages: PageRenderer
    private let feeds: FeedRenderer

    package init(site: Site) {
        self.site = site
        pages = PageRenderer(site: site)
        feeds = FeedRenderer(site: site)
    }

    /// The bytes of a route; nil for a file that is copied as it is, for one of the search index, and
    /// for a text that could not be read. O(bytes), and for lists the texts that they show.
    package func bytes(of route: Route, _ texts: some RenderedTexts) -> [UInt8]? {
        switch route.content {
        case .post(let index):
            texts.article(post: index).map { pages.page(post: index, $0) }
        case .page(let index):
            texts.article(page: index).map { pages.page(page: index, $0) }
        case .home(let pager), .archive(_, let pager), .term(_, _, let pager):
            pages.list(
                route, texts.summary(post:),
                text: site.plan.listText(at: pager.base).flatMap(texts.rendered(listText:)))
        case .taxonomy:
            pages.list(
                route, texts.summary(post:),
                text: site.plan.listText(at: route.path).flatMap(texts.rendered(listText:)))
        case .feed(let format, let scope):
            feeds.feed(format, scope, at: route.path, texts.summary(post:))
        case .sitemap: feeds.sitemap()
        case .robots: feeds.robots()
        case .notFound: pages.notFound(at: route.path)
        case .search: pages.search(at: route.path)
        case .redirect(let target): pages.redirect(from: route.path, to: target)
        case .redirectScript: site.theme.redirectScript
        case .themeAsset(let index): site.theme.assets[index].bytes
        case .asset, .searchFile: nil
        }
    }

    /// The theme's words for a verdict, as a reader sees it: `✓ gofmt go1.22.3`.
    package func words(for verdict: Verdict) -> String {
        VerdictNote(site.theme.strings).text(verdict)
    }

    /// The theme's word for a text that is shown in a preview alone, `Draft` or `Future`; nil: it is
    /// published as it is.
    package func mark(of route: Route) -> String? {
        let strings = site.theme.strings
        switch route.content {
        case .post(let index):
            let post = site.library.posts[index]
            return post.isDraft ? strings["draft"] : post.isFuture ? strings["future"] : nil
        case .page(let index):
            return site.library.pages[index].isDraft ? strings["draft"] : nil
        default: return nil
        }
    }
}
