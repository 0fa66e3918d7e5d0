import Addresses
import Text

/// The server of the site, which determines its files of redirects and headers.
package enum Host: String, Sendable, Hashable, CaseIterable {
    /// `_redirects` and `_headers` (docs.netlify.com, "Redirects and rewrites", "Custom headers").
    case netlify
    /// The same names, with limits: 2,000 redirects, 100 rules of headers.
    case cloudflare
    /// `_redirects.map` for `map`, `_headers.conf` for `include`.
    case nginx
}

/// The files with which a host redirects old addresses, and sets how long files may be cached.
package struct HostRules: Sendable {
    package let site: SiteAddress
    /// Source and target of each redirect, by the old path.
    package let redirects: [(from: URLPath, to: URLPath)]
    package let policy: SecurityPolicy
    /// The digest-named files, which may be cached forever.
    let immutable: [OutputPath]
    /// The files that are pages.
    private let pages: [OutputPath]

    /// The number of header rules that every host reads.
    private static let mostRules = 80
    /// Cloudflare's limit on a line of headers in characters; other hosts have limits too.
    package static let longestLine = 2000

    package init(
        site: SiteAddress, redirects: [(from: URLPath, to: URLPath)], policy: SecurityPolicy,
        tree: SiteTree
    ) {
        self.site = site
        let paths = tree.files.map(\.path)
        immutable = paths.filter { FileKind($0) == .immutable }
        pages = paths.filter { $0.string.hasSuffix(".html") }
        self.redirects = redirects.sorted { $0.from < $1.from }
        self.policy = policy
    }

    /// The headers of every file.
    private var headers: [(String, String)] {
        [
            ("Content-Security-Policy", policy.value), ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ]
    }

    package func files(for host: Host) -> [SiteFile] {
        switch host {
        case .netlify: [file("_redirects", redirectLines(status: "301!")), netlifyHeaders]
        case .cloudflare:
            [file("_redirects", redirectLines(status: "301")), cloudflareHeaders]
        case .nginx: [file("_redirects.map", mapLines), file("_headers.conf", nginxHeaders)]
        }
    }

    /// The length of the longest line that holds a header of all files, in characters.
    package func longestHeader(for host: Host) -> Int? {
        let lines = host == .nginx ? nginxHeaders : commonLines
        return lines.map(\.utf8.count).max()
    }

    private func file(_ name: String, _ lines: [String]) -> SiteFile {
        SiteFile(OutputPath(name), bytes: Array(lines.map { $0 + "\n" }.joined().utf8))
    }

    /// `/old/ /new/ 301!`: with `!` Netlify does not look for a file of that name first.
    private func redirectLines(status: String) -> [String] {
        redirects.map { "\(site.href($0.from)) \(site.href($0.to)) \(status)" }
    }

    /// Netlify sends the value of the rule with the most specific path. A pattern has its `*` at
    /// the end, so pages are listed one by one.
    private var netlifyHeaders: SiteFile {
        var lines = commonLines
        for path in pages {
            lines += [site.href(address(of: path)), "  Content-Type: \(Self.pageType)"]
        }
        for path in immutable.prefix(Self.mostRules) {
            lines += [site.href(address(of: path)), Self.keptLine]
        }
        return file("_headers", lines)
    }

    /// Cloudflare joins and sends the values of all rules, unless `!` removes one; it reads few
    /// rules, whose `*` may be anywhere.
    private var cloudflareHeaders: SiteFile {
        var lines = commonLines
        for pattern in ["/", "/*/", "/*.html"] {
            lines += [pattern, "  Content-Type: \(Self.pageType)"]
        }
        for path in immutable.prefix(Self.mostRules) {
            lines += [site.href(address(of: path)), "  ! Cache-Control", Self.keptLine]
        }
        return file("_headers", lines)
    }

    /// A file without a digest in its name is revalidated before it is shown.
    private var commonLines: [String] {
        ["/*"] + headers.map { "  \($0.0): \($0.1)" }
            + ["  Cache-Control: \(FileKind.page.cacheControl)"]
    }

    private static let keptLine = "  Cache-Control: " + FileKind.immutable.cacheControl
    private static let pageType = "text/html; charset=utf-8"

    /// `/a/` for `a/index.html`.
    private func address(of path: OutputPath) -> URLPath {
        URLPath(path.string).withoutIndexName
    }

    /// `"/old/" "/new/";`, for `map $uri $redirect { include …; }`: nginx compares decoded paths,
    /// and reads a `$` in a key literally.
    private var mapLines: [String] {
        redirects.map { redirect in
            let from = site.basePath + redirect.from.string.dropFirst()
            return "\"\(quoted(from))\" \"\(value(site.href(redirect.to)))\";"
        }
    }

    private var nginxHeaders: [String] {
        headers.map { "add_header \($0.0) \"\(value($0.1))\" always;" }
    }

    /// For nginx, where `"` and `\` are special in quotes; a `~` at the beginning of a key cannot
    /// occur, because paths begin with `/`.
    private func quoted(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    }

    /// In a value `$` begins a variable and cannot be escaped: addresses have it percent-encoded.
    private func value(_ text: String) -> String {
        quoted(text).replacing("$", with: "%24")
    }
}
