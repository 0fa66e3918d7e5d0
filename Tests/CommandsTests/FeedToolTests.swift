import Foundation
import Testing

@testable import Commands

/// Whether tools that others wrote take galley's feeds and its sitemap. Each is skipped where its
/// tool is not there.
struct FeedToolTests {
    /// A site with what breaks feeds: control characters, `]]>`, quotes, raw HTML, Chinese.
    private static let site = """
        -- galley.toml
        [site]
        title = "海边 <手记> & 更多"
        url = "https://example.org/blog/"
        language = "zh-CN"
        timezone = "Asia/Shanghai"
        author = "林"
        -- content/posts/hostile.md
        ---
        title: "a]]>b </title> <b> & \\"q\\" \\b"
        date: 2021-03-08 21:30:00
        updated: 2021-04-01
        tags: ["C&A", "海"]
        language: en
        ---
        ]]> \u{8} <div onclick="x">&nbsp;</div>

        ```go
        if a < b && c["]]>"] { }
        ```
        -- content/posts/中文.md
        ---
        title: 第二篇
        date: 2021-03-07
        ---
        正文，见[第一篇](hostile.md)。

        """

    @Test(.enabled(if: Tool.xmllint.isThere, "xmllint is not installed"))
    func isWellFormedToXmllint() async throws {
        let site = try BuiltSite(Self.site)
        try await site.build()
        for file in ["rss.xml", "atom.xml", "sitemap.xml"] {
            let result = try Tool.xmllint.run([
                "--noout", "--nonet", site.text.absolute("public/" + file),
            ])
            #expect(result == Tool.Result(status: 0, output: ""), "\(file)")
        }
    }

    @Test(.enabled(if: Tool.jing.isThere, "jing is not installed"))
    func isValidByTheSchemaOfRFC4287() async throws {
        let site = try BuiltSite(Self.site)
        try await site.build()
        let schema = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../Fixtures/atom.rnc").standardized.path
        let atom = site.text.absolute("public/atom.xml")
        #expect(try Tool.jing.run(["-c", schema, atom]) == Tool.Result(status: 0, output: ""))
        // A feed without an id is refused, so that the schema is known to be read.
        let broken = try #require(site.page("atom.xml")).replacing(/<id>[^<]*<\/id>/, with: "")
        try site.write("public/broken.xml", broken)
        let refused = try Tool.jing.run(["-c", schema, site.text.absolute("public/broken.xml")])
        #expect(refused.status != 0)
    }

    @Test(
        .enabled(
            if: Tool.python.has(["-c", "import feedparser"]), "Python has no module feedparser"))
    func isReadByFeedparser() async throws {
        let site = try BuiltSite(Self.site)
        try await site.build()
        let script = """
            import feedparser, sys
            for path in sys.argv[1:]:
                feed = feedparser.parse(path)
                print(feed.version, int(feed.bozo), feed.feed.title, feed.feed.language)
                for e in feed.entries:
                    date = "%04d-%02d-%02dT%02d:%02d" % e.published_parsed[:5]
                    print(e.title, e.link, e.id, date, [t.term for t in e.get("tags", [])],
                          len(e.content[0].value) > 10)
            """
        let files = ["rss.xml", "atom.xml"].map { site.text.absolute("public/" + $0) }
        let result = try Tool.python.run(["-c", script] + files)
        let base = "https://example.org/blog/2021/03/"
        func entries(_ title: String) -> String {
            """
            \(title) \(base)08/hostile/ \(base)08/hostile/ 2021-03-08T13:30 ['C&A', '海'] True
            第二篇 \(base)07/%E4%B8%AD%E6%96%87/ \(base)07/%E4%B8%AD%E6%96%87/ 2021-03-06T16:00 [] True

            """
        }
        let title = #"a]]>b </title> <b> & "q""#
        #expect(
            result.output == "rss20 0 海边 <手记> & 更多 zh-CN\n" + entries(title)
                + "atom10 0 海边 <手记> & 更多 zh-CN\n" + entries(title))
    }
}

/// A program that tests ask for an opinion.
private struct Tool {
    static let xmllint = Tool("xmllint", probe: ["--version"])
    static let jing = Tool("jing", probe: nil)
    static let python = Tool("python3", probe: ["--version"])

    struct Result: Equatable {
        let status: Int32
        let output: String
    }

    private let name: String
    let isThere: Bool

    /// - Parameter probe: what it is asked to see whether it is there; nil: whether it can be found.
    init(_ name: String, probe: [String]?) {
        self.name = name
        let arguments = probe.map { [name] + $0 } ?? ["sh", "-c", "command -v \(name)"]
        isThere = (try? Self.run(arguments))?.status == 0
    }

    func has(_ arguments: [String]) -> Bool { (try? run(arguments))?.status == 0 }

    func run(_ arguments: [String]) throws -> Result { try Self.run([name] + arguments) }

    private static func run(_ arguments: [String]) throws -> Result {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["PYTHONIOENCODING": "utf-8"]) { _, new in new }
        let pipe = Pipe()
        process.standardOutput = pipe
        // Where Debian's jing warns of libraries that it does not need.
        process.standardError = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, output: String(decoding: output, as: UTF8.self))
    }
}
