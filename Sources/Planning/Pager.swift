import Addresses

/// One page of a list of posts.
package struct Pager: Sendable, Hashable {
    /// The address of the list, which is that of its first page: `/tags/go/`.
    package let base: URLPath
    /// 1-based.
    package let number: Int
    /// How many pages the list has, at least 1.
    package let count: Int
    /// How many posts the whole list has.
    package let total: Int
    /// The posts of this page, as indices into the library's posts, in the list's order.
    package let posts: ArraySlice<Int>

    /// The address of this page.
    package var path: URLPath { path(ofPage: number) }

    /// The page before this one, of newer posts (in a series: of older ones); nil on the first.
    package var newer: URLPath? { number > 1 ? path(ofPage: number - 1) : nil }

    /// The page after this one, of older posts (in a series: of newer ones); nil on the last.
    package var older: URLPath? { number < count ? path(ofPage: number + 1) : nil }

    /// The address of a 1-based page of the same list: `/tags/go/` and `/tags/go/page/2/`.
    package func path(ofPage number: Int) -> URLPath {
        Self.path(ofPage: number, of: base)
    }

    /// The address of page `number` of the list at `base`.
    static func path(ofPage number: Int, of base: URLPath) -> URLPath {
        number <= 1 ? base : URLPath("\(base.base)page/\(number)/")
    }
}
