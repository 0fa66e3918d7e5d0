import Addresses
import Testing

@testable import Publishing

struct SecurityPolicyTests {
    private func policy(_ html: String) throws -> SecurityPolicy {
        let site = try #require(SiteAddress("https://example.org/blog/"))
        return SecurityPolicy(PolicySources(page: Array(html.utf8), site: site))
    }

    @Test func allowsNothingBesideThePlainSite() throws {
        let html = """
            <link rel="stylesheet" href="/blog/assets/a.css"><script src="/blog/a.js"></script>
            <script type="application/ld+json">{}</script><img src="https://example.org/blog/a.png">
            <a href="https://elsewhere.example/">x</a>
            """
        #expect(
            try policy(html).value
                == "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; "
                + "form-action 'self'; frame-ancestors 'self'")
    }

    @Test func allowsWhatPagesReallyLoad() throws {
        let html = """
            <img src="https://img.example.org/a.png" srcset="//cdn.example.org/b.png 2x">
            <iframe src="https://player.example.net:8443/v?x;y"></iframe>
            <script>alert(1)</script><style>p{}</style>
            <video poster="data:image/png;base64,AA=="><source src="https://v.example.org/v.mp4"></video>
            """
        #expect(
            try policy(html).value == """
                default-src 'self'; img-src 'self' data: https://cdn.example.org \
                https://img.example.org; media-src 'self' https://v.example.org; \
                frame-src 'self' https://player.example.net:8443; \
                script-src 'self' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='; \
                style-src 'self' 'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y='; \
                object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'
                """)
    }

    @Test func tellsWhatMakesItWeak() throws {
        let policy = try policy("<p style=\"color:red\" onclick=\"x()\">a</p><style>p{}</style>")
        #expect(policy.value.contains("style-src 'self' 'unsafe-inline';"))
        #expect(policy.value.contains("script-src 'self' 'unsafe-inline';"))
        #expect(policy.weaknesses == ["script attributes such as onclick", "style attributes"])
    }

    @Test func addsWhatIsDeclared() throws {
        let site = try #require(SiteAddress("https://example.org/"))
        var sources = PolicySources(page: Array("<script>alert(1)</script>".utf8), site: site)
        sources.add(declared: [
            "script-src": ["https://giscus.app"],
            "connect-src": ["https://api.example.net", "'self'"],
            "frame-src": ["https://giscus.app"], "worker-src": ["blob:"],
        ])
        #expect(
            SecurityPolicy(sources).value == """
                default-src 'self'; img-src 'self' data:; frame-src 'self' https://giscus.app; \
                connect-src 'self' https://api.example.net; worker-src 'self' blob:; \
                script-src 'self' https://giscus.app \
                'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='; \
                object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'
                """)
    }

    /// A digest would switch 'unsafe-inline' off.
    @Test func dropsDigestsWhereInlineCodeIsDeclared() throws {
        let site = try #require(SiteAddress("https://example.org/"))
        var sources = PolicySources(page: Array("<style>p{}</style>".utf8), site: site)
        sources.add(declared: ["style-src": ["'unsafe-inline'"]])
        let policy = SecurityPolicy(sources)
        #expect(policy.value.contains("; style-src 'self' 'unsafe-inline'; "))
        #expect(policy.weaknesses == [])
    }

    @Test func namesTheSitesOwnOriginForAPageThatIsShownElsewhere() throws {
        let site = try #require(SiteAddress("https://example.org/"))
        let page = Array("<img src=\"https://example.org/a.png\"><img src=\"/b.png\">".utf8)
        #expect(
            SecurityPolicy(PolicySources(page: page, site: site, namesSite: true)).value
                .contains("img-src 'self' data: https://example.org; "))
    }

    @Test(arguments: ["https://a.example;b/", "https://a b/", "https://x'y/", "https:///"])
    func noAddressEndsADirective(_ address: String) throws {
        let value = try policy("<img src=\"\(address)\">").value
        #expect(value.split(separator: ";").count == 6)
        #expect(!value.contains("x'y"))
    }
}
