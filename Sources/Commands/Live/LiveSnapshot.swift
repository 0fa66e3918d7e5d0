import Addresses
import Content
import Diagnostics
import Planning
import Rendering
import Snippets

/// A site at one moment: immutable, so that any number of requests can be answered from it while the
/// next one is made.
struct LiveSnapshot: Sendable {
    let site: Site
    let renderer: RouteRenderer
    let stages: ArticleStages
    let files: LoadedFiles
    /// Articles of one generation are equal as long as their texts are.
    let generation: Int
    /// All that is wrong with the site, by place.
    let diagnostics: [Diagnostic]
    let search = LiveSearch()
    /// How often the bytes of an asset changed, by its address.
    let revisions: [URLPath: Int]

    init(
        _ shown: PlannedSite, verdicts: SnippetVerdicts, generation: Int,
        diagnostics: [Diagnostic], revisions: [SourcePath: Int]
    ) {
        site = shown.site
        files = shown.files
        renderer = RouteRenderer(site: site)
        stages = ArticleStages(site, verdicts)
        self.generation = generation
        self.diagnostics = diagnostics
        self.revisions = Self.addresses(of: revisions, site)
    }

    private static func addresses(
        of revisions: [SourcePath: Int], _ site: Site
    ) -> [URLPath: Int] {
        if revisions.isEmpty { return [:] }
        var addresses: [URLPath: Int] = [:]
        for route in site.plan.routes {
            guard case .asset(let index) = route.content,
                let revision = revisions[site.library.assets[index].source]
            else { continue }
            addresses[route.path] = revision
        }
        return addresses
    }

    /// The text of a route; nil: it is no text's own page.
    func role(of route: Route) -> TextRole? {
        switch route.content {
        case .post(let index): .post(index)
        case .page(let index): .page(index)
        default: nil
        }
    }
}
