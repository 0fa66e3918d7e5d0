import Addresses
import Content
import Diagnostics

/// Decides every URL of a site, from heads alone: pure, without reading the disk.
///
/// `themeAssets` are the paths of the theme's files. Posts and pages without an address, or with
/// one that an earlier text has, are removed from the library, each with an error. The author's
/// files take precedence over galley's at the same address. O(n log n) in posts, terms and assets.
package func plan(
    _ library: inout Library, _ configuration: Configuration, themeAssets: [URLPath]
) -> (SitePlan, [Diagnostic]) {
    var (addresses, table, diagnostics) = settledTexts(&library, configuration)
    let posts = library.posts
    let order = posts.indices.filter { !posts[$0].head.isUnlisted }.sorted { a, b in
        posts[a].date.instant == posts[b].date.instant
            ? posts[a].source < posts[b].source : posts[a].date.instant > posts[b].date.instant
    }
    let homeOrder = homeOrder(posts, order: order)
    func taxonomy(_ kind: Taxonomy.Kind) -> (Taxonomy, [Diagnostic]) {
        TermCollector.taxonomy(kind, of: posts, order: order, configuration.terms)
    }
    let (tags, tagDiagnostics) = taxonomy(.tags)
    let (categories, categoryDiagnostics) = taxonomy(.categories)
    let (series, seriesDiagnostics) = taxonomy(.series)
    let taxonomies = [tags, categories, series]
    let archive = Archive(posts, order: order)
    let (feeds, feedDiagnostics) = feedRoutes(configuration, [tags, categories])
    diagnostics += tagDiagnostics + categoryDiagnostics + seriesDiagnostics + feedDiagnostics

    table.name(taxonomies)
    let machines =
        feeds + [
            Route(URLPath("/sitemap.xml"), .sitemap), Route(URLPath("/robots.txt"), .robots),
        ]
    let (files, fileDiagnostics) = fileRoutes(library, addresses, machines)
    for file in files { table.add(file: file) }
    let (base, baseDiagnostics) = baseOfPosts(configuration, table)
    if base != .root { table.noteOwnHome() }
    var lists = base.map { homeRoutes(configuration, order: homeOrder, at: $0) } ?? []
    lists += listRoutes(configuration, order: order, archive, taxonomies)
    table.add(generated: lists)
    table.add(generated: machines + [Route(URLPath("/404.html"), .notFound)])
    table.add(generated: themeAssets.enumerated().map { Route($1, .themeAsset($0)) })
    let isSearchWhole = order.allSatisfy { posts[$0].head.isSearched }
    let searchOrder = isSearchWhole ? order : order.filter { posts[$0].head.isSearched }
    let search = SearchPlan(configuration.search, posts: searchOrder.count)
    if let search { table.add(generated: search.routes) }
    let (aliases, aliasDiagnostics) = aliasRoutes(library, configuration, addresses)
    for alias in aliases { table.add(alias: alias) }
    let former = FormerAddresses.redirects(taxonomies, library, addresses, configuration)
        .filter { table.add(ifFree: $0) }
    let spellings = taxonomies.flatMap(\.terms).map { term in
        term.otherPaths.filter { table.add(spelling: $0, of: term.path) }
    }
    let hasSpellings = spellings.contains { !$0.isEmpty }
    let redirectDiagnostics = table.addRedirects(configuration)
    if !configuration.redirects.isEmpty || !aliases.isEmpty || !former.isEmpty || hasSpellings
        || lists.contains(where: \.isRedirect)
    {
        table.add(generated: [Route(URLPath("/galley/redirect.js"), .redirectScript)])
    }
    diagnostics +=
        fileDiagnostics + baseDiagnostics + aliasDiagnostics + redirectDiagnostics
        + table.diagnostics

    let routes = table.sorted()
    let (listTexts, textDiagnostics) = attach(library.listTexts, addresses, to: lists)
    let links = SiteLinks(
        routes, sources: sourcePaths(library, addresses),
        unpublished: UnpublishedTexts(library, addresses, configuration),
        address: configuration.site.address, content: configuration.build.content)
    let (menu, menuDiagnostics) = MenuEntry.entries(configuration, links)
    diagnostics += textDiagnostics + menuDiagnostics
    let (newer, older) = neighbours(order, of: posts.count)
    let related = RelatedPosts.of(posts.count, order: order, taxonomies)
    let plan = SitePlan(
        routes: routes, postPaths: addresses.posts, pagePaths: addresses.pages, order: order,
        newer: newer, older: older, homeOrder: homeOrder, tags: tags, categories: categories,
        series: series, archive: archive, related: related, search: search,
        searchOrder: searchOrder,
        menu: menu,
        links: links, ownFiles: table.ownFiles.sorted { $0.path < $1.path },
        baseOfPosts: base,
        blockingDiagnostics: addresses.patternDiagnostics
            + feedDiagnostics.filter { $0.severity == .error },
        listTexts: listTexts)
    return (plan, diagnostics.sortedByPlace())
}

