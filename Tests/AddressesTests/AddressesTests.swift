import Testing

@testable import Addresses

struct SourcePathTests {
    @Test func takesAPathApart() {
        let path = SourcePath("content/posts/a.b.MD")
        #expect(path.name == "a.b.MD")
        #expect(path.stem == "a.b")
        #expect(path.fileExtension == "md")
        #expect(path.folder == SourcePath("content/posts"))
        #expect(SourcePath(".env").stem == ".env")
        // By bytes: what begins with a combining mark is a name, too.
        #expect(SourcePath("posts/\u{301}x.md").name == "\u{301}x.md")
        #expect(SourcePath("posts/\u{301}x.md").folder == SourcePath("posts"))
        #expect(SourcePath("x.md").folder == SourcePath(""))
    }

    @Test func knowsWhatLiesInsideAFolder() {
        let folder = SourcePath("content/posts")
        #expect(SourcePath("content/posts/x/y.md").relative(to: folder) == "x/y.md")
        #expect(SourcePath("content/posts2/x.md").relative(to: folder) == nil)
        #expect(SourcePath("x.md").relative(to: SourcePath("")) == "x.md")
    }
}

struct URLPathTests {
    @Test func isRawNFCOnDiskAndEncodedInLinks() {
        let path = URLPath("/e\u{301}te 标/")
        #expect(path.string == "/\u{E9}te 标/")
        #expect(path.encoded == "/%C3%A9te%20%E6%A0%87/")
        #expect(path.outputPath.string == "\u{E9}te 标/index.html")
        #expect(URLPath("rss.xml").outputPath.string == "rss.xml")
    }

    @Test func aSlashInASegmentBecomesADash() {
        #expect(URLPath("/tags/").appending(folder: "CI/CD").string == "/tags/CI-CD/")
        #expect(URLPath("/a/b.html").base == "/a/")
    }

    @Test func pathsThatOneFileSystemTakesForOneCollide() {
        let key = OutputPath("tags/Go/index.html").collisionKey
        #expect(key == OutputPath("tags/go/index.html").collisionKey)
        #expect(OutputPath("e\u{301}/É").collisionKey == OutputPath("\u{E9}/é").collisionKey)
    }
}

struct SiteAddressTests {
    @Test func keepsTheBasePathInLinksOnly() throws {
        let site = try #require(SiteAddress("https://Example.org/blog"))
        #expect(site.basePath == "/blog/")
        #expect(site.href(URLPath("/标/")) == "/blog/%E6%A0%87/")
        #expect(site.permalink(.root).string == "https://example.org/blog/")
    }

    @Test func findsThePathOfItsOwnURLs() throws {
        let site = try #require(SiteAddress("https://example.org/blog/"))
        #expect(site.path(ofAbsolute: "https://example.org/blog/a%20b/")?.string == "/a b/")
        #expect(site.path(ofAbsolute: "https://example.org/blog")?.string == "/")
        #expect(site.path(ofAbsolute: "https://example.org/other/") == nil)
        #expect(site.path(ofAbsolute: "https://example.com/blog/") == nil)
    }

    @Test(arguments: ["example.org", "/x/", "ftp://example.org/", "https:///x", "https://a/?q", ""])
    func refusesWhatIsNoSiteAddress(_ url: String) {
        #expect(SiteAddress(url) == nil)
    }
}
