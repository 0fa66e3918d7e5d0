import Addresses
import Content
import Diagnostics

/// The feeds of the site and, if the configuration asks for them, of each tag and category.
///
/// `/rss.xml` and `/tags/go/rss.xml`; a format with an empty name has no feed.
func feedRoutes(
    _ configuration: Configuration, _ taxonomies: [Taxonomy]
) -> ([Route], [Diagnostic]) {
    var routes: [Route] = []
    var diagnostics: [Diagnostic] = []
    var check = AddressCheck()
    for format in FeedFormat.allCases {
        let name = configuration.feeds.fileName(of: format)
        if name.isEmpty { continue }
        let path = URLPath(name)
        let place = configuration.places["feeds.\(format.rawValue)"]
        let flaw = path.isFolder ? .empty : check.flaw(of: path)
        if let flaw {
            diagnostics.append(flaw.diagnostic(of: "the feed '\(name)'", at: place))
            if flaw.isError { continue }
        }
        routes.append(Route(path, .feed(format, .site)))
        guard configuration.feeds.terms else { continue }
        let file = String(path.string.dropFirst(path.base.count))
        for taxonomy in taxonomies {
            for (index, term) in taxonomy.terms.enumerated() {
                routes.append(
                    Route(
                        term.path.appending(file: file),
                        .feed(format, .term(taxonomy.kind, index))))
            }
        }
    }
    return (routes, diagnostics)
}

extension Configuration.Feeds {
    /// As configured: `rss.xml`; empty for none.
    fileprivate func fileName(of format: FeedFormat) -> String {
        switch format {
        case .rss: rss
        case .atom: atom
        case .json: json
        }
    }
}
