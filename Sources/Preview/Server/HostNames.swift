import Addresses

/// The names under which a server may be asked.
///
/// A page of another site can make a browser ask this server under the site's own name (DNS
/// rebinding), and would read the answers: such a Host header is refused. Port mappings, tunnels and
/// proxies bring names that the server cannot know, so a person names them.
struct HostNames: Sendable {
    private let port: Int
    /// As ``HostAuthority`` has them.
    private let names: Set<String>
    /// Whether any IP address is one: a server that listens on all cannot know them, and no DNS
    /// name leads to a literal address.
    private let takesAddresses: Bool
    /// Those that a person named, as they are now.
    private let allowed: @Sendable () -> [HostPattern]

    /// - Parameter host: as given by hand; nil: the loopback alone.
    init(
        host: String?, port: Int, allowed: @escaping @Sendable () -> [HostPattern] = { [] }
    ) {
        self.port = port
        self.allowed = allowed
        var names: Set<String> = ["localhost", "127.0.0.1", "[::1]"]
        if let host, let known = HostAuthority(Self.bracketed(host)) { names.insert(known.name) }
        self.names = names
        takesAddresses = host == "0.0.0.0" || host == "::"
    }

    /// Whether a Host header, `localhost:4000`, names this server.
    func contains(_ header: String) -> Bool {
        guard let host = HostAuthority(header) else { return false }
        return isOwn(host) || allowed().contains { $0.matches(host) }
    }

    /// Whether an Origin header, `http://localhost:4000`, is this server. The server itself speaks no
    /// TLS, but the proxy in front of a host that was allowed may.
    func isOrigin(_ header: String) -> Bool {
        for scheme in ["http://", "https://"] where header.hasPrefix(scheme) {
            guard let host = HostAuthority(header.dropFirst(scheme.count)) else { return false }
            return scheme == "http://" && isOwn(host) || allowed().contains { $0.matches(host) }
        }
        return false
    }

    private func isOwn(_ host: HostAuthority) -> Bool {
        // The default port may be left out (RFC 9110, section 4.2.1).
        guard host.port ?? 80 == port else { return false }
        return names.contains(host.name) || takesAddresses && host.isAddress
    }

    /// `::1` as a URL has it: `[::1]`.
    static func bracketed(_ host: String) -> String {
        host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
    }
}
