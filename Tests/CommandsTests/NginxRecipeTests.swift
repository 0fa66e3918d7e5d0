import Content
import Foundation
import Programs
import Publishing
import TestSupport
import Testing

@testable import Commands

/// The recipe of docs/publishing.md in a real nginx, with what a publish writes for it.
@Suite(
    .enabled(if: NginxServer.isThere, "nginx or curl is not there: the recipe is not tested"),
    .timeLimit(.minutes(60)))
struct NginxRecipeTests {
    private static func site(_ url: String) -> String {
        """
        -- galley.toml
        [site]
        title = "Notes"
        url = "\(url)"
        language = "en"
        [publish.www]
        type = "directory"
        path = "www"
        host = "nginx"
        -- content/posts/a.md
        ---
        title: A
        date: 2021-01-02
        slug: 标
        aliases: /old/
        ---
        The first text.
        -- content/posts/b.md
        ---
        title: B
        date: 2021-01-03
        slug: b$1
        aliases: /old$1/
        ---
        Another post.
        -- static/note.txt
        你好

        """
    }

    private func publish(_ site: BuiltSite) async throws {
        defer { withExtendedLifetime(site.text) {} }
        let folder = SiteFolder(path: site.text.path)
        let configuration = try SiteConfiguration.load(folder, BuildRequest()).0
        let settings = try #require(configuration?.publish.targets["www"])
        var request = PublishRequest()
        request.now = "2022-01-01"
        request.environment = ["PATH": GalleyProgram.path]
        let outcome = try await Publish(
            folder: folder, name: "www", settings: settings, request: request
        ) { _ in }.run()
        #expect(!outcome.diagnostics.hasErrors)
    }

    /// The blocks of the chapter, one after the other.
    private func recipes() throws -> [String] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let page = try String(
            contentsOf: root.appending(path: "docs/publishing.md"), encoding: .utf8)
        let chapter = try #require(page.components(separatedBy: "\n## A server with nginx\n").last)
        return chapter.components(separatedBy: "\n## ")[0].components(separatedBy: "```text\n")
            .dropFirst().map { $0.components(separatedBy: "```")[0] }
    }

    /// At the top of its host, and below a base path with the lines that the chapter has for it.
    @Test(arguments: ["/", "/blog/"])
    func showsANewPageAtOnce(base: String) async throws {
        let site = try BuiltSite(Self.site("https://example.org" + base))
        try await publish(site)
        let recipes = try recipes()
        var recipe = recipes[0]
        if base != "/" {
            let end = try #require(recipe.range(of: "    root /srv/blog/current;"))
            recipe = recipe[..<end.lowerBound] + recipes[1] + "}\n"
        }
        try await NginxServer.run(
            recipe, folder: site.text.absolute("www"), in: site.text
        ) { server in
            let address = base + "2021/01/02/%E6%A0%87/"

            let first = try await server.ask(address)
            #expect(first.status == "200")
            #expect(first.body.contains("The first text."))
            #expect(first.headers["cache-control"] == ["public, max-age=0, must-revalidate"])
            #expect(first.headers["content-type"] == ["text/html; charset=utf-8"] || base != "/")
            #expect(first.headers["content-security-policy"]?.count == 1)
            let tag = try #require(first.headers["etag"]?.first)
            #expect(try await server.ask(address, ["If-None-Match: " + tag]).status == "304")

            try site.write(
                "content/posts/a.md",
                "---\ntitle: A\ndate: 2021-01-02\nslug: 标\naliases: /old/\n---\nIt is another text.\n"
            )
            try await publish(site)
            let second = try await server.ask(address, ["If-None-Match: " + tag])
            #expect(second.status == "200")
            #expect(second.body.contains("It is another text."))

            let style = try #require(
                second.body.firstMatch(of: /href="([^"]*\/assets\/paper\.[0-9a-f]+\.css)"/)?.output
                    .1)
            let sheet = try await server.ask(String(style))
            #expect(sheet.status == "200")
            #expect(sheet.headers["cache-control"] == ["public, max-age=31536000, immutable"])
            #expect(sheet.headers["x-content-type-options"] == ["nosniff"])
            let redirect = try await server.ask(base + "old/")
            #expect(redirect.status == "301")
            #expect(redirect.headers["location"]?.first?.hasSuffix(address) == true)
            let dollar = try await server.ask(base + "old$1/")
            #expect(dollar.status == "301")
            #expect(
                dollar.headers["location"]?.first?.hasSuffix(base + "2021/01/03/b%241/") == true)
            #expect(try await server.ask(base + "2021/01/03/b%241/").status == "200")
            let missing = try await server.ask(base + "nowhere/")
            #expect(missing.status == "404")
            #expect(missing.headers["cache-control"] == ["public, max-age=0, must-revalidate"])
            #expect(missing.body.contains("<html"))
            #expect(try await server.ask(base + "_headers.conf").status == "404")
            #expect(try await server.ask(base + "_redirects.map").status == "404")
        }
    }

    @Test func saysThatTextsAreUTF8() async throws {
        let site = try BuiltSite(Self.site("https://example.org/"))
        try await publish(site)
        try await NginxServer.run(
            try recipes()[0], folder: site.text.absolute("www"), in: site.text
        ) { server in
            for (path, type) in [
                ("/", "text/html"), ("/note.txt", "text/plain"),
                ("/feed.json", "application/json"),
            ] {
                let types = try await server.ask(path).headers["content-type"]
                #expect(types == [type + "; charset=utf-8"], "\(path)")
            }
        }
    }
}

