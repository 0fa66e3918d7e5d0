#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The number of a failed system call; `OutputError` adds the operation and the path.
struct Errno: Error, Equatable, Sendable {
    let code: Int32

    init(_ code: Int32) {
        self.code = code
    }

    /// The error of the call that has just failed.
    static var current: Errno { Errno(errno) }

    static let unsupported = Errno(ENOSYS)
    static let notAFolder = Errno(ENOTDIR)
    static let invalid = Errno(EINVAL)
    /// Another entry is under a name than before.
    static let replaced = Errno(EEXIST)
    static let interrupted = Errno(EINTR)

    /// The name does not exist, or a file is where its folder should be.
    var meansAbsent: Bool { code == ENOENT || code == ENOTDIR }

    var meansPresent: Bool { code == EEXIST }

    /// The kernel or the file system lacks the call; another way may work.
    var meansUnsupported: Bool {
        [ENOSYS, EINVAL, ENOTSUP, EOPNOTSUPP, EXDEV].contains(code)
    }

    /// The system's message: `No space left on device`.
    var message: String { String(cString: strerror(code)) }
}
