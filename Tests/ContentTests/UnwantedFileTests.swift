import Addresses
import TestSupport
import Testing

@testable import Content

@Suite("Files that nobody means to publish")
struct UnwantedFileTests {
    private func scanned(
        _ files: [String], _ change: (inout Configuration) -> Void = { _ in }
    ) throws -> SourceList {
        let site = try SiteText(files.map { "-- \($0)\n" }.joined())
        var configuration = try Configuration.sample()
        change(&configuration)
        let (list, diagnostics) = try scan(site.folder, configuration)
        #expect(diagnostics == [])
        return list
    }

    @Test(arguments: [
        "x.md.bak", "x.orig", "x.rej", ".x.swp", "x~", "#x.md#", ".#x", ".DS_Store", "Thumbs.db",
        ".env", ".env.local", ".gitignore", ".git/config", "key.pem", "KEY.PEM", "id_rsa",
        "id_ed25519", "node_modules/a/b.js", ".htpasswd", "thumbs.db", ".ds_store", "Desktop.ini",
        ".ENV", "ID_RSA", "Node_Modules/a.js", "id_rsa.old", "server.key", "a.ppk", ".a.swn",
        "a.save", "._a.md", ".aws/credentials", ".bash_history", ".zsh_history", "prod.env",
        ".~lock.a.odt#", ".pypirc", ".docker/config.json", ".gnupg/x", ".pgpass", "a.kdbx", "b.jks",
        "terraform.tfstate", "_netrc", ".vault_pass",
    ])
    func leavesOutWhatLiesInStatic(name: String) throws {
        let list = try scanned(["content/a.md", "static/\(name)", "static/ok.txt"])
        #expect(list.statics.map(\.string) == ["static/ok.txt"])
        let top = name.split(separator: "/").first.map { String($0) } ?? name
        #expect(list.leftOut == ["static/" + top + (top == name ? "" : "/")])
    }

    @Test(arguments: [
        "x.md.bak", "x.orig", "x~", "#x.md#", "Thumbs.db", "key.pem", "node_modules/a.md",
    ])
    func leavesOutWhatLiesInContent(name: String) throws {
        let list = try scanned(["content/posts/a.md", "content/posts/\(name)"])
        #expect(list.assets == [])
        #expect(list.posts.map(\.name) == ["a.md"])
        #expect(list.leftOut.count == 1)
    }

    @Test(arguments: [
        ".well-known/security.txt", ".nojekyll", "CNAME", ".htaccess", "_redirects", "id_rsa.pub",
        "environment.txt", "bak.txt",
    ])
    func copiesWhatHostsNeed(name: String) throws {
        let list = try scanned(["content/a.md", "static/\(name)"])
        #expect(list.statics.map(\.string) == ["static/\(name)"])
        #expect(list.leftOut == [])
    }

    @Test(arguments: [
        "CI/x.sh", "go.mod", "docker-compose.yml", "makefile", "GNUmakefile", "Makefile", "gemfile",
    ])
    func leavesOutWhatBuildsASiteInAnyCase(name: String) throws {
        let list = try scanned(["a.md", name]) { $0.build.content = SourcePath("") }
        #expect(list.assets == [])
        #expect(list.leftOut.count == 1)
    }

