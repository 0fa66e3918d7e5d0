import Addresses
import Articles
import Planning
import Rendering

/// What a text is on its site, with its index in the library.
enum TextRole: Sendable, Hashable {
    case post(Int)
    case page(Int)
    /// An `_index.md`, which a list shows.
    case list(Int)
}

extension Site {
    /// The texts that are rendered, in the order of the library: posts, the pages that have their
    /// address, the texts of lists. O(texts).
    var texts: [TextRole] {
        library.posts.indices.map(TextRole.post) + publishedPages.map(TextRole.page)
            + library.listTexts.indices.map(TextRole.list)
    }

    /// A text as parsing takes it.
    func text(_ role: TextRole) -> ArticleSource {
        switch role {
        case .post(let index):
            let post = library.posts[index]
            return ArticleSource(post.source, post.head, title: post.title)
        case .page(let index):
            let page = library.pages[index]
            return ArticleSource(page.source, page.head, title: page.title)
        case .list(let index):
            let text = library.listTexts[index]
            return ArticleSource(text.source, text.head)
        }
    }

    /// The file of a text.
    func source(of role: TextRole) -> SourcePath {
        switch role {
        case .post(let index): library.posts[index].source
        case .page(let index): library.pages[index].source
        case .list(let index): library.listTexts[index].source
        }
    }

    /// The address of the page that shows a text.
    func path(of role: TextRole) -> URLPath {
        switch role {
        case .post(let index): plan.postPaths[index]
        case .page(let index): plan.pagePaths[index]
        case .list(let index): library.listTexts[index].path
        }
    }

    /// The route of a text's own page; nil: another route has its address, or a list shows it.
    func route(of role: TextRole) -> Route? {
        switch role {
        case .post(let index):
            let route = plan.route(at: plan.postPaths[index])
            return route?.content == .post(index) ? route : nil
        case .page(let index):
            let route = plan.route(at: plan.pagePaths[index])
            return route?.content == .page(index) ? route : nil
        case .list: return nil
        }
    }
}
