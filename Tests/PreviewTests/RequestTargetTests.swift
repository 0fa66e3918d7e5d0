import Testing

@testable import Preview

struct RequestTargetTests {
    @Test(
        arguments: [
            ("/", "/", nil), ("/a/b.css?x=1&y", "/a/b.css", "x=1&y"), ("/a?", "/a", ""),
            ("/%E6%A0%87%E7%AD%BE/", "/标签/", nil), ("/100%/", "/100%/", nil),
            ("/a%2fb", "/a/b", nil), ("/a..b/...", "/a..b/...", nil), ("/a+b%20c", "/a+b c", nil),
            ("//evil.example/", "//evil.example/", nil), ("/a?b?c", "/a", "b?c"),
        ] as [(String, String, String?)])
    func decodesOnce(_ target: String, _ path: String, _ query: String?) throws {
        let read = try #require(RequestTarget(target))
        #expect(read.path == path)
        #expect(read.query == query)
    }

    @Test(arguments: [
        "", "a", "*", "http://localhost/a", "/..", "/../etc/passwd", "/a/../b", "/..%2fetc",
        "/%2e%2e/etc", "/.%2e%2f", "/a/./b", "/..\\etc", "/%00", "/a%00.html", "/%ff", "/%C3",
    ])
    func refuses(_ target: String) {
        #expect(RequestTarget(target) == nil)
    }

    @Test func decodesAParameter() throws {
        let target = try #require(RequestTarget("/e?path=%2F%E6%A0%87%2F&token=a&token=b&flag"))
        #expect(target.parameter("path") == "/标/")
        #expect(target.parameter("token") == "a")
        #expect(target.parameter("flag") == nil)
        #expect(target.parameter("none") == nil)
    }
}
