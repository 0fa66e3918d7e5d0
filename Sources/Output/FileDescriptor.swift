import CLinux

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// An open file or folder; closed when its owner releases it.
struct FileDescriptor: ~Copyable, Sendable {
    let number: Int32

    /// Large enough to make the cost of a call small, and below the size at which malloc asks the
    /// kernel for pages.
    private static let bufferSize = 64 << 10

    init(owning number: Int32) {
        self.number = number
    }

    /// Opens a file anywhere for reading, through symbolic links. Does not wait for the writer of a
    /// pipe.
    init(reading path: String) throws(Errno) {
        let number = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard number >= 0 else { throw .current }
        self.number = number
    }

    deinit {
        _ = close(number)
    }

    /// Closes a written file. Some file systems (NFS, quotas) report only here that there was no
    /// space for the bytes.
    consuming func finish() throws(Errno) {
        let result = close(number)
        let failure = Errno.current
        discard self
        // The descriptor is gone even if a signal interrupted the call.
        if result != 0, failure.code != EINTR { throw failure }
    }

    func status() throws(Errno) -> FileStatus {
        var status = stat()
        guard fstat(number, &status) == 0 else { throw .current }
        return FileStatus(status)
    }

    /// Writes all of them at the file's position.
    func append(_ bytes: [UInt8]) throws(Errno) {
        try append(bytes[...])
    }

    private func append(_ bytes: ArraySlice<UInt8>) throws(Errno) {
        var rest = bytes
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(number, $0.baseAddress, $0.count) }
            let failure = Errno.current
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if failure.code != EINTR {
                throw failure
            }
        }
    }

    /// Appends the rest of `source`, inside the kernel if possible. Returns the number of bytes.
    func append(restOf source: borrowing FileDescriptor) throws(Errno) -> Int64 {
        var total: Int64 = 0
        while true {
            let copied = clinux_copy_range(source.number, number, 1 << 30)
            let failure = Errno.current
            if copied > 0 {
                total += Int64(copied)
            } else if copied == 0 || failure.meansUnsupported || failure.code == EPERM {
                break
            } else if failure.code != EINTR {
                throw failure
            }
        }
        // Also after a result of 0: some file systems return it for files that they cannot copy
        // this way.
        var buffer = [UInt8](repeating: 0, count: Self.bufferSize)
        while true {
            let count = try source.fill(&buffer)
            try append(buffer[..<count])
            total += Int64(count)
            if count < buffer.count { return total }
        }
    }

    /// Whether the rest of the file is exactly these bytes.
    func holds(_ bytes: [UInt8]) throws(Errno) -> Bool {
        // One byte more than expected, to detect the end in the same call.
        var buffer = [UInt8](repeating: 0, count: min(bytes.count + 1, Self.bufferSize))
        var offset = 0
        while true {
            let count = try fill(&buffer)
            guard offset + count <= bytes.count else { return false }
            let equal = bytes.withUnsafeBytes { expected in
                buffer.withUnsafeBytes { found in
                    Self.equal(expected[offset..<offset + count], found[..<count])
                }
            }
            guard equal else { return false }
            offset += count
            if count < buffer.count { return offset == bytes.count }
        }
    }

    /// Whether the rest of both files is the same.
    func holds(restOf other: borrowing FileDescriptor) throws(Errno) -> Bool {
        var ours = [UInt8](repeating: 0, count: Self.bufferSize)
        var theirs = ours
        while true {
            let count = try fill(&ours)
            guard try other.fill(&theirs) == count else { return false }
            let equal = ours.withUnsafeBytes { ours in
                theirs.withUnsafeBytes { Self.equal(ours[..<count], $0[..<count]) }
            }
            guard equal else { return false }
            if count < Self.bufferSize { return true }
        }
    }

    /// The next 64 KiB of the file.
    func start() throws(Errno) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: Self.bufferSize)
        let count = try fill(&buffer)
        return Array(buffer[..<count])
    }

    /// The rest of the file.
    func rest() throws(Errno) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: Self.bufferSize)
        while true {
            let count = try fill(&buffer)
            bytes += buffer[..<count]
            if count < buffer.count { return bytes }
        }
    }

    /// Moves back to the file's first byte.
    func rewind() throws(Errno) {
        guard lseek(number, 0, SEEK_SET) == 0 else { throw .current }
    }

    func setModified(_ time: timespec) throws(Errno) {
        // Swift does not import the macro UTIME_OMIT, which keeps the time of access.
        #if canImport(Darwin)
            let times = [timespec(tv_sec: 0, tv_nsec: -2), time]
        #else
            let times = [timespec(tv_sec: 0, tv_nsec: (1 << 30) - 2), time]
        #endif
        guard futimens(number, times) == 0 else { throw .current }
    }

    /// Locks the file or folder; false if another process has the lock and `wait` is false.
    func lock(wait: Bool) throws(Errno) -> Bool {
        while clinux_lock(number, wait ? 1 : 0) != 0 {
            let failure = Errno.current
            if failure.code == EWOULDBLOCK { return false }
            if failure.code != EINTR { throw failure }
        }
        return true
    }

    /// Reads until the buffer is full; fewer bytes only at the end of the file.
    private func fill(_ buffer: inout [UInt8]) throws(Errno) -> Int {
        var filled = 0
        while filled < buffer.count {
            let count = buffer.withUnsafeMutableBytes {
                let free = UnsafeMutableRawBufferPointer(rebasing: $0[filled...])
                return read(number, free.baseAddress, free.count)
            }
            let failure = Errno.current
            if count > 0 {
                filled += count
            } else if count == 0 {
                break
            } else if failure.code != EINTR {
                throw failure
            }
        }
        return filled
    }

    private static func equal(
        _ one: Slice<UnsafeRawBufferPointer>, _ other: Slice<UnsafeRawBufferPointer>
    ) -> Bool {
        // elementsEqual compares byte by byte.
        let one = UnsafeRawBufferPointer(rebasing: one)
        let other = UnsafeRawBufferPointer(rebasing: other)
        guard one.count == other.count else { return false }
        guard let a = one.baseAddress, let b = other.baseAddress else { return true }
        return memcmp(a, b, one.count) == 0
    }
}
