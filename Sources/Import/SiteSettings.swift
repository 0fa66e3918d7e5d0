import Addresses
import Content

/// What the import of every generator sets.
extension Settings {
    /// The folder that galley writes, which no other generator does.
    static let output = "galley-public"

    mutating func setOutput(of generator: Generator) {
        set("build", "output", Self.output, "not the folder of \(generator.name)")
    }

    /// - Parameter path: below the URL's own, such as Hexo's `root`.
    mutating func setURL(_ url: String?, path: String? = nil, _ origin: String, _ files: OldFiles) {
        var whole = url?.trimmed ?? ""
        if whole.hasPrefix("//") { whole = "https:" + whole }
        if let path = path?.trimmed, path != "/", !path.isEmpty {
            let below = path.hasPrefix("/") ? path : "/" + path
            let bare = whole.hasSuffix("/") ? String(whole.dropLast()) : whole
            let name = below.hasSuffix("/") ? String(below.dropLast()) : below
            if !bare.hasSuffix(name) { whole = bare + below }
        }
        if SiteAddress(whole) != nil {
            if !whole.hasSuffix("/") { whole += "/" }
            return set("site", "url", whole, origin)
        }
        for name in ["CNAME", "static/CNAME", "source/CNAME"] {
            guard let bytes = files.bytes(SourcePath(name)) else { continue }
            let host = String(decoding: bytes, as: UTF8.self).trimmed
            if SiteAddress("https://\(host)/") != nil {
                return set("site", "url", "https://\(host)/", name)
            }
        }
        set("site", "url", "https://example.org/", "no address was found: write the site's")
    }

    mutating func setTitle(_ title: String?, _ origin: String) {
        set("site", "title", title ?? "Blog", title == nil ? "no title was found" : origin)
    }

    /// The first of these that is a language tag: `zh_CN` is `zh-CN`.
    mutating func setLanguage(_ names: [String], _ origin: String) {
        for name in names {
            var parts = name.replacing("_", with: "-").split(separator: "-").map(String.init)
            guard let first = parts.first, (2...3).contains(first.count),
                parts.allSatisfy({ $0.utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 } })
            else { continue }
            parts[0] = first.lowercased()
            for index in parts.indices.dropFirst() {
                parts[index] =
                    parts[index].count == 2
                    ? parts[index].uppercased()
                    : parts[index].prefix(1).uppercased() + parts[index].dropFirst().lowercased()
            }
            return set("site", "language", parts.joined(separator: "-"), origin)
        }
        set("site", "language", "en", "no language was found")
    }

    mutating func setZone(_ name: String?, _ origin: String) {
        guard let name else { return }
        if Zone(identifier: name) != nil {
            set("site", "timezone", name, origin)
        } else {
            note("The time zone '\(name)' is not one of the IANA database, so dates are in UTC.")
        }
    }

    /// The zone that was set.
    var zone: Zone {
        if case .text(let name)? = value("site", "timezone") {
            Zone(identifier: name) ?? .utc
        } else {
            .utc
        }
    }
}
