import Foundation

/// The origin of an address for a Content-Security-Policy (RFC 6454, section 7).
package enum Origin: Hashable, Sendable {
    /// Within the site of the page: `/a.png`, `a.png`.
    case relative
    /// `https://img.example.org:8443`; an international name is in Punycode (RFC 3492).
    case host(String)
    /// Without a host: `data` of `data:image/png;base64,…`, in lower case.
    case scheme(String)
    /// An address of `http` or `https` whose host cannot be named in a policy: `https://a b/`.
    case unnamed

    /// The origin of an address in a page, without white space around it; O(address).
    ///
    /// - Parameter scheme: of the page, which `//img.example.org/a.png` inherits.
    package init(of address: some StringProtocol, scheme: some StringProtocol) {
        let absolute = address.hasPrefix("//") ? scheme + ":" + address : String(address)
        guard let colon = absolute.firstIndex(of: ":"),
            absolute[..<colon].wholeMatch(of: /[A-Za-z][A-Za-z0-9+.-]*/) != nil
        else {
            self = .relative
            return
        }
        let name = absolute[..<colon].lowercased()
        guard name == "http" || name == "https" else {
            self = .scheme(name)
            return
        }
        let place = absolute[absolute.index(after: colon)...].drop { $0 == "/" }
            .prefix { !"/?#\\".contains($0) }
        let written = place.split(separator: "@").last.map { $0.lowercased() } ?? ""
        let host = written.utf8.allSatisfy { $0 < 0x80 } ? written : Self.inPunycode(written)
        // Text that could end a directive is not a host.
        guard host?.wholeMatch(of: /[a-z0-9.\[\]:_-]+/) != nil, let host else {
            self = .unnamed
            return
        }
        self = .host(name + "://" + host)
    }

    /// `xn--wcso9o.example.cn:8443` for `图床.example.cn:8443`; nil: not a host.
    private static func inPunycode(_ host: String) -> String? {
        guard let components = URLComponents(string: "https://" + host),
            let name = components.encodedHost
        else { return nil }
        return name + (components.port.map { ":\($0)" } ?? "")
    }
}
