import Testing

@testable import Preview

struct HostNamesTests {
    @Test(arguments: ["localhost:4000", "LOCALHOST:4000", "127.0.0.1:4000", "[::1]:4000"])
    func knowsTheLoopback(_ host: String) {
        #expect(HostNames(host: nil, port: 4000).contains(host))
    }

    @Test(arguments: [
        "evil.example:4000", "localhost", "localhost:4001", "localhost.evil.example:4000", "",
        "127.0.0.1", "192.168.0.2:4000", "::1:4000", "evil.example#localhost:4000", ":4000",
    ])
    func refusesOthers(_ host: String) {
        #expect(!HostNames(host: nil, port: 4000).contains(host))
    }

    @Test func takesTheNameThatWasGivenByHand() {
        #expect(HostNames(host: "Laptop.local", port: 80).contains("laptop.local"))
        #expect(HostNames(host: "fe80::1", port: 4000).contains("[fe80::1]:4000"))
        #expect(!HostNames(host: "laptop.local", port: 80).contains("desktop.local"))
    }

    @Test func takesAnyAddressButNoNameWhereItListensOnAll() {
        let names = HostNames(host: "0.0.0.0", port: 4000)
        #expect(names.contains("192.168.0.2:4000"))
        #expect(names.contains("[2001:db8::1]:4000"))
        #expect(!names.contains("192.168.0.2.evil.example:4000"))
        #expect(!names.contains("evil.example:4000"))
        #expect(!names.contains("1.2.3:4000"))
    }

    @Test func anOriginIsThisServerOverHTTP() {
        let names = HostNames(host: nil, port: 4000)
        #expect(names.isOrigin("http://localhost:4000"))
        #expect(!names.isOrigin("https://localhost:4000"))
        #expect(!names.isOrigin("http://localhost:4000.evil.example"))
        #expect(!names.isOrigin("null"))
    }
}
