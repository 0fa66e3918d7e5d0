import Addresses
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

    @Test(arguments: [
        "localhost.:4000", "LocalHost.:4000", "[0:0:0:0:0:0:0:1]:4000", "[::1%25lo]:4000",
    ])
    func knowsOtherNotationsOfItsName(_ host: String) {
        #expect(HostNames(host: nil, port: 4000).contains(host))
    }

    private func names(_ allowed: String...) throws -> HostNames {
        let patterns = try allowed.map { text in try HostPattern(text) }
        return HostNames(host: nil, port: 4000) { patterns }
    }

    @Test(arguments: [
        "laptop.local", "laptop.local:4000", "LAPTOP.local.:8080", "x-4000.app.github.dev",
        "a.b.app.github.dev:443", "localhost:9000", "localhost", "192.168.0.7:80", "[fe80::1]:4000",
        "one.example:8080", "xn--wcso9o.local:4000",
    ])
    func takesTheNamesThatAPersonAllowed(_ host: String) throws {
        let names = try names(
            "laptop.local", "*.app.github.dev", "localhost", "192.168.0.7", "fe80::1",
            "one.example:8080", "图床.local")
        #expect(names.contains(host))
        #expect(names.isOrigin("http://" + host))
        #expect(names.isOrigin("https://" + host))
    }

    @Test(arguments: [
        "evil.example", "laptop.local.evil.example", "evillaptop.local", "app.github.dev",
        "evilapp.github.dev", "x.app.github.dev.evil.example", "one.example", "one.example:80",
        "one.example:8081", "user@laptop.local", "laptop.local/x", "laptop.local:0",
        "laptop.local:65536", "laptop.local:+80", "laptop.local..", "", ".", "[laptop.local]",
        "laptop.local, evil.example", "laptop.local\u{0}", "x.app.github.dev:80:80",
        "127.0.0.1:9000",
    ])
    func refusesAllOthersWhateverIsAllowed(_ host: String) throws {
        let names = try names("laptop.local", "*.app.github.dev", "one.example:8080")
        #expect(!names.contains(host))
        #expect(!names.isOrigin("http://" + host))
        #expect(!names.isOrigin("https://" + host))
    }

    @Test func anAllowedDefaultPortMayBeLeftOut() throws {
        #expect(try names("one.example:443").contains("one.example"))
        #expect(try names("one.example:80").contains("one.example"))
    }
}