/// The addresses of all texts with one of their own, and the table that contains them; other texts
/// are removed from the library.
private func settledTexts(
    _ library: inout Library, _ configuration: Configuration
) -> (ContentAddresses, RouteTable, [Diagnostic]) {
    let generated = generatedPages(configuration)
    var addresses = ContentAddresses(library, configuration)
    func leaveOut(posts: Set<Int>, pages: Set<Int>) {
        if posts.isEmpty, pages.isEmpty { return }
        library.leaveOut(posts: posts, pages: pages)
        addresses.leaveOut(posts: posts, pages: pages)
    }
    leaveOut(posts: addresses.unaddressed.posts, pages: addresses.unaddressed.pages)
    var (texts, stubs) = textRoutes(library, addresses, generated, configuration)
    var table = RouteTable(library, configuration)
    let losers = table.add(texts: texts)
    let collisions = table.diagnostics
    if !losers.isEmpty {
        leaveOut(posts: Set(losers.compactMap(\.post)), pages: Set(losers.compactMap(\.page)))
        (texts, stubs) = textRoutes(library, addresses, generated, configuration)
        table = RouteTable(library, configuration)
        _ = table.add(texts: texts)
    }
    addresses.placeAssets(of: library)
    let problems = addresses.diagnostics + addresses.patternDiagnostics
    return (addresses, table, problems + stubs + collisions)
}

/// The files of the pages that every site has, by their collision keys.
private func generatedPages(_ configuration: Configuration) -> Set<String> {
    var paths: [URLPath] = [.root, Archive.base, URLPath("/404.html")]
    paths += Taxonomy.Kind.allCases.map(\.path)
    let folders = [configuration.search.page, configuration.posts.list].filter { !$0.isEmpty }
    paths += folders.map { URLPath($0).asFolder }
    return Set(paths.map(\.outputPath.collisionKey))
}

/// The address of the list of all posts: the root or, if the author has a page there, `[posts]
/// list`. nil: none, which is reported unless it is intended.
private func baseOfPosts(
    _ configuration: Configuration, _ table: RouteTable
) -> (URLPath?, [Diagnostic]) {
    if table.content(at: .root) == nil { return (.root, []) }
    if configuration.posts.list.isEmpty { return (nil, []) }
    let base = URLPath(configuration.posts.list).asFolder
    if table.content(at: base) == nil { return (base, []) }
    let problem = Diagnostic.warning(
        .planNoList, "The list of all posts is nowhere: '/' and '\(base)' are pages of the site",
        at: configuration.places["posts.list"],
        fixes: [Diagnostic.Fix("name a free folder with 'list' under [posts]")])
    return (nil, [problem])
}

/// Sticky posts first, higher ones before lower ones, newer ones before older ones; then all others
/// except those that the home page does not list.
private func homeOrder(_ posts: [Post], order: [Int]) -> [Int] {
    let isWhole = order.allSatisfy { posts[$0].head.isOnHomePage }
    let order = isWhole ? order : order.filter { posts[$0].head.isOnHomePage }
    let sticky = order.enumerated().filter { posts[$0.element].head.sticky > 0 }
        .sorted { a, b in
            let (x, y) = (posts[a.element].head.sticky, posts[b.element].head.sticky)
            return x == y ? a.offset < b.offset : x > y
        }
    if sticky.isEmpty { return order }
    return sticky.map(\.element) + order.filter { posts[$0].head.sticky <= 0 }
}

/// For each post the one before and the one after it in `order`, which is newest first; nil for
/// posts outside it.
private func neighbours(_ order: [Int], of count: Int) -> (newer: [Int?], older: [Int?]) {
    var newer = [Int?](repeating: nil, count: count)
    var older = newer
    for (newerPost, olderPost) in zip(order, order.dropFirst()) {
        newer[olderPost] = newerPost
        older[newerPost] = olderPost
    }
    return (newer, older)
}

/// The address of each source file, for links written as file paths.
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

/// Assigns the texts of `_index.md` files to the lists at their paths.
private func attach(
    _ texts: [ListText], _ addresses: ContentAddresses, to lists: [Route]
) -> ([String: Int], [Diagnostic]) {
    if texts.isEmpty { return ([:], []) }
    let keys = Set(lists.map(\.output.collisionKey))
    var attached: [String: Int] = [:]
    var diagnostics: [Diagnostic] = []
    // Those in other languages are reported with all texts in them.
    for (index, text) in texts.enumerated() where !addresses.isOfOtherLanguage(text) {
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

extension URLPath {
    /// The same address as a folder: `/blog/` for `/blog`.
    fileprivate var asFolder: URLPath { isFolder ? self : URLPath(string + "/") }
}

extension Route.Content {
    fileprivate var post: Int? { if case .post(let index) = self { index } else { nil } }
    fileprivate var page: Int? { if case .page(let index) = self { index } else { nil } }
}

extension Route {
    fileprivate var isRedirect: Bool {
        if case .redirect = content { return true }
        return false
    }
}

extension Diagnostic.ID {
    package static let planNoList = Diagnostic.ID("plan/no-list")
    package static let planUnusedListText = Diagnostic.ID("plan/unused-list-text")
}
