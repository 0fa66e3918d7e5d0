#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

typealias FileMode = mode_t

/// The metadata of a file, without opening it.
struct FileStatus: Sendable {
    enum Kind: Sendable {
        case file
        case folder
        case other
    }

    let kind: Kind
    /// The permission bits alone, `0o644`.
    let mode: FileMode
    /// In bytes.
    let size: Int64
    let modified: timespec
    let inode: UInt64
    let device: UInt64

    init(_ status: stat) {
        switch status.st_mode & S_IFMT {
        case S_IFREG: kind = .file
        case S_IFDIR: kind = .folder
        default: kind = .other
        }
        mode = status.st_mode & 0o7777
        size = Int64(status.st_size)
        #if canImport(Darwin)
            modified = status.st_mtimespec
        #else
            modified = status.st_mtim
        #endif
        inode = UInt64(status.st_ino)
        device = UInt64(truncatingIfNeeded: status.st_dev)
    }

    /// Whether both belong to one file or folder, under any name.
    func isSameFile(as other: FileStatus?) -> Bool {
        inode == other?.inode && device == other?.device
    }

    /// For a path from the root, following symbolic links; nil if it does not exist.
    static func following(_ path: String) throws(Errno) -> FileStatus? {
        var status = stat()
        if stat(path, &status) == 0 { return FileStatus(status) }
        let failure = Errno.current
        if failure.meansAbsent { return nil }
        throw failure
    }
}
