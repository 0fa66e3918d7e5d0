#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The number of a failed system call; `OutputError` adds what was being done to which path.
struct Errno: Error, Equatable, Sendable {
    let code: Int32

    init(_ code: Int32) {
        self.code = code
    }

    /// What the call that has just failed left behind.
    static var current: Errno { Errno(errno) }

    static let unsupported = Errno(ENOSYS)
    static let notAFolder = Errno(ENOTDIR)
    static let invalid = Errno(EINVAL)
    /// Something else lies under a name than when it was looked at.
    static let replaced = Errno(EEXIST)
    static let interrupted = Errno(EINTR)

    /// Nothing of that name, or a file where its folder should be.
    var meansAbsent: Bool { code == ENOENT || code == ENOTDIR }

    var meansPresent: Bool { code == EEXIST }

    /// The kernel or the file system does not have the call; another way may work.
    var meansUnsupported: Bool {
        [ENOSYS, EINVAL, ENOTSUP, EOPNOTSUPP, EXDEV].contains(code)
    }

    /// The system's own words: `No space left on device`.
    var message: String { String(cString: strerror(code)) }
}
