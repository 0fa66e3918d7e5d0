#if Preview
    import Addresses
    import Diagnostics
    import Foundation
    import Synchronization
    import Testing

    @testable import Preview

    /// A server on a free port of this machine, over answers that a test gives.
    final class RunningServer: Sendable {
        let port: Int
        let server: PreviewServer
        private let answers: Answers
        private let running: Task<Void, any Error>

        /// What stands at each path; may be changed while the server runs.
        final class Answers: Sendable {
            private let table: Mutex<[String: PreviewAnswer]>
            let log = Mutex<[String]>([])
            let changes: AsyncStream<Void>
            private let ring: AsyncStream<Void>.Continuation

            init(_ table: [String: PreviewAnswer]) {
                self.table = Mutex(table)
                (changes, ring) = AsyncStream.makeStream()
            }

            subscript(path: String) -> PreviewAnswer {
                table.withLock { $0[path] } ?? Self.missing
            }

            func set(_ path: String, _ answer: PreviewAnswer) {
                table.withLock { $0[path] = answer }
                ring.yield()
            }

            private static let missing: PreviewAnswer = {
                var page = PreviewPage(html: Array("missing".utf8), identity: "404")
                page.status = 404
                return .page(page)
            }()
        }

        init(_ table: [String: PreviewAnswer]) async throws {
            let answers = Answers(table)
            let source = PreviewSource(
                changes: answers.changes, text: { _ in Array("a: [\n".utf8) },
                answer: { answers[$0] })
            var settings = PreviewServer.Settings()
            settings.port = 0
            let server = PreviewServer(settings, source) { line in
                answers.log.withLock { $0.append(line) }
            }
            let (urls, arrived) = AsyncStream.makeStream(of: String.self)
            let running = Task {
                defer { arrived.finish() }
                try await server.run { arrived.yield($0) }
            }
            var first = urls.makeAsyncIterator()
            guard let url = await first.next() else {
                try await running.value
                throw RawConnection.Failed(what: "no server")
            }
            port = try #require(url.split(separator: ":").last.flatMap { Int($0) })
            self.answers = answers
            self.server = server
            self.running = running
        }

        func set(_ path: String, _ answer: PreviewAnswer) { answers.set(path, answer) }

        /// The lines that the terminal got.
        var log: [String] { answers.log.withLock { $0 } }

        func stop() async throws {
            await server.stop()
            try await running.value
        }

        /// Sends one request and gives the whole response.
        func request(
            _ target: String, method: String = "GET", host: String? = nil, _ headers: String...
        ) async throws -> RawResponse {
            let connection = try RawConnection(port: port)
            var text = "\(method) \(target) HTTP/1.1\r\nHost: \(host ?? "localhost:\(port)")\r\n"
            text += (headers + ["Connection: close"]).map { $0 + "\r\n" }.joined() + "\r\n"
            _ = await connection.send(text)
            return RawResponse(await connection.readAll())
        }
    }

    /// A response as it came over the wire.
    struct RawResponse {
        /// 0: none came.
        let status: Int
        /// By lower-cased name.
        let headers: [String: String]
        let body: String

        init(_ text: String) {
            let parts = text.components(separatedBy: "\r\n\r\n")
            let lines = (parts.first ?? "").components(separatedBy: "\r\n")
            status = lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
            var headers: [String: String] = [:]
            for line in lines.dropFirst() {
                let sides = line.split(separator: ":", maxSplits: 1)
                guard sides.count == 2 else { continue }
                headers[sides[0].lowercased()] = sides[1].trimmingCharacters(in: .whitespaces)
            }
            self.headers = headers
            body = parts.dropFirst().joined(separator: "\r\n\r\n")
        }
    }
#endif
