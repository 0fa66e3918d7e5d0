import Foundation

/// Reads a file in pieces, for its digests and, if it is not too large, its bytes.
struct FileReading {
    let digest: FileDigest
    let size: Int64
    /// nil: larger than the given limit, or a picture or similar.
    let bytes: [UInt8]?

    private static let piece = 1 << 20
    /// The end of a piece, repeated at the start of the next one so that matches across both are
    /// found.
    private static let overlap = 64 << 10

    /// A part of a file that is larger than the limit.
    struct Window {
        let bytes: ArraySlice<UInt8>
        /// From here on the next window repeats the bytes.
        let end: Int
    }

    /// Throws if the file cannot be read, or its size changes meanwhile.
    ///
    /// - Parameters:
    ///   - limit: in bytes; 0: only the digest is needed.
    ///   - search: receives a file above the limit, one window after the other; nothing of a
    ///     picture or similar.
    init(
        _ path: String, keepingUpTo limit: Int, search: (Window) -> Void = { _ in }
    ) throws(PublishError) {
        let number = open(path, O_RDONLY | O_CLOEXEC)
        guard number >= 0 else { throw Self.failure(path) }
        defer { _ = close(number) }
        var status = stat()
        guard fstat(number, &status) == 0 else { throw Self.failure(path) }
        let size = Int64(status.st_size)
        var hash = FileHash(size: size)
        var kept: [UInt8] = []
        var isMedia = false
        var window: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: min(Self.piece, max(1, Int(size) + 1)))
        var total: Int64 = 0
        while true {
            let count = buffer.withUnsafeMutableBytes { read(number, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Self.failure(path) }
            if count == 0 { break }
            hash.update(buffer[..<count])
            if total == 0 { isMedia = MediaSignature.matches(at: buffer[..<count], size: size) }
            if limit > 0, !isMedia {
                if size <= limit {
                    if kept.isEmpty { kept.reserveCapacity(Int(size)) }
                    kept += buffer[..<count]
                } else {
                    window += buffer[..<count]
                    let end = max(0, window.count - Self.overlap)
                    search(Window(bytes: window[...], end: end))
                    window.removeFirst(end)
                }
            }
            total += Int64(count)
        }
        if !window.isEmpty { search(Window(bytes: window[...], end: window.count)) }
        guard total == size else {
            throw PublishError("'\(path)' changed while it was read", hint: "publish again")
        }
        digest = hash.finish()
        self.size = size
        bytes = size <= limit && !isMedia ? kept : nil
    }

    private static func failure(_ path: String) -> PublishError {
        PublishError("cannot read '\(path)': \(String(cString: strerror(errno)))")
    }
}
