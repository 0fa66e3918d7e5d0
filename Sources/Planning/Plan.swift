import Addresses
import Content
import Diagnostics

/// Decides every URL of a site, from heads alone: pure, without a look at the disk.
///
/// `themeAssets` are the paths at which the files of the theme stand. Bad addresses, unknown
/// permalink tokens and two routes with one output path are errors among the diagnostics; the plan
/// then still holds a route for all that has a place, so that a preview can go on.
/// O(n log n) in posts, terms and assets.
package func plan(
    _ library: Library, _ configuration: Configuration, themeAssets: [URLPath]
) -> (SitePlan, [Diagnostic]) {
    let posts = library.posts
    let order = posts.indices.sorted { a, b in
        posts[a].date.instant == posts[b].date.instant
            ? posts[a].source < posts[b].source : posts[a].date.instant > posts[b].date.instant
    }
    let homeOrder = homeOrder(posts, order: order)
    let addresses = ContentAddresses(library, configuration)
    let (tags, tagDiagnostics) = TermCollector.taxonomy(.tags, of: posts, order: order)
    let (categories, categoryDiagnostics) = TermCollector.taxonomy(
        .categories, of: posts, order: order)
    let (series, seriesDiagnostics) = TermCollector.taxonomy(.series, of: posts, order: order)
    let archive = Archive(posts, order: order)
    var diagnostics =
        addresses.diagnostics + tagDiagnostics + categoryDiagnostics + seriesDiagnostics

    let lists = listRoutes(
        configuration, order: order, homeOrder: homeOrder, archive, [tags, categories, series])
    let (redirects, redirectDiagnostics) = aliasRoutes(library, configuration, addresses)
    let (content, contentDiagnostics) = contentRoutes(library, addresses, lists)
    let (feeds, feedDiagnostics) = feedRoutes(configuration, [tags, categories])
    let search = SearchPlan(configuration.search, posts: posts.count)
    diagnostics += contentDiagnostics + feedDiagnostics + redirectDiagnostics

    var table = RouteTable(library, configuration, [tags, categories, series])
    table.add(content)
    table.add(lists)
    table.add(feeds)
    table.add([
        Route(URLPath("/sitemap.xml"), .sitemap), Route(URLPath("/robots.txt"), .robots),
        Route(URLPath("/404.html"), .notFound),
    ])
    table.add(themeAssets.enumerated().map { Route($1, .themeAsset($0)) })
    if let search { table.add(search.routes) }
    for claim in redirects { table.add(claim) }
    let former = FormerAddresses.redirects(
        [tags, categories, series], library, addresses, configuration
    ).filter { table.addIfFree($0) }
    if !redirects.isEmpty || !former.isEmpty || lists.contains(where: \.isRedirect) {
        table.add([Route(URLPath("/galley/redirect.js"), .redirectScript)])
    }
    diagnostics += table.diagnostics

    let routes = table.sorted()
    let (listTexts, textDiagnostics) = attach(library.listTexts, to: lists)
    let links = SiteLinks(
        routes, sources: sourcePaths(library, addresses), address: configuration.site.address,
        content: configuration.build.content)
    let (menu, menuDiagnostics) = MenuEntry.entries(configuration, links)
    diagnostics += textDiagnostics + menuDiagnostics
    let (newer, older) = neighbours(order)
    let related = RelatedPosts.of(order: order, [tags, categories, series])
    let plan = SitePlan(
        routes: routes, postPaths: addresses.posts, pagePaths: addresses.pages, order: order,
        newer: newer, older: older, homeOrder: homeOrder, tags: tags, categories: categories,
        series: series, archive: archive, related: related, search: search, menu: menu,
        links: links, listTexts: listTexts)
    return (plan, diagnostics.sortedByPlace())
}

/// Sticky posts first, the higher the earlier, of equals the newer; then all others.
private func homeOrder(_ posts: [Post], order: [Int]) -> [Int] {
    let sticky = order.enumerated().filter { posts[$0.element].head.sticky > 0 }
        .sorted { a, b in
            let (x, y) = (posts[a.element].head.sticky, posts[b.element].head.sticky)
            return x == y ? a.offset < b.offset : x > y
        }
    if sticky.isEmpty { return order }
    return sticky.map(\.element) + order.filter { posts[$0].head.sticky <= 0 }
}

/// For each post the one before and the one after it in `order`, which is newest first.
private func neighbours(_ order: [Int]) -> (newer: [Int?], older: [Int?]) {
    var newer = [Int?](repeating: nil, count: order.count)
    var older = newer
    for (newerPost, olderPost) in zip(order, order.dropFirst()) {
        newer[olderPost] = newerPost
        older[newerPost] = olderPost
    }
    return (newer, older)
}

/// Where each source file should stand, for links that are written as file paths.
private func sourcePaths(_ library: Library, _ addresses: ContentAddresses) -> [String: URLPath] {
    var paths: [String: URLPath] = [:]
    paths.reserveCapacity(library.posts.count + library.pages.count + library.assets.count)
    for (post, path) in zip(library.posts, addresses.posts) { paths[post.source.string] = path }
    for (page, path) in zip(library.pages, addresses.pages) { paths[page.source.string] = path }
    for (asset, path) in zip(library.assets, addresses.assets) {
        paths[asset.source.string] = path
    }
    for text in library.listTexts { paths[text.source.string] = text.path }
    return paths
}

/// Gives the texts of `_index.md` files to the lists at their paths.
private func attach(
    _ texts: [ListText], to lists: [Route]
) -> ([String: Int], [Diagnostic]) {
    if texts.isEmpty { return ([:], []) }
    let keys = Set(lists.map(\.output.collisionKey))
    var attached: [String: Int] = [:]
    var diagnostics: [Diagnostic] = []
    for (index, text) in texts.enumerated() {
        let key = text.path.outputPath.collisionKey
        if keys.contains(key) {
            attached[key] = index
        } else {
            diagnostics.append(
                .warning(
                    .planUnusedListText,
                    "'\(text.source)' gives a text to '\(text.path)', which is no list",
                    at: Place(file: text.source)))
        }
    }
    return (attached, diagnostics)
}

extension Route {
    fileprivate var isRedirect: Bool {
        if case .redirect = content { return true }
        return false
    }
}

extension Diagnostic.ID {
    package static let planUnusedListText = Diagnostic.ID("plan/unused-list-text")
}
