import Addresses
import Content
import Diagnostics
import Planning
import Templates
import Testing

@testable import Rendering

/// A site in memory: posts and pages with their texts, planned, with the theme inside the program.
struct RenderedSite {
    var library = Library()
    var configuration: Configuration
    /// Files of the theme that stand over those of `paper`, by path.
    var overrides: [String: String] = [:]
    private var texts: [SourcePath: String] = [:]

    init(url: String = "https://example.org/blog/", title: String = "Notes") throws {
        let address = try #require(SiteAddress(url))
        configuration = Configuration(site: Configuration.Site(title: title, address: address))
        configuration.site.language = "en"
    }

    /// Adds `content/posts/NAME.md`; posts have to be added newest first.
    mutating func post(
        _ name: String, _ date: String = "2021-08-12 22:18:10", title: String? = nil,
        _ text: String = "Text.\n", _ change: (inout Head) -> Void = { _ in }
    ) throws {
        let source = SourcePath("content/posts/\(name).md")
        var head = Head()
        change(&head)
        texts[source] = text
        library.posts.append(
            Post(
                source: source, head: head, title: title ?? name,
                date: try #require(Moment(date, zone: .utc)), slug: name, pathSlug: name,
                bundle: nil))
    }

    /// Adds `content/NAME.md`.
    mutating func page(
        _ name: String, _ text: String = "Text.\n", _ change: (inout Head) -> Void = { _ in }
    ) {
        let source = SourcePath("content/\(name).md")
        var head = Head()
        change(&head)
        texts[source] = text
        library.pages.append(
            Page(source: source, head: head, title: name, segments: [name], bundle: nil))
    }

    /// Adds `content/PATH`.
    mutating func asset(_ path: String) {
        library.assets.append(
            Asset(source: SourcePath("content/" + path), path: URLPath("/" + path), isStatic: false)
        )
    }

    /// The theme with its overrides, in the site's language.
    func theme() -> (Theme?, [Diagnostic]) {
        let own = overrides.map { path, text in
            ThemeFile(
                path: path, source: SourcePath("theme/" + path), bytes: Array(text.utf8))
        }
        return Theme.load(
            own.over(ThemeFile.builtIn), language: configuration.site.language,
            parameters: configuration.themeParameters,
            place: { configuration.places[$0] })
    }

    /// The site, planned; fails where the theme or the plan has errors.
    func site() throws -> Site {
        let (theme, themeProblems) = theme()
        try #require(!themeProblems.hasErrors, "\(themeProblems)")
        let loaded = try #require(theme)
        let (plan, problems) = plan(library, configuration, themeAssets: loaded.assetPaths)
        try #require(!problems.hasErrors, "\(problems)")
        return Site(configuration: configuration, library: library, plan: plan, theme: loaded)
    }

    /// What writing each post gave.
    func results(_ site: Site) -> [ArticleWriter.Result] {
        let writer = ArticleWriter(site: site)
        return library.posts.enumerated().map { index, post in
            writer.write(post: index, Array((texts[post.source] ?? "").utf8))
        }
    }

    /// The diagnostics of all texts, those of anchors included.
    func diagnostics() throws -> [Diagnostic] {
        let site = try site()
        let results = results(site)
        var anchors = AnchorCheck()
        for (path, result) in zip(site.plan.postPaths, results) {
            anchors.add(
                ids: AnchorCheck.ids(in: result.article.content), links: result.links, at: path)
        }
        return results.flatMap(\.diagnostics) + anchors.diagnostics()
    }

    /// The bytes of one route, as text.
    func render(_ path: String) throws -> String {
        let site = try site()
        let pages = PageRenderer(site: site)
        let feeds = FeedRenderer(site: site)
        let results = results(site)
        let summaries = results.map { Optional($0.article.summary) }
        let route = try #require(site.plan.route(at: URLPath(path)))
        let bytes: [UInt8]
        switch route.content {
        case .post(let index): bytes = pages.page(post: index, results[index].article)
        case .page(let index):
            let text = Array((texts[library.pages[index].source] ?? "").utf8)
            let article = ArticleWriter(site: site).write(page: index, text).article
            bytes = pages.page(page: index, article)
        case .feed(let format, let scope):
            bytes = feeds.feed(format, scope, at: route.path, summaries)
        case .sitemap: bytes = feeds.sitemap()
        case .robots: bytes = feeds.robots()
        case .notFound: bytes = pages.notFound(at: route.path)
        case .search: bytes = pages.search(at: route.path)
        case .redirect(let target): bytes = pages.redirect(from: route.path, to: target)
        default: bytes = try #require(pages.list(route, summaries, text: nil))
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// The free function under a name that no property hides.
private func plan(
    _ library: Library, _ configuration: Configuration, themeAssets: [URLPath]
) -> (SitePlan, [Diagnostic]) {
    Planning.plan(library, configuration, themeAssets: themeAssets)
}
