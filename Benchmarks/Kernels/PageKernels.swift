import Addresses
import Articles
import Foundation
import Output
import Planning
import Rendering

/// From a post's bytes to its page, lists, and files.
struct PageKernels {
    private let sample: SampleSite
    private let articles: [Article]

    init(_ sample: SampleSite) {
        self.sample = sample
        let stages = Stages(sample.site)
        articles = sample.posts.indices.map { stages.article($0, sample.posts[$0]) }
    }

    /// A post through parse, check and render, as a build runs them.
    private struct Stages {
        let site: Site
        let parser: ArticleParser
        let checker: ArticleChecker
        let renderer: ArticleRenderer

        init(_ site: Site) {
            self.site = site
            parser = ArticleParser(site.configuration, pageIDs: site.theme.elementIDs)
            checker = ArticleChecker(site.plan)
            renderer = ArticleRenderer(site: site)
        }

        func article(_ index: Int, _ bytes: [UInt8]) -> Article {
            let post = site.library.posts[index]
            let text = ArticleSource(post.source, post.head, title: post.title)
            let checked = checker.check(
                parser.parse(text, bytes), at: site.plan.postPaths[index])
            return renderer.render(checked, post: index)
        }
    }

    var all: [Kernel] { [article, page, home, lists, feeds, files] }

    /// All that is made of a post's bytes: content, excerpt, search terms, links.
    private var article: Kernel {
        let stages = Stages(sample.site)
        return Kernel(name: "article", bytes: sample.bytes) {
            for index in sample.posts.indices {
                _ = stages.article(index, sample.posts[index])
            }
        }
    }

    /// The layout of a post around its content.
    private var page: Kernel {
        layouts("page") { if case .post = $0 { true } else { false } }
    }

    private var home: Kernel {
        layouts("home") { if case .home = $0 { true } else { false } }
    }

    /// The other lists: of terms, and the archives.
    private var lists: Kernel {
        layouts("lists") {
            switch $0 {
            case .archive, .taxonomy, .term: true
            default: false
            }
        }
    }

    /// What machines read: feeds and the sitemap.
    private var feeds: Kernel {
        layouts("feeds") {
            switch $0 {
            case .feed, .sitemap: true
            default: false
            }
        }
    }

    /// The routes of a kind, from articles that are written; measured by the bytes that come out.
    private func layouts(_ name: String, _ isMeant: (Route.Content) -> Bool) -> Kernel {
        let renderer = RouteRenderer(site: sample.site)
        let routes = sample.site.plan.routes.filter { isMeant($0.content) }
        let texts = Written(articles: articles)
        let bytes = routes.reduce(0) { $0 + (renderer.bytes(of: $1, texts)?.count ?? 0) }
        return Kernel(name: name, bytes: bytes) {
            for route in routes { _ = renderer.bytes(of: route, texts) }
        }
    }

    /// The writer: every article as a file of a new tree, which is thrown away.
    private var files: Kernel {
        let folder = FileManager.default.temporaryDirectory.path + "/kernels-\(getpid())"
        let contents = articles.map(\.content)
        return Kernel(name: "files", bytes: contents.reduce(0) { $0 + $1.count }) {
            do {
                let lock = try BuildLock(for: OutputFolder(folder + "/public"))
                let tree = try StagedTree(under: lock)
                for (index, content) in contents.enumerated() {
                    try tree.write(OutputPath("posts/\(index)/index.html"), content)
                }
                tree.abandon()
                lock.release()
                try FileManager.default.removeItem(atPath: folder)
            } catch {
                print("files: \(error)")
            }
        }
    }

    /// All articles at hand, as in a build.
    private struct Written: RenderedTexts {
        let articles: [Article]

        func article(post index: Int) -> Article? { articles[index] }
        func article(page index: Int) -> Article? { nil }
        func summary(post index: Int) -> Summary? { articles[index].summary }
        func rendered(listText index: Int) -> RenderedListText? { nil }
    }
}
