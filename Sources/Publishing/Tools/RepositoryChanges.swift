import Foundation
import Programs

extension SourceRepository {
    /// The files that differ from a revision, absolute with links resolved: committed since,
    /// uncommitted, or untracked and not ignored. Deleted files are not included.
    ///
    /// For a revision on another branch the merge base counts, so that changes there are not
    /// included. Throws without Git, outside a repository, and for an unknown revision.
    package func changes(since revision: String) async throws(PublishError) -> Set<String> {
        guard SearchPath.find("git") != nil else {
            throw PublishError(
                "Git is not installed, and changed files are found by it",
                hint: "install it, on Debian with: apt-get install git")
        }
        guard let top = await line(["rev-parse", "--show-toplevel"]) else {
            throw PublishError(
                "'\(folder)' is in no Git repository, so changed files cannot be found")
        }
        // An option is not a revision.
        guard !revision.hasPrefix("-"),
            let commit = await line(["rev-parse", "--verify", "--quiet", revision + "^{commit}"])
        else {
            throw PublishError(
                "the repository '\(top)' has no revision '\(revision)'",
                hint: "in a shallow clone fetch it first: git fetch origin \(revision)")
        }
        let base = await line(["merge-base", commit, "HEAD"]) ?? commit
        let repository = SourceRepository(top, environment: environment)
        let names = [
            await repository.ask([
                "diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--diff-filter=d",
                "--ignore-submodules=all", base, "--",
            ]),
            await repository.ask(["ls-files", "--others", "--exclude-standard", "-z"]),
        ]
        guard let tracked = names[0], let untracked = names[1] else {
            throw PublishError("Git cannot compare '\(top)' with '\(revision)'")
        }
        return Set((tracked + untracked).split(separator: "\0").map { top + "/" + $0 })
    }
}
