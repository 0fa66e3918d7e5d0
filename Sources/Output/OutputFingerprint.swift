import Synchronization

/// Detects whether somebody touched an output folder: cheap, not cryptographic.
///
/// Names, sizes, times and inodes of all files: editing, replacing, deleting, renaming or adding a
/// file changes it; empty folders and permissions do not. It does not depend on the order of a
/// disk's folders. A copy of the folder has another one (new inodes), which makes its next build
/// compare the files, without changing any.
package struct OutputFingerprint: Hashable, Sendable, Codable {
    package let files: Int
    /// Of all files.
    package let bytes: Int64
    /// The sum of one hash per file, so that the order does not matter; in hexadecimal, because
    /// JSON's numbers end at 2^53.
    package let hash: String

    /// Reads the folder's names and metadata, but no file: 14,500 files in 10,750 folders take 60
    /// to 90 ms on two cores. nil if there is no folder, or it is not completely readable.
    package static func of(_ output: OutputFolder) -> OutputFingerprint? {
        try? OutputFingerprint(output.path)
    }

    init(_ path: String) throws(Errno) {
        let sums = Mutex((files: 0, bytes: Int64(0), hash: UInt64(0)))
        try OpenFolder(path).walk { (path, folder, files) throws(Errno) in
            let seed = PathHash.hash(path.bytes)
            for name in files {
                guard let status = try folder.status(name) else { continue }
                let hash = Self.hash(name, status, seed: seed)
                sums.withLock {
                    $0.files += 1
                    $0.bytes += status.size
                    $0.hash &+= hash
                }
            }
        }
        (files, bytes, hash) = sums.withLock { ($0.files, $0.bytes, String($0.hash, radix: 16)) }
    }

    private static func hash(_ name: DiskPath, _ status: FileStatus, seed: UInt64) -> UInt64 {
        var hash = PathHash.hash(name.bytes, seed: seed)
        hash = PathHash.mix(hash ^ UInt64(bitPattern: status.size))
        hash = PathHash.mix(hash ^ UInt64(bitPattern: Int64(status.modified.tv_sec)))
        hash = PathHash.mix(hash ^ UInt64(bitPattern: Int64(status.modified.tv_nsec)))
        return PathHash.mix(hash ^ status.inode)
    }
}
