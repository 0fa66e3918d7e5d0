import Addresses

/// The folders of a site to watch, and those below them to ignore.
package struct WatchedFolders: Sendable, Hashable {
    /// Watched with everything below, whether they exist yet or not; the site's folder itself is
    /// always watched, without its subfolders.
    package var roots: [SourcePath]
    /// Never entered, such as the output.
    package var excluded: Set<SourcePath>

    /// Roots in which a link may lead anywhere, such as those of themes; in the others a link that
    /// leads outside its root is not followed.
    package var linked: Set<SourcePath>

    package init(
        roots: [SourcePath], excluded: Set<SourcePath> = [], linked: Set<SourcePath> = []
    ) {
        self.roots = roots
        self.excluded = excluded
        self.linked = linked
    }

    /// Whether a folder is watched if it exists. `.git` and similar folders are not; a folder such
    /// as `.well-known` of `static/` is.
    func contains(folder: SourcePath) -> Bool {
        if folder.string.isEmpty { return true }
        if excluded.contains(folder) || Self.ignored.contains(folder.name) { return false }
        return roots.contains { folder.isInside($0) }
    }

    /// Whether a change of a file matters: it is in a watched folder and not an editor's temporary
    /// file.
    func contains(file: SourcePath) -> Bool {
        !EditorFiles.isTemporary(file.name) && !excluded.contains(file)
            && !Self.ignored.contains(file.name)
    }

    private static let ignored: Set<String> = [".git", ".galley", ".hg", ".svn", "node_modules"]
}
