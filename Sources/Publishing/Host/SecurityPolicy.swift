/// A Content-Security-Policy (Level 3) for the pages of a site: everything comes from the site
/// itself, except what they actually load from elsewhere.
///
///     default-src 'self'; img-src 'self' data: https://img.example.org; object-src 'none'; …
package struct SecurityPolicy: Sendable, Hashable {
    package let value: String
    /// Permissions in it that a strict policy would not give: `inline script attributes`.
    package let weaknesses: [String]

    /// Bounds the length of the header: with more https hosts than this, all are allowed, for
    /// ``shown``.
    private static let mostOrigins = 25
    /// Directives for content that is only displayed. Scripts, styles and connections are always
    /// named one by one.
    private static let shown: Set<String> = ["img-src", "media-src", "font-src", "frame-src"]

    package init(_ sources: PolicySources) {
        var weaknesses: [String] = []
        var parts = ["default-src 'self'"]
        let plain = [
            "img-src", "media-src", "font-src", "frame-src", "manifest-src", "connect-src",
            "worker-src",
        ]
        for directive in plain {
            var list = Self.list(
                sources.origins[directive] ?? [], mayJoin: Self.shown.contains(directive))
            // Style sheets may hold small pictures.
            if directive == "img-src", !list.contains("data:") { list.insert("data:", at: 0) }
            if !list.isEmpty {
                parts.append(([directive, "'self'"] + list).joined(separator: " "))
            }
        }
        for (directive, isLoose, word) in [
            ("script-src", sources.hasScriptAttributes, "script attributes such as onclick"),
            ("style-src", sources.hasStyleAttributes, "style attributes"),
        ] {
            var named = sources.origins[directive] ?? []
            if isLoose {
                named.insert(Self.inline)
                weaknesses.append(word)
            } else {
                named.formUnion(sources.hashes[directive] ?? [])
            }
            // A hash next to 'unsafe-inline' would disable it.
            if named.contains(Self.inline) { named = named.filter { !$0.hasPrefix("'sha") } }
            let list = Self.list(named)
            if !list.isEmpty {
                parts.append(([directive, "'self'"] + list).joined(separator: " "))
            }
        }
        let named = sources.origins["object-src"] ?? []
        let objects = (named.contains(Self.site) ? [Self.site] : []) + Self.list(named)
        parts.append("object-src " + (objects.isEmpty ? "'none'" : objects.joined(separator: " ")))
        parts.append("base-uri 'self'")
        let forms = Self.list(sources.origins["form-action"] ?? [])
        parts.append((["form-action", "'self'"] + forms).joined(separator: " "))
        parts.append("frame-ancestors 'self'")
        value = parts.joined(separator: "; ")
        self.weaknesses = weaknesses
    }

    private static let inline = "'unsafe-inline'"
    /// The site itself.
    static let site = "'self'"

    /// Schemes, then hosts, then keywords and hashes; without `'self'`, which begins all lists, and
    /// `'none'`, which replaces an empty list.
    ///
    /// - Parameter mayJoin: whether many hosts become `https:`.
    private static func list(_ sources: Set<String>, mayJoin: Bool = false) -> [String] {
        let quoted = sources.filter { $0.hasPrefix("'") }
        var schemes = sources.filter { $0.hasSuffix(":") }
        var hosts = sources.subtracting(schemes).subtracting(quoted)
        let secure = hosts.filter { $0.hasPrefix("https://") }
        if mayJoin, secure.count > mostOrigins {
            hosts.subtract(secure)
            schemes.insert("https:")
        }
        return schemes.sorted() + hosts.sorted() + quoted.subtracting([site, "'none'"]).sorted()
    }
}
