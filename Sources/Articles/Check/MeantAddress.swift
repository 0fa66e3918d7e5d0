/// What an address that leads nowhere was meant to be, by its letters alone.
enum MeantAddress {
    /// With the scheme that it lacks, or without the quotes around it; nil: nothing is known.
    ///
    ///     github.com/a/b, www.example.org  ->  https://github.com/a/b, https://www.example.org
    ///     "/about/"                        ->  /about/
    static func of(_ destination: String) -> String? {
        for (open, close) in [("\"", "\""), ("'", "'"), ("“", "”"), ("%22", "%22")]
        where destination.hasPrefix(open) && destination.hasSuffix(close) {
            let inner = destination.dropFirst(open.count).dropLast(close.count)
            return inner.isEmpty ? nil : String(inner)
        }
        return hasBareHost(destination) ? "https://" + destination : nil
    }

    private static func hasBareHost(_ destination: String) -> Bool {
        let host = destination.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count > 1, let domain = labels.last?.lowercased(),
            labels.allSatisfy({ label in
                !label.isEmpty
                    && label.utf8.allSatisfy {
                        $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 >= 0x30 && $0 <= 0x39
                            || $0 == 0x2D
                    }
            })
        else { return false }
        if domains.contains(domain) { return true }
        return domainsOfFiles.contains(domain)
            && (labels.first == "www" || host.endIndex < destination.endIndex)
    }

    /// Of hosts; no file is called so.
    private static let domains: Set<String> = [
        "com", "org", "net", "edu", "gov", "cn", "dev", "de", "uk", "jp", "info", "xyz",
    ]
    /// Of hosts, and endings of files too: `main.cc`.
    private static let domainsOfFiles: Set<String> = ["io", "me", "co", "cc", "app", "ai", "tv"]
}
