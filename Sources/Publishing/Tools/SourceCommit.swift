import Addresses

/// The commit that a site's folder is at.
package struct SourceCommit: Sendable {
    /// 40 hexadecimal digits.
    package let id: String
    /// Whether the folder holds anything else: files that differ, are new or are gone. What Git is
    /// told to ignore does not count.
    package let isDirty: Bool

    /// nil outside a repository, before its first commit, and without Git.
    ///
    /// - Parameter generated: what galley itself writes, by its path in the folder; it is no source,
    ///   ignored or not.
    package static func of(
        _ folder: String, generated: [SourcePath] = [], environment: [String: String]
    ) async -> SourceCommit? {
        let repository = SourceRepository(folder, environment: environment)
        guard let id = await repository.head() else { return nil }
        let changes = await repository.ask(
            ["status", "--porcelain", "--untracked-files=normal", "--", "."]
                + generated.map { ":(exclude,literal)\($0)" })
        // Where Git does not say, the commit does not vouch for the folder.
        return SourceCommit(id: id, isDirty: changes?.isEmpty != true)
    }
}
