import Addresses

/// Where the destination of a link or an image leads.
package enum LinkTarget: Sendable, Hashable {
    /// Another site, as written; `//host/path` too.
    case external(String)
    /// A route of this site. The query is as written, the fragment decoded, both without their
    /// mark: the link to write is `SiteAddress.href` of the path with them behind it.
    case route(URLPath, query: String?, fragment: String?)
    /// An anchor of the page itself, decoded and without `#`; empty: its top.
    case samePage(fragment: String)
    /// Nothing of this site stands at that decoded path; `nearest` is an address that may be meant.
    case missing(path: String, nearest: String?)
    /// Another scheme than http, as written: `mailto:`, `tel:`, `data:`.
    case special(String)
}
