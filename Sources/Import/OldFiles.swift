import Addresses

/// The files of a site as another generator knows it.
package struct OldFiles: Sendable {
    /// Below the site's folder, sorted.
    package let paths: [SourcePath]
    private let known: Set<SourcePath>
    private let folders: Set<SourcePath>
    private let read: @Sendable (SourcePath) -> [UInt8]?

    /// - Parameter read: the bytes of a file; nil if it cannot be read.
    package init(
        _ paths: [SourcePath], read: @escaping @Sendable (SourcePath) -> [UInt8]?
    ) {
        self.paths = paths.sorted()
        self.read = read
        known = Set(paths)
        var folders: Set<SourcePath> = []
        for path in paths {
            var folder = path.folder
            while !folder.string.isEmpty, folders.insert(folder).inserted { folder = folder.folder }
        }
        self.folders = folders
    }

    func has(_ path: SourcePath) -> Bool { known.contains(path) }

    /// Whether a file is below a folder.
    func hasFolder(_ path: SourcePath) -> Bool { folders.contains(path) }

    func bytes(_ path: SourcePath) -> [UInt8]? { known.contains(path) ? read(path) : nil }

    /// The files below a folder, with their paths below it.
    func below(_ folder: SourcePath) -> [(path: SourcePath, relative: String)] {
        paths.compactMap { path in
            path.relative(to: folder).map { (path, $0) }
        }
    }

    /// The folders that hold a folder of that name: `_posts`.
    func parents(of name: String) -> [SourcePath] {
        folders.filter { $0.name == name }.map(\.folder).sorted()
    }

    /// The folders directly below one.
    func children(of folder: SourcePath) -> [SourcePath] {
        folders.filter { $0.folder == folder }.sorted()
    }
}
