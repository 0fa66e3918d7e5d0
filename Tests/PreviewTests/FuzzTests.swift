import TestSupport
import Testing

@testable import Preview

/// Requests by chance: never a crash, and a range of a file is within it.
struct FuzzTests {
    @Test func readsRequestsByChance() {
        let samples = [
            "/blog/%E6%A0%87/?q=1&x=%20", "bytes=0-99", "bytes=-100", "http://localhost:4000",
            "[::1]:4000",
            "127.0.0.1:4000", "/a/../b", "<html><body>a</body></html>",
        ].map { Array($0.utf8) }
        let mutator = Mutator(
            samples,
            tokens: ["%2e", "%00", "..", "bytes=", "?", "localhost", "0.0.0.0", "</body>"],
            longest: 300)
        let findings = Fuzzing.findings(.requests, mutator, rounds: 2_000) { bytes, chance in
            let text = String(decoding: bytes, as: UTF8.self)
            if let target = RequestTarget(text) {
                let parts = target.path.split(separator: "/")
                if parts.contains("..") || target.path.utf8.contains(0) {
                    return "leaves the folder"
                }
                _ = target.parameter("q")
            }
            let size = chance.next(200)
            if case .part(let range) = ByteRange(text, size: size),
                range.isEmpty || range.upperBound > size
            {
                return "a range of \(range) in \(size) bytes"
            }
            for host in [nil, "0.0.0.0", text] {
                let names = HostNames(host: host, port: 4_000)
                _ = (names.contains(text), names.isOrigin(text))
            }
            _ = ContentType.of(text)
            _ = EditorFiles.isTemporary(text)
            let page = ReloadAddresses.adding(
                to: PreviewPage(html: bytes, identity: text), token: "t")
            return page.count > bytes.count ? nil : "no client in the page"
        }
        #expect(findings == [])
    }
}
