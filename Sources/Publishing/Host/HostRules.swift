import Addresses
import Text

/// Who serves the site, and which files it reads for redirects and headers.
package enum Host: String, Sendable, Hashable, CaseIterable {
    /// `_redirects` and `_headers` (docs.netlify.com, "Redirects and rewrites", "Custom headers").
    case netlify
    /// The same names, with limits: 2,000 redirects, 100 rules of headers.
    case cloudflare
    /// `_redirects.map` for `map`, `_headers.conf` for `include`.
    case nginx
}

/// The files by which a host sends old addresses on, and says how long files may be kept.
package struct HostRules: Sendable {
    package let site: SiteAddress
    /// From where to where, by old path.
    package let redirects: [(from: URLPath, to: URLPath)]
    package let policy: SecurityPolicy
    /// The digest-named files, which may be kept for ever.
    let immutable: [OutputPath]

    /// So many rules of headers a host reads at least.
    private static let mostRules = 80

    package init(
        site: SiteAddress, redirects: [(from: URLPath, to: URLPath)], policy: SecurityPolicy,
        tree: SiteTree
    ) {
        self.site = site
        immutable = tree.files.map(\.path).filter { FileKind($0) == .immutable }
        self.redirects = redirects.sorted { $0.from < $1.from }
        self.policy = policy
    }

    /// Headers that every file gets.
    private var headers: [(String, String)] {
        [
            ("Content-Security-Policy", policy.value), ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ]
    }

    package func files(for host: Host) -> [SiteFile] {
        switch host {
        case .netlify: [file("_redirects", redirectLines(status: "301!")), headerFile]
        case .cloudflare: [file("_redirects", redirectLines(status: "301")), headerFile]
        case .nginx: [file("_redirects.map", mapLines), file("_headers.conf", nginxHeaders)]
        }
    }

    private func file(_ name: String, _ lines: [String]) -> SiteFile {
        SiteFile(OutputPath(name), bytes: Array(lines.map { $0 + "\n" }.joined().utf8))
    }

    /// `/old/ /new/ 301!`: with `!` Netlify does not look for a file of that name first.
    private func redirectLines(status: String) -> [String] {
        redirects.map { "\(site.href($0.from)) \(site.href($0.to)) \(status)" }
    }

    private var headerFile: SiteFile {
        var lines = ["/*"] + headers.map { "  \($0.0): \($0.1)" }
        for path in immutable.prefix(Self.mostRules) {
            let address = site.href(URLPath("/" + path.string))
            lines += [address, "  Cache-Control: \(FileKind.immutable.cacheControl)"]
        }
        return file("_headers", lines)
    }

    /// `"/old/" "/new/";`, for `map $uri $redirect { include …; }`: nginx compares decoded paths.
    private var mapLines: [String] {
        redirects.map { redirect in
            let from = site.basePath + redirect.from.string.dropFirst()
            return "\"\(quoted(from))\" \"\(quoted(site.href(redirect.to)))\";"
        }
    }

    private var nginxHeaders: [String] {
        headers.map { "add_header \($0.0) \"\(quoted($0.1))\" always;" }
    }

    /// For nginx, where `"`, `\` and `$` mean something between quotes; a `~` at the beginning of a
    /// key cannot occur, for paths begin with `/`.
    private func quoted(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("$", with: "\\$")
    }
}
