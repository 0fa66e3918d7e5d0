import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A numeric address to listen on: `127.0.0.1`, `::1`.
struct ListenAddress: Hashable, Sendable {
    let text: String

    /// The result of trying an address.
    enum Finding: Equatable {
        /// Free to listen on; the port, chosen by the system if 0 was requested.
        case free(port: Int)
        /// Another program listens there.
        case taken
        /// This machine lacks the address, or may not use it: the system's message.
        case impossible(String)
    }

    /// The addresses of a host: both loopbacks for nil and `localhost`; otherwise the result of the
    /// system's resolver, empty for an unknown name.
    static func of(host: String?) -> [ListenAddress] {
        guard let host, host.lowercased() != "localhost" else {
            return [ListenAddress(text: "127.0.0.1"), ListenAddress(text: "::1")]
        }
        var found: [ListenAddress] = []
        resolve(host, port: 0, flags: AI_PASSIVE) { info in
            var name = [CChar](repeating: 0, count: Int(NI_MAXHOST))
            let result = getnameinfo(
                info.pointee.ai_addr, info.pointee.ai_addrlen, &name, socklen_t(name.count), nil,
                0, NI_NUMERICHOST)
            let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
            if result == 0 {
                let address = ListenAddress(text: String(decoding: bytes, as: UTF8.self))
                if !found.contains(address) { found.append(address) }
            }
        }
        return found
    }

    /// Tries a port by listening on it for a moment, with the server's options.
    func tryPort(_ port: Int) -> Finding {
        var finding = Finding.impossible("no such address")
        Self.resolve(text, port: port, flags: AI_PASSIVE | AI_NUMERICHOST) { info in
            finding = Self.bindOnce(info.pointee)
        }
        return finding
    }

    private static func bindOnce(_ info: addrinfo) -> Finding {
        let descriptor = socket(info.ai_family, info.ai_socktype, info.ai_protocol)
        guard descriptor >= 0 else { return .impossible(String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var yes: Int32 = 1
        let size = socklen_t(MemoryLayout<Int32>.size)
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, size)
        guard bind(descriptor, info.ai_addr, info.ai_addrlen) == 0, listen(descriptor, 1) == 0
        else {
            let code = errno
            return code == EADDRINUSE ? .taken : .impossible(String(cString: strerror(code)))
        }
        var address = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let result = withUnsafeMutablePointer(to: &address) { storage in
            storage.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                getsockname(descriptor, $0, &length)
            }
        }
        guard result == 0 else { return .impossible(String(cString: strerror(errno))) }
        // The port is at the same place for both families, in network order.
        let port = withUnsafeBytes(of: &address) {
            Int($0[2]) << 8 | Int($0[3])
        }
        return .free(port: port)
    }

    /// Calls `body` with each address of a name, as a stream socket. The list belongs to this
    /// function, which frees it.
    private static func resolve(
        _ name: String, port: Int, flags: Int32, _ body: (UnsafePointer<addrinfo>) -> Void
    ) {
        var hints = addrinfo()
        hints.ai_flags = flags | AI_NUMERICSERV
        #if canImport(Glibc)
            hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        #else
            hints.ai_socktype = SOCK_STREAM
        #endif
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(name, String(port), &hints, &list) == 0 else { return }
        defer { freeaddrinfo(list) }
        var next = list
        while let info = next {
            body(info)
            next = info.pointee.ai_next
        }
    }
}
