import Testing

@testable import Addresses

struct HostPatternTests {
    @Test(arguments: ["*", "*.com", "*.dev", "*.dev."])
    func refusesWhatStrangersCanHaveNamesBelow(_ text: String) {
        #expect(throws: HostPattern.Flaw.tooWide) { try HostPattern(text) }
    }

    @Test(arguments: [
        "", " ", "https://laptop.local", "laptop.local/", "a b", "a..b", ".a", "*.",
        "a*.example.org",
        "x.*.example.org", "me@laptop.local", "laptop.local:x", "*.127.0.0.1", "[::1", "a\nb",
        "日 本.local",
    ])
    func refusesWhatIsNoHost(_ text: String) {
        #expect(throws: HostPattern.Flaw.noHost) { try HostPattern(text) }
    }

    @Test(arguments: [
        "*.local", "*.localhost", "*.example.org", "a", "a_b.lan:80", "[::1]:80", "::1",
    ])
    func takesNamesAndAddresses(_ text: String) {
        #expect(throws: Never.self) { try HostPattern(text) }
    }
}

struct GitAddressTests {
    @Test(arguments: [
        "-x", "--upload-pack=touch /tmp/x", "-oProxyCommand=x:y", "ext::sh -c 'touch x'", "EXT::sh",
        "ext://sh -c x", "fd::17", "ssh://-oProxyCommand=x/y", "ssh://-oProxyCommand=x@host/y",
        "git@-oProxyCommand=x:y", "host:-x", "https://a.example/\nx", "https://me:secret@-x/y",
    ])
    func refusesWhatRunsACommand(_ address: String) {
        #expect(GitAddress.danger(address) != nil)
    }

    @Test(arguments: [
        "origin", "../site.git", "/srv/site.git", "git@github.com:a/b.git",
        "https://github.com/a/b",
        "ssh://git@host:22/a/b.git", "host:a/b-c", "file:///srv/x.git", "codecommit::eu-1://x",
        "./a:b", "https://host/-x",
    ])
    func takesTheAddressesThatPeopleUse(_ address: String) {
        #expect(GitAddress.danger(address) == nil)
    }

    @Test func knowsRemoteHelpers() {
        #expect(GitAddress.isHelper("codecommit::eu-1://x"))
        #expect(GitAddress.isHelper("codecommit://x"))
        #expect(!GitAddress.isHelper("https://a.example/x::y"))
        #expect(!GitAddress.isHelper("git@host:a/b"))
        #expect(!GitAddress.isHelper("./a::b"))
    }
}
