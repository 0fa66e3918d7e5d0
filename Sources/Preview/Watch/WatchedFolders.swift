import Addresses

/// Which folders of a site are watched, and which below them are not.
package struct WatchedFolders: Sendable, Hashable {
    /// Watched with all below them, whether they are there yet or not; the site's folder itself is
    /// always watched, alone.
    package var roots: [SourcePath]
    /// Never entered, such as the output.
    package var excluded: Set<SourcePath>

    /// Roots in which a link may lead anywhere, as those of themes; in the others a link that leads
    /// out of its root is not followed.
    package var linked: Set<SourcePath>

    package init(
        roots: [SourcePath], excluded: Set<SourcePath> = [], linked: Set<SourcePath> = []
    ) {
        self.roots = roots
        self.excluded = excluded
        self.linked = linked
    }

    /// Whether a folder is watched if it is there. `.git` and the like are not; a folder such as
    /// `.well-known` of `static/` is.
    func contains(folder: SourcePath) -> Bool {
        if folder.string.isEmpty { return true }
        if excluded.contains(folder) || Self.ignored.contains(folder.name) { return false }
        return roots.contains { folder.isInside($0) }
    }

    /// Whether somebody may want to know that a file changed: one of a watched folder, and no
    /// editor's.
    func contains(file: SourcePath) -> Bool {
        !EditorFiles.isTemporary(file.name) && !excluded.contains(file)
            && !Self.ignored.contains(file.name)
    }

    private static let ignored: Set<String> = [".git", ".galley", ".hg", ".svn", "node_modules"]
}
