import Diagnostics

/// The content at an address of the previewed site.
package enum PreviewAnswer: Sendable {
    /// A page made in memory; only these get the client for reloading.
    case page(PreviewPage)
    /// Another file made in memory, such as a feed or a style sheet of the theme. The name
    /// determines its content type: `rss.xml`.
    case made([UInt8], name: String)
    /// A file on the disk, sent unchanged.
    case file(PreviewFile)
    /// A redirect to an encoded path, as a static host does from `/x` to `/x/`.
    case redirect(to: String)
}

/// A page, and the state that an open tab needs.
package struct PreviewPage: Sendable {
    /// As `build` writes it.
    package var html: [UInt8]
    /// 200, 404 for the page of missing addresses, 500 if there is no page to show.
    package var status = 200
    /// Differs for different bytes, whatever addresses its style sheets have: a tab that shows a
    /// page of another identity reloads.
    package var identity: String
    /// The addresses of style sheets, by their address without a digest: a tab swaps those that it
    /// has under another one. `/assets/paper.css` to `/assets/paper.1a2b3c4d5e.css`.
    package var styles: [String: String] = [:]
    /// The verdicts on the page's code blocks, in their order.
    package var notes: [BlockNote] = []
    /// A mark for a page that only a preview shows: `Draft`.
    package var mark: String?
    /// The errors to show over the page.
    package var problems: [Diagnostic] = []
    /// The Content-Security-Policy for its response; nil: none.
    package var policy: String?

    package init(html: [UInt8], identity: String) {
        self.html = html
        self.identity = identity
    }
}

/// The verdict on one code block as the preview shows it.
package struct BlockNote: Sendable, Hashable {
    /// `passed`, `failed`, `expected`, `skipped` or `unchecked`.
    package let kind: String
    package let text: String

    package init(kind: String, text: String) {
        self.kind = kind
        self.text = text
    }
}

/// A file on the disk, and the folder that must contain it, links resolved.
package struct PreviewFile: Sendable, Hashable {
    /// Absolute.
    package let path: String
    /// Absolute.
    package let root: String
    /// The Content-Security-Policy for its response, if it is a page; nil: none.
    package var policy: String?

    package init(path: String, root: String) {
        self.path = path
        self.root = root
    }
}
