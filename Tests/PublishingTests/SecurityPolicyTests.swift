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

    @Test func takesACommaWithinAnAddressOfASourceSetForItsOwn() throws {
        let html = #"<img srcset="data:image/png;base64,AA 1x,https://a.example/x,y.png 2x">"#
        let sources = PolicySources(
            page: Array(html.utf8), site: try #require(SiteAddress("https://example.org/")))
        #expect(sources.origins == ["img-src": ["data:", "https://a.example"]])
        #expect(sources.unnamed == [])
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

    @Test(arguments: [
        ("<embed src=\"/doc.pdf\">", "'self'"),
        ("<object data=\"https://example.org/a.pdf\"></object>", "'self'"),
        (
            "<embed src=\"a.pdf\"><embed src=\"https://b.example/a.pdf\">",
            "'self' https://b.example"
        ),
        ("<embed src=\"https://b.example/a.pdf\">", "https://b.example"),
        ("<object data=\"\"></object><object data=\"javascript:x()\"></object>", "'none'"),
    ])
    func allowsObjectsOfTheSiteWhereAPageHasThem(html: String, sources: String) throws {
        #expect(try policy(html).value.contains("; object-src \(sources); "))
    }

    @Test(arguments: [(["'self'"], "'self'"), (["'none'"], "'none'"), ([], "'none'")])
    func allowsObjectsThatAreDeclared(_ declared: [String], _ value: String) {
        var sources = PolicySources()
        sources.add(declared: ["object-src": Set(declared)])
        #expect(SecurityPolicy(sources).value.contains("; object-src \(value); "))
    }

    @Test func namesNoMoreThanSomeHostsAndKeepsOtherSchemes() {
        var sources = PolicySources()
        let hosts = (0..<26).map { "https://h\($0).example" }
        sources.add(declared: [
            "frame-src": Set(hosts + ["wss://live.example", "http://old.example"]),
            "script-src": Set(hosts), "connect-src": Set(hosts),
            "font-src": Set(hosts.dropLast() + ["wss://live.example"]),
        ])
        let value = SecurityPolicy(sources).value
        #expect(
            value.contains("; frame-src 'self' https: http://old.example wss://live.example; "))
        #expect(value.contains("; font-src 'self' https://h0.example "))
        // Whatever runs, and where it sends to, is named, however many there are.
        let all = hosts.sorted().joined(separator: " ")
        #expect(value.contains("; script-src 'self' \(all); "))
        #expect(value.contains("; connect-src 'self' \(all); "))
    }

    @Test func namesInternationalHosts() throws {
        #expect(
            try policy("<img src=\"https://图床.example.cn:8443/a.png\">").value
                .contains("; img-src 'self' data: https://xn--wcso9o.example.cn:8443; "))
    }

    @Test func keepsAddressesWhoseHostCannotBeNamed() throws {
        let site = try #require(SiteAddress("https://example.org/"))
        let html =
            "<img src=\"https://a b/c.png\"><img src=\"b c.png\"><img src=\"https://d.example\">"
        #expect(PolicySources(page: Array(html.utf8), site: site).unnamed == ["https://a b/c.png"])
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
