import CLinux
import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// One entry of a folder on the disk.
struct FolderEntry {
    let name: String
    /// Links followed.
    let isFolder: Bool
    let isLink: Bool
}

/// Reads folders for a watcher: an unreadable folder is empty.
enum FolderListing {
    /// The entries of a folder except `.` and `..`, in no order; names that are not UTF-8 are left
    /// out, as in the scan.
    static func entries(of path: String) -> [FolderEntry] {
        guard let stream = opendir(path) else { return [] }
        defer { closedir(stream) }
        var entries: [FolderEntry] = []
        // The entry lives until the next call; its name is copied.
        while let entry = readdir(stream) {
            guard let name = String(validatingCString: clinux_entry_name(entry)), name != ".",
                name != ".."
            else { continue }
            let kind = Int(entry.pointee.d_type)
            let isKnown = kind == Int(DT_REG) || kind == Int(DT_DIR)
            entries.append(
                FolderEntry(
                    name: name,
                    isFolder: isKnown ? kind == Int(DT_DIR) : isFolder(path + "/" + name),
                    isLink: !isKnown))
        }
        return entries
    }

    /// Whether a folder exists, links followed.
    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Whether the last part of a path is a symbolic link.
    static func isLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    /// A path with its links resolved; nil if it does not exist.
    static func resolved(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(validatingCString: resolved)
    }
}
