/// A further host under which a preview answers: `laptop.local`, `*.app.github.dev`, `192.168.0.2`,
/// `[fe80::1]`, each on any port or, as `laptop.local:8080`, on one.
package struct HostPattern: Hashable, Sendable {
    private let name: String
    /// nil: any.
    private let port: Int?
    /// Whether it matches the names below `name`, but not `name` itself.
    private let isWildcard: Bool

    /// Why a text is not a pattern.
    package enum Flaw: Error, Hashable {
        /// `https://laptop.local/`, `my laptop`.
        case noHost
        /// `*` and `*.com`: anybody can register a name that matches, and point it to the reader's
        /// machine.
        case tooWide

        /// The problem of the text, as the end of a sentence.
        package var reason: String {
            switch self {
            case .noHost: "is not the name of a host"
            case .tooWide: "would allow hosts of strangers"
            }
        }

        package var explanation: String {
            switch self {
            case .noHost:
                "A host is written as 'laptop.local', '*.app.github.dev' or 'laptop.local:8080', "
                    + "without 'https://' and without a path."
            case .tooWide:
                "Anybody can register such a name, lead it to your machine, and read your drafts."
            }
        }
    }

    /// Domains of one label below which nobody can register a name (RFC 6761, RFC 6762 and those
    /// that ICANN reserved).
    private static let reserved: Set<String> = [
        "local", "localhost", "test", "internal", "lan", "home", "corp", "localdomain",
    ]

    /// A name with non-ASCII letters is converted to the Punycode that browsers send.
    package init(_ text: String) throws(Flaw) {
        if text == "*" { throw .tooWide }
        isWildcard = text.hasPrefix("*.")
        let written = isWildcard ? String(text.dropFirst(2)) : text
        if !isWildcard, let address = HostAuthority.ipv6(written), written.contains(":") {
            (name, port) = (address, nil)
            return
        }
        guard let host = Self.authority(written) else { throw .noHost }
        if isWildcard {
            if host.isAddress { throw .noHost }
            if !host.name.contains("."), !Self.reserved.contains(host.name) { throw .tooWide }
        }
        (name, port) = (host.name, host.port)
    }

    private static func authority(_ text: String) -> HostAuthority? {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return HostAuthority(text) }
        guard !text.contains(where: { "/?#\\@".contains($0) }),
            case .host(let origin) = Origin(of: "https://" + text, scheme: "https")
        else { return nil }
        return HostAuthority(origin.dropFirst("https://".count))
    }

    /// Whether it matches a host. A host without a port has the default ports of HTTP and HTTPS.
    package func matches(_ host: HostAuthority) -> Bool {
        let isName = isWildcard ? host.name.hasSuffix("." + name) : host.name == name
        guard isName, let port else { return isName }
        return host.port.map { $0 == port } ?? (port == 80 || port == 443)
    }
}
