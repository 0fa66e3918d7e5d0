import Addresses
import Content
import Diagnostics

/// The routes of posts and pages, except pages without content of their own where galley makes a
/// page itself: `source/tags/index.md` with `type: tags`, as Hexo needs it, or Jekyll's
/// `index.html` with `layout: home`. Each of those is left out with a warning.
///
/// - Parameter generated: the pages that galley makes, by the collision keys of their files.
func textRoutes(
    _ library: Library, _ addresses: ContentAddresses, _ generated: Set<String>,
    _ configuration: Configuration
) -> ([Route], [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    var routes = addresses.posts.enumerated().map { Route($1, .post($0)) }
    for (index, path) in addresses.pages.enumerated() {
        let page = library.pages[index]
        let route = Route(path, .page(index))
        if let stub = page.stub, generated.contains(route.output.collisionKey) {
            diagnostics.append(page.givesWay(stub, at: path, configuration))
        } else {
            routes.append(route)
        }
    }
    return (routes, diagnostics)
}

/// The routes of copied files, except templates of other generators at the address of a feed, the
/// sitemap or robots.txt; each of those is left out with a warning.
func fileRoutes(
    _ library: Library, _ addresses: ContentAddresses, _ generated: [Route]
) -> ([Route], [Diagnostic]) {
    let made = Set(generated.map(\.output.collisionKey))
    var routes: [Route] = []
    var diagnostics: [Diagnostic] = []
    var unrendered: [Asset] = []
    for (index, path) in addresses.assets.enumerated() {
        guard let path else { continue }
        let route = Route(path, .asset(index))
        let asset = library.assets[index]
        if asset.isTemplate, made.contains(route.output.collisionKey) {
            diagnostics.append(
                .warning(
                    .planTemplateFile,
                    "The file '\(asset.source)' is a template, and galley makes '\(path)' itself",
                    at: Place(file: asset.source),
                    explanation: "It begins with front matter, or has '{{' or '{%' in it.",
                    fixes: [Diagnostic.Fix("remove it")]))
        } else {
            routes.append(route)
            if asset.isUnrendered { unrendered.append(asset) }
        }
    }
    if let first = unrendered.first {
        diagnostics.append(.unrendered(first, others: unrendered.count - 1))
    }
    return (routes, diagnostics)
}

extension Diagnostic {
    /// The one warning about templates among the copied files.
    fileprivate static func unrendered(_ first: Asset, others: Int) -> Diagnostic {
        let more = others == 0 ? "" : ", and so \(others == 1 ? "is" : "are") \(others) more"
        return .warning(
            .contentUnrenderedTemplate,
            "'\(first.source)' is a template of another generator, and is copied as it is\(more)",
            at: Place(file: first.source),
            explanation:
                "It begins with front matter, or has '{{ }}' or '{% %}' in it, which readers "
                + "would see.",
            fixes: [
                .init("put what the other generator makes of it in its place"),
                .init("leave it out with 'exclude' under [build]"),
            ])
    }
}

extension Page {
    /// Whether a page that galley makes is a list, for which `_index.md` provides a text, unlike
    /// the search page and the page for missing addresses.
    private func isOfList(_ path: URLPath, _ configuration: Configuration) -> Bool {
        path.isFolder && path != SearchPlan(configuration.search, posts: 0)?.path
    }

    private func mend(at path: URLPath, _ configuration: Configuration) -> String {
        let below = String(path.string.dropFirst().dropLast())
        let content = configuration.build.content
        let folder = below.isEmpty ? content : content.appending(below)
        let purpose = "to give the list a title and a text"
        return folder == source.folder
            ? "name it '_index.md' \(purpose)"
            : "move it to '\(folder.appending("_index.md"))' \(purpose)"
    }

    fileprivate func givesWay(
        _ stub: Stub, at path: URLPath, _ configuration: Configuration
    ) -> Diagnostic {
        switch stub {
        case .empty:
            .warning(
                .planPageOfList,
                "The page '\(source)' has no text, and is at '\(path)', which galley makes "
                    + "itself",
                at: Place(file: source),
                fixes: isOfList(path, configuration)
                    ? [.init(mend(at: path, configuration)), .init("remove it")]
                    : [.init("remove it")])
        case .template:
            .warning(
                .planPageOfList,
                "The page '\(source)' is a template, and is at '\(path)', which galley makes "
                    + "itself",
                at: Place(file: source),
                explanation: "Its text loops over posts or terms in another generator's language.",
                fixes: [Diagnostic.Fix("remove it, or write a text in its place")])
        }
    }
}

extension Diagnostic.ID {
    package static let planPageOfList = Diagnostic.ID("plan/page-of-list")
    package static let contentUnrenderedTemplate = Diagnostic.ID("content/unrendered-template")
    package static let planTemplateFile = Diagnostic.ID("plan/template-file")
}
