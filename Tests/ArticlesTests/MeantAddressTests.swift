import Testing

@testable import Articles

/// Addresses that lack their scheme or have quotes around them are understood.
struct MeantAddressTests {
    @Test(arguments: [
        ("github.com/a/b", "https://github.com/a/b"),
        ("www.example.org", "https://www.example.org"),
        ("example.com", "https://example.com"), ("socket.io/docs", "https://socket.io/docs"),
        ("a.edu.cn/x#y", "https://a.edu.cn/x#y"), ("\"/about/\"", "/about/"), ("“/a/”", "/a/"),
        ("%22/a/%22", "/a/"),
    ])
    func isUnderstood(destination: String, meant: String) {
        #expect(MeantAddress.of(destination) == meant)
    }

    @Test(arguments: [
        "main.cc", "figure.ai", "socket.io", "a.md", "../a.com", "a b.com/x", "/github.com/a",
        "img/a.png", "..com", ".com/x", "", "\"\"", "图.com", "README.md/x",
    ])
    func isLeftAlone(destination: String) {
        #expect(MeantAddress.of(destination) == nil)
    }
}
