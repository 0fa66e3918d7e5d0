import Addresses
import Testing

@testable import Publishing

struct HostRulesTests {
    private func files(_ host: Host) throws -> [String: String] {
        let site = try #require(SiteAddress("https://example.org/blog/"))
        let tree = SiteTree([
            SiteFile(OutputPath("assets/paper.1a2b3c4d5e.css"), bytes: []),
            SiteFile(OutputPath("assets/redirect.js"), bytes: []),
            SiteFile(OutputPath("404.html"), bytes: []),
            SiteFile(OutputPath("index.html"), bytes: []),
            SiteFile(OutputPath("标/index.html"), bytes: []),
        ])
        let rules = HostRules(
            site: site,
            redirects: [
                (URLPath("/old \"标$/"), URLPath("/new/")), (URLPath("/a.html"), URLPath("/标/")),
                (URLPath("/b\\c/"), URLPath("/c$1/")),
            ], policy: SecurityPolicy(PolicySources()), tree: tree)
        var files: [String: String] = [:]
        for file in rules.files(for: host) {
            guard case .bytes(let bytes) = file.source else { continue }
            files[file.path.string] = String(decoding: bytes, as: UTF8.self)
        }
        return files
    }

    private let policy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; "
        + "form-action 'self'; frame-ancestors 'self'"

    @Test func writesNetlifysFiles() throws {
        #expect(
            try files(.netlify) == [
                "_redirects": """
                /blog/a.html /blog/%E6%A0%87/ 301!
                /blog/b%5Cc/ /blog/c$1/ 301!
                /blog/old%20%22%E6%A0%87$/ /blog/new/ 301!

                """,
                "_headers": """
                /*
                  Content-Security-Policy: \(policy)
                  X-Content-Type-Options: nosniff
                  Referrer-Policy: strict-origin-when-cross-origin
                  Cache-Control: public, max-age=0, must-revalidate
                /blog/404.html
                  Content-Type: text/html; charset=utf-8
                /blog/
                  Content-Type: text/html; charset=utf-8
                /blog/%E6%A0%87/
                  Content-Type: text/html; charset=utf-8
                /blog/assets/paper.1a2b3c4d5e.css
                  Cache-Control: public, max-age=31536000, immutable

                """,
            ])
    }

    /// Cloudflare joins the values of rules that fit, and reads a hundred rules.
    @Test func takesTheHeaderOfAllFilesOffForCloudflare() throws {
        #expect(
            try files(.cloudflare)["_headers"]?.hasSuffix(
                """
                  Cache-Control: public, max-age=0, must-revalidate
                /
                  Content-Type: text/html; charset=utf-8
                /*/
                  Content-Type: text/html; charset=utf-8
                /*.html
                  Content-Type: text/html; charset=utf-8
                /blog/assets/paper.1a2b3c4d5e.css
                  ! Cache-Control
                  Cache-Control: public, max-age=31536000, immutable

                """) == true)
    }

    @Test func writesCloudflaresRedirectsWithoutForce() throws {
        #expect(
            try files(.cloudflare)["_redirects"]?.hasPrefix("/blog/a.html /blog/%E6%A0%87/ 301\n")
                == true)
    }

    @Test func writesAMapAndHeadersForNginx() throws {
        #expect(
            try files(.nginx) == [
                "_redirects.map": """
                "/blog/a.html" "/blog/%E6%A0%87/";
                "/blog/b\\\\c/" "/blog/c%241/";
                "/blog/old \\"标$/" "/blog/new/";

                """,
                "_headers.conf": """
                add_header Content-Security-Policy "\(policy)" always;
                add_header X-Content-Type-Options "nosniff" always;
                add_header Referrer-Policy "strict-origin-when-cross-origin" always;

                """,
            ])
    }
}
