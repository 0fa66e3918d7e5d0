import Addresses
import Text

/// An address as an author wrote it, in front matter's `permalink` or `aliases`.
enum WrittenAddress: Hashable {
    case path(URLPath)
    /// A query or fragment, which is invalid in a file name.
    case notAFile
    /// Another site, another scheme, or bytes that are not UTF-8.
    case elsewhere

    /// Reads front matter's `permalink`, in which `/a:output_ext` is also a file.
    init(permalink: String, _ site: SiteAddress) {
        self.init(permalink.replacing(":output_ext", with: ".html"), site)
    }

    /// Reads `foo/bar` as `/foo/bar/`; `.html` and `.htm` stay; an absolute URL of the site itself
    /// is reduced to its path and percent-decoded once.
    ///
    /// - Parameter stripsBasePath: whether `/blog/old/` is `/old/` on a site under `/blog/`.
    init(_ written: String, _ site: SiteAddress, stripsBasePath: Bool = false) {
        let text = written.trimmingSpaces
        if text.utf8.contains(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }) {
            self = .notAFile
            return
        }
        var path: String
        if text.hasPrefix("//") || DestinationParts(text).scheme != nil {
            guard let own = site.path(ofAbsolute: text) else {
                self = .elsewhere
                return
            }
            path = own.string
        } else {
            guard let decoded = PercentCoding.decode(text) else {
                self = .elsewhere
                return
            }
            path = URLPath(decoded).string
            if stripsBasePath, site.basePath != "/" {
                if path.hasPrefix(site.basePath) {
                    path = String(path.dropFirst(site.basePath.count - 1))
                } else if path + "/" == site.basePath {
                    path = "/"
                }
            }
        }
        if !path.hasSuffix("/"), !path.hasSuffix(".html"), !path.hasSuffix(".htm") { path += "/" }
        self = .path(URLPath(path).withoutIndexName)
    }
}

extension String {
    /// Trims spaces, tabs and line breaks.
    fileprivate var trimmingSpaces: String {
        let isSpace = { (byte: UInt8) in byte == 0x20 || byte >= 0x09 && byte <= 0x0D }
        guard utf8.first.map(isSpace) == true || utf8.last.map(isSpace) == true else { return self }
        let start = utf8.drop(while: isSpace)
        guard let last = start.lastIndex(where: { !isSpace($0) }) else { return "" }
        return String(Substring(start[...last]))
    }
}
