import Foundation

/// Reads a file in pieces, for its digests and, where it is not too large, its bytes.
struct FileReading {
    let digest: FileDigest
    let size: Int64
    /// nil: larger than the limit that was given.
    let bytes: [UInt8]?

    private static let piece = 1 << 20

    /// Throws where the file cannot be read, or ends elsewhere than it did a moment ago.
    init(_ path: String, keepingUpTo limit: Int) throws(PublishError) {
        let number = open(path, O_RDONLY | O_CLOEXEC)
        guard number >= 0 else { throw Self.failure(path) }
        defer { _ = close(number) }
        var status = stat()
        guard fstat(number, &status) == 0 else { throw Self.failure(path) }
        let size = Int64(status.st_size)
        var hash = FileHash(size: size)
        var kept: [UInt8] = []
        let isKept = size <= limit
        if isKept { kept.reserveCapacity(Int(size)) }
        var buffer = [UInt8](repeating: 0, count: min(Self.piece, max(1, Int(size) + 1)))
        var total: Int64 = 0
        while true {
            let count = buffer.withUnsafeMutableBytes { read(number, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Self.failure(path) }
            if count == 0 { break }
            hash.update(buffer[..<count])
            if isKept { kept += buffer[..<count] }
            total += Int64(count)
        }
        guard total == size else {
            throw PublishError("'\(path)' changed while it was read", hint: "publish again")
        }
        digest = hash.finish()
        self.size = size
        bytes = isKept ? kept : nil
    }

    private static func failure(_ path: String) -> PublishError {
        PublishError("cannot read '\(path)': \(String(cString: strerror(errno)))")
    }
}
