#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A host and its port as in a Host header (RFC 3986, section 3.2), in one notation for each:
/// letters in lower case, no dot after the last label, IPv6 compressed and in brackets.
///
/// `LocalHost.:4000` is `localhost` and 4000, `[0:0:0:0:0:0:0:1]` is `[::1]` without a port.
package struct HostAuthority: Hashable, Sendable {
    package let name: String
    /// From 1 to 65535; nil without one.
    package let port: Int?

    /// - Returns: nil for text that is not a host, such as one with a user's name, a path or a
    ///   non-ASCII letter, which browsers write in Punycode. O(text).
    package init?(_ text: some StringProtocol) {
        var rest = text[...]
        if text.hasPrefix("[") {
            guard let end = text.firstIndex(of: "]"),
                let address = Self.ipv6(text[text.index(after: text.startIndex)..<end])
            else { return nil }
            name = address
            rest = text[text.index(after: end)...]
        } else {
            let end = text.firstIndex(of: ":") ?? text.endIndex
            guard let host = Self.hostName(text[..<end]) else { return nil }
            name = host
            rest = text[end...]
        }
        // A colon without a number is the default port.
        if rest.isEmpty || rest == ":" {
            port = nil
            return
        }
        let digits = rest.dropFirst()
        guard rest.hasPrefix(":"), digits.utf8.count <= 5,
            digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits),
            (1...65535).contains(number)
        else { return nil }
        port = number
    }

    /// Whether the host is a literal address, which is never a DNS name.
    package var isAddress: Bool {
        if name.hasPrefix("[") { return true }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    }

    /// `[::1]` for `::1` and for `0:0:0:0:0:0:0:1`, without the zone of `fe80::1%eth0`, which is
    /// only meaningful on one machine; nil: not an address of IPv6.
    package static func ipv6(_ text: some StringProtocol) -> String? {
        let address = String(text.prefix { $0 != "%" })
        var bytes = in6_addr()
        guard inet_pton(AF_INET6, address, &bytes) == 1 else { return nil }
        var name = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        guard inet_ntop(AF_INET6, &bytes, &name, socklen_t(name.count)) != nil else { return nil }
        let written = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return "[" + String(decoding: written, as: UTF8.self) + "]"
    }

    /// Labels of letters, digits, `-` and `_`, in lower case.
    private static func hostName(_ text: some StringProtocol) -> String? {
        let isRooted = text.hasSuffix(".")
        let name = text.lowercased().dropLast(isRooted ? 1 : 0)
        guard !name.isEmpty, name.utf8.count <= 253 else { return nil }
        let isSound = name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy {
            !$0.isEmpty
                && $0.utf8.allSatisfy {
                    (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
                        || $0 == 0x5F
                }
        }
        return isSound ? String(name) : nil
    }
}
