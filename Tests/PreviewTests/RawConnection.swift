import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A TCP connection to this machine that sends bytes as they are: what no well-behaved client would.
///
/// Every call waits in a thread of its own, never in one that the server needs.
final class RawConnection: Sendable {
    private let descriptor: Int32

    struct Failed: Error { let what: String }

    /// - Parameter patience: how long a read waits, in seconds.
    init(port: Int, patience: Int = Patience.seconds) throws {
        #if canImport(Glibc)
            let stream = Int32(SOCK_STREAM.rawValue)
        #else
            let stream = SOCK_STREAM
        #endif
        descriptor = socket(AF_INET, stream, 0)
        guard descriptor >= 0 else { throw Failed(what: "socket") }
        var time = timeval(tv_sec: patience, tv_usec: 0)
        setsockopt(
            descriptor, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw Failed(what: "connect") }
    }

    deinit { close(descriptor) }

    /// Sends all bytes; false when the other side has closed.
    func send(_ text: String) async -> Bool {
        await inThread { descriptor in
            let bytes = Array(text.utf8)
            var sent = 0
            while sent < bytes.count {
                let count = bytes[sent...].withUnsafeBytes {
                    #if canImport(Darwin)
                        write(descriptor, $0.baseAddress, $0.count)
                    #else
                        Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                    #endif
                }
                if count <= 0 { return false }
                sent += count
            }
            return true
        }
    }

    /// What comes until the other side closes, or says nothing for long.
    func readAll() async -> String { await read { _ in false } }

    /// What comes until it holds a text.
    func read(until wanted: String) async -> String { await read { $0.contains(wanted) } }

    private func read(_ isEnough: @escaping @Sendable (String) -> Bool) async -> String {
        await inThread { descriptor in
            var bytes: [UInt8] = []
            var block = [UInt8](repeating: 0, count: 64 << 10)
            while true {
                let count = recv(descriptor, &block, block.count, 0)
                if count <= 0 { break }
                bytes += block[..<count]
                if isEnough(String(decoding: bytes, as: UTF8.self)) { break }
            }
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    private func inThread<Value: Sendable>(
        _ body: @escaping @Sendable (Int32) -> Value
    ) async -> Value {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: body(self.descriptor)) }
        }
    }
}
