/// Names of temporary files of editors and systems: swap files, backups, and files that are written
/// before they replace the real one.
enum EditorFiles {
    /// Whether the preview ignores a file with this name.
    static func isTemporary(_ name: String) -> Bool {
        if exact.contains(name) { return true }
        if suffixes.contains(where: name.hasSuffix) { return true }
        if prefixes.contains(where: name.hasPrefix) { return true }
        // Vim: `.a.md.swp`, then `.swo`, `.swn` and so on.
        if name.hasPrefix("."), let dot = name.lastIndex(of: ".") {
            let ending = name[dot...]
            if ending.count == 4, ending.hasPrefix(".sw") { return true }
        }
        // Emacs: `#a.md#`.
        return name.count > 1 && name.hasPrefix("#") && name.hasSuffix("#")
    }

    /// Vim tests with 4913 whether it can write.
    private static let exact: Set<String> = ["4913", ".DS_Store", "Thumbs.db", "desktop.ini"]
    private static let suffixes = [
        "~", ".tmp", ".crswap", ".kate-swp", "___jb_tmp___", "___jb_old___", ".part",
    ]
    private static let prefixes = [".#", ".goutputstream-", ".~lock.", ".nfs"]
}
