import Addresses

/// What was touched below a site's folder between two moments of quiet.
package struct FileChanges: Sendable, Hashable {
    /// Files and folders that were written, made, renamed or removed.
    package var paths: Set<SourcePath> = []
    /// Whether anything may have changed, because the system lost count.
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
