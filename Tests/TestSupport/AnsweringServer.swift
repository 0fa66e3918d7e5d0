import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A server on this machine that answers each HTTP request as a test says, and notes what it was asked:
///
///     let server = try AnsweringServer { _ in .init(401, headers: ["WWW-Authenticate: Basic"]) }
///     "http://127.0.0.1:\(server.port)/x.git"
///
/// It serves one connection after the other, on a thread of its own, until its last use.
package final class AnsweringServer: Sendable {
    /// What is answered; the connection is closed behind it.
    package struct Answer: Sendable {
        let text: String

        package init(_ status: Int, headers: [String] = [], _ body: String = "") {
            let length = "Content-Length: \(body.utf8.count)"
            let lines = ["HTTP/1.1 \(status) X", length, "Connection: close"] + headers
            text = lines.joined(separator: "\r\n") + "\r\n\r\n" + body
        }
    }

    package struct Failed: Error { let what: String }

    package let port: Int
    private let log: Log

    private final class Log: Sendable { let heads = Mutex<[String]>([]) }

    /// - Parameter answer: gets a request's head, without the empty line behind it.
    package init(_ answer: @escaping @Sendable (String) -> Answer) throws {
        let (listener, port) = try Self.listen()
        let log = Log()
        (self.port, self.log) = (port, log)
        Thread.detachNewThread { Self.serve(listener, log, answer) }
    }

    /// The requests so far, each with its headers.
    package var requests: [String] { log.heads.withLock { $0 } }

    /// The last connection is this one's own: its word ends the thread.
    deinit {
        guard let descriptor = try? Self.stream() else { return }
        defer { close(descriptor) }
        if Self.with(Self.address(port), { connect(descriptor, $0, $1) }) == 0 {
            _ = write(descriptor, "END\r\n\r\n", 7)
        }
    }

    private static func serve(
        _ listener: Int32, _ log: Log, _ answer: (String) -> Answer
    ) {
        defer { close(listener) }
        while true {
            let connection = accept(listener, nil, nil)
            if connection < 0 { return }
            defer { close(connection) }
            // A client that says nothing must not hold the others up.
            var time = timeval(tv_sec: 10, tv_usec: 0)
            setsockopt(
                connection, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
            guard let head = request(connection) else { continue }
            if head == "END" { return }
            log.heads.withLock { $0.append(head) }
            let bytes = Array(answer(head).text.utf8)
            _ = send(connection, bytes, bytes.count, noSignal)
        }
    }

    /// Reads a request with its body; gives its head.
    private static func request(_ connection: Int32) -> String? {
        var bytes: [UInt8] = []
        func fill() -> Bool {
            var buffer = [UInt8](repeating: 0, count: 65536)
            let count = read(connection, &buffer, buffer.count)
            bytes += buffer.prefix(max(0, count))
            return count > 0
        }
        var end = bytes.firstRange(of: Array("\r\n\r\n".utf8))
        while end == nil {
            guard fill() else { return nil }
            end = bytes.firstRange(of: Array("\r\n\r\n".utf8))
        }
        guard let end else { return nil }
        let head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
        let length = head.firstMatch(of: /(?i)\r\ncontent-length: ([0-9]+)/)
            .flatMap { Int($0.output.1) }
        // Who asks whether to go on is told by the answer.
        if head.range(of: "100-continue", options: .caseInsensitive) == nil {
            while bytes.count < end.upperBound + (length ?? 0), fill() {}
        }
        return head
    }

    private static func listen() throws(Failed) -> (descriptor: Int32, port: Int) {
        let descriptor = try stream()
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        var bound = sockaddr_in()
        let isListening =
            with(address(0)) { bind(descriptor, $0, $1) } == 0
            && Foundation.listen(descriptor, 16) == 0
            && withUnsafeMutablePointer(to: &bound) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    getsockname(descriptor, $0, &size)
                }
            } == 0
        guard isListening else {
            close(descriptor)
            throw Failed(what: "listen")
        }
        return (descriptor, Int(in_port_t(bigEndian: bound.sin_port)))
    }

    private static func stream() throws(Failed) -> Int32 {
        #if canImport(Glibc)
            let kind = Int32(SOCK_STREAM.rawValue)
        #else
            let kind = SOCK_STREAM
        #endif
        let descriptor = socket(AF_INET, kind, 0)
        guard descriptor >= 0 else { throw Failed(what: "socket") }
        return descriptor
    }

    private static func address(_ port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        return address
    }

    private static func with(
        _ address: sockaddr_in, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32 {
        withUnsafePointer(to: address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }

    #if canImport(Darwin)
        private static let noSignal: Int32 = 0
    #else
        private static let noSignal = Int32(MSG_NOSIGNAL)
    #endif
}
