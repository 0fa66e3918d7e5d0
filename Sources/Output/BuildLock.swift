#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Holds off every other build that would exchange the same output, until it is let go, or the
/// process ends in whatever way.
///
/// What is locked is the folder in which the output lies, by `flock`. That is the folder whose
/// names a build changes, so two sites, or two clones of one, that write to one place meet here,
/// which a file in the site's `.galley/` would not see; no file is left behind, and none has to be
/// judged stale after a kill. The price: two outputs side by side are built one after the other.
/// Where the system cannot lock a folder (NFS), a file beside the output is locked, and stays.
package struct BuildLock: ~Copyable, Sendable {
    package let output: OutputFolder
    private let held: FileDescriptor

    /// Waits for the lock, after a call of `whenBusy` if another build has it; then puts right what
    /// killed builds left beside the output.
    ///
    /// Creates the folders above the output where they are missing. What a build decides by, such
    /// as `BuildState`, is to be read after this.
    package init(
        for output: OutputFolder, whenBusy: () -> Void = {}
    ) throws(OutputError) {
        try self.init(for: output, folderLocks: true, whenBusy: whenBusy)
    }

    init(
        for output: OutputFolder, folderLocks: Bool, whenBusy: () -> Void
    ) throws(OutputError) {
        self.output = output
        do throws(Errno) {
            try Self.makeFolders(output.parent)
        } catch {
            throw OutputError(.create, output.parent, error)
        }
        do throws(Errno) {
            let parent = try OpenFolder(output.parent)
            let names = StageNames(besideOutput: output.name)
            held = try Self.lock(parent, names.lock, folderLocks, whenBusy)
            try names.clearLeftovers(in: parent, output: DiskPath(output.name))
        } catch {
            throw OutputError(.lock, output.parent, error)
        }
    }

    /// Lets the next build begin: to be called when the last file of this one is written, so that
    /// the lock does not end with its last mention.
    package consuming func release() {}

    private static func lock(
        _ parent: borrowing OpenFolder, _ file: DiskPath, _ folderLocks: Bool,
        _ whenBusy: () -> Void
    ) throws(Errno) -> FileDescriptor {
        let folder = try parent.folder(.top).descriptor
        do throws(Errno) {
            guard folderLocks else { throw Errno(EBADF) }
            if try !folder.lock(wait: false) {
                whenBusy()
                _ = try folder.lock(wait: true)
            }
            return folder
        } catch where error.code == EBADF || error.code == ENOLCK || error.meansUnsupported {
            let file = try parent.lockFile(file)
            if try !file.lock(wait: false) {
                whenBusy()
                _ = try file.lock(wait: true)
            }
            return file
        }
    }

    private static func makeFolders(_ path: String) throws(Errno) {
        let root = try OpenFolder("/")
        var made = DiskPath.top
        for part in path.utf8.split(separator: UInt8(ascii: "/")) {
            made = made.appending(DiskPath(String(decoding: part, as: UTF8.self)))
            if try root.status(made) != nil { continue }
            try root.makeFolder(made, mode: StagedTree.folderMode)
        }
    }
}
