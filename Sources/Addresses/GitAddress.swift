/// An address of a Git repository as galley passes it to `git` (git-fetch(1), "GIT URLS").
package enum GitAddress {
    /// The schemes that Git supports itself; for any other it runs `git-remote-SCHEME`.
    private static let own: Set<String> = [
        "http", "https", "ssh", "git", "git+ssh", "ssh+git", "file", "ftp", "ftps",
    ]

    /// Whether Git runs a remote helper for it (gitremote-helpers(7)): `NAME::address`,
    /// `NAME://address`.
    package static func isHelper(_ address: String) -> Bool { helper(of: address) != nil }

    private static func helper(of address: String) -> String? {
        guard let colon = address.firstIndex(of: ":") else { return nil }
        let name = address[..<colon].lowercased()
        let rest = address[address.index(after: colon)...]
        guard !name.isEmpty, !name.contains("/") else { return nil }
        if rest.hasPrefix(":") { return name }
        return rest.hasPrefix("//") && !own.contains(name) ? name : nil
    }

    /// Why an address must never reach `git`, as the end of a sentence; nil: it may.
    ///
    /// `ext::` runs any command, and an address that begins with `-` is an option to `git` or, as a
    /// host, to `ssh`.
    package static func danger(_ address: String) -> String? {
        if address.hasPrefix("-") { return "must not begin with '-'" }
        if let helper = helper(of: address), helper == "ext" || helper == "fd" {
            return "must not run a command with '\(helper)::'"
        }
        if address.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
            return "must not have control characters"
        }
        return parts(of: address).contains { $0.hasPrefix("-") }
            ? "must not have a host, a user or a path that begins with '-'" : nil
    }

    /// The user, the host and, for `host:path`, the path.
    private static func parts(of address: String) -> [Substring] {
        if let scheme = address.firstRange(of: "://") {
            let place = address[scheme.upperBound...].prefix { $0 != "/" }
            return place.split(separator: "@", omittingEmptySubsequences: false)
        }
        guard let colon = address.firstIndex(of: ":"), !address[..<colon].contains("/") else {
            return []
        }
        let place = address[..<colon].split(separator: "@", omittingEmptySubsequences: false)
        return place + [address[address.index(after: colon)...]]
    }
}
