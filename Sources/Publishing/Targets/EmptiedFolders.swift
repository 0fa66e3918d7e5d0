import Addresses

/// The folders of a target that are now empty.
struct EmptiedFolders {
    /// The topmost ones, by path: `old` if all files of `old/a/` and `old/b/` were deleted.
    let tops: [String]

    /// O(paths × depth).
    ///
    /// - Parameters:
    ///   - left: the files that the target still has.
    ///   - gone: the files that it had before; those also in `left` do not count.
    init(left: [OutputPath], gone: [OutputPath]) {
        var inUse: Set<Substring> = []
        for path in left {
            for folder in Self.folders(of: path) where !inUse.insert(folder).inserted { break }
        }
        var tops: Set<Substring> = []
        for path in gone {
            if let top = Self.folders(of: path).last(where: { !inUse.contains($0) }) {
                tops.insert(top)
            }
        }
        self.tops = tops.map(String.init).sorted()
    }

    /// `a/b`, `a` for `a/b/c.html`.
    private static func folders(of path: OutputPath) -> [Substring] {
        var folders: [Substring] = []
        var rest = path.string[...]
        while let slash = rest.lastIndex(of: "/") {
            rest = rest[..<slash]
            folders.append(rest)
        }
        return folders
    }
}
