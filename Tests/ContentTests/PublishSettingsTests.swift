import Addresses
import Diagnostics
import Testing

@testable import Content

struct PublishSettingsTests {
    private func read(_ text: String) -> (PublishSettings, [String]) {
        let toml = "[site]\ntitle = \"T\"\nurl = \"https://example.org/\"\n" + text
        let (configuration, diagnostics) = Configuration.load(
            Array(toml.utf8), file: SourcePath("galley.toml"))
        return (
            configuration?.publish ?? PublishSettings(),
            diagnostics.map { "\($0.id): \($0.summary)" }
        )
    }

    @Test func readsTargetsOfEachKind() {
        let (settings, problems) = read(
            """
            [publish]
            secrets = ["sha256:\(String(repeating: "0a", count: 32))"]
            [publish.www]
            type = "directory"
            path = "/srv/blog"
            keep = 5
            host = "nginx"
            url = "https://staging.example.org/"
            [publish.pages]
            type = "git"
            remote = "origin"
            token = "TOKEN"
            protect = ["ads.txt"]
            [publish.s3]
            type = "rclone"
            remote = "store:bucket"
            """)
        #expect(problems == [])
        #expect(settings.secrets.count == 1)
        var www = PublishSettings.Target()
        www.path = "/srv/blog"
        www.keep = 5
        www.host = .nginx
        www.url = SiteAddress("https://staging.example.org/")
        #expect(settings.targets["www"] == www)
        var pages = PublishSettings.Target()
        pages.type = .git
        pages.remote = "origin"
        pages.token = "TOKEN"
        pages.protect = ["ads.txt"]
        #expect(settings.targets["pages"] == pages)
        #expect(settings.targets["s3"]?.remote == "store:bucket")
    }

    @Test(arguments: [
        ("path = \"x\"", "'publish.t.type' must be given"),
        ("type = \"directory\"", "'publish.t.path' must be given"),
        ("type = \"git\"\nremote = \"\"", "'publish.t.remote' must be given"),
        (
            "type = \"git\"\nremote = \"--upload-pack=x\"",
            "'publish.t.remote' must not begin with '-'"
        ),
        (
            "type = \"git\"\nremote = \"x\"\nbranch = \"a b\"",
            "'publish.t.branch' must be the name of a branch"
        ),
        (
            "type = \"directory\"\npath = \"x\"\nkeep = 0",
            "'publish.t.keep' must be a whole number from 1 to 1000, not 0"
        ),
        (
            "type = \"directory\"\npath = \"x\"\nkeep = 9223372036854775807",
            "'publish.t.keep' must be a whole number from 1 to 1000, not 9223372036854775807"
        ),
        ("type = \"directory\"\npath = \"x\"\nbranch = \"y\"", "Unknown key 'publish.t.branch'"),
        (
            "type = \"git\"\nremote = \"x\"\nurl = \"y\"",
            "'publish.t.url' must be an absolute http or https URL, not 'y'"
        ),
        (
            "type = \"ftp\"\nremote = \"x\"",
            "'publish.t.type' must be one of directory, git, rclone, not 'ftp'"
        ),
    ])
    func refusesWhatNoTargetCanUse(_ keys: String, _ problem: String) {
        let (settings, problems) = read("[publish.t]\n" + keys)
        #expect(problems.contains { $0.hasSuffix(": " + problem) }, "\(problems)")
        #expect(settings.targets["t"] == nil)
    }

    @Test func judgesNoOtherKeyOfAnUnknownType() {
        let (_, problems) = read(
            "[publish.t]\ntype = \"gitt\"\nremote = \"x\"\nbranch = \"a b\"\nprotect = []\n")
        #expect(problems.count == 1)
        #expect(problems.joined().contains("not 'gitt'"))
    }

    @Test func refusesSecretsThatAreNoDigests() {
        let (_, problems) = read("[publish]\nsecrets = [\"ghp_x\"]\n")
        #expect(problems.count == 1)
        #expect(!problems.joined().contains("ghp_x"), "it may be a secret")
    }

    /// Files below `.galley/` are called by it, some of which a publish removes.
    @Test(arguments: ["../../content", "a/b", "..", ".x", "-x", "a b", "a\\u0007b", ""])
    func takesNoNameThatIsNoFileName(name: String) {
        let text = """
            [site]
            title = "x"
            url = "https://example.org/"
            [publish."\(name)"]
            type = "rclone"
            remote = "a:b"
            """
        let (_, diagnostics) = Configuration.load(
            Array(text.utf8), file: SourcePath("galley.toml"))
        #expect(diagnostics.map(\.id) == [.configurationBadPath])
    }

    @Test(arguments: ["pages", "生产", "my.site_2-b"])
    func takesNamesOfFiles(name: String) {
        let text = """
            [site]
            title = "x"
            url = "https://example.org/"
            [publish."\(name)"]
            type = "rclone"
            remote = "a:b"
            """
        let (configuration, diagnostics) = Configuration.load(
            Array(text.utf8), file: SourcePath("galley.toml"))
        #expect(diagnostics.isEmpty)
        #expect(configuration?.publish.targets[name]?.remote == "a:b")
    }
}
