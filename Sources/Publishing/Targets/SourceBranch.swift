import Addresses
import Diagnostics

/// Distinguishes a branch with a site's sources from one with its output.
package struct SourceTraces: Sendable {
    /// Paths in the repository that only a branch with the sources has: `blog/galley.toml`,
    let configurations: Set<OutputPath>
    /// and `blog/content/posts/go.md`.
    let texts: Set<OutputPath>
    /// `/galley.toml`, the end of any site's configuration path.
    private let ending: String
    private let isOutput: @Sendable (OutputPath) -> Bool
    let repository: SourceRepository
    /// Where the branch is named.
    let place: Place

    /// - Parameters:
    ///   - site: the site's folder in its repository; empty: the top, or no repository.
    ///   - configuration: the site's galley.toml, in its folder.
    ///   - texts: the site's posts and pages, by their paths in its folder.
    ///   - isOutput: whether the site publishes a file of that path itself.
    package init(
        site: SourcePath, configuration: SourcePath, texts: [SourcePath],
        repository: SourceRepository, place: Place,
        isOutput: @escaping @Sendable (OutputPath) -> Bool
    ) {
        self.isOutput = isOutput
        self.repository = repository
        self.place = place
        func path(_ source: SourcePath) -> OutputPath {
            OutputPath(site.string.isEmpty ? source.string : "\(site)/\(source)")
        }
        ending = "/" + configuration.string
        let configurations = [path(configuration), OutputPath(configuration.string)]
        self.configurations = Set(configurations.filter { !isOutput($0) })
        self.texts = Set(texts.map(path).filter { !isOutput($0) })
    }

    /// Whether a file in a folder has the name of a configuration, and the site does not publish
    /// it.
    func isConfiguration(_ path: OutputPath) -> Bool {
        path.string.hasSuffix(ending) && !isOutput(path)
    }
}

/// Checks whether the branch of a ``GitTarget`` holds the site's sources. A publish would replace
/// them with the output, which nobody can want, so no option allows it.
struct SourceBranch {
    let name: String
    let traces: SourceTraces
    /// The repository for commits.
    let git: GitRepository

    /// For a missing branch: whether the sources will be pushed there.
    func refusal() async -> Diagnostic? {
        guard let pushed = await traces.repository.pushedBranch(isAssumed: true), isThis(pushed)
        else { return nil }
        return refusal("is the one that the site's own commits are pushed to")
    }

    /// For an existing branch.
    ///
    /// - Parameters:
    ///   - tip: its last commit.
    ///   - files: of that commit.
    ///   - isKnown: whether a publish has already checked the branch's history.
    func refusal(
        tip: String, files: [GitRepository.Entry], isKnown: Bool
    ) async throws(PublishError) -> Diagnostic? {
        let source =
            files.first { traces.configurations.contains($0.path) }
            ?? files.first { traces.texts.contains($0.path) }
            // For a site in no repository, or in another one. Not in galley's own output.
            ?? (isKnown ? nil : files.first { traces.isConfiguration($0.path) })
        if let source { return refusal("holds '\(source.path)'") }
        if let pushed = await traces.repository.pushedBranch(isAssumed: false), isThis(pushed) {
            return refusal("is the one that the site's own commits are pushed to")
        }
        guard let head = await traces.repository.head() else { return nil }
        switch await traces.repository.relation(of: tip, to: head) {
        case .same: return refusal("is at the commit that the site is at")
        case .ancestor: return refusal("is at an older commit of the site")
        case .descendant: return refusal(Self.continues)
        case .none: return nil
        case .unknown:
            // A clone in CI lacks the branch, whose history may still continue the site's.
            if isKnown { return nil }
            let history = try await git.history(of: name)
            return history.contains(head) ? refusal(Self.continues) : nil
        }
    }

    private static let continues = "continues the site's own commits"

    private func isThis(_ branch: SourceRepository.RemoteBranch) -> Bool {
        branch.name == name && branch.address == RemoteAddress(git.remote)
    }

    private func refusal(_ reason: String) -> Diagnostic {
        let other = name == "gh-pages" ? "site" : "gh-pages"
        return .error(
            .publishSourceBranch, "branch '\(name)' \(reason)", at: traces.place,
            explanation: """
                A publish leaves nothing on its branch but the site's output: the sources would be \
                deleted from it.
                """,
            fixes: [.init("name a branch of its own, such as branch = \"\(other)\"")])
    }
}

extension Diagnostic.ID {
    package static let publishSourceBranch = Diagnostic.ID("publish/source-branch")
}
