import Addresses

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The addresses at which other machines reach this one.
package enum MachineAddresses {
    /// The addresses of a server whose host does not name them: for `0.0.0.0` all of IPv4, for `::`
    /// all of both families, in the notation of URLs; otherwise none.
    ///
    /// Excludes the loopback and link-local addresses of IPv6, which no browser accepts.
    package static func all(of host: String?) -> [String] {
        guard host == "0.0.0.0" || host == "::" else { return [] }
        var list: UnsafeMutablePointer<ifaddrs>?
        guard getifaddrs(&list) == 0 else { return [] }
        defer { freeifaddrs(list) }
        var found: [String] = []
        var next = list
        while let entry = next?.pointee {
            next = entry.ifa_next
            guard let address = entry.ifa_addr, entry.ifa_flags & UInt32(IFF_UP) != 0 else {
                continue
            }
            let family = Int32(address.pointee.sa_family)
            guard family == AF_INET || family == AF_INET6 && host == "::",
                let text = text(of: address, family), !found.contains(text)
            else { continue }
            found.append(text)
        }
        // IPv4 first, because it is easier to type.
        return found.filter { !$0.hasPrefix("[") } + found.filter { $0.hasPrefix("[") }
    }

    private static func text(of address: UnsafePointer<sockaddr>, _ family: Int32) -> String? {
        let size =
            family == AF_INET
            ? MemoryLayout<sockaddr_in>.size : MemoryLayout<sockaddr_in6>.size
        var name = [CChar](repeating: 0, count: Int(NI_MAXHOST))
        let result = getnameinfo(
            address, socklen_t(size), &name, socklen_t(name.count), nil, 0, NI_NUMERICHOST)
        guard result == 0 else { return nil }
        let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        let text = String(decoding: bytes, as: UTF8.self)
        if family == AF_INET { return text.hasPrefix("127.") ? nil : text }
        guard !text.hasPrefix("fe80:"), text != "::1" else { return nil }
        return HostAuthority.ipv6(text)
    }
}
