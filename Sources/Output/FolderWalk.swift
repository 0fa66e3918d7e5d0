import Dispatch
import Synchronization

extension OpenFolder {
    /// How many folders one core takes at a time; a smaller tree starts no other thread.
    private static let share = 64

    /// Visits the folder and everything below it, level by level, the folders of one level on all
    /// cores.
    ///
    /// Without recursion, and with one open folder per core, however deep the tree is. Returns the
    /// levels' paths, the top first. Two cores take 0.55 of one core's time.
    @discardableResult
    func walk(
        _ visit:
            @Sendable (
                _ path: DiskPath, _ folder: borrowing OpenFolder, _ files: [DiskPath]
            ) throws(Errno) -> Void
    ) throws(Errno) -> [[DiskPath]] {
        var levels: [[DiskPath]] = []
        var level = [DiskPath.top]
        while !level.isEmpty {
            let below = Mutex<[DiskPath]>([])
            try forEach(of: level) { (path) throws(Errno) in
                let folder = try folder(path)
                let entries = try folder.entries()
                try visit(path, folder, entries.filter { !$0.isFolder }.map(\.name))
                let folders = entries.filter(\.isFolder).map { path.appending($0.name) }
                if !folders.isEmpty { below.withLock { $0 += folders } }
            }
            levels.append(level)
            level = below.withLock { $0 }
        }
        return levels
    }

    /// Removes everything in the folder. Returns the number of files; a file that another process
    /// removes at the same time is not a failure.
    func removeContents() throws(Errno) -> Int {
        let count = Atomic(0)
        let levels = try walk { (_, folder, files) throws(Errno) in
            for file in files {
                do throws(Errno) {
                    try folder.removeFile(file)
                } catch  where error.meansAbsent {}
            }
            count.add(files.count, ordering: .relaxed)
        }
        for level in levels.dropFirst().reversed() {
            try forEach(of: level) { (path) throws(Errno) in
                do throws(Errno) {
                    try removeFolder(path)
                } catch  where error.meansAbsent {}
            }
        }
        return count.load(ordering: .relaxed)
    }

    /// Throws the first failure, after the work in progress elsewhere has finished.
    private func forEach(
        of paths: [DiskPath], _ body: @Sendable (DiskPath) throws(Errno) -> Void
    ) throws(Errno) {
        let failure = Mutex<Errno?>(nil)
        let shares = (paths.count + Self.share - 1) / Self.share
        DispatchQueue.concurrentPerform(iterations: shares) { share in
            let end = min(paths.count, (share + 1) * Self.share)
            for path in paths[share * Self.share..<end] {
                if failure.withLock({ $0 != nil }) { return }
                do throws(Errno) {
                    try body(path)
                } catch {
                    failure.withLock { $0 = $0 ?? error }
                }
            }
        }
        if let failure = failure.withLock({ $0 }) { throw failure }
    }
}
