import Addresses

/// Tags, categories or series: the terms of a site of one kind, and the posts of each.
package struct Taxonomy: Sendable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case tags, categories, series

        /// The address of its index: `/tags/`.
        package var path: URLPath { URLPath("/\(rawValue)/") }

        /// What one of its terms is called in a diagnostic.
        var termName: String {
            switch self {
            case .tags: "tag"
            case .categories: "category"
            case .series: "series"
            }
        }
    }

    package let kind: Kind
    /// Without regard to case in byte order, the children of a category after it.
    package let terms: [Term]
    /// For each post of the library its terms as it names them; of a category path the last.
    package let termsOfPosts: [[Int]]
}

/// One value of a taxonomy: the tag `Go`, the category `B` below `A`.
package struct Term: Sendable, Hashable {
    /// As most posts spell it: `Go`.
    package let name: String
    /// `/tags/Go/`, `/categories/A/B/`.
    package let path: URLPath
    /// Where the term would be in its other spellings, by bytes: `/tags/go/`.
    package var otherPaths: [URLPath] = []
    /// Newest first, in a series oldest first; a category has those of its children too.
    package let posts: [Int]
    /// An index into the taxonomy's terms; nil at the top.
    package let parent: Int?
    /// Indices into the taxonomy's terms, in their order.
    package let children: [Int]
}
