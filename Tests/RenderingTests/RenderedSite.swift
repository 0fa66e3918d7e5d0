import Addresses
import Articles
import Content
import Diagnostics
import Images
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
        _ text: String = "Text.\n", isDraft: Bool = false, isFuture: Bool = false,
        _ change: (inout FrontMatter) -> Void = { _ in }
    ) throws {
        let source = SourcePath("content/posts/\(name).md")
        var head = FrontMatter()
        change(&head)
        texts[source] = text
        library.posts.append(
            Post(
                source: source, head: head, title: title ?? name,
                date: try #require(Moment(date, zone: .utc)), slug: name, pathSlug: name,
                bundle: nil, isDraft: isDraft, isFuture: isFuture))
    }

    /// Adds `content/NAME.md`.
    mutating func page(
        _ name: String, _ text: String = "Text.\n", _ change: (inout FrontMatter) -> Void = { _ in }
    ) {
        let source = SourcePath("content/\(name).md")
        var head = FrontMatter()
        change(&head)
        texts[source] = text
        library.pages.append(
            Page(source: source, head: head, title: name, segments: [name], bundle: nil))
    }

    /// Adds `content/PATH`, or `static/PATH`.
    mutating func asset(_ path: String, isStatic: Bool = false, size: ImageSize? = nil) {
        library.assets.append(
            Asset(
                source: SourcePath((isStatic ? "static/" : "content/") + path),
                path: URLPath("/" + path), isStatic: isStatic, imageSize: size))
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
        var library = library
        let (plan, problems) = plan(&library, configuration, themeAssets: loaded.assetPaths)
        try #require(!problems.hasErrors, "\(problems)")
        return Site(configuration: configuration, library: library, plan: plan, theme: loaded)
    }

    /// A post as parsing takes it.
    func text(post index: Int) -> ArticleSource {
        let post = library.posts[index]
        return ArticleSource(post.source, post.head, title: post.title)
    }

    /// A post through the stages parse and check.
    func checked(post index: Int, _ site: Site) -> CheckedArticle {
        let text = text(post: index)
        return Self.checked(
            text, Array((texts[text.source] ?? "").utf8), at: site.plan.postPaths[index], site)
    }

    static func checked(
        _ text: ArticleSource, _ bytes: [UInt8], at path: URLPath, _ site: Site
    ) -> CheckedArticle {
        let parser = ArticleParser(site.configuration, pageIDs: site.theme.elementIDs)
        return ArticleChecker(site.plan).check(parser.parse(text, bytes), at: path)
    }

    /// Each post, rendered.
    func articles(_ site: Site) -> [Article] {
        let renderer = ArticleRenderer(site: site)
        return library.posts.indices.map { index in
            renderer.render(checked(post: index, site), post: index)
        }
    }

    /// The diagnostics of all texts, those of anchors included.
    func diagnostics() throws -> [Diagnostic] {
        let site = try site()
        let findings = library.posts.indices.map { checked(post: $0, site).findings }
        var anchors = AnchorCheck()
        for text in findings { anchors.add(text) }
        return findings.flatMap(\.diagnostics) + anchors.diagnostics()
    }

    /// The bytes of one route, as text.
    func render(_ path: String) throws -> String {
        let site = try site()
        let route = try #require(site.plan.route(at: URLPath(path)))
        let renderer = ArticleRenderer(site: site)
        let written = Written(posts: articles(site)) { index in
            let page = library.pages[index]
            return renderer.render(
                Self.checked(
                    ArticleSource(page.source, page.head, title: page.title),
                    Array((texts[page.source] ?? "").utf8), at: site.plan.pagePaths[index], site))
        }
        let bytes = try #require(RouteRenderer(site: site).bytes(of: route, written))
        return String(decoding: bytes, as: UTF8.self)
    }
}

private struct Written: RenderedTexts {
    let posts: [Article]
    let page: (Int) -> Article

    func article(post index: Int) -> Article? { posts[index] }
    func article(page index: Int) -> Article? { page(index) }
    func summary(post index: Int) -> Summary? { posts[index].summary }
    func rendered(listText index: Int) -> RenderedListText? { nil }
}

/// The free function under a name that no property hides.
private func plan(
    _ library: inout Library, _ configuration: Configuration, themeAssets: [URLPath]
) -> (SitePlan, [Diagnostic]) {
    Planning.plan(&library, configuration, themeAssets: themeAssets)
}
