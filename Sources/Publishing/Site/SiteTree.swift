import Addresses
import Crypto

/// All files of the site to publish, and one digest over them.
package struct SiteTree: Sendable {
    /// By path.
    package let files: [SiteFile]
    /// `sha256:…` over the paths, sizes and digests of all files, the same on every machine.
    package let digest: String

    package init(_ files: [SiteFile]) {
        self.files = files.sorted { $0.path < $1.path }
        var hash = SHA256()
        for file in self.files {
            let line = "\(file.digest.sha256) \(file.size) \(file.path)\n"
            hash.update(data: Array(line.utf8))
        }
        digest = "sha256:" + hexadecimal(hash.finalize())
    }

    /// In bytes, of all files.
    package var size: Int64 { files.reduce(0) { $0 + $1.size } }

    /// The tree with additional files; one with an existing path replaces the old one.
    package func adding(_ others: [SiteFile]) -> SiteTree {
        let paths = Set(others.map(\.path))
        return SiteTree(files.filter { !paths.contains($0.path) } + others)
    }
}
