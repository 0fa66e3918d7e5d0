import Synchronization

/// The folders of a staged tree, each created once, on demand.
///
/// It also records which of them the old output has. So files in new folders are not searched
/// there, and none of these is a symbolic link, through which a file outside the output would get
/// into the new tree.
struct StagedFolders: ~Copyable, Sendable {
    let stage: OpenFolder
    /// nil on the first build.
    let old: OpenFolder?
    /// Whether the old output has the folder too.
    private let made: Mutex<[DiskPath: Bool]>

    init(stage: consuming OpenFolder, old: consuming OpenFolder?) {
        made = Mutex([.top: old != nil])
        self.stage = stage
        self.old = old
    }

    /// Creates the folder, and those above it, if needed; returns whether the old output has it.
    func make(_ folder: DiskPath) throws(Errno) -> Bool {
        var missing: [DiskPath] = []
        var path = folder
        var isOld = false
        while true {
            // The top is always known.
            if let known = made.withLock({ $0[path] }) {
                isOld = known
                break
            }
            missing.append(path)
            path = path.folder
        }
        for path in missing.reversed() {
            // Not under the lock, because this is slow: two tasks may both try to create one
            // folder.
            do throws(Errno) {
                try stage.makeFolder(path, mode: StagedTree.folderMode)
            } catch  where error.meansPresent {}
            if isOld { isOld = try old?.status(path)?.kind == .folder }
            let known = isOld
            made.withLock { $0[path] = known }
        }
        return isOld
    }

    /// nil if the old output has nothing there.
    func oldStatus(_ path: DiskPath) throws(Errno) -> FileStatus? {
        try old?.status(path)
    }

    /// The result of a test of the old output's file; false for an unreadable one.
    func old(
        _ path: DiskPath, meets test: (borrowing FileDescriptor) throws(Errno) -> Bool
    ) throws(Errno) -> Bool {
        guard let file = try? old?.file(path) else { return false }
        return try test(file)
    }

    /// Takes the old output's file into the stage, as a hard link.
    ///
    /// False if the system refuses: another owner's file, a file system without links, a file with
    /// too many. Throws for a path that the stage already has.
    func keep(_ path: DiskPath) throws(Errno) -> Bool {
        do throws(Errno) {
            guard old != nil else { return false }
            try old?.link(path, into: stage)
            return true
        } catch {
            if error.meansPresent { throw error }
            return false
        }
    }

    /// Takes the files at the old output's top that builds keep into the stage, unless that has one
    /// with the name; returns their number.
    func carryOver() throws(Errno) -> Int {
        var count = 0
        for name in OutputFiles.kept where try carryOver(name) { count += 1 }
        return count
    }

    private func carryOver(_ name: DiskPath) throws(Errno) -> Bool {
        guard let status = try oldStatus(name), status.kind != .folder,
            try stage.status(name) == nil
        else { return false }
        if try keep(name) { return true }
        // A link that cannot be linked is left out: its target is not known to be the site's.
        guard status.kind == .file, let source = try old?.file(name) else { return false }
        let copy = try stage.create(name, mode: status.mode)
        _ = try copy.append(restOf: source)
        try copy.setModified(status.modified)
        try copy.finish()
        return true
    }

    /// Whether the old output has the mark of galley's outputs.
    var hasOldMark: Bool {
        get throws(Errno) { try oldStatus(OutputFiles.mark)?.kind == .file }
    }

    /// Gives the stage the permissions of the old output's own folder; its owner keeps all, to be
    /// able to remove it later.
    func carryMode() throws(Errno) {
        guard let mode = try old?.status().mode else { return }
        try stage.setMode(mode | 0o700)
    }
}
