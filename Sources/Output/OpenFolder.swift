import CLinux

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// An open folder, and the calls with paths relative to it: it stays the same folder whatever is
/// renamed above it. None of them follows a symbolic link at the end of a path.
struct OpenFolder: ~Copyable, Sendable {
    let descriptor: FileDescriptor

    struct Entry: Sendable {
        let name: DiskPath
        let isFolder: Bool
    }

    private init(_ descriptor: consuming FileDescriptor) {
        self.descriptor = descriptor
    }

    /// Opens an absolute path.
    init(_ path: String) throws(Errno) {
        descriptor = try Self.open(AT_FDCWD, DiskPath(path), O_RDONLY | O_DIRECTORY)
    }

    /// The folder opened again, with a lock and a reading position of its own.
    func itself() throws(Errno) -> FileDescriptor {
        try Self.open(descriptor.number, .itself, O_RDONLY | O_DIRECTORY)
    }

    func folder(_ path: DiskPath) throws(Errno) -> OpenFolder {
        if path.isTop { return OpenFolder(try itself()) }
        return OpenFolder(try Self.open(descriptor.number, path, O_RDONLY | O_DIRECTORY))
    }

    /// For reading. Does not wait for the writer of a pipe.
    func file(_ path: DiskPath) throws(Errno) -> FileDescriptor {
        try Self.open(descriptor.number, path, O_RDONLY | O_NONBLOCK)
    }

    /// A new file for writing; EEXIST if the name exists.
    func create(_ path: DiskPath, mode: FileMode) throws(Errno) -> FileDescriptor {
        try Self.open(descriptor.number, path, O_WRONLY | O_CREAT | O_EXCL, mode)
    }

    /// A file for a lock, created if missing; open for writing, as NFS requires.
    func lockFile(_ path: DiskPath) throws(Errno) -> FileDescriptor {
        try Self.open(descriptor.number, path, O_RDWR | O_CREAT, 0o644)
    }

    /// Of the folder itself.
    func status() throws(Errno) -> FileStatus {
        try descriptor.status()
    }

    /// nil if the name does not exist.
    func status(_ path: DiskPath) throws(Errno) -> FileStatus? {
        var status = stat()
        if fstatat(descriptor.number, path.characters, &status, AT_SYMLINK_NOFOLLOW) == 0 {
            return FileStatus(status)
        }
        let failure = Errno.current
        if failure.meansAbsent { return nil }
        throw failure
    }

    func makeFolder(_ path: DiskPath, mode: FileMode) throws(Errno) {
        guard mkdirat(descriptor.number, path.characters, mode) == 0 else { throw .current }
    }

    func setMode(_ mode: FileMode) throws(Errno) {
        guard fchmod(descriptor.number, mode) == 0 else { throw .current }
    }

    func removeFile(_ path: DiskPath) throws(Errno) {
        guard unlinkat(descriptor.number, path.characters, 0) == 0 else { throw .current }
    }

    func removeFolder(_ path: DiskPath) throws(Errno) {
        guard unlinkat(descriptor.number, path.characters, AT_REMOVEDIR) == 0 else {
            throw .current
        }
    }

    /// Creates a hard link to a file in another folder; links a symbolic link itself.
    func link(_ path: DiskPath, into other: borrowing OpenFolder) throws(Errno) {
        let result = linkat(
            descriptor.number, path.characters, other.descriptor.number, path.characters, 0)
        guard result == 0 else { throw .current }
    }

    func rename(_ path: DiskPath, to other: DiskPath) throws(Errno) {
        let result = renameat(
            descriptor.number, path.characters, descriptor.number, other.characters)
        guard result == 0 else { throw .current }
    }

    func exchange(_ path: DiskPath, with other: DiskPath) throws(Errno) {
        guard clinux_exchange(descriptor.number, path.characters, other.characters) == 0 else {
            throw .current
        }
    }

    /// Its entries, in the order of the disk, without `.` and `..`.
    func entries() throws(Errno) -> [Entry] {
        // The stream closes its descriptor, so it gets one of its own.
        let own = fcntl(descriptor.number, F_DUPFD_CLOEXEC, 0)
        guard own >= 0 else { throw .current }
        guard let stream = fdopendir(own) else {
            let failure = Errno.current
            _ = close(own)
            throw failure
        }
        defer { _ = closedir(stream) }
        // The descriptors share one position.
        rewinddir(stream)
        var entries: [Entry] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                if errno != 0 { throw .current }
                return entries
            }
            let name = DiskPath(copying: clinux_entry_name(entry))
            if name == DiskPath.itself || name == DiskPath.above { continue }
            let isFolder: Bool
            switch Int(entry.pointee.d_type) {
            case Int(DT_DIR): isFolder = true
            case Int(DT_UNKNOWN): isFolder = try status(name)?.kind == .folder
            default: isFolder = false
            }
            entries.append(Entry(name: name, isFolder: isFolder))
        }
    }

    /// Removes a folder with everything in it. Returns the number of files.
    @discardableResult
    func removeTree(_ path: DiskPath) throws(Errno) -> Int {
        let count = try folder(path).removeContents()
        try removeFolder(path)
        return count
    }

    private static func open(
        _ folder: Int32, _ path: DiskPath, _ flags: Int32, _ mode: FileMode = 0
    ) throws(Errno) -> FileDescriptor {
        while true {
            let number = openat(folder, path.characters, flags | O_NOFOLLOW | O_CLOEXEC, mode)
            if number >= 0 { return FileDescriptor(owning: number) }
            let failure = Errno.current
            if failure.code != EINTR { throw failure }
        }
    }
}
