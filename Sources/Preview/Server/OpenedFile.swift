import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file opened for an answer, inside its root; closed after its last use.
final class OpenedFile: Sendable {
    /// In bytes, when it was opened.
    let size: Int
    /// When it was last changed: seconds and nanoseconds.
    let time: String
    private let descriptor: Int32

    /// - Returns: nil if there is no regular file, or links lead outside the root.
    init?(_ file: PreviewFile) {
        guard let root = Self.resolved(file.root), let path = Self.resolved(file.path),
            root == "/" || path.hasPrefix(root + "/")
        else { return nil }
        // Already resolved: a link here was created in between. Not blocking, because it may have
        // become a pipe.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
        guard descriptor >= 0 else { return nil }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            return nil
        }
        self.descriptor = descriptor
        size = Int(status.st_size)
        #if canImport(Darwin)
            let changed = status.st_mtimespec
        #else
            let changed = status.st_mtim
        #endif
        time = "\(changed.tv_sec).\(changed.tv_nsec)"
    }

    deinit { close(descriptor) }

    /// Up to `count` bytes from an offset; fewer at the end of the file, none if it was truncated.
    func read(from offset: Int, count: Int) -> [UInt8] {
        var filled = 0
        var bytes = [UInt8](repeating: 0, count: count)
        while filled < count {
            let got = bytes.withUnsafeMutableBytes {
                pread(
                    descriptor, $0.baseAddress?.advanced(by: filled), count - filled,
                    off_t(offset + filled))
            }
            if got < 0, errno == EINTR { continue }
            if got <= 0 { break }
            filled += got
        }
        bytes.removeLast(count - filled)
        return bytes
    }

    private static func resolved(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(validatingCString: resolved)
    }
}
