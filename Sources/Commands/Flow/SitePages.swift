import Articles
import Content
import Output
import Planning
import Rendering

/// Writes every route into the staged tree: the pages of texts, one after the other on all cores, then
/// what is made from all of them.
struct SitePages: Sendable {
    let site: Site
    let folder: SiteFolder
    let tree: StagedTree
    private let stages: ArticleStages
    // One for all, because it keeps what layouts see of a post.
    private let renderer: RouteRenderer

    init(_ site: Site, _ folder: SiteFolder, _ tree: StagedTree, _ stages: ArticleStages) {
        self.site = site
        self.folder = folder
        self.tree = tree
        self.stages = stages
        renderer = RouteRenderer(site: site)
    }

    /// What is left of the bodies once they were written.
    struct Result: Sendable {
        let findings: SiteFindings
        /// Routes of lists, as the summary counts them.
        let lists: Int
    }

    /// What one text leaves once its page is written.
    struct ArticleResult: Sendable {
        fileprivate let role: TextRole
        fileprivate let findings: ArticleFindings
        /// Of a post.
        fileprivate let summary: Summary?
        /// Of the text of a list.
        fileprivate let head: RenderedListText?
    }

    /// Runs all stages from parse to write.
    func write() async throws -> Result {
        let texts = try await parallelMap(site.texts) { role in
            let text = site.text(role)
            // What is wrong with the bytes was reported when the head was loaded.
            let bytes = try folder.readText(text.source).0 ?? []
            let parsed = stages.parse(text, bytes)
            return try write(role, stages.check(parsed, at: site.path(of: role)))
        }
        return try await writeLists(of: texts)
    }

    /// Renders a text that is checked, and writes its page.
    func write(_ role: TextRole, _ checked: CheckedArticle) throws -> ArticleResult {
        let article = stages.render(checked, as: role)
        if let route = site.route(of: role) {
            try write(route, JustWritten(article: article))
        }
        var summary: Summary?
        var head: RenderedListText?
        switch role {
        case .post: summary = article.summary
        case .page: break
        case .list:
            head = RenderedListText(title: checked.parsed.text.head.title, html: article.content)
        }
        return ArticleResult(
            role: role, findings: checked.findings, summary: summary, head: head)
    }

    /// Writes what is made from all texts.
    ///
    /// - Parameter texts: one for each of ``Rendering/Site/texts``, in their order.
    func writeLists(of texts: [ArticleResult]) async throws -> Result {
        var summaries = [Summary?](repeating: nil, count: site.library.posts.count)
        var heads: [RenderedListText] = []
        for text in texts {
            if case .post(let index) = text.role { summaries[index] = text.summary }
            if let head = text.head { heads.append(head) }
        }
        let lists = try await writeOthers(summaries, heads)
        return Result(findings: SiteFindings(texts.lazy.map(\.findings)), lists: lists)
    }

    private func write(_ route: Route, _ texts: some RenderedTexts) throws {
        guard let bytes = renderer.bytes(of: route, texts) else { return }
        try tree.write(route.output, bytes)
    }

    /// Every route that is not a text: lists, feeds, redirects, assets. Gives the number of lists.
    private func writeOthers(
        _ summaries: [Summary?], _ heads: [RenderedListText]
    ) async throws -> Int {
        let index = SearchIndex(site: site, summaries: summaries)
        if let index { try await write(index) }
        let texts = AllWritten(summaries: summaries, heads: heads)
        let counts = try await parallelMap(site.plan.routes) { route in
            switch route.content {
            case .post, .page: return 0
            // After all others, for on some disks one of them has the name.
            case .redirect where route.isOtherSpelling: return 0
            case .asset(let index):
                let source = folder.absolute(site.library.assets[index].source)
                try tree.copy(route.output, fromFile: source)
                return 0
            case .searchFile(let file):
                // Those of the terms are written already, by buckets.
                if case .terms = file { return 0 }
                try tree.write(route.output, index?.file(file) ?? [])
                return 0
            default:
                try write(route, texts)
                return route.content.isList ? 1 : 0
            }
        }
        for route in site.plan.routes where route.isOtherSpelling {
            guard let bytes = renderer.bytes(of: route, texts) else { continue }
            try tree.write(ifFree: route.output, bytes)
        }
        return counts.reduce(0, +)
    }

    /// The files of terms, a bucket at a time: one alone costs as much as its whole bucket.
    private func write(_ index: SearchIndex) async throws {
        guard let folder = site.plan.search?.path else { return }
        _ = try await parallelMap(Array(0..<index.buckets)) { bucket in
            for (shard, bytes) in index.terms(inBucket: bucket) {
                let path = folder.appending(file: SearchFile.terms(shard).name)
                try tree.write(path.outputPath, bytes)
            }
        }
    }
}

/// The text that was written a moment ago, for its own page.
private struct JustWritten: RenderedTexts {
    let article: Article

    func article(post index: Int) -> Article? { article }
    func article(page index: Int) -> Article? { article }
    func summary(post index: Int) -> Summary? { nil }
    func rendered(listText index: Int) -> RenderedListText? { nil }
}

/// What is left of all texts, for lists and feeds.
private struct AllWritten: RenderedTexts {
    let summaries: [Summary?]
    let heads: [RenderedListText]

    func article(post index: Int) -> Article? { nil }
    func article(page index: Int) -> Article? { nil }
    func summary(post index: Int) -> Summary? { summaries[index] }
    func rendered(listText index: Int) -> RenderedListText? { heads[index] }
}

extension Route.Content {
    /// Whether the summary of a build counts it among the lists.
    fileprivate var isList: Bool {
        switch self {
        case .home, .archive, .term, .taxonomy: true
        default: false
        }
    }
}