/// A real nginx with a recipe of its own, on a socket in the file system.
private struct NginxServer {
    private static let programs: [String: String] = {
        var found: [String: String] = [:]
        for name in ["nginx", "curl", "kill"] {
            found[name] = [
                "/usr/sbin/", "/usr/local/sbin/", "/usr/local/bin/", "/usr/bin/", "/bin/",
            ]
            .map { $0 + name }.first { FileManager.default.isExecutableFile(atPath: $0) }
        }
        return found
    }()

    static var isThere: Bool { programs.count == 3 }

    struct DidNotStart: Error { let log: String }

    private let socket: String

    /// Runs `body` while nginx answers.
    ///
    /// - Parameters:
    ///   - recipe: as docs/publishing.md has it, for `/srv/blog`.
    ///   - folder: that of the target.
    static func run(
        _ recipe: String, folder: String, in text: SiteText,
        _ body: (NginxServer) async throws -> Void
    ) async throws {
        // Short, for the address of a socket has hardly a hundred bytes.
        let socket = "/tmp/galley-\(UInt32.random(in: .min ... .max)).sock"
        defer { try? FileManager.default.removeItem(atPath: socket) }
        let lines = recipe.replacing("/srv/blog", with: folder).split(separator: "\n")
            .filter { !$0.contains("ssl_") }
            .map { $0.contains("listen 443 ssl;") ? "listen unix:\(socket);" : String($0) }
        let types = "/etc/nginx/mime.types"
        let hasTypes = FileManager.default.fileExists(atPath: types)
        let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map { "\($0)_temp_path \(text.absolute("nginx-" + $0));" }
        let configuration = """
            master_process off;
            pid \(text.absolute("nginx.pid"));
            events {}
            http {
            access_log off;
            \(hasTypes ? "include \(types);" : "types { text/html html; text/css css; }")
            \(temporary.joined(separator: "\n"))
            \(lines.joined(separator: "\n"))
            }

            """
        try text.write("nginx.conf", bytes: Array(configuration.utf8))
        let started = await program(
            "nginx",
            [
                "-p", text.path, "-c", text.absolute("nginx.conf"),
                "-e", text.absolute("nginx.log"),
            ])
        let outcome: Result<Void, any Error>
        do {
            guard started.ending == .exited(0) else {
                throw DidNotStart(log: text.text("nginx.log") ?? "")
            }
            try await body(NginxServer(socket: socket))
            outcome = .success(())
        } catch {
            outcome = .failure(error)
        }
        if let number = text.text("nginx.pid")?.split(separator: "\n").first {
            // Whoever started it may have kept milder signals from it.
            _ = await program("kill", ["-9", String(number)])
        }
        try outcome.get()
    }

    private static func program(_ name: String, _ arguments: [String]) async -> ProgramRun.Result {
        await ProgramRun(
            [programs[name] ?? ""] + arguments, environment: ["PATH": GalleyProgram.path],
            time: Patience.duration
        ).run()
    }

    struct Answer {
        let status: String
        /// By their names in lower case.
        let headers: [String: [String]]
        let body: String
    }

    func ask(_ path: String, _ headers: [String] = []) async throws -> Answer {
        let result = await Self.program(
            "curl",
            [
                "--silent", "--show-error", "--include", "--max-time", String(Patience.seconds),
                "--unix-socket", socket, "http://example.org" + path,
            ] + headers.flatMap { ["--header", $0] })
        try #require(result.ending == .exited(0))
        let text = String(decoding: result.output, as: UTF8.self).replacing("\r\n", with: "\n")
        let parts = text.components(separatedBy: "\n\n")
        var fields: [String: [String]] = [:]
        for line in parts[0].split(separator: "\n").dropFirst() {
            let sides = line.split(separator: ":", maxSplits: 1)
            guard sides.count == 2 else { continue }
            fields[sides[0].lowercased(), default: []].append(
                sides[1].trimmingCharacters(in: .whitespaces))
        }
        let status = parts[0].split(separator: " ").dropFirst().first
        return Answer(
            status: status.map(String.init) ?? "", headers: fields,
            body: parts.dropFirst().joined(separator: "\n\n"))
    }
}
