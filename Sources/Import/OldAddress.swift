import Addresses

/// An address that the site had under its old generator.
package struct OldAddress: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        case post, page, term, list, feed
        /// From the old output or a sitemap, and from no rule.
        case found
    }

    package let kind: Kind
    package let path: URLPath
    /// The text at the address.
    package var source: SourcePath?
    /// galley's own list or file for the same: `/tags/go/`, in galley's spelling before the names become
    /// segments; nil for texts.
    package var counterpart: Counterpart?

    package enum Counterpart: Sendable, Hashable {
        /// A page of the list of all posts.
        case posts(page: Int)
        case archive(year: Int?, month: Int?, page: Int)
        /// A page of a term, by the names from the top.
        case term(taxonomy: String, names: [String], page: Int)
        case taxonomy(String)
        case feed
    }

    package init(
        _ kind: Kind, _ path: URLPath, source: SourcePath? = nil, counterpart: Counterpart? = nil
    ) {
        self.kind = kind
        self.path = path
        self.source = source
        self.counterpart = counterpart
    }
}

/// A line of `[redirects]`.
package struct Redirect: Sendable, Hashable {
    package let from: URLPath
    package let to: URLPath
    /// The source file of the text, or what is at the address.
    package let origin: String

    package init(from: URLPath, to: URLPath, origin: String) {
        self.from = from
        self.to = to
        self.origin = origin
    }
}
