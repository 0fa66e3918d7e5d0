import Addresses
import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The state of every watched file at one moment, for comparison with the next.
struct FileStamps {
    private struct Stamp: Hashable {
        let size: Int64
        let seconds: Int
        let nanoseconds: Int
        let inode: UInt64
        let mode: UInt32
    }

    private var stamps: [SourcePath: Stamp] = [:]

    /// Reads the whole tree. O(files).
    init(_ walk: TreeWalk) {
        var walked: [SourcePath] = []
        let top = SourcePath("")
        for entry in FolderListing.entries(of: walk.top) where !entry.isFolder {
            let path = top.appending(entry.name)
            if walk.folders.contains(file: path) { walked.append(path) }
        }
        for root in walk.folders.roots where FolderListing.isFolder(walk.absolute(root)) {
            walk.visit(from: root, folder: { walked.append($0) }, file: { walked.append($0) })
        }
        for path in walked { stamps[path] = Self.stamp(of: walk.absolute(path)) }
    }

    /// The paths that changed.
    func changes(since old: FileStamps) -> FileChanges {
        var changes = FileChanges()
        for (path, stamp) in stamps where old.stamps[path] != stamp { changes.paths.insert(path) }
        for path in old.stamps.keys where stamps[path] == nil { changes.paths.insert(path) }
        return changes
    }

    private static func stamp(of path: String) -> Stamp? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        // A folder's own time and size change with each entry, which is compared itself.
        let isFolder = status.st_mode & S_IFMT == S_IFDIR
        #if canImport(Darwin)
            let time = status.st_mtimespec
        #else
            let time = status.st_mtim
        #endif
        return Stamp(
            size: isFolder ? 0 : Int64(status.st_size), seconds: isFolder ? 0 : time.tv_sec,
            nanoseconds: isFolder ? 0 : time.tv_nsec, inode: UInt64(status.st_ino),
            mode: UInt32(status.st_mode))
    }
}
