import Addresses
import Content
import Diagnostics
import Markdown
import Output
import Planning
import Rendering
import Snippets

/// Writes every route into the staged tree: bodies first, one after the other on all cores, then
/// what is made from all of them.
struct SitePages: Sendable {
    let site: Site
    let folder: SiteFolder
    /// nil: the texts are only read, for what there is to say about them.
    let tree: StagedTree?
    /// Texts that are not as on the disk, though their front matter is.
    var replaced: [SourcePath: [UInt8]] = [:]

    /// What is left of the bodies once they were written.
    struct Result: Sendable {
        /// Those that are of no snippet.
        let otherDiagnostics: [Diagnostic]
        let snippets: [CheckedSnippet]
        /// Routes of lists, as the summary counts them.
        let lists: Int
    }

    /// What one text leaves behind.
    private struct Leftover: Sendable {
        var summary: Summary?
        var ids: AnchorIDs
        var links: [OutgoingLink] = []
        var snippets: [CheckedSnippet] = []
        var templateTags: [TemplateTag] = []
        var diagnostics: [Diagnostic] = []
        var path: URLPath

        init(_ result: ArticleWriter.Result, at path: URLPath) {
            summary = result.article.summary
            ids = AnchorIDs(of: result.article)
            links = result.links
            snippets = result.snippets
            templateTags = result.templateTags
            diagnostics = result.diagnostics
            self.path = path
        }
    }

    func write() async throws -> Result {
        // One for all, for it keeps what layouts see of a post.
        let renderer = RouteRenderer(site: site)
        let posts = try await writePosts(renderer)
        let pages = try await writePages(renderer)
        let (heads, headTexts) = try listHeads()
        let texts = posts + pages + headTexts
        var anchors = AnchorCheck()
        for text in texts { anchors.add(ids: text.ids, links: text.links, at: text.path) }
        let lists = try await writeOthers(posts.map(\.summary), heads, renderer)
        return Result(
            otherDiagnostics: texts.flatMap(\.diagnostics) + anchors.diagnostics()
                + TemplateWarnings.diagnostics(of: texts.flatMap(\.templateTags)),
            snippets: texts.flatMap(\.snippets), lists: lists)
    }

    private func writePosts(_ renderer: RouteRenderer) async throws -> [Leftover] {
        let writer = ArticleWriter(site: site)
        return try await parallelMap(Array(site.library.posts.indices)) { index in
            let bytes = try text(site.library.posts[index].source)
            let result = writer.write(post: index, bytes)
            let path = site.plan.postPaths[index]
            if let route = site.plan.route(at: path), route.content == .post(index) {
                try write(route, renderer, JustWritten(article: result.article))
            }
            return Leftover(result, at: path)
        }
    }

    private func writePages(_ renderer: RouteRenderer) async throws -> [Leftover] {
        let writer = ArticleWriter(site: site)
        return try await parallelMap(site.publishedPages) { index in
            let bytes = try text(site.library.pages[index].source)
            let result = writer.write(page: index, bytes)
            let path = site.plan.pagePaths[index]
            if let route = site.plan.route(at: path) {
                try write(route, renderer, JustWritten(article: result.article))
            }
            return Leftover(result, at: path)
        }
    }

    private func write(
        _ route: Route, _ renderer: RouteRenderer, _ texts: some WrittenTexts
    ) throws {
        guard let tree, let bytes = renderer.bytes(of: route, texts) else { return }
        try tree.write(route.output, bytes)
    }

    /// The bytes that the places of a text's head count in; what is wrong with them was reported
    /// when the head was loaded.
    private func text(_ source: SourcePath) throws -> [UInt8] {
        try replaced[source] ?? folder.readText(source).0 ?? []
    }

    /// The titles and texts that `_index.md` files give to lists, by index.
    private func listHeads() throws -> ([ListHead], [Leftover]) {
        let writer = ArticleWriter(site: site)
        var heads: [ListHead] = []
        var leftovers: [Leftover] = []
        for listText in site.library.listTexts {
            let result = writer.write(listText: listText, try text(listText.source))
            heads.append(ListHead(title: listText.head.title, html: result.article.content))
            leftovers.append(Leftover(result, at: listText.path))
        }
        return (heads, leftovers)
    }

    /// Every route that is not a text: lists, feeds, redirects, assets. Gives the number of lists.
    private func writeOthers(
        _ summaries: [Summary?], _ heads: [ListHead], _ renderer: RouteRenderer
    ) async throws -> Int {
        guard let tree else { return 0 }
        let index = SearchIndex(site: site, summaries: summaries)
        if let index { try await write(index, to: tree) }
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
                try write(route, renderer, texts)
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
    private func write(_ index: SearchIndex, to tree: StagedTree) async throws {
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
private struct JustWritten: WrittenTexts {
    let article: Article

    func article(post index: Int) -> Article? { article }
    func article(page index: Int) -> Article? { article }
    func summary(post index: Int) -> Summary? { nil }
    func head(listText index: Int) -> ListHead? { nil }
}

/// What is left of all texts, for lists and feeds.
private struct AllWritten: WrittenTexts {
    let summaries: [Summary?]
    let heads: [ListHead]

    func article(post index: Int) -> Article? { nil }
    func article(page index: Int) -> Article? { nil }
    func summary(post index: Int) -> Summary? { summaries[index] }
    func head(listText index: Int) -> ListHead? { heads[index] }
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
