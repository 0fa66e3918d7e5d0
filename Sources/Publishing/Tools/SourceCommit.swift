import Addresses

/// The current commit of a site's folder.
package struct SourceCommit: Sendable {
    /// 40 hexadecimal digits.
    package let id: String
    /// Whether the folder has other content: files that differ, are new or are deleted. Ignored
    /// files do not count.
    package let isDirty: Bool

    /// nil outside a repository, before its first commit, and without Git.
    ///
    /// - Parameter generated: files that galley itself writes, by path in the folder; they are not
    ///   sources, ignored or not.
    package static func of(
        _ folder: String, generated: [SourcePath] = [], environment: [String: String]
    ) async -> SourceCommit? {
        let repository = SourceRepository(folder, environment: environment)
        guard let id = await repository.head() else { return nil }
        let changes = await repository.ask(
            ["status", "--porcelain", "--untracked-files=normal", "--", "."]
                + generated.map { ":(exclude,literal)\($0)" })
        // If Git cannot tell, the folder counts as dirty.
        return SourceCommit(id: id, isDirty: changes?.isEmpty != true)
    }
}
