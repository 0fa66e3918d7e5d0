import Addresses
import Diagnostics
import Testing

@testable import Content

@Suite struct UnsafeAddressTests {
    private func read(_ lines: String) -> (FrontMatter?, [String]) {
        let (head, found) = readHead(
            of: Array("---\n\(lines)\n---\n".utf8), file: SourcePath("a.md"),
            rules: HeadRules(zone: .utc, categories: .path))
        return (head, found.map { "\($0.severity) \($0.id) \($0.summary)" })
    }

    static let addresses = [
        "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)",
        "java\\tscript:alert(1)",
        "\\x01javascript:alert(1)", "java\\nscript:alert(1)", "vbscript:x", "data:text/html,x",
        "file:///etc/passwd",
        "blob:x", "view-source:x", "C:/a.html",
    ]

    @Test(arguments: addresses)
    func leavesOutAnOriginalWithAnUnsafeAddress(address: String) {
        for (lines, key) in [
            ("original: \"\(address)\"", "original"),
            ("original: {title: T, url: \"\(address)\"}", "url"),
        ] {
            let (head, found) = read(lines)
            #expect(head != nil)
            #expect((head?.original?.url ?? "") == "")
            #expect(found.count == 1)
            #expect(
                found.allSatisfy {
                    $0.hasPrefix(
                        "warning front-matter/unsafe-address '\(key)' must not be an address that begins"
                    )
                })
        }
    }

    @Test(arguments: addresses)
    func leavesOutACoverAndAnAuthorsPageWithAnUnsafeAddress(address: String) {
        let (head, found) = read("cover: \"\(address)\"\nauthor: {name: A, url: \"\(address)\"}")
        // A cover on the author's computer is reported with the links of the text.
        let scheme = LinkScheme.unsafe(in: address)
        let isOfComputer = scheme.map { LinkScheme.isOfComputer($0) } ?? false
        #expect((head?.cover == nil) != isOfComputer)
        #expect(head?.authors == [FrontMatter.Author(name: "A")])
        #expect(found.count == (isOfComputer ? 1 : 2))
    }

    @Test(arguments: [
        "https://a.org/", "/a/b:c", "a.html", "//a.org/x", "?a:b", "#a:b", "mailto:a@b.org",
        "HTTP://a.org",
        "../x:y", "中:文", "1:2", "",
    ])
    func takesOtherAddresses(address: String) {
        #expect(LinkScheme.unsafe(in: address) == nil)
    }

    @Test func takesPicturesWithinAnAddress() {
        #expect(LinkScheme.unsafe(in: "data:image/png;base64,AA", isPicture: true) == nil)
        #expect(LinkScheme.unsafe(in: "data:IMAGE/svg+xml,x", isPicture: true) == nil)
        #expect(LinkScheme.unsafe(in: "data:text/html,x", isPicture: true) == "data")
        #expect(LinkScheme.unsafe(in: "data:image/png;base64,AA") == "data")
    }
}
