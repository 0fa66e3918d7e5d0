import Addresses
import Content

/// The routes of all lists: home, archives, the indexes of taxonomies and their terms.
///
/// The index of series exists only where there is a series; those of tags and categories always,
/// because the default navigation links to them.
func listRoutes(
    _ configuration: Configuration, order: [Int], homeOrder: [Int], _ archive: Archive,
    _ taxonomies: [Taxonomy]
) -> [Route] {
    let perPage = configuration.posts.perPage
    var routes = Paginator(perPage: perPage).routes(of: homeOrder, at: .root) { .home($0) }
    let paginator = Paginator(perPage: configuration.archives.perPage ?? perPage)
    routes += paginator.routes(of: order, at: Archive.base) { .archive(.all, $0) }
    for year in archive.years {
        routes += paginator.routes(of: year.posts, at: year.path) {
            .archive(.year(year.year), $0)
        }
        for month in year.months {
            routes += paginator.routes(of: month.posts, at: month.path) {
                .archive(.month(month.year, month.month), $0)
            }
        }
    }
    let termPaginator = Paginator(perPage: configuration.terms.perPage ?? perPage)
    for taxonomy in taxonomies {
        let kind = taxonomy.kind
        if kind != .series || !taxonomy.terms.isEmpty {
            routes.append(Route(kind.path, .taxonomy(kind)))
        }
        for (index, term) in taxonomy.terms.enumerated() {
            routes += termPaginator.routes(of: term.posts, at: term.path) { .term(kind, index, $0) }
        }
    }
    return routes
}
