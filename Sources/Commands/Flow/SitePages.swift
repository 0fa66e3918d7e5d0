import Addresses
import Content
import Diagnostics
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

    /// What is left of the bodies once they were written.
    struct Result: Sendable {
        /// Those that are of no snippet.
        let otherDiagnostics: [Diagnostic]
        let snippets: [CheckedSnippet]
        /// Routes of lists, as the summary counts them.
        let lists: Int

        var diagnostics: [Diagnostic] { otherDiagnostics + snippets.flatMap(\.diagnostics) }
    }

    /// What one text leaves behind.
    private struct Leftover: Sendable {
        var summary: Summary?
        var ids: Set<String> = []
        var links: [OutgoingLink] = []
        var snippets: [CheckedSnippet] = []
        var diagnostics: [Diagnostic] = []
        var path: URLPath

        init(_ result: ArticleWriter.Result, at path: URLPath) {
            summary = result.article.summary
            ids = AnchorCheck.ids(of: result.article)
            links = result.links
            snippets = result.snippets
            diagnostics = result.diagnostics
            self.path = path
        }
    }

    func write() async throws -> Result {
        let posts = try await writePosts()
        let pages = try await writePages()
        let (heads, headTexts) = try listHeads()
        let texts = posts + pages + headTexts
        var anchors = AnchorCheck()
        for text in texts { anchors.add(ids: text.ids, links: text.links, at: text.path) }
        let lists = try await writeOthers(posts.map(\.summary), heads)
        return Result(
            otherDiagnostics: texts.flatMap(\.diagnostics) + anchors.diagnostics(),
            snippets: texts.flatMap(\.snippets), lists: lists)
    }

    private func writePosts() async throws -> [Leftover] {
        let writer = ArticleWriter(site: site)
        let renderer = PageRenderer(site: site)
        return try await parallelMap(Array(site.library.posts.indices)) { index in
            let bytes = try text(site.library.posts[index].source)
            let result = writer.write(post: index, bytes)
            let path = site.plan.postPaths[index]
            if let tree, site.plan.route(at: path)?.content == .post(index) {
                try tree.write(path.outputPath, renderer.page(post: index, result.article))
            }
            return Leftover(result, at: path)
        }
    }

    private func writePages() async throws -> [Leftover] {
        let writer = ArticleWriter(site: site)
        let renderer = PageRenderer(site: site)
        return try await parallelMap(Array(site.library.pages.indices)) { index in
            let bytes = try text(site.library.pages[index].source)
            let result = writer.write(page: index, bytes)
            let path = site.plan.pagePaths[index]
            // A page may have lost its address to a list, which is reported.
            if let tree, site.plan.route(at: path)?.content == .page(index) {
                try tree.write(path.outputPath, renderer.page(page: index, result.article))
            }
            return Leftover(result, at: path)
        }
    }

    /// The bytes that the places of a text's head count in; what is wrong with them was reported
    /// when the head was loaded.
    private func text(_ source: SourcePath) throws -> [UInt8] {
        try folder.readText(source).0 ?? []
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
        _ summaries: [Summary?], _ heads: [ListHead]
    ) async throws -> Int {
        guard let tree else { return 0 }
        let renderer = PageRenderer(site: site)
        let feeds = FeedRenderer(site: site)
        let index = SearchIndex(site: site, summaries: summaries)
        if let index { try await write(index, to: tree) }
        let counts = try await parallelMap(site.plan.routes) { route in
            var isList = false
            switch route.content {
            case .post, .page: break
            case .asset(let index):
                let source = folder.absolute(site.library.assets[index].source)
                try tree.copy(route.output, fromFile: source)
            case .home(let pager), .archive(_, let pager), .term(_, _, let pager):
                let head = site.plan.listText(at: pager.base).map { heads[$0] }
                let bytes = renderer.list(route, summaries, text: head) ?? []
                try tree.write(route.output, bytes)
                isList = true
            case .taxonomy:
                let head = site.plan.listText(at: route.path).map { heads[$0] }
                let bytes = renderer.list(route, summaries, text: head) ?? []
                try tree.write(route.output, bytes)
                isList = true
            case .feed(let format, let scope):
                try tree.write(
                    route.output, feeds.feed(format, scope, at: route.path, summaries))
            case .sitemap: try tree.write(route.output, feeds.sitemap())
            case .robots: try tree.write(route.output, feeds.robots())
            case .notFound: try tree.write(route.output, renderer.notFound(at: route.path))
            case .search: try tree.write(route.output, renderer.search(at: route.path))
            case .searchFile(.terms): break  // by buckets, below
            case .searchFile(let file): try tree.write(route.output, index?.file(file) ?? [])
            case .redirect(let target):
                try tree.write(route.output, renderer.redirect(from: route.path, to: target))
            case .redirectScript: try tree.write(route.output, site.theme.redirectScript)
            case .themeAsset(let index):
                try tree.write(route.output, site.theme.assets[index].bytes)
            }
            return isList ? 1 : 0
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
