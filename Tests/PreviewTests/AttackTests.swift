#if Preview
    import Foundation
    import TestSupport
    import Testing

    @testable import Preview

    /// What strangers try: refused, told in the terminal, and still serving.
    @Suite(.serialized, .timeLimit(.minutes(60)))
    struct AttackTests {
        private func server() async throws -> RunningServer {
            try await RunningServer([
                "/": .page(PreviewPage(html: Array("<body>home</body>".utf8), identity: "1"))
            ])
        }

        private func isServing(_ server: RunningServer) async throws -> Bool {
            try await server.request("/").body.contains("home")
        }

        @Test(arguments: [
            "evil.example", "evil.example:80", "localhost", "localhost:1", "localhost.evil.example",
        ])
        func refusesAForeignHost(_ host: String) async throws {
            let server = try await server()
            let response = try await server.request("/", host: host)
            #expect(response.status == 421)
            #expect(!response.body.contains("home"))
            let name = host.split(separator: ":").first ?? ""
            #expect(response.body.contains("galley serve --allow-host \(name)\n"))
            #expect(response.body.contains("[serve]\n    hosts = [\"\(name)\"]\n"))
            #expect(server.log == ["refused   Host '\(host)' is not this server"])
            #expect(try await isServing(server))
            try await server.stop()
        }

        @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT", "BREW"])
        func refusesAnyMethodButGetAndHead(_ method: String) async throws {
            let server = try await server()
            let response = try await server.request("/", method: method, "Content-Length: 0")
            // CONNECT has no path, and some methods the parser does not know.
            #expect([400, 405].contains(response.status))
            if response.status == 405 { #expect(response.headers["allow"] == "GET, HEAD") }
            #expect(try await isServing(server))
            try await server.stop()
        }

        @Test(arguments: [
            "/../../etc/passwd", "/..%2f..%2fetc/passwd", "/%2e%2e/%2e%2e/etc/passwd",
            "/..\\..\\etc", "/%00", "/a%00.html", "/%ff%fe", "/./",
        ])
        func refusesAPathThatLeavesTheSite(_ path: String) async throws {
            let server = try await server()
            let response = try await server.request(path)
            #expect(response.status == 400)
            #expect(!response.body.contains("home"))
            #expect(try await isServing(server))
            try await server.stop()
        }

        @Test func refusesAHeaderOfAMegabyte() async throws {
            let server = try await server()
            let connection = try RawConnection(port: server.port)
            let header = "X-Long: " + String(repeating: "a", count: 1 << 20)
            _ = await connection.send(
                "GET / HTTP/1.1\r\nHost: localhost:\(server.port)\r\n\(header)\r\n\r\n")
            let response = await connection.readAll()
            #expect(response.isEmpty || response.hasPrefix("HTTP/1.1 400"))
            #expect(try await isServing(server))
            try await server.stop()
        }

        @Test(arguments: [
            "\u{0}\u{0}\u{0}\u{0}", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\u{16}\u{3}\u{1}",
        ])
        func refusesWhatIsNoHTTP(_ bytes: String) async throws {
            let server = try await server()
            let connection = try RawConnection(port: server.port, patience: 2)
            _ = await connection.send(bytes)
            #expect(!(await connection.readAll().contains("home")))
            #expect(try await isServing(server))
            try await server.stop()
        }

        @Test func closesAConnectionThatSendsItsHeadTooSlowly() async throws {
            let server = try await server()
            let slow = try RawConnection(port: server.port, patience: Patience.seconds)
            _ = await slow.send("GET / HTTP/1.1\r\nHost: loc")
            // Others are served meanwhile.
            #expect(try await isServing(server))
            let start = ContinuousClock.now
            #expect(!(await slow.readAll().contains("home")))
            // A connection that stays open is given up by the test after its patience.
            #expect(ContinuousClock.now - start < Patience.duration)
            try await server.stop()
        }

        @Test func servesOthersWhileManyConnectionsWait() async throws {
            let server = try await server()
            var waiting: [RawConnection] = []
            for _ in 0..<100 {
                let connection = try RawConnection(port: server.port)
                _ = await connection.send("GET / HTTP/1.1\r\nHost: ")
                waiting.append(connection)
            }
            #expect(try await isServing(server))
            try await server.stop()
            withExtendedLifetime(waiting) {}
        }

        @Test func keepsWhatAStrangerWroteOutOfTheTerminal() async throws {
            let server = try await server()
            let name = "a\u{1B}[2J" + String(repeating: "b", count: 500)
            _ = try await server.request("/", host: name)
            _ = try await server.request("/", host: "evil\u{7F}")
            for line in server.log {
                #expect(line.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
                #expect(line.count < 160)
            }
            #expect(try await isServing(server))
            try await server.stop()
        }
    }
#endif
