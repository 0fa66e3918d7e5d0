import Addresses

/// The host names under which a server answers.
///
/// A page of another site can make a browser send requests to this server under that site's own
/// name (DNS rebinding), and would read the answers: such a Host header is refused. Port mappings,
/// tunnels and proxies use names that the server cannot know, so the user configures them.
struct HostNames: Sendable {
    private let port: Int
    /// In the notation of ``HostAuthority``.
    private let names: Set<String>
    /// Whether any IP address is allowed: a server that listens on all addresses cannot know them,
    /// and no DNS name is a literal address.
    private let takesAddresses: Bool
    /// The hosts that the user allows, as they are now.
    private let allowed: @Sendable () -> [HostPattern]

    /// - Parameter host: as the user gave it; nil: only the loopback.
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

    /// Whether an Origin header, `http://localhost:4000`, is this server. The server itself has no
    /// TLS, but a proxy in front of an allowed host may.
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

    /// `::1` in the notation of URLs: `[::1]`.
    static func bracketed(_ host: String) -> String {
        host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
    }
}
