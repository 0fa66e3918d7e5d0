import Addresses
import Content
import Diagnostics
import Planning
import Templates
import Text

/// Renders one route into bytes: a pure function of the site and of what its posts gave.
///
/// ``RouteRenderer`` calls it for the kind of page that a route is.
package struct PageRenderer: Sendable {
    let site: Site
    let values: SiteValues
    private let posts: PostValues
    private let data: StructuredData
    private let scriptHref: String?

    package init(site: Site) {
        self.site = site
        values = SiteValues(site: site)
        posts = PostValues(values: values)
        data = StructuredData(site: site)
        let script = site.plan.routes.first { $0.content == .redirectScript }
        scriptHref = script.map { site.href($0.path) }
    }

    /// The page of a post, from what writing its text gave. O(bytes).
    package func page(post index: Int, _ article: Article) -> [UInt8] {
        let post = site.library.posts[index]
        let path = site.plan.postPaths[index]
        var root = values.root(at: path)
        root[.page] = values.page(
            title: post.title, path: path, description: article.summary.description,
            type: "article", language: post.head.language,
            image: cover(post.head, post.title, post.source, at: path),
            isIndexed: !post.head.isUnlisted,
            jsonLD: data.posting(post, at: path, article.summary))
        root[.post] = posts.full(index, article)
        return render("layouts/post", root, at: path, roomFor: article.content.count)
    }

    /// The page of an undated text. O(bytes).
    package func page(page index: Int, _ article: Article) -> [UInt8] {
        let page = site.library.pages[index]
        let path = site.plan.pagePaths[index]
        var root = values.root(at: path)
        root[.page] = values.page(
            title: page.title, path: path, description: article.summary.description,
            language: page.head.language,
            image: cover(page.head, page.title, page.source, at: path),
            isIndexed: !page.head.isUnlisted)
        root[.post] = posts.undated(page, at: path, article)
        return render("layouts/page", root, at: path, roomFor: article.content.count)
    }

    /// One page of a list of posts: home, an archive, a term.
    ///
    /// - Parameters:
    ///   - summary: of a post, by its index; nil for one that could not be read.
    ///   - text: the HTML of the list's `_index.md`.
    package func list(
        _ route: Route, _ summary: @escaping (Int) -> Summary?, text: RenderedListText?
    ) -> [UInt8]? {
        let lists = ListValues(posts: posts, summary: summary)
        switch route.content {
        case .home(let pager):
            return render("layouts/home", lists.home(pager, at: route.path, text), at: route.path)
        case .archive(let scope, let pager):
            return render(
                "layouts/archive", lists.archive(scope, pager, at: route.path, text), at: route.path
            )
        case .term(let kind, let index, let pager):
            return render(
                "layouts/term", lists.term(kind, index, pager, at: route.path, text), at: route.path
            )
        case .taxonomy(let kind):
            return render(
                "layouts/taxonomy", lists.taxonomy(kind, at: route.path, text), at: route.path)
        default:
            return nil
        }
    }

    /// The page that a host shows for addresses that lead nowhere.
    package func notFound(at path: URLPath) -> [UInt8] {
        var root = values.root(at: path)
        root[.page] = values.page(
            title: site.theme.strings["not_found"], path: path, isIndexed: false)
        return render("layouts/404", root, at: path)
    }

    /// The page on which readers search; search engines are asked to leave it out.
    package func search(at path: URLPath) -> [UInt8] {
        var root = values.root(at: path)
        root[.page] = values.page(
            title: site.theme.strings["search"], path: path, isIndexed: false)
        return render("layouts/search", root, at: path)
    }

    /// A page that sends an old address on.
    ///
    /// The canonical link is the new address; a script keeps the fragment, a refresh does without.
    package func redirect(from path: URLPath, to target: URLPath) -> [UInt8] {
        var root = values.root(at: path)
        var redirect = TemplateRecord<RedirectField>(through: .script)
        redirect[.permalink] = .text(site.address.permalinkBytes(target))
        redirect[.href] = site.hrefValue(target)
        redirect[.script] = TemplateValue(scriptHref)
        root[.redirect] = redirect.value
        return render("layouts/redirect", root, at: path)
    }

    /// The cover of a text with an absolute URL, for machines.
    private func cover(
        _ head: FrontMatter, _ title: String, _ source: SourcePath, at path: URLPath
    ) -> TemplateValue {
        let links = LinkWriter(site: site, source: source, path: path)
        return values.image(head.cover, alt: title, links, isAbsolute: true)
    }

    private func render(
        _ layout: String, _ root: TemplateRecord<RootField>, at path: URLPath,
        roomFor count: Int = 0
    ) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(count + 8192)
        if let id = site.theme.library[layout] {
            // A problem can only be recursion without end, which no layout of records allows.
            _ = site.theme.library.render(id, root.value, into: &out)
        }
        return out
    }
}

/// What an `_index.md` gives to a list.
package struct RenderedListText: Sendable {
    package let title: String?
    package let html: [UInt8]

    package init(title: String?, html: [UInt8]) {
        self.title = title
        self.html = html
    }
}
