import Addresses
import Content
import Diagnostics

/// The routes of posts, pages and the assets that are published.
///
/// A page that stands where galley makes a list, and says by its `type` or `layout` that it is
/// one (Hexo needs `source/tags/index.md` with `type: tags`), gives way to the list with a warning.
func contentRoutes(
    _ library: Library, _ addresses: ContentAddresses, _ lists: [Route]
) -> ([Route], [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    var routes = addresses.posts.enumerated().map { Route($1, .post($0)) }
    for (index, path) in addresses.pages.enumerated() {
        let page = library.pages[index]
        if page.head.saysItIsAList, lists.contains(where: { $0.path == path }) {
            diagnostics.append(
                .warning(
                    .planPageOfList,
                    "The page '\(page.source)' stands for the list '\(path)', "
                        + "which galley makes itself",
                    at: Place(file: page.source),
                    fixes: [
                        Diagnostic.Fix("name it '_index.md' to give the list a title and a text")
                    ]))
            continue
        }
        routes.append(Route(path, .page(index)))
    }
    for (index, path) in addresses.assets.enumerated() {
        if let path { routes.append(Route(path, .asset(index))) }
    }
    return (routes, diagnostics)
}

extension Head {
    /// `type: tags` or `layout: archive`, the marks of Hexo's pages for lists.
    fileprivate var saysItIsAList: Bool {
        let lists = ["tag", "tags", "category", "categories", "archive", "archives", "series"]
        return ["type", "layout"].contains { key in
            if case .string(let value)? = params[key] { return lists.contains(value) }
            return false
        }
    }
}

extension Diagnostic.ID {
    package static let planPageOfList = Diagnostic.ID("plan/page-of-list")
}
