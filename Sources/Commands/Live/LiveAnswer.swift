import Addresses
import Content
import Diagnostics
import Planning
import Preview
import Rendering
import Snippets

/// Finds what is at an address of a snapshot, as a host of static files would.
struct LiveAnswer {
    let snapshot: LiveSnapshot
    let articles: LiveArticles
    let folder: SiteFolder

    /// The address of the page for addresses that lead nowhere, which every host knows.
    private static let notFound = URLPath("/404.html")

    private var address: SiteAddress { snapshot.site.configuration.site.address }

    /// The route at a decoded path, base path included; nil: nothing is there.
    ///
    /// `/x/index.html` is the page of `/x/`.
    func route(at path: String) -> Route? {
        guard path.hasPrefix(address.basePath) else { return nil }
        let inside = URLPath(String(path.dropFirst(address.basePath.count - 1)))
        return snapshot.site.plan.route(at: inside)
            ?? snapshot.site.plan.route(at: inside.withoutIndexName)
    }

    /// What is at a decoded path.
    func answer(_ path: String) -> PreviewAnswer {
        if let route = route(at: path) { return answer(route) }
        if path + "/" == address.basePath || (path == "/" && address.basePath != "/") {
            return .redirect(to: address.href(.root))
        }
        if let folder = self.route(at: path + "/") {
            return .redirect(to: address.href(folder.path))
        }
        guard let route = snapshot.site.plan.route(at: Self.notFound) else {
            return .page(Self.blank(problems))
        }
        return notFound(route)
    }

    /// The 404 page with its status: the theme's, or one that the author made.
    private func notFound(_ route: Route) -> PreviewAnswer {
        var html: [UInt8]
        if case .asset(let index) = route.content {
            html = (try? folder.read(snapshot.site.library.assets[index].source)) ?? []
        } else {
            html = snapshot.renderer.bytes(of: route, articles) ?? []
        }
        var page = page(route, html)
        page.status = 404
        return .page(page)
    }

    private func answer(_ route: Route) -> PreviewAnswer {
        let name = route.output.string
        switch route.content {
        case .asset(let index):
            let source = snapshot.site.library.assets[index].source
            let isStatic = snapshot.site.library.assets[index].isStatic
            let root =
                isStatic ? SourcePath("static") : snapshot.site.configuration.build.content
            var file = PreviewFile(path: folder.absolute(source), root: folder.absolute(root))
            if name.hasSuffix(".html") {
                let html = (try? folder.read(source)) ?? []
                file.policy = LivePolicy(snapshot.site)?.policy(of: html)
            }
            return .file(file)
        case .feed, .sitemap, .robots, .redirect, .redirectScript, .themeAsset:
            return .made(snapshot.renderer.bytes(of: route, articles) ?? [], name: name)
        case .searchFile(let file):
            let bytes = snapshot.search.file(file, of: snapshot.site, articles)
            return .made(bytes ?? [], name: name)
        case .home, .archive, .taxonomy, .term, .post, .page, .notFound, .search:
            guard let html = snapshot.renderer.bytes(of: route, articles) else {
                return .page(Self.blank(problems))
            }
            return .page(page(route, html))
        }
    }

    private func page(_ route: Route, _ html: [UInt8]) -> PreviewPage {
        let identity = PageIdentity(snapshot)
        var page = PreviewPage(html: html, identity: identity.identity(of: html))
        page.styles = identity.styles
        page.mark = snapshot.renderer.mark(of: route)
        page.policy = LivePolicy(snapshot.site)?.policy(of: html)
        page.problems = problems
        if let findings = snapshot.role(of: route).flatMap(articles.rendered)?.findings {
            let severities = Severities(
                snapshot.site.configuration.diagnostics, isStrict: false)
            page.problems += severities.applied(to: findings.diagnostics)
                .filter { $0.severity == .error }
            page.notes = findings.snippets.map { snippet in
                let verdict = severities.applied(to: snippet).verdict
                return BlockNote(kind: verdict.name, text: snapshot.renderer.words(for: verdict))
            }
        }
        return page
    }

    private var problems: [Diagnostic] {
        snapshot.diagnostics.filter { $0.severity == .error }
    }

    /// The page for an address without a page, with the problems on it.
    static func blank(_ problems: [Diagnostic]) -> PreviewPage {
        let html = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>galley</title></head>
            <body><p>galley cannot make this page until the errors are fixed; it comes by itself \
            then.</p></body></html>

            """
        var page = PreviewPage(html: Array(html.utf8), identity: "blank")
        page.status = 500
        page.problems = problems
        return page
    }
}