    @Test(arguments: [
        ("content/old.txt", true), ("content/old/", true), ("nothing", true),
        ("*.psd", false), ("content/x.txt", false), ("content/sub/", false), ("sub", false),
        ("content/sub/deep/*", false), ("static/**/*.map", false),
    ])
    func warnsOfAPatternThatMatchesNothing(pattern: String, isWarned: Bool) throws {
        let site = try SiteText(
            "-- content/a.md\n-- content/x.txt\n-- content/sub/deep/y.txt\n-- static/js/a.map\n")
        var configuration = try Configuration.sample()
        configuration.build.exclude = [try #require(PathPattern(pattern))]
        let (_, diagnostics) = try scan(site.folder, configuration)
        #expect(diagnostics.map(\.id.string) == (isWarned ? ["content/unused-exclude"] : []))
    }

    @Test(arguments: [
        "*.{psd,ai}", "content/[ab].md", "!keep.md", "a\\\\*.md", "content/{old,new}/",
    ])
    func refusesSignsOfOtherToolsInAPattern(pattern: String) {
        for key in ["exclude", "include"] {
            let text = """
                [site]
                title = "x"
                url = "https://example.org/"
                [build]
                \(key) = ["*.tmp", "\(pattern)"]
                """
            let (configuration, diagnostics) = Configuration.load(
                Array(text.utf8), file: SourcePath("galley.toml"))
            #expect(diagnostics.map(\.id) == [.configurationBadPath])
            #expect(diagnostics.first?.explanation?.contains("one for each name") == true)
            #expect(configuration == nil || diagnostics.hasErrors)
        }
    }

    @Test func leavesOutWhatBuildsASiteThatIsItsOwnContent() throws {
        let list = try scanned([
            "a.md", "ci/x.sh", "scripts/x.js", "package.json", "galley.lock", "theme/x.css",
            "sub/package.json", "docs/scripts/x.js",
        ]) { $0.build.content = SourcePath("") }
        #expect(list.assets.map(\.string) == ["docs/scripts/x.js", "sub/package.json"])
        #expect(
            list.leftOut == ["ci/", "galley.lock", "package.json", "scripts/", "theme/"])
    }

    @Test func takesWhatTheSiteIncludesAndNotWhatItExcludes() throws {
        let list = try scanned([
            "content/a.md", "content/old/b.md", "content/old/keep/c.md", "content/_pages/d.md",
            "content/_data/e.md", "content/x.psd", "content/deep/y.psd", "static/.env",
            "static/.env.example", "content/.vuepress/public/logo.png", "content/.vuepress/x.js",
        ]) {
            $0.build.exclude = ["*.psd", "content/old/"].compactMap(PathPattern.init)
            $0.build.include = [
                "content/_pages/", ".env.example", "content/old/keep/*.md",
                "content/.vuepress/public/**",
            ].compactMap(PathPattern.init)
        }
        #expect(
            list.pages.map(\.string)
                == ["content/_pages/d.md", "content/a.md", "content/old/keep/c.md"])
        #expect(list.assets.map(\.string) == ["content/.vuepress/public/logo.png"])
        #expect(list.statics.map(\.string) == ["static/.env.example"])
        #expect(list.leftOut == ["static/.env"])
    }

    /// Of a clone in a folder, and of a submodule, where it is a file.
    @Test(arguments: [["*"], [".git"], ["static/**"], [".git/**", "static/sub/"], []])
    func takesNoRepositoryWhateverTheSiteIncludes(patterns: [String]) throws {
        let list = try scanned([
            "content/a.md", "static/x.txt", "static/.git/config", "static/sub/.git",
            "static/sub/y.txt",
        ]) {
            $0.build.include = patterns.compactMap(PathPattern.init)
        }
        #expect(list.statics.map(\.string) == ["static/sub/y.txt", "static/x.txt"])
        #expect(list.leftOut == ["static/.git/", "static/sub/.git"])
    }

    @Test(arguments: [
        ("*.psd", "a/b.psd", true), ("*.psd", "a/b.psdx", false), ("a/*.md", "a/b.md", true),
        ("a/*.md", "a/b/c.md", false), ("a/**/*.md", "a/b/c/d.md", true),
        ("a/**/*.md", "a/d.md", true),
        ("**/x", "a/b/x", true), ("a/**", "a/b/c", true), ("?.md", "你.md", true),
        ("?.md", "ab.md", false),
        ("a*b*c", "aXbYbZc", true), ("a*b*c", "aXbYbZ", false), ("a/", "x/a", true),
        ("*", "x", true),
        ("a/b/", "a/b", true), ("a/b/", "x/a/b", false),
    ])
    func matchesPaths(pattern: String, path: String, matches: Bool) throws {
        let pattern = try #require(PathPattern(pattern))
        #expect(pattern.matches(SourcePath(path)) == matches)
    }

    @Test(arguments: ["", "/", "/a", "../a", "a/../b", "."])
    func refusesAPatternThatLeadsOut(pattern: String) {
        #expect(PathPattern(pattern) == nil)
    }

    @Test func matchesInTimeThatGrowsWithBothLengths() throws {
        let pattern = try #require(PathPattern(String(repeating: "*a", count: 200) + "b"))
        #expect(!pattern.matches(SourcePath(String(repeating: "a", count: 2000))))
    }
}
