/// The host that is the reader's own computer: `localhost`, `127.0.0.1`, `[::1]`.
package enum LocalHost {
    /// The end of the host in an address on the computer of whoever opens it (RFC 6761, section
    /// 6.3; RFC 1122, section 3.2.1.3), such as `http://localhost:4000/a/`; nil: it is elsewhere,
    /// or the address is not absolute. `0.0.0.0` counts, because servers print it when they start.
    ///
    /// For most addresses one byte decides. O(host).
    private static func end(in address: String) -> String.UTF8View.Index? {
        let bytes = address.utf8
        guard let slashes = slashes(in: address) else { return nil }
        switch bytes[slashes...].first.map({ $0 | 0x20 }) {
        // `[` in lower case is `{`.
        case UInt8(ascii: "l"), UInt8(ascii: "1"), UInt8(ascii: "0") | 0x20, UInt8(ascii: "{"):
            break
        default: return nil
        }
        let authority = bytes[slashes...].prefix {
            $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#")
        }
        var host = Substring(authority).lowercased()
        if let colon = host.lastIndex(of: ":"), host[colon...].dropFirst().allSatisfy(\.isNumber) {
            host = String(host[..<colon])
        }
        let isLocal =
            host == "localhost" || host == "0.0.0.0" || host == "[::1]"
            || host.hasPrefix("127.") && host.dropFirst(4).allSatisfy { $0.isNumber || $0 == "." }
        return isLocal ? authority.endIndex : nil
    }

    /// The position after the `//` of a web address.
    private static func slashes(in address: String) -> String.UTF8View.Index? {
        for start in ["http://", "https://", "//"] where address.utf8.count > start.utf8.count {
            let prefix = address.utf8.prefix(start.utf8.count)
            if prefix.elementsEqual(start.utf8, by: { ($0 | 0x20) == ($1 | 0x20) }) {
                return prefix.endIndex
            }
        }
        return nil
    }

    /// Whether an address leads there.
    package static func isHost(of address: String) -> Bool { end(in: address) != nil }

    /// The path after the host in such an address, without query and fragment: `/a/`; nil for all
    /// others.
    package static func path(of address: String) -> String? {
        end(in: address).map { end in
            String(address[end...].prefix { $0 != "?" && $0 != "#" })
        }
    }

    /// Whether a text contains the host, so that its readers see the target.
    package static func isNamed(in text: String) -> Bool {
        ["localhost", "127.0.0.", "0.0.0.0", "[::1]"].contains { text.contains($0) }
    }
}
