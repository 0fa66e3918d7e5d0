import Addresses
import TestSupport
import Testing

@testable import Publishing

/// What a target has, and what goes to one, by chance: never a crash, and what is read is written back.
struct FuzzTests {
    @Test func readsManifestsByChance() {
        let samples = [
            "{\"version\": 1, \"digest\": \"sha256:ab\", \"run\": \"3f\",\n\"files\": [{\"path\": \"a/index.html\", "
                + "\"size\": 812, \"sha256\": \"cd\"}], \"pending\": [\"b.html\"]}",
            "# x\nfeed content/a.md content/b.md\nterm /tags/Go/\nurl /a/\n",
            "{\"version\": 1, \"galley\": \"1\", \"target\": \"a\", \"type\": \"git\", \"source\": null, "
                + "\"state\": \"x\", \"digest\": \"y\", \"add\": [], \"change\": [], \"delete\": [], \"keep\": []}",
        ].map { Array($0.utf8) }
        let mutator = Mutator(
            samples, tokens: ["\"path\": ", "\"size\": ", "\"../a\"", "url ", "feed ", "term "],
            longest: 800)
        let findings = Fuzzing.findings(.manifests, mutator, rounds: 1_000) { bytes, _ in
            if let manifest = Manifest(bytes) {
                _ = manifest.state(identity: "a")
                guard manifest == Manifest(manifest.json) else { return "another manifest" }
            }
            if let ledger = try? Ledger(bytes) {
                let written = ledger.bytes
                guard let again = try? Ledger(written) else { return "a ledger nobody reads" }
                if again.bytes != written { return "another ledger" }
            }
            _ = Ledger.places(bytes)
            _ = try? PublishPlan(reading: bytes, from: "a.json")
            return nil
        }
        #expect(findings == [])
    }

    @Test func looksForSecretsByChance() {
        let samples = [
            "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n-----END PRIVATE KEY-----\n",
            "TOKEN=abababababababab\nexport KEY=\"a\"\n", "machine a.example login b password c\n",
            "<link rel=\"canonical\" href=\"https://a.example/\"><script src=\"https://b.example/x.js\"></script>",
        ].map { Array($0.utf8) }
        let mutator = Mutator(
            samples + Corpus.files(["Tests/Fixtures/snippets"], endings: ["html.txt", "ini.txt"]),
            tokens: [
                "ghp_", "AKIA", "-----BEGIN ", "-----END ", "<a ", "<!--", "://a:b@", "password: ",
            ])
        let findings = Fuzzing.findings(.secrets, mutator, rounds: 800) { bytes, _ in
            let redaction = Redaction(environment: ["TOKEN": "abababababababab"])
            let scan = SecretScan(allowed: [], environment: redaction)
            if scan.findings(in: bytes[...]) != scan.findings(in: bytes[...]) {
                return "not the same twice"
            }
            let isOutside = CredentialFile.hits(in: bytes[...], at: ".env").contains {
                $0.range.lowerBound < 0 || $0.range.upperBound > bytes.count
            }
            if isOutside { return "a place outside" }
            _ = KeyFile.kind(of: bytes[...])
            var tags = TagScan(bytes)
            while tags.next() != nil {}
            for kind in [WrittenKind.page, .xmlFeed, .jsonFeed, .sitemap, .robots] {
                _ = WrittenAddresses(in: bytes, of: kind)
            }
            if let site = SiteAddress("https://a.example/") {
                _ = PolicySources(page: bytes, site: site)
            }
            let cleaned = redaction.clean(String(decoding: bytes, as: UTF8.self))
            return cleaned.contains("abababababababab") ? "a secret is shown" : nil
        }
        #expect(findings == [])
    }
}
