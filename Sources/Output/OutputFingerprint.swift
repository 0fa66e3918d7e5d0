/// What tells an output folder from one that somebody touched since: cheap, not cryptographic.
///
/// Names, sizes, times and inodes of all files: a file that is edited, replaced, deleted, renamed
/// or added changes it; empty folders and permissions do not. It is the same however a disk orders
/// its folders. A copy of the folder has another one (new inodes), which costs its next build a
/// comparison of the files, and changes none.
package struct OutputFingerprint: Hashable, Sendable, Codable {
    package private(set) var files = 0
    /// Of all files.
    package private(set) var bytes: Int64 = 0
    /// The sum of one hash per file, so that the order does not count; in hexadecimal, because
    /// JSON's numbers end at 2^53.
    package private(set) var hash = ""

    /// Reads the folder's names and statuses, no file: 14,500 files in 10,000 folders take about
    /// 90 ms. Nil when there is no folder, or not all of it can be read.
    package static func of(_ output: OutputFolder) -> OutputFingerprint? {
        try? OutputFingerprint(output.path)
    }

    init(_ path: String) throws(Errno) {
        var sum: UInt64 = 0
        try OpenFolder(path).walk { (path, folder, files) throws(Errno) in
            let seed = PathHash.hash(path.bytes)
            for name in files {
                guard let status = try folder.status(name) else { continue }
                var hash = PathHash.hash(name.bytes, seed: seed)
                for number in [
                    status.size, Int64(status.modified.tv_sec), Int64(status.modified.tv_nsec),
                    Int64(bitPattern: status.inode),
                ] {
                    hash = PathHash.mix(hash ^ UInt64(bitPattern: number))
                }
                sum &+= hash
                self.files += 1
                bytes += status.size
            }
        }
        hash = String(sum, radix: 16)
    }
}
