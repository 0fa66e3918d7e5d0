import Addresses

/// The target of a link or an image.
package enum LinkTarget: Sendable, Hashable {
    /// Another site, as written; `//host/path` too.
    case external(String)
    /// A route of this site. The query is as written, the fragment decoded, both without their
    /// mark: the link to write is `SiteAddress.href` of the path followed by them.
    case route(URLPath, query: String?, fragment: String?)
    /// An anchor of the page itself, decoded and without `#`; empty: its top.
    case samePage(fragment: String)
    /// This site has nothing at that decoded path; `nearest` is an address that may be meant.
    case missing(path: String, nearest: String?)
    /// A scheme other than http, as written: `mailto:`, `tel:`, `data:`.
    case special(String)
}
