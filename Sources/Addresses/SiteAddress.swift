import Foundation
import Text

/// An absolute URL of something in the site, percent-encoded: `https://example.org/blog/a/`.
package struct Permalink: Hashable, Sendable, CustomStringConvertible {
    package let string: String

    package init(_ string: String) {
        self.string = string
    }

    package var description: String { string }
}

/// The site's address: origin and base path of `[site] url`.
///
/// The base path is in every link, never in the output folder.
package struct SiteAddress: Hashable, Sendable {
    /// Scheme, host and port without a path: `https://example.org`.
    package let origin: String
    /// Decoded, begins and ends with `/`: `/` or `/blog/`.
    package let basePath: String

    /// Reads an absolute `http` or `https` URL; adds a missing trailing `/`.
    ///
    /// - Returns: nil for a relative URL, another scheme, no host, a query or a fragment.
    package init?(_ url: String) {
        guard let components = URLComponents(string: url), let scheme = components.scheme,
            ["http", "https"].contains(scheme.lowercased()),
            let host = components.encodedHost, !host.isEmpty,
            components.query == nil, components.fragment == nil, components.user == nil
        else { return nil }
        let port = components.port.map { ":\($0)" } ?? ""
        origin = scheme.lowercased() + "://" + host.lowercased() + port
        var path = URLPath(components.path).string
        if path.last != "/" { path += "/" }
        basePath = path
        encodedBase = String(PercentCoding.encode(path: path).dropLast())
        permalinkBase = origin + encodedBase
    }

    /// That of a site whose URL is not known; equal to that of no site.
    package static let unknown = SiteAddress()

    private init() {
        origin = ""
        basePath = "/"
        encodedBase = ""
        permalinkBase = ""
    }

    /// The encoded base path without its last `/`: empty or `/blog`.
    private let encodedBase: String
    /// The beginning of all permalinks: `https://example.org/blog`.
    private let permalinkBase: String

    /// The root-relative link to a path of the site: `/blog/%E6%A0%87/`.
    package func href(_ path: URLPath) -> String {
        encodedBase + path.encoded
    }

    /// The bytes of ``href(_:)``, for a page.
    package func hrefBytes(_ path: URLPath) -> [UInt8] {
        PercentCoding.bytes(ofPath: path.string, after: encodedBase)
    }

    /// The absolute, encoded URL of a path of the site.
    package func permalink(_ path: URLPath) -> Permalink {
        Permalink(permalinkBase + path.encoded)
    }

    /// The bytes of ``permalink(_:)``, for a page.
    package func permalinkBytes(_ path: URLPath) -> [UInt8] {
        PercentCoding.bytes(ofPath: path.string, after: permalinkBase)
    }

    /// Whether this is an absolute `http` or `https` URL of another origin, as most links are:
    /// decided from its first bytes alone.
    package func isElsewhere(_ url: String) -> Bool {
        guard Self.begins(url, with: "https://") || Self.begins(url, with: "http://"),
            !Self.begins(url, with: origin)
        else { return false }
        // A non-ASCII host may be this one's in other letters.
        let host = url.utf8.dropFirst(7).drop { $0 == UInt8(ascii: "/") }
        return host.prefix { $0 != UInt8(ascii: "/") }.allSatisfy { $0 < 0x80 }
    }

    /// Ignores ASCII case; `start` is in lower case.
    private static func begins(_ url: String, with start: String) -> Bool {
        var bytes = url.utf8.makeIterator()
        for wanted in start.utf8 {
            guard let byte = bytes.next() else { return false }
            let isUpper = (0x41...0x5A).contains(byte)
            if (isUpper ? byte | 0x20 : byte) != wanted { return false }
        }
        return true
    }

    /// The path within the site of an absolute URL; nil if it leads elsewhere.
    ///
    /// Remove query and fragment first. `https://example.org/blog/a%20b/` gives `/a b/`.
    package func path(ofAbsolute url: String) -> URLPath? {
        guard url.lowercased().hasPrefix(origin) else { return nil }
        let rest = String(url.dropFirst(origin.count))
        if rest.isEmpty { return basePath == "/" ? .root : nil }
        guard rest.hasPrefix("/"), let decoded = PercentCoding.decode(rest) else { return nil }
        let path = URLPath(decoded).string
        if path + "/" == basePath { return .root }
        guard path.hasPrefix(basePath) else { return nil }
        return URLPath(String(path.dropFirst(basePath.count - 1)))
    }
}
