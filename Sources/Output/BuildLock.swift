#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Excludes every other build that would swap the same output, until it is released or the process
/// ends.
///
/// It locks the folder that contains the output, with `flock`. A build changes names in that
/// folder, so two sites, or two clones of one, that write to one place exclude each other, which a
/// file in the site's `.galley/` would not achieve. No file is left over, and none can be stale
/// after a kill. The price: two outputs in one folder are built one after the other. If the system
/// cannot lock a folder (NFS), a file next to the output is locked, and stays.
package struct BuildLock: ~Copyable, Sendable {
    package let output: OutputFolder
    /// The entry under the output's name when the lock was taken; nil: nothing.
    let seen: FileStatus?
    private let held: FileDescriptor

    /// Waits for the lock, after calling `whenBusy` if another build has it; then cleans up after
    /// killed builds next to the output.
    ///
    /// Creates missing folders above the output. Read anything on which a build bases decisions,
    /// such as `BuildState`, only after this.
    package init(
        for output: OutputFolder, whenBusy: () -> Void = {}
    ) throws(OutputError) {
        try self.init(for: output, folderLocks: true, whenBusy: whenBusy)
    }

    init(
        for output: OutputFolder, folderLocks: Bool, whenBusy: () -> Void
    ) throws(OutputError) {
        let held = try Self.take(output, folderLocks, whenBusy)
        seen = try output.status()
        self.held = held
        self.output = output
    }

    /// Lets the next build begin: call it after the last file is written, so that the lock does not
    /// end with its last use.
    package consuming func release() {}

    private static func take(
        _ output: OutputFolder, _ folderLocks: Bool, _ whenBusy: () -> Void
    ) throws(OutputError) -> FileDescriptor {
        do throws(Errno) {
            try makeFolders(output.parent)
        } catch {
            throw OutputError(.create, output.parent, error)
        }
        do throws(Errno) {
            let parent = try OpenFolder(output.parent)
            let names = StageNames(besideOutput: output.name)
            let held = try lock(parent, names.lock, folderLocks, whenBusy)
            try names.clearLeftovers(in: parent, output: DiskPath(output.name))
            return held
        } catch {
            throw OutputError(.lock, output.parent, error)
        }
    }

    private static func lock(
        _ parent: borrowing OpenFolder, _ file: DiskPath, _ folderLocks: Bool,
        _ whenBusy: () -> Void
    ) throws(Errno) -> FileDescriptor {
        if folderLocks {
            do throws(Errno) {
                return try wait(for: try parent.itself(), whenBusy)
            } catch  where error.code == EBADF || error.code == ENOLCK || error.meansUnsupported {}
        }
        return try wait(for: try parent.lockFile(file), whenBusy)
    }

    private static func wait(
        for descriptor: consuming FileDescriptor, _ whenBusy: () -> Void
    ) throws(Errno) -> FileDescriptor {
        if try !descriptor.lock(wait: false) {
            whenBusy()
            _ = try descriptor.lock(wait: true)
        }
        return descriptor
    }

    private static func makeFolders(_ path: String) throws(Errno) {
        let root = try OpenFolder("/")
        var made = DiskPath.top
        for part in path.utf8.split(separator: UInt8(ascii: "/")) {
            made = made.appending(DiskPath(String(decoding: part, as: UTF8.self)))
            if try root.status(made) != nil { continue }
            do throws(Errno) {
                try root.makeFolder(made, mode: StagedTree.folderMode)
            } catch  where error.meansPresent {
                // Another build created it meanwhile.
            }
        }
    }
}
