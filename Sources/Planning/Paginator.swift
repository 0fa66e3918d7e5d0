import Addresses

/// Divides a list of posts into pages: of the home page, of archives and of terms.
package struct Paginator: Sendable {
    /// Posts on a page; 0: one page with all.
    package let perPage: Int

    package init(perPage: Int) {
        self.perPage = perPage
    }

    /// The pages of a list, at least one: an empty list has one empty page.
    ///
    /// The pages share the storage of `posts`; O(pages).
    package func pagers(of posts: [Int], at base: URLPath) -> [Pager] {
        let size = perPage > 0 ? perPage : max(posts.count, 1)
        let count = max(1, posts.count / size + (posts.count % size == 0 ? 0 : 1))
        return (1...count).map { number in
            let start = (number - 1) * size
            return Pager(
                base: base, number: number, count: count, total: posts.count,
                posts: posts[start..<(start + min(size, posts.count - start))])
        }
    }

    /// The routes of a list: its pages, and a redirect from `page/1/` to the base if there is a
    /// page 2.
    func routes(
        of posts: [Int], at base: URLPath, content: (Pager) -> Route.Content
    ) -> [Route] {
        let pagers = pagers(of: posts, at: base)
        var routes = pagers.map { Route($0.path, content($0)) }
        if pagers.count > 1 {
            routes.append(Route(URLPath(base.base + "page/1/"), .redirect(to: base)))
        }
        return routes
    }
}
