import Addresses
import Content
import Planning
import Text

/// Renders the routes that machines read: feeds, the sitemap, robots.txt.
package struct FeedRenderer: Sendable {
    let site: Site

    package init(site: Site) {
        self.site = site
    }

    /// The feed at `path`, from the summary of each post by its index.
    package func feed(
        _ format: FeedFormat, _ scope: FeedScope, at path: URLPath,
        _ summary: (Int) -> Summary?
    ) -> [UInt8] {
        let settings = site.configuration.site
        var title = settings.title
        var home = URLPath.root
        if case .term(let kind, let index) = scope {
            let term = site.plan.taxonomy(kind).terms[index]
            title = term.name + " · " + title
            home = term.path
        }
        let entries = posts(scope).compactMap { index in
            summary(index).map { entry(index, $0) }
        }
        let feed = Feed(
            title: title,
            description: settings.description.isEmpty ? title : settings.description,
            author: settings.author, language: settings.language,
            home: site.address.permalink(home), address: site.address.permalink(path),
            entries: entries)
        switch format {
        case .rss: return RSSFeed(feed: feed).bytes()
        case .atom: return AtomFeed(feed: feed).bytes()
        case .json: return JSONFeed(feed: feed).bytes()
        }
    }

    /// sitemap.xml: posts and pages with their true dates, lists without.
    package func sitemap() -> [UInt8] {
        let entries = site.plan.routes.compactMap { route -> Sitemap.Entry? in
            var modified: Moment?
            switch route.content {
            case .post(let index):
                let post = site.library.posts[index]
                if post.head.isUnlisted || !post.head.isInSitemap { return nil }
                modified = post.head.updated ?? post.date
            case .page(let index):
                let page = site.library.pages[index]
                let isOut = page.head.isUnlisted || !page.head.isInSitemap
                if isOut || route.path.string == "/404.html" { return nil }
                modified = page.head.updated
            case .home, .archive, .taxonomy, .term: break
            default: return nil
            }
            return Sitemap.Entry(
                permalink: site.address.permalink(route.path), modified: modified)
        }
        return Sitemap(entries: entries).bytes()
    }

    /// robots.txt (RFC 9309): everything is allowed, and where the sitemap is.
    package func robots() -> [UInt8] {
        let sitemap = site.address.permalink(URLPath("/sitemap.xml")).string
        return Array("User-agent: *\nAllow: /\n\nSitemap: \(sitemap)\n".utf8)
    }

    /// The newest posts of a scope, as many as a feed brings, without those that keep out of feeds.
    private func posts(_ scope: FeedScope) -> [Int] {
        let all =
            switch scope {
            case .site: site.plan.order
            case .term(let kind, let index): site.plan.taxonomy(kind).terms[index].posts
            }
        let posts = site.library.posts
        return Array(
            all.lazy.filter { posts[$0].head.isInFeeds }.prefix(site.configuration.feeds.limit))
    }

    /// Every post that some feed of the site shows.
    static func postsInFeeds(of site: Site) -> Set<Int> {
        var posts: Set<Int> = []
        for route in site.plan.routes {
            if case .feed(_, let scope) = route.content {
                posts.formUnion(FeedRenderer(site: site).posts(scope))
            }
        }
        return posts
    }

    private func entry(_ index: Int, _ summary: Summary) -> FeedEntry {
        let post = site.library.posts[index]
        let tags = site.plan.tags
        return FeedEntry(
            title: post.title, permalink: site.address.permalink(site.plan.postPaths[index]),
            published: post.date, updated: post.head.updated, authors: post.head.authors,
            tags: tags.termsOfPosts[index].map { tags.terms[$0].name },
            summary: summary.description, content: summary.feedContent,
            language: post.head.language)
    }
}
