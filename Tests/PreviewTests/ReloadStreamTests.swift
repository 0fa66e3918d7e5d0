#if Preview
    import Addresses
    import Diagnostics
    import Foundation
    import TestSupport
    import Testing

    @testable import Preview

    /// The stream of changes that a tab holds.
    @Suite(.serialized, .timeLimit(.minutes(60)))
    struct ReloadStreamTests {
        private func page(_ identity: String, problems: [Diagnostic] = []) -> PreviewAnswer {
            var page = PreviewPage(html: Array("<body></body>".utf8), identity: identity)
            page.problems = problems
            return .page(page)
        }

        private func token(_ server: RunningServer) async throws -> String {
            let body = try await server.request("/").body
            return try String(#require(body.firstMatch(of: /data-token="([0-9a-z]+)"/)).output.1)
        }

        /// Opens a stream as a browser does.
        private func open(
            _ server: RunningServer, _ path: String = "/", _ headers: String = ""
        ) async throws -> RawConnection {
            let connection = try RawConnection(port: server.port)
            let token = try await token(server)
            _ = await connection.send(
                "GET /.galley/events?path=\(path)&token=\(token) HTTP/1.1\r\n"
                    + "Host: localhost:\(server.port)\r\n\(headers)\r\n")
            return connection
        }

        @Test func tellsTheStateAtOnceAndAfterEachChange() async throws {
            let server = try await RunningServer(["/": page("1")])
            let tab = try await open(server)
            let first = await tab.read(until: "}\n\n")
            #expect(
                first.contains("content-type: text/event-stream")
                    || first.contains("Content-Type: text/event-stream"))
            #expect(first.contains("retry: 300\n\n"))
            #expect(
                first.contains(
                    "data: {\"page\": \"1\", \"styles\": {}, \"mark\": null, \"problems\": [], "
                        + "\"more\": 0, \"notes\": []}\n\n"))
            server.set("/", page("2"))
            #expect(await tab.read(until: "}\n\n").contains("{\"page\": \"2\""))
            try await server.stop()
        }

        @Test func saysNothingToATabThatIsNotConcerned() async throws {
            let server = try await RunningServer(["/": page("1"), "/other/": page("a")])
            let tab = try await open(server)
            _ = await tab.read(until: "}\n\n")
            server.set("/other/", page("b"))
            server.set("/", page("2"))
            let next = await tab.read(until: "}\n\n")
            #expect(next.components(separatedBy: "data: ").count == 2)
            #expect(next.contains("\"page\": \"2\""))
            try await server.stop()
        }

        @Test func tellsProblemsWithTheirPlaceAndLine() async throws {
            let server = try await RunningServer(["/": page("1")])
            let tab = try await open(server)
            _ = await tab.read(until: "}\n\n")
            let problem = Diagnostic.error(
                Diagnostic.ID("a/b"), "</script><b>",
                at: Place(file: SourcePath("x.md"), range: 3..<4),
                fixes: [.init("close it")])
            server.set("/", page("1", problems: [problem]))
            let event = await tab.read(until: "]}\n\n")
            #expect(
                event.contains(
                    "\"problems\": [{\"severity\": \"error\", \"id\": \"a/b\", "
                        + "\"summary\": \"\\u003c/script>\\u003cb>\", \"explanation\": null, "
                        + "\"place\": \"x.md:1:4\", \"code\": \"  1 | a: [\\n    |    ^\", "
                        + "\"wide\": \"\", "
                        + "\"fixes\": [\"close it\"]}]"))
            server.set("/", page("1"))
            #expect(await tab.read(until: "]}\n\n").contains("\"problems\": []"))
            try await server.stop()
        }

        @Test func seesAClosedTabAndEndsTheOthersWhenItStops() async throws {
            let server = try await RunningServer(["/": page("1")])
            var tabs: [RawConnection] = []
            for _ in 0..<4 {
                let tab = try await open(server)
                _ = await tab.read(until: "}\n\n")
                tabs.append(tab)
            }
            #expect(await server.server.openStreams == 4)
            tabs.removeFirst(2)
            let deadline = ContinuousClock.now + Patience.duration
            while await server.server.openStreams > 2, ContinuousClock.now < deadline {
                await Task.yield()
            }
            #expect(await server.server.openStreams == 2)
            // It would wait for ever for a stream that it does not end itself.
            try await server.stop()
            // The end of the body is there, so a browser comes back by itself.
            #expect(await tabs[0].readAll().hasSuffix("0\r\n\r\n"))
        }

        @Test func givesTheOldestPlaceToATabTooMany() async throws {
            let server = try await RunningServer(["/": page("1")])
            var tabs: [RawConnection] = []
            for _ in 0...ReloadBroadcaster.most {
                let tab = try await open(server)
                _ = await tab.read(until: "}\n\n")
                tabs.append(tab)
            }
            #expect(await tabs[0].read(until: "0\r\n\r\n").contains("retry: 1000\n\n"))
            #expect(await server.server.openStreams == ReloadBroadcaster.most)
            server.set("/", page("2"))
            for tab in tabs.dropFirst() {
                #expect(await tab.read(until: "}\n\n").contains("\"page\": \"2\""))
            }
            try await server.stop()
        }

        @Test func refusesStrangers() async throws {
            let server = try await RunningServer(["/": page("1")])
            let token = try await token(server)
            let events = "/.galley/events?path=/&token="
            #expect(try await server.request(events + "wrong").status == 403)
            #expect(try await server.request("/.galley/events?path=/").status == 403)
            let foreign = try await server.request(
                events + token, "Origin: http://evil.example")
            #expect(foreign.status == 403)
            let cross = try await server.request(events + token, "Sec-Fetch-Site: cross-site")
            #expect(cross.status == 403)
            #expect(foreign.headers["access-control-allow-origin"] == nil)
            let own = try await open(
                server, "/",
                "Origin: http://localhost:\(server.port)\r\nSec-Fetch-Site: same-origin\r\n")
            #expect(await own.read(until: "}\n\n").contains("\"page\": \"1\""))
            #expect(
                server.log == [
                    "refused   a stream without the token of this run",
                    "refused   Origin 'http://evil.example' may not watch this server",
                    "refused   Origin 'cross-site' may not watch this server",
                ])
            try await server.stop()
        }
    }
#endif
