import Addresses

/// Tags, categories or series: the terms of one kind on a site, and the posts of each.
package struct Taxonomy: Sendable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case tags, categories, series

        /// The address of its index: `/tags/`.
        package var path: URLPath { URLPath("/\(rawValue)/") }

        /// The name of one of its terms in a diagnostic.
        var termName: String {
            switch self {
            case .tags: "tag"
            case .categories: "category"
            case .series: "series"
            }
        }
    }

    package let kind: Kind
    /// Sorted by bytes, ignoring case, with the children of a category after it.
    package let terms: [Term]
    /// For each post of the library its terms in the post's order; for a category path the last.
    package let termsOfPosts: [[Int]]
}

/// One value of a taxonomy: the tag `Go`, the category `B` below `A`.
package struct Term: Sendable, Hashable {
    /// As most posts spell it: `Go`.
    package let name: String
    /// `/tags/Go/`, `/categories/A/B/`.
    package let path: URLPath
    /// The addresses of the term's other spellings, by bytes: `/tags/go/`.
    package var otherPaths: [URLPath] = []
    /// Newest first, in a series oldest first; a category includes the posts of its children.
    package let posts: [Int]
    /// An index into the taxonomy's terms; nil at the top.
    package let parent: Int?
    /// Indices into the taxonomy's terms, in their order.
    package let children: [Int]
}
