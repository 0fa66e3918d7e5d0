import Addresses
import Content

/// The routes of the list of all posts, at the root or at the site's address for it.
func homeRoutes(
    _ configuration: Configuration, order: [Int], at base: URLPath
) -> [Route] {
    Paginator(perPage: configuration.posts.perPage).routes(of: order, at: base) { .home($0) }
}

/// The routes of all other lists: archives, the indexes of taxonomies and their terms.
///
/// The index of series exists only if there is a series; those of tags and categories always,
/// because the default navigation links to them.
func listRoutes(
    _ configuration: Configuration, order: [Int], _ archive: Archive, _ taxonomies: [Taxonomy]
) -> [Route] {
    let perPage = configuration.posts.perPage
    let paginator = Paginator(perPage: configuration.archives.perPage ?? perPage)
    var routes = paginator.routes(of: order, at: Archive.base) { .archive(.all, $0) }
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
