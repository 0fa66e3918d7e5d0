import Addresses
import Content
import Diagnostics
import Import
import Planning
import Rendering

extension NewSite {
    /// The addresses of a planned site, and why texts have none.
    init(_ site: Site, _ diagnostics: [Diagnostic]) {
        self.init()
        let (library, plan) = (site.library, site.plan)
        for route in plan.routes {
            routes[route.path] =
                switch route.content {
                case .post(let index): .text(library.posts[index].source)
                case .page(let index): .text(library.pages[index].source)
                case .redirect(let target): .redirect(to: target)
                default: .other
                }
        }
        for case .text(let source) in routes.values {
            sources[source] = plan.links.wantedPath(of: source)
        }
        for text in library.listTexts where routes[text.path] != nil {
            sources[text.source] = text.path
        }
        let errors = Dictionary(
            grouping: diagnostics.filter { $0.severity == .error && $0.place != nil }
        ) { $0.place?.file ?? SourcePath("") }
        for text in library.hidden {
            let error = errors[text.source]?.first
            hidden[text.source] = text.reason.words + (error.map { ": " + $0.summary } ?? "")
        }
        for kind in Taxonomy.Kind.allCases {
            let taxonomy = plan.taxonomy(kind)
            var names: [[String]] = []
            for term in taxonomy.terms {
                let path = (term.parent.map { names[$0] } ?? [kind.rawValue]) + [term.name]
                names.append(path)
                terms[path.map { $0.lowercased() }] = term.path
            }
        }
        listOfPosts = plan.baseOfPosts
        posts = site.configuration.postsFolder
        archives = Archive.base
    }
}

extension Hidden.Reason {
    /// In words, for a report.
    fileprivate var words: String {
        switch self {
        case .draft: "is a draft"
        case .future: "is dated in the future"
        case .expired: "has expired"
        case .withoutPage: "makes no page, by its front matter"
        case .cascade(let list): "is hidden by 'cascade' in \(list)"
        case .excluded: "is excluded"
        case .unwanted: "is left out by its name"
        case .broken: "has errors"
        }
    }
}
