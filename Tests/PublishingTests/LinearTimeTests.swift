import Addresses
import TestSupport
import Testing

@testable import Publishing

/// Whatever reads what is published takes time by its length, not by its square.
struct LinearTimeTests {
    private static let html = [
        "<a href=\"/№\">", "<a b=\"", "<a ", "<!--", "<!-- a -->", "<script>", "<script>a</script>",
        "<style>a", "<meta a=b>", "<link rel=\"canonical\" href=\"https://a/\">", "<id>a</id>",
        "<loc>",
        "<link>a", "&amp;", "</a>",
    ]
    private static let secrets = [
        "-----BEGIN PRIVATE KEY-----\n",
        "-----BEGIN PRIVATE KEY-----\nMII\n-----END PRIVATE KEY-----\n",
        "ghp_", "ghp_9aB3dE5fG7hI1jK2lM4nO6pQ8rS0tU2vW4xY ", "AKIA", "eyJ", "a=b\n", "KEY№=a\n",
        "password = \"a\"\n", "https://a:b@c/ ", "machine a login b password c\n", "xoxb-", "a.b.c",
        "sk_live_",
    ]
    private static let json = ["{", "[", "{\"files\": [", "\"a\",", "\"\\u0041", "1,"]

    private static func search(_ bytes: [UInt8]) {
        let scan = SecretScan(
            allowed: [], environment: Redaction(environment: ["TOKEN": "abababababababab"]))
        _ = scan.findings(in: bytes[...])
    }

    private static let functions: [TextFunction] = [
        TextFunction("secrets", secrets) { search($0) },
        TextFunction(
            "a private key that never ends", in: ("-----BEGIN PRIVATE KEY-----\n", ""),
            ["- ", "---- "]
        ) { search($0) },
        // The first line of a key in Base64, again and again, in what is only a sample.
        TextFunction(
            "a sample of a key in Base64", ["LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0tXXXX/"],
            common: false
        ) { search($0) },
        TextFunction("the title of a page", in: ("<", ""), ["<title", "<title ", "<TITLE>"]) {
            _ = LiveManifest.pageTitle($0)
        },
        TextFunction("a file of credentials", secrets) {
            _ = CredentialFile.hits(in: $0[...], at: ".env")
            _ = CredentialFile.hits(in: $0[...], at: ".netrc")
            _ = CredentialFile.hits(in: $0[...], at: ".pgpass")
            _ = KeyFile.kind(of: $0[...])
        },
        TextFunction("tags", html) {
            var scan = TagScan($0)
            while scan.next() != nil {}
            _ = TagScan.textAlone($0[...])
            _ = TagScan.decoded($0)
        },
        TextFunction("addresses that were written", html + json) {
            for kind in [WrittenKind.page, .xmlFeed, .jsonFeed, .sitemap, .robots] {
                _ = WrittenAddresses(in: $0, of: kind)
            }
        },
        TextFunction("the sources of a page", html) {
            if let site = SiteAddress("https://a.example/") {
                _ = PolicySources(page: $0, site: site)
            }
        },
        TextFunction("a manifest", json) { _ = Manifest($0) },
        TextFunction("a plan", json) { _ = try? PublishPlan(reading: $0, from: "a.json") },
        TextFunction("a ledger", ["url /a№/\n", "term /a/\n", "feed a b\n", "#\n", "url\n"]) {
            _ = try? Ledger($0)
            _ = Ledger.places($0)
        },
        TextFunction("a text without secrets", ["abababababababab", "ab"]) {
            _ = Redaction(environment: ["TOKEN": "abababababababab"])
                .clean(String(decoding: $0, as: UTF8.self))
        },
    ]

    @Test(arguments: functions)
    func takesTimeByLength(function: TextFunction) {
        #expect(function.problems() == [])
    }
}
