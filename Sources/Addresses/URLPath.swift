import Text

/// The path of a URL within the site, without the base path: decoded, NFC, beginning with `/`.
///
/// `/标签/go/` for a page in a folder of its own, `/rss.xml` for a file.
package struct URLPath: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// `/标签/go/`.
    package let string: String

    /// Normalizes to NFC and adds a missing leading `/`.
    package init(_ string: String) {
        let rooted = string.utf8.first == UInt8(ascii: "/") ? string : "/" + string
        self.string = rooted.nfc
    }

    package static let root = URLPath("/")

    package var description: String { string }

    /// Percent-encoded exactly once: `/%E6%A0%87%E7%AD%BE/go/`.
    package var encoded: String { PercentCoding.encode(path: string) }

    /// Whether it names a folder, whose page is its `index.html`.
    package var isFolder: Bool { string.utf8.last == UInt8(ascii: "/") }

    /// The folder `segment` below this folder: `/tags/` and `go` give `/tags/go/`.
    ///
    /// A `/` inside the segment would start a new one and becomes `-`.
    package func appending(folder segment: String) -> URLPath {
        URLPath(base + segment.replacing("/", with: "-") + "/")
    }

    /// The file `name` in this folder: `/tags/go/` and `rss.xml` give `/tags/go/rss.xml`.
    package func appending(file name: String) -> URLPath {
        URLPath(base + name)
    }

    /// The base folder of relative links: itself, or that of its file; ends in `/`.
    package var base: String {
        if isFolder { return string }
        return string.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(string[...$0]) } ?? "/"
    }

    /// The file that a server sends for it: `/a/` is `a/index.html`, `/a.html` is `a.html`.
    package var outputPath: OutputPath {
        OutputPath(string.dropFirst() + (isFolder ? "index.html" : ""))
    }

    /// The folder, if it names the folder's own page: `/a/` for `/a/index.html`.
    package var withoutIndexName: URLPath {
        string.hasSuffix("/index.html") ? URLPath(base) : self
    }

    /// By bytes, so that the order is the same on every machine.
    package static func < (a: URLPath, b: URLPath) -> Bool {
        a.string.utf8.lexicographicallyPrecedes(b.string.utf8)
    }
}
