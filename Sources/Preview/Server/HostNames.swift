/// The names under which a server may be asked.
///
/// A page of another site can make a browser ask this server under the site's own name (DNS
/// rebinding), and would read the answers: such a Host header is refused.
struct HostNames: Sendable {
    private let port: Int
    /// Lower-cased, IPv6 in brackets.
    private let names: Set<String>
    /// Whether any IP address is one: a server that listens on all cannot know them, and no DNS
    /// name leads to a literal address.
    private let takesAddresses: Bool

    /// - Parameter host: as given by hand; nil: the loopback alone.
    init(host: String?, port: Int) {
        self.port = port
        var names: Set<String> = ["localhost", "127.0.0.1", "[::1]"]
        if let host { names.insert(Self.bracketed(host.lowercased())) }
        self.names = names
        takesAddresses = host == "0.0.0.0" || host == "::"
    }

    /// Whether a Host header, `localhost:4000`, names this server.
    func contains(_ header: String) -> Bool {
        let header = header.lowercased()
        let suffix = ":\(port)"
        if header.hasSuffix(suffix) { return isName(String(header.dropLast(suffix.count))) }
        // The default port may be left out (RFC 9110, section 4.2.1).
        return port == 80 && isName(header)
    }

    /// Whether an Origin header, `http://localhost:4000`, is this server.
    func isOrigin(_ header: String) -> Bool {
        let scheme = "http://"
        return header.hasPrefix(scheme) && contains(String(header.dropFirst(scheme.count)))
    }

    private func isName(_ name: String) -> Bool {
        if names.contains(name) { return true }
        guard takesAddresses else { return false }
        if name.hasPrefix("["), name.hasSuffix("]") {
            return name.dropFirst().dropLast().allSatisfy {
                $0.isHexDigit || $0 == ":" || $0 == "."
            }
        }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    }

    /// `::1` as a URL has it: `[::1]`.
    static func bracketed(_ host: String) -> String {
        host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
    }
}
