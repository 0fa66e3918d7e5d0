import Addresses
import Content
import Diagnostics
import Foundation
import TestSupport
import Testing

struct ScanTests {
    @Test func sortsFilesByWhatTheyAreFor() throws {
        let site = try SiteText(
            """
            -- content/posts/b.md
            -- content/posts/a/index.markdown
            -- content/posts/a/cat.png
            -- content/about.MD
            -- content/tags/go/_index.md
            -- content/_drafts/idea.md
            -- content/posts/_drafts/later.md
            -- content/logo.svg
            -- static/.well-known/security.txt
            -- static/_headers
            -- static/notes.md
            """)
        let (list, diagnostics) = try scan(site.folder, .sample())
        #expect(diagnostics == [])
        #expect(
            list.lines == [
                "post content/posts/a/index.markdown", "post content/posts/b.md",
                "draft content/_drafts/idea.md", "draft content/posts/_drafts/later.md",
                "page content/about.MD", "list content/tags/go/_index.md",
                "asset content/logo.svg", "asset content/posts/a/cat.png",
                "static static/.well-known/security.txt", "static static/_headers",
                "static static/notes.md",
            ])
    }

    @Test func leavesOutNamesThatAreNotContent() throws {
        let site = try SiteText(
            """
            -- content/posts/a.md
            -- content/posts/a.md~
            -- content/posts/_b.md
            -- content/.git/config
            -- content/_private/c.md
            -- content/.hidden.md
            -- static/robots.txt~
            -- static/.DS_Store
            """)
        #expect(try scan(site.folder, .sample()).0.lines == ["post content/posts/a.md"])
    }

    @Test func takesAFolderThatTheConfigurationNamesThoughItBeginsWithALowLine() throws {
        let site = try SiteText(
            """
            -- source/_posts/a.md
            -- source/_posts/b/c.md
            -- source/_drafts/d.md
            -- source/_data/e.md
            """)
        let configuration = try Configuration.sample {
            $0.build.content = SourcePath("source")
            $0.posts.folder = SourcePath("_posts")
        }
        #expect(
            try scan(site.folder, configuration).0.lines == [
                "post source/_posts/a.md", "post source/_posts/b/c.md", "draft source/_drafts/d.md",
            ])
    }

    @Test func leavesGalleysOwnFoldersOutOfASiteThatIsAllContent() throws {
        let site = try SiteText(
            """
            -- galley.toml
            -- a.md
            -- public/index.html
            -- themes/paper/theme.toml
            -- static/x.txt
            -- .galley/digest
            -- static.md
            """)
        let configuration = try Configuration.sample {
            $0.build.content = SourcePath("")
            $0.posts.folder = SourcePath("")
        }
        #expect(
            try scan(site.folder, configuration).0.lines == [
                "post a.md", "post static.md", "static static/x.txt",
            ])
    }

    @Test(arguments: ["content/out", "./content/out/", "ABSOLUTE"])
    func leavesOutAnOutputFolderInsideContent(output: String) throws {
        let site = try SiteText(
            """
            -- content/posts/a.md
            -- content/out/index.html
            """)
        let configuration = try Configuration.sample {
            $0.build.output = output == "ABSOLUTE" ? site.absolute("content/out") : output
        }
        #expect(try scan(site.folder, configuration).0.lines == ["post content/posts/a.md"])
    }

    @Test func reportsAMissingContentFolder() throws {
        let site = try SiteText("-- galley.toml")
        let (list, diagnostics) = try scan(site.folder, .sample())
        #expect(list == SourceList())
        #expect(diagnostics.map(\.id) == [.noContentFolder])
        #expect(diagnostics.hasErrors)
    }

    @Test func warnsOfAPostsFolderThatIsNamedAndMissing() throws {
        let site = try SiteText("-- content/a.md")
        let place = Place(file: SourcePath("galley.toml"), range: 3..<4)
        let configuration = try Configuration.sample {
            $0.posts.folder = SourcePath("post")
            $0.places["posts.folder"] = place
        }
        let diagnostics = try scan(site.folder, configuration).1
        #expect(diagnostics.map(\.id) == [.noPostsFolder])
        #expect(diagnostics.first?.place == place)
    }

    @Test func followsAContentFolderThatIsALink() throws {
        let site = try SiteText(
            """
            -- elsewhere/posts/a.md
            -- content -> elsewhere
            """)
        let (list, diagnostics) = try scan(site.folder, .sample())
        #expect(diagnostics == [])
        #expect(list.lines == ["post content/posts/a.md"])
        #expect(try site.folder.read(SourcePath("content/posts/a.md")) == [])
    }

    @Test func refusesLinksThatLeadOutOfContent() throws {
        let site = try SiteText(
            """
            -- secret/key
            -- content/posts/a.md
            -- content/key -> ../secret/key
            -- content/all -> ../secret
            -- content/top -> /
            -- content/contents -> ../content-too
            -- content-too/b.md
            """)
        let (list, diagnostics) = try scan(site.folder, .sample())
        #expect(list.lines == ["post content/posts/a.md"])
        #expect(
            diagnostics.map { "\($0.severity) \($0.id) \($0.place?.file.string ?? "")" } == [
                "error content/link-outside content/all",
                "error content/link-outside content/contents",
                "error content/link-outside content/key", "error content/link-outside content/top",
            ])
    }

    @Test func followsLinksThatStayInside() throws {
        let site = try SiteText(
            """
            -- content/shared/cat.png
            -- content/posts/a/index.md
            -- content/posts/a/images -> ../../shared
            -- content/posts/a/dog.png -> ../../shared/cat.png
            """)
        let (list, diagnostics) = try scan(site.folder, .sample())
        #expect(diagnostics == [])
        #expect(
            list.lines == [
                "post content/posts/a/index.md", "asset content/posts/a/dog.png",
                "asset content/posts/a/images/cat.png", "asset content/shared/cat.png",
            ])
    }

    @Test func endsWhereLinksLeadInACircle() throws {
        let site = try SiteText(
            """
            -- content/a/x.png
            -- content/b/y.png
            -- content/a/b -> ../b
            -- content/b/a -> ../a
            -- content/a/self -> .
            -- content/all -> .
            -- content/gone -> nowhere
            """)
        let (list, diagnostics) = try scan(site.folder, .sample())
        #expect(
            list.lines == [
                "asset content/a/b/y.png", "asset content/a/x.png", "asset content/b/a/x.png",
                "asset content/b/y.png",
            ])
        #expect(
            diagnostics.map { "\($0.id) \($0.place?.file.string ?? "")" } == [
                "content/link-loop content/a/b/a", "content/link-loop content/a/self",
                "content/link-loop content/all", "content/link-loop content/b/a/b",
                "content/link-loop content/b/a/self", "content/broken-link content/gone",
            ])
    }

    @Test func warnsOfWhatIsNeitherFileNorFolder() throws {
        let site = try SiteText("-- content/posts/a.md")
        #expect(mkfifo(site.absolute("content/pipe"), 0o600) == 0)
        let (list, diagnostics) = try scan(site.folder, .sample())
        #expect(list.lines == ["post content/posts/a.md"])
        #expect(diagnostics.map(\.id) == [.notAFile])
    }

    @Test func reportsANameThatIsNotUTF8() throws {
        let site = try SiteText("-- content/posts/a.md")
        let name = Array(site.absolute("content/posts/").utf8) + [0xFF, 0x2E, 0x6D, 0x64, 0]
        let descriptor = name.map { CChar(bitPattern: $0) }
            .withUnsafeBufferPointer { $0.baseAddress.map { creat($0, 0o600) } ?? -1 }
        try #require(descriptor >= 0, "this file system takes no such name")
        close(descriptor)
        let (list, diagnostics) = try scan(site.folder, .sample())
        #expect(list.lines == ["post content/posts/a.md"])
        #expect(diagnostics.map(\.id) == [.badFileName])
    }

    /// In content and in static files, of files and of folders.
    @Test(arguments: ["content/posts/b\nc.png", "static/a\u{7F}/x.txt", "static/\u{1B}[0m.txt"])
    func reportsANameWithAControlCharacter(name: String) throws {
        let site = try SiteText("-- content/posts/a.md")
        try site.write(name, bytes: [])
        let (list, diagnostics) = try scan(site.folder, .sample())
        #expect(list.lines == ["post content/posts/a.md"])
        #expect(diagnostics.map(\.id) == [.badFileName])
        #expect(diagnostics.first?.place?.file.string.hasPrefix(String(name.prefix(6))) == true)
    }

    @Test func goesDownThousandsOfFolders() throws {
        let deep = Array(repeating: "d", count: 1500).joined(separator: "/")
        let site = try SiteText("-- content/\(deep)/a.md")
        #expect(try scan(site.folder, .sample()).0.pages.count == 1)
    }

    @Test func throwsWithPathAndReasonWhenAFileCannotBeRead() throws {
        let site = try SiteText("-- content/a/b.md")
        let missing = SiteFolderError(path: site.absolute("nothing"), code: ENOENT)
        #expect(missing.description == site.path + "/nothing: No such file or directory")
        #expect(throws: missing) { try site.folder.read(SourcePath("nothing")) }
        #expect(throws: SiteFolderError(path: site.absolute("content/a"), code: EISDIR)) {
            try site.folder.read(SourcePath("content/a"))
        }
    }

    @Test func readsFilesOfAnySizeAndGivesTheDigestOfTheirBytes() throws {
        let site = try SiteText("-- a/")
        for count in [0, 1, 4096, ContentDigest.blockSize, 2 * ContentDigest.blockSize + 7] {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            let path = SourcePath("a/\(count)")
            try site.write(path.string, bytes: bytes)
            #expect(try site.folder.read(path) == bytes)
            #expect(try site.folder.digest(of: path) == ContentDigest(of: bytes))
            let whole = try site.folder.read(path, atMost: count)
            guard case .bytes(bytes) = whole else {
                Issue.record("\(count) bytes: \(whole)")
                continue
            }
            if count > 0, case .bytes = try site.folder.read(path, atMost: count - 1) {
                Issue.record("\(count) bytes are more than \(count - 1)")
            }
        }
    }
}

extension SiteText {
    var folder: SiteFolder { SiteFolder(path: path) }
}

extension Configuration {
    /// The defaults, changed by `change`.
    static func sample(_ change: (inout Configuration) -> Void = { _ in }) throws -> Configuration {
        let address = try #require(SiteAddress("https://example.org/"))
        var configuration = Configuration(site: .init(title: "Sample", address: address))
        change(&configuration)
        return configuration
    }
}

extension SourceList {
    /// Every file with its list, for comparing whole.
    var lines: [String] {
        let lists = [
            ("post", posts), ("draft", drafts), ("page", pages), ("list", listTexts),
            ("asset", assets), ("static", statics),
        ]
        return lists.flatMap { name, paths in paths.map { "\(name) \($0)" } }
    }
}
