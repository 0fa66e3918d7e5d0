import Addresses

/// Changes below a site's folder between two quiet moments.
package struct FileChanges: Sendable, Hashable {
    /// Files and folders that were written, created, renamed or removed.
    package var paths: Set<SourcePath> = []
    /// Whether anything may have changed, because events were lost.
    package var isEverything = false

    package init() {}

    /// Changes of these paths and of no other.
    package init(_ paths: Set<SourcePath>) {
        self.paths = paths
    }

    package static let everything: FileChanges = {
        var changes = FileChanges()
        changes.isEverything = true
        return changes
    }()

    var isEmpty: Bool { paths.isEmpty && !isEverything }
}
