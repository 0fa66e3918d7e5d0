import Addresses

/// One file to publish.
package struct SiteFile: Sendable, Hashable {
    /// The source of its bytes.
    package enum Source: Sendable, Hashable {
        /// An absolute path.
        case file(String)
        /// Made by the publisher, such as `_headers`.
        case bytes([UInt8])
    }

    package let path: OutputPath
    /// In bytes.
    package let size: Int64
    package let digest: FileDigest
    package let source: Source

    /// A generated file.
    package init(_ path: OutputPath, bytes: [UInt8]) {
        self.path = path
        size = Int64(bytes.count)
        digest = FileDigest(of: bytes)
        source = .bytes(bytes)
    }

    init(_ path: OutputPath, size: Int64, digest: FileDigest, file: String) {
        self.path = path
        self.size = size
        self.digest = digest
        source = .file(file)
    }
}

/// The kind of a file for a host, which determines how long it may be cached and when it is sent.
package enum FileKind: Sendable, Hashable, CaseIterable {
    /// With a digest in its name, `paper.1a2b3c4d5e.css`: it never changes.
    case immutable
    /// An image, a script, a font under a name of its own.
    case asset
    /// Pages, feeds and other files that refer to files, which must be sent before them.
    case page

    package init(_ path: OutputPath) {
        let name = path.string.split(separator: "/").last ?? ""
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        if parts.count > 2, FileKind.isDigest(parts[parts.count - 2]) {
            self = .immutable
        } else if parts.count > 1, let ending = parts.last, !FileKind.pages.contains(ending) {
            self = .asset
        } else {
            self = .page
        }
    }

    /// `Cache-Control` (RFC 9111, section 5.2.2; `immutable`: RFC 8246).
    package var cacheControl: String {
        switch self {
        case .immutable: "public, max-age=31536000, immutable"
        case .asset: "public, max-age=3600"
        case .page: "public, max-age=0, must-revalidate"
        }
    }

    private static let pages: Set<Substring> = ["html", "xml", "json", "txt", "map", "conf"]

    /// Eight or more lower-case hexadecimal digits.
    private static func isDigest(_ part: Substring) -> Bool {
        part.utf8.count >= 8
            && part.utf8.allSatisfy {
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
            }
    }
}
