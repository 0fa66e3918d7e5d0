import Testing

@testable import Addresses

struct OriginTests {
    @Test(arguments: [
        ("https://Img.example.org/a.png", "https://img.example.org"),
        ("//cdn.example.org:8443?x", "http://cdn.example.org:8443"),
        ("HTTPS://me:x@[::1]:80/", "https://[::1]:80"),
        ("https://图床.example.cn/a.png", "https://xn--wcso9o.example.cn"),
        ("https://BÜCHER.example:99#x", "https://xn--bcher-kva.example:99"),
    ])
    func namesTheHost(address: String, host: String) {
        #expect(Origin(of: address, scheme: "http") == .host(host))
    }

    @Test(arguments: [
        ("/a.png", Origin.relative), ("", .relative), ("a b:c", .relative), ("图:x", .relative),
        ("data:image/png;base64,AA==", .scheme("data")), ("mailto:me@x.example", .scheme("mailto")),
        ("https://a b/", .unnamed), ("https:///", .unnamed), ("https://a;b/", .unnamed),
        ("https://x'y/", .unnamed), ("https://图 床.cn/", .unnamed), ("https://图;床.cn/", .unnamed),
    ])
    func tellsOtherAddressesApart(address: String, origin: Origin) {
        #expect(Origin(of: address, scheme: "https") == origin)
    }
}
