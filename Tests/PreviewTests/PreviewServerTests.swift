#if Preview
    import Foundation
    import Testing

    @testable import Preview

    /// The server over real connections: what it answers, and how.
    @Suite(.serialized, .timeLimit(.minutes(60)))
    struct PreviewServerTests {
        private static let html = "<html><BODY>Text</BODY></html>\n"

        private func server() async throws -> RunningServer {
            let page = PreviewPage(html: Array(Self.html.utf8), identity: "1")
            return try await RunningServer([
                "/": .page(page), "/标签/": .page(page),
                "/rss.xml": .made(Array("<rss/>".utf8), name: "rss.xml"),
                "/digits.txt": .made(Array("0123456789".utf8), name: "digits.txt"),
                "/x": .redirect(to: "/x/"),
            ])
        }

        @Test func sendsAPageWithItsClient() async throws {
            let server = try await server()
            let response = try await server.request("/")
            #expect(response.status == 200)
            #expect(response.headers["content-type"] == "text/html; charset=utf-8")
            #expect(response.headers["cache-control"] == "no-store")
            let client =
                /<script src="\/\.galley\/reload\.js" data-token="[0-9a-z]+" data-page="1"><\/script>/
            let found = try #require(response.body.firstMatch(of: client))
            #expect(response.body.replacing(client, with: "") == Self.html)
            #expect(response.body[found.range.upperBound...].hasPrefix("</BODY>"))
            let script = try await server.request("/.galley/reload.js")
            #expect(script.headers["content-type"] == "text/javascript; charset=utf-8")
            #expect(script.body == ReloadScript.text)
            try await server.stop()
        }

        @Test func answersHeadWithTheHeadersOfGet() async throws {
            let server = try await server()
            for path in ["/", "/rss.xml", "/nowhere", "/.galley/reload.js"] {
                let get = try await server.request(path)
                let head = try await server.request(path, method: "HEAD")
                #expect(head.status == get.status)
                #expect(head.body == "")
                for name in ["content-length", "content-type", "etag", "cache-control"] {
                    #expect(head.headers[name] == get.headers[name], "\(name) of \(path)")
                }
            }
            try await server.stop()
        }

        @Test func answersEncodedPathsAndRedirectsWithTheirQuery() async throws {
            let server = try await server()
            #expect(try await server.request("/%E6%A0%87%E7%AD%BE/").status == 200)
            let redirect = try await server.request("/x?a=1")
            #expect(redirect.status == 301)
            #expect(redirect.headers["location"] == "/x/?a=1")
            #expect(redirect.headers["cache-control"] == "no-store")
            #expect(try await server.request("/nowhere").status == 404)
            let feed = try await server.request("/rss.xml")
            #expect(feed.headers["content-type"] == "application/xml; charset=utf-8")
            #expect(feed.body == "<rss/>")
            try await server.stop()
        }

        @Test func answersRangesOfAssets() async throws {
            let server = try await server()
            let whole = try await server.request("/digits.txt")
            let tag = try #require(whole.headers["etag"])
            #expect(whole.headers["accept-ranges"] == "bytes")
            let last = try await server.request("/digits.txt", "Range: bytes=-3")
            #expect(last.status == 206)
            #expect(last.body == "789")
            #expect(last.headers["content-range"] == "bytes 7-9/10")
            #expect(last.headers["content-length"] == "3")
            let beyond = try await server.request("/digits.txt", "Range: bytes=50-")
            #expect(beyond.status == 416)
            #expect(beyond.headers["content-range"] == "bytes */10")
            #expect(beyond.body == "")
            let same = try await server.request(
                "/digits.txt", "Range: bytes=0-1", "If-Range: \(tag)")
            #expect(same.body == "01")
            let other = try await server.request(
                "/digits.txt", "Range: bytes=0-1", "If-Range: \"x\"")
            #expect(other.status == 200)
            let head = try await server.request(
                "/digits.txt", method: "HEAD", "Range: bytes=0-1")
            #expect(head.status == 200)
            try await server.stop()
        }

        @Test func answersATagThatIsKnownWithoutABody() async throws {
            let server = try await server()
            let tag = try #require(try await server.request("/digits.txt").headers["etag"])
            for header in ["\"x\", W/\(tag)", "*", tag] {
                let response = try await server.request(
                    "/digits.txt", "If-None-Match: \(header)")
                #expect(response.status == 304)
                #expect(response.headers["etag"] == tag)
                #expect(response.body == "")
            }
            let split = try await server.request(
                "/digits.txt", "If-None-Match: \"x\"", "If-None-Match: \(tag)")
            #expect(split.status == 304)
            #expect(
                try await server.request("/digits.txt", "If-None-Match: \"x\"").status == 200)
            try await server.stop()
        }

        @Test func sendsFilesOfTheDiskLargeAndSmall() async throws {
            let site = try TemporarySite()
            let large = String(repeating: "0123456789abcdef", count: 200_000)
            try site.write("static/large.bin", large)
            try site.write("static/small.css", "p {}")
            let server = try await RunningServer([
                "/large.bin": .file(
                    .init(path: site.absolute("static/large.bin"), root: site.absolute("static"))),
                "/small.css": .file(
                    .init(path: site.absolute("static/small.css"), root: site.absolute("static"))),
                "/gone": .file(
                    .init(path: site.absolute("static/gone"), root: site.absolute("static"))),
                "/folder": .file(.init(path: site.absolute("static"), root: site.path)),
            ])
            let whole = try await server.request("/large.bin")
            #expect(whole.body == large)
            #expect(whole.headers["etag"]?.hasPrefix("W/") == true)
            let part = try await server.request("/large.bin", "Range: bytes=1600000-1600031")
            #expect(part.body == "0123456789abcdef0123456789abcdef")
            let small = try await server.request("/small.css")
            #expect(small.body == "p {}")
            #expect(small.headers["content-type"] == "text/css; charset=utf-8")
            #expect(try await server.request("/gone").status == 404)
            #expect(try await server.request("/folder").status == 404)
            try await server.stop()
        }

        @Test func neverFollowsALinkOutOfItsRoot() async throws {
            let site = try TemporarySite()
            try site.write("secret.txt", "secret")
            try site.write("static/inside.txt", "inside")
            try site.write("static-other/x.txt", "secret")
            try site.link("static/out.txt", to: "../secret.txt")
            try site.link("static/folder", to: "..")
            try site.link("static/near.txt", to: site.absolute("static-other/x.txt"))
            try site.link("static/link.txt", to: "inside.txt")
            func file(_ path: String) -> PreviewAnswer {
                .file(.init(path: site.absolute("static/" + path), root: site.absolute("static")))
            }
            let server = try await RunningServer([
                "/out": file("out.txt"), "/folder": file("folder/secret.txt"),
                "/near": file("near.txt"), "/link": file("link.txt"),
            ])
            for path in ["/out", "/folder", "/near"] {
                let response = try await server.request(path)
                #expect(response.status == 404)
                #expect(!response.body.contains("secret"))
            }
            #expect(try await server.request("/link").body == "inside")
            try await server.stop()
        }

        @Test func listensOnBothFamiliesUntilItStops() async throws {
            let server = try await server()
            // The port is taken on both; ::1 may be missing on this machine.
            let addresses = ListenAddress.of(host: nil)
            #expect(addresses.map(\.text) == ["127.0.0.1", "::1"])
            for address in addresses {
                if case .free = address.tryPort(server.port) {
                    Issue.record("\(address.text) is free")
                }
            }
            try await server.stop()
            #expect(throws: RawConnection.Failed.self) { try RawConnection(port: server.port) }
        }

        @Test func takesTheNextPortUnlessOneWasGiven() async throws {
            let server = try await server()
            let taken = server.port
            let next = try PortChoice(host: nil, port: taken, isGiven: false)
            #expect(next.port > taken)
            #expect(throws: PreviewFailure.portTaken(taken, isGiven: true)) {
                try PortChoice(host: nil, port: taken, isGiven: true)
            }
            #expect(throws: PreviewFailure.unknownHost("no.such.host.invalid")) {
                try PortChoice(host: "no.such.host.invalid", port: 0, isGiven: false)
            }
            try await server.stop()
        }
    }
#endif
